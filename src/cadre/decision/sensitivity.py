"""Sensitivity: what an outcome hangs on, and where the ranking of options flips.

Takes draws and samples, gives the effects that a tornado shows, with first-order indices, and switching
values (`Switch`es). Sobol indices of any model come from SALib. Formulas and sources: docs/model/decision.md,
"Sensitivity".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from cadre.decision.analysis import Switch, Weighing
from cadre.decision.measured import day_of, measured
from cadre.decision.samples import Drawn
from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission
from cadre.reasons import Reason
from cadre.reasons.decision import DayTurns, ValueTurns, WeightTurns
from cadre.statistics.arrays import Floats
from cadre.statistics.products import rows
from cadre.statistics.smoothing import smoother

CLASSES, IN_CLASS = 20, 50
"""Equal classes of a quantity whose means are compared, at most; and futures in each, at least, so that their
means are nearly normal even where an outcome takes few values."""
FALSE_ALARM = 0.001
"""Chance that, of all quantities of an option, one of no effect is told."""
FEWEST = 20
"""Futures that must share in a variance (Kish 1965) before anything is told of where it comes from."""
LEAST_RUN = 0.05
"""A lead that holds in a smaller part of a quantity's draws is not told."""


@dataclass(frozen=True, slots=True)
class SensitivityEffect:
    """Effect of a quantity on an outcome: means in its lowest and highest tenth, first-order index.

    `noise` is the index that one of no effect exceeds so rarely that none of all quantities judged does, with
    a chance of 999 in 1,000; 1 where nothing can be told.
    """

    path: str
    at_low: float
    at_high: float
    index: float
    noise: float

    @property
    def is_real(self) -> bool:
        """Whether the index lies above the noise."""
        return self.index > self.noise


