unknown-course = { $course }@{ $site } : pas de tel cours sur ce site
unknown-week = { $course }@{ $site } : la semaine { $week } n’existe pas
unknown-post = postes de { $role } à { $site } : cette fonction ou ce site n’existe pas
unknown-rotation = postes de { $role } à { $site } : la rotation { $rotation } n’existe pas
unknown-activity = { $project }.{ $activity } : pas de telle activité
batch-broken = { $course }@{ $site } en semaine { $week } : { $rule }
not-held = le cours n’est pas organisé
cannot-begin = aucune session ne peut alors commencer
ends-too-late = finit en semaine { $week }, après le regard au-delà de la sortie
so-many-serials = { $serials } sessions
class-size = classes de { $seats }, ce qui n’est pas de { $least } à { $most }
trainees = { $trainees } stagiaires dans { $serials } de { $least } à { $most }
not-finished = { $what } n’est pas terminé
pool-short = { $pool } en semaine { $week } : { $taken } pris sur { $there }
series-missing = { $of ->
    [hosts] hôtes avec
   *[holders] titulaires de
} { $key } : manque, ou n’est pas de la mission
series-wrong = { $of ->
    [hosts] hôtes avec
   *[holders] titulaires de
} { $key } : n’est pas ce qui suit des sessions
units-negative = { $capability } : moins que zéro unité
units-overdrawn = { $competence } en semaine { $week } : unités faites de { $people } titulaires sur { $holders }
not-reached = { $capability } en semaine { $week } : { $units } n’est pas ce qui est atteint
rooms-short = { $facility } à { $site } en période { $period } : { $used } semaines de salle sur { $there }
beds-short = lits à { $site } en période { $period } : { $people } personnes dans { $beds } lits
begun-twice = une activité commence deux fois
activity-broken = { $project }.{ $activity } en période { $period } : { $rule }
not-carried-out = le projet n’est pas réalisé
beyond-exit = pas terminé à la sortie
teachers-short = instructeurs { $rotation ->
    [none] après la sortie
   *[other] en rotation { $rotation }
} : il manque { $weeks } personnes-semaines
advisers-short = conseillers en période { $period } : il manque { $weeks } personnes-semaines
command-wrong = commandement : { $posts } postes de { $role } à { $site } en rotation { $rotation }, et non { $wanted }
support-misplaced = support.{ $support } : { $posts } postes de { $role } à { $site } en rotation { $rotation }, où il n’en a pas
support-short = support.{ $support } à { $site } en rotation { $rotation } : { $posts } postes sur { $wanted }
over-ceiling = plafond en rotation { $rotation } : { $posts } postes étrangers sur { $ceiling }
not-filled = pourvus : { $posts } postes de { $role } à { $site } en rotation { $rotation }, sur { $people }
crowded = { $role } à { $site } en semaine { $week } : { $people } personnes proposées sur { $posts } postes
not-serving = { $offer } à { $site } : ils n’y servent pas
overdrawn = { $offer } en rotation { $rotation } : { $people } personnes sur { $offered }
