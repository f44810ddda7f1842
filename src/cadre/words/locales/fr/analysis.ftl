# Annexes sur le jugement : l’accord en détail, ce que vaut l’information, les rangs selon les poids.
not-judged = Non jugé dans cette étude.
agreement = L’accord des parties en détail
changes = <b>Changements qui rendraient l’accord plus probable.</b>
who = <b>{ $letter } : </b>{ $what }.
nobody-breaks =
    personne ne s’oppose avec une probabilité de { $chance } ({ $apart } si les parties décidaient séparément,
    { $together } si toutes décidaient de concert)
blocking = { $parties } et aucune autre s’opposent dans { $share }
pivotal = { $party } seule dans { $share }
caveats = les réserves laissent aux autres { $cost } du coût et { $posts } des postes
to-win = à convaincre : { $sets }
information = Ce que vaut l’information
column-learnt = Ce qui est appris
column-changes = Autre option dans
column-targets = Objectifs, points
column-floors = Seuils, points
column-cost = Coût
column-value = Valeur
column-floor = Bruit
column-money = En valeur monétaire
column-agreed = Approuvé et bon
column-by = Connu le
column-last-useful = Utile jusqu’au
information-note =
    Si cela était connu avant de décider, une autre option serait choisie dans cette part des simulations ; objectifs,
    seuils et coût sont ce que cela change, en moyenne sur l’ensemble. Valeur : gain de valeur espérée, en points sur
    100, en moyenne sur les poids possibles, et en argent selon le poids du coût. Le bruit est le plus qu’un point sans
    aucun effet a montré ; ce qui ne le dépasse pas n’a pas d’importance connue. Les chiffres ont la précision que
    permet le nombre de simulations.
ranks = Rangs pour tous les poids possibles (à titre d’information, non un résultat)
flips = <b>Où le classement bascule.</b>
lead = { $kind ->
    [stated] Les poids sont déclarés ; en moyenne { $weights }.
    [order] Seul l’ordre des poids est connu ; en moyenne { $weights }.
   *[any] Personne n’a déclaré de poids : tous sont tenus pour possibles ; en moyenne { $weights }.
} Les parts comptent les poids et les simulations où une option est au premier rang, au deuxième, etc. (SMAA-2) ; là où
    deux sont proches, le classement n’est pas établi.
as-planned = Ceci vaut pour les plans tels qu’ils sont.
ranks-caption = Part des poids et des simulations où une option a ce rang
column-rank = Rang { $rank }
central-caption = Poids qui mettent une option au premier rang en moyenne, et fréquence de ce rang avec eux
column-weight = Poids : { $criterion }
column-first = Première avec ceux-ci
tornado = Ce qui fait le plus varier chaque critère
column-criterion = Critère
column-quantity = Grandeur
column-at-low = Moyenne dans son dixième le plus bas
column-at-high = Dans son dixième le plus haut
column-explained = Variance expliquée
