# Ce qui ne tient pas ensemble entre les parties d’une mission.
found-inside = { $found } dans { $path }
path-astray =
    .found = un chemin vers { $id }, qui n’est pas dans { $where }
    .allowed = doit mener à ce qui existe
    .cure = { $cure }
choice-like-another =
    .found = un choix qui ne change rien par rapport à { $other }
    .allowed = chaque choix doit changer quelque chose
    .cure = changez autre chose, ou supprimez-le
too-many-combinations =
    .found = { $number } combinaisons
    .allowed = doit être au plus { $most }
    .cure = supprimez des leviers ou des choix
rule-leaves-no-choice =
    .found = une règle qui exclut tous les choix de { $lever }
    .allowed = doit laisser un choix
    .cure = retirez un choix de la règle
rules-leave-nothing =
    .found = des règles qui excluent toutes les combinaisons de choix
    .allowed = doivent laisser une combinaison
    .cure = assouplissez une règle
choice-never-allowed =
    .found = un choix que les règles n’admettent jamais
    .allowed = doit figurer dans une combinaison
    .cure = retirez-le d’une règle, ou supprimez le choix
supersedes-without-date =
    .found = aucune date
    .allowed = ce qui remplace doit avoir une date
    .cure = écrivez date (le jour où cela a été dit)
supersedes-later =
    .found = { $date }, avant { $other }, qui est du { $before }
    .allowed = ce qui remplace doit être plus récent
    .cure = échangez les deux ou corrigez une date
supersedes-without-reason =
    .found = aucune raison
    .allowed = ce qui remplace doit dire pourquoi
    .cure = écrivez why (la raison)
no-source =
    .found = aucune source
    .allowed = doit nommer sa source, sauf si c’est une hypothèse ou une déduction d’une base
    .cure = écrivez source, ou attribution: assumption
no-target =
    .found = aucun objectif
    .allowed = doit contenir un nombre à une date
    .cure = écrivez 2020-10-01: 40
target-out-of-time =
    .found = { $day }
    .allowed = doit aller du { $first } (début) au { $last } (fin de la période observée après la sortie)
    .cure = corrigez la date ou l’horizon
offer-out-of-time =
    .found = une offre du { $begins } au { $ends }
    .allowed = doit recouper la mission, du { $first } au { $last }
    .cure = corrigez ses dates ou supprimez-la
meetings-out-of-order =
    .found = { $day }
    .allowed = ne doit pas précéder la réunion au-dessus ({ $above })
    .cure = rangez les réunions par date
meeting-after-start =
    .found = { $day }
    .allowed = ne doit pas suivre le début de la mission ({ $starts })
    .cure = corrigez la date, ou mission.starts
learnt-before-today =
    .found = { $day }
    .allowed = ne doit pas précéder mandate.as_of ({ $today })
    .cure = corrigez la date, ou répondez à la question dans la mission
no-open-week =
    .found = un calendrier qui ferme toutes les semaines de la mission
    .allowed = une semaine au moins doit être ouverte
    .cure = raccourcissez closed, ou corrigez working_days et least_days
no-run-of-open-weeks =
    .found = { $weeks ->
        [one] { $weeks } semaine sans interruption permise
       *[other] { $weeks } semaines sans interruption permise
    }
    .allowed = doit tenir dans la plus longue suite de semaines ouvertes ({ $longest })
    .cure = écrivez may_pause: yes, ou raccourcissez le cours
command-above-ceiling =
    .found = { $ceiling }
    .allowed = { $posts ->
        [one] doit couvrir au moins le seul poste du commandement { $command }
       *[other] doit couvrir au moins les { $posts } postes du commandement { $command }
    }
    .cure = relevez le plafond à { $posts } ou plus, ou choisissez un commandement plus petit
tour-without-teaching =
    .found = { $away } semaines prises par la relève, les permissions et le commandement
    .allowed = { $tour ->
        [one] doit être inférieur à la seule semaine d’une rotation
       *[other] doit être inférieur aux { $tour } semaines d’une rotation
    }
    .cure = allongez la rotation, ou raccourcissez le reste
