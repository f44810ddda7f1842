# Ce qui est supposé : l’encadré de la page une.
title = Hypothèses retenues
targets = Les nombres visés (objectifs, seuils après la sortie) sont fixés par le planificateur ; personne ne les a demandés
targets-told = Les nombres visés viennent de : { $who }
positions = Ce à quoi chaque partie s’opposerait est une appréciation du planificateur ; aucune partie ne l’a dit
positions-told = Les positions des parties viennent de : { $who }
offers = Qui enverrait combien de personnes, et combien viendraient, est supposé
offers-told = Les offres de personnel viennent de : { $who }
ranges = { $widened } des { $ranges } fourchettes qui entrent dans la simulation reposent uniquement sur des hypothèses.
bars = « Bon » signifie, selon le choix du planificateur : { $bars }
at-least = { $criterion } au moins { $number }
at-most = { $criterion } au plus { $number }
