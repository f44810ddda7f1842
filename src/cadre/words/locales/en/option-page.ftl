# The page of an option: concept, days, risks, money, what stays, who must move.
title = Option { $letter }: { $name }
# -- concept
concept = <b>Concept. </b>{ $choices }.
as-asked = This is what is asked, as it is asked.
why-shown = Shown because: { $why }
who = <b>Who does what. </b>Foreign posts at the peak: { $parts }. Filled, on offers as they stand, by { $filled }; nobody
    offers { $open } of the post-weeks.
trainers = { $number } { $number ->
    [one] trainer
   *[other] trainers
}
advisers = { $number } { $number ->
    [one] adviser
   *[other] advisers
}
command = { $number } to lead
tail = { $number } in support
fills = { $party } ({ $share } of what is filled)
nobody = nobody
no-posts = <b>Who does what. </b>It needs no foreign posts.
for = <b>For: </b>{ $what }
against = <b>Against: </b>{ $what }
# -- days
when = From decision to exit
timeline = Days of the plan; what is reached, in at least half of the futures
column-day = Day
column-what = What
meeting = <b>Decision. </b>{ $by }: { $expected ->
    [decides] decision on
    [may-decide] possible decision on
   *[discusses] expected discussion of
} { $about }.
first-posts = <b>People. </b>The first posts are to be filled.
most-posts = Most posts are to be filled: { $needed } foreign ones.
first-course = <b>Courses. </b>The first begins: { $course }.
last-course-before = The last course begins.
last-course-after = After exit the host teaches by itself; the last course planned begins.
first-units = <b>First result. </b>{ $units }: the first beyond those there at the beginning.
all-units = <b>Full result. </b>{ $units }: all { $wanted } that are wanted.
no-first-units = <b>First result. </b>{ $units }: none beyond those there at the beginning in most futures.
no-all-units = <b>Full result. </b>{ $units }: all { $wanted } that are wanted are not there in most futures.
exit = <b>Exit. </b>It ends; to go on takes a new decision.
# -- risks
risks = Risks: how likely, by which sign, and whose to act
column-risk = What goes wrong
column-chance = How likely
column-sign = By which sign
column-owner = Whose to act
no-risk = Nothing that the simulated futures show
risk-target = Fewer than { $wanted } { $units } by { $day }
risk-floor = Fewer than { $wanted } { $units } are left after exit
risk-posts = Fewer than { $floor } of the posts are filled
risk-event = { $event }
risk-objection = A party objects, first of all: { $who }
sign-target = Results at the dates of the targets
sign-floor = The count { $years } { $years ->
    [one] year
   *[other] years
} after exit
sign-posts = Offers that are not confirmed; most wanted: { $first }
sign-offers = Offers that are not confirmed
sign-chance = It is known on { $day }
sign-hazard = It can come in any week
sign-review = The review on { $day }
sign-objection = { $day ->
    [none] What parties say when they are asked
   *[other] What parties say by { $day }
}
ask = { $role } ({ $people })
no-owner = nobody yet
# -- money
by-year = Cost until exit, year by year
column-year = Year
column-manned-in = All posts filled, as priced
column-overrun-in = The same with the overrun of comparable missions
column-cost-in = With the posts that people fill
in-all = <b>In all</b>
cost-a-graduate = <b>Cost of a graduate: </b>{ $cost }.
cost-a-unit = <b>Cost of each team or unit that there would not be without the mission: </b>{ $cost }.
# -- after
after = What stays, and who must move first
stays = <b>What stays: </b>{ $what }.
nothing-stays = <b>What stays: </b>no level after exit was written, and nothing is counted.
floor = { $units }, at least { $floor }: chance { $chance }
hosts = { $number } { $number ->
    [one] instructor
   *[other] instructors
} of the host’s own at exit
beyond = it costs the host { $cost } after exit
moves = <b>Who must move first: </b>{ $what }.
nobody-moves = <b>Who must move first: </b>nobody beyond what is offered and stated.
accept = { $party } would have to accept what is refused ({ $what })
amended = or it is changed to { $changes } (then nobody objects in { $chance })
asks = somebody has to offer { $what }
ask-at = { $role } ({ $people }), { $site }, from { $day }
