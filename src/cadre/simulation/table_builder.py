"""A sheet: what the tables of one mission are written on, columns of drawn values and lists of row numbers.

Takes the draws, gives columns and ranges while tables are built, and at the end the two arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.simulation.draws import Draws
from cadre.simulation.records import Ints, Table

Floats = NDArray[np.float64]
EPS = 1e-9
"""What a number may lack of a whole one and still count as it."""


class TableBuilder:
    """Columns and links of one mission, growing while its tables are built."""

    def __init__(self, mission: Mission, draws: Draws) -> None:
        self.mission = mission
        self.draws = draws
        self._columns: list[Floats | float] = []
        self._links: list[int] = []

    def column(self, values: Floats | float) -> int:
        """Write one value per outer draw, or the same for all, and give its column."""
        self._columns.append(values)
        return len(self._columns) - 1

    def quantity(self, path: str) -> int:
        """Write a quantity as it was drawn and give its column."""
        return self.column(self.draws.of(path))

    def links(self, rows: Iterable[int]) -> tuple[int, int]:
        """Write row numbers one after the other and give their range."""
        first = len(self._links)
        self._links.extend(rows)
        return first, len(self._links)

    def values(self) -> Floats:
        """Return all columns, shape (outer, columns)."""
        values = np.zeros((self.draws.outer, len(self._columns) + 1))
        for column, drawn in enumerate(self._columns):
            values[:, column] = drawn
        return values

    def linked(self) -> Ints:
        """Return all links, shape (links,)."""
        return np.array([*self._links, -1], np.int32)


def table(kind: np.dtype[np.void], rows: Sequence[tuple[Any, ...]]) -> Table:
    """Return a table of records, shape (rows,)."""
    return np.array(list(rows), dtype=kind)


def whole(values: Floats) -> Floats:
    """Return the nearest whole numbers, halves up."""
    return np.asarray(np.floor(values + 0.5), np.float64)


def weekly_share(monthly: Floats) -> Floats:
    """Return the weekly share of a monthly one: 1 - (1 - m)^(12 / weeks of a year) (docs/model/rules.md)."""
    return np.asarray(1 - np.power(1 - monthly, 12 / WEEKS_PER_YEAR), np.float64)


def weekly_chance(per_year: Floats) -> Floats:
    """Return the chance that something with a yearly hazard happens in a week: 1 - exp(-rate / weeks)."""
    return np.asarray(-np.expm1(-per_year / WEEKS_PER_YEAR), np.float64)
