"""Improve a plan part by part, between itself and the relaxation.

Takes a `Guide` and a plan in the columns of its model; gives a plan that is no worse. In each part a solver
may change the serials of a rotation or two, within what lies between the plan and the relaxation, and all
posts; it stays at its root, where its heuristics find nearly all that it finds.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from cadre.programme.draft import Draft
from cadre.programme.frame import Floats
from cadre.programme.guide import Guide
from cadre.solving import Limits
from cadre.solving.linear import Point
from cadre.solving.optimise import solve

NEAR = 1e-3
"""Part of a serial that is none."""
MANY = 1000
"""Runs (a course, a site, a period) above which rotations are searched one by one and never all together."""
FINER = 0.1
"""Gap of a part, to that of the whole: most parts hold little of what is missing."""
PIVOTS_PER_WORK = 200_000
"""Simplex iterations that count as one unit of work, a thousand nodes of the models met here."""


@dataclass(frozen=True)
class Part:
    """Rotations whose serials may change, the last included, and whether activities may."""

    first: int
    last: int
    activities: bool


def improved(told: Guide, values: Floats, limits: Limits) -> Floats:
    """Search part after part until work or seconds are spent, or all were searched in vain."""
    begun, spent, vain = time.perf_counter(), 0, 0
    goal = told.draft.lp.objectives[0]
    parts = list(_parts(told.draft))
    for number in count():
        seconds = limits.seconds - (time.perf_counter() - begun)
        if spent > limits.work * PIVOTS_PER_WORK or vain >= len(parts) or seconds <= 0:
            break
        point = search(told, values, parts[number % len(parts)], limits)
        better = point is not None and float(goal @ point.values) < float(goal @ values)
        vain = 0 if better else vain + 1
        if point is not None:
            spent += point.pivots
            values = point.values if better else values
    return values


def _parts(draft: Draft) -> Iterator[Part]:
    """Give the last rotations, where most is gained, the first, where activities begin, the rest, and all."""
    rotations, many = draft.frame.rotations, sum(y.size for y in draft.serials) > MANY
    together = 1 if many else 2
    last = max(0, rotations - together)
    for first in dict.fromkeys((last, 0, *range(last))):
        yield Part(first, first + together - 1, activities=first == 0)
    if last and not many:
        yield Part(0, rotations - 1, activities=True)


def search(told: Guide, values: Floats, part: Part, limits: Limits) -> Point | None:
    """Search one part of a plan."""
    lower, upper = between(told, values)
    draft = told.draft
    for runs, begun, _ in draft.pairs():
        rotation = np.minimum(runs.teach[:, 0] // draft.mission.tours.weeks, draft.frame.rotations - 1)
        out = begun[(rotation < part.first) | (rotation > part.last)]
        lower[out] = upper[out] = np.round(values[out])
    for steps in draft.begun.values() if not part.activities else ():
        lower[steps] = upper[steps] = np.round(values[steps])
    lp = draft.lp.only(draft.lp.objectives, lower, upper)
    return solve(lp, replace(limits, gap=FINER * limits.gap), "root", hint=values)[1]


def between(told: Guide, values: Floats) -> tuple[Floats, Floats]:
    """Give bounds that hold serials between a plan and the relaxation rounded; all else is free."""
    lower, upper, _ = told.draft.lp.bounds()
    begun = np.concatenate([np.zeros(0, np.int64), *told.draft.serials])
    wanted, held = np.clip(told.values[begun], lower[begun], upper[begun]), np.round(values[begun])
    lower[begun] = np.maximum(lower[begun], np.minimum(np.floor(wanted + NEAR), held))
    upper[begun] = np.minimum(upper[begun], np.maximum(np.ceil(wanted - NEAR), held))
    return lower, upper
