"""Pools: where people stand besides serials, and which of them a course takes from and joins.

Takes a mission, gives pools by key, with means where something is uncertain. Knows no model.
"""

from __future__ import annotations

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR

Pool = tuple[str, ...]
"""Where people stand: `("recruits", id)`, `("holders", id)` or `("hosts", skill, skill, ...)`."""


def everybody(mission: Mission) -> float:
    """Count the people who could ever become trainees."""
    years = mission.weeks / WEEKS_PER_YEAR
    return sum(r.at_start.mean + r.a_year.mean * years for r in mission.recruits.values()) + sum(
        c.at_start.mean for c in mission.competences.values()
    )


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


def shares_of(mission: Mission, key: str) -> dict[Pool, float]:
    """Give the share of those who start a course that joins each pool when it ends."""
    course, source = mission.courses[key], source_of(mission, key)
    stay = (1 - course.drops_out.mean) ** course.length
    passed = stay * course.passes.mean
    back = stay * (1 - course.passes.mean) * course.repeats.mean
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


def pools_of(mission: Mission) -> dict[Pool, tuple[float, float, float]]:
    """Give every pool with its people on the first day, its arrivals a year and its monthly losses."""
    pools: dict[Pool, tuple[float, float, float]] = {}
    for key, r in mission.recruits.items():
        pools["recruits", key] = (r.at_start.mean, r.a_year.mean, r.leaves.mean)
    for key, c in mission.competences.items():
        pools["holders", key] = (c.at_start.mean, 0.0, c.leaves.mean)
    for key, s in mission.skills.items():
        if s.hosts_at_start.mean > 0:
            pools["hosts", key] = (s.hosts_at_start.mean, 0.0, s.hosts_leave.mean)
    for course in mission.courses.values():
        pool = ("hosts", *sorted(course.teaches))
        if course.held and course.teaches and course.teaches_on.mean > 0 and pool not in pools:
            pools[pool] = (0.0, 0.0, max(mission.skills[k].hosts_leave.mean for k in course.teaches))
    return pools
