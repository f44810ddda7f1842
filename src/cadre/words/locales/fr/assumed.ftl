# Ce qui est supposé : l’encadré de la page une.
title = Ce qui est supposé
targets = Les nombres voulus (objectifs, niveaux après la sortie) sont du planificateur ; personne ne les a demandés
targets-told = Les nombres voulus viennent de : { $who }
positions = Ce à quoi chaque partie s’opposerait est une lecture du planificateur ; aucune partie ne l’a dit
positions-told = Les positions des parties viennent de : { $who }
offers = Qui enverrait combien de personnes, et combien viendraient, est supposé
offers-told = Les offres de personnel viennent de : { $who }
ranges = { $widened } des { $ranges } fourchettes qui entrent dans la simulation reposent sur de seules hypothèses.
bars = « Bon » veut dire, au choix du planificateur, { $bars }
at-least = { $criterion } au moins { $number }
at-most = { $criterion } au plus { $number }
