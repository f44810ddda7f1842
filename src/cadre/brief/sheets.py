"""What a sheet of the workbook is: a name, columns with widths and formats, rows of plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Cell = str | float | int | bool | dt.date | None
Row = tuple[Cell, ...]
Format = Literal["text", "date", "money", "share", "number", "whole"]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading with its width in characters and the format of its cells."""

    title: str
    width: int
    format: Format


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; `sums` are the columns that have a sum below them."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sums: tuple[int, ...] = ()


def sheet(name: str, columns: Iterable[tuple[str, int, Format]], rows: Iterable[Row]) -> Sheet:
    """Make a sheet of columns written as (title, width, format)."""
    return Sheet(name, tuple(Column(*column) for column in columns), tuple(rows))
