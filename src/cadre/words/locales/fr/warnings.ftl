# Ce qui, dans une mission, est permis mais étrange : constat, pourquoi cela compte, que faire.
file-not-read =
    .found = un fichier qui n’est pas lu
    .matters = ce qu’il contient ne fait pas partie de la mission
    .cure = { $near ->
        [nothing] enregistrez-le dans une forme qui est lue, ou déplacez-le
       *[other] enregistrez-le sous { $near }, ou déplacez-le
    }
folder-not-read =
    .found = un dossier avec { $file }, qui n’est pas lu
    .matters = seuls les fichiers à côté de mission.yaml font partie de la mission
    .cure = remontez le fichier, ou déplacez le dossier
open-elsewhere =
    .found = { $file }, ouvert dans un autre programme
    .matters = ce qui n’est pas encore enregistré n’est pas lu
    .cure = enregistrez-le et fermez-le
hidden-rows =
    .found = { $count ->
        [one] la ligne masquée { $rows }
       *[other] les lignes masquées { $rows }
    }, avec du contenu
    .matters = les lignes masquées ou filtrées comptent comme les autres
    .cure = affichez les lignes et supprimez ce qui ne doit pas compter
hidden-columns =
    .found = { $count ->
        [one] la colonne masquée { $columns }
       *[other] les colonnes masquées { $columns }
    }, avec du contenu
    .matters = les colonnes masquées comptent comme les autres
    .cure = affichez les colonnes et supprimez ce qui ne doit pas compter
hidden-sheet =
    .found = une feuille masquée avec du contenu
    .matters = les feuilles masquées comptent comme les autres
    .cure = affichez la feuille et supprimez ce qui ne doit pas compter
comment-behind-text =
    .found = le commentaire { $comment } juste derrière un texte
    .matters = ce qui suit une espace et # n’est pas lu, ici peut-être la fin du texte
    .cure = écrivez { $text } s’il en fait partie, sinon mettez le commentaire sur sa propre ligne
row-of-total =
    .found = une ligne nommée { $id }
    .matters = elle compte comme les autres, si bien que ce qu’elle additionne compte deux fois
    .cure = supprimez-la si c’est un total, sinon donnez-lui un autre identifiant
far-day =
    .found = { $day }
    .matters = c’est à { $years } ans de la mission, qui commence le { $starts }
    .cure = corrigez l’année
shown-otherwise =
    .found = { $held }, affiché { $shown }{ $more ->
        [0] {""}
        [one] , et une autre cellule de ce genre dans la colonne
       *[other] , et { $more } autres cellules de ce genre dans la colonne
    }
    .matters = ce que montre le format de la cellule n’est pas lu, seulement le nombre qu’elle contient
    .cure = donnez aux cellules le format Standard, et écrivez ce qu’elles doivent être
no-width =
    .found = une fourchette de { $value } à { $value }
    .matters = c’est un seul nombre, si bien que rien n’en est simulé comme incertain
    .cure = écrivez de combien il peut s’écarter de { $value }, ou le nombre seul
nobody-passes =
    .found = un taux de réussite de 0 %
    .matters = personne ne réussit jamais le cours
    .cure = écrivez la part qui réussit
everybody-passes =
    .found = un taux de réussite de 100 %
    .matters = personne n’échoue jamais, ce qu’aucun cours publié ne montre
    .cure = écrivez une fourchette, comme min 70%, likely 85%, max 95%
no-pass-rate =
    .found = aucun taux de réussite
    .matters = sans passes, personne n’échoue jamais
    .cure = écrivez passes, comme min 70%, likely 85%, max 95%
everybody-drops-out =
    .found = un abandon de 100 % par semaine
    .matters = il ne reste personne après la première semaine
    .cure = écrivez la part perdue chaque semaine
everybody-teaches-on =
    .found = une part de 100 % qui enseigne ensuite
    .matters = aucun diplômé ne reste pour les unités voulues
    .cure = écrivez la part qui devient instructeur
