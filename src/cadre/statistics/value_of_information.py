"""Value of information: what it is worth to know something before deciding.

Takes values of options in every future and the draws of what is open, gives what learning gains: perfect
(EVPI), partial by regression (EVPPI), the gain of knowing the weights, and what a detail of no effect would
show; and how the choice then changes, in the units of the criteria. Formulas and sources:
docs/model/decision.md, "Value of information". What a detail costs and by when stands in
`cadre.decision.open_details`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cadre.errors import BadInput, Fault, Place
from cadre.statistics.arrays import Floats, Ints
from cadre.statistics.products import rows
from cadre.statistics.smoothing import Smoother, smoother

SHIFTS = 19
"""A detail of no effect exceeds the greatest of 19 gains of permuted draws once in 20 times (Hope 1968)."""
FLOOR_SETS = 256
"""Sets of weights over which a noise floor is averaged: the first of the sequence are as even as all."""
BLOCK = 2_000_000
"""Values weighed at a time."""
BATCHES = 10
"""Parts of the futures from which the error of what all of them share is told."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over the futures, with its standard error."""

    mean: float
    error: float

    @property
    def is_real(self) -> bool:
        """Whether it differs from 0 by more than its 95 % half width."""
        return abs(self.mean) > 2 * self.error


@dataclass(frozen=True)
class Stakes:
    """What is at stake in a choice among options.

    Parameters
    ----------
    values : ndarray of float64, shape (replications, options, criteria)
        Value of each option on each criterion; more is better.
    weights : ndarray of float64, shape (sets, criteria)
        Possible weights; gains are means over the sets.
    amounts : ndarray of float64, shape (replications, options, amounts), optional
        What each option yields in units of its own, in which a change of the choice is told.
    """

    values: Floats
    weights: Floats
    amounts: Floats | None = None

    def __post_init__(self) -> None:
        """Refuse an empty set of options and values that are no numbers."""
        if not self.values.size:
            raise BadInput([Fault.of(Place(path=("options",)), "study-faults.none-at-all")])
        bad = int(np.count_nonzero(~np.isfinite(self.values)))
        if bad:
            raise BadInput([Fault.of(Place(path=("outcomes",)), "study-faults.not-all-finite", number=bad)])

    @property
    def flat(self) -> Floats:
        """Values as columns, shape (replications, options * criteria)."""
        return self.values.reshape(len(self.values), -1)

    def fitted(self, points: Floats, coefficients: Floats) -> Floats:
        """Return fits of `flat` at points, shape (points, options, criteria)."""
        return rows(points, coefficients).reshape(len(points), *self.values.shape[1:])


@dataclass(frozen=True, slots=True)
class InformationGain:
    """What learning gains, and the most that nothing would have shown."""

    gain: float
    floor: float

    @property
    def is_real(self) -> bool:
        """Whether it lies above the noise."""
        return self.gain > self.floor


@dataclass(frozen=True, slots=True)
class Turn:
    """How knowing something turns the choice.

    Parameters
    ----------
    value : InformationGain
        Gain in value, with its noise floor.
    error : float
        Standard error of the gain, of the futures.
    changes : Estimate
        Share of futures (and sets of weights) in which another option is chosen.
    amounts : tuple of Estimate
        By how much each of the amounts of the option chosen rises, a mean over all futures.
    """

    value: InformationGain
    error: float
    changes: Estimate
    amounts: tuple[Estimate, ...]


@dataclass(frozen=True)
class _Choices:
    """What is chosen at each point, summed over sets of weights.

    `moved`, shape (points, options): 1 for the option chosen knowing, -1 for the one chosen unknowing;
    `valued`, shape (points, options, criteria): the same times the weights; `changed`, shape (points,).
    """

    moved: Floats
    valued: Floats
    changed: Floats


