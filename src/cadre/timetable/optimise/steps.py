"""The step form: "job j has started by its i-th possible week", with rows of rooms, and of heads where cut.

Takes a `Instance`, gives a linear model whose relaxation bounds every plan and whose whole points are starts.
Columns `z[j, i]`; this form has a tenth of the entries of "starts in week w" (docs/model/timetable.md). Rows
of people are added as `Cut`s, since few of them ever bind.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from cadre.solving.linear import Floats, Ints, LinearModel
from cadre.timetable.hall_cuts import Cut, WeekRange
from cadre.timetable.instance import Instance
from cadre.timetable.loads import COUNTRY, Loads
from cadre.timetable.plan import DROPPED_WEEKS
from cadre.timetable.problem import Job, weeks_counted

TOLERANCE = 1e-7
"""Part of a job below which it counts as not started; relative room for the solver's tolerances."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stage of a job over the starts `first` to `last` (exclusive) that ask the same of people."""

    stage: int
    alone: bool
    first: int
    last: int
    begins: list[int]
    ends: list[int]


@dataclass
class StepForm:
    """The model, its starts and columns by job, the constant of its objective, and the cuts it holds."""

    instance: Instance
    loads: Loads
    starts: list[Ints]
    lp: LinearModel = field(default_factory=LinearModel)
    columns: list[Ints] = field(default_factory=list)
    parts: list[list[_Part]] = field(default_factory=list)
    constant: float = 0.0
    cuts: set[Cut] = field(default_factory=set)

    def cut(self, cuts: Sequence[Cut]) -> int:
        """Add cuts that the model does not hold yet; gives how many."""
        new = [cut for cut in dict.fromkeys(cuts) if cut not in self.cuts]
        self.cuts.update(new)
        terms, upper = [], []
        for number, cut in enumerate(new):
            entries = list(self._entries(cut))
            columns = np.array([c for c, _ in entries], np.int64)
            terms.append((np.full(len(entries), number), columns, np.array([a for _, a in entries])))
            upper.append(self._supply(cut))
        if new:
            self.lp.require(f"heads {len(self.cuts)}", terms, upper=np.array(upper))
        return len(new)

    def runs(self, values: Floats) -> Iterator[WeekRange]:
        """Yield the seats that a point asks for, by job, start, stage and skill."""
        exits = self.instance.problem.exits
        for j, columns in enumerate(self.columns):
            begun = np.diff(values[columns], prepend=0.0)
            for part in self.parts[j]:
                for i in part.first + np.flatnonzero(begun[part.first : part.last] > TOLERANCE):
                    begins, ends = part.begins[i - part.first], part.ends[i - part.first]
                    for skill, people, foreign, to_exit in self.loads.asks(j, part.stage, alone=part.alone):
                        until = min(ends, exits) if to_exit else ends
                        site = self.instance.problem.jobs[j].site
                        yield WeekRange(site, foreign, skill, begins, until, people * float(begun[i]))

    def weeks(self, values: Floats, *, share: float = 0.5) -> dict[int, int]:
        """Give, by job, the first week by which more than a share of it has started."""
        found = {}
        for j, columns in enumerate(self.columns):
            started = np.flatnonzero(values[columns] > share)
            if started.size:
                found[j] = int(self.starts[j][started[0]])
        return found

    def begun(self, weeks: Mapping[int, int]) -> Floats:
        """Return the point of starts by job, as `weeks` reads it."""
        found = np.zeros(self.lp.columns)
        for j, week in weeks.items():
            found[self.columns[j][self.starts[j] >= week]] = 1.0
        return found

    def _supply(self, cut: Cut) -> float:
        workers = self.instance.problem.workers
        there = (workers[p] for p in self.loads.people(cut.row))
        return float(sum(w.is_there(cut.week, cut.week + cut.through) for w in there))

    def _entries(self, cut: Cut) -> Iterator[tuple[int, float]]:
        """Seats held from the week on: `sum seats (z[last begun by then] - z[last over before the end])`."""
        for j, job in enumerate(self.instance.problem.jobs):
            inside = self.instance.problem.in_country[job.site] and cut.row.site == COUNTRY
            for part in self.parts[j] if inside or job.site == cut.row.site else ():
                begun = bisect_right(part.begins, cut.week) - 1
                over = bisect_right(part.ends, cut.week + cut.through - 1) - 1
                people = self._people(j, part, cut) if begun > over else 0.0
                if people:
                    yield int(self.columns[j][part.first + begun]), people
                    if part.first + over >= 0:
                        yield int(self.columns[j][part.first + over]), -people

    def _people(self, j: int, part: _Part, cut: Cut) -> float:
        after = cut.week + cut.through > self.instance.problem.exits
        return sum(
            people
            for skill, people, foreign, to_exit in self.loads.asks(j, part.stage, alone=part.alone)
            if skill in cut.row.skills and foreign == cut.row.foreign and not (to_exit and after)
        )


