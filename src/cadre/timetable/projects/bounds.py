"""Bounds that need no search: the longest path, and the work asked of people with one of a set of skills.

Takes a problem, gives a value that no plan can go below, and the sets of skills that both the bounds and the
solver look at (Hall sets).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from cadre.timetable.projects.problem import ActivityGoal, ActivityProblem
from cadre.timetable.projects.tables import heads_and_tails

MOST_SETS = 150
"""Sets looked at: single skills first, then pairs, and so on, and all skills together."""


@dataclass(frozen=True, slots=True)
class HallSet:
    """A set of skills, how many hold one of them, and how many each activity needs of them."""

    skills: frozenset[int]
    people: int
    needs: tuple[tuple[int, int], ...]  # (activity, people), without zeros


def hall_sets(problem: ActivityProblem) -> list[HallSet]:
    """Return sets of skills whose holders can be too few; of several with the same holders the largest."""
    asked = sorted({k for activity in problem.activities for k, _ in activity.needs if activity.duration})
    largest: dict[frozenset[int], frozenset[int]] = {}
    for skills in _subsets(asked):
        holders = frozenset(p for p, person in enumerate(problem.people) if person.skills & skills)
        if len(largest) < MOST_SETS or holders in largest or len(skills) == len(asked):
            largest[holders] = largest.get(holders, frozenset()) | skills
    sets = [_hall_set(problem, skills, len(holders)) for holders, skills in largest.items()]
    return [one for one in sets if sum(people for _, people in one.needs) > one.people]


def _subsets(skills: list[int]) -> Iterable[frozenset[int]]:
    for size in range(1, min(4, len(skills)) + 1):
        yield from map(frozenset, combinations(skills, size))
    yield frozenset(skills)


def _hall_set(problem: ActivityProblem, skills: frozenset[int], people: int) -> HallSet:
    needs = (
        (a, sum(n for k, n in activity.needs if k in skills))
        for a, activity in enumerate(problem.activities)
        if activity.duration
    )
    return HallSet(skills, people, tuple((a, n) for a, n in needs if n))


def first_bound(problem: ActivityProblem) -> int:
    """Return the bound by the longest path, and for a makespan by the work of each Hall set."""
    heads, tails = heads_and_tails(problem)
    activities = problem.activities
    if problem.aim is ActivityGoal.LATENESS:
        return sum(a.weight * max(0, h + a.duration - a.due) for a, h in zip(activities, heads, strict=True))
    path = max((h + a.duration for a, h in zip(activities, heads, strict=True)), default=0)
    work = [
        min(heads[a] for a, _ in one.needs)
        + -(-sum(n * activities[a].duration for a, n in one.needs) // one.people)
        + min(tails[a] for a, _ in one.needs)
        for one in hall_sets(problem)
        if one.people
    ]
    return max([path, *work])
