# Les arguments les plus forts pour chaque option, en page deux ; chacun finit par son chiffre.
title = Pour et contre chaque option
column-option = Option
column-for = Pour
column-against = Contre
nothing = ses chiffres ne montrent aucun argument pour elle
asked = c’est ce qui est demandé
leads = elle est première selon ce critère, { $criterion } : { $number }
target = { $wanted } { $units } au { $day } sont probables : { $number }
floor = { $wanted } { $units } resteraient probablement après la sortie : { $number }
beats-nothing = part pondérée des objectifs atteints, par rapport à ne rien faire : { $number } de plus
accepted = une opposition n’est pas probable : { $number }
