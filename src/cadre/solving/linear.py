"""A linear model as arrays: columns in blocks, rows in blocks, one or more objectives in order.

Knows no solver.

Stages write their constraint families against this; `cadre.solving.optimise` hands it to a solver.
Arrays, since building term by term in Python costs more than solving.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NEGLIGIBLE = 1e-12
"""A coefficient nearer to 0 than this is none: one that is 0 but for rounding misleads a simplex."""


@dataclass
class LinearModel:
    """Columns with bounds, rows `lower <= A x <= upper`.

    Objectives minimised in the order they were added.
    """

    lower: list[Floats] = field(default_factory=list)
    upper: list[Floats] = field(default_factory=list)
    integer: list[NDArray[np.bool_]] = field(default_factory=list)
    columns: int = 0
    rows: int = 0
    entries: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)
    row_lower: list[Floats] = field(default_factory=list)
    row_upper: list[Floats] = field(default_factory=list)
    blocks: dict[str, tuple[int, int]] = field(default_factory=dict)
    objectives: list[Floats] = field(default_factory=list)

    def add(
        self,
        shape: int | tuple[int, ...],
        lower: ArrayLike = 0.0,
        upper: ArrayLike = np.inf,
        *,
        integer: bool = False,
    ) -> Ints:
        """Add a block of columns.

        Returns
        -------
        ndarray of int64
            Column numbers in the shape asked for.
        """
        count = shape if isinstance(shape, int) else math.prod(shape)
        index = np.arange(self.columns, self.columns + count, dtype=np.int64).reshape(shape)
        self.lower.append(_filled(lower, index.shape))
        self.upper.append(_filled(upper, index.shape))
        self.integer.append(np.full(count, integer))
        self.columns += count
        return index

    def require(
        self,
        name: str,
        terms: Sequence[tuple[ArrayLike, ArrayLike, ArrayLike]],
        lower: ArrayLike = -np.inf,
        upper: ArrayLike = np.inf,
    ) -> Ints:
        """Add a block of rows, named after the rule they state.

        Parameters
        ----------
        name : str
            Name of the rule; its rows can be found again in `blocks`.
        terms : list of (rows, columns, coefficients)
            Row numbers are relative to the block; the three are broadcast together.
        lower, upper : array_like
            Bounds of the rows; at least one of them has the block's length (or both are scalars and the
            rows tell it).

        Returns
        -------
        ndarray of int64
            Row numbers in the model.
        """
        flat = [_entries(*term) for term in terms]
        count = max(_size(lower), _size(upper)) or max(
            (int(rows.max()) + 1 for rows, _, _ in flat if rows.size), default=0
        )
        first = self.rows
        self.entries += [(rows + first, columns, coefficients) for rows, columns, coefficients in flat]
        self.row_lower.append(_filled(lower, (count,)))
        self.row_upper.append(_filled(upper, (count,)))
        self.rows += count
        self.blocks[name] = (first, self.rows)
        return np.arange(first, self.rows, dtype=np.int64)

    def minimise(self, terms: Sequence[tuple[ArrayLike, ArrayLike]]) -> None:
        """Add an objective: pairs of (columns, coefficients). The first one added comes first in order."""
        cost = np.zeros(self.columns)
        for columns, coefficients in terms:
            index, weights = np.broadcast_arrays(columns, coefficients)
            np.add.at(cost, np.asarray(index, np.int64).ravel(), np.asarray(weights, np.float64).ravel())
        self.objectives.append(cost)

    def only(
        self, objectives: Sequence[Floats], lower: Floats | None = None, upper: Floats | None = None
    ) -> LinearModel:
        """Return the same rows with other objectives and, where given, other bounds of all columns."""
        costs = [np.pad(cost, (0, self.columns - cost.size)) for cost in objectives]
        least = self.lower if lower is None else [lower]
        most = self.upper if upper is None else [upper]
        return replace(self, objectives=costs, lower=least, upper=most)

    def bounds(self) -> tuple[Floats, Floats, NDArray[np.bool_]]:
        """Return the lower bounds, upper bounds and integrality of all columns."""
        return np.concatenate(self.lower), np.concatenate(self.upper), np.concatenate(self.integer)

    def triplets(self) -> tuple[Ints, Ints, Floats]:
        """Return the matrix as rows, columns, coefficients, sorted by row then column, duplicates added.

        Zeros left out, and what is `NEGLIGIBLE`.
        """
        if not self.entries:
            empty = np.zeros(0, np.int64)
            return empty, empty, np.zeros(0)
        rows, columns, values = (np.concatenate(part) for part in zip(*self.entries, strict=True))
        key, place = np.unique(rows * np.int64(max(1, self.columns)) + columns, return_inverse=True)
        total = np.bincount(place, weights=values, minlength=key.size).astype(np.float64)
        kept = np.abs(total) > NEGLIGIBLE
        return key[kept] // max(1, self.columns), key[kept] % max(1, self.columns), total[kept]


def _filled(value: ArrayLike, shape: tuple[int, ...]) -> Floats:
    """Return a flat array of its own that holds a value, or values, broadcast to a shape."""
    filled = np.empty(shape)
    filled[...] = value
    return filled.ravel()


def _size(bound: ArrayLike) -> int:
    """Return the number of rows that a bound tells, 0 for one number."""
    if isinstance(bound, float | int):
        return 0
    array = np.asarray(bound)
    return array.size if array.ndim else 0


def _entries(rows: ArrayLike, columns: ArrayLike, coefficients: ArrayLike) -> tuple[Ints, Ints, Floats]:
    """Return one term of a block flat.

    NumPy's own broadcasting of three arrays costs as much as all the rest, so that the commonest term, one
    coefficient for rows and columns of one shape, goes without it.
    """
    r, c = np.asarray(rows, np.int64), np.asarray(columns, np.int64)
    if r.shape == c.shape and isinstance(coefficients, float | int):
        return r.ravel(), c.ravel(), _filled(coefficients, (r.size,))
    v = np.asarray(coefficients, np.float64)
    if r.shape == c.shape == v.shape:
        return r.ravel(), c.ravel(), v.ravel()
    shape = np.broadcast_shapes(r.shape, c.shape, v.shape)
    r = r if r.shape == shape else np.broadcast_to(r, shape)
    c = c if c.shape == shape else np.broadcast_to(c, shape)
    v = v if v.shape == shape else np.broadcast_to(v, shape)
    return r.ravel(), c.ravel(), v.ravel()


@dataclass(frozen=True)
class Point:
    """Values of the columns and, for a relaxation, the dual value of each row (empty otherwise).

    `pivots` are the simplex iterations that the search took: work that is the same on every machine.
    """

    values: Floats
    duals: Floats
    pivots: int = 0
