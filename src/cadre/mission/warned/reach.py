"""Reach: targets that no plan can reach, by bounds that need no search.

Each bound leaves out what else may bind, so that a target that it refuses no option reaches: time (a chain of
courses, one after the other, from the opening of a site), people (who is there and comes, at the highest
figures written) and seats (serials side by side in the rooms there are).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache

from cadre.errors import MissionWarning, Place
from cadre.messages import Message, message
from cadre.mission.intake import grown
from cadre.mission.mission import Mission
from cadre.mission.training import Course
from cadre.mission.units import WEEKS_PER_YEAR


def targets_can_be_reached(mission: Mission) -> Iterator[MissionWarning]:
    """Every target lies within what time, people and seats allow."""
    bounds = _Bounds(mission)
    for key, capability in mission.capabilities.items():
        known = [name for name in capability.made_of if name in mission.competences]
        for day, units in sorted(capability.wanted.items()):
            week = mission.week_of(day)
            for competence in known:
                each = capability.made_of[competence]
                most, why = bounds.holders(competence, week)
                if most < units * each - 0.5:
                    place = Place(path=("capabilities", key, "wanted", str(day)))
                    about = {"units": units, "most": math.floor(most / each)}
                    leads = {"competence": competence}
                    yield MissionWarning.about(place, "warnings.out-of-reach", why=why, **about, **leads)
                    break


class _Bounds:
    """How many may hold a competence at the end of a week, at most, and what bounds them."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self.earliest = cache(self._earliest)

    def holders(self, competence: str, week: int) -> tuple[float, Message]:
        found = self.mission.competences[competence].at_start.high
        why = message("warnings.no-course")
        for key, course in self.mission.courses.items():
            if course.held and course.grants == competence:
                more, why = self.graduates(key, course, week)
                found += more
        for serial in self.mission.under_way.values():
            of = self.mission.courses.get(serial.course)
            found += serial.trainees.high if of is not None and of.grants == competence else 0
        return found, why

    def graduates(self, key: str, course: Course, week: int) -> tuple[float, Message]:
        """Return the graduates of a course at the end of a week, at most, and what bounds them."""
        begins, length = self.earliest(key, ()), _shortest(course)
        if week + 1 - begins < length:
            first = self.mission.date_of(min(begins + length, self.mission.weeks))
            return 0.0, message("warnings.by-time", course=key, day=first)
        one_by_one = max((self._one_by_one(key, site, (begins, week)) for site in course.sites), default=0)
        if one_by_one == 0 and course.only_in:
            return 0.0, message("warnings.by-periods", course=key)
        people = self._people(key, week, ())
        seats = self._side_by_side(course) * course.seats.most * one_by_one
        passing = course.passes.high if course.repeats.high == 0 else float(course.passes.high > 0)
        if seats < people:
            return seats * passing, message("warnings.by-seats", course=key)
        return people * passing, message("warnings.by-people", course=key)

    def _one_by_one(self, key: str, site: str, between: tuple[int, int]) -> int:
        """Return how many serials one room holds, one after the other, within the periods of their course."""
        begins, week = between
        outside = self.mission.working.outside(key, site)
        length, number, run = _shortest(self.mission.courses[key]), 0, 0
        for w in range(begins, week + 1):
            run = 0 if w in outside else run + 1
            if run == length:
                number, run = number + 1, 0
        return number

    def _earliest(self, key: str, above: tuple[str, ...]) -> int:
        """Return the first week in which a course may begin: its sites and those before it are ready."""
        course = self.mission.courses[key]
        if key in above:
            return 0
        held = self.mission.competences
        before = [
            self.earliest(other, (*above, key)) + _shortest(self.mission.courses[other])
            for other in course.after[-1:]
            if other in self.mission.courses
            and (grants := self.mission.courses[other].grants) in held
            and held[str(grants)].at_start.high == 0
            and not any(serial.course == other for serial in self.mission.under_way.values())
        ]
        opens = min((self._opens(site) for site in course.sites if site in self.mission.sites), default=0)
        return max([opens, *before])

    def _opens(self, site: str) -> int:
        opens = self.mission.sites[site].opens
        first = self.mission.mission.starts.toordinal() if opens is None else opens.low
        return max(0, math.floor((first - self.mission.mission.starts.toordinal()) / 7))

    def _people(self, key: str, week: int, above: tuple[str, ...]) -> float:
        """Return the people who may ever have come to a course by a week."""
        course = self.mission.courses[key]
        if key in above:
            return math.inf
        if course.after and course.after[-1] in self.mission.courses:
            before = self.mission.courses[course.after[-1]]
            held = self.mission.competences.get(before.grants or "")
            there = held.at_start.high if held is not None else 0.0
            granting = [k for k, c in self.mission.courses.items() if c.grants == before.grants and c.held]
            there += sum(s.trainees.high for s in self.mission.under_way.values() if s.course in granting)
            return there + sum(self._people(k, week, (*above, key)) for k in granting)
        pool = self.mission.recruits.get(course.recruits or "")
        if pool is None or pool.years_differ.high > 0:
            return math.inf
        a_year = max(pool.a_year.high, *(later.a_year.high for later in pool.later), 0)
        growth = max(1.0, grown(pool.grows.high, week + 1))
        return pool.at_start.high + a_year * growth * (week + 1) / WEEKS_PER_YEAR

    def _side_by_side(self, course: Course) -> float:
        """Return how many serials the rooms of its sites hold at a time; no end where it uses none."""
        total = 0.0
        for key in dict.fromkeys(course.sites):
            site = self.mission.sites.get(key)
            if site is None:
                continue
            added = [project.effects.adds.get(key, {}) for project in self.mission.projects.values()]
            total += min(
                (
                    math.floor((site.facilities.get(kind, 0) + _sum(added, kind)) / needed + 1e-9)
                    for phase in course.phases
                    for kind, needed in phase.uses.items()
                ),
                default=math.inf,
            )
        return total


def _sum(added: list[Mapping[str, int]], kind: str) -> int:
    return sum(more.get(kind, 0) for more in added)


def _shortest(course: Course) -> int:
    return course.length if course.weeks is None else max(1, math.floor(course.weeks.low))