nobody-posted =
    .found = une part affectée de 0 %
    .matters = aucun diplômé ne sert jamais là où la compétence est employée
    .cure = écrivez la part qui est affectée
everybody-leaves =
    .found = une perte de 100 % par mois
    .matters = il ne reste personne après le premier mois
    .cure = écrivez la part perdue par mois, comme 1%
never-honoured =
    .found = une offre dont personne ne vient
    .matters = elle ne pourvoit aucun poste dans aucune simulation
    .cure = écrivez la probabilité que son personnel vienne, ou supprimez l’offre
always-late =
    .found = un personnel qui arrive avec { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    } de retard dans toutes les simulations
    .matters = les plans le comptent dès le premier jour de son offre, et promettent donc plus qu’aucune simulation ne donne
    .cure = écrivez dans begins le premier jour où il peut être là, et dans late seulement ce qui n’est pas connu
never-insists =
    .found = une position d’une force de 0 %
    .matters = la partie n’y insiste jamais
    .cure = écrivez la probabilité qu’elle insiste, ou supprimez la position
never-happens =
    .found = un événement d’une probabilité de 0 %
    .matters = il ne se produit dans aucune simulation
    .cure = écrivez sa probabilité, ou supprimez l’événement
surely-happens =
    .found = un événement d’une probabilité de 100 %
    .matters = il se produit dans chaque simulation, et les plans l’ignorent
    .cure = écrivez sa probabilité, ou planifiez avec ce qu’il fait
everybody-stays =
    .found = un événement après lequel 100 % restent
    .matters = il ne réduit rien
    .cure = écrivez la part qui reste, ou supprimez l’événement
nothing-uncertain =
    .found = aucun nombre avec une fourchette
    .matters = les simulations ne diffèrent que par l’aléa, et un échantillon n’a rien à varier
    .cure = écrivez des fourchettes pour ce qui n’est pas connu, comme min 60%, likely 80%, max 90%
no-basis =
    .found = { $count ->
        [one] un nombre sans fondement
       *[other] { $count } nombres sans fondement ({ $paths })
    }
    .matters = personne ne peut dire sur quoi { $count ->
        [one] il repose
       *[other] ils reposent
    }
    .cure = nommez une déclaration du registre ou une hypothèse, comme basis: A1
correlated-known =
    .found = une corrélation avec { $path }, qui est connu
    .matters = elle ne change rien
    .cure = écrivez-y une fourchette, ou supprimez la corrélation
correlation-0 =
    .found = une corrélation de rang de 0
    .matters = sans elle, les deux varient aussi librement
    .cure = écrivez combien ils varient ensemble, ou supprimez-la
correlation-1 =
    .found = { $one } et { $other }, corrélés à 1 ou -1
    .matters = l’un fixe l’autre : c’est une seule inconnue, pas deux
    .cure = écrivez combien ils varient ensemble, comme 0.7
twice =
    .found = { $item } à nouveau
    .matters = la liste le contient déjà (entrée { $first })
    .cure = gardez l’un des deux
an-entry = une entrée
same-title =
    .found = le titre { $title } à nouveau
    .matters = { $other } le porte aussi, si bien qu’aucune phrase ne les distingue
    .cure = écrivez un autre titre
choice-does-the-same =
    .found = un choix qui fait la même chose que { $other }
    .matters = ils ne diffèrent que par les mots, si bien que des options figurent deux fois
    .cure = changez autre chose, ou gardez l’un des deux
set-by-two =
    .found = { $path }, que le levier { $lever } fixe aussi
    .matters = le levier écrit en dernier décide
    .cure = laissez un seul levier le fixer
rule-again =
    .found = une règle qui n’exclut rien de nouveau
    .matters = la règle { $other } exclut déjà tout cela
    .cure = gardez l’une des deux
closed-out-of-time =
    .found = une période fermée hors de la mission
    .matters = la mission est suivie du { $first } au { $last }
    .cure = corrigez l’année, ou supprimez la période
closes-nothing =
    .found = une période fermée qui ne ferme aucune semaine
    .matters = une semaine est fermée s’il y reste moins de { $least } jours ouvrés, et d’autres périodes la ferment peut-être déjà
    .cure = allongez-la, baissez calendar.least_days, ou supprimez-la
