# L’argument le plus fort contre chaque option, en page deux.
title = L’argument le plus fort contre chacune
of-one = <b>{ $letter } : </b>{ $what }.
of-all = <b>Toutes les options : </b>{ $what }.
nothing = <b>{ $letter } : </b>rien de plus que ce qui pèse sur toutes.
and = { " " }; et{ " " }
target =
    l’objectif le moins susceptible d’être atteint est { $wanted } { $units } pour le { $day }, avec une probabilité
    de { $number }
floor =
    le seuil le moins susceptible de tenir est { $wanted } { $units } après la sortie, avec une probabilité de
    { $number }
fill = la probabilité que moins de { $floor } de ses postes soient pourvus est de { $number }
gaps = semaines de postes critiques que personne n’offre : { $number }
no-better = part des simulations où elle atteint plus d’objectifs que ne rien faire : seulement { $number }
refused =
    elle demande à { $number } des { $parties } types de partie ce qu’ils disent ne pas accepter ({ $titles })
