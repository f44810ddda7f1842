"""Weights and value functions: how criteria are made comparable, if they must be.

Takes what a mission states of preferences, anchors and samples, gives a `Weighing`, sets of possible weights
and values from 0 to 1. Formulas and sources: docs/model/decision.md, "Weights and values".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cadre import criteria
from cadre.decision.analysis import Weighing
from cadre.decision.samples import Samples
from cadre.errors import BadInput, Fault, Place
from cadre.mission.preferences import ROUNDING, Anchors, Preferences
from cadre.statistics.arrays import Floats


def swing_weights(points: Mapping[str, float]) -> dict[str, float]:
    """Weights in proportion to swing points, `w_k = p_k / sum p` (von Winterfeldt and Edwards 1986)."""
    total = sum(points.values())
    return {k: p / total for k, p in points.items()}


def rank_order_centroid(order: Sequence[str]) -> dict[str, float]:
    """Return the mean of all weights that keep an order, most important first.

    `w_k = (1/K) sum_{i=k}^{K} 1/i` (Barron and Barrett 1996).
    """
    number = len(order)
    return {k: sum(1 / i for i in range(place, number + 1)) / number for place, k in enumerate(order, 1)}


def checked(weights: Mapping[str, float]) -> dict[str, float]:
    """Return weights that add up to 1 and are not negative.

    Raises
    ------
    BadInput
        When they do not.
    """
    total = sum(weights.values())
    faults = [
        Fault.of(Place(path=("weights", k)), "study-faults.no-weight", weight=float(w))
        for k, w in weights.items()
        if not 0 <= w <= 1
    ]
    if not faults and not abs(total - 1) <= ROUNDING:
        faults = [Fault.of(Place(path=("weights",)), "study-faults.weights-not-1", sum=float(total))]
    if faults:
        raise BadInput(faults)
    return dict(weights)


def possible_weights(preferences: Preferences, sets: int, seed: int) -> tuple[tuple[str, ...], Floats]:
    """Return the criteria weighed and sets of weights that what is stated allows.

    One set where weights are stated. Else uniform on the simplex, as exponentials over their sum (Rubinstein
    1982; Tervonen and Lahdelma 2007) of a scrambled Sobol sequence (Owen 1998), which fills it far more
    evenly than chance; with an order, each set sorted into it.

    Returns
    -------
    tuple of str and ndarray of float64, shape (sets, criteria)
        A single set where weights or swing points are stated.
    """
    stated = preferences.weights or (swing_weights(preferences.swing) if preferences.swing else {})
    if stated:
        weights = checked(stated)
        return tuple(weights), np.array([list(weights.values())])
    over = preferences.order or criteria.ids("end")
    parts = -np.log(even_points(sets, len(over), seed))
    drawn = parts / parts.sum(axis=1, keepdims=True)
    return tuple(over), -np.sort(-drawn, axis=1) if preferences.order else drawn


def even_points(points: int, dimensions: int, seed: int) -> Floats:
    """Return the first points of a scrambled Sobol sequence in the unit cube, never on its border."""
    from scipy.stats import qmc  # noqa: PLC0415  (heavy, only needed when options are analysed)

    power = max(1, points - 1).bit_length()  # whole powers of two are even; the first of them nearly so
    cube = np.asarray(qmc.Sobol(dimensions, rng=seed).random_base2(power), np.float64)[:points]
    return np.clip(cube, np.finfo(float).tiny, 1.0)


def mean_weights(preferences: Preferences) -> dict[str, float]:
    """Return the mean of all weights that what is stated allows, in closed form."""
    if preferences.weights:
        return checked(preferences.weights)
    if preferences.swing:
        return swing_weights(preferences.swing)
    if preferences.order:
        return rank_order_centroid(preferences.order)
    ends = criteria.ids("end")
    return dict.fromkeys(ends, 1 / len(ends))


def weighing(preferences: Preferences, anchors: Mapping[str, Anchors]) -> Weighing:
    """Return the weighing: mean weights, and what counts 0 and 1 on each criterion.

    Parameters
    ----------
    preferences : Preferences
        What is stated.
    anchors : mapping of str to Anchors
        Of each criterion weighed that has no value function (`cadre.decision.anchors`).
    """
    stated = bool(preferences.weights or preferences.swing)
    weights = mean_weights(preferences)
    ends = {k: ends_of(k, preferences, anchors) for k in weights}
    return Weighing(
        "stated" if stated else "order" if preferences.order else "any",
        weights,
        {k: worst for k, (worst, _) in ends.items()},
        {k: best for k, (_, best) in ends.items()},
    )


def ends_of(criterion: str, preferences: Preferences, anchors: Mapping[str, Anchors]) -> tuple[float, float]:
    """Return the amounts that count 0 and 1: those of the value function, else the anchors."""
    values = preferences.values.get(criterion)
    if values:
        return min(values, key=values.__getitem__), max(values, key=values.__getitem__)
    return anchors[criterion].worst, anchors[criterion].best


def straight_pieces(x: Floats, anchors: Mapping[float, float]) -> Floats:
    """Return values of amounts by straight lines between anchors, and beyond them by the outermost lines.

    So a value may lie a little under 0 or over 1, and no difference is lost.
    """
    at = np.array(sorted(anchors))
    values = np.array([anchors[a] for a in sorted(anchors)])
    slopes = np.diff(values) / np.diff(at)
    piece = np.clip(np.searchsorted(at, x, side="right") - 1, 0, len(slopes) - 1)
    return np.asarray(values[piece] + slopes[piece] * (x - at[piece]), np.float64)


def values_of(weighed: Weighing, preferences: Preferences, samples: Samples) -> Floats:
    """Return the value of every option on every criterion weighed in every future.

    Returns
    -------
    ndarray of float64, shape (replications, options, criteria)
        0 on a criterion whose anchors are one amount: no option can differ on it.
    """
    columns = []
    for option in samples.values():
        for k, worst in weighed.worst.items():
            points = preferences.values.get(k) or {worst: 0.0, weighed.best[k]: 1.0}
            flat = len(points) == 1
            columns.append(np.zeros_like(option[k]) if flat else straight_pieces(option[k], points))
    given = np.stack(columns, axis=1)
    return given.reshape(len(given), len(samples), len(weighed.worst))
