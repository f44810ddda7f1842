# Qui serait d’accord, en page deux.
title = Qui s’opposerait
caption = Comment chaque type de partie accueille chaque option
note =
    <small>{ $named ->
        [types] Types de partie, selon les conditions que le registre leur connaît ; aucun gouvernement n’est nommé ni classé.
       *[named] Parties telles que la mission les nomme, selon les conditions que le registre leur connaît.
    } { $assumed ->
        [yes] Ces conditions sont des hypothèses du planificateur{ $basis } ; aucune partie ne les a énoncées.
       *[no] { "" }
    } Les parts sont des parts de simulations : la fermeté d’une partie est tirée de la fourchette supposée. C’est
    approuvé si personne ne s’oppose : une seule opposition suffit.</small>
no-position = – aucune position
supports = ● soutient
    .in = ● soutient ; s’oppose dans { $share }
acquiesces = ○ acquiesce
    .in = ○ acquiesce ; s’oppose dans { $share }
acquiesces-with-a-caveat = ○ acquiesce avec une réserve
    .in = ○ acquiesce avec une réserve ; s’oppose dans { $share }
breaks-silence = ✗ s’oppose
    .in = ✗ s’oppose dans { $share }
will-not-accept = { $sentences } : n’accepte pas { $what }
objection = Opposition probable : probabilité qu’au moins une partie s’oppose
filled = Probabilité qu’assez de postes soient pourvus si personne ne s’oppose
good = Probabilité que personne ne s’oppose et que l’option soit « bonne » (la page une dit ce que cela veut dire)
amended = Le moins de changements après lesquels aucune opposition n’est probable, et la probabilité qu’il n’y en ait pas
amendment = <small>{ $changes } : </small>{ $chance }
never-agreed = jamais d’accord
needs-no-change = <small>aucun changement requis</small>
no-change = <small>aucun changement trouvé qui le permette</small>
said = <b>Ce qui en est dit : </b>{ $what }
said-by = { $says } ({ $who })
