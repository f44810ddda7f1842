# Annexe sur la méthode : comment l’étude a été faite ; formules et sources figurent dans docs/model.
title = Méthode, graines et versions
step-options =
    Toute combinaison de choix que les règles permettent est une option ; une évaluation rapide les trie, et celles,
    peu nombreuses, qui diffèrent le plus sont planifiées.
step-programme =
    Un programme linéaire en nombres entiers mixtes planifie les sessions et les postes de chaque option, d’abord tels que
    l’option les requiert, puis dans la limite des postes que les offres pourvoient.
step-forces =
    Un second rapproche les offres des postes par fonction, grade, langue, lieu, dates, réserves et conditions ; une
    promesse ne compte pas comme une personne.
step-timetable = Les cours sont placés dans le temps avec les personnes et les salles.
step-futures =
    Chaque option rencontre les mêmes simulations, tirées de ce qui n’est pas connu (une fois par simulation) et de
    l’aléa (semaine par semaine), jusqu’à la fin de la période examinée après la sortie.
step-comparison =
    Les options sont comparées critère par critère, simulation par simulation. Aucun total n’est formé.
seed = <b>Graine </b>{ $seed } ; <b>simulations par option </b>{ $futures }.
versions = <b>Versions : </b>{ $versions }.
checked = <b>Vérifiées en entier avant d’être écartées : </b>{ $checked } options, les plus proches de celles présentées. L’évaluation
    rapide s’est trompée sur { $wrong } d’entre elles{ $came ->
        [none] .
       *[some] {" "}; présentées pour cela : { $came }.
    }
effort = <b>Travail de chaque recherche, en multiple de l’usuel (effort) : </b>{ $effort }.
limits = <b>Recherches arrêtées par une limite en secondes : </b>{ $limits }.
no-limits =
    <b>Recherches arrêtées par une limite en secondes : </b>aucune : chaque recherche s’est arrêtée par son écart ou son
    travail déterministe, de sorte que toute machine trouve la même chose.
searches = Comment chaque recherche s’est arrêtée
column-stage = Étape
column-status = État
column-gap = Écart à la borne prouvée
stage-need = besoin
stage-forces = forces
stage-programme = programme
stage-staff = personnel
stage-timetable = calendrier
status-optimal = optimal
status-feasible = réalisable
status-infeasible = irréalisable
status-not-found = non trouvé
status-stopped = interrompu
