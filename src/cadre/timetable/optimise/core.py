"""The core: one plan of one `Problem`, any time, with a proved bound. Missions and benchmarks both call it.

A plan job by job; plans in orders read off the relaxed step form; the step form in whole numbers where it is
small for the work allowed; windows. Each step begins from the best plan and is ended by the gap.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cadre.solving import Limits, Result, Status
from cadre.timetable.construct import build, cost_of, first_order, good_enough, search_orders, settle
from cadre.timetable.instance import Instance
from cadre.timetable.keeping import displaced, kept
from cadre.timetable.optimise.assignment import assignable
from cadre.timetable.optimise.lns import improve
from cadre.timetable.optimise.mip import boards, whole
from cadre.timetable.optimise.priced import plans as priced_plans
from cadre.timetable.optimise.relaxation import Relaxed, relax
from cadre.timetable.problem import Placement
from cadre.timetable.schedule import PartialSchedule

SHARES = (0.3, 0.5, 0.7, 0.9)
"""Parts of a job that have started in the relaxation by the week which tells its place in an order."""
COLUMNS_A_WORK = 2000
"""Columns of the step form that one unit of work searches in whole numbers: about a second."""
WINDOWS = 0.25
"""Part of the work that goes to windows."""

FEW_JOBS, CREWS = 60, 20
"""Jobs up to which other crews are tried in the first order, and how many of them by chance."""

Report = Callable[["Reached"], None]


@dataclass
class Reached:
    """The best plan so far, the bound proved for its problem, what ended the search.

    `relaxed` says whether the bound is that of the step form and not only that of each job alone.
    """

    schedule: PartialSchedule
    bound: float
    by_seconds: bool = False
    stopped: bool = False
    relaxed: bool = False

    def result(self, limits: Limits) -> Result:
        """Return objective, bound and status."""
        objective = cost_of(self.schedule.problem, self.schedule.placed)[0]
        result = Result(Status.FEASIBLE, objective, min(self.bound, objective), self.by_seconds)
        status = Status.STOPPED if self.stopped else result.status
        return Result(
            Status.OPTIMAL if result.gap <= limits.gap else status, objective, result.bound, self.by_seconds
        )


def plan_jobs(
    instance: Instance,
    limits: Limits,
    *,
    until: float = math.inf,
    report: Report | None = None,
    begin: Mapping[int, int] | None = None,
) -> Reached:
    """Plan the jobs of a ground until gap, work or seconds end it, or somebody presses Ctrl-C.

    Parameters
    ----------
    ground : Instance
        Jobs, workers, resources, pins.
    limits : Limits
        Gap, deterministic work, seed.
    until : float
        Safety net: a reading of `time.perf_counter`.
    told : callable, optional
        Called with the best plan and bound so far, after the first plan and after each that is better.
    begin : mapping of int to int, optional
        Starts of jobs, by whatever other method: they are staffed first, and the search begins from them.

    Returns
    -------
    Reached
        More work or time never gives a worse plan.
    """
    reached = Reached(search_orders(instance, attempts=0, seed=limits.seed), instance.bound)
    _report = report or (lambda _: None)
    try:
        _report(reached)
        for schedule in _plans(reached, limits, until, begin):
            if cost_of(instance.problem, schedule.placed) < cost_of(
                instance.problem, reached.schedule.placed
            ):
                reached.schedule = schedule
                _report(reached)
    except KeyboardInterrupt:
        reached.stopped = True
    return reached


def keep_jobs(
    instance: Instance, stood: Mapping[int, Placement], limits: Limits, *, until: float = math.inf
) -> Reached:
    """Plan jobs that people expect already: as few as can be move, none for the lateness of others alone.

    Everything stays that can; then windows are opened around what could not. Where nothing is displaced
    nothing moves.

    Parameters
    ----------
    ground : Instance
        Jobs with `stands` and `known`.
    stood : mapping of int to Placement
        Where jobs stood, with their crew.
    limits, until
        As in `plan_jobs`.
    """
    schedule = kept(instance, stood)
    reached = Reached(schedule, instance.bound)
    if not displaced(schedule) or good_enough(schedule, limits.gap, reached.bound):
        return reached
    try:
        _learn(
            reached,
            relax(instance, limits, reached=cost_of(instance.problem, schedule.placed)[0], until=until),
        )
        around = displaced(schedule)
        reached.by_seconds |= improve(schedule, limits, until=until, bound=reached.bound, around=around)
    except KeyboardInterrupt:
        reached.stopped = True
    return reached


def _plans(
    reached: Reached, limits: Limits, until: float, begin: Mapping[int, int] | None
) -> Iterator[PartialSchedule]:
    """Yield plan after plan; each step looks at the best so far."""
    instance = reached.schedule.instance
    if begin is not None:
        yield from boards(instance, begin, limits)
    if good_enough(reached.schedule, limits.gap, reached.bound):
        return
    yield from _other_crews(reached, limits)
    if good_enough(reached.schedule, limits.gap, reached.bound):
        return
    late = cost_of(instance.problem, reached.schedule.placed)[0]
    relaxed = relax(instance, limits, reached=late, until=until)
    _learn(reached, relaxed)
    yield from _guided(relaxed)
    if good_enough(reached.schedule, limits.gap, reached.bound):
        return
    for schedule in _of_starts(relaxed, limits, until, begin):
        _learn(reached, relaxed)
        yield schedule
        if good_enough(reached.schedule, limits.gap, reached.bound):
            return
    _learn(reached, relaxed)
    if cost_of(instance.problem, reached.schedule.placed)[0] <= reached.bound:
        return  # only seats are short, which windows do not fill
    share = Limits(limits.gap, WINDOWS * limits.work, limits.seconds, seed=limits.seed)
    reached.by_seconds |= improve(reached.schedule, share, until=until, bound=reached.bound)


def _other_crews(reached: Reached, limits: Limits) -> Iterator[PartialSchedule]:
    """Yield plans of a small problem in its first order with others in the seats, until none is late.

    First who has most weeks left to teach, then who leaves last, then by chance: who leaves first, as usual,
    may spend what leave allows on what others could do too.
    """
    instance = reached.schedule.instance
    problem, chance = instance.problem, random.Random(limits.seed)
    if len(problem.jobs) > FEW_JOBS:
        return
    tastes: list[Callable[[PartialSchedule, int], float]] = [_spent, lambda _, p: -problem.workers[p].leaves]
    for _ in range(CREWS):
        luck = [chance.random() for _ in problem.workers]
        tastes.append(lambda _, p, luck=luck: luck[p])  # type: ignore[misc]
    for taste in tastes:
        schedule = build(instance, first_order(problem), taste)
        settle(schedule)
        yield schedule
        if good_enough(reached.schedule, limits.gap, reached.bound):
            return


def _spent(schedule: PartialSchedule, worker: int) -> float:
    """Return the less the more weeks a worker, and those who stand in, have left to teach."""
    return -schedule.left[schedule.instance.teams[worker]]


def _of_starts(
    relaxed: Relaxed, limits: Limits, until: float, begin: Mapping[int, int] | None
) -> Iterator[PartialSchedule]:
    """Yield plans of starts in whole numbers: priced where heads tell who is seated, else where they are few.

    Leave, hosts and handovers lose what starts by heads alone win.
    """
    if assignable(relaxed.steps.instance):
        yield from priced_plans(relaxed, limits, until=until, begin=begin)
    elif relaxed.values is not None and relaxed.steps.lp.columns <= COLUMNS_A_WORK * limits.work:
        yield from whole(relaxed, limits, until=until)


def _learn(reached: Reached, relaxed: Relaxed) -> None:
    reached.bound, reached.relaxed = max(reached.bound, relaxed.bound), True
    reached.by_seconds |= relaxed.by_seconds


def _guided(relaxed: Relaxed) -> Iterator[PartialSchedule]:
    """Yield plans whose orders follow the weeks in which jobs have started in the relaxation in part."""
    if relaxed.values is None:
        return
    jobs, never = relaxed.steps.instance.problem.jobs, relaxed.steps.instance.problem.weeks
    for share in SHARES:
        weeks = relaxed.steps.weeks(relaxed.values, share=share)
        order = sorted(range(len(jobs)), key=lambda j: (weeks.get(j, never), -jobs[j].priority, j))
        schedule = build(relaxed.steps.instance, order)
        settle(schedule)
        yield schedule
