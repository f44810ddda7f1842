"""Project activities by numbers, with no mission in them: what is to be done, by whom it can be done.

A mission's activities and a reader of another case build the same. Time is whole periods from 0. Indices: `a`
activity, `k` skill, `p` person.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActivityGoal(StrEnum):
    """What is minimised."""

    MAKESPAN = "makespan"  # the end of the last activity
    LATENESS = "lateness"  # sum of weight x periods after due; due 0: weighted completion


@dataclass(frozen=True, slots=True)
class ActivityJob:
    """A piece of work that runs without a break and holds its people throughout.

    Parameters
    ----------
    id : str
        Its name.
    duration : int
        Periods, 0 for a milestone.
    needs : tuple of (int, int)
        (Skill, people), each skill at most once; one person holds one seat and uses one skill in it.
    after : tuple of int
        Activities that must have ended before it starts.
    release : int
        First period it may start in.
    due, weight : int
        Last period it may end in without being late, and the cost of a period late (`ActivityGoal.LATENESS`).
    """

    id: str
    duration: int
    needs: tuple[tuple[int, int], ...] = ()
    after: tuple[int, ...] = ()
    release: int = 0
    due: int = 0
    weight: int = 1

    @property
    def people(self) -> int:
        """Seats to fill."""
        return sum(people for _, people in self.needs)


@dataclass(frozen=True, slots=True)
class Adviser:
    """Somebody who can do activities: skills by number, and periods away as (from, to), `to` exclusive."""

    id: str
    skills: frozenset[int]
    away: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ActivityProblem:
    """Activities and people; `activities[a].after` names activities by their place.

    `over_by` is the period by which all must be over; without it people who are away come back.

    Raises
    ------
    ValueError
        When an activity comes after itself, directly or not, or a number is out of range.
    """

    activities: tuple[ActivityJob, ...]
    people: tuple[Adviser, ...]
    aim: ActivityGoal = ActivityGoal.MAKESPAN
    over_by: int | None = None

    def __post_init__(self) -> None:
        """Refuse circles and negative numbers, on which no builder would end."""
        for activity in self.activities:
            if activity.duration < 0 or activity.release < 0 or activity.weight < 0:
                raise ValueError(f"{activity.id}: duration, release and weight must be 0 or more")
            if any(people < 1 for _, people in activity.needs):
                raise ValueError(f"{activity.id}: a need is of 1 or more people")
        topological(self)

    @property
    def horizon(self) -> int:
        """A period by which everything is over if it can be done at all: see `docs/model/projects.md`."""
        if self.over_by is not None:
            return self.over_by
        idle = max((activity.release for activity in self.activities), default=0)
        away = max((ends for person in self.people for _, ends in person.away), default=0)
        return max(idle, away) + sum(activity.duration for activity in self.activities)


@dataclass(frozen=True, slots=True)
class ActivityPlan:
    """Start of each activity, and its people as (person, skill used)."""

    starts: tuple[int, ...]
    people: tuple[tuple[tuple[int, int], ...], ...]


def objective_of(problem: ActivityProblem, starts: tuple[int, ...]) -> int:
    """Return the aim's value of a plan (docs/model/projects.md)."""
    ends = [start + a.duration for a, start in zip(problem.activities, starts, strict=True)]
    if problem.aim is ActivityGoal.MAKESPAN:
        return max(ends, default=0)
    return sum(a.weight * max(0, end - a.due) for a, end in zip(problem.activities, ends, strict=True))


BEGUN, DONE = 1, 2
"""States of an activity while activities are ordered; 0 is neither."""


def topological(problem: ActivityProblem) -> list[int]:
    """Order activities so that each comes after those it waits for, else as written."""
    order: list[int] = []
    state = [0] * len(problem.activities)
    for root in range(len(state)):
        stack = [(root, False)]
        while stack:
            a, left = stack.pop()
            if left:
                state[a] = DONE
                order.append(a)
            elif state[a] == BEGUN:
                raise ValueError(f"{problem.activities[a].id} comes after itself")
            elif state[a] == 0:
                state[a] = BEGUN
                stack.append((a, True))
                stack.extend((b, False) for b in reversed(problem.activities[a].after) if state[b] != DONE)
    return order
