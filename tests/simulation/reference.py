"""A slow, plain second program for docs/model/simulation.md: one replication at a time, dictionaries by id.

Written from that page and not from the kernel, whose numbers it must give bit for bit. It shares with the
package the reading of missions and plans, the quantiles of quantities and numpy's elementary functions.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from statistics import NormalDist
from typing import Any

import numpy as np
from scipy.special import ndtr, ndtri

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission, Quantity
from cadre.mission.training import Course, Need, Phase
from cadre.mission.units import UNITS
from cadre.programme.skills import may_be_shown
from cadre.simulation.draws import quantile
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import CAUSES
from cadre.timetable.demand import serials_of
from cadre.timetable.plan import Serial

YEAR = 365.25 / 7
G = 0x9E3779B97F4A7C15
MASK = 2**64 - 1
NEVER = 10**9
Pay = Callable[[float, int], tuple[float, int]]
Pool = tuple[str, str, tuple[str, ...], tuple[int, ...]]
Kind = tuple[frozenset[str], bool]


# ---- luck and samplers


def mix(z: int) -> int:
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def slot_of(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def uniform(seed: int, n: int, w: int, name: str | int, event: int) -> float:
    replication = mix((mix((seed + G) & MASK) + (n + 1) * G) & MASK)
    week = mix((replication + (w + 1) * G) & MASK)
    slot = slot_of(name) if isinstance(name, str) else name
    return (mix(week ^ ((slot + event * G) & MASK)) >> 12) * 2.0**-52 + 2.0**-53


def binomial(u: float, n: int, p: float) -> int:
    if n <= 0 or p <= 0:
        return 0
    if p >= 1:
        return n
    return n - few(1 - u, n, 1 - p) if p > 0.5 else few(u, n, p)


def power(q: float, n: int) -> float:
    block = times(q, 32)
    power = times(q, n % 32) * times(block, n // 32 % 32)
    whole, left = times(block, 32), n // 1024
    above = 1.0
    while left:
        if left % 2:
            above *= whole
        whole *= whole
        left //= 2
    return power * above


def times(factor: float, often: int) -> float:
    product = 1.0
    for _ in range(often):
        product *= factor
    return product


def few(u: float, n: int, p: float) -> int:
    if u <= 1 - n * p:
        return 0
    q = 1 - p
    odds = p / q
    term, owed = power(q, n), 0
    if term < 1e-290:
        term, owed = 1.0, n

    def pay(term: float, owed: int) -> tuple[float, int]:
        s, f = 1, q
        while 2 * s <= owed and f * f > 1e-80:
            s, f = 2 * s, f * f
        return f, s

    return walk(u, (term, owed), pay, lambda k: odds * (n - k + 1), (n * p, n))


def poisson(u: float, rate: float) -> int:
    owed = int(np.floor(rate / 64))
    term = float(np.exp(-(rate - 64 * owed)))
    return walk(u, (term, owed), lambda *_: (math.exp(-64), 1), lambda _: rate, (rate, NEVER))


def walk(
    u: float, first: tuple[float, int], pay: Pay, step: Callable[[int], float], limits: tuple[float, int]
) -> int:
    (term, owed), (mean, end) = first, limits
    total, k = term, 0
    while True:
        while owed and term > 1e-200:
            factor, count = pay(term, owed)
            term, total, owed = term * factor, total * factor, owed - count
        if (not owed and total >= u) or k >= end:
            return k
        k += 1
        # Binomial multiplies by (odds x left) and divides by k; Poisson multiplies by mean / k.
        term *= step(k) / k
        total += term
        if not owed and term < 1e-18 and k > mean:
            return k


# ---- what is known in one outer draw


def drawn(mission: Mission, seed: int, m: int) -> dict[str, float]:
    """Every quantity's value in outer draw m."""
    paths = list(dict.fromkeys(known_as(mission, p) for c in mission.correlations for p in c.between))
    joint: dict[str, float] = {}
    if paths:
        matrix = np.eye(len(paths))
        for c in mission.correlations:
            i, j = (paths.index(known_as(mission, p)) for p in c.between)
            matrix[i, j] = matrix[j, i] = 2 * np.sin(np.pi * c.rank / 6)
        lower = np.linalg.cholesky(matrix)
        z = [float(ndtri(uniform(seed, m, -1, p, 0))) for p in paths]
        for i, path in enumerate(paths):
            total = 0.0
            for j in range(i + 1):
                total += float(lower[i, j]) * z[j]
            joint[path] = float(ndtr(total))
    values = {}
    for path, quantity in mission.quantities.items():
        if path.startswith("mandate.") or quantity.is_known:
            values[path] = float(quantity.at(0.5))
        else:
            name = known_as(mission, path)
            u = joint[name] if name in joint else uniform(seed, m, -1, name, 0)
            values[path] = wider(mission, quantity, float(quantile(quantity, np.array([u]))[0]), path)
    return values


def wider(mission: Mission, quantity: Quantity, value: float, path: str) -> float:
    figure = mission.figures.get("ranges-that-hold")
    if figure is None or figure.value is None or not mission.judgements.widened:
        return value
    if quantity.shape == "choices" or path.startswith("ledger."):
        return value
    basis: list[str] = list(quantity.basis)
    here: Any = mission
    for key in [] if basis else path.split("."):
        if isinstance(here, tuple):
            here = here[int(key)]
        else:
            here = here[key] if isinstance(here, dict) else getattr(here, key)
        basis = list(getattr(here, "basis", ())) or basis
    if any(rests_on_a_source(mission, name, []) for name in basis):
        return value
    f = max(1.0, NormalDist().inv_cdf(0.9) / NormalDist().inv_cdf((1 + figure.value) / 2))
    middle = float(quantity.at(0.5))
    least, greatest = UNITS[quantity.unit].least, UNITS[quantity.unit].greatest
    return min(max(middle + f * (value - middle), least), greatest)


def rests_on_a_source(mission: Mission, name: str, seen: list[str]) -> bool:
    if name.startswith("P:"):
        return True
    statement = mission.ledger.statements[name]
    if statement.attribution == "derived" and name not in seen:
        return any(rests_on_a_source(mission, x, [*seen, name]) for x in statement.basis)
    return statement.attribution in ("named", "unnamed", "official")


def _varies(quantity: Quantity) -> bool:
    return not quantity.is_known or quantity.mean != 0


def known_as(mission: Mission, path: str) -> str:
    """What is drawn for a quantity: offers of one party share their party's luck."""
    if path.startswith("offers."):
        _, offer, name = path.split(".")
        return f"party/{mission.offers[offer].party}/{name}"
    return path


def rounded(x: float) -> int:
    return math.floor(x + 0.5)


def weekly(monthly: float) -> float:
    return float(1 - np.power(np.array([1 - monthly]), 12 / YEAR)[0])


# ---- what is played


@dataclass
class Place:
    """Where one person after the other stands: until when it is taken, since when, and what came of it."""

    slot: str
    number: int
    ends: int = -1
    since: int = 0
    came: bool = False
    lot: float | None = None
    turn: int = -1


@dataclass
class Stay:
    """One person, or local staff on one post."""

    role: str
    site: str
    begins: int
    ends: int
    turn: int
    offer: str = ""
    fresh: bool = True
    sure: bool = False
    not_for: tuple[str, ...] = ()
    away: tuple[int, ...] = ()


@dataclass
class Class:
    """A serial that is planned, waits, runs, or is over."""

    id: str
    course: str
    site: str
    planned: int
    trainees: int
    people: int = 0
    began_with: int = 0
    beside: bool = False
    beyond: bool = False
    taught: int = 0
    frozen: int = 0
    cause: str = "site closed"
    teaches: bool = False
    called: int = 0  # which one it is of those called besides the plan, at its site, of its course


@dataclass
class Counts:
    scalars: dict[str, float] = field(default_factory=dict)
    series: dict[str, list[float]] = field(default_factory=dict)

    def add(self, name: str, amount: float = 1) -> None:
        self.scalars[name] = self.scalars.get(name, 0) + amount


