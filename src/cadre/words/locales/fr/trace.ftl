# D’où vient un nombre d’une note.
head-id = id
head-computed = calculé
head-made-of = composé de
head-inputs = données
head-rests-on = repose sur
head-study = étude
in-print = { $id }, [{ $ref }] à l’impression
input = { $path } = { $value }
input-set = { $path } = { $value } (fixé par l’option)
study = { $replications ->
    [one] graine { $seed }, { $replications } simulation, effort { $effort }, sha256 de la mission { $digest }…, { $versions }
   *[other] graine { $seed }, { $replications } simulations, effort { $effort }, sha256 de la mission { $digest }…, { $versions }
}
unknown-figure = un chiffre publié que le recueil de la mission ne contient pas
unknown-statement = une déclaration que le registre ne contient pas
published = publié
