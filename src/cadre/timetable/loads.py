"""What a start of a job asks of rooms and of heads, week by week: the rows of every model of a problem.

Takes a `Instance`, gives loads by row, and what each row has to give. A row is a resource, or the people at a
site with one of a set of skills: no matching of seats and people exists unless, for every set of skills,
those who hold one of them are at least as many as the seats that ask for one (Hall 1935). Only sets whose
skills are linked by somebody who holds both say more than their parts; single skills, linked pairs and whole
linked groups are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from cadre.timetable.instance import Instance, demands
from cadre.timetable.schedule import PartialSchedule

COUNTRY = -1
"""Stands for all sites in country together, among which hosts move."""


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A resource (`resource` 0 or more), or people at a site, foreign ones or all, with one of the skills."""

    resource: int = -1
    site: int = COUNTRY
    foreign: bool = False
    skills: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WeeklyLoad:
    """What a start takes of a row in each week from `begins` to `ends` (exclusive)."""

    row: Row
    begins: int
    ends: int
    amount: float


class Loads:
    """Loads of starts, and supplies of rows."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self._asks: dict[tuple[int, int, bool], list[tuple[int, float, bool, bool]]] = {}
        self._stage: dict[tuple[int, int, bool], list[tuple[Row, float, bool]]] = {}

    @cached_property
    def sets(self) -> tuple[frozenset[int], ...]:
        """Single skills, pairs that somebody holds both of, and groups linked by such pairs."""
        skills = range(len(self.instance.problem.skills))
        pairs = {
            frozenset(pair)
            for worker in self.instance.problem.workers
            for pair in combinations(sorted(worker.skills), 2)
        }
        groups = {frozenset({k}) for k in skills}
        for pair in sorted(pairs, key=sorted):
            linked = [group for group in groups if group & pair]
            groups = (groups - set(linked)) | {frozenset().union(*linked)}
        found = {frozenset({k}) for k in skills} | pairs | groups
        return tuple(sorted(found, key=lambda s: (len(s), sorted(s))))

    def of(self, j: int, start: int) -> Iterator[WeeklyLoad]:
        """Yield what a job takes when it starts in a week in which it could."""
        job, exits = self.instance.problem.jobs[j], self.instance.problem.exits
        begins = start
        for i, ends in enumerate(self.instance.stops(job, start) or ()):
            for row, amount, to_exit in self.rows(j, i, alone=start >= job.alone_from):
                until = min(ends, exits) if to_exit else ends
                if begins < until:
                    yield WeeklyLoad(row, begins, until, amount)
            begins = ends

    def rows(self, j: int, i: int, *, alone: bool) -> list[tuple[Row, float, bool]]:
        """Return what a stage takes in each of its weeks: (row, amount, whether only until exit)."""
        key, job = (j, i, alone), self.instance.problem.jobs[j]
        if key not in self._stage:
            self._stage[key] = [(Row(resource=r), amount, False) for r, amount in job.stages[i].uses]
            self._stage[key] += self._people_rows(j, i, alone=alone)
        return self._stage[key]

    def _people_rows(self, j: int, i: int, *, alone: bool) -> Iterator[tuple[Row, float, bool]]:
        job = self.instance.problem.jobs[j]
        single = self.asks(j, i, alone=alone)
        inside = self.instance.problem.in_country[job.site]
        for skills in self.sets:
            for foreign, to_exit in ((True, False), (False, False), (False, True)):
                people = sum(n for k, n, f, e in single if k in skills and (f, e) == (foreign, to_exit))
                if people:
                    yield Row(-1, job.site, foreign, tuple(sorted(skills))), people, to_exit
                    if inside and not foreign:
                        yield Row(-1, COUNTRY, False, tuple(sorted(skills))), people, to_exit

    def asks(self, j: int, i: int, *, alone: bool) -> list[tuple[int, float, bool, bool]]:
        """Return what a stage asks by skill: (skill, people, whether foreign, whether only until exit)."""
        if (j, i, alone) not in self._asks:
            exits, stage = self.instance.problem.exits, self.instance.problem.jobs[j].stages[i]
            self._asks[j, i, alone] = [
                (next(iter(skills)), people, foreign, until <= exits)
                for skills, people, foreign, until in demands(stage, exits, alone=alone)
                if len(skills) == 1
            ]
        return self._asks[j, i, alone]

    def supply(self, row: Row) -> list[float]:
        """Return what a row has to give in each week when nothing is taken, shape (weeks,)."""
        problem = self.instance.problem
        if row.resource >= 0:
            return list(problem.capacity[row.resource])
        found = [0.0] * problem.weeks
        for p in self.people(row):
            worker = problem.workers[p]
            for week in range(max(0, worker.here), min(worker.leaves, problem.weeks)):
                found[week] += week not in worker.away
        return found

    def left(self, row: Row, schedule: PartialSchedule, weeks: range) -> list[float]:
        """Return what a row has left on a board in each of the weeks."""
        if row.resource >= 0:
            return schedule.room[row.resource][weeks.start : weeks.stop]
        masks = [schedule.free[p] for p in self.people(row)]
        return [float(sum(mask >> week & 1 for mask in masks)) for week in weeks]

    def people(self, row: Row) -> list[int]:
        """Return the workers a row of people counts."""
        sites = [row.site]
        if row.site == COUNTRY:
            sites = [s for s, inside in enumerate(self.instance.problem.in_country) if inside]
        found = {
            p
            for site in sites
            for skill in row.skills
            for p in self.instance.candidates.get((site, skill, row.foreign), ())
        }
        return sorted(found)
