# Ce que valent les prévisions conservées, une fois venu le jour de leurs grandeurs.
none-kept = Aucune prévision n’a été conservée. Conservez-en une avec cadre forecast et --keep ; elle sera notée quand son jour sera venu.
headline = { $today } : { $kept ->
    [one] { $kept } prévision conservée
   *[other] { $kept } prévisions conservées
 } ; { $count ->
    [0] le jour d’aucune grandeur n’est venu, ou aucun compte rendu ne dit ce qui est arrivé
    [one] { $count } grandeur dont le jour est venu ({ $forecasts } notes)
   *[other] { $count } grandeurs dont le jour est venu ({ $forecasts } notes)
 }.
column-figure = grandeur
column-day = connu le
column-made = prévu le
column-range = plage 80 %
column-middle = milieu
column-came = arrivé
figure-units = unités, { $of }
figure-reached = objectif, { $of }
figure-met = objectif atteint, { $of }
figure-holds = seuil tenu, { $of }
figure-graduates = diplômés, { $of }
figure-cost = coût jusqu’à la sortie
too-few = Trop peu de résultats pour juger des prévisions : { $count } jusqu’ici, il en faut { $fewest }.
verdict = Ce qui est arrivé se situe dans la plage à 80 % pour { $inside } prévisions sur { $count } (attendu : environ 8 sur 10), au-dessus pour { $above }, au-dessous pour { $below }.
column-group = prévisions de
column-outcomes = venus
column-inside = dedans
column-rank = rang
column-off = écart
column-first = 1re
column-last = préc.
column-line = droite
criterion-units = unités par trimestre
criterion-reached = unités à un objectif
criterion-met = chances d’un objectif
criterion-holds = chances d’un seuil
criterion-graduates = diplômés
criterion-cost = coût
horizon-3 = jusqu’à 3 mois
horizon-6 = de 3 à 6 mois
horizon-12 = de 6 à 12 mois
horizon-0 = au-delà de 12 mois
few = trop peu
how-to-read = dedans : dans la plage à 80 %, l’attendu est 80 %. rang : place de ce qui est arrivé dans la prévision, l’attendu est 50 %, au-dessus il est venu plus que prévu. écart : erreur moyenne (CRPS) en unités, personnes ou argent ; pour une chance, 0 est sûr et juste, 1 sûr et faux (Brier). 1re, préc., droite : de combien l’erreur est plus petite que celle de la première prévision conservée, de la précédente, et d’une droite passant par ce qui a été enregistré ; au-dessous de 0 elle est plus grande. trop peu : moins de { $fewest } résultats, trop peu pour juger ; – de même.
unknown = Leur jour est venu, mais aucun compte rendu ne le dit (comptez chaque compétence au moins tous les 91 jours) : { $names }.