holidays-out-of-time =
    .found = des jours fériés dont aucun ne tombe dans la mission
    .matters = la mission est suivie du { $first } au { $last }
    .cure = écrivez les jours fériés de ces années
opens-after-exit =
    .found = un site qui ouvre après la fin de la mission
    .matters = personne de la mission n’y enseigne jamais (fin le { $exit })
    .cure = corrigez le jour, ou supprimez le site
tour-too-long =
    .found = une rotation de { $tour } semaines
    .matters = la mission dure { $weeks } semaines, si bien que personne ne passe jamais le relais
    .cure = raccourcissez la rotation, ou allongez la mission
planned-after-start =
    .found = { $day }
    .matters = la mission commence avant le jour du planificateur, le { $starts }
    .cure = corrigez as_of, ou mission.starts
question-of-nothing =
    .found = une question à laquelle rien dans la mission ne répond
    .matters = aucune option ni aucune simulation n’en dépend
    .cure = nommez son levier, sa grandeur ou son événement
site-unused =
    .found = un site où rien n’est enseigné
    .matters = ni cours, ni activité, ni quartier général ne s’y trouve
    .cure = nommez-le sous sites d’un cours, ou supprimez-le
no-post-costs =
    .found = des fonctions qui, toutes, ne coûtent rien
    .matters = les options avec plus de personnel semblent aussi peu chères que les autres
    .cure = écrivez costs_a_year
post-costs-nothing =
    .found = aucun coût d’un poste
    .matters = ses postes comptent comme gratuits
    .cure = écrivez costs_a_year
nothing-wanted =
    .found = aucune capacité
    .matters = rien n’est voulu, si bien qu’aucune option ne mène plus loin qu’une autre
    .cure = écrivez ce qui est voulu et pour quand sous capabilities
never-held =
    .found = un cours qu’aucune option n’organise
    .matters = il n’est jamais enseigné
    .cure = laissez un choix d’un levier l’organiser, ou supprimez-le
never-carried-out =
    .found = un projet qu’aucune option ne réalise
    .matters = ses effets ne viennent jamais
    .cure = laissez un choix d’un levier le réaliser, ou supprimez-le
course-serves-nothing =
    .found = un cours qui ne mène à rien de voulu
    .matters = aucune capacité, aucun cours et aucun besoin d’instructeurs ne demande ses diplômés
    .cure = nommez ce qu’il confère sous made_of d’une capacité, ou supprimez-le
pool-unused =
    .found = un vivier dont aucun cours ne prend personne
    .matters = ses recrues ne sont jamais formées
    .cure = nommez-le sous recruits d’un cours, ou supprimez-le
pool-empty =
    .found = un vivier sans personne
    .matters = personne n’y attend et personne ne vient, si bien que ses cours restent vides
    .cure = écrivez a_year ou at_start
target-after-exit =
    .found = { $day }
    .matters = la mission finit avant, le { $exit }, si bien que seul l’hôte peut encore former pour cela
    .cure = corrigez le jour, ou allongez la mission
target-falls =
    .found = { $fewer }, moins que les { $units } voulus pour le { $day }
    .matters = qui atteint le premier a atteint le second
    .cure = écrivez tout ce qui est voulu alors, et non ce qui s’ajoute
floor-above-targets =
    .found = { $floor }, au-dessus des { $most } voulus
    .matters = plus doit durer qu’il ne devait jamais être atteint
    .cure = corrigez le seuil ou les objectifs
target-0 =
    .found = un objectif de 0
    .matters = ne rien faire l’atteint
    .cure = écrivez combien, ou supprimez-le
stops-at-exit =
    .found = { $percent } %, et rien qui laisse un jour l’hôte enseigner seul
    .matters = le cours s’arrête pour toujours à la fin de la mission, et un seuil doit durer
    .cure = écrivez hosts_teach_alone: after, ou nommez le cours dans les effets d’un projet
