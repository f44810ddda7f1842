"""Why a course that a target needs is never held: what is not there at all, in the mission or its offers.

Takes a mission, its plan and who is offered; gives the course and the first thing that lacks. Knows no
solver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

import numpy as np

from cadre.mission import Mission
from cadre.mission.people import SupportRule
from cadre.mission.training import Course
from cadre.programme.frame import ModelFrame
from cadre.programme.offered import OfferedPeople
from cadre.programme.plan import PlannedTarget, Programme
from cadre.programme.reach import NEVER, Reach
from cadre.programme.sizes import sizes_of
from cadre.programme.skills import foreign_share, has_hosts, is_local, roles_with
from cadre.programme.support import sites_of
from cadre.reasons import Reason
from cadre.reasons.programme import (
    FitsNoPeriod,
    FitsNowhere,
    NeverHeld,
    NobodyHasSkill,
    NothingLeadsTo,
    StaysClosed,
    TooFewPeople,
    TooFewRooms,
    TooFewSupport,
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
    lacking = cache(Lacking(mission, None if offered is None else tuple(offered)).of)
    never = [held for k in missing for held in _never_held(mission, k, begun, lacking)]
    return next((held for held in never if held.lacks is not None), next(iter(never), None))


def _missing(mission: Mission, programme: Programme, target: PlannedTarget) -> Iterator[str]:
    """Yield the competences of which there are too few for the units wanted, the scarcest first."""
    week = min(target.week, mission.weeks - 1)
    there = {
        k: programme.stocks[k][week] / n if k in programme.stocks else 0.0
        for k, n in mission.capabilities[target.capability].made_of.items()
    }
    yield from (k for k in sorted(there, key=lambda k: there[k]) if there[k] < target.wanted)


def _never_held(
    mission: Mission, competence: str, begun: set[str], lacking: Callable[[str], Reason | None]
) -> Iterator[NeverHeld]:
    """Yield the courses that lead to a competence of which no serial begins, the first of the chain first.

    Where one of several courses that grant it is held, none is missing; where the chain of one lacks nothing,
    what the others lack is no reason.
    """
    granting = [key for key, course in mission.courses.items() if course.held and course.grants == competence]
    if any(key in begun for key in granting):
        return
    chains = [
        [NeverHeld(one, lacking(one)) for one in (*_before(mission, key), key) if _waits(mission, one, begun)]
        for key in granting
    ]
    whole = [chain for chain in chains if all(held.lacks is None for held in chain)]
    for chain in whole or chains:
        yield from chain


def _waits(mission: Mission, course: str, begun: set[str]) -> bool:
    return course not in begun and mission.courses[course].held


def _before(mission: Mission, key: str) -> list[str]:
    """Return the courses before one, the first of all first."""
    found: list[str] = []
    for before in mission.courses[key].after:
        found += [one for one in (*_before(mission, before), before) if one not in found]
    return found


@dataclass(frozen=True)
class Lacking:
    """What courses lack at every site where they may be held, by who is offered."""

    mission: Mission
    offered: tuple[OfferedPeople, ...] | None

    def of(self, key: str) -> Reason | None:
        """Say what no site has for a course: rooms, weeks, people for its smallest class, a project."""
        reasons = [self._at(key, site) for site in self.mission.courses[key].sites]
        return reasons[0] if reasons and all(reasons) else None

    @cached_property
    def _reach(self) -> Reach:
        return Reach(ModelFrame(self.mission, 1, self.offered))

    def _teaching(self, key: str) -> Reach:
        """Return the reach of those who do not refuse a course."""
        able = tuple(o for o in self.offered or () if key not in o.not_for)
        return self._reach if able == (self.offered or ()) else Reach(ModelFrame(self.mission, 1, able))

    def _at(self, key: str, site: str) -> Reason | None:
        """Return what a site lacks for the smallest class of a course; None where nothing does."""
        mission, course = self.mission, self.mission.courses[key]
        for facility, number in _rooms(course).items():
            adds = (p.effects.adds.get(site, {}).get(facility, 0) for p in mission.projects.values())
            there = mission.sites[site].facilities.get(facility, 0) + sum(adds)
            if number > there + ROUNDING:
                return TooFewRooms(facility, site, number, there)
        if not self._reach.frame.runs_of(key, site, course.seats.least).periods.size:
            periods = "; ".join(map(str, course.only_in))
            return FitsNoPeriod(site, course.length, periods) if periods else FitsNowhere(site, course.length)
        return self._people(key, site) or self._support(key, site) or self._gate(site)

    def _people(self, key: str, site: str) -> Reason | None:
        """Say of which skill there are never enough people at a time for the smallest class."""
        reach = self._teaching(key)
        for skill, people, own in self._crew(key):
            hosts = self._has_hosts(skill) and self.mission.sites[site].in_country
            if people and not roles_with(self.mission, skill) and not hosts:
                return NobodyHasSkill(skill)
            there, least = _most(reach, skill, site), own if hosts else people
            if there < least - ROUNDING:
                return TooFewPeople(skill, least, _six_digits(there), self._barred_by(skill, there, least))
        return None

    def _crew(self, key: str) -> Iterator[tuple[str, int, int]]:
        """Yield, by phase and skill, the people for the smallest class and the foreign ones of them."""
        mission, course = self.mission, self.mission.courses[key]
        seats = sizes_of(course, fine=True)[0]
        freed = any(key in p.effects.hosts_teach_alone for p in mission.projects.values())
        for phase in course.phases:
            for skill, rule in phase.instructors.items():
                people = rule.people_for(seats)
                own = 0 if freed or is_local(mission, skill) else foreign_share(mission, key, people)
                yield skill, people, own

    def _has_hosts(self, skill: str) -> bool:
        return has_hosts(self.mission, skill) and self._reach.hosts_from[skill] < NEVER

    def _barred_by(self, skill: str, there: float, least: int) -> Literal["ceiling", "caveats", "offers"]:
        """Say what allows no more: the ceiling, what offers bar their people from, or too few offers."""
        if self.mission.ceiling is not None and there >= self.mission.ceiling:
            return "ceiling"
        written = people_written(self.mission, roles_with(self.mission, skill))
        return "caveats" if self.offered is not None and written >= least else "offers"

    def _support(self, key: str, site: str) -> Reason | None:
        """Say which critical support nobody can give: who teaches the smallest class needs it."""
        posts = self._posts_for(key, site)
        if self.offered is None or not posts:
            return None
        counted = {"instructors": posts, "trainees": self.mission.courses[key].seats.least}
        for role, place, rule in self._critical(site):
            needed = rule.posts(sum(counted.get(of, 0) for of in rule.of))
            there = float(self._reach.of_role(role, place).max(initial=0.0))
            if there < needed - ROUNDING:
                return TooFewSupport(role, place, needed, _six_digits(there))
        return None

    def _critical(self, site: str) -> Iterator[tuple[str, str, SupportRule]]:
        """Yield the rules that bring critical posts with who teaches at a site, with role and place."""
        for rule in self.mission.support.values():
            role = self.mission.roles[rule.role]
            place = self.mission.headquarters if rule.at == "headquarters" else site
            if role.critical and not role.local and place in sites_of(self.mission, rule):
                yield rule.role, place, rule

    def _posts_for(self, key: str, site: str) -> int:
        """Return how many foreign posts of one skill a class needs at least."""
        hosts = self.mission.sites[site].in_country
        least = (
            own if hosts and self._has_hosts(skill) else people
            for skill, people, own in self._crew(key)
            if not is_local(self.mission, skill)
        )
        return max(least, default=0)

    def _gate(self, site: str) -> Reason | None:
        """Say which project opens a site and has too few advisers ever to be finished."""
        for key, project in self.mission.projects.items():
            if site in project.effects.opens and project.carried_out:
                for activity in project.activities.values():
                    place = activity.site or self.mission.headquarters
                    for skill, people in activity.advisers.items():
                        there = _most(self._reach, skill, place)
                        if there < people - ROUNDING:
                            return StaysClosed(site, key, skill, people, _six_digits(there))
        return None


def people_written(mission: Mission, roles: Iterable[str]) -> int:
    """Return how many people are offered at a time for some roles, wherever and whatever they may do."""
    there, asked = np.zeros(mission.exit_week, dtype=np.int64), set(roles)
    for key, offer in mission.offers.items():
        for run in mission.strengths[key] if offer.role in asked else ():
            there[run.begins : run.ends] += run.people
    return int(there.max(initial=0))


def _most(reach: Reach, skill: str, site: str) -> float:
    """Return the most people with a skill on posts at a site at a time."""
    weeks = reach.frame.open_in_slot > 0
    return float((reach.posts_at(skill, site)[weeks] / reach.frame.open_in_slot[weeks]).max(initial=0.0))


def _rooms(course: Course) -> dict[str, float]:
    return {
        facility: max(phase.uses.get(facility, 0.0) for phase in course.phases)
        for phase in course.phases
        for facility in phase.uses
    }


def _six_digits(people: float) -> float:
    """Return people as they are told: the mean over the weeks of a period has no end of digits."""
    return float(f"{people:.6g}")
