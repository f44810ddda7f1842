# Le graphique des critères, en page une.
title = Critère par critère
# Ce selon quoi les options sont comparées : intitulés, et noms courts parmi les chiffres.
title-outcome = Objectifs atteints, par priorité
title-lasting = Seuils qui tiennent { $years } ans après la sortie
title-cost = Coût jusqu’à la sortie
title-exposure = Personnes à risque dans le pays
title-posts = Postes étrangers pourvus au maximum
title-years = Durée de la présence étrangère
title-filled = Part des postes pourvus
short-outcome = objectifs
short-lasting = durabilité
short-cost = coût
short-exposure = exposition
short-posts = postes
short-posts-in-country = postes dans le pays
short-years = durée
short-filled = postes pourvus
better-more = à maximiser
better-less = à minimiser
titled = { $title } ({ $better ->
    [more] à maximiser
   *[less] à minimiser
})
