as-late-as = { $on-time }; as late as week { $week }: { $late }
    .week = the last week in which it may start
expected = expected in week { $week }
    .week = the week in which it is expected
pinned = pinned to week { $week }
    .week = the week to which it is pinned
cannot-start = cannot start then
makes-way = makes way: { $why }
serve-others = its instructors and rooms are used by other serials now
waits-for-dropped = waits for { $held }, which was dropped
waits-for = waits for { $held }, which is over in week { $week }
    .week = the week in which { $held } is over
waits-for-unplanned = what it comes after is not planned
site-opens = { $site } opens in week { $week }
    .week = the week in which { $site } opens
site-never-opens = { $site } never opens
weeks-closed = { $last ->
        [none] week { $first } is closed
       *[other] weeks { $first }-{ $last } are closed
    }{ $site ->
        [none] {""}
       *[other] {" "}at { $site }
    }
    .first = the first week closed
    .last = the last week closed
held-only-in = { $course } is held in { $periods } alone
not-over-by = it would not be over by week { $week }
    .week = the week by which it must be over
no-room = no free { $facility } at { $site } in { $last ->
        [none] week { $first }
       *[other] weeks { $first }-{ $last }
    } ({ $short } short)
    .first = the first week without a free { $facility } at { $site }
    .last = the last week without a free { $facility } at { $site }
    .short = { $facility } short at { $site }
people-short = { $short } { $foreign ->
        [yes] foreign { $skill }
       *[no] { $skill }
    } short at { $site } in { $last ->
        [none] week { $first }
       *[other] weeks { $first }-{ $last }
    }{ $holders ->
        [none] {""}
       *[other] {" "}({ $holders })
    }
    .short = { $skill } short at { $site }
    .first = the first week in which { $skill } is short at { $site }
    .last = the last week in which { $skill } is short at { $site }
holders = { $there ->
        [one] { $there } holds
       *[other] { $there } hold
    } it then, { $leave ->
        [one] { $leave } leaves
       *[other] { $leave } leave
    } before it is over, { $taken ->
        [one] { $taken } is taken
       *[other] { $taken } are taken
    }
    .there = those who hold the skill then
    .leave = of those who hold the skill, those who leave before it is over
    .taken = of those who hold the skill, those who are taken
nobody-throughout = no instructor stays for the whole serial
cannot-stay-to-end = its people cannot stay to its end
