# The report of a month of a running mission, on one page.
title = { $mission }: report of { $today }
footer = Reports are as known on the day; whoever reads them finds each under records.
schedule = Graduates stand where the plan expected them in week { $earned }, after { $actual } weeks: earned schedule { $index }, on { $since } { $before }.
money-spent = { $about }, spent
calls = What it calls for
no-calls = No decision is called for.
slips = What slips
no-slips = Nothing.
changed = What changed since the last report
no-changed = Nothing was reported.
broken = Which assumptions no longer hold
no-broken = None.
units-by = { $units }, by { $day }
silent = Who is silent
no-silent = Nobody.
more = and { $count } more
target-short = { $units }: { $found } on { $day }, { $wanted } were wanted. Decide whether the target stays: plan again, send more, or set it anew.
review-short = The review of { $day } found { $found }, fewer than { $wanted }: { $event }. Decide on it.
target-met = { $units }: { $found } on { $day }, { $wanted } were wanted. Nothing is to be decided.
review-met = The review of { $day } found { $found }, no fewer than { $wanted }: not { $event }.
people-missing = { $party }: { $there } of { $planned } people are there. Ask for those missing, or plan without them.
assumptions-broken = { $count ->
    [one] One assumption no longer holds
   *[other] { $count } assumptions no longer hold
 } (statements { $basis }). Write new ranges and forecast again.
began-late = { $what }: planned for { $planned }, began { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
 } late and is under way.
not-begun = { $what }: planned for { $planned }, not begun after { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
 }.
serials = Serials: { $started } started, { $ended } ended, { $cancelled } lost.
site = { $site }: { $state }.
injured = { $site }: { $count ->
    [one] one person was
   *[other] { $count } people were
 } hurt.
column-course = course
column-due = due
column-started = started
column-lost = lost
column-expected = expected
column-passed = passed
column-what = there is
column-planned = planned
column-before = before
column-there = now
