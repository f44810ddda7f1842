"""What a relaxation says about a programme: when activities start, how many serials are due by when, a bound.

Takes a mission and limits; solves one linear programme, in which classes are full and numbers need not be
whole, and gives a `Relaxation` for placing serials one by one.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from cadre.mission import Mission
from cadre.programme.alone import asking_before_exit
from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Floats, Ints
from cadre.programme.model import build
from cadre.programme.offered import OfferedPeople, Who
from cadre.programme.post_state import Allotted
from cadre.programme.site_rounding import Stay, opened
from cadre.programme.tightening import tighten
from cadre.solving import Limits
from cadre.solving.linear import LinearModel
from cadre.solving.optimise import solve

ECONOMY = 1e-4
"""Percent points of the first objective that a million of cost weighs where a relaxation is only to guide."""
GIVING_UP = 0.3
"""Part of the seconds left after the first relaxation that those with sites given up may take together."""
HALF = 0.5
"""An activity starts once half of it has."""


@dataclass(frozen=True)
class Relaxation:
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
    draft : ModelDraft
        The model relaxed: classes full, no rows for evenness, one objective, `first + ECONOMY cost`; what is
        given up is bounded away.
    values : ndarray of float64, shape (columns of `draft`,)
        The solution.
    given_up : frozenset of (str, int)
        Sites and the rotations in which they are given up.
    allotted : Allotted or None
        Whole people of offers by site and rotation, near to the solution; None where offers do not bind.
    """

    starts: dict[tuple[str, str], int]
    due: list[Floats]
    value: float
    by_seconds: bool
    draft: ModelDraft
    values: Floats
    given_up: frozenset[Stay] = frozenset()
    allotted: Allotted | None = None


def relaxation_of(
    mission: Mission,
    period_weeks: int,
    limits: Limits,
    offered: Sequence[OfferedPeople] | None = None,
) -> Relaxation | None:
    """Solve the relaxation; None where it has no solution.

    In fractions hosts are shown to teach by a part of what it takes. So the bound is that of the relaxation,
    but the way is that of one in which foreigners keep their share until exit; what is searched along it may
    show more.
    """
    draft = build(mission, period_weeks, offered, full=True, even=False)
    tighten(draft)
    first, cost, _ = (np.pad(c, (0, draft.lp.columns - c.size)) for c in draft.lp.objectives)
    draft.lp = draft.lp.only([first + ECONOMY * cost])
    result, point = solve(draft.lp, limits, "interior", relaxed=True)
    if point is None:
        return None
    whole, value, values = draft.lp, result.bound, point.values
    if draft.shown:
        draft.lp = asking_before_exit(draft)
        asking, near = solve(draft.lp, limits, "interior", relaxed=True)
        value, values = (value, values) if near is None else (asking.bound, near.values)
    until = time.perf_counter() + GIVING_UP * max(0.0, limits.seconds - result.seconds)
    way = opened(draft, value, values, partial(_relaxed, limits=limits, until=until))
    cut = time.perf_counter() >= until
    upper = way.upper.copy()
    for _, shown in draft.shown.values():
        upper[shown] = 1.0
    draft.lp = whole.only(whole.objectives, way.lower, upper)
    starts, due = _starts(draft, way.values), _due(draft, way.values)
    allotted = _allotted(draft, way.values)
    by_seconds = result.by_seconds or cut
    return Relaxation(starts, due, result.bound, by_seconds, draft, way.values, way.given_up, allotted)


def _allotted(draft: ModelDraft, values: Floats) -> Allotted | None:
    """Round people of each offer to whole ones, the largest parts first; who is idle goes where most are."""
    offered = draft.frame.offered
    if offered is None:
        return None
    people: dict[tuple[Who, str], Ints] = {}
    for o in offered:
        wanted = np.array([np.maximum(values[draft.sent[o.who, site]], 0.0) for site in o.sites])
        there = np.array([draft.lp.bounds()[1][draft.sent[o.who, site]] for site in o.sites]) > 0
        whole = np.floor(wanted + HALF / 100)
        for r in range(draft.frame.rotations):
            left = o.people - int(whole[:, r].sum())
            for n in np.argsort(-(wanted - whole)[:, r], kind="stable")[: max(0, left)]:
                whole[n, r] += 1
            idle = o.people - int(whole[:, r].sum())
            whole[int(np.argmax(wanted[:, r])), r] += max(0, idle)
        whole = np.where(there, whole, 0.0)
        people |= {(o.who, site): whole[n].astype(np.int64) for n, site in enumerate(o.sites)}
    return Allotted(offered, people)


def _relaxed(lp: LinearModel, *, limits: Limits, until: float) -> tuple[float, Floats] | None:
    """Return the value and the solution of a relaxation; None where it has none, or time is up."""
    left = until - time.perf_counter()
    if left <= 0:
        return None
    result, point = solve(lp, replace(limits, seconds=left), "interior", relaxed=True)
    return None if point is None else (result.bound, point.values)


def _starts(draft: ModelDraft, values: Floats) -> dict[tuple[str, str], int]:
    """Return the first period in which at least half of an activity has started.

    Successors keep their distance.
    """
    return {key: int(np.argmax(values[z] > HALF)) for key, z in draft.begun.items() if values[z[-1]] > HALF}


def _due(draft: ModelDraft, values: Floats) -> list[Floats]:
    due = []
    for runs, y, _ in draft.pairs():
        started = np.zeros(draft.frame.periods)
        np.add.at(started, runs.periods, values[y])
        due.append(np.cumsum(started))
    return due
