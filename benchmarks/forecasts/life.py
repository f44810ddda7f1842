"""The truth: a mission lived week by week, with rates that are drawn once from the ranges written.

Takes the document of a mission, its plan and a random stream; gives what happened, as events by week, and the
people, graduates and money at the end of each week. Plain Python, numpy's random numbers and nothing of
Cadre's: written from docs/model/simulation.md for missions that do not react, have no projects, no events, no
hosts, and courses of one phase that needs one skill.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from benchmarks.forecasts.arrivals import arrivals
from benchmarks.forecasts.missions import WEEKS, Document
from benchmarks.forecasts.plans import (
    WEEKS_A_YEAR,
    MissionPlan,
    PlannedClass,
    closed_weeks,
    seats_for_one,
)
from benchmarks.forecasts.truth import a_week, true_rates

PATIENCE, THIN_FROM, ENOUGH = 13, 4, 0.7
"""Weeks that a class waits or stands still; until it may begin small; part of its crew it goes on with."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a week: the table of records it belongs to, and its cells.

    A cell `day` says on which day of the week, from 0; else whoever reports knows.
    """

    week: int
    table: str
    cells: dict[str, Any]


@dataclass
class Class:
    """A class that waits or runs."""

    plan: PlannedClass
    people: int = 0
    began_with: int = 0
    taught: int = 0
    frozen: int = 0
    cause: str = "site closed"


@dataclass(frozen=True)
class Lived:
    """What happened: events in their order, and by week (at its end) holders, graduates and money spent."""

    events: tuple[Event, ...]
    holders: tuple[dict[str, int], ...]
    waiting: tuple[int, ...]
    graduates: tuple[dict[str, int], ...]
    spent: tuple[float, ...]
    truth: dict[str, float]


def lived(document: Document, plan: MissionPlan, rng: np.random.Generator) -> Lived:
    """Live a mission to its end."""
    return _Life(document, plan, rng).lived()


@dataclass
class _Life:
    document: Document
    plan: MissionPlan
    rng: np.random.Generator
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.truth = true_rates(self.document, self.rng)
        self.arrivals = arrivals(self.document, self.plan, self.truth, self.rng)
        at_start = {key: int(one.get("at_start", 0)) for key, one in self.document["competences"].items()}
        self.stocks = at_start | {"pool": math.floor(self.truth["at_start"] + 0.5)}
        self.states = dict.fromkeys(self.document["sites"], "not open")
        self.used: set[str] = set()
        self.graduates = Counter({key: 0 for key in self.document["courses"]})
        self.spent, self.closed = 0.0, closed_weeks(self.document)
        self.to_come = [Class(one) for one in sorted(self.plan.classes, key=lambda one: one.start)]
        self.waiting: list[Class] = []
        self.running: list[Class] = []
        for week, offer, site, what in self.arrivals.moves:
            self._tell(week, "movements", {"offer": offer, "site": site, "what": what, "people": 1})
        for key, site in self.document["sites"].items():
            if "opens" in site:
                week, day = divmod(int(self.truth[f"{key}.opens"]), 7)
                self._tell(week, "site_states", {"site": key, "what": "opened", "day": day})

    # -- the weeks

    def lived(self) -> Lived:
        holders, waiting, graduates, spent = [], [], [], []
        for week in range(WEEKS):
            self._live(week)
            holders.append({key: self.stocks[key] for key in self.document["competences"]})
            waiting.append(self.stocks["pool"])
            graduates.append(dict(self.graduates))
            spent.append(self.spent)
        self.events.sort(key=lambda event: event.week)
        return Lived(
            tuple(self.events), tuple(holders), tuple(waiting), tuple(graduates), tuple(spent), self.truth
        )

    def _live(self, week: int) -> None:
        self._places(week)
        self._flows()
        self.free = {key: people[week] for key, people in self.arrivals.present.items()}
        self.rooms = {key: site["facilities"]["classroom"] for key, site in self.document["sites"].items()}
        if week not in self.closed:
            self.running = [one for one in self.running if self._goes_on(one, week)]
            for key, people in self.arrivals.ready.items():
                self.free[key] = min(self.free[key], people[week])
            self._begin_classes(week)
        self._pay(week)
        if week not in self.closed:
            for one in self.running:
                self._ends_week(one, week)
            self.running = [one for one in self.running if one.taught < self._length(one)]

    def _tell(self, week: int, table: str, cells: dict[str, Any]) -> None:
        self.events.append(Event(week, table, cells))

    def _places(self, week: int) -> None:
        for key, state in self.states.items():
            u, now = self.rng.random(), state
            if state == "not open" and week * 7 >= self.truth[f"{key}.opens"]:
                now = "open"
            elif state == "open" and u < 1 - math.exp(-self.truth[f"{key}.per_year"] / WEEKS_A_YEAR):
                now = "closed"
                self._tell(week, "site_states", {"site": key, "what": "closed"})
            elif state == "closed" and u < 1 / max(1.0, self.truth[f"{key}.weeks"]):
                now = "open"
                self._tell(week, "site_states", {"site": key, "what": "reopened"})
            self.states[key] = now

    def _flows(self) -> None:
        for key, people in self.stocks.items():
            share = self.truth["leaves" if key == "pool" else f"{key}.leaves"]
            self.stocks[key] = people - int(self.rng.binomial(people, a_week(share)))
        came = int(self.rng.poisson(self.truth["a_year"] / WEEKS_A_YEAR))
        self.stocks["pool"] += came
        self.came = came

    # -- classes

    def _length(self, one: Class) -> int:
        return int(self.document["courses"][one.plan.course]["weeks"])

    def _source(self, one: Class) -> str:
        return "competence-0" if "after" in self.document["courses"][one.plan.course] else "pool"

    def _crew(self, one: Class, trainees: int) -> tuple[tuple[str, str], int]:
        skill, each = seats_for_one(self.document, one.plan.course)
        return (one.plan.site, f"trainer-{skill}"), math.ceil(trainees / each - 1e-9)

    def _not_here(self, one: Class) -> str:
        state = self.states[one.plan.site]
        return "" if state == "open" else f"site {state}"

    def _goes_on(self, one: Class, week: int) -> bool:
        """Teach a class for a week, let it stand still, or break it off."""
        cause, (pool, need) = self._not_here(one), self._crew(one, one.began_with)
        if not cause and self.rooms[one.plan.site] < 1:
            cause = "rooms"
        if not cause:
            self.rooms[one.plan.site] -= 1
            got = min(need, self.free.get(pool, 0))
            if got >= ENOUGH * need - 1e-9:
                self.free[pool] = self.free.get(pool, 0) - got
                one.taught += 1
                return True
            cause = "instructors"
        one.frozen += 1
        if one.frozen <= PATIENCE:
            return True
        self.stocks[self._source(one)] += one.people
        self._tell(week, "serials", {"serial": one.plan.id, "what": "cancelled", "cause": cause})
        return False

    def _begin_classes(self, week: int) -> None:
        while self.to_come and self.to_come[0].plan.start <= week:
            self.waiting.append(self.to_come.pop(0))
        still = []
        for one in self.waiting:
            if self._begins(one, week):
                continue
            if week - one.plan.start >= PATIENCE:
                self._tell(week, "serials", {"serial": one.plan.id, "what": "cancelled", "cause": one.cause})
            else:
                still.append(one)
        self.waiting = still

    def _obstacle(self, one: Class, trainees: int) -> str:
        pool, need = self._crew(one, trainees)
        if cause := self._not_here(one):
            return cause
        if self.free.get(pool, 0) < need:
            return "instructors"
        if self.stocks[self._source(one)] < trainees:
            return "trainees"
        return "" if self.rooms[one.plan.site] >= 1 else "rooms"

    def _begins(self, one: Class, week: int) -> bool:
        """Begin a class with all its trainees, or after some weeks with as many as can be."""
        trainees, cause = one.plan.trainees, self._obstacle(one, one.plan.trainees)
        if cause and not cause.startswith("site") and week - one.plan.start >= THIN_FROM:
            least = min(trainees, self.document["courses"][one.plan.course]["seats"]["least"])
            sizes = [n for n in range(trainees, least - 1, -1) if not self._obstacle(one, n)]
            cause, trainees = (self._obstacle(one, least), least) if not sizes else ("", sizes[0])
        if cause:
            one.cause = cause
            return False
        pool, need = self._crew(one, trainees)
        self.free[pool] = self.free.get(pool, 0) - need
        self.rooms[one.plan.site] -= 1
        self.stocks[self._source(one)] -= trainees
        one.people = one.began_with = trainees
        one.taught = 1
        self.running.append(one)
        begun = {"serial": one.plan.id, "what": "started", "course": one.plan.course, "site": one.plan.site}
        self._tell(week, "serials", begun | {"people": trainees})
        key = one.plan.course
        self._spend(
            week, "courses", self.truth[f"{key}.costs"] + trainees * self.truth[f"{key}.costs_a_trainee"]
        )
        return True

    def _ends_week(self, one: Class, week: int) -> None:
        """Let people drop out of a class; test them in its last week."""
        course, rng = one.plan.course, self.rng
        one.people -= int(rng.binomial(one.people, self.truth[f"{course}.drops_out"]))
        if one.taught < self._length(one):
            self._tell(
                week, "in class", {"serial": one.plan.id, "people": one.people, "weeks_taught": one.taught}
            )
            return
        passed = int(rng.binomial(one.people, self.truth[f"{course}.passes"]))
        again = int(rng.binomial(one.people - passed, self.truth[f"{course}.repeats"]))
        granted = self.document["courses"][course]["grants"]
        posted = int(rng.binomial(passed, self.truth[f"{granted}.posted"]))
        self.stocks[self._source(one)] += again
        self.stocks[granted] += posted
        self.graduates[course] += passed
        told = {
            "serial": one.plan.id,
            "what": "ended",
            "people": one.people,
            "passed": passed,
            "again": again,
        }
        self._tell(week, "serials", told)
        self._tell(week, "postings", {"competence": granted, "people": posted, "of": passed})

    # -- money

    def _pay(self, week: int) -> None:
        self._tell(week, "intake", {"recruits": "pool", "people": self.came})
        for (_, role), people in self.arrivals.present.items():
            if people[week]:
                self._spend(week, "posts", people[week] / WEEKS_A_YEAR * self.truth[f"{role}.costs"])
        for site, state in self.states.items():
            foreign = any(people[week] for (at, _), people in self.arrivals.present.items() if at == site)
            trainees = any(one.plan.site == site for one in self.running)
            if state == "open" and (foreign or trainees):
                self.used.add(site)
            if site in self.used:
                self._spend(week, "sites", self.truth[f"{site}.costs"] / WEEKS_A_YEAR)

    def _spend(self, week: int, about: str, amount: float) -> None:
        amount *= self.truth["overrun"]
        self.spent += amount
        self._tell(week, "spending", {"about": about, "amount": amount})
