# Annex on method: how the study was made; formulas and their sources stand in docs/model.
title = Method, seeds and versions
step-options =
    Every combination of choices that the rules allow is an option; a fast evaluation screens them, and the few that
    differ most are planned.
step-programme =
    A mixed-integer programme plans serials and posts of each option, first as the option needs them, then within the
    posts that offers fill.
step-forces =
    A second one matches offers with posts by role, rank, language, place, dates, caveats and conditions; a pledge is
    not counted as a person.
step-timetable = Courses are timed with people and rooms.
step-futures =
    Each option meets the same futures, drawn from what is not known (once per future) and from chance (week by week),
    to the end of the look beyond exit.
step-comparison = Options are compared criterion by criterion, future by future. No total is formed.
seed = <b>Seed </b>{ $seed }; <b>futures per option </b>{ $futures }.
versions = <b>Versions: </b>{ $versions }.
checked = <b>Checked in full before they were dropped: </b>{ $checked } options nearest to those shown. On { $wrong } of them the fast
    evaluation was wrong{ $came ->
        [none] .
       *[some] ; shown for it: { $came }.
    }
effort = <b>Work of each search, times the usual (effort): </b>{ $effort }.
limits = <b>Searches ended by a limit in seconds: </b>{ $limits }.
no-limits =
    <b>Searches ended by a limit in seconds: </b>none: every search ended by its gap or its deterministic work, so that
    any machine finds the same.
searches = How each search ended
column-stage = Stage
column-status = Status
column-gap = Gap to the proved bound
stage-need = need
stage-forces = forces
stage-programme = programme
stage-staff = staff
stage-timetable = timetable
status-optimal = optimal
status-feasible = feasible
status-infeasible = infeasible
status-not-found = not found
status-stopped = stopped
