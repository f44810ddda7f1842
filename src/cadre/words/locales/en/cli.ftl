# What the command line prints.
no-fault = { $title }: no fault found.
held-courses = courses
held-projects = projects
held-capabilities = capabilities
held-sites = sites
held-roles = roles
held-support = support rules
held-parties = parties
held-offers = offers
held-levers = levers
held-statements = statements
held-options = options
widened = { $count ->
    [one] Futures draw { $count } assumed range { $factor } times as wide as written.
   *[other] Futures draw { $count } assumed ranges { $factor } times as wide as written.
}
unshown = Warning: { $characters } in { $path } { $count ->
    [one] has no font in print: { $sign } stands there in its place, brief.html shows it.
   *[other] have no font in print: { $sign } stands there in their place, brief.html shows them.
}
generated = { $count ->
    [one] { $count } option: doing nothing.
   *[other] { $count } options, doing nothing first.
}
screened = { $screened ->
    [one] { $screened } option was screened on a fast evaluation; { $shown } shown.
   *[other] { $screened } options were screened on a fast evaluation; { $shown } shown.
}
warning = Warning: { $what }
needs = Needs: { $serials ->
    [one] { $serials } serial
   *[other] { $serials } serials
}
achieves = Can achieve with what is offered: { $serials ->
    [one] { $serials } serial
   *[other] { $serials } serials
}
posts = Posts: { $filled } of { $wanted } post-weeks filled by offers; { $asks ->
    [one] { $asks } further ask.
   *[other] { $asks } further asks.
}
timetable = Timetable: { $placed } of { $serials } serials placed, { $short ->
    [one] { $short } seat short.
   *[other] { $short } seats short.
}
handovers = Handovers: { $count } inside { $changing } serials and activities.
searched = { $status }, objective { $objective }, gap { $gap }
status-optimal = optimal
status-feasible = feasible
status-not-found = not found
status-stopped = stopped
status-infeasible = infeasible
falls = If only confirmed people come, { $fall } of these post-weeks fall, { $critical } of them critical.
all-met = Every target is met and every serial is on time.
single-changes = Single changes, each planned again; what was missed, before and after:
simulated = { $title }: { $replications } replications, seed { $seed }
criterion = { $title } ({ $unit }; { $better ->
    [less] less is better
   *[more] more is better
})
not-told-apart = { $ahead } and { $behind } are not told apart: { $why }
dominated = { $option } is dominated by { $by }: { $why }
good = { $option } clears every bar in { $share } of the futures
column-option = option
column-outcome = outcome
column-lasting = lasting
column-cost = cost
column-posts = posts
column-capability = capability
column-week = week
column-wanted = wanted
column-reached = reached
column-limit = limit
column-change = change
column-cures = cures
column-costs-more = costs more
column-p10 = p10
column-median = median
column-p90 = p90
column-range = 80 % range
# Where something fits, and what a new plan moves.
fits = { $what }: { $count ->
    [one] { $count } place
   *[other] { $count } places
}
more-fits = … and { $count } more; --json lists all, with each move and its reason
not-at = Not at { $site }: { $why }
week-now = { $week } now
move = { $what }: { $was } to { $now }; { $why }
stay-serials = { $stay } of { $of } serials stay in their week ({ $part })
stay-activities = { $stay } of { $of } activities stay in theirs ({ $part })
stay-seats = { $stay } of { $of } places on a crew stay with who had them ({ $part })
stay-post-weeks = { $stay } of { $of } post-weeks stay with their offer ({ $part })
more-serial = … and { $count } more of serials; --json lists all
more-activity = … and { $count } more of activities; --json lists all
more-crew = … and { $count } more of crews; --json lists all
more-people = … and { $count } more of people; --json lists all
cost-to-exit = Cost to exit: { $now }, { $unmoved } if nothing had to move.
swept = { $file }: { $cases } cases.
swept-kept = { $file }: { $cases } cases, { $kept } of them kept from before.
column-site = site
column-others-move = others move
column-points = targets, points
column-post-weeks = post-weeks
column-unmoved = unmoved
column-now = now
