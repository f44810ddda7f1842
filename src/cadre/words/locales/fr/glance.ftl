# Les options en un coup d’œil, en page une : un tableau de sept lignes au plus.
title = Les options en un coup d’œil : médianes et fourchettes (8 simulations sur 10)
column = Ce qu’il en résulte
targets = Objectifs probablement atteints
units = { $units } au { $day }
floors = Seuils qui tiendraient { $years } { $years ->
    [one] an
   *[other] ans
} après la sortie
cost = Coût jusqu’à la sortie, tous payeurs
people = Étrangers présents à la fois, environ
posts = Postes étrangers au pic (pourvus)
objection = Opposition supposée
out-of = { $number } sur { $whole }
at-a-time = { $people } pendant { $years } { $years ->
    [one] an
   *[other] ans
}
nobody = personne
no-posts = aucun poste
needed = { $needed } ({ $manned })
reading = Médianes de { $futures } simulations. Probable : dans la moitié d’entre elles au moins.
none-assumed = aucune
likely = probable ({ $chance })
less-likely = moins probable ({ $chance })
