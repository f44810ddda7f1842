# Les options côte à côte, en page une.
title = Les options en détail
caption = Options côte à côte : médiane, fourchette à 80 % en dessous
column-option = Option
name = <b>{ $letter } </b>{ $title }
name-dominated = <b>{ $letter } (dominée) </b>{ $title }
search-stopped = recherche arrêtée, borne plus basse de { $number }
not-told-apart =
    <b>Non départagées : </b>{ $pairs } : la recherche a laissé une marge plus grande que leur différence ;
    aucune n’est donc dite meilleure par son plan.
of-it-tail = dont soutien { $number }
no-posts = <small>aucun poste</small>
note = <b>Remarque sur l’ensemble : </b>{ $what }
money-buys = <b>Ce que permet un surcoût : </b>{ $what }
dominated = <b>{ $letter } est dominée par { $by } : </b>{ $why }
legend =
    Chaque chiffre est la médiane de { $futures } simulations, avec la fourchette qui vaut dans 8 sur 10. Les objectifs
    atteints sont pondérés par priorité. Les postes étrangers sont ce dont l’option a besoin ; les postes pourvus sont
    la part de leurs semaines de poste effectivement pourvues.
legend-fill = Probabilité de moins de { $floor } : { $chances }.
legend-tail = Le soutien comprend protection, état-major et autres appuis.
legend-per-trainer =
    Effectif total par formateur ou conseiller : { $each } ; publié pour une mission comparable : { $published }.
legend-searched =
    Là où la recherche s’est arrêtée, jusqu’à la part indiquée de ce que le plan manque peut tenir à la recherche et non
    à l’option.
legend-floors = Les seuils sont ce qui doit encore tenir, en années après le départ du dernier formateur : { $years }.
legend-agreement = Qui s’opposerait figure à la page suivante.
legend-no-agreement = La probabilité que quiconque soit d’accord n’est pas estimée.
legend-shown =
    Présentées : { $shown } des { $screened } options évaluées ; les autres figurent en annexe avec leur raison.
