# Annex on the mandate: how each option serves what it names, and what holds each option back.
title = What the mandate names, and what holds each option back
caption = Each element of the mandate under each option
column-element = What the mandate names, and what answers it
note =
    <small>Median of the units there at the last target date, of those wanted; for projects, when they would be
    finished.</small>
# An element with the first thing that serves it, and below it the next ones.
element-first = { $element }: { $served }
element-next = – { $served }
ruled-out = <small>ruled out</small>
not-chosen = <small>no</small>
not-measured = <small>not measured</small>
no-target = <small>no target</small>
units-of = { $units } of { $wanted }
not-served = <small>not served</small>
not-finished = <small>not finished</small>
serials = { $serials }<small> serials</small>
reaches-all = <b>{ $letter }: </b>its plan reaches every target; what can still go wrong is chance.
misses =
    <b>{ $letter } </b>is planned to miss { $missed } of { $targets } targets{ $searched ->
    [by-seconds] ; the search stopped, its bound { $lower } lower: up to so much of it may be the search's, and more seconds (--seconds) may find more
    [by-work] ; the search stopped, its bound { $lower } lower: up to so much of it may be the search's, and more work (--effort) may find more
   *[whole] { "" }
}; { $bound ->
    [known] what binds: { $limits }
   *[none] no limit was found to bind
}.
limit-seats = seats on courses ({ $count })
limit-instructors = instructors ({ $count })
limit-trainees = trainees ({ $count })
limit-site = sites ({ $count })
limit-ceiling = the ceiling on posts ({ $count })
limit-course = a course that is not held ({ $count })
limit-time = time ({ $count })
limit-other = { $limit } ({ $count })
