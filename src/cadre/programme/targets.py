"""Targets in a programme's model: what is wanted when, and what the first objective counts as missing.

Takes a `Draft` with its people and projects, adds units and shortages. Formulas: docs/model/programme.md.
"""

from __future__ import annotations

import numpy as np

from cadre.programme.draft import Draft
from cadre.programme.frame import Floats, Frame, Ints

LASTING = 0.25
"""Share of a target's weight on the time after its date: late is better than never."""
PROJECTS = 0.1
"""Weight of lateness of projects beside the shortfall against targets."""
PERCENT = 100.0
"""The first objective is counted in percent, so that solvers' absolute tolerances mean little."""


def counted(frame: Frame, key: str) -> tuple[Ints, Floats, Floats]:
    """Give the periods at whose ends a capability counts, the units wanted then and the weight.

    A target counts at the last period that ends by its date with 1 - LASTING, and after it to the next date
    (or exit) with LASTING spread evenly; the floor counts at the end of the look beyond. Weights of one
    capability add to 1.
    """
    wanted, floor = _targets(frame, key), frame.mission.capabilities[key].floor_after_exit
    weight: dict[tuple[int, int], float] = {}
    ends = [p for p, _ in wanted[1:]] + [frame.mission.exit_week // frame.period_weeks]
    for (period, level), end in zip(wanted, ends, strict=True) if wanted else ():
        after = range(period + 1, end)
        weight[period, level] = weight.get((period, level), 0.0) + (1 - LASTING if after else 1.0)
        for p in after:
            weight[p, level] = weight.get((p, level), 0.0) + LASTING / len(after)
    if floor:
        last = (frame.periods - 1, floor)
        weight[last] = weight.get(last, 0.0) + 1.0
    points = np.array(list(weight), np.int64).reshape(-1, 2)
    counts = max(1, len(wanted) + (floor > 0))
    return points[:, 0], points[:, 1].astype(np.float64), np.array(list(weight.values())) / counts


def _targets(frame: Frame, key: str) -> list[tuple[int, int]]:
    """Give period and wanted units of each target of a capability, in order of date; none for wanted 0."""
    wanted = sorted(frame.mission.capabilities[key].wanted.items())
    pairs = [(frame.mission.week_of(day) // frame.period_weeks - 1, n) for day, n in wanted if n]
    return [(min(max(p, 0), frame.periods - 1), n) for p, n in pairs]


def add_targets(draft: Draft) -> None:
    """Units `sum made_of u[p] <= Z[p]` and shortages `u + s >= wanted`.

    With the lateness of projects they make the first objective, in percent.
    """
    mission, lp, row = draft.mission, draft.lp, np.arange(draft.frame.periods)
    total = sum(c.priority for c in mission.capabilities.values())
    terms: list[tuple[Ints, Floats]] = []
    made: dict[str, list[tuple[Ints, Ints, float]]] = {}
    for key, capability in mission.capabilities.items():
        periods, levels, weights = counted(draft.frame, key)
        draft.units[key] = lp.add(draft.frame.periods)
        short = lp.add(periods.size, 0, levels)
        each = np.arange(periods.size)
        lp.require(f"short.{key}", [(each, draft.units[key][periods], 1), (each, short, 1)], lower=levels)
        terms.append((short, PERCENT * capability.priority / total * weights / levels))
        for k, n in capability.made_of.items():
            made.setdefault(k, []).append((row, draft.units[key], n))
    for k, parts in made.items():
        lp.require(f"units.{k}", [*parts, (row, draft.people["holders", k], -1)], upper=0)
    draft.first = terms + _lateness(draft)


def _lateness(draft: Draft) -> list[tuple[Ints, Floats]]:
    """Weighted mean share of the foreign presence in which a project is not done: 1, fixed, less `done`."""
    weight = {k: draft.mission.projects[k].priority for k in draft.done}
    total = sum(weight.values())
    if total <= 0:
        return []
    last = max(1, draft.mission.exit_week // draft.frame.period_weeks)
    shares = {k: PERCENT * PROJECTS * w / total / last for k, w in weight.items()}
    one = draft.lp.add(1, 1, 1)
    return [
        (one, np.array([PERCENT * PROJECTS])),
        *((draft.done[k][:last], np.full(last, -share)) for k, share in shares.items()),
    ]
