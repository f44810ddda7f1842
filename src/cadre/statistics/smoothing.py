"""Smoothing: what is to be expected of an outcome once a detail is known, by regression on the samples.

Takes the draws of one quantity or of several, gives a `Smoother`: an orthonormal basis of functions of them,
at the draws and at the points where the fit is evaluated. Formulas: docs/model/decision.md, "Value of
information".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from cadre.statistics.arrays import Floats, Ints
from cadre.statistics.products import gram

CATEGORIES = 12
"""Distinct values up to which a quantity is taken as categories, each with a mean of its own."""
KNOTS = (0.05, 0.23, 0.41, 0.59, 0.77, 0.95)
"""Quantiles at which the knots of a spline stand (Harrell 2015, table 2.3)."""
KNOTS_IN_GROUPS = (0.1, 0.5, 0.9)
"""The same for the quantities of a group, which also have products of pairs (Harrell 2015, table 2.3)."""
PAIRS_AT_MOST = 6
"""Quantities of a group up to which products of pairs are taken in."""
POINTS = 500
"""Points at which the fit of one quantity is evaluated: means of equal groups of sorted draws."""
SCATTERED = 2000
"""Points for a group of quantities: draws at equal steps."""
DEPENDENT = 1e-8
"""Part of a column that must be new for it to count as another function."""


Kind = Literal["continuous", "categories", "group", "everything", "priorities"]


@dataclass(frozen=True)
class Smoother:
    """Functions of what is learnt.

    Parameters
    ----------
    kind : str
        `continuous`, `categories` or `group`.
    basis : ndarray of float64, shape (replications, functions)
        Orthonormal columns; the constant is among what they span.
    points : ndarray of float64, shape (points, functions)
        The functions where the fit is evaluated: means of equal groups of sorted draws, levels, or draws.
    futures, place : ndarray of int64, shape (futures,)
        Futures that the points stand for, and the point that stands for each.
    at : ndarray of float64, shape (points,)
        The quantity at the points, rising; empty for a group.
    """

    kind: Kind
    basis: Floats
    points: Floats
    at: Floats
    futures: Ints
    place: Ints

    @property
    def counts(self) -> Floats:
        """Futures that each point stands for, shape (points,)."""
        return np.bincount(self.place, minlength=len(self.points)).astype(np.float64)

    def coefficients(self, responses: Floats) -> Floats:
        """Least-squares coefficients; `responses` of shape (replications, n), result (functions, n)."""
        return gram(self.basis, responses)


def smoother(draws: Sequence[Floats]) -> Smoother:
    """Make the smoother of one quantity or of a group of them; each of shape (replications,)."""
    if len(draws) > 1:
        return _of_group(draws)
    x = draws[0]
    levels, first, level = np.unique(x, return_index=True, return_inverse=True)
    if len(levels) <= CATEGORIES:
        basis = _orthonormal((x[:, None] == levels[None, :]).astype(np.float64))
        return Smoother("categories", basis, basis[first], levels, np.arange(len(x)), level)
    order = np.argsort(x, kind="stable")
    basis = _orthonormal(np.column_stack([np.ones_like(x), *spline(x, KNOTS)]))
    groups = np.array_split(order, min(POINTS, len(x)))
    points = np.stack([basis[group].mean(axis=0) for group in groups])
    place = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    at = np.array([x[group].mean() for group in groups])
    return Smoother("continuous", basis, points, at, order, place)


def _of_group(draws: Sequence[Floats]) -> Smoother:
    size = len(draws[0])
    scaled = [_scaled(x) for x in draws]
    columns = [np.ones(size)]
    for x in scaled:
        levels = np.unique(x)
        few = len(levels) <= CATEGORIES
        columns += (
            [(x == level).astype(np.float64) for level in levels] if few else spline(x, KNOTS_IN_GROUPS)
        )
    if len(draws) <= PAIRS_AT_MOST:
        columns += [a * b for a, b in combinations(scaled, 2)]
    basis = _orthonormal(np.column_stack(columns))
    chosen = np.unique(np.linspace(0, size - 1, min(SCATTERED, size)).astype(int))
    return Smoother("group", basis, basis[chosen], np.empty(0), chosen, np.arange(len(chosen)))


def spline(x: Floats, quantiles: Sequence[float]) -> list[Floats]:
    """Return the columns of a natural cubic spline without its constant.

    x itself and, for each knot but the last two, `d_k - d_{K-1}` with `d_k = ((x - t_k)+^3 - (x - t_K)+^3) /
    (t_K - t_k)` (Hastie, Tibshirani and Friedman 2009, equations 5.4 and 5.5).
    """
    z = _scaled(x)
    t = np.unique(np.quantile(z, quantiles))
    if len(t) < 3:  # noqa: PLR2004  (below, a natural spline is a straight line)
        return [z]
    last = t[-1]

    def d(knot: float) -> Floats:
        cubes = np.maximum(z - knot, 0) ** 3 - np.maximum(z - last, 0) ** 3
        return np.asarray(cubes / (last - knot), np.float64)

    return [z, *(d(knot) - d(t[-2]) for knot in t[:-2])]


def _scaled(x: Floats) -> Floats:
    sd = float(x.std())
    return np.asarray((x - x.mean()) / sd if sd > 0 else np.zeros_like(x), np.float64)


def _orthonormal(columns: Floats) -> Floats:
    """Return an orthonormal basis of what columns span; those that depend on earlier ones are left out."""
    norms = np.linalg.norm(columns, axis=0)
    columns = columns[:, norms > 0] / norms[norms > 0]
    q, r = np.linalg.qr(columns)
    new = np.abs(np.diag(r)) > DEPENDENT
    if new.all():  # with fewer futures than functions the first ones already span everything
        return np.asarray(q, np.float64)
    return np.asarray(np.linalg.qr(columns[:, np.flatnonzero(new)])[0], np.float64)
