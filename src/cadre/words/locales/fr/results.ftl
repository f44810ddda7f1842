# Annexes : capacité au fil du temps, calendrier, argent, différences, positions, questions.
capability = Capacité au fil du temps, objectifs et seuils
goal = Objectif ou seuil
goals = Objectifs et seuils
goals-note =
    Unités présentes : médiane (fourchette à 80 %) ; probabilité que l’objectif soit atteint ou que le seuil tienne
    (intervalle à 95 %, dû au nombre de simulations) ; unités que le programme planifie ; ce qui le limite.
target = { $title } : { $units } pour le { $day }
floor = { $title } : { $units } à maintenir après la sortie
chance = <small>probabilité </small>{ $chance }
added = <small>de plus que ne rien faire </small>{ $units }
planned = <small>planifié </small>{ $units }
planned-course = <small>planifié </small>{ $units }<small>, un cours n’est pas organisé</small>
planned-seats = <small>planifié </small>{ $units }<small>, places</small>
planned-instructors = <small>planifié </small>{ $units }<small>, instructeurs</small>
planned-trainees = <small>planifié </small>{ $units }<small>, stagiaires</small>
planned-site = <small>planifié </small>{ $units }<small>, site</small>
planned-ceiling = <small>planifié </small>{ $units }<small>, plafond</small>
planned-time = <small>planifié </small>{ $units }<small>, temps</small>
timetable = Calendrier
timetable-note =
    Les barres encadrées sont des sessions : blanches là où manque un instructeur, sombres là où elles sont plus tardives
    que prévu ; la ligne en tirets est la sortie.
timetable-search =
    Option { $letter } : la recherche du calendrier s’est arrêtée, sa borne plus basse de { $lower } : autant de ce qui
    est en retard peut tenir à la recherche.
nothing-held = L’option { $letter } ne comporte aucun cours ni projet.
left-out = Option { $letter } : sessions qui n’ont pu être placées : { $count }. Le classeur les énumère.
left-out-why =
    Option { $letter } : sessions qui n’ont pu être placées : { $count }, le plus souvent : { $why }. Le classeur les
    énumère.
costs = Coût par payeur
cost-to-exit = Coût jusqu’à la sortie
simulated-cost = Coût simulé
cost-before-overrun = Coût jusqu’à la sortie avant tout dépassement
cost = Coût jusqu’à la sortie, dépassement compris
cost-fully-manned = De même, si tous les postes avaient été pourvus
cost-a-graduate = Coût jusqu’à la sortie par diplômé
cost-beyond = Coût pour l’hôte après la sortie, à part
by-year = Coût jusqu’à la sortie par année
paid-in = Payé en
days = du { $from } au { $to }
by-year-note =
    Médiane (fourchette à 80 %). Chaque semaine compte dans l’année de son premier jour. Dans chaque simulation, la somme des
    années est le coût jusqu’à la sortie ; celle de leurs médianes peut en différer.
median = Médiane (fourchette à 80 %).
not-discounted = Non actualisé.
overrun =
    Le coût jusqu’à la sortie, pour tous les payeurs, est multiplié dans chaque simulation par un dépassement de
    { $overrun }, tiré { $source ->
    [comparable] de missions comparables ({ $why })
   *[own] de l’estimation de la mission elle-même
}. Les plans, et les conditions des parties sur le coût, gardent le coût sans dépassement.
differences = Face à ne rien faire et entre elles
criterion = Critère
no-nothing = Ne rien faire n’est pas parmi les options.
minus-nothing =
    Option moins ne rien faire, simulation par simulation : médiane (fourchette à 80 %), et fréquence à laquelle l’option est
    meilleure
better = meilleure dans { $share }
better-as-planned = non départagées ; selon le plan meilleure dans { $share }
positions = Positions déclarées
what-parties-state = Ce que déclarent les types de partie
column-party = Type de partie
column-stance = Attitude
column-condition = Condition sur l’option
column-insists = Probabilité d’insister
column-basis = Fondement
stance-wants = souhaite
stance-will-not-accept = n’accepte pas
questions = Toutes les questions ouvertes
no-question = Aucune n’a été écrite.
