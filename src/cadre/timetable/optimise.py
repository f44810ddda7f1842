"""Plan a timetable: name people, place projects, place serials, improve, and say how good it is.

Takes a programme, a force plan and their mission, gives a `Timetable` with a `Result`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.programme.plan import Programme
from cadre.solving import Limits, Result, Status
from cadre.timetable.board import Board
from cadre.timetable.construct import cost_of, search_orders
from cadre.timetable.demand import serials_of
from cadre.timetable.formulate import activities_of, activity_problem, finished, frame, serial_problem
from cadre.timetable.ground import Ground
from cadre.timetable.people import people_of
from cadre.timetable.plan import Timetable
from cadre.timetable.write_up import activities_told, busy_weeks, handovers_told, serials_told

DEFAULT = Limits(gap=0.01, work=2.0, seconds=60.0)
"""Limits under which a mission of the founding case's size takes a few seconds."""
ATTEMPTS_PER_WORK = 4000
"""Starts tried by the search over orders that count as one unit of work."""


def plan_timetable(
    programme: Programme,
    forces: ForcePlan,
    mission: Mission,
    *,
    limits: Limits = DEFAULT,
    pinned: Mapping[str, int] | None = None,
) -> Timetable:
    """Time a programme with named people.

    Parameters
    ----------
    programme : Programme
        Serials, activities, local posts and host instructors.
    forces : ForcePlan
        Who comes, when, to which site.
    mission : Mission
        The mission with the option applied.
    limits : Limits
        Gap, deterministic work, seed and the safety net in seconds.
    pinned : mapping of str to int, optional
        Week in which a serial (or an activity, `PROJECT/ACTIVITY`) already stands; it stays there.

    Returns
    -------
    Timetable
        Every serial and activity, placed or with the reason why not; the same for the same input, limits and
        seed.
    """
    begun, pinned = time.perf_counter(), pinned or {}
    people = people_of(forces, programme, mission)
    slots, serials = activities_of(programme, mission), serials_of(programme, mission)
    projects = activity_problem(slots, people, programme, mission)
    advising = _searched(Ground(projects), pinned, limits)
    activities = activities_told(advising, slots)
    base = replace(frame(people, mission), busy=busy_weeks(advising))
    problem = serial_problem(
        serials, base=base, done=finished(activities, mission), programme=programme, mission=mission
    )
    board = _searched(Ground(problem), pinned, limits)
    bound = 0.0
    objective = cost_of(projects, advising.placed)[0] + cost_of(problem, board.placed)[0]
    result = Result(Status.FEASIBLE, objective, min(bound, objective), False, time.perf_counter() - begun)
    return Timetable(
        serials_told(board, serials),
        people,
        activities,
        tuple(sorted((*handovers_told(advising), *handovers_told(board)))),
        replace(result, status=Status.OPTIMAL) if result.gap <= limits.gap else result,
    )


def _searched(ground: Ground, pinned: Mapping[str, int], limits: Limits) -> Board:
    jobs = ground.problem.jobs
    fixed = {j: pinned[job.id] for j, job in enumerate(jobs) if job.id in pinned}
    return search_orders(
        ground, pinned=fixed, attempts=round(limits.work * ATTEMPTS_PER_WORK), seed=limits.seed
    )
