"""Targets in a programme's model: what is wanted when, and what the first objective counts as missing.

Takes a `ModelDraft` with its people and projects, adds units and shortages. Formulas:
docs/model/programme.md.
"""

from __future__ import annotations

import numpy as np

from cadre.programme.draft import ModelDraft, stock_at
from cadre.programme.frame import Floats, Ints, ModelFrame

LASTING = 0.25
"""Share of a target's weight on the time after its date: late is better than never."""
PROJECTS = 0.1
"""Weight of lateness of projects beside the shortfall against targets."""
PERCENT = 100.0
"""The first objective is counted in percent, so that solvers' absolute tolerances mean little."""


def counted(frame: ModelFrame, key: str) -> tuple[Ints, Floats, Floats]:
    """Return the weeks at whose ends a capability counts, the units wanted then and the weight.

    A target counts at the end of its week with 1 - LASTING, and with LASTING spread evenly over the ends of
    periods after it, before the week of the next target (or exit); the floor counts at the end of the look
    beyond exit, however late the last target is. Weights of one capability add to 1.
    """
    mission, last = frame.mission, frame.mission.weeks - 1
    wanted, floor = _targets(frame, key), mission.capabilities[key].floor_after_exit
    ends = [
        min(end, last + 1) - 1
        for end in range(frame.period_weeks, last + 1 + frame.period_weeks, frame.period_weeks)
    ]
    weight: dict[tuple[int, int], float] = {}
    until = [week for week, _ in wanted[1:]] + [mission.exit_week]
    for (week, level), before in zip(wanted, until, strict=True) if wanted else ():
        after = [end for end in ends if week < end < before]
        weight[week, level] = weight.get((week, level), 0.0) + (1 - LASTING if after else 1.0)
        for end in after:
            weight[end, level] = weight.get((end, level), 0.0) + LASTING / len(after)
    if floor:
        judged = (mission.floor_judged, floor)
        weight[judged] = weight.get(judged, 0.0) + 1.0
    points = np.array(list(weight), np.int64).reshape(-1, 2)
    counts = max(1, len(wanted) + (floor > 0))
    return points[:, 0], points[:, 1].astype(np.float64), np.array(list(weight.values())) / counts


def _targets(frame: ModelFrame, key: str) -> list[tuple[int, int]]:
    """Return week and wanted units of each target of a capability, rising; none for wanted 0."""
    wanted = frame.mission.wanted_by_week(key)
    return [(min(max(w, 0), frame.mission.weeks - 1), n) for w, n in wanted.items() if n]


def add_targets(draft: ModelDraft) -> None:
    """Units `sum made_of u[w] <= Z[w]` and shortages `u + s >= wanted` in the weeks that count.

    With the lateness of projects they make the first objective, in percent.
    """
    mission, lp = draft.mission, draft.lp
    total = sum(c.priority for c in mission.capabilities.values())
    terms: list[tuple[Ints, Floats]] = []
    made: dict[str, dict[int, list[tuple[int, float]]]] = {}
    for key, capability in mission.capabilities.items():
        weeks, levels, weights = counted(draft.frame, key)
        own = sorted(set(weeks.tolist()))
        columns = lp.add(len(own))
        draft.units[key] = dict(zip(own, columns.tolist(), strict=True))
        short, each = lp.add(weeks.size, 0, levels), np.arange(weeks.size)
        draft.short[key] = short
        units = np.array([draft.units[key][w] for w in weeks.tolist()], np.int64)
        lp.require(f"short.{key}", [(each, units, 1), (each, short, 1)], lower=levels)
        terms.append((short, PERCENT * capability.priority / total * weights / levels))
        for k, n in capability.made_of.items():
            for week, column in draft.units[key].items():
                made.setdefault(k, {}).setdefault(week, []).append((column, float(n)))
    for k, by_week in made.items():
        _share_out(draft, k, by_week)
    draft.first = terms + _lateness(draft)


def _share_out(draft: ModelDraft, competence: str, by_week: dict[int, list[tuple[int, float]]]) -> None:
    """Units of all capabilities together are made of no more people than hold a competence."""
    rows: list[tuple[int, int, float]] = []
    for row, (week, units) in enumerate(sorted(by_week.items())):
        rows += [(row, column, n) for column, n in units]
        rows.append((row, stock_at(draft, ("holders", competence), week), -1.0))
    if rows:
        number, column, amount = (np.array(part) for part in zip(*rows, strict=True))
        draft.lp.require(f"units.{competence}", [(number, column, amount)], upper=np.zeros(len(by_week)))


def _lateness(draft: ModelDraft) -> list[tuple[Ints, Floats]]:
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
