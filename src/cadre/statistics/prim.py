"""Scenarios: the box of conditions in which an option fails, found by PRIM.

Takes draws and whether an option fails in each future, gives a `Box` with its measures. The box is found in
one half of the futures and judged in the other, so that its density is no luck. Formulas and sources:
docs/model/decision.md, "When it fails". Sentences stand in `cadre.decision.scenario_discovery`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from cadre.statistics.arrays import Bools, Floats

PEEL, PASTE = 0.05, 0.01
"""Share of the box that one peel takes off, and one paste puts back (Friedman and Fisher 1999)."""
LEAST_MASS = 0.05
"""A box holds at least this share of the futures."""
LIMITS_AT_MOST = 3
"""More conditions than three nobody keeps in mind."""
INSIGNIFICANT = 0.05
"""A limit whose quasi-p is above this is dropped (Bryant and Lempert 2010)."""


@dataclass(frozen=True)
class Box:
    """Limits by dimension: `low <= x <= high`, infinite where open; both of shape (dimensions,)."""

    low: Floats
    high: Floats

    @classmethod
    def whole(cls, dimensions: int) -> Box:
        """Return the box without limits."""
        return cls(np.full(dimensions, -np.inf), np.full(dimensions, np.inf))

    @property
    def limited(self) -> tuple[int, ...]:
        """Dimensions with a limit."""
        return tuple(map(int, np.flatnonzero(np.isfinite(self.low) | np.isfinite(self.high))))

    def holds(self, x: Floats) -> Bools:
        """Say which points lie inside; x of shape (points, dimensions)."""
        inside = np.ones(len(x), np.bool_)
        for k in self.limited:
            inside &= (x[:, k] >= self.low[k]) & (x[:, k] <= self.high[k])
        return inside

    def without(self, dimension: int) -> Box:
        """Return the box with one dimension opened."""
        low, high = self.low.copy(), self.high.copy()
        low[dimension], high[dimension] = -np.inf, np.inf
        return Box(low, high)


@dataclass(frozen=True, slots=True)
class Measures:
    """How a box tells failures apart.

    Share of all failures inside (coverage), share failing inside (density), share of futures inside (mass),
    and coverage less the share of the other futures inside: Youden's (1950) index, 0 for a box of chance.
    """

    coverage: float
    density: float
    mass: float
    index: float


def measures(box: Box, x: Floats, fails: Bools) -> Measures:
    """Measure a box on points."""
    inside = box.holds(x)
    hit, size, every = int((inside & fails).sum()), int(inside.sum()), int(fails.sum())
    coverage = hit / every if every else 0.0
    others = (size - hit) / (len(x) - every) if every < len(x) else 0.0
    return Measures(coverage, hit / size if size else 0.0, size / len(x), coverage - others)


def find_box(x: Floats, fails: Bools) -> Box:
    """Find the box that tells failures best apart: peel, choose by Youden's index, paste, simplify.

    Parameters
    ----------
    x : ndarray of float64, shape (points, dimensions)
    fails : ndarray of bool, shape (points,)
    """
    if not fails.any() or fails.all():
        return Box.whole(x.shape[1])
    boxes = list(peel(x, fails))
    best = max(boxes, key=lambda box: measures(box, x, fails).index)
    return simplified(paste(best, x, fails), x, fails)


def peel(x: Floats, fails: Bools) -> Iterator[Box]:
    """Yield the boxes of the peeling trajectory.

    Each step takes off, of all thin slices at an end of a dimension, the one whose loss leaves the greatest
    density (Friedman and Fisher 1999, section 8).
    """
    box = Box.whole(x.shape[1])
    inside, y, least = x, fails, LEAST_MASS * len(x)
    while True:
        yield box
        chosen: tuple[float, int, bool, float] | None = None
        for k in range(x.shape[1]):
            for is_low, edge, kept in _slices(inside[:, k]):
                size = int(kept.sum())
                if least <= size < len(inside):
                    density = float(y[kept].mean())
                    if chosen is None or density > chosen[0]:
                        chosen = (density, k, is_low, edge)
        if chosen is None:
            return
        _, k, is_low, edge = chosen
        box = _moved(box, k, is_low=is_low, edge=edge)
        kept = inside[:, k] >= edge if is_low else inside[:, k] <= edge
        inside, y = inside[kept], y[kept]


def _slices(column: Floats) -> Iterator[tuple[bool, float, Bools]]:
    """Yield the two ways to peel a column: which end, the new edge, and the points kept."""
    low, high = np.quantile(column, (PEEL, 1 - PEEL))
    above, below = column > low, column < high
    if above.any():
        yield True, float(column[above].min()), above
    if below.any():
        yield False, float(column[below].max()), below


def _moved(box: Box, dimension: int, *, is_low: bool, edge: float) -> Box:
    low, high = box.low.copy(), box.high.copy()
    (low if is_low else high)[dimension] = edge
    return Box(low, high)


def paste(box: Box, x: Floats, fails: Bools) -> Box:
    """Move edges out again, slice by slice, as long as the density does not fall."""
    density = measures(box, x, fails).density
    while True:
        wider = [(measures(b, x, fails).density, i, b) for i, b in enumerate(_wider(box, x))]
        best = max(wider, default=(-1.0, 0, box), key=lambda w: (w[0], -w[1]))
        if best[0] < density:
            return box
        density, box = best[0], best[2]


def _wider(box: Box, x: Floats) -> Iterator[Box]:
    """Yield the boxes with one edge moved out by the points of one paste, or opened where none are left."""
    step = max(1, int(PASTE * box.holds(x).sum()))
    for k in box.limited:
        others = box.without(k).holds(x)
        column = x[others, k]
        if np.isfinite(box.low[k]):
            beyond = np.sort(column[column < box.low[k]])[::-1]
            edge = float(beyond[step - 1]) if len(beyond) >= step else -np.inf
            yield replace(box, low=np.where(np.arange(len(box.low)) == k, edge, box.low))
        if np.isfinite(box.high[k]):
            beyond = np.sort(column[column > box.high[k]])
            edge = float(beyond[step - 1]) if len(beyond) >= step else np.inf
            yield replace(box, high=np.where(np.arange(len(box.high)) == k, edge, box.high))


def quasi_p(box: Box, dimension: int, x: Floats, fails: Bools) -> float:
    """Return the chance of so many failures in the box if a dimension's limits told nothing.

    `P(Binomial(T, q) >= H)` with T points and H failures in the box and q the density without the limits
    (Bryant and Lempert 2010, section 3.3).
    """
    from scipy.special import bdtrc  # noqa: PLC0415  (heavy, only needed when options are analysed)

    inside, opened = box.holds(x), box.without(dimension).holds(x)
    size, hit = int(inside.sum()), int((inside & fails).sum())
    if not size or not hit:
        return 1.0
    return float(bdtrc(hit - 1, size, float(fails[opened].mean())))


def simplified(box: Box, x: Floats, fails: Bools) -> Box:
    """Drop limits that tell nothing, then those that tell least, until no more than three are left."""
    while box.limited:
        p = {k: quasi_p(box, k, x, fails) for k in box.limited}
        if max(p.values()) > INSIGNIFICANT:
            box = box.without(max(p, key=p.__getitem__))
        elif len(box.limited) > LIMITS_AT_MOST:
            opened = [box.without(k) for k in box.limited]
            box = max(opened, key=lambda b: measures(b, x, fails).index)
        else:
            break
    return box
