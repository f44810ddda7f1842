"""Failing: when each option misses its bars, in one plain sentence.

Takes draws of what nobody knows and whether an option is good in each future, gives `FailsWhen`. The box is
found in the even futures and judged in the odd ones (docs/model/decision.md, "When it fails").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cadre.decision.judgement import BoxLimit, FailsWhen
from cadre.decision.naming import name_of, value_in_words
from cadre.decision.samples import Drawn, Ints
from cadre.decision.scenarios import INSIGNIFICANT, Bools, Box, find_box, measures, quasi_p
from cadre.decision.wording import percent, quoted, sentence
from cadre.mission import Mission
from cadre.mission.events import HAPPENS, event_of
from cadre.options import Option

DIMENSIONS = 12
"""Quantities that a box is looked for in: those that tell good and failing futures best apart."""
RARE = 0.02
"""Below this share of failing, or of succeeding, futures no box is looked for."""
SURE = 0.9
"""Density from which an option is said to fail under conditions, rather than to fail more often."""
MORE = 0.1
"""The density of a box must lie this much above the share that fails anyway, or it tells nothing."""


def telling(orders: Mapping[str, Ints], fails: Bools) -> tuple[str, ...]:
    """Give the quantities that tell failing futures best apart.

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
    """Find when an option fails, and say it."""
    fails = ~good
    failing = float(fails.mean())
    if not draws or not RARE <= failing <= 1 - RARE:
        return FailsWhen(option.id, failing, (), 0.0, failing, 0.0, _told_without(option, failing))
    paths = telling({path: drawn.order for path, drawn in draws.items()}, fails)
    x = np.stack([draws[path].values for path in paths], axis=1)
    box = find_box(x[::2], fails[::2])
    x, y = x[1::2], fails[1::2]
    p = {k: quasi_p(box, k, x, y) for k in box.limited}
    while p and max(p.values()) > INSIGNIFICANT:
        box = box.without(max(p, key=p.__getitem__))
        p = {k: quasi_p(box, k, x, y) for k in box.limited}
    told = measures(box, x, y)
    if not box.limited or told.density < failing + MORE:
        return FailsWhen(option.id, failing, (), 0.0, failing, 0.0, _told_without(option, failing))
    limits = tuple(_limit(option.mission, paths[k], box, k, p[k]) for k in box.limited)
    words = _told(option, limits, failing, (told.coverage, told.density))
    return FailsWhen(option.id, failing, limits, told.coverage, told.density, told.mass, words)


def _limit(mission: Mission, path: str, box: Box, k: int, p: float) -> BoxLimit:
    low, high = (float(end[k]) if np.isfinite(end[k]) else None for end in (box.low, box.high))
    unit = mission.quantities[path].unit if path in mission.quantities else "number"
    if event_of(path) is not None:
        unit = HAPPENS
    return BoxLimit(path, name_of(mission, path), unit, low, high, p)


def _told_without(option: Option, failing: float) -> str:
    name = quoted(option.title)
    if failing < RARE:
        return f"{name} hardly ever fails: in {percent(failing)} of the futures."
    if failing > 1 - RARE:
        return f"{name} fails almost whatever happens: in {percent(failing)} of the futures."
    return f"{name} fails in {percent(failing)} of the futures, and no few conditions tell which."


def _told(option: Option, limits: Sequence[BoxLimit], failing: float, box: tuple[float, float]) -> str:
    conditions = sentence([limit_in_words(limit, option.mission.mission.currency) for limit in limits])
    coverage, density = box
    fails = "fails" if density > SURE else "fails more often"
    return (
        f"{quoted(option.title)} {fails} when {conditions}: in {percent(density)} of such futures, against "
        f"{percent(failing)} of all; they hold {percent(coverage)} of its failures."
    )


def limit_in_words(limit: BoxLimit, currency: str) -> str:
    """Say a limit: `engineers for bomb disposal a year under 540`."""
    low, high = (
        None if end is None else value_in_words(end, limit.unit, currency) for end in (limit.low, limit.high)
    )
    name = limit.title
    if limit.unit == HAPPENS:
        said = name.removeprefix("whether ")
        return said if limit.low is not None else f"it does not come about that {said}"
    before, after = ("before", "after") if limit.unit == "date" else ("under", "over")
    if low is not None and high is not None:
        return f"{name} between {low} and {high}"
    return f"{name} {before} {high}" if low is None else f"{name} {after} {low}"
