"""Name the people of a draft: who of each class works where, and which skill each uses.

Exact and quick: within a class, intervals are coloured in the order of their starts, and people of an
activity are matched with its seats by augmenting paths (Kuhn 1955).
"""

from __future__ import annotations

from collections.abc import Sequence

from cadre.timetable.projects.generate import ActivityDraft
from cadre.timetable.projects.problem import ActivityPlan, ActivityProblem
from cadre.timetable.projects.tables import ActivityTables


def named(problem: ActivityProblem, tables: ActivityTables, draft: ActivityDraft) -> ActivityPlan:
    """Turn numbers of people by class into people with the skill they use."""
    until = [[0] * group.size for group in tables.classes]
    crews: list[tuple[tuple[int, int], ...]] = [()] * len(draft.starts)
    for a in sorted(range(len(draft.starts)), key=lambda a: (draft.starts[a], a)):
        crew: list[int] = []
        for c, people in draft.takes[a]:
            free = [i for i, end in enumerate(until[c]) if end <= draft.starts[a]][:people]
            for i in free:
                until[c][i] = draft.ends[a]
            crew += [tables.classes[c].people[i] for i in free]
        crews[a] = seated(problem, a, crew)
    return ActivityPlan(draft.starts, tuple(crews))


def seated(problem: ActivityProblem, a: int, crew: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Match people with the seats of an activity; gives (person, skill) sorted by person."""
    seats = [skill for skill, people in problem.activities[a].needs for _ in range(people)]
    holder: list[int | None] = [None] * len(seats)

    def sit(person: int, tried: set[int]) -> bool:
        for i, skill in enumerate(seats):
            if i in tried or skill not in problem.people[person].skills:
                continue
            tried.add(i)
            if holder[i] is None or sit(holder[i] or 0, tried):
                holder[i] = person
                return True
        return False

    for person in crew:
        sit(person, set())
    return tuple(sorted((p, skill) for p, skill in zip(holder, seats, strict=True) if p is not None))
