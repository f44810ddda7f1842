"""What the builders look up: classes of people, masks of who can hold a seat, heads and tails.

People of equal skills and equal absences form a class. A class of `n` people is a field of `n` bits in one
mask; how many of them work in a period is written as that many low bits of the field, so that the most that
work at once over several periods is the *or* of their masks, and who is free throughout is what is left.
Within a class people are told apart only at the end, by colouring intervals, which never needs more people
than work at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from cadre.timetable.projects.problem import ActivityJob, ActivityProblem, topological


@dataclass(frozen=True, slots=True)
class PeopleClass:
    """People who can stand for each other: their numbers, skills, absences, and their first bit."""

    people: tuple[int, ...]
    skills: frozenset[int]
    away: tuple[tuple[int, int], ...]
    shift: int = 0

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.people)

    @property
    def field(self) -> int:
        """Mask of all of them."""
        return ((1 << self.size) - 1) << self.shift


def classes_of(problem: ActivityProblem) -> list[PeopleClass]:
    """Group people who can stand for each other, the first person's place deciding the order."""
    groups: dict[tuple[frozenset[int], tuple[tuple[int, int], ...]], list[int]] = {}
    for p, person in enumerate(problem.people):
        groups.setdefault((person.skills, tuple(sorted(person.away))), []).append(p)
    return [PeopleClass(tuple(people), skills, away) for (skills, away), people in groups.items()]


def scarcity(problem: ActivityProblem) -> dict[int, float]:
    """By skill: periods of work asked of it for each person who holds it."""
    work: dict[int, float] = {}
    for activity in problem.activities:
        for skill, people in activity.needs:
            work[skill] = work.get(skill, 0.0) + people * activity.duration
    return {k: w / max(1, sum(k in person.skills for person in problem.people)) for k, w in work.items()}


def laid_out(classes: Iterable[PeopleClass], worth: Sequence[float]) -> list[PeopleClass]:
    """Each class its field, those of least worth (by place) in the lowest bits: they are taken first."""
    laid, shift = [], 0
    for _, group in sorted(enumerate(classes), key=lambda item: (worth[item[0]], item[0])):
        laid.append(PeopleClass(group.people, group.skills, group.away, shift))
        shift += group.size
    return laid


