# Annexes: statements, sources, assumptions, published figures.
title = Ledger
statements = What is known and reported
sources = Sources
assumptions = Assumptions
assumed = What is assumed
figures = Published figures used
column-id = Id
column-statement = Statement
column-who = Who says it
column-grade = Grade
column-group = Group
column-source = Source
column-date = Date
column-title = Title
column-publisher = Publisher
column-note = Note
column-assumption = Assumption
column-why = Why
column-basis = Basis
column-figure = Figure
column-value = Value
column-unit = Unit
grades =
    Grade: reliability of the source (A–F) and credibility of the statement (1–6), kept apart; F and 6 mean that it
    cannot be judged. Statements of one group go back to one origin and confirm each other no more than one would.
learns =
    Courses improve with the serials held: each time these double, { $ratio } is left of the instructors for as many
    trainees (never less than half), and as much of those who fail, as published studies of services show
    ({ $figure }). Plans keep what is written. A mission switches it off by { $switch }.
widened =
    { $widened } of the { $ranges } ranges rest on assumptions alone. In published studies only { $hold } of the 80 %
    ranges that experts gave held what came true. In the simulated futures these ranges are therefore drawn { $factor }
    times as wide as written, around the same median. Plans keep them as written, and ranges that rest on a source
    are drawn as written. `{ $switch }` in the mission switches this off.
attribution-named = named
attribution-official = official
attribution-unnamed = unnamed
attribution-declined-to-comment = declined to comment
attribution-denied = denied
attribution-derived = derived
attribution-assumption = assumption
likelihood = Likelihood { $share }.
confidence-low = Confidence low.
confidence-moderate = Confidence moderate.
confidence-high = Confidence high.
replaces = Replaces { $statement }: { $why }
derived = { $title } (derived)
