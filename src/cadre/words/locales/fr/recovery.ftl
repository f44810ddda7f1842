# Une mission en cours planifiée de nouveau d’après ce qui a été signalé : des choix, chacun planifié et joué.
day = Nouvelle planification au { $today }, semaine { $week }, d’après ce qui a été signalé.
stands = { $held ->
    [one] { $held } session est en cours
   *[other] { $held } sessions sont en cours
 }, { $open } restent à commencer, { $lost } { $lost ->
    [one] a été perdue
   *[other] ont été perdues
 }.
dates-stay = Les dates fixées par des personnes demeurent : objectifs, départ, offres, semaines épinglées.
head = Ce que l’on pourrait faire, le meilleur d’abord : unités au milieu de { $count } avenirs (intervalle à 80 %), ou probabilité d’un seuil.
goal-target = { $capability } : { $wanted } voulues au { $day }
goal-floor = { $capability } : probabilité que le seuil de { $wanted } tienne après le départ
column-choice = choix
column-moved = déplacées
column-new = nouvelles
column-cost = coût
choice-as-planned = comme prévu
choice-least-change = le moins de déplacements possible
choice-least-late = le moins de semaines perdues
choice-made-up = sessions perdues rattrapées
choice-further = sessions en plus : { $what }
choice-rooms = sessions en plus, avec un de plus : { $rooms }
choice-people = sessions en plus, avec une personne : { $role }
choice-both = sessions en plus, avec un de plus : { $rooms } ; une personne : { $role }
nothing-planned = Rien n’est replanifié : qui se trouve dans deux sessions à la fois, ou sans salle, attend son tour.
asks-room = À demander : un de plus : { $room } à { $site }, dès maintenant.
asks-people = À demander : { $count } { $role } du { $day } jusqu’au départ.
called = Nouvelle : { $serial }, à partir du { $day }, { $people } stagiaires
called-instead = Nouvelle : { $serial }, à partir du { $day }, { $people } stagiaires, pour { $instead }
falls = Baisse : { $goal } : de { $was } à { $now }
nothing-falls = Aucun but ne baisse.
brought-back = Rétabli par le choix { $number } : { $goal } : { $most }.
stays-missed = Plus près, sans être rétabli : { $goal } : { $most } par le choix { $number }.
no-nearer = Aucun choix trouvé ne rapproche : { $goal } : { $most } comme prévu.
reached-on = La moitié de ses avenirs en ont autant au { $day } : fixer une autre date, ou envoyer davantage.
reached-never = La moitié de ses avenirs n’en ont pas autant au { $day } : fixer un autre nombre, ou envoyer davantage.
ask-dates = Quand un objectif serait atteint à défaut : --dates. Un autre choix en entier : --choice N.
no-choice = ce choix n’existe pas
    .found = il y a { $most } choix
    .allowed = un nombre de 1 à { $most }
    .cure = prenez l’un de ceux qui sont affichés
written = Le plan du choix { $number } est écrit dans { $file }.
