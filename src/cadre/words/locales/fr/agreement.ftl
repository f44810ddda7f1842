# Qui serait d’accord, en page deux.
title = Qui serait d’accord
caption = Comment chaque type de partie accueille chaque option
note =
    <small>Types de partie selon les conditions que le registre leur connaît ; aucun gouvernement n’est nommé ni classé.
    Les parts sont des parts de simulations : la fermeté d’une partie est tirée de ce qui est connu. L’organe décide par
    procédure de silence : une seule partie qui le rompt suffit.</small>
no-position = – aucune position
supports = ● soutient
    .in = ● soutient ; rompt le silence dans { $share }
acquiesces = ○ acquiesce
    .in = ○ acquiesce ; rompt le silence dans { $share }
acquiesces-with-a-caveat = ○ acquiesce avec une réserve
    .in = ○ acquiesce avec une réserve ; rompt le silence dans { $share }
breaks-silence = ✗ rompt le silence
    .in = ✗ rompt le silence dans { $share }
will-not-accept = { $sentences } : n’accepte pas { $what }
chance = Probabilité que personne ne rompe le silence
filled = Probabilité qu’assez de postes soient pourvus si accord
good = Probabilité d’un accord et d’un bon résultat
amended = Le moins de changements qui rendent l’accord probable, et sa probabilité alors
amendment = <small>{ $changes } : </small>{ $chance }
never-agreed = jamais d’accord
needs-no-change = <small>aucun changement requis</small>
no-change = <small>aucun changement trouvé qui le permette</small>
