"""What a relaxation says about a programme: when activities start, how many serials are due by when, a bound.

Takes a mission and limits; solves one linear programme, in which classes are full and numbers need not be
whole, and gives a `Guide` for placing serials one by one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from cadre.mission import Mission
from cadre.programme.draft import Draft
from cadre.programme.frame import Floats
from cadre.programme.model import build
from cadre.programme.opening import Stay, opened
from cadre.programme.tightening import tighten
from cadre.solving import Limits
from cadre.solving.linear import LinearModel
from cadre.solving.optimise import solve

ECONOMY = 1e-4
"""Percent points of the first objective that a million of cost weighs where a relaxation is only to guide."""
LEAST_SECONDS = 1.0
"""What a further relaxation may take where the first took all seconds."""
HALF = 0.5
"""An activity starts once half of it has."""


@dataclass(frozen=True)
class Guide:
    """Where a relaxation would go.

    Parameters
    ----------
    starts : dict of (project, activity) to int
        Period in which an activity starts; those that never do are left out.
    due : list of ndarray of float64
        Serials begun by the end of each period, for each pair of `frame.runs`, shape (periods,).
    value : float
        Least of the first objective plus `ECONOMY` times cost in millions, with nothing given up.
    by_seconds : bool
        Whether the safety net in seconds struck.
    draft : Draft
        The model relaxed: classes full, no rows for evenness, one objective, `first + ECONOMY cost`; what is
        given up is bounded away.
    values : ndarray of float64, shape (columns of `draft`,)
        The solution.
    given_up : frozenset of (str, int)
        Sites and the rotations in which they are given up.
    """

    starts: dict[tuple[str, str], int]
    due: list[Floats]
    value: float
    by_seconds: bool
    draft: Draft
    values: Floats
    given_up: frozenset[Stay] = frozenset()


def guide(
    mission: Mission,
    period_weeks: int,
    limits: Limits,
    at_most: Mapping[tuple[str, str, int], int] | None = None,
) -> Guide | None:
    """Solve the relaxation; None where it has no solution."""
    draft = build(mission, period_weeks, at_most, full=True, even=False)
    tighten(draft)
    first, cost, _ = (np.pad(c, (0, draft.lp.columns - c.size)) for c in draft.lp.objectives)
    draft.lp = draft.lp.only([first + ECONOMY * cost])
    result, point = solve(draft.lp, limits, "interior", relaxed=True)
    if point is None:
        return None
    left = replace(limits, seconds=max(LEAST_SECONDS, limits.seconds - result.seconds))
    way = opened(draft, result.bound, point.values, partial(_relaxed, limits=left))
    draft.lp = draft.lp.only(draft.lp.objectives, way.lower, way.upper)
    starts, due = _starts(draft, way.values), _due(draft, way.values)
    return Guide(starts, due, result.bound, result.by_seconds, draft, way.values, way.given_up)


def _relaxed(lp: LinearModel, *, limits: Limits) -> tuple[float, Floats] | None:
    """Give the value and the solution of a relaxation; None where it has none."""
    result, point = solve(lp, limits, "interior", relaxed=True)
    return None if point is None else (result.bound, point.values)


def _starts(draft: Draft, values: Floats) -> dict[tuple[str, str], int]:
    """Give the first period in which at least half of an activity has started.

    Successors keep their distance.
    """
    return {key: int(np.argmax(values[z] > HALF)) for key, z in draft.begun.items() if values[z[-1]] > HALF}


def _due(draft: Draft, values: Floats) -> list[Floats]:
    due = []
    for runs, y, _ in draft.pairs():
        started = np.zeros(draft.frame.periods)
        started[runs.periods] = values[y]
        due.append(np.cumsum(started))
    return due
