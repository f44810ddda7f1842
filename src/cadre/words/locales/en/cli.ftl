# What the command line prints.
no-fault = { $title }: no fault found.
held-courses = { $count ->
    [one] course
   *[other] courses
}
held-projects = { $count ->
    [one] project
   *[other] projects
}
held-capabilities = { $count ->
    [one] capability
   *[other] capabilities
}
held-sites = { $count ->
    [one] site
   *[other] sites
}
held-roles = { $count ->
    [one] role
   *[other] roles
}
held-support = { $count ->
    [one] support rule
   *[other] support rules
}
held-parties = { $count ->
    [one] party
   *[other] parties
}
held-offers = { $count ->
    [one] offer
   *[other] offers
}
held-levers = { $count ->
    [one] lever
   *[other] levers
}
held-statements = { $count ->
    [one] statement
   *[other] statements
}
held-options = { $count ->
    [one] option
   *[other] options
}
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
   *[other] { $count } options, of which the first is doing nothing.
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
    [one] { $asks } further request.
   *[other] { $asks } further requests.
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
falls = If only confirmed people come, { $fall } of these post-weeks stay empty, { $critical } of them critical.
# A serial that is dropped, late or short of people, and why.
late = { $serial }: { $why }
all-met = Every target is met and every serial is on time.
single-changes = Single changes, each planned again; what was missed, before and after:
simulated = { $title }: { $replications } replications, seed { $seed }
criterion = { $title } ({ $unit }; { $better ->
    [less] less is better
   *[more] more is better
})
not-told-apart =
    { $ahead } and { $behind } are not told apart: their plans differ by { $differ } { $differ ->
        [one] point
       *[other] points
    }, the search left { $open } { $open ->
        [one] point
       *[other] points
    } open
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
stay-seats = { $stay } of { $of } places on a crew stay with the same people ({ $part })
stay-post-weeks = { $stay } of { $of } post-weeks stay with their offer ({ $part })
more-serial = … and { $count } more serials; --json lists all
more-activity = … and { $count } more activities; --json lists all
more-crew = … and { $count } more crews; --json lists all
more-people = … and { $count } more people; --json lists all
cost-to-exit = Cost to exit: { $now }, { $unmoved } if nothing had to move.
swept = { $file }: { $cases } cases.
swept-kept = { $file }: { $cases } cases, { $kept } of them kept from before.
column-site = site
column-others-move = others move
column-points = targets, points
column-post-weeks = post-weeks
column-unmoved = unmoved
column-now = now
# Where a command ends early.
nothing-feasible = cadre: no option except doing nothing is feasible
stopped = cadre: stopped
stopped-kept = cadre: stopped: { $kept }
faults-found = { $count ->
    [one] cadre: { $count } fault found
   *[other] cadre: { $count } faults found
}
not-done = cadre: nothing was done
no-language =
    .found = { $language }
    .allowed = must be one of { $known }
    .cure = choose one of them
no-option =
    .found = { $option }
    .allowed = { $count ->
        [one] must be the one option
       *[other] must be one of { $count } options
    }
    .cure = did you mean { $near }? `cadre options DIR --all` lists them
cases-kept = { $count ->
    [one] { $count } finished case is kept, the same command goes on from there
   *[other] { $count } finished cases are kept, the same command goes on from there
}
plans-kept = no brief was written; { $count ->
    [one] { $count } planned option is kept, the same command goes on from there
   *[other] { $count } planned options are kept, the same command goes on from there
}
last-brief-and-plans-kept = the brief of the last run is untouched; { $count ->
    [one] { $count } planned option is kept, the same command goes on from there
   *[other] { $count } planned options are kept, the same command goes on from there
}
# How a search ended that stopped far from its bound; the second stands before any reason.
search-stopped = search stopped, bound { $lower } lower
search-first = The search stopped, its bound { $lower } lower: up to that much of what the plan misses may be due to the search; { $by ->
    [seconds] more seconds (--seconds) may find more.
   *[work] more work (--effort) may find more.
}
# Misuse of commands.
try-help = Try `cadre --help`.
no-command = No such command { $command }.
no-command-but = No such command { $command }. Did you mean { $near }?
no-such-option = No such option: { $option }
no-such-option-but = No such option: { $option } (Possible options: { $possible })
missing-argument = Missing argument { $name }.
missing-option = Missing option { $name }.
too-many-arguments = Too many arguments ({ $arguments })
option-needs-value = Option { $option } requires an argument.
option-takes-no-value = Option { $option } does not take a value.
bad-value = { $place }: found { $found }, { $allowed }; { $cure }
trace-what = Invalid value: name a number, or a file with --prov FILE
# What a command has done.
workbook-made = Made { $file }. Next: edit it, then `cadre check { $file }`.
folder-made = Made { $folder }. Next: `cadre check { $folder }`.
made = Made { $folder }. Next: edit { $file }, then `cadre check { $folder }`.
# Stages that a bar of progress shows; at most 18 letters.
stage-screen = screening options
stage-plan = planning options
stage-cure = trying cures
stage-replan = planning again
stage-simulate = simulating
stage-replay = on other random numbers
stage-attain = what it would take
stage-sweep = running cases
stage-write = writing the brief
# The plans of an option.
plan-need = need
plan-forces = forces
plan-programme = programme
plan-staff = staff
plan-timetable = timetable
standard-output = standard output
# Warnings of the mission.
warned = Warning: { $place }: { $found }
warnings-told = { $count ->
    [one] cadre: { $count } warning; `cadre check { $folder }` says why it matters and what to do
   *[other] cadre: { $count } warnings; `cadre check { $folder }` says why they matter and what to do
}
warnings-more = { $count ->
    [one] { $count } more of these kinds: --json gives it.
   *[other] { $count } more of these kinds: --json gives them.
}
warnings-found = { $count ->
    [one] { $count } warning: the mission can be planned; --strict refuses it.
   *[other] { $count } warnings: the mission can be planned; --strict refuses it.
}
new-where = no folder was named for the new mission; name one, or see the packs with --list
begin-from-pack = Begin from one: cadre new DIR --pack NAME
pack-line = { $name }: { $holds }

