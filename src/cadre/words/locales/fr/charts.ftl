# Graphiques : titres, textes de remplacement, légendes, et ce qui est dit là où l’on pointe.
capability = Capacités dans le temps : médiane, bande à 80 %, objectifs (losanges), sortie (tirets)
capability-alt =
    Unités de chaque capacité dans le temps, par option : ligne médiane dans une bande à 80 % ; les losanges sont les
    objectifs, la ligne en tirets est la sortie.
capability-told = { $title } : { $most } voulues au plus ; à la fin { $ends }.
tip-x = année
tip-low = bas
tip-median = médiane
tip-high = haut
tip-option = option
tip-told = médiane (fourchette à 80 %)
tip-what = quoi
tip-state = état
tip-series = série
tip-people = personnes
ends = Objectifs, durée des acquis et coût : médiane et fourchette de 8 simulations sur 10
payers = Coût jusqu’à la sortie par payeur
paid-by-nations = Payé par les nations
paid-by-common-fund = Payé par le fonds commun
paid-by-trust-fund = Payé par le fonds fiduciaire
paid-by-host = Payé par l’hôte
to-exit = jusqu’à la sortie
ranges-alt = { $title }. Médiane et fourchette à 80 % de chaque option. { $described }.
posts = Postes étrangers requis dans le temps, par origine du besoin
posts-alt =
    Postes étrangers requis dans le temps par option, empilés : formateurs, conseillers, commandement, puis soutien.
posts-told =
    { $letter } : { $total } au pic, dont { $trainers ->
    [one] { $trainers } formateur
   *[other] { $trainers } formateurs
}, { $advisers ->
    [one] { $advisers } conseiller
   *[other] { $advisers } conseillers
}, { $command } de commandement, { $tail } de soutien.
nations = Qui pourvoirait les postes, par partie
nations-alt = Qui pourvoirait les postes dans le temps, par partie, avec au sommet ce que personne n’offre encore.
nations-told = { $letter } : { $share } des semaines de poste non pourvues.
axis-posts = postes
other = autres
nobody = encore personne
core-instructors = formateurs
core-advisers = conseillers
core-command = commandement
timetable = Calendrier de l’option { $letter }
timetable-alt =
    Option { $letter } : { $placed } sessions placées sur { $serials }, en { $lines } lignes de cours et de projets par
    site.
as-planned = comme prévu
later = plus tard que prévu
short = places d’instructeur non pourvues
project = projet
growth = Objectifs atteints et coût : toutes les options évaluées (gris), celles présentées (lettres), et une qui grandit
growth-x = coût jusqu’à la sortie (moyenne)
growth-y = objectifs atteints (moyenne)
growth-alt =
    Part des objectifs atteints selon le coût jusqu’à la sortie. { $count } points gris sont les options évaluées, par
    l’évaluation rapide ; les lettres sont les options présentées, jouées en entier, avec la frontière efficace ; une ligne
    tiretée est une option avec plus de postes, tous pourvus. { $told }.
growth-told = { $letter } { $share } pour { $cost }
staircase = De ce qui est voulu à ce qui en advient, option { $letter } : unités au dernier objectif
staircase-alt = Unités de chaque capacité, marche par marche, option { $letter }. { $told }
staircase-told =
    { $title } : voulu { $wanted }, tous postes pourvus { $filled }, avec ce qui est offert { $offered }, tel que cela
    tournerait { $played }, sans la mission { $without }.
step-wanted = voulu
step-filled = tous postes pourvus
step-offered = avec ce qui est offert
step-played = tel que cela tournerait
step-without = sans la mission
