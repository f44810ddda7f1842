# Annexes sur les postes : besoins et ce qui les pourvoit, partage de la charge, demandes, effectifs, soutien.
requirements = État des besoins et postes pourvus
requirements-of = Option { $letter } : ce qui est requis et ce qui le pourvoit
requirements-note =
    Parts des semaines de poste sur toute la durée de la présence ; * signale une fonction critique. Ligne par ligne,
    avec chaque relève : classeur, feuille Besoins.
column-role-site = Fonction et site
column-peak = Postes au pic
column-from = Du
column-to = Au
column-arrived = Arrivé
column-confirmed = Confirmé
column-pledged = Promis
column-indicated = Évoqué
column-open = Non pourvu
column-why = Pourquoi non pourvu
more-reasons = <small>{ $count ->
    [one] ; { $count } autre raison
   *[other] ; { $count } autres raisons
}</small>
burden = Partage de la charge
burden-caption = Qui porte les postes
column-party = Type de partie
column-used = Part employée de ses offres
column-carries = Porte
column-brings = Apporte
column-lost = Perdu sans elle
burden-note =
    Porte : part des semaines de poste pourvues. Apporte : ce qu’elle ajoute en moyenne à tout ensemble des autres, en
    part de ce que toutes peuvent pourvoir, les fonctions critiques pesant davantage ; c’est ce que chacune porterait si
    toutes portaient selon ce qu’elles offrent. Perdu : ce que nul autre ne pourrait pourvoir.
burden-none = Personne n’offre rien qui compte.
asks = Demandes supplémentaires
asks-caption = Demandes supplémentaires, celles qui comblent le plus d’abord
column-people = Personnes
column-role = Fonction
column-site = Site
column-closed = Semaines de postes comblées
column-critical = Critique
staffing = Effectifs dans le temps
tail = Le soutien face aux missions publiées
tail-caption = Postes étrangers au pic et leur soutien
column-trainers = Formateurs
column-advisers = Conseillers
column-command = Commandement
column-tail = Soutien
column-in-all = Total
column-per-trainer = Total par formateur ou conseiller
column-beside = Face au publié
published =
    { $title } : { $range } { $figure }. Le soutien découle des règles d’appui ; aucun total n’a été saisi. Les postes
    recrutés dans le pays ne sont pas comptés.
published-none = Le recueil de la mission ne contient aucun chiffre publié de missions comparables.
beside-none = aucun chiffre
beside-within = dans la fourchette publiée
beside-below = en dessous de la fourchette publiée
beside-above = au-dessus de la fourchette publiée
