# Les arguments les plus forts pour chaque option, en page deux ; chacun finit par son chiffre.
title = Pour et contre chaque option
column-option = Option
column-for = Pour
column-against = Contre
nothing = aucun argument que montrent ses chiffres
asked = c’est ce qui est demandé ; objectifs probablement atteints, sur { $whole } : { $number }
leads = elle est première pour { $criterion } : { $number }
target = { $wanted } { $units } au { $day } sont probables : { $number }
floor = { $wanted } { $units } resteraient probablement après la sortie : { $number }
beats-nothing = objectifs atteints au-delà de ne rien faire, par priorité : { $number }
accepted = une opposition n’est pas probable : { $number }
