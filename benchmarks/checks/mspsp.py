"""Judge a plan of multi-skill activities from the case and plan files alone: imports nothing of the planner.

The rules: an activity starts when its predecessors are over; each skill it needs has exactly its people; a
person holds the skill used, fills one seat of an activity, and is in one activity at a time. What takes no
time needs nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.checks.judged import Judged


@dataclass(frozen=True)
class Case:
    """Durations, needs by activity and skill, mastery by person and skill, pairs (before, then)."""

    durations: list[int]
    needs: list[list[int]]
    masters: list[list[bool]]
    pairs: list[tuple[int, int]]


def judge(case: Path, plan: dict[str, Any]) -> Judged:
    """Judge a plan `{"start": [...], "people": [[[person, skill], ...], ...]}`; objective: the last end."""
    given = _read(case)
    starts, people = plan["start"], plan["people"]
    if not len(starts) == len(people) == len(given.durations):
        return Judged(0, ["the plan does not speak of every activity"])
    wrong = [*_times(given, starts), *_seats(given, people), *_double(given, starts, people)]
    return Judged(max((s + d for s, d in zip(starts, given.durations, strict=True)), default=0), wrong)


def _read(case: Path) -> Case:
    fields = {}
    for statement in re.sub(r"%[^\n]*", "", case.read_text(encoding="utf-8")).split(";"):
        name, _, value = statement.partition("=")
        fields[name.strip()] = re.findall(r"\d+|true|false", value)
    skills = int(fields["nSkills"][0])
    return Case(
        [int(d) for d in fields["dur"]],
        [[int(n) for n in row] for row in _cut(fields["sreq"], skills)],
        [[cell == "true" for cell in row] for row in _cut(fields["mastery"], skills)],
        [(int(b) - 1, int(a) - 1) for b, a in zip(fields["pred"], fields["succ"], strict=True)],
    )


def _cut(cells: list[str], width: int) -> list[list[str]]:
    return [cells[i : i + width] for i in range(0, len(cells), width)]


def _times(given: Case, starts: list[int]) -> Iterator[str]:
    for a, start in enumerate(starts):
        if start < 0:
            yield f"activity {a} starts before period 0"
    for before, then in given.pairs:
        if starts[then] < starts[before] + given.durations[before]:
            yield f"activity {then} starts before activity {before} is over"


def _seats(given: Case, people: list[list[list[int]]]) -> Iterator[str]:
    for a, crew in enumerate(people):
        wanted = {k: n for k, n in enumerate(given.needs[a]) if n and given.durations[a]}
        if dict(Counter(skill for _, skill in crew)) != wanted:
            yield f"activity {a} does not have the people it needs"
        if len({person for person, _ in crew}) < len(crew):
            yield f"somebody fills two seats of activity {a}"
        for person, skill in crew:
            if not 0 <= person < len(given.masters):
                yield f"person {person} of activity {a} does not exist"
            elif not given.masters[person][skill]:
                yield f"person {person} does not hold skill {skill} used in activity {a}"


def _double(given: Case, starts: list[int], people: list[list[list[int]]]) -> Iterator[str]:
    """Sort each person's activities by start: one that starts before the last is over is a double booking."""
    work: dict[int, list[tuple[int, int, int]]] = {}
    for a, crew in enumerate(people):
        for person in {person for person, _ in crew}:
            work.setdefault(person, []).append((starts[a], starts[a] + given.durations[a], a))
    for person, spans in work.items():
        spans.sort()
        for (_, over, first), (begins, _, then) in pairwise(spans):
            if begins < over:
                yield f"person {person} is in activities {first} and {then} at once"
