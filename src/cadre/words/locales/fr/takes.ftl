# Ce qu’il faudrait pour atteindre les objectifs, et l’escalier de chaque capacité.
title = Ce qu’il faudrait
hopeless =
    <b>Aucune option présentée ne les atteindra sans doute :</b> dans moins d’un avenir sur vingt, l’une d’elles
    y parvient.
all = Tous les objectifs et planchers ensemble
goal = { $title }, { $day }
caption = Ce que demanderait chaque objectif, planifié à nouveau à partir de l’option { $letter } pour lui seul
note =
    Chaque ligne est un plan fait pour son seul objectif, tous les postes pourvus : les lignes ne s’additionnent pas. Les
    limites sont levées dans cet ordre jusqu’à ce que l’objectif soit atteint : le plafond ; les salles (quatre fois plus),
    les lits et les dates d’ouverture ; six mois ; un an. Personne d’offert : au plus à la fois, où que puissent servir ceux
    qui sont offerts.
column-goal = Objectif
column-as-planned = Au plan, postes pourvus
column-takes = Ce qui l’atteint
column-posts = Postes étrangers
column-lacking = Personne d’offert
column-cost = Coût jusqu’à la sortie, hors dépassement
so-many = { $reached } sur { $wanted }
met = { $lift ->
    [none] { $kind ->
        [all] les postes, les salles et le temps prévus
       *[one] les postes, les salles et le temps prévus, sans rien poursuivre d’autre
    }
    [posts] des postes au-delà du plafond
    [places] des postes au-delà du plafond, plus de salles et de lits, des sites ouverts dès le premier jour
   *[time] des postes au-delà du plafond, plus de salles et de lits, et { $later } semaines de plus
}
missed = non atteint : { $reached } sur { $wanted } { $lift ->
    [none] avec ce qui est prévu
    [posts] avec des postes au-delà du plafond
    [places] avec des postes au-delà du plafond, plus de salles et de lits
   *[time] avec des postes au-delà du plafond, plus de salles et de lits, et { $later } semaines de plus
} ; { $limit ->
    [course] un cours n’est pas tenu
    [seats] les salles limitent
    [instructors] les instructeurs limitent
    [trainees] les recrues limitent
    [ceiling] le plafond limite
    [site] le site limite
   *[time] le temps limite
}
nobody-lacking = aucun manque
role = { $people } { $role }{ $any ->
    [yes] {" "}({ $skills })
   *[no] {""}
}
no-more =
    L’option { $letter } a été planifiée à nouveau avec plus de postes que son plafond n’en permet : aucun poste de plus
    n’apporte rien tant que ses autres limites restent.
grown = L’option { $letter } avec plus de postes, tous pourvus
grown-note =
    La première ligne est l’option telle quelle. Les tailles qui n’apportent rien de plus sont laissées de côté. Les
    objectifs et planchers atteints sont ceux du plan ; la part et le coût sont des moyennes d’avenirs où chaque poste est
    pourvu. Là où un plan atteint ses objectifs de justesse, la part peut ne pas croître.
column-grown-more = Postes permis en plus
column-grown-posts = Postes étrangers au maximum
column-grown-met = Objectifs et planchers atteints au plan
column-grown-outcome = Objectifs atteints
column-grown-cost = Coût jusqu’à la sortie
staircase = De ce qui est voulu à ce qui en advient
stairs = Option { $letter }, unités de chaque capacité à son dernier objectif
column-stair-capability = Capacité
column-stair-wanted = Voulu
column-stair-filled = Tous postes pourvus
column-stair-offered = Avec ce qui est offert
column-stair-played = Tel que cela tournerait (8 avenirs sur 10)
column-stair-without = Sans la mission
stairs-note =
    Médianes ; chaque plan est le meilleur trouvé pour tous les objectifs ensemble, et peut atteindre moins d’une capacité
    pour en atteindre plus d’une autre.
