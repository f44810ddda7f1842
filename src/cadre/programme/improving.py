"""Improve a plan part by part, between itself and the relaxation.

Takes a `Guide` and a plan in the columns of its model; gives a plan that is no worse. In each part a solver
may change the serials of a rotation or two, within what lies between the plan and the relaxation, and all
posts; it stays at its root, where its heuristics find nearly all that it finds.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from cadre.programme.frame import Floats
from cadre.programme.guide import Guide
from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Point
from cadre.solving.optimise import solve

NEAR = 1e-3
"""Part of a serial that is none."""
MANY = 1080
"""Runs (a course, a site not given up, a period) above which rotations are searched one by one and never all
together."""
FINER = 0.1
"""Gap of a part, to that of the whole: most parts hold little of what is missing."""
WIDEST = 3
"""Rotations and serials a period by which parts are widened in the end."""
PIVOTS_PER_WORK = 200_000
"""Simplex iterations that count as one unit of work, a thousand nodes of the models met here."""


Told = Callable[[Result], None]
"""Somebody who is told of each better plan, in terms of the relaxation's objective and bound."""


@dataclass(frozen=True)
class Part:
    """Rotations whose serials may change, the last included, and whether activities may.

    `wide` is by how many serials a period more than between plan and relaxation.
    """

    first: int
    last: int
    activities: bool
    wide: int = 0


@dataclass(frozen=True)
class Improved:
    """The best plan, and whether the safety net in seconds ended its search."""

    values: Floats
    by_seconds: bool


def improved(told: Guide, values: Floats, limits: Limits, report: Told | None = None) -> Improved:
    """Search part after part until the gap is met, work or seconds are spent, or no part helps."""
    begun, spent = time.perf_counter(), 0
    goal = told.draft.lp.objectives[0]
    parts = deque(_parts(told))
    _report(told, values, report)
    while parts and spent <= limits.work * PIVOTS_PER_WORK and _state(told, values).gap > limits.gap:
        seconds = limits.seconds - (time.perf_counter() - begun)
        if seconds <= 0:
            return Improved(values, by_seconds=True)
        part = parts.popleft()
        point = search(told, values, part, replace(limits, seconds=seconds))
        spent += 0 if point is None else point.pivots
        if point is not None and float(goal @ point.values) < float(goal @ values):
            values = point.values
            parts.append(part)  # what helped may help again
            _report(told, values, report)
    return Improved(values, by_seconds=False)


def _state(told: Guide, values: Floats) -> Result:
    return Result(Status.FEASIBLE, float(told.draft.lp.objectives[0] @ values), told.value)


def _report(told: Guide, values: Floats, report: Told | None) -> None:
    if report is not None:
        report(_state(told, values))


def _parts(told: Guide) -> Iterator[Part]:
    """Give the last rotations, where most is gained, the first, where activities begin, the rest; then wider.

    Models of few runs are searched in all rotations at once before that.
    """
    runs = sum(runs.periods.size for runs in told.draft.frame.runs if runs.site not in told.given_up)
    rotations, many = told.draft.frame.rotations, runs > MANY
    for wide in range(WIDEST + 1):
        together = (1 if many else 2) + wide
        last = max(0, rotations - together)
        for first in dict.fromkeys((last, 0, *range(last))):
            yield Part(first, first + together - 1, first == 0, wide)
        if last and not many and not wide:
            yield Part(0, rotations - 1, activities=True)


def search(told: Guide, values: Floats, part: Part, limits: Limits) -> Point | None:
    """Search one part of a plan."""
    lower, upper = between(told, values, part.wide)
    draft = told.draft
    for runs, begun, _ in draft.pairs():
        rotation = np.minimum(runs.teach[:, 0] // draft.mission.tours.weeks, draft.frame.rotations - 1)
        out = begun[(rotation < part.first) | (rotation > part.last)]
        lower[out] = upper[out] = np.round(values[out])
    for steps in draft.begun.values() if not part.activities else ():
        lower[steps] = upper[steps] = np.round(values[steps])
    lp = draft.lp.only(draft.lp.objectives, lower, upper)
    return solve(lp, replace(limits, gap=FINER * limits.gap), "root", hint=values)[1]


def between(told: Guide, values: Floats, wide: int = 0) -> tuple[Floats, Floats]:
    """Give bounds that hold serials between a plan and the relaxation rounded, or little wider."""
    lower, upper, _ = told.draft.lp.bounds()
    begun = np.concatenate([np.zeros(0, np.int64), *told.draft.serials])
    wanted, held = np.clip(told.values[begun], lower[begun], upper[begun]), np.round(values[begun])
    lower[begun] = np.maximum(lower[begun], np.minimum(np.floor(wanted + NEAR), held) - wide)
    upper[begun] = np.minimum(upper[begun], np.maximum(np.ceil(wanted - NEAR), held) + wide)
    return lower, upper
