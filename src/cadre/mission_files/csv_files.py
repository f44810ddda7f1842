"""CSV files: text to a grid of cells with line and column.

Takes text with commas, semicolons or tabs (whichever the first line has most of), quoted by RFC 4180. The
standard reader gives no columns, so this one splits by a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cadre.errors import Place
from cadre.mission_files.safe_files import ROWS_AT_MOST, refuse
from cadre.mission_files.tables import Cell, Grid

_SEPARATORS = (",", ";", "\t")


def parse_csv(text: str, file: str) -> Grid:
    """Split the text of a CSV file.

    Raises
    ------
    BadInput
        A quote that is not closed, or text behind a closed one.
    """
    grid: Grid = [[]]
    for cell, ends_row in _cells(text, file):
        grid[-1].append(cell)
        if ends_row:
            grid.append([])
            _refuse_length(grid, file)
    return [row for row in grid if row]


def _cells(text: str, file: str) -> Iterator[tuple[Cell, bool]]:
    """Give every cell in its order, and whether a row ends behind it."""
    separator = _separator(text)
    bare = rf"[^\"{separator}\r\n][^{separator}\r\n]*|"
    pattern = re.compile(rf'(?:"((?:[^"]|"")*)"|({bare}))(?:({separator})|(\r\n|\n|\r)|\Z)')
    at, line, line_start = 0, 1, 0
    while True:
        match = pattern.match(text, at)
        place = Place(file, line, at - line_start + 1)
        if match is None:
            raise refuse(place, "files.open-quote")
        quoted, plain, between, end = match.groups()
        yield Cell(plain if quoted is None else quoted.replace('""', '"'), place), bool(end)
        for line_break in re.finditer(r"\r\n|\n|\r", match[0]):
            line, line_start = line + 1, at + line_break.end()
        at = match.end()
        if not end and not between:
            return


def _refuse_length(grid: Grid, file: str) -> None:
    # The headings and the empty row behind the last line break come on top.
    if len(grid) > ROWS_AT_MOST + 2:
        raise refuse(file, "files.too-many-rows", most=ROWS_AT_MOST)


def _separator(text: str) -> str:
    """Give the separator that the heading line has most of; a comma when it has none."""
    heading = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=heading.count)
