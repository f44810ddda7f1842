"""Large-neighbourhood search: jobs around a late one are lifted, timed anew by CP-SAT, staffed again.

Takes a board with a plan and makes it better or leaves it as it was. The model of a window counts heads by
sets of skills on what the rest of the plan leaves over; who sits where is decided by staffing, whose refusal
undoes the window.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from cadre.solving import Limits
from cadre.timetable.construct import (
    ATTEMPTS_PER_WORK,
    cost_of,
    good_enough,
    place,
    ready,
    settle,
    try_anyhow,
    weeks_late,
)
from cadre.timetable.loads import COUNTRY, Loads, Row
from cadre.timetable.problem import Placement, weeks_counted
from cadre.timetable.schedule import PartialSchedule

MOST_JOBS = 30
"""Jobs lifted at a time."""
WORK_A_WINDOW = 0.2
"""Deterministic work of one window; measured on the founding case: most are proved within a tenth of it."""
LEAST_WORK = 0.03
"""What a window counts at least: building its model takes time that the solver does not count."""
FAILURES = 3
"""Windows in vain around each late job, on average, after which the search ends."""
IN_VAIN = 1 / 3
"""Part of the work after which a search that has won nothing ends."""
SCALE = 1000
"""Priorities are counted in thousandths, since the solver counts in whole numbers."""


def improve(
    schedule: PartialSchedule,
    limits: Limits,
    *,
    until: float = math.inf,
    bound: float | None = None,
    around: Collection[int] | None = None,
) -> bool:
    """Improve a plan window by window until the work is spent, the gap is met or nothing more is found.

    Parameters
    ----------
    board : PartialSchedule
        With a plan; afterwards with one that is as good or better.
    limits : Limits
        Gap, deterministic work, seed.
    until : float
        Safety net: the reading of `time.perf_counter` after which no window is begun.
    bound : float, optional
        What the gap is to; the bound of each job alone when left out.
    around : collection of int, optional
        Jobs that windows are opened around; all when left out.

    Returns
    -------
    bool
        Whether the safety net ended the search.
    """
    centres = range(len(schedule.problem.jobs)) if around is None else sorted(around)
    chance = random.Random(limits.seed)
    loads, spent, vain, won = Loads(schedule.instance), 0.0, 0, False
    while spent < limits.work and not good_enough(schedule, limits.gap, bound):
        late = [j for j in centres if j not in schedule.instance.pinned and _gain(schedule, j) > 0]
        if not late or vain > FAILURES * len(late) or (not won and spent > IN_VAIN * limits.work):
            break
        if time.perf_counter() > until:
            return True
        centre = chance.choices(late, [_gain(schedule, j) for j in late])[0]
        better, work = _retime(schedule, _window(schedule, centre, chance), loads, limits)
        spent, vain, won = spent + work, 0 if better else vain + 1, won or better
    if won:
        settle(schedule)
    return False


def _gain(schedule: PartialSchedule, j: int) -> float:
    """Return what could be won by timing a job as well as it could ever be."""
    job = schedule.problem.jobs[j]
    return job.priority * (weeks_late(job, schedule.placed[j]) - schedule.instance.least[j])


def _window(schedule: PartialSchedule, centre: int, chance: random.Random) -> list[int]:
    """Choose the jobs to lift: the late one and those near it in time that use a room or a skill it uses."""
    jobs, at = schedule.problem.jobs, schedule.problem.jobs[centre]
    rows = _wanted(schedule, centre)
    near: list[tuple[float, int]] = []
    for j, job in enumerate(jobs):
        if j == centre or j in schedule.instance.pinned or not schedule.instance.starts[j]:
            continue
        placed = schedule.placed[j]
        week = job.due if placed is None else placed.start
        shared = len(rows & _wanted(schedule, j))
        if shared:
            near.append((abs(week - at.due) * chance.uniform(0.5, 1.5) / shared, j))
    return [centre, *(j for _, j in sorted(near)[: MOST_JOBS - 1])]


def _wanted(schedule: PartialSchedule, j: int) -> set[tuple[str, int, int]]:
    job = schedule.problem.jobs[j]
    rooms = {("room", r, 0) for stage in job.stages for r, _ in stage.uses}
    site = COUNTRY if schedule.problem.in_country[job.site] else job.site
    return rooms | {("skill", n.skill, site) for stage in job.stages for n in stage.needs if not n.aside}


@dataclass
class _Model:
    """A window as CP-SAT sees it: a Boolean for each start of each lifted job."""

    model: cp_model.CpModel
    starts: dict[int, dict[int, cp_model.IntVar]]


def _retime(
    schedule: PartialSchedule, freed: Sequence[int], loads: Loads, limits: Limits
) -> tuple[bool, float]:
    """Time the jobs of a window anew, keep what is better; gives whether it is, and the work spent."""
    problem = schedule.problem
    before, cost, tried = list(schedule.placed), cost_of(problem, schedule.placed), schedule.attempts
    for j in freed:
        schedule.remove(j)
    window = _model(schedule, freed, before, loads)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers, solver.parameters.random_seed = 1, limits.seed
    solver.parameters.max_deterministic_time = WORK_A_WINDOW
    status = solver.solve(window.model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        _staff(
            schedule,
            freed,
            {j: w for j, by in window.starts.items() for w, v in by.items() if solver.value(v)},
        )
    better = cost_of(problem, schedule.placed) < cost and all(ready(schedule, j) for j in range(len(before)))
    if not better:
        _put_back(schedule, before)
    staffing = (schedule.attempts - tried) / ATTEMPTS_PER_WORK
    return better, solver.response_proto.deterministic_time + staffing + LEAST_WORK


def _staff(schedule: PartialSchedule, freed: Iterable[int], starts: Mapping[int, int]) -> None:
    """Staff jobs at the weeks told, earliest first; others are placed where there is room, or dropped."""
    refused = []
    for j in sorted(starts, key=lambda j: (starts[j], -schedule.problem.jobs[j].priority, j)):
        if not ready(schedule, j, starts[j]) or not try_anyhow(schedule, j, starts[j]):
            refused.append(j)
    for j in [*refused, *(j for j in freed if j not in starts)]:
        place(schedule, j)


def _put_back(schedule: PartialSchedule, before: Sequence[Placement | None]) -> None:
    for j, placed in enumerate(before):
        if schedule.placed[j] != placed:
            schedule.remove(j)
    for j, placed in enumerate(before):
        if placed is not None and schedule.placed[j] is None:
            schedule.restore(j, placed)


def _model(
    schedule: PartialSchedule, freed: Sequence[int], before: Sequence[Placement | None], loads: Loads
) -> _Model:
    model = cp_model.CpModel()
    window = _Model(model, {})
    for j in freed:
        weeks = [w for w in schedule.instance.starts[j] if _fixed_order(schedule, j, w, freed)]
        window.starts[j] = {w: model.new_bool_var(f"{j}@{w}") for w in weeks}
        model.add_at_most_one(window.starts[j].values())
        placed = before[j]
        for week, var in window.starts[j].items():
            model.add_hint(var, placed is not None and placed.start == week)
    _cost(window, schedule)
    _precedence(window, schedule)
    _supply(window, schedule, loads)
    return window


def _fixed_order(schedule: PartialSchedule, j: int, week: int, freed: Sequence[int]) -> bool:
    """Say whether a start fits the jobs before and after it that stay where they are."""
    jobs, instance = schedule.problem.jobs, schedule.instance
    for b in jobs[j].after:
        placed = schedule.placed[b]
        if b not in freed and (placed is None or placed.ends > week):
            return False
    earlier = (schedule.placed[b] for b in jobs[j].behind if b not in freed)
    later = (schedule.placed[k] for k in instance.ahead[j] if k not in freed)
    if any(p and p.start >= week for p in earlier) or any(p and p.start <= week for p in later):
        return False
    stops = instance.stops(jobs[j], week)
    follow = (schedule.placed[k] for k in instance.followers[j] if k not in freed)
    return stops is not None and all(p is None or p.start >= stops[-1] for p in follow)


def _cost(window: _Model, schedule: PartialSchedule) -> None:
    """`min sum priority (counted(w) - counted(dropped)) x[j, w]`: a dropped job wins nothing."""
    terms = []
    for j, by_week in window.starts.items():
        job = schedule.problem.jobs[j]
        for week, var in by_week.items():
            late = weeks_counted(job, week) - weeks_counted(job, None)
            terms.append(round(job.priority * late * SCALE) * var)
    window.model.minimize(sum(terms))


def _precedence(window: _Model, schedule: PartialSchedule) -> None:
    """A job starts in a week only if each lifted job before it started so early that it is over."""
    for j, by_week in window.starts.items():
        for b in schedule.problem.jobs[j].after:
            if b in window.starts:
                ends = {
                    w: (schedule.instance.stops(schedule.problem.jobs[b], w) or (0,))[-1]
                    for w in window.starts[b]
                }
                for week, var in by_week.items():
                    window.model.add(var <= sum(v for w, v in window.starts[b].items() if ends[w] <= week))
        for b in schedule.problem.jobs[j].behind:
            for week, var in by_week.items() if b in window.starts else ():
                window.model.add(var + sum(v for w, v in window.starts[b].items() if w >= week) <= 1)
    for j in window.starts:
        stays = [
            k
            for k in schedule.instance.followers[j]
            if schedule.placed[k] is not None and k not in window.starts
        ]
        if stays:
            window.model.add(sum(window.starts[j].values()) == 1)


def _supply(window: _Model, schedule: PartialSchedule, loads: Loads) -> None:
    """In each week the lifted jobs take at most what the rest of the plan leaves of each row."""
    taken: dict[Row, dict[int, list[tuple[int, cp_model.IntVar]]]] = {}
    for j, by_week in window.starts.items():
        for start, var in by_week.items():
            for load in loads.of(j, start):
                weeks = taken.setdefault(load.row, {})
                for week in range(load.begins, load.ends):
                    weeks.setdefault(week, []).append((round(load.amount * SCALE), var))
    for row, weeks in taken.items():
        left = loads.left(row, schedule, range(min(weeks), max(weeks) + 1))
        for week, terms in weeks.items():
            upper = round(left[week - min(weeks)] * SCALE)
            if sum(amount for amount, _ in terms) > upper:
                window.model.add(sum(amount * var for amount, var in terms) <= upper)
