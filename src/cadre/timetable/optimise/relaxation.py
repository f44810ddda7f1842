"""The bound: the step form relaxed, with rows of heads added while they are violated.

Takes a `Instance`, gives the least first objective that head-counts allow, and the point that reaches it.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field, replace

import numpy as np

from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Floats
from cadre.solving.optimise import solve
from cadre.timetable.hall_cuts import Halls
from cadre.timetable.instance import Instance
from cadre.timetable.optimise.steps import TOLERANCE, StepForm, affordable, step_form

MOST_ROUNDS = 12
"""Relaxations solved one after the other, each with the cuts that the one before violates."""
STILL, RISE = 2, 5e-4
"""Rounds without a relative rise of the bound after which cutting ends."""


@dataclass
class Relaxed:
    """The model with its cuts, what finds more of them, the bound proved, the last point, if any.

    `duals` are those of the rows of the last relaxation solved.
    """

    steps: StepForm
    halls: Halls
    reached: float
    bound: float
    values: Floats | None = None
    duals: Floats = field(default_factory=lambda: np.zeros(0))
    by_seconds: bool = False


def relaxed_bound(instance: Instance, limits: Limits, *, reached: float) -> tuple[float, bool]:
    """Return a bound on the first objective, at most what was `reached`, and whether seconds struck.

    The relaxation bounds the plans that are better than `reached`, and `reached` bounds the others.
    """
    found = relax(instance, limits, reached=reached)
    return found.bound, found.by_seconds


def relax(instance: Instance, limits: Limits, *, reached: float, until: float = math.inf) -> Relaxed:
    """Solve the relaxation and cut, until no cut is violated or the bound stands still."""
    steps = step_form(instance, affordable(instance, reached))
    found = Relaxed(steps, Halls(steps.loads), reached, min(reached, instance.bound))
    cut_down(found, limits, until=until)
    return found


def cut_down(found: Relaxed, limits: Limits, *, until: float = math.inf) -> None:
    """Solve the relaxation and cut, until no cut is violated or the bound stands still."""
    steps, still = found.steps, 0
    for _ in range(MOST_ROUNDS if steps.lp.columns else 0):
        left = min(limits.seconds, until - time.perf_counter())
        if left <= 0:
            found.by_seconds = True
            break
        result, point = solve(steps.lp, replace(limits, gap=0.0, seconds=left), relaxed=True)
        found.by_seconds |= result.by_seconds
        if result.status != Status.OPTIMAL or point is None:
            break
        bound = min(found.reached, max(found.bound, steps.constant + proved(result)))
        still = still + 1 if bound <= found.bound + RISE * max(1.0, abs(bound)) else 0
        found.bound, found.values, found.duals = bound, point.values, point.duals
        if still >= STILL or not steps.cut(found.halls.violated(steps.runs(point.values))):
            break


def proved(result: Result) -> float:
    """Return what a relaxation proves: its objective when solved to the end, else nothing."""
    return (
        result.objective - TOLERANCE * max(1.0, abs(result.objective))
        if result.status == Status.OPTIMAL
        else -np.inf
    )
