"""CSV files: text to a grid of cells with line and column.

Takes text with commas, semicolons or tabs (whichever the first line has most of), quoted by RFC 4180. The
standard reader gives no columns, so this one splits by a pattern.
"""

from __future__ import annotations

import re

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
    separator = _separator(text)
    cell = re.compile(
        rf'(?:"((?:[^"]|"")*)"|([^"{separator}\r\n][^{separator}\r\n]*|))(?:({separator})|(\r\n|\n|\r)|\Z)'
    )
    grid: Grid = [[]]
    at, line, line_start = 0, 1, 0
    while True:
        match = cell.match(text, at)
        place = Place(file, line, at - line_start + 1)
        if match is None:
            raise refuse(
                place,
                "a quote that is not closed, or text behind it",
                "must be quoted in whole",
                "double each quote inside",
            )
        quoted, bare, between, end = match.groups()
        grid[-1].append(Cell(bare if quoted is None else quoted.replace('""', '"'), place))
        breaks = list(re.finditer(r"\r\n|\n|\r", match[0]))
        if breaks:
            line, line_start = line + len(breaks), at + breaks[-1].end()
        at = match.end()
        if end:
            grid.append([])
            _refuse_length(grid, file)
        elif not between:
            break
    return [row for row in grid if row]


def _refuse_length(grid: Grid, file: str) -> None:
    # The headings and the empty row behind the last line break come on top.
    if len(grid) > ROWS_AT_MOST + 2:
        allowed = f"must be at most {ROWS_AT_MOST:,}"
        raise refuse(file, f"more than {ROWS_AT_MOST:,} rows", allowed, "split or shorten it")


def _separator(text: str) -> str:
    """Give the separator that the heading line has most of; a comma when it has none."""
    heading = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=heading.count)
