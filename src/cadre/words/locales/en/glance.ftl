# The options at a glance, on page one: a table of at most seven rows.
title = The options at a glance: medians and ranges (8 in 10 simulated futures)
column = What it comes to
targets = Targets likely to be met
units = { $units } by { $day }
floors = Minimum levels likely to hold { $years } { $years ->
    [one] year
   *[other] years
} after exit
cost = Cost until exit, to all who pay
people = Foreign personnel there at a time, about
posts = Foreign posts at the peak, share filled
objection = Objection, on positions assumed
out-of = { $number } of { $whole }
at-a-time = { $people } for { $years } { $years ->
    [one] year
   *[other] years
}
nobody = nobody
no-posts = no posts
needed = { $needed }, { $manned } filled
reading = Medians of { $futures } simulated futures. Likely: in at least half of them.
none-assumed = none assumed
likely = likely ({ $chance })
less-likely = less likely ({ $chance })
