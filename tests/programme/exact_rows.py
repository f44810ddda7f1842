"""Rows of a mixed-integer programme, term by term, for the exact model of the tests; scipy solves it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

Terms = dict[int, float]
"""A sum: factors by column."""


@dataclass(frozen=True)
class Answer:
    """What was found and proved, in percent; the same where it is the optimum."""

    value: float
    bound: float

    @property
    def proved(self) -> bool:
        return self.value - self.bound <= 1e-5 * max(1.0, self.value)


@dataclass
class Rows:
    """Columns with bounds, rows `low <= A x <= high`, one objective."""

    high: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    sides: list[tuple[float, float]] = field(default_factory=list)

    def column(self, high: float = math.inf, *, whole: bool = False, cost: float = 0.0) -> int:
        self.high.append(high)
        self.whole.append(whole)
        self.cost.append(cost)
        return len(self.high) - 1

    def keep(self, terms: Mapping[int, float], low: float = -math.inf, high: float = math.inf) -> None:
        self.entries += [(len(self.sides), column, factor) for column, factor in terms.items()]
        self.sides.append((low, high))

    def least(self, nodes: int) -> Answer:
        row, column, factor = (np.array(part) for part in zip(*self.entries, strict=True))
        matrix = csr_array((factor, (row, column)), shape=(len(self.sides), len(self.high)))
        low, high = (np.array(side) for side in zip(*self.sides, strict=True))
        found = milp(
            np.array(self.cost),
            integrality=np.array(self.whole, dtype=int),
            bounds=Bounds(np.zeros(len(self.high)), np.array(self.high)),
            constraints=LinearConstraint(matrix, low, high),
            options={"mip_rel_gap": 1e-7, "node_limit": nodes},
        )
        value = math.inf if found.fun is None else float(found.fun)
        return Answer(value, -math.inf if found.mip_dual_bound is None else float(found.mip_dual_bound))


def together(*parts: Mapping[int, float]) -> Terms:
    """Add sums up."""
    total: Terms = defaultdict(float)
    for part in parts:
        for column, factor in part.items():
            total[column] += factor
    return dict(total)


def times(factor: float, terms: Mapping[int, float]) -> Terms:
    return {column: factor * value for column, value in terms.items()}