no-letters =
    .found = the letter { $letter }
    .allowed = must be a letter of a brief or a screening, and there is none of this mission here
    .cure = run `cadre options { $folder }`, name a brief with --of, or write the id
no-such-letter =
    .found = the letter { $letter }
    .allowed = must be a letter of the last brief or screening
    .cure = use { $letters }, or write the id
differ-in = { $one } and { $other } differ in { $levers }.
why-shown = { $option }: { $why }
none-shown-with = No option shown has { $what }
unmet = Met by no option shown: { $what }
checked = { $checked ->
    [one] { $checked } dropped option was
   *[other] { $checked } dropped options were
} planned and simulated in full; the fast evaluation was wrong on { $wrong }.
asked-is-none = No option is as asked: { $why }
# The running mission.
no-day = { $day } is not a date such as 2026-05-03
record-what = name a table and its fields, or a form with --from, or one to write with --form
record-field = { $word } is not FIELD=VALUE
roster-suffix = { $file } must end in .pdf, .xlsx or .ics
roster-written = Written to { $file }.
no-week = { $week } is not a week such as 2027-W05
no-form = { $form } is not one of { $forms }
exported = Written to { $file }.
closed-period = { $days }: { $title }
closed-none = { $found ->
    [one] The one period found is
   *[other] All { $found } periods found are
 } closed already, or outside of the mission.
closed-shown = { $count ->
    [one] { $count } period is new
   *[other] { $count } periods are new
 }, of { $found } found; nothing was written: add --write.
closed-written = { $count ->
    [one] { $count } period was added
   *[other] { $count } periods were added
 } to mission.yaml, of { $found } found.
report-suffix = { $file } must end in .pdf or .md
report-since = { $since } must be a day before the report's
form-written = Written to { $file }, with { $count ->
    [one] { $count } row
   *[other] { $count } rows
 } for what is due.
recorded = { $table }: { $count ->
    [one] { $count } record
   *[other] { $count } records
 } added ({ $ids }).
known-already = { $table }: { $count ->
    [one] { $count } record was
   *[other] { $count } records were
 } there already ({ $ids }).
nothing-reported = Nothing was reported: no row holds a day.

# The site.
no-site = the libraries of the site are not installed; install cadre-planner[site]
site-ready = The site is ready: { $address }
audit-whole = { $count ->
    [one] The audit log is whole: { $count } entry. Note its end elsewhere: { $digest }
   *[other] The audit log is whole: { $count } entries. Note its end elsewhere: { $digest }
}
backup-made = Written: { $file } (SHA-256 of the database { $digest }). It holds everything, the key that signs sessions included: keep it where only you can read it.
backup-brought-back = Brought back as it was at { $at }.
backup-of-another-database = The backup is of another kind of database ({ $detail }). Set CADRE_SITE_DATABASE, or leave it out, as it was when the backup was made.
backup-not-empty = Something is there already: { $detail }. Restore into an empty folder or database.
backup-unreadable = The file is no whole backup of a site ({ $detail }).
backup-no-program = { $detail } is missing: install the programs of PostgreSQL (apt-get install postgresql-client).
backup-failed = PostgreSQL refused: { $detail }
audit-broken = The audit log is not whole: entry { $number } is changed, missing or was made anew ({ $count } before it are as they were written).
