"""Why a course that a target needs is never held: what is not there at all, in the mission or its offers.

Takes a mission, its plan and who is offered; gives the course and the first thing that lacks. Knows no
solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cadre.mission import Mission
from cadre.mission.training import Course
from cadre.programme.frame import ModelFrame
from cadre.programme.offered import OfferedPeople
from cadre.programme.plan import PlannedTarget, Programme
from cadre.programme.reach import Reach
from cadre.programme.sizes import sizes_of
from cadre.programme.skills import foreign_share, has_hosts, is_local, roles_with
from cadre.reasons import Reason
from cadre.reasons.programme import (
    FitsNoPeriod,
    FitsNowhere,
    NeverHeld,
    NobodyHasSkill,
    NothingLeadsTo,
    TooFewPeople,
    TooFewRooms,
)

ROUNDING = 1e-9
"""Part of a person that is none."""

Untaught = NeverHeld | NothingLeadsTo
"""A course of which no serial is held, with what it lacks; or competences that no course grants."""


def nobody_taught(
    mission: Mission, programme: Programme, target: PlannedTarget, offered: Sequence[OfferedPeople] | None
) -> Untaught | None:
    """Say which course is never held, and why, where that alone keeps a target from being reached.

    Parameters
    ----------
    mission : Mission
        What was planned.
    programme : Programme
        Its plan, with stocks by week.
    target : PlannedTarget
        One that is missed.
    offered : sequence of OfferedPeople or None
        Who could stand on foreign posts; None where that does not bind.

    Returns
    -------
    Untaught or None
        None where every course that leads to what is too scarce is held.
    """
    missing = list(_missing(mission, programme, target))
    untaught = [k for k in missing if not any(c.held and c.grants == k for c in mission.courses.values())]
    if untaught:
        return NothingLeadsTo(tuple(untaught))
    begun = {batch.course for batch in programme.serials}
    for competence in missing:
        for course in _never_held(mission, competence, begun):
            return NeverHeld(course, _lacking(mission, course, offered))
    return None


def _missing(mission: Mission, programme: Programme, target: PlannedTarget) -> Iterator[str]:
    """Yield the competences of which there are too few for the units wanted, the scarcest first."""
    week = min(target.week, mission.weeks - 1)
    there = {
        k: programme.stocks[k][week] / n if k in programme.stocks else 0.0
        for k, n in mission.capabilities[target.capability].made_of.items()
    }
    yield from (k for k in sorted(there, key=lambda k: there[k]) if there[k] < target.wanted)


def _never_held(mission: Mission, competence: str, begun: set[str]) -> Iterator[str]:
    """Yield the courses that lead to a competence of which no serial begins, the first of the chain first.

    Where one of several courses that grant it is held, none is missing.
    """
    granting = [key for key, course in mission.courses.items() if course.held and course.grants == competence]
    if any(key in begun for key in granting):
        return
    for key in granting:
        chain = [*_before(mission, key), key]
        yield from (one for one in chain if one not in begun and mission.courses[one].held)


def _before(mission: Mission, key: str) -> list[str]:
    """Return the courses before one, the first of all first."""
    found: list[str] = []
    for before in mission.courses[key].after:
        found += [one for one in (*_before(mission, before), before) if one not in found]
    return found


def _lacking(mission: Mission, key: str, offered: Sequence[OfferedPeople] | None) -> Reason | None:
    """Say what no site has for a course: rooms, weeks, or people enough for its smallest class."""
    frame = ModelFrame(mission, 1, None if offered is None else tuple(offered))
    reach, course = Reach(frame), mission.courses[key]
    reasons = [_at(reach, key, site) for site in course.sites]
    return reasons[0] if reasons and all(reasons) else None


def _at(reach: Reach, key: str, site: str) -> Reason | None:
    """Return what a site lacks for the smallest class of a course; None where nothing does."""
    mission, course = reach.frame.mission, reach.frame.mission.courses[key]
    for facility, number in _rooms(course).items():
        adds = (p.effects.adds.get(site, {}).get(facility, 0) for p in mission.projects.values())
        there = mission.sites[site].facilities.get(facility, 0) + sum(adds)
        if number > there + ROUNDING:
            return TooFewRooms(facility, site, number, there)
    if not reach.frame.runs_of(key, site, course.seats.least).periods.size:
        periods = "; ".join(map(str, course.only_in))
        return FitsNoPeriod(site, course.length, periods) if periods else FitsNowhere(site, course.length)
    return _people(reach, key, site)


def _rooms(course: Course) -> dict[str, float]:
    return {
        facility: max(phase.uses.get(facility, 0.0) for phase in course.phases)
        for phase in course.phases
        for facility in phase.uses
    }


def _people(reach: Reach, key: str, site: str) -> Reason | None:
    """Say of which skill there are never enough people at a time for the smallest class."""
    mission, frame = reach.frame.mission, reach.frame
    seats = sizes_of(mission.courses[key], fine=True)[0]
    freed = any(key in p.effects.hosts_teach_alone for p in mission.projects.values())
    for phase in mission.courses[key].phases:
        for skill, rule in phase.instructors.items():
            people = rule.people_for(seats)
            hosts = has_hosts(mission, skill) and mission.sites[site].in_country
            if people and not roles_with(mission, skill) and not hosts:
                return NobodyHasSkill(skill)
            own = 0 if freed or is_local(mission, skill) else foreign_share(mission, key, people)
            weeks = frame.open_in_slot > 0
            there = (reach.posts_at(skill, site)[weeks] / frame.open_in_slot[weeks]).max(initial=0.0)
            least = own if hosts else people
            if there < least - ROUNDING:
                by_ceiling = mission.ceiling is not None and there >= mission.ceiling
                return TooFewPeople(skill, least, _six_digits(there), "ceiling" if by_ceiling else "offers")
    return None


def _six_digits(people: float) -> float:
    """Return people as they are told: the mean over the weeks of a period has no end of digits."""
    return float(f"{people:.6g}")
