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
voice = dit par { $name }
voice-assumption = hypothèses de la mission
voice-published = chiffres publiés
voice-nobody = plages qui ne reposent sur rien
few = trop peu
how-to-read = dedans : dans la plage à 80 %, l’attendu est 80 %. rang : place de ce qui est arrivé dans la prévision, l’attendu est 50 %, au-dessus il est venu plus que prévu. écart : erreur moyenne (CRPS) en unités, personnes ou argent ; pour une chance, 0 est sûr et juste, 1 sûr et faux (Brier). 1re, préc., droite : de combien l’erreur est plus petite que celle du plan au lancement (la première prévision conservée), de la précédente, et d’une droite passant par ce qui a été enregistré ; au-dessous de 0 elle est plus grande. trop peu : moins de { $fewest } résultats, trop peu pour juger ; – de même.
unknown = Leur jour est venu, mais aucun compte rendu ne le dit (comptez chaque compétence au moins tous les 91 jours) : { $names }.
# La page des notes, pour ceux qui décident.
page-title = { $mission } : ce que valaient les prévisions, { $today }
page-footer = Ce qui est arrivé est tel que rapporté jusqu’à ce jour ; chaque prévision reste telle que conservée sous forecasts.
page-verdict = { $inside } prévisions sur { $count } (de { $came } résultats) contenaient ce qui est arrivé dans la plage qu’elles annonçaient ; des plages honnêtes en contiennent environ { $expected }.
page-missed = Parmi les autres, il est venu plus que prévu pour { $above }, moins pour { $below }.
page-too-high = Lisez-les comme trop hautes : elles promettaient plus qu’il n’est venu.
page-too-low = Lisez-les comme trop basses : il est venu plus qu’elles ne promettaient.
page-column-first = face au plan
page-column-last = à la préc.
page-column-line = à la droite
page-better = Valaient-elles mieux que rien ?
page-smaller-first = Leur erreur était plus petite de { $size } que celle du plan au lancement.
page-smaller-last = Leur erreur était plus petite de { $size } que celle de la prévision précédente.
page-smaller-line = Leur erreur était plus petite de { $size } que celle d’une droite passant par ce qui était arrivé jusque-là.
page-larger-first = Leur erreur était plus grande de { $size } que celle du plan au lancement : mieux aurait valu s’y fier.
page-larger-last = Leur erreur était plus grande de { $size } que celle de la prévision précédente.
page-larger-line = Leur erreur était plus grande de { $size } que celle d’une droite passant par ce qui était arrivé jusque-là : la droite aurait mieux valu.
page-few-first = Trop peu de résultats pour les comparer au plan au lancement.
page-few-last = Trop peu de résultats pour les comparer à la prévision précédente.
page-few-line = Trop peu de résultats pour les comparer à une droite.
page-picture = Où ce qui est arrivé se situait dans ce qui était prévu
page-picture-how = Chaque barre compte les résultats tombés dans un cinquième de leur prévision, du bas (à gauche) au haut (à droite). Quand tout va bien, les barres sont à peu près égales ; de hautes barres à droite disent qu’il est venu plus que prévu, à gauche moins, aux deux bouts que les plages étaient trop étroites.
page-picture-level = tirets : barres égales
page-picture-told = Résultats par cinquième de ce qui était prévu, du bas au haut : { $counts }.
page-came = Ce qui était prévu, et ce qui est arrivé
page-groups = À quoi l’on peut se fier, et sur la parole de qui
page-how = Comment lire cette page
page-how-to-read = Venus : nombre de résultats. Dedans : combien se situaient dans la plage à 80 % ; environ 80 % est bon. Face au plan, à la précédente, à la droite : de combien l’erreur est plus petite (+) ou plus grande (–) que celle du plan au lancement, de la prévision précédente et d’une droite. Parole de qui : résultats qui varient le plus avec ce que quelqu’un a dit ou supposé ; un résultat peut reposer sur plusieurs. Trop peu : moins de { $fewest } résultats, dont on ne peut rien tirer.