pair-again =
    .found = la paire { $one } et { $other }, déjà donnée
    .allowed = doit être une nouvelle paire
    .cure = supprimez-la
quantity-with-itself =
    .found = une quantité avec elle-même
    .allowed = doit être une nouvelle paire
    .cure = supprimez-la
one-party =
    .found = deux offres d’une même partie, qui varient ensemble
    .allowed = doit être une nouvelle paire
    .cure = supprimez-la
correlations-contradict =
    .found = des corrélations qui ne peuvent être vraies à la fois
    .allowed = leur matrice doit être semi-définie positive
    .cure = { $cure }
weaken-one = mettez la corrélation de rang de { $one } et { $other } à { $rank }, ou corrigez-en une autre
weaken-all = multipliez chaque corrélation de rang par { $share }
two-origins =
    .found = after et recruits à la fois
    .allowed = les stagiaires doivent avoir une seule origine
    .cure = gardez l’un des deux
no-origin =
    .found = ni after ni recruits
    .allowed = les stagiaires doivent avoir une seule origine
    .cure = écrivez recruits avec un vivier ({ $pools }), ou after avec un cours d’avant ({ $courses })
prerequisite-twice =
    .found = { $course } deux fois
    .allowed = chaque cours préalable doit figurer une fois
    .cure = supprimez l’un des deux
no-chain =
    .found = { $first } qui ne mène pas à { $second }
    .allowed = les cours préalables doivent former une chaîne
    .cure = écrivez after: { $first } dans { $second }, ou ne gardez que celui d’où viennent les stagiaires
grants-nothing =
    .found = { $other }, qui ne confère rien
    .allowed = un cours préalable doit conférer une compétence
    .cure = écrivez grants (ce qu’ont ceux qui réussissent) dans { $other }, ou retirez { $other } de after
intake-out-of-time =
    .found = { $day }
    .allowed = doit suivre le premier jour, { $first }, et précéder la fin de la mission, { $last }
    .cure = corrigez le jour, ou supprimez la ligne
day-again =
    .found = le jour { $day }, déjà donné
    .allowed = doit figurer une fois
    .cure = gardez l’un des deux
crew-of-fixed-size =
    .found = une équipe de taille fixe
    .allowed = une partie des instructeurs doit être donnée à raison d’un pour tant de stagiaires
    .cure = écrivez one_per, ou supprimez instructors
longer-than-its-course =
    .found = { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    }
    .allowed = { $length ->
        [one] doit être au plus la seule semaine de { $course }
       *[other] doit être au plus les { $length } semaines de { $course }
    }
    .cure = corrigez les semaines, ou laissez planifier une session qui n’a pas commencé
nobody-in-training =
    .found = personne
    .allowed = quelqu’un doit être en formation
    .cure = supprimez la session
leads-to-nothing =
    .found = ni grants ni teaches
    .allowed = un cours doit mener à quelque chose
    .cure = écrivez grants, ou teaches avec teaches_on
nobody-teaches-on =
    .found = teaches avec teaches_on 0
    .allowed = quelqu’un doit enseigner à son tour là où des savoir-faire sont enseignés
    .cure = écrivez teaches_on
no-site =
    .found = aucun site
    .allowed = un cours doit avoir un site
    .cure = écrivez sites avec ceux qui peuvent l’accueillir, parmi { $sites }
no-site-holds =
    .found = { $missing }
    .allowed = un site de la liste au moins doit pouvoir accueillir le cours
    .cure = ajoutez à un site ce qui lui manque, ou un autre site
