"""A plan for a small mission, made by hand: offers in turn to sites, classes whenever people are expected.

Takes the document of a mission, gives classes with their weeks and stays of people with theirs. Any plan will
do, since truth and forecasts both follow it; a search for a good one takes forty processor seconds a mission.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from benchmarks.forecasts.missions import STARTS, WEEKS, Document

EXPECTED = 0.75
"""Part of the people offered that the plan counts on."""
WEEKS_A_YEAR = 365.25 / 7


@dataclass(frozen=True, slots=True)
class PlannedClass:
    """A serial: its id, course, site, first week and trainees."""

    id: str
    course: str
    site: str
    start: int
    trainees: int


@dataclass(frozen=True, slots=True)
class PlannedStay:
    """People of an offer in a role at a site, from week `begins` to `ends` (exclusive), of one rotation."""

    offer: str
    role: str
    site: str
    rotation: int
    begins: int
    ends: int
    people: int


@dataclass(frozen=True, slots=True)
class MissionPlan:
    """What is to be held, who is to come, and the holders expected at the end of each week."""

    classes: tuple[PlannedClass, ...]
    stays: tuple[PlannedStay, ...]
    holders: tuple[dict[str, float], ...]


def planned(document: Document) -> MissionPlan:
    """Return a plan of a mission."""
    stays = tuple(_stays(document))
    hand = _Hand(document, stays)
    return MissionPlan(tuple(hand.classes()), stays, tuple(hand.holders))


def week_of(day: str) -> int:
    """Return the week in which a day lies."""
    return (dt.date.fromisoformat(day) - STARTS).days // 7


def closed_weeks(document: Document) -> frozenset[int]:
    """Return the weeks that the calendar closes; closed periods are whole weeks here."""
    periods = document["calendar"]["closed"]
    return frozenset(w for one in periods for w in range(week_of(one["begins"]), week_of(one["ends"]) + 1))


def middle(value: Any) -> Any:
    """Return the likely value of a range, or the value that is known."""
    return value["likely"] if isinstance(value, dict) else value


def seats_for_one(document: Document, course: str) -> tuple[str, float]:
    """Return the skill that a course needs, and the trainees for each instructor."""
    ((skill, need),) = document["courses"][course]["instructors"].items()
    return skill, float(need["one_per"].split()[0])


def _stays(document: Document) -> list[PlannedStay]:
    """Let the offers of each role serve at the sites of its courses in turn, rotation by rotation."""
    tour = document["tours"]["weeks"]
    found, turn = [], 0
    for key, offer in document["offers"].items():
        skill = offer["role"].removeprefix("trainer-")
        of = [c for name, c in document["courses"].items() if seats_for_one(document, name)[0] == skill]
        sites = sorted({site for course in of for site in course["sites"]})
        if not sites:
            continue
        site, turn = sites[turn % len(sites)], turn + 1
        for rotation in range(WEEKS // tour):
            begins, ends = max(rotation * tour, week_of(offer["begins"])), (rotation + 1) * tour
            if begins < ends:
                found.append(PlannedStay(key, offer["role"], site, rotation, begins, ends, offer["people"]))
    return found


@dataclass
class _Hand:
    """Whoever plans by hand, week by week, with what is expected."""

    document: Document
    stays: tuple[PlannedStay, ...]
    waiting: dict[str, float] = field(default_factory=dict)
    busy: dict[tuple[str, str, int], float] = field(default_factory=lambda: defaultdict(float))
    joining: dict[int, list[tuple[str, float]]] = field(default_factory=lambda: defaultdict(list))
    holders: list[dict[str, float]] = field(default_factory=list)

    def classes(self) -> list[PlannedClass]:
        pool, closed = self.document["recruits"]["pool"], closed_weeks(self.document)
        self.waiting = {"pool": middle(pool["at_start"])}
        for key, competence in self.document["competences"].items():
            self.waiting[key] = middle(competence.get("at_start", 0))
        found: list[PlannedClass] = []
        for week in range(WEEKS):
            self._leave()
            self.waiting["pool"] += middle(pool["a_year"]) / WEEKS_A_YEAR
            for key, people in self.joining[week]:
                self.waiting[key] += people
            for course, of in self.document["courses"].items():
                for site in of["sites"]:
                    trainees = (
                        0 if week in closed else self._trainees(course, site, self._weeks(course, week))
                    )
                    if trainees:
                        number = 1 + sum((one.course, one.site) == (course, site) for one in found)
                        found.append(PlannedClass(f"{course}@{site}/{number}", course, site, week, trainees))
            joined = {key: 0.0 for key in self.document["competences"]}
            for key, people in self.joining[week + 1]:
                joined[key] += people
            self.holders.append({key: self.waiting[key] + people for key, people in joined.items()})
        return found

    def _leave(self) -> None:
        stocks = {"pool": self.document["recruits"]["pool"]} | self.document["competences"]
        for key, stock in stocks.items():
            self.waiting[key] *= (1 - middle(stock["leaves"])) ** (12 / WEEKS_A_YEAR)

    def _weeks(self, course: str, first: int) -> range:
        """Return the weeks of a class that begins in one, pauses among them."""
        closed, left, week = closed_weeks(self.document), self.document["courses"][course]["weeks"], first
        while left:
            left -= week not in closed
            week += 1
        return range(first, week)

    def _trainees(self, course: str, site: str, weeks: range) -> int:
        """Begin a class if people, room and trainees are expected, and return its size; 0 if none begins."""
        of, (skill, each) = self.document["courses"][course], seats_for_one(self.document, course)
        opens = self.document["sites"][site].get("opens")
        if weeks.stop > WEEKS or (opens and weeks.start < week_of(middle(opens)) + 1):
            return 0
        rooms = self.document["sites"][site]["facilities"]["classroom"]
        if any(self.busy["room", site, w] + 1 > rooms for w in weeks):
            return 0
        teachers = min(self._expected(skill, site, w) - self.busy[skill, site, w] for w in weeks)
        source = "competence-0" if "after" in of else of["recruits"]
        trainees = int(min(of["seats"]["most"], teachers * each, self.waiting[source]))
        if trainees < of["seats"]["least"]:
            return 0
        self.waiting[source] -= trainees
        for w in weeks:
            self.busy["room", site, w] += 1
            self.busy[skill, site, w] += math.ceil(trainees / each)
        posted = middle(self.document["competences"][of["grants"]].get("posted", 1))
        stay = (1 - middle(of["drops_out"])) ** of["weeks"]
        self.joining[weeks.stop].append((of["grants"], trainees * stay * middle(of["passes"]) * posted))
        return trainees

    def _expected(self, skill: str, site: str, week: int) -> int:
        there = (
            stay.people
            for stay in self.stays
            if (stay.role, stay.site) == (f"trainer-{skill}", site) and stay.begins <= week < stay.ends
        )
        return round(EXPECTED * sum(there))
