"""The bound: the step form relaxed, with rows of rooms and of heads per set of skills.

Takes a `Ground`, gives the least first objective that weekly head-counts allow. Columns `z[j, i]` say how
much of job `j` has started by its `i`-th possible start; this form has a tenth of the entries of "starts in
week w".
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Floats, Ints, LinearModel
from cadre.solving.optimise import solve
from cadre.timetable.ground import Ground
from cadre.timetable.loads import Loads, Row
from cadre.timetable.plan import DROPPED_WEEKS


def relaxed_bound(ground: Ground, limits: Limits, *, reached: float) -> tuple[float, bool]:
    """Give a bound on the first objective, at most what was `reached`.

    Starts that cost so much that no plan with them could beat `reached` are left out, so the relaxation
    bounds the plans that are better, and `reached` bounds the others. Also says
    whether the safety net in seconds struck, in which case the bound of each job alone is given.
    """
    slack = reached - ground.bound
    starts = [_affordable(ground, j, slack) for j in range(len(ground.starts))]
    lp = LinearModel()
    columns = [lp.add(weeks.size, upper=1.0) for weeks in starts]
    if not lp.columns:
        return min(reached, ground.bound), False
    constant = _cost(lp, ground, starts, columns)
    _in_order(lp, columns)
    _follows(lp, ground, starts, columns)
    _rows(lp, ground, starts, columns)
    result, _ = solve(lp, replace(limits, gap=0.0), relaxed=True)
    return min(reached, max(ground.bound, constant + proved(result))), result.by_seconds


def _affordable(ground: Ground, j: int, slack: float) -> Ints:
    job, starts = ground.problem.jobs[j], np.array(ground.starts[j], np.int64)
    least = max(0, int(starts[0]) - job.due) if starts.size else 0
    late = np.maximum(0, starts - job.due) - least
    return starts[job.priority * late <= slack + TOLERANCE]


def proved(result: Result) -> float:
    """Give what a relaxation proves: its objective when solved to the end, else nothing."""
    return (
        result.objective - TOLERANCE * max(1.0, abs(result.objective))
        if result.status == Status.OPTIMAL
        else -np.inf
    )


TOLERANCE = 1e-7
"""Relative room for the solver's tolerances."""


def _cost(lp: LinearModel, ground: Ground, starts: list[Ints], columns: list[Ints]) -> float:
    """Cost of `z`, summed by parts: a start in week w costs late(w), none `DROPPED_WEEKS`."""
    terms: list[tuple[Ints, Floats]] = []
    for job, weeks, z in zip(ground.problem.jobs, starts, columns, strict=True):
        late = np.minimum(DROPPED_WEEKS, np.maximum(0, weeks - job.due)).astype(np.float64)
        later = np.append(late[1:], DROPPED_WEEKS)[: late.size]
        terms.append((z, job.priority * (late - later)))
    lp.minimise([(z, weights) for z, weights in terms if z.size])
    return sum(job.priority * DROPPED_WEEKS for job in ground.problem.jobs)


def _in_order(lp: LinearModel, columns: list[Ints]) -> None:
    """`z[j, i] <= z[j, i + 1]`."""
    first = np.concatenate([z[:-1] for z in columns])
    then = np.concatenate([z[1:] for z in columns])
    if first.size:
        row = np.arange(first.size)
        lp.require("in order", [(row, first, 1), (row, then, -1)], upper=np.zeros(first.size))


def _follows(lp: LinearModel, ground: Ground, starts: list[Ints], columns: list[Ints]) -> None:
    """`z[j, i] <= z[b, k]`, k the last start of a job before it that is over by then."""
    mine: list[int] = []
    before: list[int] = []
    for j, job in enumerate(ground.problem.jobs):
        for b in job.after:
            ends = _stage_ends(ground, b, starts[b])[:, -1]
            k = np.searchsorted(ends, starts[j], side="right")
            mine += columns[j][k > 0].tolist()
            before += columns[b][k[k > 0] - 1].tolist()
    if mine:
        row = np.arange(len(mine))
        lp.require("follows", [(row, mine, 1), (row, before, -1)], upper=np.zeros(len(mine)))


def _stage_ends(ground: Ground, j: int, starts: Ints) -> Ints:
    """Give the week after each stage of a job by start, shape (starts, stages)."""
    job = ground.problem.jobs[j]
    found = [ground.stops(job, int(start)) for start in starts]
    return np.array(found, np.int64).reshape(starts.size, len(job.stages))


@dataclass
class _Entries:
    """Entries of the weekly rows: row number, column, amount; and the most that could run in each row."""

    weeks: int
    numbers: dict[Row, int] = field(default_factory=dict)
    parts: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)
    most: list[tuple[Ints, Floats]] = field(default_factory=list)

    def add(self, row: Row, weeks: Ints, columns: Ints, amount: Floats) -> None:
        number = self.numbers.setdefault(row, len(self.numbers)) * self.weeks
        self.parts.append((number + weeks, columns, amount))

    def could_run(self, row: Row, weeks: Ints, amount: float) -> None:
        number = self.numbers.setdefault(row, len(self.numbers)) * self.weeks
        self.most.append((number + weeks, np.full(weeks.size, amount)))


def _rows(lp: LinearModel, ground: Ground, starts: list[Ints], columns: list[Ints]) -> None:
    """What runs takes at most what there is: `sum amount (z[last begun] - z[last over]) <= supply`."""
    loads, entries = Loads(ground), _Entries(ground.problem.weeks)
    for j, weeks in enumerate(starts):
        if weeks.size:
            _job_entries(entries, loads, j, weeks, columns[j])
    if not entries.parts:
        return
    supply = np.array([loads.supply(row) for row in entries.numbers]).ravel()
    most = np.zeros(supply.size)
    for rows, amounts in entries.most:
        most[rows] += amounts
    rows, cols, amounts = (np.concatenate(part) for part in zip(*entries.parts, strict=True))
    binding = most > supply
    if binding.any():
        kept, number = binding[rows], np.cumsum(binding) - 1
        lp.require("rows", [(number[rows[kept]], cols[kept], amounts[kept])], upper=supply[binding])


def _job_entries(entries: _Entries, loads: Loads, j: int, weeks: Ints, columns: Ints) -> None:
    ground, job = loads.ground, loads.ground.problem.jobs[j]
    ends = _stage_ends(ground, j, weeks)
    alone = int(np.searchsorted(weeks, job.alone_from))
    for first, last in ((0, alone), (alone, weeks.size)):
        for i in range(len(job.stages) if first < last else 0):
            begins = (weeks if i == 0 else ends[:, i - 1])[first:last]
            for row, amount, to_exit in loads.rows(j, i, alone=first == alone):
                until = min(int(ends[last - 1, i]), ground.problem.exits if to_exit else ground.problem.weeks)
                span = np.arange(begins[0], until)
                begun = first + np.searchsorted(begins, span, side="right") - 1
                over = first + np.searchsorted(ends[first:last, i], span, side="right") - 1
                runs = begun > over
                entries.add(row, span[runs], columns[begun[runs]], np.full(int(runs.sum()), amount))
                taken = runs & (over >= 0)
                entries.add(row, span[taken], columns[over[taken]], np.full(int(taken.sum()), -amount))
                entries.could_run(row, span[runs], amount)
