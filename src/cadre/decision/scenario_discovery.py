"""Failing: when each option misses its bars, and the conditions that most failures share.

Takes draws of what nobody knows and whether an option is good in each future, gives `FailsWhen`. The box is
found in the even futures and judged in the odd ones (docs/model/decision.md, "When it fails").
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from cadre.decision.analysis import BoxLimit, FailsWhen
from cadre.decision.measured import day_of, measured
from cadre.decision.samples import Drawn
from cadre.mission import Mission
from cadre.mission.events import HAPPENS, event_of
from cadre.options import Option
from cadre.reasons import Reason
from cadre.reasons.decision import (
    DayLies,
    EventHappens,
    FailsAlways,
    FailsAnyhow,
    FailsRarely,
    FailsUnder,
    ValueLies,
)
from cadre.statistics.arrays import Bools, Ints
from cadre.statistics.prim import INSIGNIFICANT, Box, find_box, measures, quasi_p

DIMENSIONS = 12
"""Quantities that a box is looked for in: those that tell good and failing futures best apart."""
RARE = 0.02
"""Below this share of failing, or of succeeding, futures no box is looked for."""
SURE = 0.9
"""Density from which an option is said to fail under conditions, rather than to fail more often."""
MORE = 0.1
"""The density of a box must lie this much above the share that fails anyway, or it tells nothing."""


def informative(orders: Mapping[str, Ints], fails: Bools) -> tuple[str, ...]:
    """Return the quantities that tell failing futures best apart.

    By the distance of the mean rank of those that fail from the middle (Wilcoxon 1945), either way; of equals
    the one written first.

    Parameters
    ----------
    orders : mapping of str to ndarray of int64, shape (replications,)
        Futures by path, sorted by the quantity.
    fails : ndarray of bool, shape (replications,)
    """
    middle = (len(fails) - 1) / 2
    found = [
        (-abs(float(np.flatnonzero(fails[order]).mean()) - middle), path) for path, order in orders.items()
    ]
    return tuple(path for _, path in sorted(found, key=lambda pair: pair[0])[:DIMENSIONS])


def fails_when(option: Option, draws: Mapping[str, Drawn], good: Bools) -> FailsWhen:
    """Find when an option fails, and why it is said so."""
    fails = ~good
    failing = float(fails.mean())
    if not draws or not RARE <= failing <= 1 - RARE:
        return FailsWhen(option.id, failing, (), 0.0, failing, 0.0, _anyhow(option.id, failing))
    paths = informative({path: drawn.order for path, drawn in draws.items()}, fails)
    x = np.stack([draws[path].values for path in paths], axis=1)
    box = find_box(x[::2], fails[::2])
    x, y = x[1::2], fails[1::2]
    p = {k: quasi_p(box, k, x, y) for k in box.limited}
    while p and max(p.values()) > INSIGNIFICANT:
        box = box.without(max(p, key=p.__getitem__))
        p = {k: quasi_p(box, k, x, y) for k in box.limited}
    box_measures = measures(box, x, y)
    if not box.limited or box_measures.density < failing + MORE:
        return FailsWhen(option.id, failing, (), 0.0, failing, 0.0, _anyhow(option.id, failing))
    limits = tuple(_limit(option.mission, paths[k], box, k, p[k]) for k in box.limited)
    conditions = tuple(condition(limit) for limit in limits)
    why = FailsUnder(
        option.id,
        box_measures.density > SURE,
        conditions,
        box_measures.density,
        failing,
        box_measures.coverage,
    )
    return FailsWhen(
        option.id, failing, limits, box_measures.coverage, box_measures.density, box_measures.mass, why
    )


def _limit(mission: Mission, path: str, box: Box, k: int, p: float) -> BoxLimit:
    low, high = (float(end[k]) if np.isfinite(end[k]) else None for end in (box.low, box.high))
    unit = mission.quantities[path].unit if path in mission.quantities else "number"
    if event_of(path) is not None:
        unit = HAPPENS
    return BoxLimit(path, unit, low, high, p)


def _anyhow(option: str, failing: float) -> Reason:
    """Return why an option fails where no conditions tell."""
    if failing < RARE:
        return FailsRarely(option, failing)
    return FailsAlways(option, failing) if failing > 1 - RARE else FailsAnyhow(option, failing)


def condition(limit: BoxLimit) -> Reason:
    """Return a limit as a condition: a quantity, a day, or whether an event happens."""
    event = event_of(limit.path)
    if event is not None:
        return EventHappens(event, limit.low is not None)
    if limit.unit == "date":
        return DayLies(limit.path, day_of(limit.low), day_of(limit.high))
    return ValueLies(limit.path, limit.low, limit.high, measured(limit.unit))
