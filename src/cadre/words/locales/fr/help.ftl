# Aide des commandes et de leurs arguments ; à la fin, ce qui l’entoure dans une page d’aide.
command-check = Lire un dossier de mission et dire tout ce qui n’y va pas.
new-workbook = Commencer un seul classeur à remplir (mission.xlsx) au lieu de fichiers de texte.
command-workbook = Écrire une mission comme classeur : une feuille par partie, remplie, avec aide et listes déroulantes.
command-folder = Écrire une mission qui se trouve dans un classeur comme dossier de fichiers de texte.
workbook-out = Classeur à écrire, un nouveau fichier .xlsx ; sinon NOM.xlsx.
workbook-file = Classeur (.xlsx) ou dossier d’une mission.
folder-out = Dossier à écrire, nouveau ou vide ; sinon le nom du classeur.
command-new = Commencer un dossier de mission à partir d’un recueil de chiffres publiés, avec un classeur modèle.
command-schema = Écrire le schéma JSON de mission.yaml, pour les éditeurs.
command-options = Engendrer les options que permettent leviers et règles, les évaluer et montrer les quelques-unes qui diffèrent.
command-plan = Planifier une option : ce qu’il faut, qui le fournit, ce qui peut alors être atteint, et quand.
command-why = Dire ce qu’une option manque et pourquoi, et quels changements isolés y remédieraient, chacun replanifié.
command-simulate = Planifier une option et simuler maintes fois son déroulement.
command-compare = Faire toute l’étude et comparer ses options critère par critère, ou quelques options seules.
command-brief = Faire toute l’étude et écrire la note : HTML, PDF, Word, diapositives, classeur et study.json.
command-replan = Reporter un plan plus ancien dans une mission changée : le moins possible bouge, et chaque déplacement est expliqué.
command-fits = Donner les places où une session ou une offre convient, et ce que chacune fait aux objectifs, au coût et aux autres.
command-sweep = Calculer une grille ou un échantillon d’options et d’inconnues, et écrire chaque cas dans un seul fichier Parquet.
command-trace = Dire d’où vient un nombre d’une note, ou écrire d’où ils viennent tous (--prov FILE).
command-since = Dire ce qui a changé entre deux notes, et quel fait a fait bouger quel nombre.
program = Planifier et comparer des missions de formation et de conseil, d’un mandat à une note de décision.
folder = Dossier de mission (mission.yaml et tableaux, ou mission.xlsx), ou un classeur (.xlsx).
seed = Graine de la simulation.
replications = Combien de fois l’déroulement de chaque option est simulé.
seconds = Filet de sécurité pour chaque recherche ; d’ordinaire, des limites de travail l’arrêtent.
jobs = Processus et fils d’exécution ; les résultats n’en dépendent pas.
effort = Multiple du travail usuel de chaque recherche ; davantage peut trouver de meilleurs plans.
language = Langue de ce qui est écrit : en ou fr ; à défaut celle de la mission.
language-of-no-mission = Langue de ce qui est écrit : en ou fr ; à défaut celle de l’environnement.
json = Écrire du JSON au lieu de texte.
strict = Refuser aussi ce dont on ne fait qu’avertir : chaque avertissement est une erreur.
option-id = Id d’une option, tel que `cadre options DIR --all` les énumère, ou sa lettre dans la dernière note.
of-brief = Dossier de la note dont les lettres sont entendues ; à défaut la dernière de la mission.
show = Une option à présenter quoi qu’il en soit : son id ou sa lettre, LEVIER=CHOIX, ou les deux (B, command=rotating) ; un levier seul : chacun de ses choix. Peut être répété.
compared-options = Options à comparer seules, entre virgules : ids ou lettres.
brief-out = Dossier à écrire ; à défaut out/NOM.
brief-since = Dossier de la dernière note : dire ce qui a changé depuis, et pourquoi.
brief-folder = Dossier d’une note.
number = Id d’un nombre dans la note.
prov = Écrire toute la chaîne en W3C PROV : PROV-N dans un fichier .provn, sinon PROV-JSON.
older-brief = Dossier d’une note plus ancienne.
sweep-out = Dossier du balayage : nouveau, ou à poursuivre.
sample = Une grille, un hypercube latin ou une suite de Sobol.
cases = Cas d’un échantillon ; une puissance de 2 pour Sobol.
vary = Chemin d’une inconnue à faire varier ; à répéter pour d’autres. Un échantillon les fait toutes varier.
levels = Niveaux de chaque inconnue dans une grille.
lever = Choix à garder, sous la forme LEVIER=CHOIX,CHOIX ; à répéter pour d’autres.
full = Planifier chaque cas comme le fait une étude, non comme l’évaluation rapide.
case-replications = Combien de fois l’déroulement de chaque cas est simulé.
cluster = Adresse d’un ordonnanceur Dask, telle que tcp://host:8786.
version = Écrire la version.
new-folder = Dossier à créer.
packs = Dit quels recueils il y a, sans rien commencer.
pack = Recueil de chiffres publiés d’où partir.
schema-file = Fichier à écrire ; à défaut la sortie standard.
every = Énumérer toutes les combinaisons, sans les évaluer.
older-plan = Le plan en vigueur : le dossier d’une note, ou ce que plan --json a écrit.
option-of-several = Option, si le plan en contient plusieurs.
pin = Ce qui ne doit pas bouger : une session, une activité ou une offre, * pour des lettres quelconques ; ID=SEMAINE.
firm = Laisser de côté les offres indiquées et promises : qu’est-ce qui tombe sans elles ?
what = Une session (COURS@SITE/N) ou une offre.
start-from = Plan d’où partir, comme pour replan ; à défaut planifié de nouveau.
usage = Usage :
metavar-options = {"["}OPTIONS]
metavar-command = COMMANDE [ARGUMENTS]...
arguments = Arguments
options = Options
commands = Commandes
required = obligatoire
default = par défaut : { $default }
help = Montrer ce message et finir.
# Réponses des nations.
command-offers = Offres des nations : lire leurs réponses dans la mission.
command-offers-read = Lire les réponses des nations, telles qu’elles arrivent, dans les offres d’une mission : montrées d’abord, saisies une fois confirmées.
replies = Tableurs envoyés par les nations : .xlsx, .csv, .tsv.
replies-into = Dossier de mission où les saisir.
replies-yes = Accepter la lecture des en-têtes et des mots.
replies-partial = Saisir les lignes comprises, et dire ce qui est resté.
replies-mapping = Fichier qui dit ce que signifient en-têtes et mots, écrit comme replies.yaml du dossier de mission.
replies-column = Ce que signifie un en-tête, comme "Effectif=people" ; à répéter pour d’autres.
replies-means = Ce que signifie un mot, comme "role: Sprengmeister = bomb-disposal-instructor" ; à répéter pour d’autres.
replies-set = Ce que la feuille ne dit pas, comme state=pledged ou party=norway ; à répéter pour d’autres.
replies-dates = Ce qui vient d’abord dans 01/03/2027.
replies-date = Jour des réponses ; celui qu’elles nomment, sinon aujourd’hui.
replies-encoding = Codage des fichiers texte qui ne sont pas en Unicode, comme windows-1252.
command-record = Rapporter ce qui s’est passé dans une mission en cours, ou écrire le formulaire pour le faire.
record-table = Tableau d’enregistrements, tel que serials, movements, counts ou spending.
record-fields = Ce qui est rapporté, sous la forme CHAMP=VALEUR ; plusieurs fois au besoin.
record-from = Formulaire rempli (.xlsx), ou un fichier .csv du nom d’un tableau.
record-form = Formulaire à écrire (.xlsx) : une feuille par tableau, avec une ligne pour ce qui est attendu.
record-of = Dossier de la note qui contient le plan, pour ce qui est attendu.
record-by = Auteur du compte rendu, là où les lignes ne le disent pas.
today = Jour tenu pour aujourd’hui, tel que 2026-05-03 ; celui de l’horloge sinon.
command-status = Dire où en est une mission en cours : le plan face aux comptes rendus, et quelles hypothèses ne tiennent plus.
plan-in-force = Le plan qui est exécuté : le dossier d’une note, ou ce qu’a imprimé plan --json.
command-forecast = Refaire la prévision d’une mission en cours à partir des comptes rendus, et la conserver.
keep-forecast = Conserver la prévision dans le dossier forecasts de la mission.
