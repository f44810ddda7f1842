# Le graphique des critères, en page une.
title = Critère par critère
# Ce selon quoi les options sont comparées, chaque critère sous son nom dans cadre.criteria : son intitulé ; parmi
# les chiffres ; en tête de colonne en page une ; et l’argument contre l’option la moins bonne.
outcome = Part pondérée des objectifs atteints
    .short = objectifs
    .column = Part pondérée des objectifs atteints
    .worst = sa part pondérée d’objectifs atteints est la plus basse : { $number }
    .more = atteint { $by } { $by ->
        [one] point
       *[other] points
    } de plus des objectifs
    .less = atteint { $by } { $by ->
        [one] point
       *[other] points
    } de moins des objectifs
lasting = Seuils qui tiennent { $years } { $years ->
        [one] an
       *[other] ans
    } après la sortie
    .short = durabilité
    .column = Seuils qui tiennent après la sortie
    .worst = elle maintient le moins de seuils : { $number }
    .more = préserve { $by } { $by ->
        [one] point
       *[other] points
    } de plus des seuils
    .less = préserve { $by } { $by ->
        [one] point
       *[other] points
    } de moins des seuils
cost = Coût jusqu’à la sortie
    .short = coût
    .column = Coût jusqu’à la sortie
    .worst = elle coûte le plus parmi les options présentées : { $number }
    .more = coûte { $by } de plus
    .less = coûte { $by } de moins
exposure = Temps que des étrangers passent dans le pays
    .short = exposition
    .column = Personnes-semaines dans le pays
    .worst = son personnel passe le plus de temps dans le pays : { $number } personnes-semaines
    .more = garde des personnes dans le pays { $by } { $by ->
        [one] personne-semaine
       *[other] personnes-semaines
    } de plus
    .less = garde des personnes dans le pays { $by } { $by ->
        [one] personne-semaine
       *[other] personnes-semaines
    } de moins
posts = Postes étrangers requis au pic
    .short = postes
    .column = Postes étrangers requis au pic
    .worst = elle requiert le plus de postes étrangers : { $number }
    .more = requiert { $by } { $by ->
        [one] poste
       *[other] postes
    } de plus
    .less = requiert { $by } { $by ->
        [one] poste
       *[other] postes
    } de moins
posts-in-country = Postes étrangers dans le pays
    .short = postes dans le pays
    .more = a { $by } { $by ->
        [one] poste
       *[other] postes
    } de plus dans le pays
    .less = a { $by } { $by ->
        [one] poste
       *[other] postes
    } de moins dans le pays
years = Durée de la présence étrangère
    .short = durée
    .column = Années
    .worst = elle y maintient des étrangers le plus longtemps, en années : { $number }
    .more = dure { $by } { $by ->
        [one] an
       *[other] ans
    } de plus
    .less = dure { $by } { $by ->
        [one] an
       *[other] ans
    } de moins
filled = Part des postes planifiés pourvue
    .short = postes pourvus
    .column = Postes pourvus
    .worst = ses postes planifiés sont les moins pourvus : { $number }
    .more = voit { $by } { $by ->
        [one] point
       *[other] points
    } de plus de ses postes pourvus
    .less = voit { $by } { $by ->
        [one] point
       *[other] points
    } de moins de ses postes pourvus
better-more = à maximiser
better-less = à minimiser
titled = { $title } ({ $better ->
    [more] à maximiser
   *[less] à minimiser
})
