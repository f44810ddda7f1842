of-all = <b>Toutes les options : </b>{ $what }.
nothing = rien de plus que ce qui pèse sur toutes.
and = { " " }; et{ " " }
targets = objectifs probablement atteints, sur { $whole } : { $number }
floors = seuils qui tiendraient après la sortie, sur { $whole } : { $number }
target =
    l’objectif le moins susceptible d’être atteint est { $wanted } { $units } pour le { $day }, avec une probabilité
    de { $number }
floor =
    le seuil le moins susceptible de tenir est { $wanted } { $units } après la sortie, avec une probabilité de
    { $number }
fill = la probabilité que moins de { $floor } de ses postes soient pourvus est de { $number }
gaps = semaines de postes critiques que personne n’offre de pourvoir : { $number }
no-better = part des simulations où elle atteint plus d’objectifs que si rien n’est fait : seulement { $number }
refused =
    elle demande à { $number } des { $parties } types de partie ce qu’ils disent ne pas accepter ({ $titles })
