# What changed since the last brief: facts, options, numbers and what moved them.
title = What changed since the last brief, and which fact moved it
none = There is no last brief to compare with.
lead =
    <b>Last brief as known on { $day }. </b>{ $facts ->
    [one] { $facts } fact changed
   *[other] { $facts } facts changed
}; { $moved } of { $compared } numbers compared moved beyond the 80 % range of either brief. Where several facts could
    have moved a number, two studies cannot tell which did.{ $whole ->
    [yes] { "" }
   *[no] { " " }Of the older mission only the inputs of its numbers are known.
}
came = <b>Came: </b>{ $title }<small> ({ $option })</small>; before: { $why }.
went = <b>Went: </b>{ $title }<small> ({ $option })</small>; now: { $why }.
not-allowed = its levers and rules did not allow it
facts = Facts that changed
column-what = What
column-before = Before
column-now = Now
moved = Numbers that moved
column-number = Number
column-last = Last brief
column-cause = What moved it
more = <small>{ $count } more: `cadre since NEW OLD` prints all.</small>
last-brief = Last brief, { $number }
cause-none = nothing stated changed that could have moved it
cause-one = moved by { $facts }{ $direct ->
    [yes] { "" }
   *[no] , through the plans
}
cause-several = moved by one or more of { $facts }{ $direct ->
    [yes] { "" }
   *[no] , through the plans
}
named-and-more = { $facts } and { $count } more
not-there = not there
# The same on the command line, one thing a line.
line-lead = Since the brief as known on { $day }: { $facts ->
    [one] { $facts } fact changed
   *[other] { $facts } facts changed
}.
line-partly = { "  " }The older study does not hold its whole mission: only inputs of its numbers were compared.
line-came = Came: { $title } [{ $option }]; before: { $why }
line-went = Went: { $title } [{ $option }]; now: { $why }
line-moved = { $moved } of { $compared } numbers compared moved beyond their ranges.
