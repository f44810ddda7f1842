# Charts: titles, alternative texts, legends, and what appears where one points at a mark.
capability = Capability over time: median, 80 % band, targets (diamonds), exit (dashed)
capability-alt =
    Units of each capability over time by option: median line in an 80 % band; diamonds are targets, the dashed line is
    exit.
capability-told = { $title }: { $most } wanted at most; at the end { $ends }.
tip-x = x
tip-low = low
tip-median = median
tip-high = high
tip-option = option
tip-told = median (80 % range)
tip-what = what
tip-state = state
tip-series = series
tip-people = people
ends = Targets, what lasts, and cost: median and range of 8 in 10 futures
payers = Cost to exit by payer
paid-by-nations = Paid by nations
paid-by-common-fund = Paid by common fund
paid-by-trust-fund = Paid by trust fund
paid-by-host = Paid by host
to-exit = to exit
ranges-alt = { $title }. Median and 80 % range of each option. { $described }.
posts = Foreign posts needed over time, by what they follow from
posts-alt = Foreign posts needed over time by option, stacked: trainers, advisers, command, then support.
posts-told =
    { $letter }: { $total } at the peak, of them { $trainers ->
    [one] { $trainers } trainer
   *[other] { $trainers } trainers
}, { $advisers ->
    [one] { $advisers } adviser
   *[other] { $advisers } advisers
}, { $command } command, { $tail } support.
nations = Who would fill the posts, by party
nations-alt = Who would fill the posts over time, by party, with what nobody offers yet on top.
nations-told = { $letter }: { $share } of post-weeks unfilled.
axis-posts = posts
other = other
nobody = nobody yet
core-instructors = trainers
core-advisers = advisers
core-command = command
timetable = Timetable of option { $letter }
timetable-alt =
    Option { $letter }: { $placed } of { $serials } serials placed, in { $lines } lines of courses and projects by site.
as-planned = as planned
later = later than planned
short = seats left short
project = project
growth = Targets reached against cost: every option screened (grey), those shown (letters), and one that grows
growth-x = cost to exit (mean)
growth-y = targets reached (mean)
growth-alt =
    Share of targets reached against cost to exit. { $count } grey points are the options screened, by the fast evaluation;
    letters are the options shown, played in full, with the efficient frontier through them; a dashed line is one option
    with more posts, every post filled. { $told }.
growth-told = { $letter } { $share } for { $cost }
staircase = From what is wanted to what comes of it, option { $letter }: units by the last target
staircase-alt = Units of each capability, step by step, option { $letter }. { $told }
staircase-told =
    { $title }: wanted { $wanted }, all posts filled { $filled }, within what is offered { $offered }, as it would turn out
    { $played }, without the mission { $without }.
step-wanted = wanted
step-filled = all posts filled
step-offered = within what is offered
step-played = as it would turn out
step-without = without the mission
