"""Outer draws: what nobody knows yet, drawn once per replication from the quantities of a mission.

Takes a mission, a seed and a number of replications, gives the value of each uncertain quantity in each
replication. Rank correlations enter as a Gaussian copula; ranges that were assumed are widened. Formulas:
docs/model/simulation.md, What nobody knows yet and Judgements are widened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission, Quantity
from cadre.mission.judgements import stretched, widened_paths, widening
from cadre.simulation.streams import uniforms

if TYPE_CHECKING:
    from scipy.interpolate import CubicSpline

Floats = NDArray[np.float64]

LEFT_OUT = "mandate."
"""Quantities of the mandate (what it costs to find something out) are no part of the future played."""
LEAST_EIGENVALUE = -1e-9
"""A correlation matrix with a smaller eigenvalue is refused: no joint distribution has it."""
NOTHING_LEFT = 1e-9
"""Variance of a quantity, of 1, that is none: others before it settle it."""

KNOTS, FARTHEST = 129, 8.3
"""Knots of the splines, from -8.3 to 8.3 standard deviations: no uniform lies beyond."""


@dataclass(frozen=True)
class Draws:
    """Values of the quantities of one mission.

    Parameters
    ----------
    quantities : mapping of str to Quantity
        All of them, by path.
    outer : int
        Number of outer draws.
    sampled : mapping of str to ndarray of float64, shape (outer,)
        Those that are uncertain.
    seed : int
        Of everything drawn.
    """

    quantities: Mapping[str, Quantity]
    outer: int
    sampled: Mapping[str, Floats] = field(repr=False)
    seed: int = 0

    def normal(self, name: str) -> Floats:
        """Return a standard normal number that nobody knows yet, by its name, shape (outer,)."""
        from scipy.special import ndtri  # noqa: PLC0415  (heavy, only needed where something is played)

        return np.asarray(ndtri(uniforms(self.seed, self.outer, name)), np.float64)

    def of(self, path: str) -> Floats:
        """The value of a quantity in each outer draw, shape (outer,); a known one is the same in all."""
        if path in self.sampled:
            return self.sampled[path]
        return np.full(self.outer, float(self.quantities[path].at(0.5)))


def draw(mission: Mission, *, seed: int, outer: int, learnt: Mapping[str, Quantity] | None = None) -> Draws:
    """Draw every uncertain quantity of a mission; those in `learnt` as they are now known, never widened.

    Raises
    ------
    BadInput
        When the rank correlations cannot hold together.
    """
    known = dict(learnt or {})
    quantities = {path: q for path, q in mission.quantities.items() if not path.startswith(LEFT_OUT)} | known
    joint = _joint_uniforms(mission, seed, outer)
    names = {path: mission.luck_of(path) for path, quantity in quantities.items() if not quantity.is_known}
    sampled = {
        path: quantile(quantities[path], joint[name])
        if name in joint
        else _single(quantities[path], name, seed, outer)
        for path, name in names.items()
    }
    factor = widening(mission)
    widened = [path for path in widened_paths(mission) if path not in known]
    sampled |= {path: stretched(sampled[path], quantities[path], factor) for path in widened}
    return Draws(quantities, outer, sampled, seed)


def quantile(quantity: Quantity, u: Floats) -> Floats:
    """Return the values of a quantity at uniforms inside (0, 1), shape of `u`.

    As `Quantity.at`, but a PERT is read off a spline of logit(x) over z = ndtri(u), fifty times as fast as
    the inverse of the incomplete beta function and never further from it than 1e-7 of the range.
    """
    if quantity.shape != "pert" or quantity.is_known:
        return quantity.at(u)
    from scipy.special import expit, ndtri  # noqa: PLC0415  (heavy, only needed when something is uncertain)

    low, likely, high = quantity.numbers
    spline = _logit_of_pert(1 + 4 * (likely - low) / (high - low))
    z = np.clip(ndtri(u), -FARTHEST, FARTHEST)
    return np.asarray(low + (high - low) * expit(spline(z)), np.float64)


@lru_cache(maxsize=1024)
def _logit_of_pert(a: float) -> CubicSpline:
    """Return logit(x) at z for the beta distribution with parameters a and 6 - a on [0, 1]."""
    from scipy.interpolate import CubicSpline  # noqa: PLC0415
    from scipy.special import betaincinv, ndtr  # noqa: PLC0415

    z = np.linspace(-FARTHEST, FARTHEST, KNOTS)
    below, above = betaincinv(a, 6 - a, ndtr(z)), betaincinv(6 - a, a, ndtr(-z))
    return CubicSpline(z, np.log(below) - np.log(above))


@lru_cache(maxsize=1024)
def _single(quantity: Quantity, name: str, seed: int, outer: int) -> Floats:
    """Return an uncorrelated quantity's values; kept, since the options of a mission share most of them."""
    values = quantile(quantity, uniforms(seed, outer, name))
    values.flags.writeable = False
    return values


def _joint_uniforms(mission: Mission, seed: int, outer: int) -> dict[str, Floats]:
    """Return the uniforms of all correlated quantities, known ones too, so that every option has the same."""
    if not mission.correlations:
        return {}
    from scipy.special import ndtr, ndtri  # noqa: PLC0415  (heavy, only needed for correlated quantities)

    names = list(dict.fromkeys(mission.luck_of(path) for c in mission.correlations for path in c.between))
    normal = np.stack([ndtri(uniforms(seed, outer, name)) for name in names])
    factor = _factor(_matrix(mission, names))
    joint: Floats = np.zeros_like(normal)
    for i in range(
        len(names)
    ):  # sums in a fixed order, so that the first replications never depend on how many follow
        for j in range(i + 1):
            joint[i] += factor[i, j] * normal[j]
    return dict(zip(names, ndtr(joint), strict=True))


def _factor(matrix: Floats) -> Floats:
    """Return a lower triangle L with L L' = matrix, which may be singular: its columns then hold zeros.

    Where the matrix is positive definite, the Cholesky factor.
    """
    try:
        return np.asarray(np.linalg.cholesky(matrix), np.float64)
    except np.linalg.LinAlgError:
        pass
    factor = np.zeros_like(matrix)
    for j in range(len(matrix)):
        left = matrix[j, j] - factor[j, :j] @ factor[j, :j]
        if left > NOTHING_LEFT:
            factor[j, j] = np.sqrt(left)
            factor[j + 1 :, j] = (matrix[j + 1 :, j] - factor[j + 1 :, :j] @ factor[j, :j]) / factor[j, j]
    return factor


def _matrix(mission: Mission, names: Sequence[str]) -> Floats:
    """Return the matrix of the Gaussian copula: r = 2 sin(pi rank / 6) (Kruskal 1958)."""
    matrix = np.eye(len(names))
    for correlation in mission.correlations:
        i, j = (names.index(mission.luck_of(path)) for path in correlation.between)
        matrix[i, j] = matrix[j, i] = 2 * np.sin(np.pi * correlation.rank / 6)
    if np.linalg.eigvalsh(matrix)[0] < LEAST_EIGENVALUE:
        place = Place(path=("correlations",))
        raise BadInput([Fault.of(place, "study-faults.correlations-contradict")])
    return matrix