def _blocks(weights: Floats, size: int) -> Iterator[Floats]:
    step = max(1, BLOCK // size)
    for first in range(0, len(weights), step):
        yield weights[first : first + step]


def gain_of(fitted: Floats, counts: Floats, weights: Floats) -> float:
    """Return `mean_i max_d g_d(i) - max_d mean_i g_d(i)`, a mean over sets of weights.

    Parameters
    ----------
    fitted : ndarray of float64, shape (points, options, criteria)
    counts : ndarray of float64, shape (points,)
        Futures that each point stands for.
    weights : ndarray of float64, shape (sets, criteria)
    """
    share, gained = counts / counts.sum(), 0.0
    now = np.tensordot(share, fitted, 1)
    for block in _blocks(weights, fitted[..., 0].size):
        best = share @ (fitted @ block.T).max(axis=1)
        gained += float((best - (now @ block.T).max(axis=0)).sum())
    return max(0.0, gained / len(weights))


def _choices(fitted: Floats, now: Floats, weights: Floats) -> _Choices:
    """Choose at each point with each set of weights, knowing it (`fitted`) and not (`now`, of the mean)."""
    points, options, criteria = fitted.shape
    moved, valued = np.zeros((points, options)), np.zeros((points, options, criteria))
    changed = np.zeros(points)
    for block in _blocks(weights, fitted[..., 0].size):
        best, before = (fitted @ block.T).argmax(axis=1), (now @ block.T).argmax(axis=0)
        changed += (best != before).sum(axis=1)
        for d in range(options):
            turn = (best == d).astype(np.float64) - (before == d)
            moved[:, d] += turn.sum(axis=1)
            valued[:, d] += turn @ block
    sets = len(weights)
    return _Choices(moved / sets, valued / sets, changed / sets)


def _mean(per_future: Floats) -> Estimate:
    error = float(per_future.std(ddof=1) / np.sqrt(len(per_future))) if len(per_future) > 1 else 0.0
    return Estimate(float(per_future.mean()), error)


def _turn(stakes: Stakes, gain: InformationGain, made: _Choices, futures: Ints, place: Ints) -> Turn:
    """Tell what choices at points do in the futures that stand behind them, `futures` at points `place`."""
    values, amounts = stakes.values[futures], stakes.amounts
    value = np.einsum("ndk,ndk->n", made.valued[place], values)
    moved = made.moved[place]
    turned = (
        ()
        if amounts is None
        else tuple(
            _mean(np.einsum("nd,nd->n", moved, amounts[futures, :, k])) for k in range(amounts.shape[2])
        )
    )
    return Turn(gain, _mean(value).error, _mean(made.changed[place]), turned)


def partial(stakes: Stakes, smooth: Smoother) -> InformationGain:
    """Return EVPPI by regression, with its noise floor.

    `mean_i max_d g_d(phi_i) - max_d mean_i g_d(phi_i)`, g_d the least-squares fit of v_d on functions
    of phi in the same futures (Strong, Oakley and Brennan 2014). The floor is the greatest of the same with
    phi permuted: shifted against the futures by a twentieth of them, two twentieths and so on. Futures come
    in no order, so a shift is as good a permutation as any.
    """
    responses, n, few = stakes.flat, len(stakes.flat), stakes.weights[:FLOOR_SETS]

    def gain(columns: Floats, weights: Floats) -> float:
        fitted = stakes.fitted(smooth.points, smooth.coefficients(columns))
        return gain_of(fitted, smooth.counts, weights)

    twice = np.concatenate([responses, responses])
    shifts = [(k * n) // (SHIFTS + 1) for k in range(1, SHIFTS + 1)]
    return InformationGain(gain(responses, stakes.weights), max(gain(twice[s : s + n], few) for s in shifts))


def partial_of(stakes: Stakes, draws: Sequence[Floats]) -> InformationGain:
    """Return EVPPI of one quantity or of a group of them from their draws, each of shape (replications,)."""
    return partial(stakes, smoother(draws))


def turned_by(stakes: Stakes, smooth: Smoother) -> Turn:
    """Tell how knowing a detail turns the choice: its EVPPI, and what is then chosen in each future."""
    fitted = stakes.fitted(smooth.points, smooth.coefficients(stakes.flat))
    made = _choices(fitted, stakes.values.mean(axis=0), stakes.weights)
    return _turn(stakes, partial(stakes, smooth), made, smooth.futures, smooth.place)


def perfect(stakes: Stakes) -> float:
    """EVPI, `E max_d v_d - max_d E v_d` (Raiffa and Schlaifer 1961), a mean over the sets of weights."""
    return gain_of(stakes.values, np.ones(len(stakes.values)), stakes.weights)


def turned_by_all(stakes: Stakes) -> Turn:
    """Tell how knowing each future, chance included, turns the choice; over the first sets of weights."""
    few = Stakes(stakes.values, stakes.weights[:FLOOR_SETS], stakes.amounts)
    every = np.arange(len(stakes.values))
    made = _choices(few.values, few.values.mean(axis=0), few.weights)
    return _turn(few, InformationGain(perfect(few), 0.0), made, every, every)


def turned_by_weights(stakes: Stakes) -> Turn:
    """Tell how knowing the weights turns the choice that their mean would make.

    `E_w max_d w.E v_d - max_d E_w w.E v_d`. The floor is the half width of its 95 % interval.
    """
    mean, weights = stakes.values.mean(axis=0), stakes.weights
    middle = weights.mean(axis=0)
    before = int((mean @ middle).argmax())
    best = (mean @ weights.T).argmax(axis=0)
    turn = (best[None, :] == np.arange(len(mean))[:, None]).astype(np.float64)
    turn[before] -= 1
    made = _Choices(
        turn.mean(axis=1)[None, :],
        (turn @ weights / len(weights))[None, :],
        np.array([(best != before).mean()]),
    )
    futures = np.arange(len(stakes.values))
    gained = float((made.valued[0] * mean).sum())
    turned = _turn(stakes, InformationGain(gained, 0.0), made, futures, np.zeros(len(futures), np.int64))
    parts = [part.mean(axis=0) for part in np.array_split(stakes.values, min(BATCHES, len(futures)))]
    shares = [float(np.mean((of @ weights.T).argmax(axis=0) != (of @ middle).argmax())) for of in parts]
    changes = Estimate(turned.changes.mean, _mean(np.array(shares)).error)
    return Turn(InformationGain(gained, 2 * turned.error), turned.error, changes, turned.amounts)