out-of-reach =
    .found = { $units ->
        [one] { $units } unité voulue, dont { $most } au plus peuvent y être
       *[other] { $units } unités voulues, dont { $most } au plus peuvent y être
    }
    .matters = { $why }, quelle que soit l’option
    .cure = corrigez le jour, le nombre ou ce qui mène à { $competence }
no-course = aucun cours n’y mène
by-time = { $course } donne ses premiers diplômés le { $day } au plus tôt
by-periods = aucune session de { $course } ne s’achève avant, dans ses périodes
by-seats = les salles de { $course } accueillent trop peu de classes jusque-là
by-people = trop peu de personnes viennent à { $course } jusque-là
no-role-holds =
    .found = le savoir-faire { $quoted }, qu’aucune fonction ne possède
    .matters = { $foreign ->
        [yes] aucun instructeur étranger ne peut venir pour lui, et { $course } en exige : il ne peut avoir lieu
       *[no] seuls des hôtes pourraient l’enseigner : { $course } ne peut avoir lieu avant qu’ils soient assez nombreux
    }
    .cure = donnez { $skill } à une fonction sous roles
no-crew =
    .found = { $needed ->
        [one] un besoin de { $needed } instructeur de { $skill }
       *[other] un besoin de { $needed } instructeurs de { $skill }
    } pour la plus petite classe de { $seats }
    .matters = { $there } au plus peuvent être là en même temps : le cours n’a jamais lieu
    .cure = trouvez des offres, baissez least ou le rapport, ou relevez le plafond
small-crew =
    .found = { $needed ->
        [one] un besoin de { $needed } instructeur de { $skill }
       *[other] un besoin de { $needed } instructeurs de { $skill }
    } pour une classe pleine de { $seats }
    .matters = { $there } au plus peuvent être là en même temps : aucune classe n’est jamais pleine
    .cure = trouvez des offres, baissez most ou le rapport, ou relevez le plafond
role-unused =
    .found = { $offers ->
        [0] une fonction dont rien n’a besoin
        [one] une fonction dont rien n’a besoin, avec { $offers } offre
       *[other] une fonction dont rien n’a besoin, avec { $offers } offres
    }
    .matters = ni cours, ni projet, ni commandement, ni soutien ne demande ses postes
    .cure = donnez-lui une qualification utile, nommez-la dans une règle de soutien, ou supprimez-la
offer-of-local-role =
    .found = une offre pour une fonction pourvue sur place
    .matters = les postes de fonctions locales ne prennent pas d’offres
    .cure = retirez local de la fonction, ou supprimez l’offre
offer-of-other-rank =
    .found = { $given }
    .matters = les postes de la fonction demandent { $wanted }, à plus d’un échelon : l’offre n’en pourvoit aucun
    .cure = corrigez le grade ici ou celui de la fonction
offer-without-language =
    .found = du personnel qui ne parle pas { $language }
    .matters = les postes de la fonction le demandent : l’offre n’en pourvoit aucun
    .cure = écrivez languages ici, ou speaks de la partie
offer-without-week =
    .found = une offre du { $begins } au { $ends }
    .matters = aucune semaine entière de la mission n’y tombe : personne n’en peut enseigner
    .cure = corrigez ses dates, ou supprimez-la
offer-unneeded =
    .found = une offre dont les réserves ne laissent aucun cours
    .matters = tout ce qui demande ses qualifications est dans not_for ou sur des sites de not_at
    .cure = demandez si les réserves sont ainsi voulues, ou supprimez-la
party-without-part =
    .found = un contributeur sans offre ni position
    .matters = il ne change rien, et la note le cite
    .cure = écrivez ce qu’il offre ou veut, ou supprimez-le
command-unused =
    .found = un mode de commandement qu’aucune option n’a
    .matters = les options ont { $chosen }
    .cure = laissez un levier le choisir (command: ...), ou supprimez-le
no-command = aucun
title = Avertissements sur la mission
caption = Ce qui est permis mais étrange
column-place = où
column-found = constat
column-matters = pourquoi cela compte
column-cure = que faire
