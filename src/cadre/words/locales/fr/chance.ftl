# Annexes sur l’aléa : d’où vient chaque dispersion, et quelle certitude il y a sur la meilleure option.
not-apart = Les points ouverts et l’aléa n’ont pas été distingués dans cette étude.
kinds = Deux sortes d’incertitude : d’où vient la dispersion de chaque résultat
kinds-note =
    { $replays } simulations de chaque option ont été refaites avec les mêmes points ouverts et un aléa nouveau. Ce qui
    est ouvert pourrait être appris ou tranché, l’aléa non. Points ouverts : part de la variance qui disparaîtrait, en
    moyenne, si tous étaient connus (intervalle à 95 %, selon le nombre de simulations refaites) ; reste : écart type que laisserait
    l’aléa seul. Ce qui ne peut varier n’a pas de ligne.
column-criterion = Critère
column-spread = Écart type
column-details = Dû aux points ouverts
column-left = Reste
column-in-words = En mots
nearly-all-details = presque tout vient des points ouverts
more-details = plus des points ouverts que de l’aléa
not-told = rien ne dit lequel compte le plus
more-luck = plus de l’aléa que des points ouverts
nearly-all-luck = presque tout vient de l’aléa
too-rare = trop rare pour être estimé
best = Degré de certitude sur la meilleure option
best-note =
    Selon les moyennes sur toutes les simulations, sans l’option de ne rien faire. Après chaque lettre : la confiance
    que sa moyenne devance vraiment celle de la suivante, autant que le permet le nombre de simulations (t apparié),
    puis que l’ordre entier est juste, au moins. Meilleure : ce que laisse l’élimination séquentielle, avec la
    probabilité indiquée la meilleure ou pas plus loin d’elle que la différence indiquée ; simulations : celles qu’il a
    fallu, parmi celles qui ont été effectuées. Non départagées : une recherche plus longue de plans pourrait inverser
    l’ordre. Que la mission soit telle qu’elle a été écrite est une autre question.
column-order = Ordre
column-whole-order = Ordre entier
column-best = Meilleure, ou pas plus loin
column-near = Aussi proches
column-futures = Simulations
not-told-apart = non départagées
ahead = { $letter } ({ $confidence })
cannot-say = ces simulations ne suffisent pas pour le dire
chosen = { $letter } : { $probability }, à { $difference }{ $points ->
    [yes] { " " }points
   *[no] { "" }
} près
rivals = { $letter } n’est pas départagée de { $rivals }
none-near = aucune
futures-of = { $needed } sur { $played }
