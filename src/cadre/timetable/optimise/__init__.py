"""Plan a timetable: name people, place projects, place serials, improve, and say how good it is.

Takes a programme, a force plan and their mission, gives a `Timetable` with a `Result`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission
from cadre.programme.plan import Programme
from cadre.solving import Limits, Result, Status
from cadre.timetable.construct import cost_of, good_enough
from cadre.timetable.demand import serials_of
from cadre.timetable.formulate import activities_of, activity_problem, finished, frame, serial_problem
from cadre.timetable.ground import Ground
from cadre.timetable.optimise.core import Reached, plan_jobs
from cadre.timetable.optimise.relaxation import relax
from cadre.timetable.people import people_of
from cadre.timetable.plan import ActivitySlot, Timetable
from cadre.timetable.problem import Problem
from cadre.timetable.projects.optimise.mission import advised
from cadre.timetable.write_up import activities_told, busy_weeks, handovers_told, serials_told

DEFAULT = Limits(gap=0.01, work=1.0, seconds=60.0)
"""Limits under which a mission of the founding case's size takes a few seconds."""


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
    people, slots = people_of(forces, programme, mission), activities_of(programme, mission)
    serials = serials_of(programme, mission)
    until = begun + limits.seconds
    pose = partial(serial_problem, serials, programme=programme, mission=mission)
    advising = _advised(activity_problem(slots, people, programme, mission), pinned, limits, until=until)
    activities = activities_told(advising.board, slots)
    base = frame(people, mission)
    busy = replace(base, busy=busy_weeks(advising.board))
    problem = pose(base=busy, done=finished(activities, mission))
    serving = plan_jobs(_ground(problem, pinned), limits, until=until)
    best = pose(base=base, done=finished(_at_best(advising.board.ground, slots), mission))
    result = _judged(advising, serving, Ground(best, serving.board.ground.pinned), limits)
    timed = replace(result, seconds=time.perf_counter() - begun)
    handovers = tuple(sorted((*handovers_told(advising.board), *handovers_told(serving.board))))
    return Timetable(serials_told(serving.board, serials), people, activities, handovers, timed)


def _ground(problem: Problem, pinned: Mapping[str, int]) -> Ground:
    return Ground(problem, {j: pinned[job.id] for j, job in enumerate(problem.jobs) if job.id in pinned})


def _advised(problem: Problem, pinned: Mapping[str, int], limits: Limits, *, until: float) -> Reached:
    """Plan activities as jobs and, where that leaves a gap, in the order of the projects core."""
    reached = plan_jobs(_ground(problem, pinned), limits, until=until)
    if not reached.stopped and not good_enough(reached.board, limits.gap, reached.bound):
        left = replace(limits, seconds=max(0.0, until - time.perf_counter()))
        reached.board, cut = advised(reached.board, left)
        reached.by_seconds |= cut
    return reached


def _at_best(ground: Ground, slots: Sequence[ActivitySlot]) -> tuple[ActivitySlot, ...]:
    """Give the activities as early as each could be with every adviser to itself."""
    found = []
    for job, starts, slot in zip(ground.problem.jobs, ground.starts, slots, strict=True):
        stops = ground.stops(job, starts[0]) if starts else None
        found.append(replace(slot, start=starts[0], ends=stops[-1]) if stops else slot)
    return tuple(found)


def _judged(advising: Reached, serving: Reached, best: Ground, limits: Limits) -> Result:
    """Say how good a plan is against a bound with projects as early as can be, keeping nobody busy."""
    late = cost_of(serving.board.problem, serving.board.placed)[0]
    objective = cost_of(advising.board.problem, advising.board.placed)[0] + late
    cut, bound = advising.by_seconds or serving.by_seconds, serving.bound
    if best.problem != serving.board.problem:
        bound = best.bound
        if objective - advising.bound - bound > limits.gap * max(1.0, objective):
            relaxed = relax(best, limits, reached=late)
            bound, cut = relaxed.bound, cut or relaxed.by_seconds
    result = Result(Status.FEASIBLE, objective, min(advising.bound + bound, objective), cut)
    if result.gap <= limits.gap:
        return replace(result, status=Status.OPTIMAL)
    return replace(result, status=Status.STOPPED) if advising.stopped or serving.stopped else result
