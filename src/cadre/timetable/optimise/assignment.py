"""Who sits where when all weeks are known: as few seats short as can be, for people who stay whole stages.

Takes a `Instance` whose seats do not change hands, and starts; gives a board. People of equal skills and stay
count as one group, so that a number per seat and group is enough; since a group's seats are stretches of
weeks, any numbers within its size in each week can be given to named people.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from cadre.solving import Limits
from cadre.solving.linear import Ints, LinearModel
from cadre.solving.optimise import solve
from cadre.timetable.instance import Instance
from cadre.timetable.problem import Placement, Shift
from cadre.timetable.schedule import PartialSchedule

ROUNDING = 1e-4
"""Seats by which a relaxation may miss a whole number."""
ENDLESS = 1e6
"""Work that only seconds cut short: a node of this model is a small part of a second."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Seats of one skill in one stage of a job, `first` the number of the first of them."""

    job: int
    stage: int
    skill: int
    first: int
    people: int
    begins: int
    ends: int


@dataclass
class _Groups:
    """People of equal skills, site and stay, and who holds which of their skills."""

    members: list[list[int]] = field(default_factory=list)
    by_skill: dict[tuple[int, int], list[int]] = field(default_factory=dict)


def assignable(instance: Instance) -> bool:
    """Say whether the exact step fits a problem: whole stages, nobody hosts, nobody barred, no leave."""
    problem = instance.problem
    plain = all(not (p.barred or p.leave or p.host or p.site < 0) for p in problem.workers)
    staying = not (problem.handovers or problem.busy)
    asks = (n for job in problem.jobs for stage in job.stages for n in stage.needs)
    return staying and plain and not any(n.foreign or n.aside for n in asks)


def assigned(instance: Instance, starts: Mapping[int, int], limits: Limits) -> PartialSchedule | None:
    """Place jobs at the starts given with as few seats short as can be; None where seconds ran out first.

    `min sum short`, people and short of each ask together the seats asked, people of a group in each week
    at most its size.
    """
    asks, groups = list(_asks(instance, starts)), _groups(instance)
    pairs = [(a, g) for a, ask in enumerate(asks) for g in _eligible(instance, groups, ask)]
    _, point = solve(_model(asks, groups, pairs), replace(limits, gap=0.0, work=ENDLESS))
    if point is None:
        return None
    numbers = np.rint(point.values[: len(pairs)]).astype(int).tolist()
    return _named(
        instance, starts, asks, groups, [(*pair, n) for pair, n in zip(pairs, numbers, strict=True)]
    )


def least_short(instance: Instance, starts: Mapping[int, int], limits: Limits) -> int:
    """Return the seats short at least at these starts, by the relaxation; 0 where seconds ran out."""
    asks, groups = list(_asks(instance, starts)), _groups(instance)
    pairs = [(a, g) for a, ask in enumerate(asks) for g in _eligible(instance, groups, ask)]
    result, point = solve(_model(asks, groups, pairs), limits, relaxed=True)
    return 0 if point is None else math.ceil(result.bound - ROUNDING)


def _model(asks: list[_Asked], groups: _Groups, pairs: list[tuple[int, int]]) -> LinearModel:
    lp = LinearModel()
    most = np.array([min(asks[a].people, len(groups.members[g])) for a, g in pairs], float)
    people = lp.add(len(pairs), upper=most, integer=True)
    wanted = np.array([ask.people for ask in asks], float)
    short = lp.add(len(asks), upper=wanted)
    each = np.array([a for a, _ in pairs], np.int64)
    lp.require("seats", [(each, people, 1), (np.arange(len(asks)), short, 1)], lower=wanted)
    _sizes(lp, asks, groups, pairs)
    lp.minimise([(short, 1.0)])
    return lp


def _asks(instance: Instance, starts: Mapping[int, int]) -> list[_Asked]:
    found = []
    for j, start in sorted(starts.items()):
        job, begins = instance.problem.jobs[j], start
        for i, ends in enumerate(instance.stops(job, start) or ()):
            first = 0
            for need in job.stages[i].needs:
                found.append(_Asked(j, i, need.skill, first, need.people, begins, ends))
                first += need.people
            begins = ends
    return found


def _groups(instance: Instance) -> _Groups:
    equal: dict[tuple[object, ...], list[int]] = {}
    for p, worker in enumerate(instance.problem.workers):
        key = (worker.site, tuple(sorted(worker.skills)), worker.arrives, worker.leaves, worker.away)
        equal.setdefault(key, []).append(p)
    groups = _Groups(list(equal.values()))
    for g, members in enumerate(groups.members):
        worker = instance.problem.workers[members[0]]
        for skill in sorted(worker.skills):
            groups.by_skill.setdefault((worker.site, skill), []).append(g)
    return groups


def _eligible(instance: Instance, groups: _Groups, ask: _Asked) -> list[int]:
    workers, site = instance.problem.workers, instance.problem.jobs[ask.job].site
    there = groups.by_skill.get((site, ask.skill), [])
    first = ((g, workers[groups.members[g][0]]) for g in there)
    return [
        g for g, worker in first if worker.arrives <= ask.begins and worker.is_there(ask.begins, ask.ends)
    ]


def _sizes(lp: LinearModel, asks: list[_Asked], groups: _Groups, pairs: list[tuple[int, int]]) -> None:
    """In each week in which a seat of a group begins, its seats are at most its people."""
    begins: dict[int, set[int]] = {}
    for a, g in pairs:
        begins.setdefault(g, set()).add(asks[a].begins)
    number: dict[tuple[int, int], int] = {}
    rows, columns = [], []
    for column, (a, g) in enumerate(pairs):
        for week in sorted(begins[g]):
            if asks[a].begins <= week < asks[a].ends:
                rows.append(number.setdefault((g, week), len(number)))
                columns.append(column)
    upper = np.array([float(len(groups.members[g])) for g, _ in number])
    cells: tuple[Ints, Ints] = np.array(rows, np.int64), np.array(columns, np.int64)
    lp.require("sizes", [(*cells, np.ones(len(rows)))], upper=upper)


def _named(
    instance: Instance,
    starts: Mapping[int, int],
    asks: list[_Asked],
    groups: _Groups,
    given: list[tuple[int, int, int]],
) -> PartialSchedule:
    """Return a group's seats to its members in the order of their first week, and place the jobs."""
    free = {p: 0 for members in groups.members for p in members}
    held: dict[int, list[int]] = {}
    for a, g, number in sorted(given, key=lambda pair: (asks[pair[0]].begins, pair)):
        able = [p for p in groups.members[g] if free[p] <= asks[a].begins][:number]
        held.setdefault(a, []).extend(able)
        free.update((p, asks[a].ends) for p in able)
    crews: dict[int, list[Shift]] = {}
    for a, ask in enumerate(asks):
        seated = held.get(a, [])[: ask.people]
        workers = [*seated, *[None] * (ask.people - len(seated))]
        crews.setdefault(ask.job, []).extend(
            Shift(ask.stage, ask.first + i, ask.skill, worker, ask.begins, ask.ends)
            for i, worker in enumerate(workers)
        )
    schedule = PartialSchedule(instance)
    for j, start in sorted(starts.items()):
        stops = instance.stops(instance.problem.jobs[j], start)
        if stops is not None:
            schedule.restore(j, Placement(start, stops, tuple(crews.get(j, ()))))
    return schedule
