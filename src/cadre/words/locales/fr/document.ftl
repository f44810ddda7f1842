# Ce que porte chaque document d’une note : titres, en-têtes et pieds de page, noms de ses parties.
headline = { $title } : note de décision
description = Note de décision : { $title }, { $host }
subject = Note de décision, { $host }
ranges = Médianes de simulations ; les fourchettes valent dans 8 sur 10.
draft =
    Ébauche, ne pas décider sur cette base : { $futures } simulations par option, plans à un large écart, rien de vérifié en entier. Les chiffres changeront.
in-print =
    Médianes de simulations ; les fourchettes valent dans 8 sur 10. Les chiffres sont des liens vers leur origine.
origins = D’où viennent ces chiffres : { $places } dans les annexes de brief.html.
as-known = État des connaissances au { $day }
lead = État des connaissances au { $day }. { $ranges } Chaque chiffre renvoie à son origine.
slides-lead =
    État des connaissances au { $day }. { $ranges } Les commentaires de chaque diapositive donnent l’identifiant de chaque chiffre.
header = { $title }. État des connaissances au { $day }
contents = Sommaire
annexes = Annexes
annex = Annexe { $place }. { $title }
notes = { $title } : remarques
number-ids = Chiffres et leurs identifiants
number-id = { $number } : { $id } [{ $reference }]
chart = { $title }, graphique
footer = Rédigé par Cadre. `cadre trace OUT ID` donne toute la chaîne de chaque chiffre.
tip = { $label } : { $number }. { $how }. Identifiant : { $id }
id-first = Identifiant : { $id }. { $tip }
stands-in =
    { $sign } remplace des caractères que les polices de ce fichier n’ont pas ; brief.html les a.
# Outils de la page.
tools = Ce qui est montré
filter-options = Options
filter-criterion = Critère
every-criterion = tous les critères
side-by-side = Deux côte à côte
first-option = Première
second-option = Seconde
show-all = Tout montrer
criterion = Critère
more-sideways = suite sur le côté →
left-out = Une partie du dossier n’est pas montrée.
alike = Les plans de { $one } et { $other } sont dans leurs marges d’optimisation : ce qui les sépare peut venir de la recherche.
