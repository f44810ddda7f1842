# Annexes sur les options présentées, par ce qu’elles choisissent, et celles écartées, avec la raison de chacune.
title = Les options présentées
shown = Options présentées
column-letter = Lettre
column-title = Intitulé
column-why-shown = Pourquoi elle est présentée
chosen = Ce que choisit chaque option
column-lever = Ce qui est décidé
dropped = Options écartées, et pourquoi
none-shown-with = <b>Choix qu’aucune option présentée ne fait :</b>
none-dropped = Aucune n’a été écartée.
excluded = <b>Exclu par une règle : </b>{ $rule } ({ $because }).
rule-choice = { $lever } { $choices }
with = { " " }avec{ " " }
dropped-caption = Options écartées, par raison
column-why = Pourquoi
column-options = Options
column-cost = Coût
column-which = Lesquelles
note =
    <small>Écartées en tout : </small>{ $count }<small>. Mesures de l’évaluation rapide : un programme relaxé et peu de
    simulations. Elles choisissent ce qui est examiné de près et ne se comparent pas à la page une.</small>
rest =
    { $count ->
        [one] { $count } autre, pour une raison propre, figure dans le classeur (feuille Options évaluées).
       *[other] { $count } autres, chacune pour une raison propre, figurent dans le classeur (feuille Options évaluées).
    }
and-more = <small>{ $names }, { $count } autres</small>
