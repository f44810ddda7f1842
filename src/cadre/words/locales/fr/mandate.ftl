# Annexe sur le mandat : comment chaque option satisfait ce qu’il nomme, et ce qui retient chaque option.
title = Ce que nomme le mandat, et ce qui retient chaque option
caption = Chaque élément du mandat selon chaque option
column-element = Ce que nomme le mandat, et ce qui y répond
note =
    <small>Médiane des unités présentes à la dernière échéance, sur celles qui sont voulues ; pour les projets, la date
    à laquelle ils seraient achevés.</small>
element-first = { $element } : { $served }
element-next = – { $served }
ruled-out = <small>exclu</small>
not-chosen = <small>non</small>
not-measured = <small>non mesuré</small>
no-target = <small>aucun objectif</small>
units-of = { $units } sur { $wanted }
not-served = <small>non satisfait</small>
not-finished = <small>non achevé</small>
serials = { $serials }<small> sessions</small>
reaches-all = <b>{ $letter } : </b>son plan atteint tous les objectifs ; ce qui peut encore mal tourner relève de l’aléa.
misses =
    <b>{ $letter } </b>prévoit de manquer { $missed } objectifs sur { $targets }{ $searched ->
    [by-seconds] { " " }; la recherche s’est arrêtée, sa borne plus basse de { $lower } : jusqu’à cette part peut tenir à la recherche, et plus de secondes (--seconds) peuvent trouver mieux
    [by-work] { " " }; la recherche s’est arrêtée, sa borne plus basse de { $lower } : jusqu’à cette part peut tenir à la recherche, et plus de travail (--effort) peut trouver mieux
   *[whole] { "" }
} ; { $bound ->
    [known] ce qui limite : { $limits }
   *[none] aucune limite n’a été trouvée
}.
limit-seats = places de cours ({ $count })
limit-instructors = instructeurs ({ $count })
limit-trainees = stagiaires ({ $count })
limit-site = sites ({ $count })
limit-ceiling = le plafond des postes ({ $count })
limit-course = un cours qui n’est pas organisé ({ $count })
limit-time = le temps ({ $count })
limit-other = { $limit } ({ $count })
