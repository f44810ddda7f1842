# The options at a glance, on page one: a table of at most seven rows.
title = The options at a glance
caption = Options side by side: medians, with the range of 8 in 10 simulated futures below
column = What it comes to
targets = Targets likely to be met
units = { $units } there by { $day }, of those wanted
floors = Minimum levels likely to hold, years after exit: { $years }
cost = Cost until exit, to all who pay
people = Foreigners in the country at a time
posts = Foreign posts at the peak, and share of post-weeks filled
objection = Chance that a party objects, on positions assumed
out-of = { $number } of { $whole }
at-a-time = about { $people }, for { $years } { $years ->
    [one] year
   *[other] years
}
nobody = nobody
no-posts = no posts
needed = { $needed }, { $manned } filled
reading =
    Medians of { $futures } simulated futures. Likely: in at least half of them. Filled: of all the time in which the
    posts of the option have to be held, the share in which somebody does.
unmet = <b>Asked, but in no option shown: </b>{ $elements }.
