"""Starts priced by the relaxation: those that any good plan could use, searched in whole numbers.

Takes a `Relaxed`, gives boards and raises its bound. The duals of rooms, heads and order price each start of
each job: a plan that uses a start costs at least the bound and the price. So a search among starts within a
price is small, and what it finds within bound and price is the best of all plans.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from cadre.solving import Limits, Status
from cadre.solving.linear import Floats, LinearModel
from cadre.solving.optimise import solve
from cadre.timetable.optimise.mip import STARTS_GAP, boards
from cadre.timetable.optimise.relaxation import Relaxed, cut_down
from cadre.timetable.optimise.steps import TOLERANCE, StepForm, step_form
from cadre.timetable.schedule import PartialSchedule

FIRST, LEAST_PRICE = 1e-3, 1.0
"""Part of the bound within which starts are looked at first, and the least such price."""
WIDER = 3.0
"""By how much the price is raised where no plan lies within it."""
MOST_ROUNDS = 30
"""Searches of starts in all."""
STARTS_SECONDS = 0.7
"""Part of the seconds left that one search may take; the rest is for staffing what it finds."""
NEAR = 0.7
"""Part of the people there from which on a row of heads is put in before it is violated."""


@dataclass(frozen=True)
class StartPrices:
    """What a plan costs at least, and by job what each start, and last being dropped, adds to that."""

    bound: float
    starts: list[Floats]


def prices(steps: StepForm, duals: Floats) -> StartPrices:
    """Price starts by the duals of a relaxation (Lagrange: valid for any duals of the right sign).

    With `r = c - A' y` over all rows but those that keep a job's columns in order, job `j` costs
    `sum r[k], k >= i` when it starts by `i`, and nothing more when dropped.
    """
    rows, columns, amounts = steps.lp.triplets()
    first, last = steps.lp.blocks.get("in order", (0, 0))
    y = np.zeros(steps.lp.rows)
    y[: duals.size] = np.minimum(duals, 0.0)  # rows added since cost nothing
    y[first:last] = 0.0
    upper = np.concatenate(steps.lp.row_upper)
    reduced = steps.lp.objectives[0] - np.bincount(columns, amounts * y[rows], steps.lp.columns)
    costs = [np.append(np.cumsum(reduced[z][::-1])[::-1], 0.0) for z in steps.columns]
    least = sum(float(cost.min()) for cost in costs)
    bound = steps.constant + float(upper[y < 0] @ y[y < 0]) + least
    return StartPrices(bound, [cost - cost.min() for cost in costs])


@dataclass
class _Ladder:
    """How far the search is: the price looked within, the best cost known, the starts that reached it.

    It is `over` when the work was spent on all starts that could be better.
    """

    within: float
    best: float
    least_step: float
    hint: Mapping[int, int] | None = None
    over: bool = False


def plans(
    relaxed: Relaxed, limits: Limits, *, until: float, begin: Mapping[int, int] | None = None
) -> Iterator[PartialSchedule]:
    """Yield plans whose starts lie within a price, wider and wider, until the best is proved.

    The search begins from the starts given, where they are given.
    """
    jobs = relaxed.steps.instance.problem.jobs
    if relaxed.values is None:
        return
    whole_costs = all(float(job.priority).is_integer() for job in jobs)
    ladder = _Ladder(max(LEAST_PRICE, FIRST * relaxed.bound), relaxed.reached, float(whole_costs), begin)
    if relaxed.halls.single:
        relaxed.steps.cut(relaxed.halls.violated(relaxed.steps.runs(relaxed.values), share=NEAR))
    for _ in range(MOST_ROUNDS):
        cut_down(relaxed, limits, until=until)
        left = min(limits.seconds, until - time.perf_counter())
        relaxed.by_seconds |= left <= 0
        if left <= 0 or ladder.over or ladder.best - relaxed.bound <= limits.gap * max(1.0, ladder.best):
            return
        starts = _search(relaxed, ladder, replace(limits, seconds=STARTS_SECONDS * left))
        left = min(limits.seconds, until - time.perf_counter())
        if starts is not None and left > 0:
            yield from boards(relaxed.steps.instance, starts, replace(limits, seconds=left))


def _search(relaxed: Relaxed, ladder: _Ladder, limits: Limits) -> Mapping[int, int] | None:
    """Search among the starts within the price; gives starts that can be staffed, in part at least, or None.

    Plans with dearer starts cost more than bound and price, and none is better than the best where that
    reaches it; so the bound rises to the smaller of what is proved of both kinds.
    """
    priced = prices(relaxed.steps, relaxed.duals)
    better = ladder.best - ladder.least_step
    within = min(ladder.within, better - priced.bound + TOLERANCE * max(1.0, better))
    if within < 0:
        relaxed.bound = ladder.best
        return None
    every = within >= better - priced.bound
    beyond = ladder.best if every else priced.bound + within
    few = _few(relaxed.steps, priced, within)
    asked = replace(limits, gap=limits.gap * STARTS_GAP)
    start = None if ladder.hint is None else few.begun(ladder.hint)
    result, point = solve(_must_run(few, priced, within), asked, hint=start)
    relaxed.by_seconds |= result.by_seconds
    inside = beyond if result.status == Status.INFEASIBLE else few.constant + result.bound
    relaxed.bound = max(relaxed.bound, _rounded(min(inside, beyond), ladder.least_step))
    if point is None:
        ladder.within *= WIDER
        ladder.over = every
        return None
    if relaxed.steps.cut(relaxed.halls.violated(few.runs(point.values))):
        return few.weeks(point.values) if relaxed.halls.single else None  # a plan, with more seats short
    ladder.hint, cost = few.weeks(point.values), few.constant + result.objective
    ladder.within = max(WIDER * ladder.within, cost - priced.bound)
    ladder.over = every and result.status != Status.OPTIMAL
    if cost >= ladder.best:
        return None
    ladder.best = cost
    return ladder.hint


def _rounded(proved: float, least_step: float) -> float:
    """Return what a solver proves less its tolerance, up to the next cost that a plan can have."""
    below = proved - TOLERANCE * max(1.0, abs(proved))
    return math.ceil(below) if least_step and math.isfinite(below) else below


def _few(steps: StepForm, priced: StartPrices, within: float) -> StepForm:
    """Return the step form of the starts within a price, with the cuts known."""
    kept = [w[p[:-1] <= within + TOLERANCE] for w, p in zip(steps.starts, priced.starts, strict=True)]
    few = step_form(steps.instance, kept)
    few.cut(sorted(steps.cuts))
    return few


def _must_run(few: StepForm, priced: StartPrices, within: float) -> LinearModel:
    """Bound the jobs that are too dear to drop to run."""
    lower, upper, _ = few.lp.bounds()
    for z, price in zip(few.columns, priced.starts, strict=True):
        if z.size and price[-1] > within + TOLERANCE:
            lower[z[-1]] = 1.0
    return few.lp.only(few.lp.objectives, lower=lower, upper=upper)
