"""Plan a mission's activities with the projects core: an order in which the timetable's board places them."""

from __future__ import annotations

from dataclasses import replace

from cadre.solving import Limits
from cadre.timetable.construct import build, cost_of, settle
from cadre.timetable.instance import Instance
from cadre.timetable.projects.build_problem import posed
from cadre.timetable.projects.optimise.rounds import plan_activities
from cadre.timetable.schedule import PartialSchedule

SHARE_OF_WORK = 0.05
"""Work of the core for each unit of the timetable's: a unit of the core takes some twenty seconds."""


def advised(schedule: PartialSchedule, limits: Limits) -> tuple[PartialSchedule, bool]:
    """Place the activities in the core's order where that is better.

    Parameters
    ----------
    board : PartialSchedule
        A plan of the activities.
    limits : Limits
        Of the timetable; the core takes its share of the work.

    Returns
    -------
    Board, bool
        The better plan, and whether seconds ended the core's search.
    """
    given = posed(schedule.instance)
    if given is None or not given.jobs:
        return schedule, False
    outcome = plan_activities(given.problem, limits=replace(limits, work=SHARE_OF_WORK * limits.work))
    if outcome.plan is None:
        return schedule, outcome.result.by_seconds
    starts = dict(zip(given.jobs, outcome.plan.starts, strict=True))
    other = built(schedule.instance, starts)
    better = cost_of(schedule.problem, other.placed) < cost_of(schedule.problem, schedule.placed)
    return (other if better else schedule), outcome.result.by_seconds


def built(instance: Instance, starts: dict[int, int]) -> PartialSchedule:
    """Place jobs in the order of their starts, those without one last."""
    jobs = range(len(instance.problem.jobs))
    never = instance.problem.weeks
    schedule = build(instance, sorted(jobs, key=lambda j: (starts.get(j, never), j)))
    settle(schedule)
    return schedule
