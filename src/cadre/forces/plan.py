"""A force plan: which offer fills which posts in which weeks, and what stays open.

Knows no solver. A plan is judged by `violations(mission)`.
"""

from __future__ import annotations

from dataclasses import dataclass

from cadre.solving import Result


@dataclass(frozen=True, slots=True, order=True)
class PostLine:
    """A line of the statement of requirements: so many posts of a role at a site from `opens` to `closes` (exclusive), in weeks.

    `id` reads `ROLE@SITE/rROTATION`; `reasons` are the rules the posts follow from.
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


@dataclass(frozen=True, slots=True, order=True)
class Stint:
    """People of an offer on a line from week `begins` to `ends` (exclusive)."""

    offer: str
    line: str
    begins: int
    ends: int
    people: int


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Posts of a line that nobody fills from week `begins` to `ends` (exclusive)."""

    line: str
    begins: int
    ends: int
    people: int
    why: str


@dataclass(frozen=True, slots=True, order=True)
class Ask:
    """A further ask that would close gaps: so many people of a role, from week to week, ranked by what it closes."""

    role: str
    site: str
    begins: int
    ends: int
    people: int
    post_weeks: int
    critical: bool


@dataclass(frozen=True, slots=True)
class ForcePlan:
    """Lines, stints that fill them, gaps and the smallest further asks that would close the critical ones."""

    lines: tuple[PostLine, ...]
    stints: tuple[Stint, ...] = ()
    gaps: tuple[Gap, ...] = ()
    asks: tuple[Ask, ...] = ()
    result: Result | None = None
