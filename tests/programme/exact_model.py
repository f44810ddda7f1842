"""The least shortfall of a small mission by an exact model of its own, week by week, for tests alone.

Written from docs/model, not from the planner's code: every size of a class that has a crew of its own, people
of each offer by the course that they teach, and each stock as an equation. Projects are left out.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from cadre.mission import Mission
from cadre.mission.people import SupportRule
from cadre.programme.offered import OfferedPeople
from tests.programme.exact_people import People, Serial
from tests.programme.exact_rows import Answer, Terms, times, together

UNBOUNDED = 1000.0
"""What the last step of a rule counts at most; no small mission has so many people at a place."""


def least_shortfall(
    mission: Mission, offered: Sequence[OfferedPeople] | None = None, *, nodes: int = 200_000
) -> Answer:
    """Give the least shortfall of a mission without projects, within offers or without regard to them."""
    return Exact(mission, offered).rows.least(nodes)


class Exact(People):
    """The whole model of one mission."""

    def __init__(self, mission: Mission, offered: Sequence[OfferedPeople] | None) -> None:
        super().__init__(mission, offered)
        self.posts: dict[tuple[str, str, int], Terms] = defaultdict(dict)  # of instructors
        self.tail: dict[tuple[str, str, int], int] = {}  # of (rule, site, rotation)
        self._teaching()
        self._rooms()
        self._support()
        self._critical()
        self._ceiling()
        self._beds()

    # ---- who teaches

    def _teaching(self) -> None:
        """Each week the people of each skill in each course are there: on posts, of offers, or hosts."""
        self.busy: dict[tuple[object, int], Terms] = defaultdict(dict)  # of a person or pool in a week
        self.stands: dict[tuple[str, str, int], Terms] = defaultdict(dict)  # on posts of a role in a week
        needs: dict[tuple[str, str, str, int], list[tuple[Serial, int]]] = defaultdict(list)
        for serial in self.serials:
            first = 0
            for phase in self.mission.courses[serial.course].phases:
                for w in serial.taught[first : first + phase.weeks]:
                    for skill, need in phase.instructors.items():
                        asked = (serial, need.people_for(serial.seats))
                        needs[skill, serial.site, serial.course, w].append(asked)
                first += phase.weeks
        for (skill, site, course, w), needed in needs.items():
            self._taught_in((skill, site, course, w), needed)
        self._bound_posts()
        self._bound_offers()
        for (who, w), work in self.busy.items():
            if isinstance(who, str):  # a pool of hosts: those there when the week begins
                pool = self.stocks["hosts", who]
                start = self._pools()["hosts", who][0]
                self.rows.keep(together(work, {pool[w - 1]: -1} if w else {}), high=0 if w else start)

    def _taught_in(self, at: tuple[str, str, str, int], asked: list[tuple[Serial, int]]) -> None:
        mission, (skill, site, course, w) = self.mission, at
        there = w < self.exit
        holders = [role for role, r in mission.roles.items() if skill in r.skills]
        local = bool(holders) and all(mission.roles[role].local for role in holders)
        if local and not there:
            return
        foreign, posts, hosts = dict[int, float](), dict[int, float](), dict[int, float]()
        for role in holders if there else ():
            for who in self._able(role, site, course, w):
                work = self.rows.column()
                posts[work] = 1.0
                self.stands[role, site, w][work] = 1.0
                if not mission.roles[role].local:
                    foreign[work] = 1.0
                    self.busy[(role, site, who), w][work] = 1.0
        for kind, pool in self.stocks if mission.sites[site].in_country else ():
            if kind == "hosts" and skill in pool.split("+"):
                work = self.rows.column()
                hosts[work] = self.busy[pool, w][work] = 1.0
        need = {serial.number: float(people) for serial, people in asked}
        self.rows.keep(together(posts, hosts, times(-1, need)), low=0)
        if not local:
            own = {serial.number: float(self._own(course, people)) for serial, people in asked}
            alone = {self.alone[n]: -people for n, people in own.items() if n in self.alone}
            self.rows.keep(together(posts, times(-1, own), times(-1, alone)), low=0)
        turn = w // self.tour * self.tour
        if there and turn > 0 and w - turn < self.overlap and foreign:
            going = {serial.number: -float(people) for serial, people in asked if serial.start < turn}
            self.rows.keep(together(foreign, going), high=0)

    def _able(self, role: str, site: str, course: str, w: int) -> list[OfferedPeople | None]:
        """Whose people can teach a course at a site in a week; None for posts without regard to offers."""
        if self.offered is None or self.mission.roles[role].local:
            return [None]
        turn = w // self.tour * self.tour
        return [
            o
            for o in self.offered
            if (o.role, w < o.ends) == (role, True)
            and site in o.sites
            and course not in o.not_for
            and o.begins + (self.overlap if o.begins > turn > 0 else 0) <= w
        ]

    def _bound_posts(self) -> None:
        """No more work than posts stand in a week, and over a rotation without leave."""
        total: dict[tuple[str, str, int], Terms] = defaultdict(dict)
        for (role, site, w), work in self.stands.items():
            r = w // self.tour
            if not self.posts[role, site, r]:
                self.posts[role, site, r] = {self.rows.column(whole=True): 1.0}
            self.rows.keep(together(work, times(-1, self.posts[role, site, r])), high=0)
            total[role, site, r] |= work
        for (role, site, r), work in total.items():
            if not self.mission.roles[role].local:
                budget = self.teaches(self.weeks_of(r))
                self.rows.keep(together(work, times(-budget, self.posts[role, site, r])), high=0)

    def _bound_offers(self) -> None:
        """Whole people of an offer serve at a site through a rotation, and have their leave."""
        self.sent: dict[tuple[OfferedPeople, str, int], int] = {}
        for o in self.offered or ():
            for r in self.rotations:
                columns = {self._sent(o, site, r): 1.0 for site in o.sites}
                self.rows.keep(columns, high=o.people)
                for site in o.sites:
                    self._serve(o, site, r)

    def _sent(self, o: OfferedPeople, site: str, r: int) -> int:
        self.sent[o, site, r] = self.rows.column(whole=True)
        return self.sent[o, site, r]

    def _serve(self, o: OfferedPeople, site: str, r: int) -> None:
        weeks, people = self.weeks_of(r), {self.sent[o, site, r]: 1.0}
        begins = max(o.begins, weeks[0])
        stay = range(begins, max(begins, min(o.ends, weeks[-1] + 1)))
        total: Terms = {}
        for w in weeks:
            work = self.busy.get(((o.role, site, o), w), {})
            self.rows.keep(together(work, times(-1, people)), high=0)
            total |= work
        self.rows.keep(together(total, times(-self.teaches(stay), people)), high=0)

    # ---- places and posts

    def _rooms(self) -> None:
        used: dict[tuple[str, str, int], Terms] = defaultdict(dict)
        for serial in self.serials:
            first = 0
            for phase in self.mission.courses[serial.course].phases:
                for w in serial.taught[first : first + phase.weeks]:
                    for facility, rooms in phase.uses.items():
                        used[serial.site, facility, w][serial.number] = rooms
                first += phase.weeks
        for (site, facility, _), terms in used.items():
            self.rows.keep(terms, high=self.mission.sites[site].facilities.get(facility, 0))

    @cached_property
    def present(self) -> dict[tuple[str, int], Terms]:
        """Trainees at a site in a week, those over a pause included."""
        people: dict[tuple[str, int], Terms] = defaultdict(dict)
        for serial in self.serials:
            leave = self.mission.courses[serial.course].drops_out.mean
            for w in range(serial.start, serial.end):
                gone = sum(v < w for v in serial.taught)
                people[serial.site, w][serial.trainees] = (1 - leave) ** gone
        return people

    def _command(self, rotation: int) -> dict[str, int]:
        """Posts of the command, as far as they could be filled."""
        mission = self.mission
        if mission.command is None or mission.ceiling == 0:
            return {}
        wanted = mission.commands[mission.command].posts
        if self.offered is None:
            return dict(wanted)
        return {
            role: n
            if mission.roles[role].local
            else min(n, math.floor(self._fill(role, mission.headquarters, rotation) + 1e-9))
            for role, n in wanted.items()
        }

    def _fill(self, role: str, site: str, rotation: int) -> float:
        able = [o for o in self.offered or () if o.role == role and site in o.sites]
        return sum(o.people * self._part(o, rotation) for o in able)

    def _part(self, o: OfferedPeople, rotation: int) -> float:
        weeks = self.weeks_of(rotation)
        return sum(o.begins <= w < o.ends for w in weeks) / len(weeks)

    def _stands_at(self, rule: SupportRule) -> list[str]:
        if rule.at == "headquarters":
            return [self.mission.headquarters]
        return [k for k, s in self.mission.sites.items() if s.in_country or rule.at == "each site"]

    def _support(self) -> None:
        """Posts of each rule at each place follow from what it counts there."""
        for key, rule in self.mission.support.items():
            for site in self._stands_at(rule):
                for r in self.rotations:
                    self.tail[key, site, r] = self.rows.column(whole=True)
        for (key, site, r), posts in self.tail.items():
            rule = self.mission.support[key]
            near = list(self.mission.sites) if rule.at == "headquarters" else [site]
            self._follow(rule, posts, *self._counted(rule, near, r))

    def _counted(self, rule: SupportRule, near: list[str], r: int) -> tuple[Terms, float]:
        terms, fixed, roles = [], 0.0, self.mission.roles
        for of in rule.of:
            if of == "instructors":
                terms += [
                    p
                    for (role, s, q), p in self.posts.items()
                    if s in near and q == r and not roles[role].local
                ]
            elif of == "trainees":
                terms += [{self._peak(s, r): 1.0} for s in near]
            elif of == "command" and self.mission.headquarters in near:
                fixed += sum(n for role, n in self._command(r).items() if not roles[role].local)
            elif of in self.mission.support and not roles[self.mission.support[of].role].local:
                terms += [
                    {p: 1.0} for (other, s, q), p in self.tail.items() if other == of and s in near and q == r
                ]
        return together(*terms), fixed

    def _peak(self, site: str, r: int) -> int:
        peak = self.rows.column()
        for w in self.weeks_of(r):
            self.rows.keep(together(self.present.get((site, w), {}), {peak: -1}), high=0)
        return peak

    def _follow(self, rule: SupportRule, posts: int, counted: Terms, fixed: float) -> None:
        """`posts >= rule(counted)`; by steps one of the levels is chosen where anything is counted."""
        if rule.step is None and rule.fixed is None:
            self.rows.keep(together({posts: 1}, times(-rule.rate, counted)), low=rule.rate * fixed)
            return
        levels = [(float(edge), n) for edge, n in rule.step.edges] if rule.step else []
        levels.append((UNBOUNDED, rule.step.above if rule.step else rule.fixed or 0))
        chosen = [self.rows.column(1, whole=True) for _ in levels]
        self.rows.keep(dict.fromkeys(chosen, 1.0), high=1)
        room = {c: -edge for c, (edge, _) in zip(chosen, levels, strict=True)}
        self.rows.keep(together(counted, room), high=-fixed)
        stand = {c: -float(n) for c, (_, n) in zip(chosen, levels, strict=True)}
        self.rows.keep(together({posts: 1}, stand), low=0)

    def _critical(self) -> None:
        """Command and critical support are filled by people sent for their part of the rotation.

        Of a role that does not teach; what the command alone needs of critical support is not excused here.
        """
        if self.offered is None:
            return
        roles, groups = self.mission.roles, defaultdict[tuple[str, str, int], list[Terms]](list)
        for (key, site, r), posts in self.tail.items():
            role = self.mission.support[key].role
            if roles[role].critical and not roles[role].local:
                groups[role, site, r].append({posts: 1.0})
        for r in self.rotations:
            for role in self._command(r):
                groups.setdefault((role, self.mission.headquarters, r), [])
        for (role, site, r), terms in groups.items():
            command = self._command(r).get(role, 0) if site == self.mission.headquarters else 0
            sent = [
                {column: -self._part(o, q)}
                for (o, s, q), column in self.sent.items()
                if (o.role, s, q) == (role, site, r)
            ]
            self.rows.keep(together(*terms, *sent), high=-command)

    def _foreign(self, r: int, sites: list[str]) -> tuple[Terms, float]:
        """Foreign posts at some sites in a rotation, and how many of them are the command's."""
        roles = self.mission.roles
        terms = [
            p for (role, s, q), p in self.posts.items() if q == r and s in sites and not roles[role].local
        ]
        for (key, s, q), posts in self.tail.items():
            if q == r and s in sites and not roles[self.mission.support[key].role].local:
                terms.append({posts: 1.0})
        command = [n for role, n in self._command(r).items() if not roles[role].local]
        return together(*terms), sum(command) if self.mission.headquarters in sites else 0

    def _ceiling(self) -> None:
        if self.mission.ceiling is not None:
            for r in self.rotations:
                terms, command = self._foreign(r, list(self.mission.sites))
                self.rows.keep(terms, high=self.mission.ceiling - command)

    def _beds(self) -> None:
        for key, site in self.mission.sites.items():
            for w in range(self.mission.weeks) if site.beds is not None else ():
                terms, command = self._foreign(w // self.tour, [key]) if w < self.exit else ({}, 0)
                people = together(self.present.get((key, w), {}), terms)
                self.rows.keep(people, high=(site.beds or 0) - command)
