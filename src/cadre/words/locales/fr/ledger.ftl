# Annexes : déclarations, sources, hypothèses, chiffres publiés.
title = Registre
statements = Ce qui est connu et rapporté
sources = Sources
assumptions = Hypothèses
assumed = Hypothèses retenues
figures = Chiffres publiés employés
column-id = Identifiant
column-statement = Déclaration
column-who = Qui le dit
column-grade = Cote
column-group = Groupe
column-source = Source
column-date = Date
column-title = Titre
column-publisher = Éditeur
column-note = Remarque
column-assumption = Hypothèse
column-why = Pourquoi
column-basis = Fondement
column-figure = Chiffre
column-value = Valeur
column-unit = Unité
grades =
    Cote : fiabilité de la source (A–F) et crédibilité de la déclaration (1–6), tenues séparées ; F et 6 signifient
    qu’elle ne peut être jugée. Les déclarations d’un même groupe remontent à une même origine et ne se confirment
    pas plus qu’une seule ne le ferait.
learns =
    Les cours s’améliorent avec les sessions organisées : à chaque doublement, il reste { $ratio } des instructeurs pour
    autant de stagiaires (jamais moins de la moitié), et autant de ceux qui échouent, comme le montrent des études
    publiées sur les services ({ $figure }). Les plans gardent ce qui est écrit. Une mission l’exclut par { $switch }.
widened =
    { $widened } des { $ranges } fourchettes ne reposent que sur des hypothèses. Dans les études publiées, { $hold }
    seulement des fourchettes à 80 % données par des experts contenaient ce qui s’est produit. Dans les simulations,
    ces fourchettes sont donc tirées { $factor } fois plus larges qu’écrites, autour de la même médiane. Les plans les
    gardent telles quelles, et celles qui reposent sur une source sont tirées telles quelles. `{ $switch }` dans la
    mission supprime cet élargissement.
attribution-named = nommé
attribution-official = officiel
attribution-unnamed = non nommé
attribution-declined-to-comment = n’a pas souhaité commenter
attribution-denied = démenti
attribution-derived = déduit
attribution-assumption = hypothèse
likelihood = Vraisemblance { $share }.
confidence-low = Confiance faible.
confidence-moderate = Confiance moyenne.
confidence-high = Confiance élevée.
replaces = Remplace { $statement } : { $why }
derived = { $title } (déduit)