class Future:
    """One replication."""

    def __init__(
        self, mission: Mission, plans: Plans, streams: tuple[int, int, int], weeks: int | None = None
    ) -> None:
        seed, self.n, self.inner = streams
        self.seed, self.mission, self.programme = seed, mission, plans.programme
        self.seasons = self._seasons()
        self.forces, self.timetable = plans.forces, plans.timetable
        self.v = drawn(mission, seed, self.n // self.inner)
        self.weeks = mission.weeks if weeks is None else min(weeks, mission.weeks)
        self.exit = mission.exit_week
        self.out = Counts()
        self.paid: dict[tuple[int, str, str], float] = {}
        self.stocks = self._at_start()
        self.out.add("people.came", sum(self.stocks.values()))
        self.site = {k: "not yet" for k in mission.sites}
        self.paused = False
        self.added: dict[tuple[str, str], int] = {}
        self.finished = {k: NEVER for k in mission.projects}
        self.done = {(k, a): NEVER for k, p in mission.projects.items() for a in p.activities}
        self.progress = dict.fromkeys(self.done, 0.0)
        self.begun: set[tuple[str, str]] = set()
        self.used: dict[str, int] = {}
        self.together = dict.fromkeys(mission.courses, 0)
        self.finished_serials = dict.fromkeys(mission.courses, 0)
        self.staff_left = dict.fromkeys(mission.courses, 1.0)
        self.fails_left = dict.fromkeys(mission.courses, 1.0)
        self.waiting: list[Class] = []
        self.running: list[Class] = []
        self.to_come = self._serials()
        self.under_way = [self._under_way(key) for key in mission.under_way]
        self.begins_in = self._delayed_from_the_start()
        self.held: dict[str, list[Place]] = {}
        self.differs: set[int] = set()
        self.strength = self._strength()
        self.stays = list(self._stays())
        self.goals, self.wants = self._goals_left()
        self.calls = self._calls()
        self.called: dict[tuple[str, str], int] = dict.fromkeys(self.calls, 0)
        self.decides, self.renews, self.decided, self.now = False, False, 0, 0
        self.off: set[int] = set()
        self._plan_ahead()
        self.expected = self.taken
        self.goes_beyond, self.gone_on = False, dict[str, int]()
        self.short: dict[str, float] = dict.fromkeys(self.stocks, 0.0)
        self.until, self.own = dict.fromkeys(self.stocks, 0), dict.fromkeys(self.stocks, 0)
        self.reserved: dict[tuple[str, str | Kind, int], float] = {}
        self.present: dict[Pool, list[int]] = {}
        self.ready: dict[Pool, list[int]] = {}
        self.happened: dict[str, int] = {}
        self.ended_by, self.held_until, self.staying = "", self._waited_for()[1], 1.0
        self._stand()
        self.sent = [{pool: list(n) for pool, n in of.items()} for of in (self.present, self.ready)]

    def u(self, w: int, name: str | int, event: int) -> float:
        return uniform(self.seed, self.n, w, name, event)

    # -- plans

    def _at_start(self) -> dict[str, int]:
        m, v = self.mission, self.v
        found = {f"recruits/{k}": rounded(v[f"recruits.{k}.at_start"]) for k in m.recruits}
        found |= {f"competence/{k}": rounded(v[f"competences.{k}.at_start"]) for k in m.competences}
        found |= {f"hosts/{k}": rounded(v[f"skills.{k}.hosts_at_start"]) for k in m.skills}
        return found | {f"hosts-of/{k}": 0 for k, c in m.courses.items() if c.teaches}

    def _may_start(self, course: str, site: str, w: int) -> bool:
        """Whether the calendar lets it: in a week in which its site alone is closed, the place does not."""
        c, closed = self.mission.courses[course], self.mission.closed_at(site)
        if w in closed:
            return w not in self.mission.closed_weeks
        outside, taught = self.mission.working.outside(course, site), 0
        if not c.may_pause:
            return not any(w + i in closed or w + i in outside for i in range(c.length))
        while outside and taught < c.length:
            if w in outside:
                return False
            taught += w not in closed
            w += 1
        return True

    def _serials(self) -> list[Class]:
        made = []
        planned: list[tuple[Serial, int | None]] = []
        if self.timetable is not None:
            planned = [(s, s.start) for s in self.timetable.serials]
        else:
            for s in serials_of(self.programme, self.mission):
                start = s.earliest
                while start < self.mission.weeks and not self._may_start(s.course, s.site, start):
                    start += 1
                planned.append((s, start if start < self.mission.weeks else s.earliest))
        for s, week in planned:
            if week is None:
                self.out.add("serials_not_planned")
            elif week < self.mission.weeks and s.trainees > 0:
                made.append(Class(s.id, s.course, s.site, week, s.trainees))
        return sorted(made, key=lambda c: (c.planned, -self.mission.courses[c.course].priority))

    def _under_way(self, key: str) -> Class:
        one = self.mission.under_way[key]
        people = rounded(self.v[f"under_way.{key}.trainees"])
        self.out.add("people.came", people)
        self.out.add(f"attended.{one.course}", people)
        taught = self.lasts(one.course) - one.weeks_left
        return Class(f"under-way/{key}", one.course, one.site, NEVER, 0, people, taught=taught, teaches=True)

    def _stays(self) -> Iterator[Stay]:
        """Everybody who comes, one by one."""
        for stay, slot, tour in self._people_planned():
            if slot is None:
                yield stay
            else:
                yield from self._settled(stay, slot, tour)

    def _people_planned(self) -> Iterator[tuple[Stay, str | None, int]]:
        """Everybody planned, one by one, with the slot of the places they take and their tour."""
        if self.forces is not None:
            yield from self._stints(self.forces)
        for post in sorted(self.programme.posts, key=lambda p: (p.rotation, p)):
            begins = post.rotation * self.programme.rotation_weeks
            ends = min(begins + self.programme.rotation_weeks, self.mission.exit_week)
            local = self.mission.roles[post.role].local
            if begins >= ends or (not local and self.forces is not None):
                continue
            for _ in range(post.people):
                stay = Stay(post.role, post.site, begins, ends, begins, fresh=not local, sure=local)
                yield stay, None if local else f"posts/{post.role}/{post.site}", 0

    def _stints(self, forces: ForcePlan) -> Iterator[tuple[Stay, str, int]]:
        lines = {line.id: line for line in forces.lines}
        t, first = self.mission.tours.weeks, {key: self._first_like(key) for key in self.mission.offers}
        for stint in sorted(forces.stints, key=lambda s: (s.begins, s.ends, first[s.offer], s.line)):
            line, offer = lines[stint.line], self.mission.offers[stint.offer]
            first_turn = max(0, self.mission.whole_weeks(offer.begins, offer.ends)[0]) // t
            sure = offer.state == "arrived" and stint.begins < (first_turn + 1) * t
            for _ in range(stint.people):
                ends = min(stint.ends, self.mission.exit_week)
                stay = Stay(
                    *(line.role, line.site, stint.begins, ends, line.opens, stint.offer),
                    sure=sure,
                    not_for=offer.not_for,
                    away=tuple(sorted(self.mission.working.away(offer.party, line.site))),
                )
                yield stay, f"offer/{first[stint.offer]}/{line.site}", offer.tour or t

    def _first_like(self, offer: str) -> str:
        """The first offer whose row differs in nothing but id, people and basis."""

        def said(key: str) -> dict[str, object]:
            row = self.mission.offers[key].model_dump(exclude={"people", "basis", "honoured", "late"})
            for name in ("honoured", "late"):
                quantity = getattr(self.mission.offers[key], name)
                row[name] = (quantity.shape, quantity.numbers, quantity.weights)
            return row

        return next(key for key in self.mission.offers if said(key) == said(offer))

    def _settled(self, stay: Stay, slot: str, tour: int) -> Iterator[Stay]:
        """The person, if he or she comes, on the place that is hers; lateness is settled."""
        places = self.held.setdefault(slot, [])
        free = [p for p in places if p.ends <= stay.begins]
        just_left = [p for p in free if p.ends == stay.begins]
        stay_on = [p for p in just_left if stay.ends - p.since <= tour]
        place = next(iter([*stay_on, *just_left, *free]), None)
        if place is None:
            place = Place(slot, len(places))
            places.append(place)
        stay.fresh = place not in stay_on
        relieves = place in just_left and place.came
        place.ends, place.since = stay.ends, stay.begins if stay.fresh else place.since
        chance, late = self._of_offer(stay.offer) if stay.offer else self._on_average(stay.role)
        if stay.sure:
            place.came, place.lot, place.turn = True, 0.0, stay.turn
        elif stay.fresh:
            self._draw(place, stay.turn)
            assert place.lot is not None
            place.came = place.lot < chance
        late = 0 if stay.sure or relieves else late
        planned, stay.begins = max(stay.begins, self.begins_in), stay.begins + late
        comes = max(stay.begins, self.begins_in)
        if comes > planned or not place.came:
            self.differs |= {planned, comes} if place.came else {planned}
        if place.came:
            yield stay

    def _draw(self, place: Place, turn: int) -> None:
        u, kept = self.u(turn, place.slot, 9 + place.number), self.v["reliability.followed"]
        if place.lot is None:
            place.lot = u
        elif place.turn != turn and u >= kept:
            place.lot = (u - kept) / (1 - kept)
        place.turn = turn

    def _of_offer(self, offer: str) -> tuple[float, int]:
        party, honoured = self.mission.offers[offer].party, self.v[f"offers.{offer}.honoured"]
        u = uniform(self.seed, self.n // self.inner, -1, f"party/{party}", 0)
        common = self.v["reliability.parties_differ"] / max(1.0, self.v[f"parties.{party}.how_many"])
        with np.errstate(divide="ignore"):
            z = (ndtri(honoured) - np.sqrt(common) * ndtri(u)) / np.sqrt(1 - np.float64(common))
        return float(ndtr(z)), rounded(self.v[f"offers.{offer}.late"])

    def _on_average(self, role: str) -> tuple[float, int]:
        offers = {k: o.people for k, o in self.mission.offers.items() if o.role == role}
        if not offers:
            return 1.0, 0
        total = sum(offers.values())
        chance = sum(p * self._of_offer(k)[0] for k, p in offers.items()) / total
        late = sum(p * self.v[f"offers.{k}.late"] for k, p in offers.items()) / total
        return chance, rounded(late)

    def _stand(self) -> None:
        command = self.mission.command
        lost = self.v[f"commands.{command}.weeks_lost"] if command else 0.0
        overlap = rounded(self.v["tours.handover"] + lost)
        for stay in self.stays:
            pool = (stay.site, stay.role, stay.not_for, stay.away)
            present = self.present.setdefault(pool, [0] * self.weeks)
            ready = self.ready.setdefault(pool, [0] * self.weeks)
            begins = max(stay.begins, self.begins_in)
            for w in range(begins, min(stay.ends, self.weeks)):
                present[w] += 1
                takes_over = stay.fresh and stay.turn > 0  # in the first rotation nobody was there before
                ready[w] += w >= max(begins, stay.begins + overlap * takes_over)

    def pay(self, w: int, what: str, key: str, times: float = 1) -> None:
        """Note what is paid for in a week: how often, of what."""
        year = self.mission.date_of(w).year
        self.paid[year, what, key] = self.paid.get((year, what, key), 0.0) + times

    def foreign_at(self, w: int, site: str | None = None) -> int:
        return sum(
            people[w]
            for (s, role, *_), people in self.present.items()
            if not self.mission.roles[role].local and site in (None, s)
        )

    # -- events

    def _waited_for(self) -> tuple[str | None, int]:
        """The event that must be settled before the mission begins, and the week in which it is known."""
        question = self.mission.mandate.open.get(self.mission.waits_for or "")
        if question is None or question.can_learn_by is None:
            return None, 0
        return question.event, max(
            0, math.ceil((question.can_learn_by - self.mission.mission.starts).days / 7)
        )

    def _week(self, key: str) -> int:
        event, known = self._waited_for()
        if key == event:
            return known
        day = self.mission.events[key].on
        return NEVER if day is None else max(0, math.ceil((day - self.mission.mission.starts).days / 7))

    def _comes_true(self, key: str) -> bool:
        u = uniform(self.seed, self.n // self.inner, -1, f"event/{key}", 0)
        return u < self.v[f"events.{key}.chance"]

    def _delayed_from_the_start(self) -> int:
        weeks = [self._waited_for()[1]]
        for key, event in self.mission.events.items():
            if event.chance is not None and self._week(key) == 0 and event.effect == "delays":
                weeks.append(rounded(self.v[f"events.{key}.weeks"]) if self._comes_true(key) else 0)
        return min(self.exit, max(weeks))

    def events(self, w: int) -> None:
        for key, event in self.mission.events.items():
            if key in self.happened or w >= self.exit or not self._happens(key, w):
                continue
            self.happened[key] = w
            self.decides = self.renews = True
            if event.effect == "ends":
                notice = 0 if key == self._waited_for()[0] else rounded(self.v[f"events.{key}.notice"])
                ends = w + notice
                if ends < self.exit:
                    self.exit, self.ended_by = ends, key
            elif event.effect == "delays":
                self.held_until = max(self.held_until, w + rounded(self.v[f"events.{key}.weeks"]))
            else:
                self.staying *= self.v[f"events.{key}.stays"]
                self._send_home(w, self.staying)
        if w == self.exit and w < self.mission.exit_week:
            self._send_home(w, None)
        if 0 < w == self.held_until:
            self.decides = self.renews = True

    def _happens(self, key: str, w: int) -> bool:
        event = self.mission.events[key]
        if event.per_year is not None:
            rate = self.v[f"events.{key}.per_year"] / YEAR
            return self.u(w, f"event/{key}", 1) < float(-np.expm1(np.array([-rate]))[0])
        if w != self._week(key):
            return False
        if event.chance is not None:
            return self._comes_true(key)
        passed = sum(self.out.scalars.get(f"graduates.{c}", 0) for c in event.graduates_of)
        found = self.units(w)[event.units_of] if event.units_of else passed
        return found < (event.fewer_than or 0)

    def _send_home(self, w: int, staying: float | None) -> None:
        """Of each foreign pool a share stays from a week on; with None everybody leaves."""
        for now, sent in zip((self.present, self.ready), self.sent, strict=True):
            for pool, people in sent.items():
                for v in range(w, self.weeks):
                    if staying is None:
                        now[pool][v] = 0
                    elif not self.mission.roles[pool[1]].local:
                        now[pool][v] = rounded(people[v] * staying)

    # -- the week

    def play(self) -> Counts:
        for w in range(self.weeks):
            self.week(w)
        self.read(self.weeks)
        self.sum_up()
        return self.out

    def week(self, w: int) -> None:
        self.now = w
        self.events(w)
        self.read(w)
        self.places(w)
        self.people(w)
        self.free_up(w)
        self.projects(w)
        self.notice(w)
        teaching = w not in self.mission.closed_weeks
        if teaching:
            self._keep_holidays(w)
            self.running = [c for c in self.running if self.goes_on(c, w)]
            self.decide(w)
            self.starts(w)
            self.call_more(w)
        self.sites_in_use(w)
        if teaching:
            self.under_way = [c for c in self.under_way if w in self._shut(c.site) or not self.ends(c, w)]
            self.running = [c for c in self.running if not self.ends(c, w)]

    def _keep_holidays(self, w: int) -> None:
        for pool in self.free:
            self.free[pool] *= w not in pool[3]

    def places(self, w: int) -> None:
        m = self.mission
        u = self.u(w, "mission", 1)
        stops, resumes = self._stops(m.pauses is not None, "pauses")
        self.paused = w < self.exit and (u >= resumes if self.paused else u < stops)
        for key, project in m.projects.items():
            if self.finished[key] == w:
                for place, things in project.effects.adds.items():
                    for thing, number in things.items():
                        self.added[place, thing] = self.added.get((place, thing), 0) + number
        for key, site in m.sites.items():
            u = self.u(w, f"site/{key}", 1)
            before = self.site[key]
            closes, reopens = self._stops(site.closures is not None, f"sites.{key}.closures")
            shut = self._shut(key)
            if self.site[key] == "not yet":
                gates = [self.finished[p] for p, x in m.projects.items() if key in x.effects.opens]
                if w >= self._opening(key) and all(week <= w for week in gates) and w not in shut:
                    self.site[key] = "open"
            elif w in shut or w - 1 in shut:
                self.site[key] = "closed" if w in shut else "open"
            elif self.site[key] == "open":
                self.site[key] = "closed" if u < closes else "open"
            else:
                self.site[key] = "open" if u < reopens else "closed"
            opened = before == "not yet" and self.site[key] != before
            self.decides, self.renews = self.decides or opened, self.renews or opened

    def _shut(self, key: str) -> frozenset[int]:
        return self.mission.closed_at(key) - self.mission.closed_weeks

    def _stops(self, some: bool, path: str) -> tuple[float, float]:
        if not some:
            return 0.0, 1.0
        weeks = self.v[f"{path}.weeks"]
        chance = float(-np.expm1(np.array([-self.v[f"{path}.per_year"] / YEAR]))[0])
        return chance if weeks > 0 else 0.0, 1 / max(1.0, weeks)

    def _opening(self, site: str) -> float:
        if self.mission.sites[site].opens is None:
            return 0
        day = self.v[f"sites.{site}.opens"]
        return max(0, math.ceil((day - self.mission.mission.starts.toordinal()) / 7 - 1e-9))

    def people(self, w: int) -> None:
        for key in self.stocks:
            share = self._leaves(key)
            gone = binomial(self.u(w, key, 2), self.stocks[key], share)
            self.stocks[key] -= gone
            self.out.add("people.gone", gone)
            if key.startswith("recruits/"):
                rate = self._intake(key[9:], w)
                came = poisson(self.u(w, key, 3), rate) if rate > 0 else 0
                self.stocks[key] += came
                self.out.add("people.came", came)

    def _intake(self, key: str, w: int) -> float:
        """Recruits expected in a week of this future."""
        m, pool, path = self.mission, self.mission.recruits[key], f"recruits.{key}"
        if not pool.later and self.v[f"{path}.grows"] == self.v[f"{path}.years_differ"] == 0:
            return self.v[f"{path}.a_year"] / YEAR
        first = max(s for s in self.seasons if s <= w)
        ends = min([s for s in self.seasons if s > w], default=m.weeks)
        day = m.mission.starts + dt.timedelta(weeks=first)
        begun = [n for n, x in enumerate(pool.later) if x.begins <= day]
        latest = max(begun, key=lambda n: (pool.later[n].begins, n), default=None)
        a_year = self.v[f"{path}.a_year" if latest is None else f"{path}.later.{latest}.a_year"]
        grown = float(np.power(np.array([1 + self.v[f"{path}.grows"]]), (first + ends) / 2 / YEAR)[0])
        return a_year * grown * self._year(key, int(first / YEAR)) / YEAR

    def _seasons(self) -> list[int]:
        m = self.mission
        uneven = [
            p for p in m.recruits.values() if p.later or any(_varies(q) for q in (p.grows, p.years_differ))
        ]
        days = [x.begins for p in uneven for x in p.later]
        weeks = {math.ceil((day - m.mission.starts).days / 7) for day in days}
        weeks |= {w for w in range(1, m.weeks) if uneven and int(w / YEAR) > int((w - 1) / YEAR)}
        return sorted({0} | {w for w in weeks if 0 < w < m.weeks})

    def _year(self, key: str, year: int) -> float:
        differ, last = self.v[f"recruits.{key}.years_differ"], self.v[f"recruits.{key}.years_last"]
        z = 0.0
        for y in range(year + 1):
            u = uniform(self.seed, self.n // self.inner, -1, f"recruits/{key}/year/{y}", 0)
            fresh = float(ndtri(u))
            z = last * z + float(np.sqrt(1 - last * last)) * fresh if y else fresh
        return float(np.exp(np.array([differ * z - differ * differ / 2]))[0])

    def _leaves(self, stock: str) -> float:
        kind, key = stock.split("/")
        if kind == "recruits":
            return weekly(self.v[f"recruits.{key}.leaves"])
        if kind == "competence":
            return weekly(self.v[f"competences.{key}.leaves"])
        skills = [key] if kind == "hosts" else self.mission.courses[key].teaches
        return weekly(max(self.v[f"skills.{skill}.hosts_leave"] for skill in skills))

    def free_up(self, w: int) -> None:
        self.free = {pool: self._after_leave(pool, people[w]) for pool, people in self.present.items()}
        self.free_hosts = dict(self.stocks)
        self.rooms = {
            (s, f): float(site.facilities.get(f, 0) + self.added.get((s, f), 0))
            for s, site in self.mission.sites.items()
            for f in self._facilities()
        }

    def _facilities(self) -> set[str]:
        names = {f for site in self.mission.sites.values() for f in site.facilities}
        names |= {f for (_, f) in self.added}
        return names | {f for c in self.mission.courses.values() for p in c.phases for f in p.uses}

    def _after_leave(self, pool: Pool, people: int) -> int:
        leave = 0.0 if self.timetable is not None else self.v["tours.leave"]  # which it has placed
        share = max(0.0, 1 - leave / self.mission.tours.weeks)
        return people if self.mission.roles[pool[1]].local else math.floor(people * share + 0.5)

    # -- claiming people

    def _order(self, skills: Sequence[str]) -> list[str]:
        roles = self.mission.roles.values()
        return sorted(skills, key=lambda k: (self._aside(k), sum(k in r.skills for r in roles)))

    def _aside(self, skill: str) -> bool:
        holders = [r for r in self.mission.roles.values() if skill in r.skills]
        return bool(holders) and all(r.local for r in holders)

    def claim(
        self, skill: str, site: str, course: str | None, need: tuple[int, int], hosts: bool
    ) -> tuple[int, int]:
        """Take people; give (all, those who are no hosts)."""
        people, foreign = need
        roles = self.mission.roles
        sites, names = list(self.mission.sites), list(roles)
        pools = [p for p in self.free if p[0] == site and skill in roles[p[1]].skills and course not in p[2]]
        pools.sort(key=lambda p: (len(roles[p[1]].skills), sites.index(p[0]), names.index(p[1]), *p[2:]))
        abroad = [p for p in pools if not roles[p[1]].local]
        sent = self._take(self.free, abroad, foreign)
        rest = people - foreign
        local = self._take(self.free, [p for p in pools if roles[p[1]].local], rest)
        own = self._take(self.free_hosts, self._host_stocks(skill), rest - local) if hosts else 0
        sent += self._take(self.free, abroad, rest - local - own)
        return sent + local + own, sent + local

    def _host_stocks(self, skill: str) -> list[str]:
        held: dict[str, tuple[str, ...]] = {f"hosts/{k}": (k,) for k in self.mission.skills}
        held |= {f"hosts-of/{k}": c.teaches for k, c in self.mission.courses.items() if c.teaches}
        return sorted((s for s in held if skill in held[s]), key=lambda s: len(held[s]))

    @staticmethod
    def _take(free: dict, keys: Sequence, most: int) -> int:  # type: ignore[type-arg]
        got = 0
        for key in keys:
            took = min(free[key], most - got)
            free[key] -= took
            got += took
        return got

    def staffed(self, c: Class, phase: Phase, trainees: int, w: int, share: float) -> bool:
        """Claim a phase's people; all or nothing."""
        before = dict(self.free), dict(self.free_hosts)
        ours = 0
        for skill in self._order(list(phase.instructors)):
            if self._aside(skill) and not ours:
                continue
            people = self._crew(c.course, phase.instructors[skill], trainees)
            least = 0.0 if self._aside(skill) else self._foreign_share(c.course, w)
            need = (people, math.ceil(least * people - 1e-9))
            hosts = self.mission.sites[c.site].in_country
            got, sent = self.claim(skill, c.site, c.course, need, hosts)
            ours += sent
            if got < share * people - 1e-9:
                self.free, self.free_hosts = before
                return False
        return True

    @staticmethod
    def _people(need: Need, trainees: int, one_for: float) -> int:
        if trainees <= 0:
            return 0
        return need.people if need.people is not None else math.ceil(trainees / one_for - 1e-9)

    def _crew(self, course: str, need: Need, trainees: int) -> int:
        return self._people(need, trainees, self._one_for(course, need))

    def _one_for(self, course: str, need: Need) -> float:
        """Trainees whom one instructor teaches now."""
        if need.one_per is None:
            return 1.0
        drawn = self.v[self._path_of(course, need)]
        return max(min(1.0, need.one_per.low), drawn) / self.staff_left[course]

    def _path_of(self, course: str, need: Need) -> str:
        c = self.mission.courses[course]
        for skill, one in c.instructors.items():
            if one is need:
                return f"courses.{course}.instructors.{skill}.one_per"
        for n, phase in enumerate(c.in_phases):
            for skill, one in phase.instructors.items():
                if one is need:
                    return f"courses.{course}.in_phases.{n}.instructors.{skill}.one_per"
        raise AssertionError("a need stands in a course or in one of its phases")

    def over(self, site: str | None, begins: int, weeks: int) -> int:
        """The week after so many teaching weeks at a site, or of the calendar alone."""
        closed = self.mission.closed_at(site) if site else self.mission.closed_weeks
        while weeks > 0:
            weeks -= begins not in closed
            begins += 1
        return begins

    def latest(self, end: int, weeks: int) -> int:
        """The last week in which so many teaching weeks of the calendar begin that are over by then."""
        while weeks > 0:
            end -= 1
            weeks -= end not in self.mission.closed_weeks
        return end

    def lasts(self, course: str) -> int:
        """Teaching weeks of a course in this future."""
        c = self.mission.courses[course]
        if c.weeks is None or c.weeks.is_known:
            return c.length
        return max(1, rounded(self.v[f"courses.{course}.weeks"]))

    def _passes(self, course: str) -> float:
        passes = self.v[f"courses.{course}.passes"]
        return passes if not self._has_learnt(course) else 1 - (1 - passes) * self.fails_left[course]

    def _has_learnt(self, course: str) -> bool:
        found = self.mission.courses[course].learns or self.mission.learns
        return found is not None and self.finished_serials[course] > found.held_before

    def learn(self, course: str) -> None:
        """One more serial of a course is over: at 2, 4, 8 times the number of the first one it improves."""
        self.finished_serials[course] += 1
        own, common = self.mission.courses[course].learns, self.mission.learns
        learns = own or common
        if learns is None:
            return
        path = f"courses.{course}.learns" if own else "learns"
        times = (1 + learns.held_before + self.finished_serials[course]) / (1 + learns.held_before)
        if times in (2.0**k for k in range(1, 40)):
            self.decides = self.renews = True
            staff, fails = self.v[f"{path}.instructors"], self.v[f"{path}.fails"]
            self.staff_left[course] = max(learns.at_least, self.staff_left[course] * staff)
            self.fails_left[course] = max(learns.at_least, self.fails_left[course] * fails)

    def _foreign_share(self, course: str, w: int) -> float:
        alone = any(
            course in p.effects.hosts_teach_alone and self.finished[k] <= w
            for k, p in self.mission.projects.items()
        )
        after = self.mission.hosts_teach_alone.after
        shown = after is not None and self.together[course] >= after
        return 0.0 if alone or shown else self._asked_of(course)

    def _asked_of(self, course: str) -> float:
        """The share of foreigners that a course asks for, of skills that not only local roles hold."""
        skills = self._main_skills(course)
        return self.v[f"courses.{course}.foreign_at_least"] if skills else 0.0

    def _main_skills(self, course: str) -> set[str]:
        needed = {skill for phase in self.mission.courses[course].phases for skill in phase.instructors}
        return {skill for skill in needed if not self._aside(skill)}

    def _hosts_stand(self, c: Class) -> bool:
        """Whether the host has an instructor of each skill of a course that is held in its country."""
        stocks = (self._host_stocks(skill) for skill in self._main_skills(c.course))
        there = all(any(self.stocks[s] for s in held) for held in stocks)
        return there and self.mission.sites[c.site].in_country

    # -- projects

    def projects(self, w: int) -> None:
        if w >= self.exit or self.paused:
            return
        for key, project in self.mission.projects.items():
            waits = not project.carried_out or any(self.finished[p] > w for p in project.after)
            if self.finished[key] == NEVER and not waits:
                for name in project.activities:
                    self._work(key, name, w)
                ends = [self.done[key, name] for name in project.activities]
                self.finished[key] = max([w + 1, *ends])

    def _work(self, key: str, name: str, w: int) -> None:
        activity = self.mission.projects[key].activities[name]
        early = w < self._planned(key, name) or any(self.done[key, a] > w for a in activity.after)
        held = w < self.held_until and self.progress[key, name] == 0
        if self.done[key, name] != NEVER or early or held:
            return
        share = 1.0
        for skill in self._order([k for k, n in activity.advisers.items() if n > 0]):
            need = activity.advisers[skill]
            got, _ = self.claim(skill, activity.site or self.mission.headquarters, None, (need, 0), False)
            share = min(share, got / need)
        self.progress[key, name] += share
        if share > 0:
            if (key, name) not in self.begun:
                self.pay(w, "activity", f"{key}.activities.{name}")
            self.begun.add((key, name))
        if self.progress[key, name] >= self.v[f"projects.{key}.activities.{name}.weeks"] - 1e-9:
            self.done[key, name] = w + 1

    def _planned(self, key: str, name: str) -> int:
        if self.timetable is not None:
            starts = [a.start for a in self.timetable.activities if (a.project, a.activity) == (key, name)]
        else:
            weeks = self.programme.period_weeks
            starts = [
                a.period * weeks for a in self.programme.activities if (a.project, a.activity) == (key, name)
            ]
        return starts[-1] if starts and starts[-1] is not None else NEVER

    # -- serials

    def in_place(self, course: str, site: str, w: int) -> str:
        if self.site[site] == "closed":
            return "site closed"
        if self.site[site] == "not yet":
            return "site not open"
        if self.paused:
            return "mission paused"
        return "after exit" if w >= self.exit and self._needs_mission(course, site, w) else ""

    def _needs_mission(self, course: str, site: str, w: int) -> bool:
        """Whether a course cannot go on at a site without the mission."""
        return not self.mission.sites[site].in_country or self._foreign_share(course, w) > 0

    def phase(self, c: Class) -> Phase:
        left, phases = c.taught, self.mission.courses[c.course].phases
        for phase in phases:
            if left < phase.weeks:
                return phase
            left -= phase.weeks
        return phases[-1]

    def has_rooms(self, c: Class, phase: Phase) -> bool:
        return all(self.rooms[c.site, f] >= amount - 1e-9 for f, amount in phase.uses.items())

    def take_rooms(self, c: Class, phase: Phase) -> None:
        for f, amount in phase.uses.items():
            self.rooms[c.site, f] -= amount

    def goes_on(self, c: Class, w: int) -> bool:
        phase, cause = self.phase(c), self.in_place(c.course, c.site, w)
        if not cause and not self.has_rooms(c, phase):
            cause = "rooms"
        if not cause:
            self.take_rooms(c, phase)
            if not self.staffed(c, phase, c.began_with, w, 0.7):
                cause = "instructors"
        c.teaches = not cause
        if not cause:
            return True
        c.frozen += 1
        self.out.add(f"waited.{cause}")
        if c.frozen <= 13 and cause != "after exit":
            return True
        self.back(c.course, c.people)
        c.people = 0
        self.out.add("serials_held", -1)
        self.out.add(f"lost.{cause}")
        return False

    def source(self, course: Course) -> str | None:
        if not course.after:
            return f"recruits/{course.recruits}" if course.recruits else None
        last = self.mission.courses[course.after[-1]]
        return f"competence/{last.grants}" if last.grants else self.source(last)

    def back(self, course: str, people: int) -> None:
        source = self.source(self.mission.courses[course])
        if source is None:
            self.out.add("people.gone", people)
        else:
            self.stocks[source] += people

    def starts(self, w: int) -> None:
        for pool, people in self.ready.items():
            self.free[pool] = min(self.free[pool], self._after_leave(pool, people[w]))
        still: list[Class] = []
        looked_at = self.waiting
        for n, c in enumerate(looked_at):
            self.waiting = still + looked_at[n:]
            if self.begins(c, w):
                continue
            if w - c.planned >= 13:
                self.out.add(f"lost.{c.cause}")
            else:
                still.append(c)
        self.waiting = still

    def begins(self, c: Class, w: int) -> bool:
        if not self._may_start(c.course, c.site, w):
            return False
        least = min(self.mission.courses[c.course].seats.least, c.trainees)
        cause, people = self.obstacle(c, c.trainees, w), c.trainees
        if not cause:
            people = self.filled(c, w)
        elif cause in ("instructors", "trainees", "rooms") and w - c.planned >= 4:
            cause = self.obstacle(c, least, w)
            sizes = range(c.trainees - 1, least, -1)
            people = next((n for n in sizes if not cause and not self.obstacle(c, n, w)), least)
        if cause:
            c.cause = cause
            self.out.add(f"waited.{cause}")
            return False
        self.start(c, people, w)
        return True

    def no_time(self, c: Class, w: int) -> str:
        """A cause that lies in the place, in a delay, or in an end announced that would break it off."""
        cause, ends = self.in_place(c.course, c.site, w), self.over(c.site, w, self.lasts(c.course))
        if not cause and w < min(self.held_until, self.exit):
            return "mission paused"
        if not cause and self.ended_by and w < self.exit < ends and self._needs_mission(c.course, c.site, w):
            return "after exit"
        return cause

    def obstacle(self, c: Class, people: int, w: int) -> str:
        cause, phase = self.no_time(c, w), self.phase(c)
        if cause:
            return cause
        before = dict(self.free), dict(self.free_hosts)
        staffed = self.staffed(c, phase, people, w, 1.0)
        self.free, self.free_hosts = before
        if not staffed:
            return "instructors"
        source = self.source(self.mission.courses[c.course])
        if source is not None and self.stocks[source] < people:
            return "trainees"
        beds = self.mission.sites[c.site].beds
        there = self.foreign_at(w, c.site) + sum(r.people for r in self.running if r.site == c.site)
        if beds is not None and there + people > beds + self.added.get((c.site, "beds"), 0):
            return "rooms"
        return "" if self.has_rooms(c, phase) else "rooms"

    def start(self, c: Class, people: int, w: int) -> None:
        source = self.source(self.mission.courses[c.course])
        if source is None:
            self.out.add("people.came", people)
        else:
            self.stocks[source] -= people
        self.take_rooms(c, self.phase(c))
        self.staffed(c, self.phase(c), people, w, 1.0)
        c.people = c.began_with = people
        c.teaches = True
        c.beside = self._hosts_stand(c)
        c.beyond = w >= self.exit and self._asked_of(c.course) > 0
        self.running.append(c)
        self.out.add("serials_held")
        self.out.add(f"attended.{c.course}", people)
        self.out.add("serials_late", w > c.planned)
        self.out.add("serials_thinned", people < c.trainees)
        beyond = " beyond" if w >= self.exit else ""
        if not beyond:
            self.pay(w, "serial", c.course)
            self.pay(w, "trainee", c.course, people)
        self.out.add(f"serials{beyond}.{c.course}")
        self.out.add(f"trainees{beyond}.{c.course}", people)

    # -- the mission reacts

    def _goals_left(self) -> tuple[list[int], dict[tuple[int, str], int]]:
        wants: dict[tuple[int, str], int] = {}
        for key, capability in self.mission.capabilities.items():
            by_week = [(self.mission.week_of(day), n) for day, n in capability.wanted.items()]
            by_week.append((self.mission.floor_week - 1, capability.floor_after_exit))
            for week, units in by_week:
                at = (min(max(week + 1, 0), self.mission.weeks), key)
                if units > 0:
                    wants[at] = max(units, wants.get(at, 0))
        goes_on = {self.exit_boundary} if wants and self.mission.policy.beyond_targets else set()
        return sorted({b for b, _ in wants} | goes_on), wants

    @property
    def exit_boundary(self) -> int:
        return min(self.mission.exit_week, self.mission.weeks)

    def _calls(self) -> list[tuple[str, str]]:
        m = self.mission
        if m.policy.reacts == "never":
            return []
        worth = {}
        for key in m.competences:
            found = [0.0]
            for cap in m.capabilities.values():
                most = max([cap.floor_after_exit, *cap.wanted.values()])
                if most and cap.made_of.get(key, 0):
                    found.append(cap.priority / (most * cap.made_of[key]))
            worth[f"competence/{key}"] = max(found)
        of_course = {}
        for key in self._from_last():
            c = m.courses[key]
            if c.grants is None:
                continue
            work = sum(
                p.weeks * self._people(n, c.seats.most, n.one_per.mean if n.one_per else 1.0)
                for p in c.phases
                for n in p.instructors.values()
            )
            each = worth[f"competence/{c.grants}"] * (1 - c.drops_out.mean) ** c.length * c.passes.mean
            each = each * (1 - c.teaches_on.mean) * m.competences[c.grants].posted.mean
            of_course[key] = each * c.seats.most / max(1, work)
            source = self.source(c)
            if source in worth:
                worth[source] = max(worth[source], each)
        courses, sites = list(m.courses), list(m.sites)
        rows = [
            (-of_course[c], courses.index(c), sites.index(s))
            for c, course in m.courses.items()
            if course.held and of_course.get(c, 0) > 0
            for s in set(course.sites)
        ]
        return [(courses[c], sites[s]) for _, c, s in sorted(rows)]

    def _from_last(self) -> list[str]:
        """Courses, each before those whose graduates it takes."""
        left, found = list(self.mission.courses), []
        while left:
            taken = {self.source(self.mission.courses[key]) for key in left}
            granted = {key: self.mission.courses[key].grants for key in left}
            free = [key for key in left if not granted[key] or f"competence/{granted[key]}" not in taken]
            found += free or left
            left = [key for key in left if key not in found]
        return found

    def _strength(self) -> dict[tuple[str, Kind, int], int]:
        found: dict[tuple[str, Kind, int], int] = {}
        for stay, _, _ in self._people_planned():
            skills = self.mission.roles[stay.role].skills
            groups = {k for skill in skills for k in (frozenset({skill}), self._group(skill))}
            local = self.mission.roles[stay.role].local
            for kind in [(k, f) for k in groups for f in ((False,) if local else (False, True))]:
                for w in set(range(stay.begins, stay.ends)) - set(stay.away):
                    at = (stay.site, kind, w)
                    found[at] = found.get(at, 0) + 1
        return found

    def kept(self, stock: str, people: float, weeks: int) -> float:
        return people * power(1 - self._leaves(stock), weeks) if weeks >= 0 else 0.0

    def notice(self, w: int) -> None:
        self.decides = self.decides or w % self.mission.tours.weeks == 0 or w in self.differs
        self.renews = self.renews or w % self.mission.tours.weeks == 0
        if w and w in self.seasons:
            self.decides = True

    def decide(self, w: int) -> None:
        come = [c for c in self.to_come if c.planned <= w]
        self.waiting += come
        self.to_come = [c for c in self.to_come if c.planned > w]
        self.out.add("serials_called_off", 0)
        if self.mission.policy.reacts == "never":
            return
        for c in come:
            self.foresee(c, -1)
        if self.decides and w < self.exit:
            self.decides, self.off = False, set()
            self.look_ahead(w)
            self.count_short(w)
            self.call_off(w)
            if self.off:
                self.count_short(w)
        gone = [c for c in self.waiting if id(c) in self.off]
        self.out.add("serials_called_off", len(gone))
        self.waiting = [c for c in self.waiting if id(c) not in self.off]
        if self.renews and w < self.exit:
            self.renews, self.decided, self.reserved = False, w, {}
            for c in self.running:
                self.reserve(c, c.began_with, w)
            for c in self.waiting:
                self.reserve(c, c.trainees, w)
            for c in self.to_come:
                if id(c) not in self.off:
                    self.reserve(c, c.trainees, c.planned)

    def look_ahead(self, w: int) -> None:
        self.expected = {k: [-people for people in e] for k, e in self.taken.items()}
        for key, e in self.ending.items():
            stock = self.grants(key)
            for t, people in enumerate(e if stock else []):
                self.expected[stock or ""][t] += people * self.posted(key, self.lasts(key))
        for k, n in self.stocks.items():
            self.arrive(self.expected, k, n, w, w)
        for c in self.running:
            self.expect_class(c, w)
        for c in self.under_way:
            self.expect_class(c, w)
        for c in self.waiting:
            source, length = self.source(self.mission.courses[c.course]), self.lasts(c.course)
            self.arrive(self.expected, source, -c.trainees, w, w)
            posted = c.trainees * self.posted(c.course, length)
            self.arrive(self.expected, self.grants(c.course), posted, self.over(c.site, w, length), w)
        ahead = [t for t, b in enumerate(self.goals) if b > w]
        for k, e in self.expected.items():
            for t in ahead[1:]:
                e[t] += e[t - 1] * self.kept(k, 1.0, self.goals[t] - self.goals[t - 1])

    def expect_class(self, c: Class, w: int) -> None:
        left = self.lasts(c.course) - c.taught
        posted = c.people * self.posted(c.course, left)
        self.arrive(self.expected, self.grants(c.course), posted, self.over(c.site, w, left), w)

    def _plan_ahead(self) -> None:
        """What all planned serials take and bring, at the first goal at which it counts."""
        self.taken = {k: [0.0] * len(self.goals) for k in self.stocks}
        self.ending = {k: [0.0] * len(self.goals) for k in self.mission.courses}
        for c in self.to_come:
            self.foresee(c, 1)

    def foresee(self, c: Class, sign: int) -> None:
        """Reckon with a serial that is still to come, or no longer."""
        people, ends = sign * c.trainees, self.over(c.site, c.planned, self.lasts(c.course))
        source, stock = self.source(self.mission.courses[c.course]), self.grants(c.course)
        for t, b in enumerate(self.goals):
            if source is not None and b > c.planned:
                self.taken[source][t] += self.kept(source, people, b - c.planned)
                break
        for t, b in enumerate(self.goals):
            if stock is not None and b >= ends:
                self.ending[c.course][t] += self.kept(stock, people, b - ends)
                break

    def call_off(self, w: int) -> None:
        """Call off serials whose graduates serve nothing, courses after the longest chain first."""
        ahead = [t for t, b in enumerate(self.goals) if b > w]
        if self.mission.policy.beyond_targets and not self.lacks(w):
            return
        for key in self._from_last() if ahead else []:
            if self._may_be_idle(key, w):
                beyond = {t: self._beyond(self.grants(key) or "", t) for t in ahead}
                pending = [(c, c.planned) for c in reversed(self.to_come) if c.planned < self.exit]
                pending += [(c, w) for c in reversed(self.waiting)]
                for c, begins in pending if beyond[ahead[-1]] > 0 else []:
                    if c.course == key:
                        self._try_without(c, begins, beyond, w)

    def _may_be_idle(self, key: str, w: int) -> bool:
        m, course, stock = self.mission, self.mission.courses[key], self.grants(key)
        if stock is None or (course.teaches and course.teaches_on.mean > 0):
            return False
        counted = any(course.grants in c.made_of for c in m.capabilities.values())
        takers = [k for k, c in m.courses.items() if self.source(c) == stock]
        if not counted and not takers:
            return False
        asked = sum(
            c.trainees for c in (*self.waiting, *self.to_come) if c.course in takers and id(c) not in self.off
        )
        shows = may_be_shown(m, key) and self._foreign_share(key, w) > 0
        return self.short[stock] == 0 and self.stocks[stock] >= asked and not shows

    def _beyond(self, stock: str, t: int) -> float:
        """Holders beyond what is wanted at a goal, those kept for chance aside."""
        left = {k: max(0.0, e[t]) for k, e in self.expected.items()}
        lacking = 0.0
        for key, cap in sorted(self.mission.capabilities.items(), key=lambda item: -item[1].priority):
            made_of = {f"competence/{k}": n for k, n in cap.made_of.items()}
            wanted = float(self.wants.get((self.goals[t], key), 0))
            most = max(wanted, float(self.comes_first(key, max(0, self.goals[t] - 1))))
            units = min([most, *(left[k] / n for k, n in made_of.items())])
            lacking += made_of.get(stock, 0) * max(0.0, wanted - units)
            for k, n in made_of.items():
                left[k] -= n * units
        return left[stock] - lacking - 3 * math.sqrt(max(0.0, self.expected[stock][t]))

    def _try_without(self, c: Class, begins: int, beyond: dict[int, float], w: int) -> None:
        length, stock = self.lasts(c.course), self.grants(c.course) or ""
        ends, posted = self.over(c.site, begins, length), c.trainees * self.posted(c.course, length)
        counts = {t: self.kept(stock, posted, self.goals[t] - ends) for t in beyond if self.goals[t] >= ends}
        if all(beyond[t] >= n for t, n in counts.items()):
            for t, n in counts.items():
                beyond[t] -= n
            self.off.add(id(c))
            self.foreseen(c, -c.trainees, begins, w)

    def grants(self, course: str) -> str | None:
        granted = self.mission.courses[course].grants
        return f"competence/{granted}" if granted else None

    def arrive(
        self, where: dict[str, list[float]], stock: str | None, people: float, week: int, w: int
    ) -> None:
        """Count people at the first goal ahead at which they are there."""
        at = next((t for t, b in enumerate(self.goals) if b > w and b >= week), None)
        if stock is not None and at is not None:
            where[stock][at] += self.kept(stock, people, self.goals[at] - week)

    def expect(self, stock: str | None, people: float, week: int, after: int) -> None:
        """Count people more at all goals after a week."""
        ahead = [t for t, b in enumerate(self.goals) if b > after and b >= week]
        for t in ahead if stock is not None else []:
            if t == ahead[0]:
                people = self.kept(stock or "", people, self.goals[t] - week)
            else:
                people *= self.kept(stock or "", 1.0, self.goals[t] - self.goals[t - 1])
            self.expected[stock or ""][t] += people

    def foreseen(self, c: Class, people: int, begins: int, w: int) -> None:
        length = self.lasts(c.course)
        self.expect(self.source(self.mission.courses[c.course]), -people, begins, begins)
        ends = self.over(c.site, begins, length)
        self.expect(self.grants(c.course), people * self.posted(c.course, length), ends, w)

    def posted(self, course: str, weeks: int) -> float:
        c, path = self.mission.courses[course], f"courses.{course}"
        if not c.grants:
            return 0.0
        share = power(1 - self.v[f"{path}.drops_out"], weeks) * self._passes(course)
        if c.teaches:
            share *= 1 - self.v[f"{path}.teaches_on"]
        return share * self.v[f"competences.{c.grants}.posted"]

    def ahead(self) -> int:
        longest = max([26, *(c.length for c in self.mission.courses.values())])
        return self.decided + self.mission.tours.weeks + longest

    def work_left(self, c: Class, begins: int) -> Iterator[tuple[int, Phase]]:
        """Weeks that a class has left, closed ones among them, as far as is reserved, with their phases."""
        w, taught = begins, c.taught
        phases = self.mission.courses[c.course].phases
        stops = [int(n) for n in np.cumsum([p.weeks for p in phases])]
        for phase, ends in zip(phases, [*stops[:-1], self.lasts(c.course)], strict=True):
            while taught < ends and w < self.ahead():
                yield w, phase
                taught += w not in self.mission.closed_at(c.site)
                w += 1

    def reserve(self, c: Class, people: int, begins: int) -> None:
        def more(where: str, what: str | Kind, w: int, amount: float) -> None:
            self.reserved[where, what, w] = self.reserved.get((where, what, w), 0) + amount

        for w, phase in self.work_left(c, begins):
            for kind, number in self._wanted_of_kinds(c, phase, people).items():
                more(c.site, kind, w, number)
                if self.mission.sites[c.site].in_country:
                    more("all", kind, w, number)
            for facility, amount in phase.uses.items():
                more(c.site, f"room {facility}", w, amount)
            more(c.site, "beds", w, people)

    def lacks(self, w: int) -> bool:
        return any(self.serves(course, None, w) for course in self.mission.courses)

    def count_short(self, w: int, *, beyond: bool = False) -> None:
        self.short = dict.fromkeys(self.stocks, 0.0)
        self.until = dict.fromkeys(self.stocks, 0)
        for t, b in enumerate(self.goals):
            if b > w:
                self.short_at(t, b, beyond=beyond)
        self.own = dict(self.until)
        for key in self._from_last():
            c = self.mission.courses[key]
            source, stock = self.source(c), f"competence/{c.grants}"
            share = self.posted(key, self.lasts(key))
            if c.grants and source is not None and self.short[stock] >= 0.5 and share > 0:
                lack = self.short[stock] / share - self.stocks[source]
                if lack > 0:
                    self.short[source] = max(self.short[source], lack)
                    self.until[source] = max(
                        self.until[source], self.latest(self.until[stock], self.lasts(key))
                    )

    def short_at(self, t: int, b: int, *, beyond: bool) -> None:
        wanted_ever = {key for _, key in self.wants}
        left = {k: max(0.0, e[t]) for k, e in self.expected.items()}
        for key, cap in sorted(self.mission.capabilities.items(), key=lambda item: -item[1].priority):
            made_of = {f"competence/{k}": n for k, n in cap.made_of.items()}
            units = min(left[k] / n for k, n in made_of.items())
            wanted = self.wants.get((b, key), 0)
            if beyond:
                wanted = 1 << 30 if b == self.exit_boundary and key in wanted_ever else 0
            for k, n in made_of.items() if units < wanted - 1e-9 else ():
                others = min([wanted, *(left[i] / m for i, m in made_of.items() if i != k)])
                if left[k] / n <= others + 1e-9:
                    level = min(wanted, max(others, units + 1))
                    self.short[k] = max(self.short[k], n * level - left[k])
                    self.until[k] = max(self.until[k], b)
            for k, n in made_of.items():
                left[k] -= n * min(units, max(wanted, self.comes_first(key, max(0, b - 1))))

    def spare(self, stock: str, w: int) -> float:
        def asks(c: Class) -> int:
            known = self.source(self.mission.courses[c.course]) == stock and id(c) not in self.off
            return c.trainees if known else 0

        there = float(self.stocks[stock])
        least = min(there, there - sum(asks(c) for c in self.waiting))
        there -= sum(asks(c) for c in self.waiting)
        kind, key = stock.split("/")
        mean = self._intake(key, w) if kind == "recruits" else 0.0
        for c in self.to_come:
            if c.planned < w + self.ahead() - self.decided and asks(c):
                there -= asks(c)
                least = min(least, there + math.floor(mean * (c.planned - w)))
        return least

    def serves(self, course: str, site: str | None, w: int) -> bool:
        """Whether graduates are short at a goal before which a class begun now ends, and trainees are not."""
        c = self.mission.courses[course]
        if not c.grants or w >= self.exit:
            return False
        stock, source = f"competence/{c.grants}", self.source(c)
        called_for = self.short[stock] >= 0.5 and self.over(site, w, self.lasts(course)) <= self.until[stock]
        return (
            called_for
            and (source is None or self.own[source] == 0)
            and self.posted(course, self.lasts(course)) > 0
        )

    def filled(self, c: Class, w: int) -> int:
        course = self.mission.courses[c.course]
        source = self.source(course)
        never = self.mission.policy.reacts == "never"
        if never or source is None or not self.serves(c.course, c.site, w):
            return c.trainees
        more = math.ceil(
            self.short[f"competence/{course.grants}"] / self.posted(c.course, self.lasts(c.course)) - 1e-9
        )
        most = min(course.seats.most, c.trainees + more, c.trainees + self.spare(source, w))
        for phase in course.phases:
            for need in phase.instructors.values():
                if need.people is None:
                    crew = self._crew(c.course, need, c.trainees)
                    most = min(most, math.floor(crew * self._one_for(c.course, need) + 1e-9))
        sizes = range(max(c.trainees, int(most)), c.trainees, -1)
        people = next((n for n in sizes if not self.obstacle(c, n, w)), c.trainees)
        if people > c.trainees:
            self.foreseen(c, people - c.trainees, w, w)
            self.count_short(w)
        return people

    def call_more(self, w: int) -> None:
        if w >= self.exit or self.paused or w < self.held_until:
            return
        self.call_towards(w, beyond=False)
        if self.mission.policy.beyond_targets and not self.lacks(w):
            self.count_short(w, beyond=True)
            self.call_towards(w, beyond=True)
            self.count_short(w)

    def more_than_expected(self, source: str | None) -> int:
        """Recruits beyond those expected to exit, whom no class beyond the targets has taken."""
        kind, _, key = (source or "").partition("/")
        if kind != "recruits":
            return 0
        m, weeks = self.mission, range(self.mission.exit_week)
        ends = [*m.seasons[1:], m.weeks]
        season = [next(n for n, end in enumerate(ends) if w < end) for w in weeks]
        expected = m.recruits[key].at_start.mean + sum(m.intake[key][n] for n in season) / YEAR
        came = self.v[f"recruits.{key}.at_start"] + sum(self._intake(key, w) for w in weeks)
        return max(0, math.floor(float(came - expected) + 1e-9)) - self.gone_on.get(source or "", 0)

    def call_towards(self, w: int, *, beyond: bool) -> None:
        self.goes_beyond = beyond
        for course, site in self.calls:
            while self.call(course, site, w):
                self.count_short(w, beyond=beyond)
        self.goes_beyond = False

    def call(self, course: str, site: str, w: int) -> bool:
        c = self.mission.courses[course]
        soon = self.over(site, w, self.lasts(course)) <= self.exit and self._may_start(course, site, w)
        if not self.serves(course, site, w) or not soon or self.site[site] != "open":
            return False
        source, share = self.source(c), self.posted(course, self.lasts(course))
        short = math.ceil(self.short[f"competence/{c.grants}"] / share - 1e-9)
        people = min(c.seats.most, max(c.seats.least, short))
        if source is not None:
            people = min(people, int(self.spare(source, w))) if self.stocks[source] >= c.seats.least else 0
        if self.goes_beyond:
            people = min(people, self.more_than_expected(source))
        extra = sum(r.planned == NEVER for r in self.running)
        if people < c.seats.least or extra >= 48:
            return False
        one = Class(f"{course}@{site}", course, site, NEVER, people)
        if self.obstacle(one, people, w) or not self.has_time(one, people, w):
            return False
        self.called[course, site] += 1
        one.called = self.called[course, site]
        self.out.add("serials_called")
        if self.goes_beyond:
            self.gone_on[source or ""] = self.gone_on.get(source or "", 0) + people
        self.foreseen(one, people, w, w)
        self.reserve(one, people, w)
        self.start(one, people, w)
        return True

    def has_time(self, c: Class, people: int, w: int) -> bool:
        site = self.mission.sites[c.site]

        def left(what: str | Kind, week: int, there: float) -> float:
            return there - self.reserved.get((c.site, what, week), 0)

        for week, phase in self.work_left(c, w):
            if site.beds is not None:
                beds = site.beds + self.added.get((c.site, "beds"), 0) - self.foreign_at(w, c.site)
                if left("beds", week, beds) < people:
                    return False
            for f, amount in phase.uses.items():
                rooms = float(site.facilities.get(f, 0) + self.added.get((c.site, f), 0))
                if left(f"room {f}", week, rooms) < amount - 1e-9:
                    return False
            for kind, number in self._wanted_of_kinds(c, phase, people).items():
                stocks = {k for skill in kind[0] for k in self._host_stocks(skill)}
                hosts = sum(self.stocks[k] for k in stocks) if site.in_country and not kind[1] else 0
                if number > left(kind, week, self.posted_at(c.site, kind, w, week) + hosts):
                    return False
                home = [k for k, s in self.mission.sites.items() if s.in_country]
                there = hosts + sum(self.posted_at(k, kind, w, week) for k in home)
                if hosts and number > there - self.reserved.get(("all", kind, week), 0):
                    return False
        return True

    def _wanted_of_kinds(self, c: Class, phase: Phase, people: int) -> dict[Kind, int]:
        """People that a phase needs of each skill and group of skills, and of those the foreign ones."""
        found: dict[Kind, int] = {}
        for skill, need in phase.instructors.items():
            crew = self._crew(c.course, need, people)
            least = 0.0 if self._aside(skill) else self._foreign_share(c.course, self.now)
            for group in {frozenset({skill}), self._group(skill)}:
                for foreign, number in ((False, crew), (True, math.ceil(least * crew - 1e-9))):
                    found[group, foreign] = found.get((group, foreign), 0) + number
        return {kind: number for kind, number in found.items() if number or not kind[1]}

    def _group(self, skill: str) -> frozenset[str]:
        group, before = {skill}, set[str]()
        together = [set(r.skills) for r in self.mission.roles.values()]
        together += [set(c.teaches) for c in self.mission.courses.values()]
        while group != before:
            before = set(group)
            group |= {k for some in together if some & group for k in some}
        return frozenset(group)

    def _is_of(self, role: str, kind: Kind) -> bool:
        held = self.mission.roles[role]
        return bool(kind[0] & set(held.skills)) and not (kind[1] and held.local)

    def posted_at(self, site: str, kind: Kind, w: int, week: int) -> int:
        able = sum(
            self._after_leave(pool, people[w])
            for pool, people in self.ready.items()
            if pool[0] == site and self._is_of(pool[1], kind)
        )
        return min(able, self.strength.get((site, kind, week), 0))

    def sites_in_use(self, w: int) -> None:
        for site in self.mission.sites:
            there = self.foreign_at(w, site) > 0 or any(r.people > 0 and r.site == site for r in self.running)
            there_now = self.begins_in <= w < self.exit
            if there_now and (site in self.used or (there and self.site[site] == "open")):
                if site not in self.used:
                    self.pay(w, "opening", site)
                self.pay(w, "site", site, 1 / YEAR)
                self.used[site] = self.used.get(site, 0) + 1

    def ends(self, c: Class, w: int) -> bool:
        """The end of a serial's week; whether it was its last."""
        course, path = self.mission.courses[c.course], f"courses.{c.course}"
        name = c.id if c.id.startswith("under-way/") else f"serial/{c.id}"
        slot = slot_of(name) if not c.called else mix((slot_of(f"called/{c.id}") + c.called * G) & MASK)
        dropped = binomial(self.u(w, slot, 4), c.people, self.v[f"{path}.drops_out"])
        c.people -= dropped
        self.out.add("people.gone", dropped)
        c.taught += c.teaches
        if c.taught < self.lasts(c.course):
            return False
        self.together[c.course] += c.beside
        passes = self._passes(c.course) * (self.v["hosts_teach_alone.passes"] if c.beyond else 1.0)
        passed = binomial(self.u(w, slot, 5), c.people, passes)
        again = binomial(self.u(w, slot, 6), c.people - passed, self.v[f"{path}.repeats"])
        self.back(c.course, again)
        self.out.add("people.gone", c.people - passed - again)
        self.out.add(f"graduates.{c.course}", passed)
        if course.teaches:
            teachers = binomial(self.u(w, slot, 7), passed, self.v[f"{path}.teaches_on"])
            self.stocks[f"hosts-of/{c.course}"] += teachers
            passed -= teachers
        c.people = 0
        self.learn(c.course)
        if course.grants is None:
            self.back(c.course, passed)
            return True
        posted = binomial(self.u(w, slot, 8), passed, self.v[f"competences.{course.grants}.posted"])
        self.stocks[f"competence/{course.grants}"] += posted
        self.out.add("people.gone", passed - posted)
        return True

    # -- what comes out

    def units(self, b: int) -> dict[str, int]:
        left = dict(self.stocks)
        capabilities = sorted(self.mission.capabilities.items(), key=lambda item: -item[1].priority)
        formed = dict.fromkeys(self.mission.capabilities, 0)
        for rest in (False, True):
            for key, capability in capabilities:
                units = min(left[f"competence/{k}"] // n for k, n in capability.made_of.items())
                units = units if rest else min(units, self.comes_first(key, max(0, b - 1)))
                for k, n in capability.made_of.items():
                    left[f"competence/{k}"] -= units * n
                formed[key] += units
        return formed

    def comes_first(self, key: str, week: int) -> int:
        """Units of the last target that has come; after exit no fewer than the floor."""
        capability = self.mission.capabilities[key]
        days = sorted((self.mission.week_of(day), n) for day, n in capability.wanted.items())
        come = [(w, n) for w, n in days if 0 <= w <= week]
        level = max(n for w, n in come if w == come[-1][0]) if come else 0
        return max(level, capability.floor_after_exit) if week >= self.mission.exit_week else level

    def read(self, b: int) -> None:
        units = self.units(b)
        for key, capability in self.mission.capabilities.items():
            for day in capability.wanted:
                week = self.mission.week_of(day)
                if min(max(0, week + 1), self.weeks) == b:
                    self.out.scalars[f"reached.{key}.{week}"] = units[key]
            if min(self.mission.floor_week, self.weeks) == b:
                self.out.scalars[f"left.{key}"] = units[key]
        if b % 13 == 0:
            for key in units:
                self.out.series.setdefault(f"units.{key}", []).append(units[key])
            for key in self.mission.competences:
                self.out.series.setdefault(f"stock.{key}", []).append(self.stocks[f"competence/{key}"])
            for skill in self.mission.skills:
                hosts = sum(self.stocks[stock] for stock in self._host_stocks(skill))
                self.out.series.setdefault(f"hosts.{skill}", []).append(hosts)
            for key in self.mission.recruits:
                self.out.series.setdefault(f"waiting.{key}", []).append(self.stocks[f"recruits/{key}"])
            there = self.foreign_at(b) if b < self.weeks else 0
            self.out.series.setdefault("posts", []).append(there)

    def sum_up(self) -> None:
        out = self.out
        for c in self.waiting:
            out.add(f"lost.{c.cause}")
        in_class = sum(c.people for c in [*self.running, *self.under_way])
        out.scalars["people.there"] = sum(self.stocks.values()) + in_class
        for cause in CAUSES:
            out.add(f"lost.{cause}", 0)
            out.add(f"waited.{cause}", 0)
        for name in ("held", "called", "late", "thinned", "not_planned"):
            out.add(f"serials_{name}", 0)
        out.scalars["serials_lost"] = sum(out.scalars[f"lost.{cause}"] for cause in CAUSES)
        for key in self.mission.courses:
            out.add(f"graduates.{key}", 0)
        out.scalars["graduates"] = sum(out.scalars[f"graduates.{key}"] for key in self.mission.courses)
        counted = self.mission.trained.of or tuple(self.mission.courses)
        what = "graduates" if self.mission.trained.counts == "graduates" else "attended"
        out.scalars["trained"] = sum(out.scalars.get(f"{what}.{key}", 0) for key in set(counted))
        for key in self.mission.courses:
            out.scalars.pop(f"attended.{key}", 0)
        for key in self.mission.projects:
            week = self.finished[key]
            out.scalars[f"done.{key}"] = float(week < NEVER)
            out.scalars[f"finished.{key}"] = min(week, self.weeks)
        if self.mission.events:
            out.scalars["exit_week"] = self.exit
            out.scalars["ends_early"] = float(self.exit < self.mission.exit_week)
        for key in self.mission.events:
            out.scalars[f"happens.{key}"] = float(key in self.happened)
            out.scalars[f"happened_in.{key}"] = min(self.happened.get(key, NEVER), self.weeks)
            out.scalars[f"ended_by.{key}"] = float(key == self.ended_by)
        there = [self.foreign_at(w) for w in range(self.weeks)]
        out.scalars["posts_peak"] = max(there, default=0)
        out.scalars["person_weeks"] = sum(there)
        at_home = [key for key, site in self.mission.sites.items() if site.in_country]
        out.scalars["exposure"] = sum(self.foreign_at(w, s) for w in range(self.weeks) for s in at_home)
        out.add("people.gone", 0)
        self._goals()
        self._costs()

    def _goals(self) -> None:
        total = weight = 0.0
        held = []
        for key, capability in self.mission.capabilities.items():
            most: dict[int, int] = {}
            for day, wanted in capability.wanted.items():
                week = self.mission.week_of(day)
                most[week] = max(wanted, most.get(week, 0))
            for week, wanted in most.items():
                units = self.out.scalars[f"reached.{key}.{week}"]
                self.out.scalars[f"met.{key}.{week}"] = float(units >= wanted)
                total += capability.priority * (min(1.0, units / wanted) if wanted else 1.0)
                weight += capability.priority
            holds = self.out.scalars[f"left.{key}"] >= capability.floor_after_exit
            self.out.scalars[f"holds.{key}"] = float(holds)
            if capability.floor_after_exit:
                held.append(holds)
        self.out.scalars["outcome"] = total / weight if weight else 1.0
        self.out.scalars["lasting"] = sum(held) / len(held) if held else 1.0

    def _costs(self) -> None:
        m, v, count = self.mission, self.v, self.out.scalars
        spent = {payer: 0.0 for payer in ("nations", "common fund", "trust fund", "host")}
        unfilled = 0.0
        for key, role in m.roles.items():
            payer = m.money.local_posts if role.local else m.money.posts
            weeks = sum(sum(people) for pool, people in self.present.items() if pool[1] == key)
            paid = weeks / YEAR * v[f"roles.{key}.costs_a_year"]
            spent[payer] += paid
            unfilled -= 0 if role.local else paid
        beyond = 0.0
        for key in m.courses:
            one, each = v[f"courses.{key}.costs"], v[f"courses.{key}.costs_a_trainee"]
            serials, trainees = count.pop(f"serials.{key}", 0), count.pop(f"trainees.{key}", 0)
            spent[m.money.courses] += serials * one + trainees * each
            later = count.pop(f"serials beyond.{key}", 0), count.pop(f"trainees beyond.{key}", 0)
            beyond += later[0] * one + later[1] * each
        for key, weeks in self.used.items():
            year = v[f"sites.{key}.costs_a_year"]
            spent[m.money.sites] += v[f"sites.{key}.costs_to_open"] + weeks / YEAR * year
        for key, name in self.begun:
            spent[m.money.projects] += v[f"projects.{key}.activities.{name}.costs"]
        planned = self._posts_planned()
        if m.command:
            manned = {w for a, b, _, _ in planned for w in range(a, b)}
            spent[m.money.command] += len(manned) / YEAR * v[f"commands.{m.command}.costs_a_year"]
            for w in manned:
                self.pay(w, "command", m.command, 1 / YEAR)
        for a, b, people, post in planned:
            unfilled += max(0, b - a) * people / YEAR * v[f"roles.{post}.costs_a_year"]
        plain, overrun = sum(spent.values()), v["money.overrun"]
        count["cost"], count["cost_beyond"] = plain * overrun, beyond
        count["cost_before_overrun"] = plain
        self._yearly(overrun)
        count["cost_fully_manned"] = (plain + unfilled) * overrun
        count["cost_a_graduate"] = plain * overrun / max(1, count["graduates"])
        count |= {f"cost.{payer}": amount * overrun for payer, amount in spent.items()}
        posts = sum((b - a) * people for a, b, people, _ in planned if b > a)
        count["posts_filled"] = count["person_weeks"] / posts if posts else 1.0

    def _yearly(self, overrun: float) -> None:
        """What is paid in each calendar year."""
        m, v, count = self.mission, self.v, self.out.scalars
        for (_, role, *_), people in self.present.items():
            for w, n in enumerate(people):
                if n:
                    self.pay(w, "post", role, n / YEAR)
        for w in range(min(m.exit_week, self.weeks)):
            count[f"cost_in.{m.date_of(w).year}"] = 0.0
        price = {
            "post": "roles.{}.costs_a_year",
            "site": "sites.{}.costs_a_year",
            "opening": "sites.{}.costs_to_open",
            "serial": "courses.{}.costs",
            "trainee": "courses.{}.costs_a_trainee",
            "activity": "projects.{}.costs",
            "command": "commands.{}.costs_a_year",
        }
        for (year, what, key), times in self.paid.items():
            count[f"cost_in.{year}"] += times * v[price[what].format(key)] * overrun

    def _posts_planned(self) -> list[tuple[int, int, int, str]]:
        if self.forces is not None:
            lines = [(x.opens, x.closes, x.people, x.role) for x in self.forces.lines]
        else:
            tour = self.programme.rotation_weeks
            lines = [
                (p.rotation * tour, (p.rotation + 1) * tour, p.people, p.role)
                for p in self.programme.posts
                if not self.mission.roles[p.role].local
            ]
        last = min(self.exit, self.weeks)
        return [(max(a, self.begins_in), min(b, last), people, role) for a, b, people, role in lines]
