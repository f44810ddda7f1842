"""CSV files: text to a grid of cells with line and column.

Takes text with commas, semicolons or tabs (whichever the first line has most of), quoted by RFC 4180. The
standard reader gives no columns, so this one splits by a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cadre.errors import BadInput, Fault, Place
from cadre.messages import quoted
from cadre.mission_files.headings import Cell, Grid
from cadre.mission_files.safe_files import ROWS_AT_MOST, refuse

_SEPARATORS = (",", ";", "\t")
_FEW = 3
"""Headings of a table whose rows are told to be parted otherwise; fewer may well be one cell."""
_HINT = re.compile(r'"?sep=(.)"?[,;\t]*(?:\r\n|\n|\r)', re.IGNORECASE)
"""What Excel writes, and reads, in the first line: the sign between cells."""
HEADINGS_WITHIN = 10_000
"""Characters in which the headings are looked for."""
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_BEGINS = re.compile(r"(?:^|[\s;])(?:min|likely|max|low|high|p10|p50|p90|mean|sd) [-\d]\d*$")
_DIGITS = re.compile(r"(?:^|\s)-?\d+$")
_GOES_ON = re.compile(r"\d+\s*(?:[%;]|$|[kM]\b)")


def parse_csv(text: str, file: str) -> Grid:
    """Split the text of a CSV file.

    Raises
    ------
    BadInput
        A quote that is not closed, text behind a closed one, or decimal commas between cells that commas
        part: all that follows would be told of the wrong cells.
    """
    grid: Grid = [[]]
    for cell, ends_row in _cells(text, file):
        grid[-1].append(cell)
        if ends_row:
            grid.append([])
            _refuse_length(grid, file)
    _refuse_other_separators(grid, _separator(text))
    if _separator(text) == ",":
        _refuse_decimal_commas(grid, text)
    return [row for row in grid if row]


def _refuse_other_separators(grid: Grid, separator: str) -> None:
    """Refuse rows that are one cell, since another sign than the headings have stands between its parts."""
    headings = next((row for row in grid if sum(not cell.is_empty for cell in row) > 1), [])
    others, between, faults = [s for s in _SEPARATORS if s != separator], len(headings) - 1, []
    for row in grid if len(headings) >= _FEW else ():
        sign = next((s for s in others if str(row[0].content).count(s) >= between), None)
        if sign is not None and all(cell.is_empty for cell in row[1:]):
            signs = {"found": _shown(sign), "wanted": _shown(separator)}
            faults.append(Fault.of(row[0].place, "files.row-parted-otherwise", **signs))
    if faults:
        raise BadInput(faults)


def _shown(separator: str) -> str:
    return "TAB" if separator == "\t" else quoted(separator)


def _refuse_decimal_commas(grid: Grid, text: str) -> None:
    """Refuse rows in which a comma inside a number parts two cells."""
    lines = _LINE_BREAK.split(text)
    width = next((len(row) for row in grid if sum(not cell.is_empty for cell in row) > 1), 1)
    for row in grid[1:]:
        parted = _parted_number(row, lines, is_long=len(row) > width)
        if parted is not None:
            left, right = parted
            number = f"{str(left.content).split()[-1]},{str(right.content).split(';')[0].strip()}"
            raise refuse(left.place, "files.decimal-commas", number=quoted(number))


def _parted_number(row: list[Cell], lines: list[str], *, is_long: bool) -> tuple[Cell, Cell] | None:
    """Return two neighbours that are one number with a decimal comma, by their words or the row's length."""
    for left, right in pairwise(row):
        known = ";" in str(right.content) and _BEGINS.search(str(left.content)) is not None
        if (known or (is_long and _DIGITS.search(str(left.content)))) and _GOES_ON.match(str(right.content)):
            line, column = right.place.line or 1, right.place.column or 1
            if lines[line - 1][column - 2 : column] == f",{str(right.content)[:1]}":
                return left, right
    return None


def _cells(text: str, file: str) -> Iterator[tuple[Cell, bool]]:
    """Return every cell in its order, and whether a row ends behind it."""
    separator = _separator(text)
    hint = _HINT.match(text)
    bare = rf"[^\"{separator}\r\n][^{separator}\r\n]*|"
    pattern = re.compile(rf'(?:"((?:[^"]|"")*)"|({bare}))(?:({separator})|(\r\n|\n|\r)|\Z)')
    at = line_start = hint.end() if hint else 0
    line = 2 if hint else 1
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
    """Return the separator that the first line says, or that the headings have most of; else a comma."""
    hint = _HINT.match(text)
    if hint and hint[1] in _SEPARATORS:
        return hint[1]
    lines = _LINE_BREAK.split(text[:HEADINGS_WITHIN])
    heading = next((line for line in lines if any(sign in line for sign in _SEPARATORS)), "")
    return max(_SEPARATORS, key=heading.count)
