# Pourquoi des options sont présentées ou écartées, et ce qui cloche dans l’ensemble présenté.
always-shown = ne rien faire est toujours présenté
cannot-be-done = irréalisable : { $why ->
    [none] ce que la mission fixe se contredit, quoi qu’on organise
   *[some] { $why }
}
dominated-by = dominée par { $by } : { $worse }
same-as = variante de { $other } : identique pour toutes les mesures{ $levers ->
    [none] {""}
   *[some] , elle n’en diffère que sur { $levers }
}
near-twin = variante de { $other } : elle n’en diffère que sur { $levers }
adds-too-little = apporte trop peu : { $added } { $added ->
    [one] point
   *[other] points
} des objectifs, quand la meilleure en apporte { $best }
    .added = points des objectifs qu’elle ajoute à ne rien faire
    .best = points des objectifs qu’ajoute la meilleure option
padded = sans effet supplémentaire : coûte { $cost } de plus que { $other } sans rien atteindre ni préserver de plus
    .cost = coût au-delà de celui de { $other }
less-distinct = moins distincte que celles qui sont présentées : diffère de { $other } sur { $levers }
unlike-others = différente des autres options présentées : diffère de { $other } sur { $levers }
reaches-most = { $cheapest ->
    [yes] atteint le plus d’objectifs, et au moindre coût
   *[no] atteint le plus d’objectifs
}
cheapest = la moins chère qui apporte assez par rapport à ne rien faire
three-sizes = { $options } sont des tailles d’une même option : elles ne diffèrent que sur { $lever }
padded-extreme =
    { $option } n’apporte aucun effet supplémentaire : elle coûte { $cost } de plus que { $other } sans rien atteindre ni préserver de
    plus
    .cost = coût de { $option } au-delà de celui de { $other }
near-twins = { $option } et { $other } sont des variantes l’une de l’autre : { $levers ->
    [none] aucun levier ne les distingue
   *[some] elles diffèrent sur { $levers }
}
nothing-feasible = Il ne reste qu’à ne rien faire : { $why ->
    [none] les règles excluent toutes les combinaisons de choix
   *[some] { $why }
}
dropped = { $why } ({ $options } { $options ->
    [one] option
   *[other] options
} sur { $of })
    .options = options écartées pour cette raison
    .of = options évaluées en plus de ne rien faire
