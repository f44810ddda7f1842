# Ce qui ne va pas dans une étude, ou dans ce qu’on lui demande.
no-option =
    .found = { $option }
    .allowed = doit être l’id d’une option
    .cure = { $cure }
no-suffix = aucun suffixe
no-prov-file =
    .found = { $suffix }
    .allowed = doit finir par .json (PROV-JSON) ou .provn (PROV-N)
    .cure = nommez-le { $json } ou { $provn }
no-such-number =
    .found = { $id }
    .allowed = doit être l’un de ses { $count } nombres
    .cure = { $cure }
no-study =
    .found = aucun fichier de ce nom
    .allowed = le dossier d’une note en contient un
    .cure = écrivez d’abord la note : cadre brief DIR --out OUT
no-json =
    .found = { $problem }
    .allowed = doit être du JSON tel que Cadre l’a écrit
    .cure = écrivez de nouveau la note
study-without-numbers =
    .found = aucun nombre
    .allowed = doit être une étude de Cadre
    .cure = écrivez de nouveau la note
correlations-contradict =
    .found = des corrélations de rang qui se contredisent
    .allowed = doivent pouvoir tenir ensemble
    .cure = rapprochez-les de 0, ou supprimez-en une
no-anchors =
    .found = rien, et aucune option évaluée
    .allowed = ce qui compte 0 et 1 doit être connu
    .cure = écrivez-le : anchors: {"{"}{ $criterion }: {"{"}worst: ..., best: ...{"}"}{"}"}
not-simulated =
    .found = rien
    .allowed = doit être simulé
    .cure = regardez le résultat de la simulation
no-option-shown =
    .found = aucune option
    .allowed = il faut au moins une option
    .cure = présentez-en une
none-at-all =
    .found = aucune
    .allowed = il faut au moins une option et une simulation
    .cure = présentez-en une
not-finite-everywhere =
    .found = { $number ->
        [one] { $number } valeur sans nombre fini
       *[other] { $number } valeurs sans nombre fini
    }
    .allowed = doit être finie dans chaque simulation
    .cure = corrigez la simulation
not-finite-in-some =
    .found = { $of ->
        [one] { $number } simulation sur { $of } sans nombre fini
       *[other] { $number } simulations sur { $of } sans nombre fini
    }
    .allowed = doit être finie dans chaque simulation
    .cure = corrigez la simulation
not-all-finite =
    .found = { $number ->
        [one] { $number } valeur sans nombre fini
       *[other] { $number } valeurs sans nombre fini
    }
    .allowed = toutes doivent être finies
    .cure = corrigez la simulation
too-few-nested =
    .found = { $settings ->
        [one] { $settings } tirage des inconnues
       *[other] { $settings } tirages des inconnues
    } avec { $replications ->
        [one] { $replications } simulation
       *[other] { $replications } simulations
    }
    .allowed = il en faut au moins 2 de chaque
    .cure = simulez davantage
other-details =
    .found = d’autres valeurs de { $detail }
    .allowed = les inconnues doivent être les mêmes
    .cure = rejouez avec la graine des simulations
no-outcome =
    .found = aucun résultat
    .allowed = chaque option présentée en demande un
    .cure = simulez l’option
luck = graine { $seed } avec { $replications ->
    [one] { $replications } simulation
   *[other] { $replications } simulations
}
other-luck =
    .found = { $streams }
    .allowed = les options doivent avoir connu les mêmes hasards
    .cure = simulez toutes les options avec la même graine et le même nombre de simulations
one-replication =
    .found = 1 simulation
    .allowed = il en faut au moins 2
    .cure = demandez-en davantage
other-shape =
    .found = la forme { $shape }
    .allowed = doit être { $needed }
    .cure = simulez de nouveau
no-weight =
    .found = { $weight }
    .allowed = doit être un nombre de 0 à 1
    .cure = corrigez le poids
weights-not-1 =
    .found = des poids dont la somme est { $sum }
    .allowed = leur somme doit être 1
    .cure = divisez chacun par leur somme
not-above-0 =
    .found = { $value }
    .allowed = doit dépasser 0
    .cure = {""}
no-probability =
    .found = { $value }
    .allowed = doit être entre 0 et 1
    .cure = {""}
too-few =
    .found = { $value }
    .allowed = doit être au moins { $least }
    .cure = {""}
no-number =
    .found = une valeur qui n’est pas un nombre
    .allowed = doit être finie
    .cure = {""}
older-format =
    .found = une étude d’une version antérieure de Cadre
    .allowed = une étude de cette version
    .cure = écrivez de nouveau la note avec { "`cadre brief`" }