Fields = tuple[tuple[int, int], ...]
"""Classes that can hold a seat of an activity: (class by its place, its mask), in the order taken."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """What it takes to staff an activity.

    Attributes
    ----------
    seats : int
        People needed in all.
    halls : tuple of (int, int)
        (Mask of those who hold one of a set of skills, people needed of these skills), for each set of needed
        skills. It can be staffed from a mask when each holds as many bits as needed (Hall 1935).
    spare : tuple of (int, int)
        The same masks, with the seats that are not of these skills.
    fields : tuple of (int, int)
        (Class by its place, its mask) of those who can hold a seat, in the order in which they are taken.
    """

    seats: int
    halls: tuple[tuple[int, int], ...]
    spare: tuple[tuple[int, int], ...]
    fields: Fields

    @property
    def possible(self) -> bool:
        """Whether there are enough people at all."""
        return all(mask.bit_count() >= people for mask, people in self.halls)


@dataclass(frozen=True, slots=True)
class ActivityTables:
    """A problem ready to be built from, for one order in which classes are taken.

    Attributes
    ----------
    classes : tuple of PeopleClass
        In the order of their fields.
    spans : tuple of (int, int)
        First bit and mask of each class.
    durations, releases : tuple of int
        By activity.
    before, after : tuple of tuple of int
        Direct predecessors and successors by activity.
    staffing : tuple of Staffing
        By activity.
    away : tuple of int
        By period: mask of those who are away.
    horizon : int
        Period by which all is over.
    """

    classes: tuple[PeopleClass, ...]
    spans: tuple[tuple[int, int], ...]
    durations: tuple[int, ...]
    releases: tuple[int, ...]
    before: tuple[tuple[int, ...], ...]
    after: tuple[tuple[int, ...], ...]
    staffing: tuple[Staffing, ...]
    away: tuple[int, ...]
    horizon: int

    def mirrored(self) -> ActivityTables:
        """The same with time turned round, releases and absences left out: it serves to find orders."""
        return ActivityTables(
            self.classes,
            self.spans,
            self.durations,
            (0,) * len(self.durations),
            self.after,
            self.before,
            self.staffing,
            (0,) * self.horizon,
            self.horizon,
        )


def tables_of(problem: ActivityProblem, worth: Sequence[float] | None = None) -> ActivityTables:
    """Build the tables; `worth` by class says who is taken last, by default those with scarce skills."""
    groups = classes_of(problem)
    if worth is None:
        worth = class_worth(problem, groups)
    classes = laid_out(groups, worth)
    after: list[list[int]] = [[] for _ in problem.activities]
    for a, activity in enumerate(problem.activities):
        for b in sorted(set(activity.after)):
            after[b].append(a)
    horizon = problem.horizon
    return ActivityTables(
        tuple(classes),
        tuple((group.shift, group.field) for group in classes),
        tuple(activity.duration for activity in problem.activities),
        tuple(activity.release for activity in problem.activities),
        tuple(tuple(sorted(set(activity.after))) for activity in problem.activities),
        tuple(map(tuple, after)),
        tuple(_staffing(activity, classes) for activity in problem.activities),
        tuple(_away(classes, horizon)),
        horizon,
    )


def class_worth(problem: ActivityProblem, groups: Sequence[PeopleClass]) -> list[float]:
    """By class: what its skills are asked for, added up."""
    asked = scarcity(problem)
    return [sum(sorted(asked.get(k, 0.0) for k in group.skills)) for group in groups]


def _staffing(activity: ActivityJob, classes: Sequence[PeopleClass]) -> Staffing:
    """Look at every set of needed skills; a set that falls apart lacks people only if a part does."""
    masks = {k: sum(group.field for group in classes if k in group.skills) for k, _ in activity.needs}
    halls: dict[int, int] = {}
    every: dict[int, int] = {}
    for size in range(1, len(activity.needs) + 1):
        for chosen in combinations(activity.needs, size):
            parts, people = [masks[skill] for skill, _ in chosen], sum(people for _, people in chosen)
            mask = _union(parts)
            every[mask] = max(every.get(mask, 0), people)
            if _hangs_together(parts):
                halls[mask] = max(halls.get(mask, 0), people)
    return Staffing(
        activity.people,
        tuple(sorted(halls.items(), key=lambda item: (item[0].bit_count() - item[1], item))),
        tuple((mask, activity.people - people) for mask, people in sorted(every.items())),
        tuple((c, group.field) for c, group in enumerate(classes) if group.field & _union(masks.values())),
    )


def _union(masks: Iterable[int]) -> int:
    joined = 0
    for mask in masks:
        joined |= mask
    return joined


def _hangs_together(masks: Sequence[int]) -> bool:
    """Say whether no part of the masks is disjoint from the rest."""
    joined, rest = masks[0], list(masks[1:])
    while rest:
        touching = [mask for mask in rest if mask & joined]
        if not touching:
            return False
        for mask in touching:
            joined |= mask
            rest.remove(mask)
    return True


def _away(classes: Sequence[PeopleClass], horizon: int) -> list[int]:
    away = [0] * horizon
    for group in classes:
        for begins, ends in group.away:
            for t in range(max(0, begins), min(ends, horizon)):
                away[t] |= group.field
    return away


def heads_and_tails(problem: ActivityProblem) -> tuple[list[int], list[int]]:
    """Return by activity the earliest start, and the periods that must pass after its end (longest path)."""
    heads = [activity.release for activity in problem.activities]
    tails = [0] * len(heads)
    order = topological(problem)
    for a in order:
        for b in problem.activities[a].after:
            heads[a] = max(heads[a], heads[b] + problem.activities[b].duration)
    for a in reversed(order):
        for b in problem.activities[a].after:
            tails[b] = max(tails[b], tails[a] + problem.activities[a].duration)
    return heads, tails
