"""Which sets of skills are asked for more than there are people, in which weeks: cuts for the step form.

Takes the runs of a plan, whole or fractional, gives violated `Cut`s. By Hall (1935) seats can be filled only
if for every set of skills the seats that ask for one of them are at most the people who hold one. Where
people stay for a whole stage, the seats held from week `a` to week `b` are at most the people there from `a`
to `b`: so the ends of tours are seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from cadre.solving.linear import Floats
from cadre.timetable.loads import COUNTRY, Loads, Row

MOST_LINKED = 12
"""Skills of a linked group up to which all its subsets are looked at (4,096); else the sets of `Loads`."""
MOST_A_WEEK = 4
"""Cuts taken from each group, week and length of stay, the most violated first."""
TOLERANCE = 1e-3
"""People by which a cut must be missed to be taken."""


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A row of people in one week: seats held for `through` weeks from `week` on, and those there."""

    row: Row
    week: int
    through: int = 1


@dataclass(frozen=True, slots=True)
class WeekRange:
    """Seats of one skill at a site from week `begins` to `ends` (exclusive), `people` of them or a part."""

    site: int
    foreign: bool
    skill: int
    begins: int
    ends: int
    people: float


@dataclass(frozen=True)
class _Group:
    """Skills of a place linked by people, subsets of them, and what these have to give.

    Shapes: `subsets` (sets, skills), `supply` (sets, weeks, lengths of stay).
    """

    site: int
    foreign: bool
    skills: tuple[int, ...]
    subsets: Floats
    supply: Floats


class Halls:
    """Finds cuts; made once for a ground."""

    def __init__(self, loads: Loads) -> None:
        self.loads, self.problem = loads, loads.instance.problem
        longest = max((s.weeks for job in self.problem.jobs for s in job.stages), default=1)
        self.single = self.problem.short_allowed
        self.stays = 1 if self.problem.handovers or self.single else max(1, longest)
        self.groups = [group for place in self._places() for group in self._groups(*place)]

    def violated(self, runs: Iterable[WeekRange], *, share: float = 1.0) -> list[Cut]:
        """The cuts that the runs violate, sorted; or those that use more than a share of the people."""
        demand = self._demand(runs)
        found: list[Cut] = []
        for group in self.groups:
            asked = demand.get((group.site, group.foreign))
            if asked is not None:
                found += self._of_group(group, asked[list(group.skills)], share)
        return sorted(found)

    def _of_group(self, group: _Group, asked: Floats, share: float) -> list[Cut]:
        found = []
        for stay in range(self.stays):
            over = group.subsets @ asked[:, :, stay] - share * group.supply[:, :, stay]
            for week in np.flatnonzero(over.max(axis=0) > TOLERANCE):
                worst = np.argsort(-over[:, week], kind="stable")[:MOST_A_WEEK]
                for i in worst[over[worst, week] > TOLERANCE]:
                    skills = tuple(
                        k for k, inside in zip(group.skills, group.subsets[i], strict=True) if inside
                    )
                    found.append(Cut(Row(-1, group.site, group.foreign, skills), int(week), stay + 1))
        return found

    def _demand(self, runs: Iterable[WeekRange]) -> dict[tuple[int, bool], Floats]:
        """Return seats by place: shape (skills, weeks, lengths of stay)."""
        shape = (len(self.problem.skills), self.problem.weeks, self.stays)
        found: dict[tuple[int, bool], Floats] = {}
        for run in runs:
            places = [(run.site, run.foreign)]
            if self.problem.in_country[run.site] and not run.foreign:
                places.append((COUNTRY, False))
            for place in places:
                asked = found.setdefault(place, np.zeros(shape))[run.skill]
                if self.stays == 1:
                    asked[run.begins : run.ends, 0] += run.people
                for week in range(run.begins, run.ends if self.stays > 1 else run.begins):
                    asked[week, : min(self.stays, run.ends - week)] += run.people
        return found

    def _places(self) -> list[tuple[int, bool]]:
        sites = sorted({job.site for job in self.problem.jobs})
        moving = any(worker.site < 0 for worker in self.problem.workers)
        many = sum(self.problem.in_country[s] for s in sites) > 1
        return [(s, f) for s in sites for f in (False, True)] + (
            [(COUNTRY, False)] if moving and many else []
        )

    def _groups(self, site: int, foreign: bool) -> list[_Group]:
        people = self.loads.people(Row(-1, site, foreign, tuple(range(len(self.problem.skills)))))
        kinds: dict[frozenset[int], Floats] = {}
        for p in people:
            worker = self.problem.workers[p]
            there = kinds.setdefault(worker.skills, np.zeros((self.problem.weeks, self.stays)))
            for stay in range(self.stays):
                there[max(0, worker.here) : max(0, worker.leaves - stay), stay] += 1
                for week in range(max(0, worker.here), max(0, worker.leaves - stay)) if worker.away else ():
                    there[week, stay] -= not worker.is_there(week, week + stay + 1)
        return [self._group(site, foreign, group, kinds) for group in self._linked(list(kinds))]

    def _linked(self, kinds: list[frozenset[int]]) -> list[frozenset[int]]:
        groups = [frozenset({k}) for k in range(len(self.problem.skills))]
        for kind in kinds:
            linked = [group for group in groups if group & kind]
            groups = [group for group in groups if not group & kind] + [frozenset().union(*linked)]
        return groups

    def _group(
        self, site: int, foreign: bool, skills: frozenset[int], kinds: dict[frozenset[int], Floats]
    ) -> _Group:
        order = sorted(skills)
        subsets = self._subsets(order)
        shape = (len(subsets), self.problem.weeks, self.stays)
        held = [kind for kind in kinds if kind & skills]
        if not held:
            return _Group(site, foreign, tuple(order), subsets, np.zeros(shape))
        holds = np.array([[k in kind for k in order] for kind in held], float)
        reached = (subsets @ holds.T > 0).astype(float)
        there = np.array([kinds[kind].ravel() for kind in held])
        return _Group(site, foreign, tuple(order), subsets, (reached @ there).reshape(shape))

    def _subsets(self, order: list[int]) -> Floats:
        """Return sets of a group's skills as rows of 0 and 1; all of them where they are few.

        Where seats may be short single skills alone: finer heads say who is short and not when to start.
        """
        if self.single:
            return np.eye(len(order))
        if len(order) <= MOST_LINKED:
            masks = np.arange(1, 1 << len(order))
            return (masks[:, None] >> np.arange(len(order)) & 1).astype(np.float64)
        kept = [s for s in self.loads.sets if s <= set(order)]
        return np.array([[float(k in s) for k in order] for s in kept])
