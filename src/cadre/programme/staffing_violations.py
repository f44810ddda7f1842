"""Whether a programme's posts, its people of offers and the hosts suffice for what is taught and advised.

Takes a programme, its mission and the people followed through it; gives each rotation in which they do not.
Knows none of the planner's solvers: whether people suffice for all skills together, week after week and with
their leave, is a small linear programme for each rotation, solved by scipy.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from cadre.mission import Mission
from cadre.programme.offered import OfferedPeople, Who
from cadre.programme.plan import Programme
from cadre.programme.prices import done_from
from cadre.programme.projection import Batch, StockProjection, shown_from
from cadre.programme.support_violations import posts_for
from cadre.reasons import BrokenRule
from cadre.reasons import broken_programme as broken

ENOUGH, PLACES = 1e-3, 3
"""Person-weeks that may lack in a rotation, what solvers leave; decimals of those that are told to lack."""

Key = tuple[int, bool, int, bool]
"""Weeks alike: period, before exit, rotation, overlap."""


@dataclass
class Demand:
    """Person-weeks of a skill at a site for a course, in weeks that are alike."""

    need: float = 0.0
    own: float = 0.0
    going: float = 0.0
    begun_own: float = 0.0


def staffing_violations(
    programme: Programme,
    mission: Mission,
    followed: StockProjection,
    *,
    offered: Sequence[OfferedPeople] | None = None,
) -> Iterator[BrokenRule]:
    """Return everything for which there are not people enough."""
    yield from _teaching(programme, mission, followed, offered)
    yield from _advice(programme, mission)


def _teaching(
    programme: Programme, mission: Mission, followed: StockProjection, offered: Sequence[OfferedPeople] | None
) -> Iterator[BrokenRule]:
    """People suffice for every skill in every week, and posts for what foreigners must teach."""
    weeks = _Weeks(programme, mission, tuple(offered or ()))
    by_rotation: dict[int, dict[Key, dict[tuple[str, str, str], Demand]]] = {}
    refused = {course for o in offered or () for course in o.not_for}
    shown = shown_from(mission, followed, programme.period_weeks)
    for batch in followed.batches:
        for week, skill, people, own in _taught(programme, mission, batch, shown):
            key = weeks.key(week)
            place = (skill, batch.plan.site, batch.plan.course if batch.plan.course in refused else "")
            one = by_rotation.setdefault(key[2], {}).setdefault(key, {}).setdefault(place, Demand())
            one.need += people
            one.own += own
            begun_before = batch.plan.week < key[2] * mission.tours.weeks
            one.begun_own += own * (key[3] and not begun_before)
            one.going += people * begun_before
    for rotation, demands in sorted(by_rotation.items()):
        short = _Rotation(programme, mission, offered, weeks).short(rotation, demands, followed)
        if short > ENOUGH:
            before_exit = rotation if rotation < weeks.rotations else None
            yield broken.TeachersShort(before_exit, round(short, PLACES))


class _Weeks:
    """Which weeks are alike, and how many open weeks each kind has."""

    def __init__(self, programme: Programme, mission: Mission, offered: tuple[OfferedPeople, ...]) -> None:
        self.mission, self.width = mission, programme.period_weeks
        lost = mission.commands[mission.command].weeks_lost.mean if mission.command else 0.0
        self.overlap = math.floor(mission.tours.handover.mean + lost + 0.5)
        self.rotations = -(-mission.exit_week // mission.tours.weeks)
        self.open: dict[Key, int] = defaultdict(int)
        self.ready: dict[tuple[Key, Who, str], int] = defaultdict(int)
        for week in range(mission.weeks):
            if week not in mission.closed_weeks:
                self.open[self.key(week)] += 1
                for o in offered:
                    for site in o.sites if self.teaches(o, week) else ():
                        self.ready[self.key(week), o.who, site] += week not in o.away_at(site)

    def key(self, week: int) -> Key:
        """Return the kind of a week."""
        there, tour = week < self.mission.exit_week, self.mission.tours.weeks
        rotation = week // tour if there else self.rotations
        return week // self.width, there, rotation, there and rotation > 0 and week % tour < self.overlap

    def teaches(self, o: OfferedPeople, week: int) -> bool:
        """Say whether people of an offer teach in a week: who comes within a later rotation takes over."""
        turn = week // self.mission.tours.weeks * self.mission.tours.weeks
        begins, ends = self.there(o, turn)
        return begins + (self.overlap if begins > turn > 0 else 0) <= week < ends

    def there(self, o: OfferedPeople, turn: int) -> tuple[int, int]:
        """Return the weeks in which people of an offer are there of the rotation that begins in a week."""
        first = max(o.begins, turn)
        last = min(o.ends, turn + self.mission.tours.weeks, self.mission.exit_week)
        low, high = (first + math.floor(max(0, last - first) * end + 0.5 + 1e-9) for end in o.part)
        return low, high

    def budget(self, first: int, last: int, away: Collection[int] = ()) -> float:
        """Return the weeks that a person teaches from one to another (exclusive), without leave."""
        shut = self.mission.closed_weeks | set(away)
        open_weeks = sum(week not in shut for week in range(first, last))
        return max(0, min(open_weeks, last - first - self.mission.tours.leave_in(last - first)))


@dataclass
class _Rows:
    """Rows `A x <= b` of a linear programme over columns that are numbered as they are first named."""

    columns: dict[Hashable, int] = field(default_factory=dict)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    most: list[float] = field(default_factory=list)

    def column(self, name: Hashable) -> int:
        return self.columns.setdefault(name, len(self.columns))

    def require(self, terms: dict[Hashable, float], most: float) -> None:
        """State that a sum is at most a number."""
        self.entries += [(len(self.most), self.column(name), factor) for name, factor in terms.items()]
        self.most.append(most)

    def least(self, of: str) -> float:
        """Return the least sum of the columns whose name begins with a word."""
        from scipy.optimize import linprog  # noqa: PLC0415  (heavy, only where plans are judged)
        from scipy.sparse import csr_array  # noqa: PLC0415

        cost = np.array([float(isinstance(name, tuple) and name[0] == of) for name in self.columns])
        row, column, value = (np.array(part) for part in zip(*self.entries, strict=True))
        matrix = csr_array((value, (row, column)), shape=(len(self.most), cost.size))
        answer = linprog(cost, A_ub=matrix, b_ub=np.array(self.most), method="highs")  # type: ignore[call-overload]
        return float(answer.fun) if answer.success else math.inf


class _Rotation:
    """Everybody who can teach in a rotation, against all that is asked there."""

    def __init__(
        self, programme: Programme, mission: Mission, offered: Sequence[OfferedPeople] | None, weeks: _Weeks
    ) -> None:
        self.programme, self.mission, self.weeks = programme, mission, weeks
        self.offered = offered
        self.posts = posts_for(programme, "instructors")
        self.by_id = {o.who: o for o in offered or ()}

    def short(
        self,
        rotation: int,
        demands: dict[Key, dict[tuple[str, str, str], Demand]],
        followed: StockProjection,
    ) -> float:
        """Return the person-weeks that nobody can be found for."""
        rows, budgets = _Rows(), dict[Hashable, tuple[dict[Hashable, float], float]]()
        for key, loads in demands.items():
            used: dict[Hashable, tuple[dict[Hashable, float], float]] = {}
            for (skill, site, course), load in loads.items():
                posts, foreign = dict[Hashable, float](), dict[Hashable, float]()
                for who, role, there, budget in self._teachers(rotation, key, skill, site, course):
                    x = ("x", key, skill, site, course, who)
                    posts[x] = -1.0
                    if not self.mission.roles[role].local:
                        foreign[x] = 1.0
                        budgets.setdefault(who, ({}, budget))[0][x] = 1.0
                    used.setdefault(("there", who), ({}, there))[0][x] = 1.0
                    most = float(self.posts[role, site, rotation] * self.weeks.open[key])
                    used.setdefault(("posts", role, site), ({}, most))[0][x] = 1.0
                hosts = dict[Hashable, float]()
                for pool, there in self._hosts(key, skill, site, followed):
                    h = ("h", key, skill, site, course, pool)
                    hosts[h] = -1.0
                    used.setdefault(("hosts", pool), ({}, there))[0][h] = 1.0
                gap: dict[Hashable, float] = {("short", key, skill, site, course): -1.0}
                rows.require(posts | hosts | gap, -load.need)
                rows.require(posts | gap, -load.own)
                if key[3]:  # foreigners begin nothing: of what was begun in the overlap none may be theirs
                    rows.require(foreign or {("none",): 0.0}, load.going)
                    rows.require(gap, -load.begun_own)
            for terms, there in used.values():
                rows.require(terms, there)
        for terms, there in budgets.values():
            rows.require(terms, there)
        return rows.least("short") if rows.most else 0.0

    def _teachers(
        self, rotation: int, key: Key, skill: str, site: str, course: str
    ) -> Iterator[tuple[Hashable, str, float, float]]:
        """Return who can use a skill: a name, the role, person-weeks then and of the rotation."""
        open_weeks, tour = self.weeks.open[key], self.mission.tours.weeks
        for role, known in self.mission.roles.items():
            if skill not in known.skills or not key[1]:
                continue
            people = self.posts[role, site, rotation]
            if known.local or self.offered is None:
                ends = min((rotation + 1) * tour, self.mission.exit_week)
                budget = self.weeks.budget(rotation * tour, max(rotation * tour, ends))
                yield (role, site), role, people * open_weeks, people * budget
                continue
            for sent in self.programme.sent:
                o = self.by_id[sent.who]
                if (o.role, sent.site, sent.rotation) != (role, site, rotation) or course in o.not_for:
                    continue
                there = sent.people * self.weeks.ready[key, o.who, site]
                taught = self.weeks.budget(*self.weeks.there(o, rotation * tour), o.away_at(site))
                yield (o.who, site), role, there, sent.people * taught

    def _hosts(
        self, key: Key, skill: str, site: str, followed: StockProjection
    ) -> Iterator[tuple[str, float]]:
        """Return pools of host instructors with their person-weeks: those there when the period begins."""
        if not self.mission.sites[site].in_country:
            return
        before = key[0] * self.programme.period_weeks - 1
        for pool, series in followed.hosts.items():
            if skill in pool.split("+"):
                people = series[before] if before >= 0 else self._at_start(pool)
                yield pool, people * self.weeks.open[key]

    def _at_start(self, pool: str) -> float:
        return self.mission.skills[pool].hosts_at_start.mean if pool in self.mission.skills else 0.0


def _taught(
    programme: Programme, mission: Mission, batch: Batch, shown: Mapping[str, int]
) -> Iterator[tuple[int, str, float, float]]:
    """Return week, skill, people needed and people who must stand on posts, for all serials of a batch.

    Who must stand on posts must after exit, too, when nobody does.
    """
    course, first = mission.courses[batch.plan.course], 0
    alone = shown.get(batch.plan.course, mission.weeks) <= batch.plan.week or any(
        batch.plan.course in project.effects.hosts_teach_alone
        and project.carried_out
        and done_from(programme, mission, key) <= batch.plan.week // programme.period_weeks
        for key, project in mission.projects.items()
    )
    for phase in course.phases:
        for week in batch.taught[first : first + phase.weeks]:
            there = week < mission.exit_week
            for skill, rule in phase.instructors.items():
                local = _local_only(mission, skill)
                if local and not there:
                    continue
                people = rule.people_for(batch.plan.seats)
                own = math.ceil(course.foreign_at_least.mean * people - 1e-9)
                own = 0 if alone or local else own
                yield week, skill, people * batch.plan.serials, own * batch.plan.serials
        first += phase.weeks


def _local_only(mission: Mission, skill: str) -> bool:
    holders = [role for role in mission.roles.values() if skill in role.skills]
    return len(holders) > 0 and all(role.local for role in holders)


def _advice(programme: Programme, mission: Mission) -> Iterator[BrokenRule]:
    """Posts of advisers suffice for the activities that run, in every period before exit."""
    needs: dict[tuple[int, int], dict[tuple[str, str], float]] = {}
    tour, width = programme.rotation_weeks, programme.period_weeks
    for begun in programme.activities:
        activity = mission.projects[begun.project].activities[begun.activity]
        first, site = begun.period * width, activity.site or mission.headquarters
        for week in range(first, math.ceil(first + activity.weeks.mean)):
            part = min(1.0, first + activity.weeks.mean - week)
            need = needs.setdefault((week // width, week // tour), defaultdict(float))
            for skill, people in activity.advisers.items():
                need[skill, site] += people * part
    posts = posts_for(programme, "advisers")
    for (period, rotation), need in sorted(needs.items()):
        first, last = max(period * width, rotation * tour), min((period + 1) * width, (rotation + 1) * tour)
        weeks = max(0, min(last, mission.exit_week) - first)
        short = _advised(
            mission, need, {(r, s): n * weeks for (r, s, q), n in posts.items() if q == rotation}
        )
        if short > ENOUGH:
            yield broken.AdvisersShort(period, round(short, PLACES))


def _advised(
    mission: Mission, need: dict[tuple[str, str], float], posts: dict[tuple[str, str], float]
) -> float:
    """Return the person-weeks of advice for which no adviser is there."""
    rows, used = _Rows(), dict[tuple[str, str], dict[Hashable, float]]()
    for (skill, site), weeks in need.items():
        terms: dict[Hashable, float] = {("short", skill, site): -1.0}
        for role, known in mission.roles.items():
            if skill in known.skills and (role, site) in posts:
                terms["x", skill, site, role] = -1.0
                used.setdefault((role, site), {})["x", skill, site, role] = 1.0
        rows.require(terms, -weeks)
    for place, parts in used.items():
        rows.require(parts, posts[place])
    return rows.least("short") if rows.most else 0.0
