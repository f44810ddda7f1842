"""Pools: where people stand besides serials, and which of them a course takes from and joins.

Takes a mission, gives pools by key, with means where something is uncertain. Knows no model.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.skills import asks_foreign

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Pool = tuple[str, ...]
"""Where people stand: `("recruits", id)`, `("holders", id)` or `("hosts", skill, skill, ...)`."""


class Arrivals(NamedTuple):
    """Who joins a pool besides those whom the plan teaches.

    `seasons`: first weeks, with the people expected a year in each. `groups`: weeks at whose end people of
    serials under way on the first day join, with how many.
    """

    seasons: tuple[tuple[int, float], ...] = ()
    groups: tuple[tuple[int, float], ...] = ()


def arrivals_of(mission: Mission, pool: Pool) -> Arrivals:
    """Return who joins a pool."""
    seasons: tuple[tuple[int, float], ...] = ()
    if pool[0] == "recruits":
        seasons = tuple(zip(mission.seasons, mission.intake[pool[1]], strict=True))
    joins = ((end - 1, people.get(pool, 0.0)) for end, people in under_way(mission))
    return Arrivals(seasons, tuple((week, people) for week, people in joins if people))


def under_way(mission: Mission) -> Iterator[tuple[int, dict[Pool, float]]]:
    """Yield (week after the last, people who join each pool then) of the serials under way."""
    for key, serial in mission.under_way.items():
        end = mission.over_by(key)
        if end is not None:
            shares = shares_of(mission, serial.course, weeks=serial.weeks_left)
            yield end, {pool: share * serial.trainees.mean for pool, share in shares.items()}


def weekly_keep(monthly: float) -> float:
    """Return the share that stays over a week: (1 - m)^(12 / weeks of a year)."""
    return float((1 - monthly) ** (12 / WEEKS_PER_YEAR))


def arrived(arrivals: Arrivals, keep: float, first: Ints, end: Ints) -> Floats:
    """Who of those that come from one week to another (exclusive) is there at the end of these weeks."""
    people, seasons = np.zeros(first.size), arrivals.seasons
    for n, (begins, a_year) in enumerate(seasons):
        until = seasons[n + 1][0] if n + 1 < len(seasons) else int(end.max(initial=0))
        last, begun = np.minimum(end, until), np.maximum(first, begins)
        weekly = _sums(keep, int((last - begun).max(initial=0)))[np.maximum(0, last - begun)]
        people += a_year / WEEKS_PER_YEAR * weekly * keep ** (end - last).astype(np.float64)
    for week, joined in arrivals.groups:
        inside = (first <= week) & (week < end)
        people += np.where(inside, joined * keep ** np.maximum(0, end - 1 - week).astype(np.float64), 0.0)
    return people


def _sums(keep: float, weeks: int) -> Floats:
    """Return what comes of one person a week after 0, 1, ... weeks: the sum of keep^k, shape (weeks + 1,)."""
    return np.array([*accumulate((keep**k for k in range(weeks)), initial=0.0)])


def everybody(mission: Mission) -> float:
    """Count the people who could ever become trainees."""
    whole = np.array([mission.weeks])
    come = sum(
        float(arrived(arrivals, 1.0, whole - mission.weeks, whole)[0])
        for pool, (_, arrivals, _) in pools_of(mission).items()
        if pool[0] in ("recruits", "holders")
    )
    there = [r.at_start.mean for r in mission.recruits.values()]
    return come + sum(there) + sum(c.at_start.mean for c in mission.competences.values())


def source_of(mission: Mission, course: str) -> Pool | None:
    """Return the pool a course takes its trainees from.

    The holders of what the last prerequisite grants, else its recruits.
    """
    taken = mission.courses[course]
    while taken.after:
        before = mission.courses[taken.after[-1]]
        if before.grants:
            return ("holders", before.grants)
        taken = before
    return ("recruits", taken.recruits) if taken.recruits else None


def shares_of(
    mission: Mission, key: str, *, beyond: bool = False, weeks: int | None = None
) -> dict[Pool, float]:
    """Return the share of those who start a course that joins each pool when it ends.

    What begins `beyond` exit is taught by the host alone, which passes fewer where the course asks for
    foreigners. With `weeks`, the share of those who are in class so many weeks before its end.
    """
    course, source = mission.courses[key], source_of(mission, key)
    stay = (1 - course.drops_out.mean) ** (course.length if weeks is None else weeks)
    alone = beyond and asks_foreign(mission, key)
    passes = course.passes.mean * (mission.hosts_teach_alone.passes.mean if alone else 1.0)
    passed = stay * passes
    back = stay * (1 - passes) * course.repeats.mean
    shares: dict[Pool, float] = {}
    if course.teaches:
        shares["hosts", *sorted(course.teaches)] = passed * course.teaches_on.mean
    others = passed * (1 - course.teaches_on.mean)
    if course.grants:
        shares["holders", course.grants] = others * mission.competences[course.grants].posted.mean
    else:
        back += others
    if source is not None:
        shares[source] = shares.get(source, 0.0) + back
    return {pool: share for pool, share in shares.items() if share > 0}


def pools_of(mission: Mission) -> dict[Pool, tuple[float, Arrivals, float]]:
    """Return every pool with its people on the first day, its arrivals a year and its monthly losses."""
    pools: dict[Pool, tuple[float, Arrivals, float]] = {}
    for key, r in mission.recruits.items():
        pools["recruits", key] = (r.at_start.mean, arrivals_of(mission, ("recruits", key)), r.leaves.mean)
    for key, c in mission.competences.items():
        pools["holders", key] = (c.at_start.mean, arrivals_of(mission, ("holders", key)), c.leaves.mean)
    for key, s in mission.skills.items():
        if s.hosts_at_start.mean > 0:
            arrivals = arrivals_of(mission, ("hosts", key))
            pools["hosts", key] = (s.hosts_at_start.mean, arrivals, s.hosts_leave.mean)
    taught = {serial.course for serial in mission.under_way.values()}
    for key, course in mission.courses.items():
        pool = ("hosts", *sorted(course.teaches))
        trains = course.teaches and course.teaches_on.mean > 0
        if (course.held or key in taught) and trains and pool not in pools:
            monthly = max(mission.skills[k].hosts_leave.mean for k in course.teaches)
            pools[pool] = (0.0, arrivals_of(mission, pool), monthly)
    return pools