def step_form(instance: Instance, starts: list[Ints]) -> StepForm:
    """Pose the step form of the starts given, by job and rising, without rows of people."""
    steps = StepForm(instance, Loads(instance), starts)
    steps.columns = [steps.lp.add(weeks.size, upper=1.0, integer=True) for weeks in starts]
    steps.parts = [list(_parts(instance, j, weeks)) for j, weeks in enumerate(starts)]
    if steps.lp.columns:
        steps.constant = _cost(steps)
        _in_order(steps)
        _follows(steps)
        _behind(steps)
        _rooms(steps)
    return steps


def affordable(instance: Instance, reached: float) -> list[Ints]:
    """Return the starts by job, without those so dear that no plan with them could beat `reached`."""
    slack, found = reached - instance.bound, []
    for job, weeks, least in zip(instance.problem.jobs, instance.starts, instance.least, strict=True):
        starts = np.array(weeks, np.int64)
        found.append(starts[job.priority * (_counted(job, starts) - least) <= slack + TOLERANCE])
    return found


def _counted(job: Job, starts: Ints) -> Ints:
    """Return what each start counts, as `weeks_counted`, shape (starts,)."""
    late = np.minimum(DROPPED_WEEKS, np.maximum(0, starts - job.due))
    return late if job.stands is None else late + job.moving * (starts != job.stands)


def _parts(instance: Instance, j: int, starts: Ints) -> Iterator[_Part]:
    job = instance.problem.jobs[j]
    ends = _stage_ends(instance, j, starts)
    alone = int(np.searchsorted(starts, job.alone_from))
    for first, last in ((0, alone), (alone, starts.size)):
        for i in range(len(job.stages) if first < last else 0):
            begins = starts if i == 0 else ends[:, i - 1]
            weeks = begins[first:last].tolist(), ends[first:last, i].tolist()
            yield _Part(i, first == alone, first, last, *weeks)


def _stage_ends(instance: Instance, j: int, starts: Ints) -> Ints:
    """Return the week after each stage of a job by start, shape (starts, stages)."""
    job = instance.problem.jobs[j]
    found = [instance.stops(job, int(start)) for start in starts]
    return np.array(found, np.int64).reshape(starts.size, len(job.stages))


def _cost(steps: StepForm) -> float:
    """Cost of `z`, summed by parts: each start costs what it counts, none what a dropped job counts."""
    terms: list[tuple[Ints, Floats]] = []
    jobs = steps.instance.problem.jobs
    for job, weeks, z in zip(jobs, steps.starts, steps.columns, strict=True):
        late = _counted(job, weeks).astype(np.float64)
        later = np.append(late[1:], weeks_counted(job, None))[: late.size]
        terms.append((z, job.priority * (late - later)))
    steps.lp.minimise([(z, weights) for z, weights in terms if z.size])
    return sum(job.priority * weeks_counted(job, None) for job in jobs)


