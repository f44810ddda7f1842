# Annexes: capability over time, timetable, money, differences, positions, questions.
capability = Capability over time, targets and minimum levels
goal = Target or minimum level
goals = Targets and minimum levels
goals-note =
    Units there: median (80 % range); the chance that the target is met or the minimum level holds (95 % interval, from the
    number of futures); units that the programme plans; what binds it.
target = { $title }: { $units } by { $day }
floor = { $title }: { $units } to hold after exit
chance = <small>chance </small>{ $chance }
added = <small>added to doing nothing </small>{ $units }
planned = <small>planned </small>{ $units }
planned-course = <small>planned </small>{ $units }<small>, a course is not held</small>
planned-seats = <small>planned </small>{ $units }<small>, seats</small>
planned-instructors = <small>planned </small>{ $units }<small>, instructors</small>
planned-trainees = <small>planned </small>{ $units }<small>, trainees</small>
planned-site = <small>planned </small>{ $units }<small>, site</small>
planned-ceiling = <small>planned </small>{ $units }<small>, ceiling</small>
planned-time = <small>planned </small>{ $units }<small>, time</small>
timetable = Timetable
timetable-note =
    Outlined bars are serials: white where a seat for an instructor is left short, dark where later than planned; the
    dashed line is exit.
timetable-search =
    Option { $letter }: the search for the timetable stopped, its bound { $lower } lower: so much of what is late may
    be the search's.
nothing-held = Option { $letter } holds no course and no project.
left-out = Option { $letter }: serials that could not be placed: { $count }. The workbook lists them.
left-out-why =
    Option { $letter }: serials that could not be placed: { $count }, most often: { $why }. The workbook lists them.
costs = Cost by payer
cost-to-exit = Cost to exit
simulated-cost = Simulated cost
cost-before-overrun = Cost to exit before any overrun
cost = Cost to exit, with any overrun
cost-fully-manned = The same, had every post been filled
cost-a-graduate = Cost to exit for each graduate
cost-beyond = Cost to the host after exit, apart
by-year = Cost to exit by year
paid-in = Paid in
days = { $from } to { $to }
by-year-note =
    Median (80 % range). Each week counts in the year of its first day. In each future the years add up to the cost to
    exit; their medians need not.
median = Median (80 % range).
not-discounted = Not discounted.
overrun =
    Cost to exit, for all payers, is multiplied in each future by an overrun of { $overrun }, from { $source ->
    [comparable] comparable missions ({ $why })
   *[own] the mission's own estimate
}. Plans, and conditions of parties on cost, keep the cost without it.
differences = Against doing nothing and each other
criterion = Criterion
no-nothing = Doing nothing is not among the options.
minus-nothing =
    Option minus doing nothing, future by future: median (80 % range), and how often the option is better
better = better in { $share }
better-as-planned = not told apart; as planned better in { $share }
positions = Stated positions
what-parties-state = What types of party state
column-party = Type of party
column-stance = Stance
column-condition = Condition on the option
column-insists = Chance that it insists
column-basis = Basis
stance-wants = wants
stance-will-not-accept = will not accept
questions = Every open question
no-question = None was written.
