"""Activities of a mission posed for the projects core, and its plan as an order for the timetable's board.

The core knows no tours: people of equal skills who follow each other are one chair, since a seat may change
hands at the end of a tour. The board then judges each start by all rules, so nothing is lost by what the core
leaves out (leave, drops). Activities that no chairs can staff, and those that wait for them, are left to the
board.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cadre.timetable.instance import Instance
from cadre.timetable.problem import Job, Worker
from cadre.timetable.projects.problem import ActivityGoal, ActivityJob, ActivityProblem, Adviser
from cadre.timetable.projects.tables import tables_of

WEIGHT = 100
"""Units of weight to one of priority: weights are whole."""

Key = tuple[int, int, bool, str]
"""What makes a skill of its own: site, skill, whether foreign, and the project, which may bar people."""


@dataclass(frozen=True, slots=True)
class Chair:
    """Workers who follow each other: their number, and weeks from which to which one of them is there."""

    workers: tuple[int, ...]
    here: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Posed:
    """The problem, and by activity the job it stands for."""

    problem: ActivityProblem
    jobs: tuple[int, ...]


def posed(instance: Instance) -> Posed | None:
    """Pose the jobs of a board as activities; None unless each has one stage, no rooms and no calendar."""
    jobs = instance.problem.jobs
    if any(len(job.stages) != 1 or job.stages[0].uses or job.heeds_closed for job in jobs):
        return None
    keys = sorted({key for job in jobs for key, _ in _needs(job)})
    number = {key: k for k, key in enumerate(keys)}
    until = max((job.deadline for job in jobs), default=0)
    people = tuple(_adviser(chair, instance, number, until) for chair in chairs(instance.problem.workers))
    kept = _staffable(instance, number, people)
    place = {j: a for a, j in enumerate(kept)}
    activities = tuple(_activity(jobs[j], number, place) for j in kept)
    return Posed(ActivityProblem(activities, people, ActivityGoal.LATENESS, until), tuple(kept))


def chairs(workers: Sequence[Worker]) -> list[Chair]:
    """Chain workers of equal skills, site and standing, each to the one who left last before."""
    groups: dict[tuple[object, ...], list[list[int]]] = {}
    for p in sorted(range(len(workers)), key=lambda p: (workers[p].arrives, workers[p].leaves, p)):
        who = workers[p]
        rows = groups.setdefault((who.skills, who.site, who.foreign, who.barred), [])
        before = [row for row in rows if workers[row[-1]].leaves <= who.arrives]
        if before:
            max(before, key=lambda row: workers[row[-1]].leaves).append(p)
        else:
            rows.append([p])
    return [Chair(tuple(row), _here(row, workers)) for rows in groups.values() for row in rows]


def _here(row: Sequence[int], workers: Sequence[Worker]) -> tuple[tuple[int, int], ...]:
    """Return when a chair is taken; whoever is here when another leaves takes over at once."""
    spans = [(workers[row[0]].arrives, workers[row[0]].leaves)]
    for p in row[1:]:
        begins, ends = spans[-1]
        if workers[p].here <= ends:
            spans[-1] = (begins, workers[p].leaves)
        else:
            spans.append((workers[p].arrives, workers[p].leaves))
    return tuple(spans)


def _adviser(chair: Chair, instance: Instance, number: dict[Key, int], until: int) -> Adviser:
    first = instance.problem.workers[chair.workers[0]]
    sites = set(instance.sites_of(chair.workers[0]))
    skills = frozenset(
        k
        for (site, skill, foreign, kind), k in number.items()
        if site in sites
        and skill in first.skills
        and (first.foreign or not foreign)
        and kind not in first.barred
    )
    edges = [0, *(week for span in chair.here for week in span), until]
    away = tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    return Adviser(first.id, skills, away)


def _needs(job: Job) -> list[tuple[Key, int]]:
    found: dict[Key, int] = {}
    for need in job.stages[0].needs:
        for foreign, people in ((True, need.foreign), (False, need.people - need.foreign)):
            if people:
                key = (job.site, need.skill, foreign, job.kind)
                found[key] = found.get(key, 0) + people
    return sorted(found.items())


def _staffable(instance: Instance, number: dict[Key, int], people: tuple[Adviser, ...]) -> list[int]:
    jobs = instance.problem.jobs
    alone = tuple(ActivityJob(job.id, job.length, _numbered(job, number)) for job in jobs)
    enough = [staffing.possible for staffing in tables_of(ActivityProblem(alone, people)).staffing]
    out = {j for j, job in enumerate(jobs) if not enough[j] or not instance.starts[j]}
    grown = True
    while grown:
        more = {j for j, job in enumerate(jobs) if j not in out and out.intersection(job.after)}
        out, grown = out | more, bool(more)
    return [j for j in range(len(jobs)) if j not in out]


def _numbered(job: Job, number: dict[Key, int]) -> tuple[tuple[int, int], ...]:
    return tuple((number[key], people) for key, people in _needs(job))


def _activity(job: Job, number: dict[Key, int], place: dict[int, int]) -> ActivityJob:
    return ActivityJob(
        id=job.id,
        duration=job.length,
        needs=_numbered(job, number),
        after=tuple(place[before] for before in job.after),
        release=max(job.earliest, job.opens),
        due=job.due + job.length,
        weight=round(WEIGHT * job.priority),
    )
