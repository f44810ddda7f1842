"""A force plan: which offer fills which posts in which weeks, and what stays open.

Knows no solver. A plan is judged by `cadre.forces.violations.violations`, whoever made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from cadre.reasons import Reason
from cadre.solving import Result

CRITICAL_WEIGHT = 10
"""Ordinary post-weeks that a post-week of a critical role counts (an assumption: docs/design/forces.md)."""


@dataclass(frozen=True, slots=True, order=True)
class PostLine:
    """A line of the statement of requirements: so many posts of a role at a site.

    They stand from week `opens` to `closes` (exclusive). `id` reads `ROLE@SITE/rROTATION`; `reasons` are the
    rules the posts follow from.
    """

    id: str
    role: str
    site: str
    rotation: int
    opens: int
    closes: int
    people: int
    critical: bool
    reasons: tuple[str, ...] = ()

    @property
    def post_weeks(self) -> int:
        """Weeks that all its posts stand, added."""
        return self.people * (self.closes - self.opens)

    @property
    def weight(self) -> int:
        """What one post-week of it counts in the first objective."""
        return CRITICAL_WEIGHT if self.critical else 1


@dataclass(frozen=True, slots=True, order=True)
class Stint:
    """People of an offer on a line from week `begins` to `ends` (exclusive)."""

    offer: str
    line: str
    begins: int
    ends: int
    people: int

    @property
    def post_weeks(self) -> int:
        """Post-weeks it fills."""
        return self.people * (self.ends - self.begins)


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Posts of a line that nobody fills from week `begins` to `ends` (exclusive)."""

    line: str
    begins: int
    ends: int
    people: int
    why: Reason

    @property
    def post_weeks(self) -> int:
        """Post-weeks it leaves open."""
        return self.people * (self.ends - self.begins)


@dataclass(frozen=True, slots=True, order=True)
class FurtherRequest:
    """A further ask that would close gaps: so many people of a role from week to week."""

    role: str
    site: str
    begins: int
    ends: int
    people: int
    post_weeks: int
    critical: bool


@dataclass(frozen=True, slots=True)
class ForcePlan:
    """Lines, stints that fill them, gaps, and the smallest further asks that would close these.

    `counted` names the offers whose conditions the option meets, in the order written; no other may be used.
    """

    lines: tuple[PostLine, ...]
    stints: tuple[Stint, ...] = ()
    gaps: tuple[Gap, ...] = ()
    asks: tuple[FurtherRequest, ...] = ()
    result: Result | None = None
    counted: tuple[str, ...] = ()

    @property
    def unfilled(self) -> int:
        """First goal: post-weeks that stay open, those of critical roles weighted by `CRITICAL_WEIGHT`."""
        weight = {line.id: line.weight for line in self.lines}
        return sum(weight[gap.line] * gap.post_weeks for gap in self.gaps)


def open_runs(line: PostLine, stints: Iterable[Stint]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of weeks with the same number of open posts of a line, where there are any.

    Parameters
    ----------
    line : PostLine
        The line.
    stints : iterable of Stint
        The stints on this line.

    Yields
    ------
    tuple of int
        First week, week after the last, open posts (above 0).
    """
    change = {line.opens: -line.people, line.closes: line.people}
    for stint in stints:
        change[stint.begins] = change.get(stint.begins, 0) + stint.people
        change[stint.ends] = change.get(stint.ends, 0) - stint.people
    filled, begins = 0, line.opens
    for week in sorted(week for week, people in change.items() if people):
        if filled < 0:
            yield begins, week, -filled
        filled, begins = filled + change[week], week


def cut(begins: int, ends: int, edges: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Cut the weeks from `begins` to `ends` (exclusive) at the edges that lie inside."""
    return pairwise(sorted({begins, ends} | {week for week in edges if begins < week < ends}))


def by_line(stints: Iterable[Stint]) -> dict[str, list[Stint]]:
    """Sort stints by the line they fill."""
    found: dict[str, list[Stint]] = {}
    for stint in stints:
        found.setdefault(stint.line, []).append(stint)
    return found
