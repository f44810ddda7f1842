# Les options en un coup d’œil, en page une : un tableau de sept lignes au plus.
title = Les options en un coup d’œil
caption = Options côte à côte : médianes, avec en dessous la fourchette de 8 simulations sur 10
column = Ce qu’il en résulte
targets = Objectifs probablement atteints
units = { $units } au { $day }, sur le nombre voulu
floors = Niveaux minimaux qui tiendraient, années après la sortie : { $years }
cost = Coût jusqu’à la sortie, tous payeurs
people = Étrangers dans le pays à la fois
posts = Postes étrangers au maximum, et part du temps de poste pourvue
objection = Probabilité qu’une partie s’oppose, positions supposées
out-of = { $number } sur { $whole }
at-a-time = environ { $people }, pendant { $years } { $years ->
    [one] an
   *[other] ans
}
nobody = personne
no-posts = aucun poste
needed = { $needed }, pourvus à { $manned }
reading =
    Médianes de { $futures } simulations. Probable : dans la moitié d’entre elles au moins. Pourvu : part du temps
    pendant lequel les postes de l’option doivent être tenus où quelqu’un les tient.
unmet = <b>Demandé, mais dans aucune option présentée : </b>{ $elements }.
