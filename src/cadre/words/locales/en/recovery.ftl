# A mission that runs planned again from what was reported: choices, each planned and played.
day = Plan again from { $today }, week { $week }, from what was reported.
stands = { $held ->
    [one] { $held } class runs
   *[other] { $held } classes run
 }, { $open } are still to begin, { $lost } { $lost ->
    [one] was
   *[other] were
 } lost.
dates-stay = Dates that people set stay: those of targets, of the exit, of offers, of pins.
head = What could be done, the best first: units in the middle of { $count } futures (80 % range), or the chance of a minimum.
goal-target = { $capability }: { $wanted } wanted by { $day }
goal-floor = { $capability }: chance that the minimum of { $wanted } holds after exit
column-choice = choice
column-moved = moved
column-new = new
column-cost = cost
choice-as-planned = as planned
choice-least-change = as few moves as can be
choice-least-late = as few weeks late as can be
choice-made-up = lost classes made up
choice-further = further classes: { $what }
choice-rooms = further classes, one more { $rooms }
choice-people = further classes, one more { $role }
choice-both = further classes, one more { $rooms }, one more { $role }
nothing-planned = Nothing is planned anew: who sits in two classes at once, and what finds no room, waits its turn.
asks-room = Asks for: one more { $room } at { $site }, from now on.
asks-people = Asks for: { $count } { $role } from { $day } to the exit.
called = New: { $serial }, from { $day }, { $people } trainees
called-instead = New: { $serial }, from { $day }, { $people } trainees, for { $instead }
falls = Falls: { $goal }: { $was } to { $now }
nothing-falls = No goal falls.
brought-back = Brought back by choice { $number }: { $goal }: { $most }.
stays-missed = Nearer, not brought back: { $goal }: { $most } by choice { $number }.
no-nearer = No choice found brings it nearer: { $goal }: { $most } as planned.
reached-on = Half of its futures have as many on { $day }: set the day anew, or send more.
reached-never = Half of its futures do not have as many by { $day }: set the number anew, or send more.
ask-dates = When a target would be reached instead: --dates. Another choice in full: --choice N.
no-choice = no such choice
    .found = there are { $most } choices
    .allowed = a number from 1 to { $most }
    .cure = take one of those printed
written = The plan of choice { $number } is written to { $file }.
