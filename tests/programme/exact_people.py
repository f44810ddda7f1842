"""Serials, stocks and units of the exact model of the tests, week by week, each stock as an equation."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cadre.mission import Mission
from cadre.programme.offered import OfferedPeople
from tests.programme.exact_rows import Rows, Terms, times, together

YEAR = 365.25 / 7
"""Weeks."""
MANY = 40.0
"""Serials that begin in a week at most; no small mission has people for more."""


@dataclass(frozen=True)
class Serial:
    """Serials of one course and size at one site from one week on: columns, and the weeks taught."""

    course: str
    site: str
    seats: int
    start: int
    end: int
    taught: tuple[int, ...]
    number: int
    trainees: int


class People:
    """Serials of one mission, the people in them, and the units that they form."""

    def __init__(self, mission: Mission, offered: Sequence[OfferedPeople] | None) -> None:
        assert not mission.projects
        self.mission, self.offered, self.rows = mission, offered, Rows()
        self.serials = list(self._serials())
        self.tour, self.exit = mission.tours.weeks, mission.exit_week
        self.stocks = self._stocks()
        self._alone()
        self._units()

    # ---- time

    @cached_property
    def rotations(self) -> range:
        return range(math.ceil(self.exit / self.tour))

    @cached_property
    def overlap(self) -> int:
        command = self.mission.command
        lost = self.mission.commands[command].weeks_lost.mean if command else 0.0
        return math.floor(self.mission.tours.handover.mean + lost + 0.5)

    def weeks_of(self, rotation: int) -> range:
        return range(rotation * self.tour, min((rotation + 1) * self.tour, self.exit))

    def open_weeks(self, weeks: Sequence[int]) -> list[int]:
        return [w for w in weeks if w not in self.mission.closed_weeks]

    def teaches(self, weeks: range) -> float:
        """Weeks that one person teaches of a stay: closed weeks count as leave."""
        leave = self.mission.tours.leave_in(len(weeks))
        return min(len(self.open_weeks(weeks)), len(weeks) - leave)

    # ---- serials and people

    def _serials(self) -> Iterator[Serial]:
        for key, course in self.mission.courses.items():
            for seats in self._sizes(key) if course.held else ():
                for site in course.sites:
                    for start in range(self.mission.weeks):
                        taught = self._taught(key, site, start)
                        if taught:
                            number = self.rows.column(whole=True)
                            people = self.rows.column()
                            self.rows.keep({people: 1, number: -seats}, high=0)
                            self.rows.keep({people: 1, number: -course.seats.least}, low=0)
                            yield Serial(key, site, seats, start, taught[-1] + 1, taught, number, people)

    def _sizes(self, key: str) -> list[int]:
        """The largest class of each crew: a smaller one of the same crew is that one, less full."""
        course = self.mission.courses[key]

        def crew(seats: int) -> list[tuple[int, int]]:
            needs = [need.people_for(seats) for p in course.phases for need in p.instructors.values()]
            return [(n, self._own(key, n)) for n in needs]

        sizes = range(course.seats.least, course.seats.most + 1)
        return [n for n in sizes if n == course.seats.most or crew(n) != crew(n + 1)]

    def _own(self, key: str, people: int) -> int:
        return math.ceil(self.mission.courses[key].foreign_at_least.mean * people - 1e-9)

    def _taught(self, key: str, site: str, start: int) -> tuple[int, ...]:
        """Weeks taught of a serial that begins in a week; none where it cannot."""
        course, place = self.mission.courses[key], self.mission.sites[site]
        last = self.mission.weeks if place.in_country else self.mission.exit_week
        closed = self.mission.closed_at(site)
        weeks = [w for w in range(start, last) if w not in closed][: course.length]
        early = start < self.mission.opening_week(site) or start in closed
        paused = len(weeks) == course.length and weeks[-1] - start + 1 > course.length
        if early or len(weeks) < course.length or (paused and not course.may_pause):
            return ()
        return tuple(weeks)

    def _source(self, key: str) -> tuple[str, str] | None:
        course = self.mission.courses[key]
        if not course.after:
            return ("recruits", course.recruits) if course.recruits else None
        grants = self.mission.courses[course.after[-1]].grants
        return ("holders", grants) if grants else self._source(course.after[-1])

    def _stocks(self) -> dict[tuple[str, str], list[int]]:
        """People of every pool at the end of each week."""
        out: dict[tuple[str, str, int], Terms] = defaultdict(dict)
        into: dict[tuple[str, str, int], Terms] = defaultdict(dict)
        for serial in self.serials:
            source = self._source(serial.course)
            if source is not None:
                out[(*source, serial.start)][serial.trainees] = 1.0
            for pool, share in self._after(serial.course, serial.start).items():
                into[(*pool, serial.end - 1)][serial.trainees] = share
        joined, stocks = self._joined(), {}
        for pool, (start, a_year, monthly) in self._pools().items():
            keep, stocks[pool] = (1 - monthly) ** (12 / YEAR), list[int]()
            for w in range(self.mission.weeks):
                now, taken = self.rows.column(), out[(*pool, w)]
                before = {stocks[pool][-1]: 1.0} if w else {}
                there = 0.0 if w else start
                self.rows.keep(together(taken, times(-1, before)), high=there)
                moved = together({now: 1}, times(-keep, before), times(keep, taken))
                moved = together(moved, times(-1, into[(*pool, w)]))
                come = keep * there + a_year / YEAR + joined[(*pool, w)]
                self.rows.keep(moved, come, come)
                stocks[pool].append(now)
        return stocks

    def _joined(self) -> dict[tuple[str, str, int], float]:
        """Who joins pools at the end of weeks from serials that run on the first day."""
        joined: dict[tuple[str, str, int], float] = defaultdict(float)
        for one in self.mission.under_way.values():
            week, left = -1, one.weeks_left
            while left and week + 1 < self.mission.weeks:
                week += 1
                left -= week not in self.mission.closed_at(one.site)
            for pool, share in self._after(one.course, 0, one.weeks_left).items():
                joined[(*pool, week)] += 0.0 if left else one.trainees.mean * share
        return joined

    def _after(self, key: str, start: int, weeks: int | None = None) -> dict[tuple[str, str], float]:
        """Where those who start a course in a week, or have weeks of it left, are at its end, as shares."""
        course, source = self.mission.courses[key], self._source(key)
        end = (1 - course.drops_out.mean) ** (course.length if weeks is None else weeks)
        passed = end * course.passes.mean
        if start >= self.exit and course.foreign_at_least.mean > 0 and self.taught_by_hosts(key):
            passed *= self.mission.hosts_teach_alone.passes.mean
        hosts = passed * course.teaches_on.mean if course.teaches else 0.0
        back = (end - passed) * course.repeats.mean
        shares: dict[tuple[str, str], float] = defaultdict(float)
        if course.teaches:
            shares["hosts", "+".join(sorted(course.teaches))] += hosts
        if course.grants:
            posted = self.mission.competences[course.grants].posted.mean
            shares["holders", course.grants] += (passed - hosts) * posted
        else:
            back += passed - hosts
        if source is not None:
            shares[source] += back
        return shares

    def _pools(self) -> dict[tuple[str, str], tuple[float, float, float]]:
        """Every pool: people on the first day, arrivals a year, share lost a month."""
        mission, pools = self.mission, {}
        for key, r in mission.recruits.items():
            pools["recruits", key] = (r.at_start.mean, r.a_year.mean, r.leaves.mean)
        for key, c in mission.competences.items():
            pools["holders", key] = (c.at_start.mean, 0.0, c.leaves.mean)
        for key, s in mission.skills.items():
            pools["hosts", key] = (s.hosts_at_start.mean, 0.0, s.hosts_leave.mean)
        for course in mission.courses.values():
            if len(course.teaches) > 1:
                leave = max(mission.skills[k].hosts_leave.mean for k in course.teaches)
                pools["hosts", "+".join(sorted(course.teaches))] = (0.0, 0.0, leave)
        return pools

    # ---- what the host has been shown to teach

    def taught_by_hosts(self, key: str) -> list[str]:
        """Skills of a course that not only local roles hold."""
        needed = {skill for phase in self.mission.courses[key].phases for skill in phase.instructors}
        roles = list(self.mission.roles.values())
        return [k for k in sorted(needed) if {True} != {r.local for r in roles if k in r.skills}]

    def _alone(self) -> None:
        """Serials that hosts teach alone: none before enough of the course are over with hosts beside."""
        after = self.mission.hosts_teach_alone.after
        self.alone: dict[int, int] = {}
        for key, course in self.mission.courses.items() if after is not None else ():
            if course.foreign_at_least.mean > 0 and self.taught_by_hosts(key):
                own = [s for s in self.serials if s.course == key]
                inside = [s for s in own if self.mission.sites[s.site].in_country]
                counted = {s: self._together(s) for s in inside}
                for start in sorted({s.start for s in own}):
                    shown = self.rows.column(1, whole=True)
                    over = {c: -1.0 for s, c in counted.items() if s.end <= start}
                    self.rows.keep(together({shown: float(after or 0)}, over), high=0)
                    for s in own:
                        if s.start == start:
                            self.alone[s.number] = self.rows.column()
                            self.rows.keep({self.alone[s.number]: 1, s.number: -1}, high=0)
                            self.rows.keep({self.alone[s.number]: 1, shown: -MANY}, high=0)

    def _together(self, serial: Serial) -> int:
        """How many serials count, which none do unless a host of each skill is there as they begin."""
        counted, beside = self.rows.column(), self.rows.column(1, whole=True)
        self.rows.keep({counted: 1, serial.number: -1}, high=0)
        self.rows.keep({counted: 1, beside: -MANY}, high=0)
        w = serial.start
        for skill in self.taught_by_hosts(serial.course):
            pools = [pool for pool in self.stocks if pool[0] == "hosts" and skill in pool[1].split("+")]
            there = {self.stocks[pool][w - 1]: -1.0 for pool in pools} if w else {}
            start = 0.0 if w else self.mission.skills[skill].hosts_at_start.mean
            self.rows.keep(together({beside: 1}, there), high=start)
        return counted

    # ---- what is wanted

    def _units(self) -> None:
        """Units are made of holders; what is missing of each target and floor is paid for."""
        mission, units = self.mission, dict[tuple[str, int], int]()
        total = sum(c.priority for c in mission.capabilities.values())
        for key, capability in mission.capabilities.items():
            parts = self._weights(key)
            for w, wanted, weight in parts:
                unit = units.setdefault((key, w), self.rows.column())
                cost = 100 * capability.priority / total * weight / wanted
                self.rows.keep({unit: 1, self.rows.column(wanted, cost=cost): 1}, low=wanted)
        for w in {w for _, w in units}:
            for competence in mission.competences:
                made = {
                    unit: float(mission.capabilities[key].made_of.get(competence, 0))
                    for (key, week), unit in units.items()
                    if week == w
                }
                self.rows.keep(together(made, {self.stocks["holders", competence][w]: -1}), high=0)

    def _weights(self, key: str) -> list[tuple[int, int, float]]:
        """Week, units wanted and weight: 3/4 in the week of a target, 1/4 evenly until the next one."""
        mission, capability = self.mission, self.mission.capabilities[key]
        dates = sorted((mission.week_of(day), n) for day, n in capability.wanted.items())
        parts, count = [], len(dates) + (capability.floor_after_exit > 0)
        for (w, wanted), before in zip(dates, [*(w for w, _ in dates[1:]), self.exit], strict=True):
            later = range(w + 1, before)
            parts.append((w, wanted, (0.75 if later else 1.0) / count))
            parts += [(v, wanted, 0.25 / len(later) / count) for v in later]
        if capability.floor_after_exit:
            parts.append((mission.weeks - 1, capability.floor_after_exit, 1 / count))
        return parts
