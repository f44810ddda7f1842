"""Pasting: rows of a spreadsheet, as its program puts them on the clipboard, to rows of offers.

Cells stand between tabs, a cell with a tab or line break in it between quotes. A first row of headings may
say which column is which, by its id or in the reader's words; without it the columns stand as the grid shows
them. Every row comes back: what it holds too much is told, never dropped.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cadre.mission_files.folding import fold
from cadre.site.editing.offers import OfferRow

KEY = "id"
ROWS_AT_MOST = 300
"""More come as a file."""
LEAST = 2
"""Names of columns that make a row one of headings."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rows as they were pasted.

    Parameters
    ----------
    rows : tuple of OfferRow
        In their order.
    too_long : tuple of int
        Numbers, from 1, of rows with more cells than there are columns.
    unknown : tuple of str
        Headings that name no column.
    count : int
        Rows that were pasted; more than `ROWS_AT_MOST` are not taken, and `rows` is empty.
    """

    rows: tuple[OfferRow, ...]
    too_long: tuple[int, ...]
    unknown: tuple[str, ...]
    count: int


def pasted(text: str, names: Mapping[str, str]) -> Pasted:
    """Read what was pasted.

    Parameters
    ----------
    text : str
        From the clipboard.
    names : mapping of str to str
        Columns in the order of the grid, the offer's id first, each with its heading in the reader's words.
    """
    lines = [line for line in _lines(text) if any(cell.strip() for cell in line)]
    known = {fold(name): column for column, said in names.items() for name in (column, said)}
    columns, unknown = list[str](names), list[str]()
    if lines and sum(fold(cell) in known for cell in lines[0] if cell.strip()) >= LEAST:
        heads = lines.pop(0)
        columns = [known.get(fold(cell), "") for cell in heads]
        unknown = [cell for cell, column in zip(heads, columns, strict=True) if cell.strip() and not column]
    if len(lines) > ROWS_AT_MOST:
        return Pasted((), (), tuple(unknown), len(lines))
    too_long = [number for number, line in enumerate(lines, 1) if any(map(str.strip, line[len(columns) :]))]
    return Pasted(tuple(_row(line, columns) for line in lines), tuple(too_long), tuple(unknown), len(lines))


def _lines(text: str) -> list[list[str]]:
    if "\t" not in text and '"' not in text:
        return [[line] for line in text.splitlines()]
    return list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), delimiter="\t"))


def _row(line: Sequence[str], columns: Sequence[str]) -> OfferRow:
    cells = {column: cell.strip() for column, cell in zip(columns, line, strict=False) if column}
    return OfferRow(cells.pop(KEY, ""), cells)