def effects(draws: Mapping[str, Drawn], outcomes: Floats) -> list[tuple[SensitivityEffect, ...]]:
    """Return the effect of every quantity on every outcome.

    The index is the share of variance between classes of the quantity, corrected for what classes of noise
    would show: `(SSB - (k - 1) MSW) / SST` (Kelley 1935), an estimate of `Var(E(y | x)) / Var(y)` (Saltelli
    et al. 2008, equation 1.29).

    Parameters
    ----------
    draws : mapping of str to Drawn
    outcomes : ndarray of float64, shape (replications, outcomes)

    Returns
    -------
    list of tuple of SensitivityEffect
        One tuple for each outcome, in the order of the draws.
    """
    _refuse(outcomes)
    n = len(outcomes)
    classes = min(CLASSES, max(2, n // IN_CLASS))
    starts = (np.arange(classes) * n) // classes
    sizes = np.diff(np.append(starts, n))[:, None]
    mean = outcomes.mean(axis=0)
    total = np.maximum(((outcomes - mean) ** 2).sum(axis=0), np.finfo(float).tiny)
    tenth = max(1, n // 10)
    noise = _noise(outcomes - mean, classes, len(draws))
    found: list[list[SensitivityEffect]] = [[] for _ in range(outcomes.shape[1])]
    for path, x in draws.items():
        ordered = outcomes[x.order]
        means = np.add.reduceat(ordered, starts, axis=0) / sizes
        between = (sizes * (means - mean) ** 2).sum(axis=0)
        within = (total - between) / max(1, n - classes)
        index = np.maximum(0.0, (between - (classes - 1) * within) / total) * (
            x.values[x.order[0]] < x.values[x.order[-1]]
        )
        low, high = ordered[:tenth].mean(axis=0), ordered[-tenth:].mean(axis=0)
        for k, of in enumerate(found):
            of.append(SensitivityEffect(path, float(low[k]), float(high[k]), float(index[k]), noise[k]))
    return [tuple(of) for of in found]


def _noise(deviations: Floats, classes: int, quantities: int) -> list[float]:
    """Return by outcome the index that quantities of no effect hardly ever exceed.

    Without effect `SSB (n - k) / (SSW (k - 1))` of k classes follows F(k - 1, n - k), of normal outcomes
    exactly; its point is that of `FALSE_ALARM` shared among the quantities and outcomes (Bonferroni). Where
    few futures share in the variance, `(sum d^2)^2 / sum d^4 < 20`, it does not, and nothing is told.
    """
    from scipy.special import fdtri  # noqa: PLC0415  (heavy, only needed when options are analysed)

    n, outcomes = deviations.shape
    if n <= classes:
        return [1.0] * outcomes
    point = float(fdtri(classes - 1, n - classes, 1 - FALSE_ALARM / max(1, quantities * outcomes)))
    between = (classes - 1) * point / ((classes - 1) * point + n - classes)
    index = between - (classes - 1) * (1 - between) / (n - classes)
    squares = deviations**2
    fourth = np.maximum((squares**2).sum(axis=0), np.finfo(float).tiny)
    sharing = squares.sum(axis=0) ** 2 / fourth
    return [index if s >= FEWEST else 1.0 for s in sharing]


def _refuse(outcomes: Floats) -> None:
    bad = int(np.count_nonzero(~np.isfinite(outcomes)))
    if bad:
        raise BadInput([Fault.of(Place(path=("outcomes",)), "study-faults.not-all-finite", number=bad)])


@dataclass(frozen=True, slots=True)
class Sobol:
    """First-order and total index of a quantity, with the half widths of their 95 % intervals."""

    first: float
    first_half_width: float
    total: float
    total_half_width: float


def sobol(
    model: Callable[[Floats], Floats], bounds: Mapping[str, tuple[float, float]], *, base: int, seed: int
) -> dict[str, Sobol]:
    """Return Sobol indices of a model over uniform quantities, by SALib.

    The model is evaluated at `base * (quantities + 2)` points (Saltelli et al. 2010).

    Parameters
    ----------
    model : callable
        Points of shape (n, quantities) to values of shape (n,).
    bounds : mapping of str to (float, float)
        Least and greatest value by quantity.
    base : int
        A power of two.
    seed : int
        Of the scrambling and of the bootstrap.
    """
    from SALib.analyze import sobol as analysis  # noqa: PLC0415  (takes seconds to import)
    from SALib.sample import sobol as sampling  # noqa: PLC0415

    problem = {"num_vars": len(bounds), "names": list(bounds), "bounds": [list(b) for b in bounds.values()]}
    points = sampling.sample(problem, base, calc_second_order=False, seed=seed)
    values = model(np.asarray(points, np.float64))
    indices = analysis.analyze(problem, values, calc_second_order=False, seed=seed)
    return {
        name: Sobol(*(float(indices[key][k]) for key in ("S1", "S1_conf", "ST", "ST_conf")))
        for k, name in enumerate(bounds)
    }


@dataclass(frozen=True)
class RankingFunction:
    """Options to be ranked: ids, and mean-weighted values of shape (replications, options)."""

    options: tuple[str, ...]
    totals: Floats


def detail_switches(
    mission: Mission, ranking: RankingFunction, draws: Mapping[str, Floats]
) -> Iterator[Switch]:
    """Yield the values of quantities at which another option takes the lead.

    The value of each option is smoothed over the quantity; runs of a lead in less than 5 % of the draws are
    passed over.
    """
    for path, x in draws.items():
        smooth = smoother([x])
        fitted = rows(smooth.points, smooth.coefficients(ranking.totals))
        counts = smooth.counts.astype(np.int64)
        along = np.repeat(smooth.at, counts)
        for place, below, above in leads(np.repeat(fitted.argmax(axis=1), counts)):
            at = float(along[place - 1] + along[place]) / 2
            unit = mission.quantities[path].unit
            ends = ranking.options[below], ranking.options[above]
            why = _turns(path, at, unit, ends)
            yield Switch("detail", path, unit, at, float(np.median(x)), *ends, why)


def _turns(path: str, at: float, unit: str, ends: tuple[str, str]) -> Reason:
    below, above = ends
    if unit == "date":
        return DayTurns(path, day_of(at), above, below)
    return ValueTurns(path, at, measured(unit), above, below)


def leads(leader: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Iterator[tuple[int, int, int]]:
    """Yield where the lead changes: the place, who led before and who leads after; short runs passed over."""
    least = LEAST_RUN * len(leader)
    edges = [0, *(int(i) for i in np.flatnonzero(np.diff(leader)) + 1), len(leader)]
    runs = [(a, int(leader[a])) for a, b in pairwise(edges) if b - a >= least]
    for (_, before), (place, after) in pairwise(runs):
        if before != after:
            yield place, before, after


def weight_switches(weighing: Weighing, ranking: RankingFunction, means: Floats) -> Iterator[Switch]:
    """Yield the weights at which another option takes the lead, the others keeping their proportions.

    `V_d(t) = t v_dk + (1 - t) r_d` with `r_d` the value without criterion k: straight lines in t, whose upper
    envelope changes at their crossings.

    Parameters
    ----------
    weighing : Weighing
        Mean weights.
    ranking : RankingFunction
        Options.
    means : ndarray of float64, shape (options, criteria)
        Mean values in the order of `weighing.worst`.
    """
    weights = np.array([weighing.weights[k] for k in weighing.worst])
    for k, criterion in enumerate(weighing.worst):
        now = float(weights[k])
        if now >= 1:
            continue
        rest = (means @ weights - now * means[:, k]) / (1 - now)
        for at, below, above in envelope(rest, means[:, k]):
            ends = ranking.options[below], ranking.options[above]
            why = WeightTurns(criterion, at, ranking.options[above], ranking.options[below])
            yield Switch("weight", criterion, "share", at, now, *ends, why)


def envelope(
    at_zero: Sequence[float] | Floats, at_one: Sequence[float] | Floats
) -> Iterator[tuple[float, int, int]]:
    """Yield where the greatest of straight lines on [0, 1] changes: the place, who leads before and after."""
    start, end = np.asarray(at_zero, np.float64), np.asarray(at_one, np.float64)
    slope = end - start
    leader = max(range(len(start)), key=lambda d: (start[d], slope[d], -d))
    t = 0.0
    while True:
        crossings = [
            ((start[leader] - start[d]) / (slope[d] - slope[leader]), -slope[d], d)
            for d in range(len(start))
            if slope[d] > slope[leader]
        ]
        ahead = [c for c in crossings if t <= c[0] < 1]
        if not ahead:
            return
        place, _, challenger = min(ahead)
        if place > 0:
            yield float(place), leader, challenger
        t, leader = float(place), challenger
