# Where a running mission stands: plan against reports.
day = { $today }, week { $week }: { $count ->
    [one] { $count } report
   *[other] { $count } reports
 }.
schedule = Graduates stand where the plan expected them in week { $earned }, after { $actual } weeks: earned schedule { $index }.
silent = { $reporter } has not reported for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
lost = { $count ->
    [one] { $count } serial was
   *[other] { $count } serials were
 } lost: { $cause }.
broken = Assumptions that no longer hold (80 % ranges):
holding = Assumptions that hold so far (80 % ranges):
now = { $name }: assumed { $assumed }, { $counted }, now { $now }.
now-known = { $name }: assumed { $assumed }, { $counted }.
nothing-left = { $name }: assumed { $assumed }, { $counted }: nothing of the range is left; write a new one.
overturned = No longer holds; it rests on { $basis }.
overturned-bare = No longer holds.
signposts = Signposts that have passed:
column-offers = offers: people
column-indicated = indicated
column-pledged = pledged
column-confirmed = confirmed
column-arrived = arrived
column-dropped = withdrawn
column-indicator = indicator
column-until = until
column-baseline = baseline
column-target = target
column-actual = actual
indicators-graduates = Graduates: those whom the plan expected, and who passed
indicators-units = Units: those wanted next, and those that can be formed
indicators-people = People on posts: planned, and there
indicators-money = Money to date: planned, and spent
days = { $first } to { $last }
column-course = course
column-due = due
column-started = started
column-ended = ended
column-off = lost
column-attended = attended
column-expected = expected
column-passed = passed
column-site = site
column-state = state
column-injured = hurt
column-party = nation
column-planned = planned
column-there = there
column-capability = capability
column-units = units
column-wanted = wanted
column-by = by
column-counted = counted on
column-money = money to date
column-spent = spent
site-opened = open
site-not-open = not open
site-closed = closed
site-reopened = open again
about-posts = foreign posts
about-local-posts = local posts
about-courses = courses
about-sites = sites
about-projects = projects
about-command = command
about-other = other
cause-site-closed = the site was closed
cause-site-not-open = the site was not open
cause-mission-paused = the mission paused
cause-after-exit = the mission had left
cause-instructors = instructors were missing
cause-trainees = trainees were missing
cause-rooms = rooms were missing
cause-other = other causes
share-passes = { $count } of { $of } passed
share-drops-out = { $count } of { $of } dropped out
share-repeats = { $count } of { $of } who failed take it again
share-teaches-on = { $count } of { $of } teach
share-posted = { $count } of { $of } were posted
share-honoured = { $count } of { $of } came
rate-a-year = { $count } came in { $of ->
    [one] { $of } year
   *[other] { $of } years
 }
rate-leaves = { $count } left in { $of } months of one person
rate-hosts-leave = { $count } left in { $of } months of one person
rate-per-year = closed { $count ->
    [one] { $count } time
   *[other] { $count } times
 } in { $of ->
    [one] { $of } year
   *[other] { $of } years
 }
value-opens = opened on { $day }
beyond-opens = not open by { $day }
value-weeks = { $count } weeks counted ({ $of ->
    [one] once
   *[other] { $of } times
 })
beyond-weeks = not over after { $count } weeks
# A forecast.
forecast-of = Forecast of { $today }, from week { $week } on, { $count } futures:
not-reported = Not reported: { $what }.
learnt = What reports have taught:
kept = Kept as { $file }.
column-figure = figure
column-day = known on
column-low = 10 %
column-middle = 50 %
column-high = 90 %
figure-reached = { $capability }, units of { $wanted } wanted
figure-met = { $capability }: chance of { $wanted }
figure-holds = { $capability }: chance of minimum
figure-graduates = graduates, { $course }
figure-cost = cost to exit
