"""Workbook: the sheets of `mission.xlsx` to trees.

A sheet named as a table (`offers`, `courses`, ...) holds that table, the sheet `settings` holds everything
else. Cells that hold formulas are refused by name, since their value depends on the program that last saved
the file; so are cells that show an error, which are no value and never mean that there is none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cadre.errors import BadInput, Fault, Place
from cadre.messages import quoted
from cadre.mission.base import did_you_mean
from cadre.mission_files.safe_files import TABLE_AT_MOST, bytes_of, refuse
from cadre.mission_files.settings import SHEET, settings_in
from cadre.mission_files.tables import Cell, Grid, table_in, tables
from cadre.mission_files.texts import error_in
from cadre.mission_files.tree import Tree
from cadre.mission_files.workbook_cells import CELLS_AT_MOST, Sheet, column_name, sheets_in

NOT_READ = ("instructions", "lists")
"""Sheets of the template that hold no part of the mission."""
FAULTS_AT_MOST = 100
"""Formulas and errors of one workbook that are told."""


def workbook_trees(folder: Path, name: str) -> Iterator[Tree]:
    """Read a workbook of the folder, sheet by sheet.

    Raises
    ------
    BadInput
        It is no workbook, breaks a limit, or holds formulas or errors.
    """
    content = bytes_of(folder, name, at_most=TABLE_AT_MOST)
    sheets = sheets_in(content, name, unless=lambda sheet: sheet.strip().lower() in NOT_READ)
    _refuse_no_values(sheets, name)
    for sheet, held in sheets.items():
        yield _sheet_tree(sheet.strip().lower(), _grid(held, name, sheet), Place(name, cell=f"{sheet}!A1"))


def _refuse_no_values(sheets: Mapping[str, Sheet], name: str) -> None:
    """Refuse cells that hold a formula or show an error."""
    faults = []
    for sheet, held in sheets.items():
        formulas = set(held.formulas)
        for cell in held.formulas:
            faults.append(Fault.of(Place(name, cell=f"{sheet}!{cell}"), "files.formula"))
        for cell, shown in held.errors:
            if cell not in formulas:
                faults.append(error_in(Place(name, cell=f"{sheet}!{cell}"), shown))
    if faults:
        raise BadInput(faults[:FAULTS_AT_MOST])


def _sheet_tree(key: str, grid: Grid, place: Place) -> Tree:
    if key != SHEET and key not in tables():
        cure = did_you_mean(key, (SHEET, *tables()))
        return Tree(faults=[Fault.of(place, "files.unknown-sheet", sheet=quoted(key), cure=cure)])
    rows = [row for row in grid[1:] if not all(cell.is_empty for cell in row)]
    if not rows:
        return Tree()
    return settings_in([grid[0], *rows]) if key == SHEET else table_in(key, [grid[0], *rows])


def _grid(held: Sheet, file: str, sheet: str) -> Grid:
    """Lay the used cells out in rows as wide as the headings; cells behind those follow without a gap.

    Raises
    ------
    BadInput
        The rows would be too many for their width.
    """
    rows: dict[int, dict[int, Any]] = {1: {}}
    for (row, column), content in held.cells.items():
        rows.setdefault(row, {})[column] = content
    width = max(rows[1], default=1)
    if len(rows) * width > CELLS_AT_MOST:
        place = Place(file, cell=f"{sheet}!{column_name(width)}1")
        raise refuse(place, "files.too-many-cells-below", most=CELLS_AT_MOST)
    return [_row(number, rows[number], width, (file, sheet)) for number in sorted(rows)]


def _row(number: int, contents: Mapping[int, Any], width: int, where: tuple[str, str]) -> list[Cell]:
    """Lay one row out; its empty cells are told by the place of the first."""
    file, sheet = where

    def place(column: int) -> Place:
        return Place(file, number, column, f"{sheet}!{column_name(column)}{number}")

    row = [Cell(None, place(1))] * width
    for column in sorted(contents):
        cell = Cell(_content(contents[column]), place(column))
        row[column - 1 : column] = [cell]
    return row


def _content(value: Any) -> Any:
    """Write what Excel holds as a date as people write it; everything else stays."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, dt.timedelta) else value
