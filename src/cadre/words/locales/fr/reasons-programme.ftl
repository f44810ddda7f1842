limit-binds = { $limit ->
    [trainees] les stagiaires manquent : avec plus de recrues, on atteindrait davantage
    [seats] les places manquent : avec une salle pour chaque session, on atteindrait davantage
    [instructors] les instructeurs manquent : avec du personnel pour tous les rôles, lieux et semaines, au lieu de celui qui est proposé, on atteindrait davantage
    [ceiling] le plafond limite : avec plus de postes, on atteindrait davantage
    [site] les sites limitent : tous ouverts dès le premier jour, avec assez de lits, on atteindrait davantage
   *[time] le temps manque : les cours, l’un après l’autre, durent plus longtemps
}
target-missed = { $capability } au { $day } : { $reached } sur { $wanted } ; { $why }
    .reached = { $capability } : unités atteintes au { $day }
    .wanted = { $capability } : unités voulues au { $day }
