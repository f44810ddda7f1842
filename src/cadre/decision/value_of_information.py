"""Value of information: what it is worth to know something before deciding.

Takes values of options in every future and the draws of what is open, gives gains: perfect (EVPI), partial by
regression (EVPPI), and what a detail of no effect would show. Formulas and sources: docs/model/decision.md,
"Value of information". What a detail costs and by when stands in `cadre.decision.open_details`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cadre.decision.products import rows
from cadre.decision.samples import Floats
from cadre.decision.smoothing import Smoother, smoother
from cadre.errors import BadInput, Fault, Place

SHIFTS = 19
"""A detail of no effect exceeds the greatest of 19 gains of permuted draws once in 20 times (Hope 1968)."""


@dataclass(frozen=True)
class Stakes:
    """What is at stake in a choice among options.

    Parameters
    ----------
    values : ndarray of float64, shape (replications, options, criteria)
        Value of each option on each criterion; more is better.
    weights : ndarray of float64, shape (sets, criteria)
        Possible weights; gains are means over the sets.
    """

    values: Floats
    weights: Floats

    def __post_init__(self) -> None:
        """Refuse an empty set of options and values that are no numbers."""
        if not self.values.size:
            allowed = "there must be at least one option and one replication"
            raise BadInput([Fault(Place(path=("options",)), "none", allowed, "show one")])
        bad = int(np.count_nonzero(~np.isfinite(self.values)))
        if bad:
            found, cure = f"{bad} values without a finite number", "mend the simulation"
            raise BadInput([Fault(Place(path=("outcomes",)), found, "must all be finite", cure)])

    @property
    def flat(self) -> Floats:
        """Values as columns, shape (replications, options * criteria)."""
        return self.values.reshape(len(self.values), -1)

    def weighed(self, columns: Floats) -> Floats:
        """Weigh columns laid out as those of `flat`; (n, options * criteria) to (n, options, sets)."""
        shaped = columns.reshape(len(columns), *self.values.shape[1:])
        return np.asarray(shaped @ self.weights.T, np.float64)


@dataclass(frozen=True, slots=True)
class Gain:
    """What learning gains, and the most that nothing would have shown."""

    gain: float
    floor: float

    @property
    def is_real(self) -> bool:
        """Whether it lies above the noise."""
        return self.gain > self.floor


def perfect(stakes: Stakes) -> float:
    """Give EVPI, `E max_d v_d - max_d E v_d` (Raiffa and Schlaifer 1961), a mean over the sets of weights."""
    best = np.mean([(stakes.values @ w).max(axis=1).mean() for w in stakes.weights])
    now = (stakes.values.mean(axis=0) @ stakes.weights.T).max(axis=0).mean()
    return max(0.0, float(best - now))


def gain_at(stakes: Stakes, points: Floats, coefficients: Floats) -> float:
    """Give `mean_i max_d g_d(i) - max_d mean_i g_d(i)` over the points, a mean over the sets of weights."""
    by_function = stakes.weighed(coefficients)
    functions, options, sets = by_function.shape
    fitted = rows(points, by_function.reshape(functions, -1)).reshape(len(points), options, sets)
    return max(0.0, float((fitted.max(axis=1).mean(axis=0) - fitted.mean(axis=0).max(axis=0)).mean()))


def partial(stakes: Stakes, smooth: Smoother) -> Gain:
    """Give EVPPI by regression, with its noise floor.

    `mean_i max_d g_d(phi_i) - max_d mean_i g_d(phi_i)`, g_d the least-squares fit of v_d on functions
    of phi in the same futures (Strong, Oakley and Brennan 2014). The floor is the greatest of the same with
    phi permuted: shifted against the futures by a twentieth of them, two twentieths and so on. Futures come
    in no order, so a shift is as good a permutation as any.
    """
    responses, n = stakes.flat, len(stakes.flat)
    gain = gain_at(stakes, smooth.points, smooth.coefficients(responses))
    twice = np.concatenate([responses, responses])
    shifts = [(k * n) // (SHIFTS + 1) for k in range(1, SHIFTS + 1)]
    floors = [gain_at(stakes, smooth.points, smooth.coefficients(twice[s : s + n])) for s in shifts]
    return Gain(gain, max(floors))


def partial_of(stakes: Stakes, draws: Sequence[Floats]) -> Gain:
    """Give EVPPI of one quantity or of a group of them from their draws, each of shape (replications,)."""
    return partial(stakes, smoother(draws))
