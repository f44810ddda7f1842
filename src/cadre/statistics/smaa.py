"""Rank acceptability: how often an option ranks first, second, ... when weights are not known (SMAA-2).

Takes values and possible weights, gives `Acceptability`. Formulas and sources: docs/model/decision.md, "Rank
acceptability".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cadre.errors import BadInput, Fault, Place
from cadre.statistics.arrays import Floats, Ints


@dataclass(frozen=True, slots=True)
class Acceptability:
    """How an option ranks over all weights and futures (SMAA-2).

    `ranks` holds the share of weights and futures in which it stands first, second and so on. `central` are
    the mean weights that put it first, `confidence` the chance that it is first at those weights; None where
    nothing puts it first. `beats` is how often it stands before each other option. `value` is its mean value
    at the mean weights of the weighing.
    """

    option: str
    ranks: tuple[float, ...]
    central: dict[str, float] | None
    confidence: float | None
    beats: dict[str, float]
    value: float


def totals(values: Floats, weights: Floats) -> Floats:
    """Return the weighted value of each option where replication n meets the nth set of weights.

    Parameters
    ----------
    values : ndarray of float64, shape (replications, options, criteria)
    weights : ndarray of float64, shape (sets, criteria)
        Repeated or cut to the number of replications: weights and futures are independent.

    Returns
    -------
    ndarray of float64, shape (replications, options)
    """
    matched = weights[np.arange(len(values)) % len(weights)]
    return np.asarray((values * matched[:, None, :]).sum(axis=2), np.float64)


def ranks_of(total: Floats) -> Ints:
    """Return ranks from 0, greatest first; of equals the one written first stands first.

    Parameters
    ----------
    total : ndarray of float64, shape (replications, options)
    """
    order = np.argsort(-total, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(total.shape[1])[None, :], axis=1)
    return ranks


def acceptabilities(
    options: Sequence[str], values: Floats, weights: Mapping[str, Floats], mean: Mapping[str, float]
) -> tuple[Acceptability, ...]:
    """Return SMAA-2's measures of each option (Lahdelma and Salminen 2001).

    `b_d^r = P(rank_d = r)`, central weights `w_d^c = E(w | d first)`, confidence `P(d first | w = w_d^c)`.

    Parameters
    ----------
    options : sequence of str
    values : ndarray of float64, shape (replications, options, criteria)
    weights : mapping of str to ndarray of float64, shape (sets,)
        Possible weights by criterion, in the order of the criteria of `values`.
    mean : mapping of str to float
        Mean weights.

    Raises
    ------
    BadInput
        When there is no option, or a value is no finite number.
    """
    _refuse(options, values)
    sets = np.stack(list(weights.values()), axis=1)
    matched = sets[np.arange(len(values)) % len(sets)]
    ranks = ranks_of(totals(values, sets))
    reference = np.asarray(values.mean(axis=0) @ np.array([mean[k] for k in weights]))
    return tuple(
        _acceptability(d, options, ranks, (values, matched, tuple(weights)), float(reference[d]))
        for d in range(len(options))
    )


def _acceptability(
    d: int,
    options: Sequence[str],
    ranks: Ints,
    weighed: tuple[Floats, Floats, tuple[str, ...]],
    reference: float,
) -> Acceptability:
    values, matched, criteria = weighed
    shares = np.bincount(ranks[:, d], minlength=len(options)) / len(ranks)
    first = ranks[:, d] == 0
    central, confidence = None, None
    if first.any():
        mean = matched[first].mean(axis=0)
        central = {k: float(w) for k, w in zip(criteria, mean, strict=True)}
        confidence = float(np.mean(ranks_of(values @ mean)[:, d] == 0))
    beats = {o: float(np.mean(ranks[:, d] < ranks[:, i])) for i, o in enumerate(options) if i != d}
    return Acceptability(options[d], tuple(map(float, shares)), central, confidence, beats, reference)


def _refuse(options: Sequence[str], values: Floats) -> None:
    if not options:
        raise BadInput([Fault.of(Place(path=("options",)), "study-faults.no-option-shown")])
    bad = np.count_nonzero(~np.isfinite(values), axis=(0, 2))
    faults = [
        Fault.of(Place(path=("outcomes", option)), "study-faults.not-finite-everywhere", number=n)
        for option, n in zip(options, map(int, bad), strict=True)
        if n
    ]
    if faults:
        raise BadInput(faults)