too-few-rooms = { $site } avec { $there } { $kind } sur { $needed } nécessaires
too-few-beds = { $site } avec { $beds ->
    [one] { $beds } lit
   *[other] { $beds } lits
} pour { $trainees ->
    [one] { $trainees } stagiaire
   *[other] { $trainees } stagiaires
} et { $instructors ->
    [one] { $instructors } instructeur
   *[other] { $instructors } instructeurs
}
skill-of-nobody =
    .found = le savoir-faire { $quoted }, que personne ne pourrait offrir
    .allowed = doit être un savoir-faire d’une fonction
    .cure = donnez { $skill } à une fonction sous roles
not-led-to =
    .found = la compétence { $quoted }, qu’aucun cours ne confère et que personne n’a au début
    .allowed = un cours doit y mener
    .cure = faites conférer { $competence } par un cours, ou retirez-la de made_of
unknown-id =
    .found = { $what }
    .allowed = doit être défini dans la mission
    .cure = { $cure }
all-places = { $cure } ; { $count ->
    [one] un autre endroit le nomme
   *[other] { $count } autres endroits le nomment
} ({ $places }) : s’il a été renommé, rendez-lui ce nom là où il est défini, ou écrivez le nouveau partout
all-places-many = { $cure } ; { $count } autres endroits le nomment ({ $places }, ...) : s’il a été renommé, rendez-lui ce nom là où il est défini, ou écrivez le nouveau partout
unknown-skill = le savoir-faire inconnu { $id }
unknown-facility = l’installation inconnue { $id }
unknown-course = le cours inconnu { $id }
unknown-pool-of-recruits = le vivier de recrues inconnu { $id }
unknown-competence = la compétence inconnue { $id }
unknown-site = le site inconnu { $id }
unknown-project = le projet inconnu { $id }
unknown-rank-band = la tranche de grades inconnue { $id }
unknown-role = la fonction inconnue { $id }
unknown-thing-to-count = la chose à compter inconnue { $id }
unknown-way-to-command = la forme de commandement inconnue { $id }
unknown-party = la partie inconnue { $id }
unknown-lever = le levier inconnu { $id }
unknown-quantity = la quantité inconnue { $id }
unknown-open-question = la question ouverte inconnue { $id }
unknown-event = l’événement inconnu { $id }
unknown-capability = la capacité inconnue { $id }
unknown-thing = la chose inconnue { $id }
unknown-source = la source inconnue { $id }
unknown-statement = la déclaration inconnue { $id }
unknown-activity = l’activité inconnue { $id }
unknown-attribute = la grandeur inconnue { $id }
unknown-choice = le choix inconnu { $id } du levier { $lever }
figure-without-pack =
    .found = le chiffre { $figure }
    .allowed = doit être un chiffre du recueil de la mission
    .cure = nommez le recueil sous mission.pack, ou retirez le chiffre de basis
no-such-figure =
    .found = le chiffre inconnu { $figure }
    .allowed = doit figurer dans le recueil
    .cure = { $cure }
no-such-statement =
    .found = la déclaration inconnue { $statement }
    .allowed = doit figurer dans le registre
    .cure = { $cure }
event-after-exit =
    .found = { $day }
    .allowed = doit précéder la sortie de la mission ({ $exit })
    .cure = corrigez la date, ou supprimez l’événement
review-before-start =
    .found = une revue le { $day }
    .allowed = doit suivre le début de la mission ({ $starts }), sans quoi il n’y a rien à compter
    .cure = corrigez la date, ou donnez une probabilité
event-without-chance =
    .found = { $event }
    .allowed = doit être un événement avec une probabilité : un risque ou une revue ne se décide qu’avec le temps
    .cure = demandez la quantité per_year, ou donnez une probabilité
question-of-two-things =
    .found = un événement et une quantité
    .allowed = une question porte sur une seule chose
    .cure = supprimez l’un des deux
waits-for-no-end =
    .found = { $question }
    .allowed = doit être une question ouverte avec un événement qui met fin à la mission par hasard
    .cure = nommez son événement, ou supprimez decide et after
waits-too-long =
    .found = { $question }, dont la réponse n’est attendue à aucun jour qui convienne
    .allowed = la réponse doit être connue avant la sortie de la mission ({ $exit })
    .cure = écrivez son can_learn_by
