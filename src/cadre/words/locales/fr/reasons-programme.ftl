target-missed = { $capability } au { $day } : { $reached } sur { $wanted } ; { $why }
    .reached = { $capability } : unités atteintes au { $day }
    .wanted = { $capability } : unités voulues au { $day }
limit-binds = { $limit ->
    [trainees] les stagiaires manquent : avec plus de recrues, on atteindrait davantage
    [seats] les places manquent : avec une salle pour chaque session, on atteindrait davantage
    [instructors] les instructeurs manquent : avec du personnel pour toutes les fonctions, tous les lieux et toutes les semaines, au lieu de celui qui est proposé, on atteindrait davantage
    [ceiling] le plafond limite : avec plus de postes, on atteindrait davantage
    [site] les sites limitent : tous ouverts dès le premier jour, avec assez de lits, on atteindrait davantage
   *[time] le temps manque : les cours, l’un après l’autre, durent plus longtemps
}
nothing-leads-to = aucun cours organisé ne mène à : { $competences }
never-held = aucune session de { $course } n’est organisée{ $lacks ->
    [none] {""}
   *[other] { " " }: { $lacks }
}
too-few-rooms = il prend { $takes } { $facility } à la fois, et { $site } en a { $there }
    .takes = { $facility } qu’un cours prend à la fois
    .there = { $facility } que { $site } possède
fits-nowhere = { $weeks ->
    [one] sa { $weeks } semaine ne trouve
   *[other] ses { $weeks } semaines ne trouvent
} place nulle part entre l’ouverture, les semaines fermées et la fin de { $site }
    .weeks = semaines d’un cours qui ne trouvent place nulle part à { $site }
fits-no-period = { $weeks ->
    [one] sa { $weeks } semaine ne trouve
   *[other] ses { $weeks } semaines ne trouvent
} place dans aucune des périodes où il est organisé ({ $periods }), entre ce qui est fermé à { $site }
    .weeks = semaines d’un cours qui ne trouvent place dans aucune de ses périodes à { $site }
nobody-has-skill = aucune fonction n’a le savoir-faire { $skill }, et aucun instructeur du pays hôte ne l’enseigne
too-few-people = sa plus petite classe demande { $needed ->
    [one] { $needed } personne
   *[other] { $needed } personnes
} en { $skill } sur des postes à la fois, et { $by ->
    [ceiling] le plafond en permet { $there }
    [caveats] au plus { $there } de celles qui sont proposées peuvent les occuper : lieu, cours, grade, langue ou condition écarte les autres
   *[offers] au plus { $there } sont proposées
}
    .needed = personnes en { $skill } que la plus petite classe d’un cours demande sur des postes à la fois
    .there = personnes en { $skill } sur des postes à la fois { $by ->
        [ceiling] que le plafond permet
        [caveats] qui sont proposées et peuvent les occuper
       *[offers] qui sont proposées
    }
too-few-support = qui y enseigne a besoin de { $needed } { $role } à { $site }, et au plus { $there } sont proposés qui peuvent y servir
    .needed = { $role } à { $site } dont a besoin qui y enseigne
    .there = { $role } proposés qui peuvent servir à { $site }
stays-closed = { $site } ouvre avec le projet { $project }, qui demande { $needed } en { $skill } pour conseiller, et au plus { $there } sont proposés
    .needed = personnes en { $skill } qui conseillent { $project }
    .there = personnes en { $skill } proposées pour conseiller { $project }
command-over-ceiling = plafond : { $ceiling ->
    [one] { $ceiling } poste
   *[other] { $ceiling } postes
}, or le commandement et ce qui en découle en comptent { $posts }, soit { $over } de plus ; porter le plafond à { $posts } au moins, ou choisir un commandement plus petit
    .ceiling = plafond
    .posts = postes du commandement et de ce qui en découle
    .over = postes du commandement au-dessus du plafond
command-over-beds = { $where } : { $beds }, or le commandement et le soutien y sont { $people } personnes, soit { $over } de plus ; porter les lits à { $people } au moins, ou choisir un commandement plus petit
    .beds = lits au quartier général
    .people = personnes du commandement et du soutien au quartier général
    .over = personnes du commandement et du soutien sans lit
