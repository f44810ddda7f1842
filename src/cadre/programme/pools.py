"""Pools: where people stand besides serials, and which of them a course takes from and joins.

Takes a mission, gives pools by key, with means where something is uncertain. Knows no model.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.skills import asks_foreign

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Arrivals = tuple[tuple[int, float], ...]
"""Seasons by their first week, with the people expected a year in each."""
Pool = tuple[str, ...]
"""Where people stand: `("recruits", id)`, `("holders", id)` or `("hosts", skill, skill, ...)`."""


def arrivals_of(mission: Mission, recruits: str) -> Arrivals:
    """Give the seasons of a pool of recruits."""
    return tuple(zip(mission.seasons, mission.intake[recruits], strict=True))


def weekly_keep(monthly: float) -> float:
    """Give the share that stays over a week: (1 - m)^(12 / weeks of a year)."""
    return float((1 - monthly) ** (12 / WEEKS_PER_YEAR))


def arrived(arrivals: Arrivals, keep: float, first: Ints, end: Ints) -> Floats:
    """Give who of those that come from one week to another (exclusive) is there at the end of these weeks."""
    people = np.zeros(first.size)
    for n, (begins, a_year) in enumerate(arrivals):
        until = arrivals[n + 1][0] if n + 1 < len(arrivals) else int(end.max(initial=0))
        last, begun = np.minimum(end, until), np.maximum(first, begins)
        weekly = np.array([sum(keep**k for k in range(int(max(0, w)))) for w in last - begun])
        people += a_year / WEEKS_PER_YEAR * weekly * keep ** (end - last).astype(np.float64)
    return people


def everybody(mission: Mission) -> float:
    """Count the people who could ever become trainees."""
    whole = np.array([mission.weeks])
    come = sum(
        float(arrived(arrivals, 1.0, whole - mission.weeks, whole)[0])
        for pool, (_, arrivals, _) in pools_of(mission).items()
        if pool[0] == "recruits"
    )
    there = [r.at_start.mean for r in mission.recruits.values()]
    return come + sum(there) + sum(c.at_start.mean for c in mission.competences.values())


def source_of(mission: Mission, course: str) -> Pool | None:
    """Give the pool a course takes its trainees from.

    The holders of what the last prerequisite grants, else its recruits.
    """
    taken = mission.courses[course]
    while taken.after:
        before = mission.courses[taken.after[-1]]
        if before.grants:
            return ("holders", before.grants)
        taken = before
    return ("recruits", taken.recruits) if taken.recruits else None


def shares_of(mission: Mission, key: str, *, beyond: bool = False) -> dict[Pool, float]:
    """Give the share of those who start a course that joins each pool when it ends.

    What begins `beyond` exit is taught by the host alone, which passes fewer where the course asks for
    foreigners.
    """
    course, source = mission.courses[key], source_of(mission, key)
    stay = (1 - course.drops_out.mean) ** course.length
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
    """Give every pool with its people on the first day, its arrivals a year and its monthly losses."""
    pools: dict[Pool, tuple[float, Arrivals, float]] = {}
    for key, r in mission.recruits.items():
        pools["recruits", key] = (r.at_start.mean, arrivals_of(mission, key), r.leaves.mean)
    for key, c in mission.competences.items():
        pools["holders", key] = (c.at_start.mean, (), c.leaves.mean)
    for key, s in mission.skills.items():
        if s.hosts_at_start.mean > 0:
            pools["hosts", key] = (s.hosts_at_start.mean, (), s.hosts_leave.mean)
    for course in mission.courses.values():
        pool = ("hosts", *sorted(course.teaches))
        if course.held and course.teaches and course.teaches_on.mean > 0 and pool not in pools:
            pools[pool] = (0.0, (), max(mission.skills[k].hosts_leave.mean for k in course.teaches))
    return pools
