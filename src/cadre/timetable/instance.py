"""What holds for a problem whatever the plan: who could hold which seat, when a job could start at all.

Takes a `TimetableProblem`, gives a `Instance` that every board of the problem shares, and the bound that
follows from it: how late each job must be if it had every room and everybody to itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from cadre.timetable.problem import Job, SeatNeed, Stage, TimetableProblem, Worker, stops_of, weeks_counted

ALWAYS = 1 << 30
"""Until a week that does not come."""
TOLERANCE = 1e-9
"""Room below which a resource counts as short; amounts are halves and whole numbers."""


def span(begins: int, ends: int) -> int:
    """Return the mask of the weeks from `begins` to `ends` (exclusive)."""
    return ((1 << max(0, ends - begins)) - 1) << begins


class Instance:
    """A problem with what follows from it alone.

    Parameters
    ----------
    problem : TimetableProblem
        What to plan.
    pinned : mapping of int to int, optional
        Jobs that stand in a week already and stay there.
    """

    def __init__(self, problem: TimetableProblem, pinned: Mapping[int, int] | None = None) -> None:
        self.problem, self.pinned = problem, dict(pinned or {})
        self._closed: dict[frozenset[int], int] = {}
        self._stops: dict[tuple[object, ...], tuple[int, ...] | None] = {}
        self._asks: dict[object, list[list[tuple[int, int, list[int], list[int]]]]] = {}
        self._heads: dict[tuple[int, frozenset[int], bool, bool], list[int]] = {}

    def stops(self, job: Job, start: int) -> tuple[int, ...] | None:
        """Return the ends of a job's stages for a start, as `stops_of`, remembered."""
        closed = self.problem.closed_for(job)
        key = (start, job.deadline, job.pauses, closed, job.outside, tuple(s.weeks for s in job.stages))
        if key not in self._stops:
            self._stops[key] = stops_of(job, start, self.problem)
        return self._stops[key]

    def closed(self, job: Job) -> int:
        """Return the mask of the weeks in which a job stands still."""
        weeks = self.problem.closed_for(job)
        if weeks not in self._closed:
            self._closed[weeks] = sum(1 << w for w in weeks)
        return self._closed[weeks]

    @cached_property
    def candidates(self) -> dict[tuple[int, int, bool], tuple[int, ...]]:
        """By (site, skill, foreign only): who can hold such a seat, hosts first, scarce skills last.

        A skill is as scarce as the weeks asked of it are many against the weeks of those who hold it.
        """
        worth, workers = self._worth(), self.problem.workers
        order = sorted(
            range(len(workers)), key=lambda p: (not workers[p].host, worth[p], workers[p].leaves, p)
        )
        found: dict[tuple[int, int, bool], list[int]] = {}
        for p in order:
            for site in self.sites_of(p):
                for skill in sorted(workers[p].skills):
                    found.setdefault((site, skill, False), []).append(p)
                    if workers[p].foreign:
                        found.setdefault((site, skill, True), []).append(p)
        return {key: tuple(people) for key, people in found.items()}

    def sites_of(self, worker: int) -> list[int]:
        """Return the sites a worker serves: their own, or all in country for one who moves."""
        site = self.problem.workers[worker].site
        return [site] if site >= 0 else [s for s, inside in enumerate(self.problem.in_country) if inside]

    @cached_property
    def takes_leave(self) -> bool:
        """Whether anybody takes leave."""
        return any(worker.leave for worker in self.problem.workers)

    @cached_property
    def teams(self) -> tuple[int, ...]:
        """By worker: the first of those who stand in for each other in weeks of leave.

        They are alike and there in the same weeks, so who of them teaches can be chosen anew each week: each
        has their leave if together they teach no more weeks than all may.
        """
        first: dict[Worker, int] = {}
        workers = enumerate(self.problem.workers)
        return tuple(first.setdefault(replace(w, id=""), p) if w.leave else p for p, w in workers)

    def _worth(self) -> list[float]:
        asked, held = [0.0] * len(self.problem.skills), [1.0] * len(self.problem.skills)
        for job in self.problem.jobs:
            for stage in job.stages:
                for need in stage.needs:
                    asked[need.skill] += need.people * stage.weeks
        for worker in self.problem.workers:
            for skill in worker.skills:
                held[skill] += max(0, worker.leaves - worker.arrives)
        return [round(sum(asked[k] / held[k] for k in sorted(w.skills)), 9) for w in self.problem.workers]

    def heads(self, site: int, skills: frozenset[int], *, foreign: bool, beginning: bool) -> list[int]:
        """Return how many people with one of the skills a site has in each week, shape (weeks + 1,).

        `beginning` counts those who may begin a job, else those who may take one over too; people busy
        elsewhere are left out.
        """
        key = (site, skills, foreign, beginning)
        if key not in self._heads:
            people = {p for k in skills for p in self.candidates.get((site, k, foreign), ())}
            change = [0] * (self.problem.weeks + 2)
            for p in people:
                worker = self.problem.workers[p]
                first = worker.arrives if beginning else worker.here
                change[min(first, self.problem.weeks)] += 1
                change[min(max(first, worker.leaves), self.problem.weeks)] -= 1
                for week in worker.away:
                    if first <= week < min(worker.leaves, self.problem.weeks):
                        change[week] -= 1
                        change[week + 1] += 1
            self._heads[key] = list(accumulate(change))
        return self._heads[key]

    @cached_property
    def starts(self) -> tuple[tuple[int, ...], ...]:
        """By job: the weeks in which it could start if it had every room and everybody to itself, rising.

        Opening, closed weeks, rooms, the number of people week by week and the jobs before it count. No plan
        starts a job in another week, since other jobs only take away and a later start never ends earlier.
        """
        found: dict[int, tuple[int, ...]] = {}

        def look(j: int) -> tuple[int, ...]:
            if j not in found:
                job = self.problem.jobs[j]
                found[j] = ()
                before = [self._first_end(b, look(b)) for b in job.after]
                if j in self.pinned:
                    found[j] = (self.pinned[j],) if self.stops(job, self.pinned[j]) else ()
                elif None not in before:
                    first = max([job.earliest, job.opens, *(b for b in before if b is not None)])
                    weeks = range(first, job.latest + 1)
                    found[j] = tuple(w for w in weeks if self._could_start(j, w))
            return found[j]

        return tuple(look(j) for j in range(len(self.problem.jobs)))

    def _first_end(self, j: int, starts: tuple[int, ...]) -> int | None:
        stops = self.stops(self.problem.jobs[j], starts[0]) if starts else None
        return stops[-1] if stops else None

    def _could_start(self, j: int, start: int) -> bool:
        job = self.problem.jobs[j]
        stops = self.stops(job, start)
        if stops is None:
            return False
        begins = start
        asked = self._asked(j, alone=start >= job.alone_from)
        for stage, rows, ends in zip(job.stages, asked, stops, strict=True):
            if any(min(self.problem.capacity[r][begins:ends]) < a - TOLERANCE for r, a in stage.uses):
                return False
            for people, until, beginning, there in rows:
                last = min(ends, until)
                if begins < last and min(there[begins:last]) < people:
                    return False
                if begins == start and begins < last and beginning[begins] < people:
                    return False
            begins = ends
        return True

    def _asked(self, j: int, *, alone: bool) -> list[list[tuple[int, int, list[int], list[int]]]]:
        """Give, by stage, what it asks: (people, until which week, who may begin, who is there by week)."""
        job = self.problem.jobs[j]
        key = (job.site, job.stages, alone)
        if key not in self._asks:
            self._asks[key] = [
                [
                    (
                        people,
                        until,
                        self.heads(job.site, skills, foreign=foreign, beginning=True),
                        self.heads(job.site, skills, foreign=foreign, beginning=False),
                    )
                    for skills, people, foreign, until in demands(stage, self.problem.exits, alone=alone)
                    if len(skills) == 1 or not self.problem.short_allowed
                ]
                for stage in job.stages
            ]
        return self._asks[key]

    @cached_property
    def followers(self) -> tuple[tuple[int, ...], ...]:
        """By job: the jobs that wait for it."""
        found: list[list[int]] = [[] for _ in self.problem.jobs]
        for j, job in enumerate(self.problem.jobs):
            for before in job.after:
                found[before].append(j)
        return tuple(tuple(jobs) for jobs in found)

    @cached_property
    def ahead(self) -> tuple[tuple[int, ...], ...]:
        """By job: the jobs that start at least a week after it, where they take place at all."""
        found: list[list[int]] = [[] for _ in self.problem.jobs]
        for j, job in enumerate(self.problem.jobs):
            for before in job.behind:
                found[before].append(j)
        return tuple(tuple(jobs) for jobs in found)

    @cached_property
    def bound(self) -> float:
        """Sum over jobs of priority x the least weeks that each could count alone."""
        return sum(job.priority * least for job, least in zip(self.problem.jobs, self.least, strict=True))

    @cached_property
    def least(self) -> tuple[int, ...]:
        """By job: the least weeks that it could count alone, at its first start or where it is expected."""
        return tuple(map(_least, self.problem.jobs, self.starts))


