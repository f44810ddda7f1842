"""Workbook: the sheets of `mission.xlsx` to trees.

A sheet named as a table (`offers`, `courses`, ...) holds that table, the sheet `settings` holds everything
else. Cells that hold formulas are refused by name, since their value depends on the program that last saved
the file.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from cadre.errors import BadInput, Fault, Place
from cadre.mission.base import did_you_mean
from cadre.mission_files.safe_files import TABLE_AT_MOST, bytes_of, refuse
from cadre.mission_files.settings import SHEET, settings_in
from cadre.mission_files.tables import Cell, Grid, table_in, tables
from cadre.mission_files.tree import Tree
from cadre.mission_files.workbook_safety import column_name, formula_cells

NOT_READ = ("instructions", "lists")
"""Sheets of the template that hold no part of the mission."""


def workbook_trees(folder: Path, name: str) -> Iterator[Tree]:
    """Read a workbook of the folder, sheet by sheet.

    Raises
    ------
    BadInput
        It is no workbook, breaks a limit, or holds formulas.
    """
    content = bytes_of(folder, name, at_most=TABLE_AT_MOST)
    formulas = formula_cells(content, name)
    _refuse_formulas(formulas, name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except CalamineError:
        raise refuse(name, "files.no-workbook") from None
    for sheet in book.sheet_names:
        key = sheet.strip().lower()
        if key in NOT_READ or sheet not in formulas:
            continue
        grid = _grid(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False), name, sheet)
        yield _sheet_tree(key, grid, Place(name, cell=f"{sheet}!A1"))


def _refuse_formulas(formulas: dict[str, list[str]], name: str) -> None:
    faults = [
        Fault.of(Place(name, cell=f"{sheet}!{cell}"), "files.formula")
        for sheet, cells in formulas.items()
        if sheet.strip().lower() not in NOT_READ
        for cell in cells
    ]
    if faults:
        raise BadInput(faults)


def _sheet_tree(key: str, grid: Grid, place: Place) -> Tree:
    if key != SHEET and key not in tables():
        cure = did_you_mean(key, (SHEET, *tables()))
        return Tree(faults=[Fault.of(place, "files.unknown-sheet", sheet=repr(key), cure=cure)])
    rows = [row for row in grid[1:] if not all(cell.is_empty for cell in row)]
    if not rows:
        return Tree()
    return settings_in([grid[0], *rows]) if key == SHEET else table_in(key, [grid[0], *rows])


def _grid(rows: list[list[Any]], file: str, sheet: str) -> Grid:
    return [
        [
            Cell(_content(value), Place(file, number, column, f"{sheet}!{column_name(column)}{number}"))
            for column, value in enumerate(row, start=1)
        ]
        for number, row in enumerate(rows, start=1)
    ]


def _content(value: Any) -> Any:
    """Write what Excel holds as a date as people write it; everything else stays."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, dt.timedelta) else value
