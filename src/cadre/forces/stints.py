"""From numbers of people per piece of a line to stints: who comes when and stays how long.

Takes the people of one offer on consecutive pieces of one line, gives stints no longer than a tour. Those
who came first leave first. A person whose tour is over within a rotation is followed by a fresh one of the
same offer; so is everyone at the next rotation.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence

from cadre.forces.plan import Stint
from cadre.mission.presence import Strength


def stints_of(offer: str, line: str, strengths: Sequence[Strength], *, tour: int) -> tuple[Stint, ...]:
    """Return the fewest stays that make up the strengths, cut into tours, those of the same weeks together.

    Parameters
    ----------
    offer, line : str
        Ids.
    strengths : sequence of Strength
        In the order of weeks, not overlapping; weeks between two of them have nobody.
    tour : int
        Longest stay of one person in weeks, 1 or more.

    Returns
    -------
    tuple of Stint
        Sorted.
    """
    stays: Counter[tuple[int, int]] = Counter()
    for begins, ends in _stays(strengths):
        for week in range(begins, ends, tour):
            stays[week, min(week + tour, ends)] += 1
    return tuple(Stint(offer, line, *weeks, people) for weeks, people in sorted(stays.items()))


def _stays(strengths: Sequence[Strength]) -> Iterator[tuple[int, int]]:
    """Yield each person's unbroken stay; the first to come is the first to leave."""
    here: deque[int] = deque()
    week = 0
    for strength in strengths:
        if strength.begins > week:
            yield from ((begun, week) for begun in here)
            here.clear()
        while len(here) > strength.people:
            yield here.popleft(), strength.begins
        here.extend([strength.begins] * (strength.people - len(here)))
        week = strength.ends
    yield from ((begun, week) for begun in here)
