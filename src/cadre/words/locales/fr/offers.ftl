# Les offres face aux postes, en page deux.
title = Offres face aux postes
column-option = Option
column-arrived = Arrivé
column-confirmed = Confirmé
column-pledged = Promis
column-indicated = Évoqué
column-open = Non pourvu
column-critical = Semaines de postes critiques non pourvues
column-counted = Le plan compte sur
column-come = Pourvu
column-first = Besoins prioritaires
note =
    <small>Part des semaines de poste requises que les offres pourvoient, selon leur fermeté. Seules enseignent les
    personnes arrivées ; une intention ou une promesse n’est pas une personne. Le plan compte sur tous ceux qui sont
    offerts, aux postes qu’il prévoit alors ; « pourvu » est la part des semaines de poste requises effectivement pourvues
    dans les simulations, avec la fourchette à 80 %.</small>
no-ask = rien : tous les postes sont pourvus
more = { $count } de plus
