"""The step form in whole numbers: starts that heads and rooms allow, then people for them.

Takes a `Relaxed`, gives boards; the bound of the search in whole numbers raises that of the relaxation. What
cannot be staffed in its week is placed where there is room, or left short where that is allowed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cadre.solving import Limits
from cadre.solving.optimise import solve
from cadre.timetable.construct import first_week, last_week, pin, place, settle, try_anyhow
from cadre.timetable.instance import Instance
from cadre.timetable.optimise.assignment import assignable, assigned
from cadre.timetable.optimise.relaxation import Relaxed
from cadre.timetable.optimise.steps import TOLERANCE
from cadre.timetable.problem import Placement
from cadre.timetable.schedule import PartialSchedule
from cadre.timetable.staffing import short_crew_for

MOST_ROUNDS = 4
"""Searches in whole numbers, each with the cuts that the starts found before violate."""
STARTS_GAP, STARTS_SECONDS = 0.5, 0.9
"""Part of the gap asked for that starts may take; of the seconds left likewise; the rest is for staffing."""


def _whole_gap(relaxed: Relaxed, limits: Limits) -> Limits:
    """Return limits whose gap is that of the whole objective, the model's constant included."""
    constant = relaxed.steps.constant
    inside = abs(relaxed.bound - constant)
    return replace(limits, gap=limits.gap * STARTS_GAP * abs(relaxed.bound) / max(inside, 1.0))


def whole(relaxed: Relaxed, limits: Limits, *, until: float) -> Iterator[PartialSchedule]:
    """Yield the plans that follow from starts found in whole numbers; raises the bound on the way."""
    for _ in range(MOST_ROUNDS):
        left = min(limits.seconds, until - time.perf_counter())
        if left <= 0:
            relaxed.by_seconds = True
            return
        searching = replace(_whole_gap(relaxed, limits), seconds=STARTS_SECONDS * left)
        result, point = solve(relaxed.steps.lp, searching)
        relaxed.by_seconds |= result.by_seconds
        proved = relaxed.steps.constant + result.bound
        relaxed.bound = max(relaxed.bound, min(relaxed.reached, proved - TOLERANCE * max(1.0, abs(proved))))
        if point is None:
            return
        starts = relaxed.steps.weeks(point.values)
        yield from boards(
            relaxed.steps.instance,
            starts,
            replace(limits, seconds=min(limits.seconds, until - time.perf_counter())),
        )
        if not relaxed.steps.cut(relaxed.halls.violated(relaxed.steps.runs(point.values))):
            return


def boards(instance: Instance, starts: Mapping[int, int], limits: Limits) -> Iterator[PartialSchedule]:
    """Yield the plans of starts: staffed in turn, and exactly where seats may be short."""
    yield staffed(instance, starts)
    if instance.problem.short_allowed and not instance.pinned and assignable(instance) and limits.seconds > 0:
        schedule = assigned(instance, starts, limits)
        if schedule is not None:
            yield schedule


def staffed(instance: Instance, starts: Mapping[int, int]) -> PartialSchedule:
    """Place jobs in their weeks, earliest first; those for whom people lack come short or elsewhere."""
    schedule, jobs = PartialSchedule(instance), instance.problem.jobs
    pin(schedule)
    order = [j for j in sorted(starts, key=lambda j: (starts[j], -jobs[j].priority, j))]
    for j in order:
        if schedule.placed[j] is not None or not _allowed(schedule, j, starts[j]):
            continue
        if not try_anyhow(schedule, j, starts[j]) and instance.problem.short_allowed:
            _short(schedule, j, starts[j])
    for j in [*order, *(j for j in range(len(jobs)) if j not in starts)]:
        if schedule.placed[j] is None:
            place(schedule, j)
    settle(schedule)
    return schedule


def _allowed(schedule: PartialSchedule, j: int, start: int) -> bool:
    first = first_week(schedule, schedule.problem.jobs[j])
    return first is not None and first <= start <= last_week(schedule, j)


def _short(schedule: PartialSchedule, j: int, start: int) -> None:
    job = schedule.problem.jobs[j]
    stops = schedule.instance.stops(job, start)
    if stops is not None and schedule.short_room(job, start, stops) is None:
        crew = short_crew_for(schedule, job, start, stops=stops, handovers=True)
        schedule.put(j, Placement(start, stops, tuple(crew.shifts)))
