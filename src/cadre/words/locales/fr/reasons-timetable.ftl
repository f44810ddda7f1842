as-late-as = { $on-time } ; même à la semaine { $week } : { $late }
    .week = dernière semaine où elle peut commencer
expected = attendue en semaine { $week }
    .week = semaine où elle est attendue
pinned = fixée à la semaine { $week }
    .week = semaine à laquelle elle est fixée
cannot-start = ne peut commencer à cette date
makes-way = cède la place : { $why }
serve-others = son personnel et ses locaux servent désormais à d’autres
waits-for-dropped = attend { $held }, qui n’a pas été placée
waits-for = attend { $held }, qui s’achève en semaine { $week }
    .week = semaine où s’achève { $held }
waits-for-unplanned = ce qui doit la précéder n’est pas planifié
site-opens = { $site } n’ouvre qu’en semaine { $week }
    .week = semaine où ouvre { $site }
site-never-opens = { $site } n’ouvre jamais
weeks-closed = { $last ->
        [none] la semaine { $first } est fermée
       *[other] les semaines { $first } à { $last } sont fermées
    }{ $site ->
        [none] {""}
       *[other] {" "}à { $site }
    }
    .first = première semaine fermée
    .last = dernière semaine fermée
held-only-in = { $course } : organisé seulement dans ces périodes : { $periods }
not-over-by = ne serait pas achevée en semaine { $week }
    .week = semaine où elle doit être achevée
no-room = aucune place libre ({ $facility }) à { $site }, { $last ->
        [none] semaine { $first }
       *[other] semaines { $first } à { $last }
    } (il en manque { $short })
    .first = première semaine sans place libre ({ $facility }) à { $site }
    .last = dernière semaine sans place libre ({ $facility }) à { $site }
    .short = ce qui manque ({ $facility }) à { $site }
people-short = { $short ->
        [one] { $short } personne manque
       *[other] { $short } personnes manquent
    } ({ $skill }{ $foreign ->
        [yes] , de l’étranger
       *[no] {""}
    }) à { $site }, { $last ->
        [none] semaine { $first }
       *[other] semaines { $first } à { $last }
    }{ $holders ->
        [none] {""}
       *[other] {" "}({ $holders })
    }
    .short = personnes qui manquent à { $site } ({ $skill })
    .first = première semaine où il en manque à { $site } ({ $skill })
    .last = dernière semaine où il en manque à { $site } ({ $skill })
holders = { $there ->
        [one] { $there } personne qualifiée présente
       *[other] { $there } personnes qualifiées présentes
    }, { $leave ->
        [one] { $leave } repart
       *[other] { $leave } repartent
    } avant la fin, { $taken ->
        [one] { $taken } est prise
       *[other] { $taken } sont prises
    } ailleurs
    .there = personnes qualifiées présentes
    .leave = personnes qualifiées qui repartent avant la fin
    .taken = personnes qualifiées prises ailleurs
nobody-throughout = aucun instructeur ne reste pendant toute la session
cannot-stay-to-end = son personnel ne peut rester jusqu’à la fin