def _least(job: Job, starts: Sequence[int]) -> int:
    weeks: list[int | None] = [*starts[:1], *((job.stands,) if job.stands in starts else ())]
    return min(weeks_counted(job, week) for week in weeks or [None])


def demands(stage: Stage, exits: int, *, alone: bool) -> Iterator[tuple[frozenset[int], int, bool, int]]:
    """What a stage asks of people: (skills, people with one of them, whether foreign, until which week).

    Each need by itself and all needs together; `alone` where no foreign people are needed, who else are until
    the end, when there is nobody, too. Needs aside count only where somebody foreign must teach.
    """
    foreign = [] if alone else [n for n in stage.needs if n.foreign]
    for need in foreign:
        yield frozenset({need.skill}), need.foreign, True, ALWAYS
    if len(foreign) > 1:
        yield frozenset(n.skill for n in foreign), sum(n.foreign for n in foreign), True, ALWAYS
    main = [n for n in stage.needs if not n.aside]
    yield from _together(main, ALWAYS)
    if foreign or not main:
        yield from _together([n for n in stage.needs if n.aside], exits)


def _together(needs: list[SeatNeed], until: int) -> Iterator[tuple[frozenset[int], int, bool, int]]:
    for need in needs:
        yield frozenset({need.skill}), need.people, False, until
    if len(needs) > 1:
        yield frozenset(n.skill for n in needs), sum(n.people for n in needs), False, until