wishes-exclude-each-other =
    .found = { $other } de { $party }, qui ne peut être vrai en même temps que son souhait { $one }
    .allowed = les positions d’une partie doivent pouvoir tenir ensemble
    .cure = corrigez ou supprimez l’une des deux
wish-not-accepted =
    .found = { $other } de { $party }, qui contredit sa position sur { $one }
    .allowed = les positions d’une partie doivent pouvoir tenir ensemble
    .cure = corrigez ou supprimez l’une des deux
circle-of-courses =
    .found = la boucle { $circle }
    .allowed = ne doit pas tourner en rond
    .cure = retirez l’un d’eux de after ; le cours qui ouvre la chaîne prend des recruits
circle-of-projects =
    .found = la boucle { $circle }
    .allowed = ne doit pas tourner en rond
    .cure = retirez l’un d’eux de after
circle-of-tails =
    .found = un soutien qui se nourrit de lui-même : { $circle }
    .allowed = ne doit pas tourner en rond
    .cure = retirez l’un d’eux de `of`
circle-of-replacements =
    .found = la boucle { $circle }
    .allowed = ne doit pas tourner en rond
    .cure = retirez supersedes de la plus ancienne
circle-of-origins =
    .found = la boucle { $circle }
    .allowed = ne doit pas tourner en rond
    .cure = nommez ce dont elle a d’abord été déduite
nobodys-holiday =
    .found = un jour férié de { $of }, qui n’est personne ici
    .allowed = doit être host ou une partie
    .cure = { $cure }
closed-of-one =
    .found = la fermeture de { $of }
    .allowed = ce qui est fermé l’est pour tous
    .cure = supprimez of, ou placez les jours dans calendar.holidays
no-working-day =
    .found = aucun jour ouvré
    .allowed = doit être un jour ou plus
    .cure = nommez les jours, ou supprimez working_days
nation-never-works =
    .found = { $days ->
        [0] aucun jour où son personnel travaille quand un site le fait
        [one] { $days } jour par semaine où son personnel travaille quand un site le fait
       *[other] { $days } jours par semaine où son personnel travaille quand un site le fait
    }
    .allowed = { $least ->
        [one] doit être { $least } jour ou plus, car une semaine qui en a moins lui est fermée
       *[other] doit être { $least } jours ou plus, car une semaine qui en a moins lui est fermée
    }
    .cure = ajoutez des jours où les sites travaillent, ou abaissez calendar.least_days
no-period-long-enough =
    .found = { $periods }, où aucune session ne peut avoir lieu
    .allowed = { $weeks ->
        [one] l’une d’elles doit contenir { $weeks } semaine de la mission qui n’est pas fermée
       *[other] l’une d’elles doit contenir { $weeks } semaines de la mission qui ne sont pas fermées
    }
    .cure = élargissez les périodes, raccourcissez le cours, ou supprimez des semaines fermées
part-without-week =
    .found = { $people }, une part trop petite pour une semaine
    .allowed = { $tour ->
        [one] doit faire au moins une demi-semaine de la seule semaine d’une rotation, ou de ce qui en est offert
       *[other] doit faire au moins une demi-semaine des { $tour } semaines d’une rotation, ou de celles qui sont offertes
    }
    .cure = écrivez une part plus grande, ou des personnes entières avec les dates de leur présence

# Ce qui est toujours présenté.
pins-no-option =
    .found = { $option }, qui n’est ni une option ni un levier
    .allowed = doit nommer une option par son identifiant, `asked`, ou des choix sous la forme LEVIER=CHOIX
    .cure = { $levers ->
        [none] retirez-le : la mission n’a pas de leviers
       *[some] prenez un des leviers { $levers }, ou un identifiant de `cadre options --all`
    }
pins-excluded-option =
    .found = une option qu’une règle exclut ({ $because })
    .allowed = doit rester permise par les règles
    .cure = nommez d’autres choix, ou changez la règle
