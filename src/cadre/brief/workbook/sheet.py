"""What a sheet of the workbook is: a name, columns with widths and formats, rows of plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cadre.words import Catalogue

Cell = str | float | int | bool | dt.date | None
Row = tuple[Cell, ...]
Format = Literal["text", "date", "money", "share", "number", "whole"]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A heading with its width in characters and the format of its cells."""

    title: str
    width: int
    format: Format


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """A sheet; `sums` are the columns that have a sum below them."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[Row, ...]
    sums: tuple[int, ...] = ()


def sheet(
    words: Catalogue, name: str, columns: Iterable[tuple[str, int, Format]], rows: Iterable[Row]
) -> WorkbookSheet:
    """Make a sheet of columns written as (message of its title, width, format)."""
    made = tuple(SheetColumn(words.text(f"sheets.column-{title}"), width, of) for title, width, of in columns)
    return WorkbookSheet(words.text(f"sheets.{name}"), made, tuple(rows))