def _in_order(steps: StepForm) -> None:
    """`z[j, i] <= z[j, i + 1]`."""
    first = np.concatenate([z[:-1] for z in steps.columns])
    then = np.concatenate([z[1:] for z in steps.columns])
    if first.size:
        row = np.arange(first.size)
        steps.lp.require("in order", [(row, first, 1), (row, then, -1)], upper=np.zeros(first.size))


def _follows(steps: StepForm) -> None:
    """`z[j, i] <= z[b, k]`, k the last start of a job before it that is over by then."""
    mine: list[int] = []
    before: list[int] = []
    never: list[int] = []
    for j, job in enumerate(steps.instance.problem.jobs):
        for b in job.after:
            ends = _stage_ends(steps.instance, b, steps.starts[b])[:, -1]
            k = np.searchsorted(ends, steps.starts[j], side="right")
            mine += steps.columns[j][k > 0].tolist()
            before += steps.columns[b][k[k > 0] - 1].tolist()
            never += steps.columns[j][k == 0].tolist()
    if mine:
        row = np.arange(len(mine))
        steps.lp.require("follows", [(row, mine, 1), (row, before, -1)], upper=np.zeros(len(mine)))
    if never:
        steps.lp.require("too early", [(np.arange(len(never)), never, 1)], upper=np.zeros(len(never)))


def _behind(steps: StepForm) -> None:
    """`z[j, i] <= z[b, k] + 1 - z[b, last]`, k the last start of b a week before: b is earlier or dropped."""
    entries: list[tuple[int, int, int]] = []
    number = 0
    for j, job in enumerate(steps.instance.problem.jobs):
        for b in job.behind:
            k = np.searchsorted(steps.starts[b], steps.starts[j] - 1, side="right")
            for i in np.flatnonzero(k < steps.starts[b].size):
                entries += [(number, int(steps.columns[j][i]), 1), (number, int(steps.columns[b][-1]), 1)]
                if k[i]:
                    entries.append((number, int(steps.columns[b][k[i] - 1]), -1))
                number += 1
    if entries:
        rows, columns, amounts = (np.array(part) for part in zip(*entries, strict=True))
        steps.lp.require("behind", [(rows, columns, amounts)], upper=np.ones(number))


def _rooms(steps: StepForm) -> None:
    """What runs holds at most what there is, by resource and week, where that could bind."""
    entries: dict[tuple[int, int], list[tuple[int, float]]] = {}
    most: dict[tuple[int, int], float] = {}
    jobs, capacity = steps.instance.problem.jobs, steps.instance.problem.capacity
    for j, parts in enumerate(steps.parts):
        for part in parts:
            for r, amount in jobs[j].stages[part.stage].uses:
                for week, begun, over in _running(part):
                    found = entries.setdefault((r, week), [])
                    found.append((int(steps.columns[j][begun]), amount))
                    if over >= 0:
                        found.append((int(steps.columns[j][over]), -amount))
                    most[r, week] = most.get((r, week), 0.0) + amount
    binding = [key for key in sorted(entries) if most[key] > capacity[key[0]][key[1]]]
    if binding:
        rows = np.repeat(np.arange(len(binding)), [len(entries[key]) for key in binding])
        columns = np.array([c for key in binding for c, _ in entries[key]])
        amounts = np.array([a for key in binding for _, a in entries[key]])
        supply = np.array([capacity[r][w] for r, w in binding])
        steps.lp.require("rooms", [(rows, columns, amounts)], upper=supply)


def _running(part: _Part) -> Iterator[tuple[int, int, int]]:
    """Yield (week, last start begun, last start over or -1) for each week in which a part may run."""
    begun = over = -1
    for week in range(part.begins[0], part.ends[-1]):
        while begun + 1 < len(part.begins) and part.begins[begun + 1] <= week:
            begun += 1
        while over + 1 < len(part.ends) and part.ends[over + 1] <= week:
            over += 1
        if begun > over:
            yield week, part.first + begun, part.first + over
