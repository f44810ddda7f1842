# Quelles options un état-major présente, et ce qu’aucune ne satisfait.
as-asked = tel que demandé{ $derived ->
    [yes] {" "}(les choix qui apportent ce que le mandat nomme)
   *[no] {""}
}{ $left-open ->
    [none] {""}
   *[some] ; pour { $left-open }, laissé ouvert, ce qui atteint le plus au moindre coût
}{ $least ->
    [yes] ; c’est aussi le minimum qui répond au mandat
   *[no] {""}
}
nearest-to-asked = au plus près de ce qui est demandé : répond à { $answered } des { $of } éléments du mandat{ $least ->
    [yes] {" "}; c’est aussi le minimum qui le fait
   *[no] {""}
}
    .answered = éléments du mandat auxquels elle répond
    .of = éléments du mandat qui demandent un choix
least-that-serves = la moins chère qui satisfait au mandat
least-that-answers = le minimum qui répond à { $answered } des { $of } éléments du mandat
    .answered = éléments du mandat auxquels elle répond
    .of = éléments du mandat qui demandent un choix
pinned-by-planner = présentée à la demande du planificateur
differs-in-one = comme { $other }, mais { $choice }{ $changes ->
    [none] {" "}: rien ne change au-delà du bruit statistique
   *[some] {" "}: { $changes }
}
not-beaten-in-full = planifiée et simulée en entier, aucune option présentée n’est meilleure (l’évaluation rapide l’avait écartée)
better-in-full = planifiée et simulée en entier, meilleure en tout que { $other } (l’évaluation rapide l’avait écartée)
worse-in-full = planifiée et simulée en entier, moins bonne en tout que { $by } : { $worse }
no-place-left = planifiée et simulée en entier, pas moins bonne que celles présentées, qui remplissent déjà une page
rule-forbids = une règle l’interdit : { $because }
asked-twice = les éléments du mandat demandent des choix différents pour { $lever }
none-chooses = aucune option présentée n’a { $choices }
none-finishes = aucune option présentée n’achève « { $project } »
none-holds = aucune option présentée n’organise un cours qui y réponde
element-unmet = « { $element } » : { $why }
none-shown-with = { $choice } : la meilleure est { $option }, { $why }
none-with = { $choice } : { $why }
pin-cannot-be-done = { $option } devait être présentée, mais { $why }
