"""Workbook: the sheets of `mission.xlsx` to a tree.

A sheet named as a table (`offers`, `projects.activities`, ...) holds that table, `levers` and `nothing` hold
what they set, the sheet `settings` holds everything else. Cells that hold formulas are refused by name, since
their value depends on the program that last saved the file; so are cells that show an error, which are no
value and never mean that there is none, and merged cells, which look filled where they hold nothing. Sheets
whose name begins with `notes` are people's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cadre.errors import BadInput, Fault, Place
from cadre.messages import message, quoted
from cadre.mission.base import did_you_mean, nearest
from cadre.mission_files.headings import LOOKED_AT, Cell, Grid, rows_below
from cadre.mission_files.names import NOTES
from cadre.mission_files.safe_files import TABLE_AT_MOST, bytes_of, refuse
from cadre.mission_files.set_sheets import set_rows_in
from cadre.mission_files.settings import SHEET, settings_in
from cadre.mission_files.sheets import SetPlan, plans
from cadre.mission_files.tables import Owners, rows_in
from cadre.mission_files.texts import error_in
from cadre.mission_files.tree import Tree, joined
from cadre.mission_files.workbook_cells import CELLS_AT_MOST, Sheet, column_name, sheets_in
from cadre.mission_files.workbook_hidden import hidden_in
from cadre.mission_files.workbook_shown import warnings_of_formats

NOT_READ = ("instructions", "lists")
"""Sheets of the template that hold no part of the mission."""
FAULTS_AT_MOST = 100
"""Formulas, errors and merged cells of one workbook that are told."""
Notes = dict[str, list[list[Any]]]
"""What stands on sheets of notes: rows of cells by the name of the sheet; None for an empty cell."""


def workbook_trees(folder: Path, name: str) -> Iterator[Tree]:
    """Read a workbook of the folder.

    Raises
    ------
    BadInput
        It is no workbook, breaks a limit, or holds formulas, errors or merged cells.
    """
    sheets = _sheets(folder, name, notes=False)
    _refuse_no_values(sheets, name)
    apart: list[tuple[Tree, Owners]] = []
    for sheet, held in sheets.items():
        grid = _grid(held, name, sheet)
        apart.append(_sheet_tree(sheet, grid, Place(name, cell=f"{sheet}!A1")))
        apart[-1][0].warnings.extend(hidden_in(sheet, held, name))
        apart[-1][0].warnings.extend(warnings_of_formats(sheet, held.shown_otherwise, name))
    yield _whole(apart)


def grids_in(folder: Path, name: str) -> dict[str, Grid]:
    """Read the sheets of any workbook by their names, headings first; sheets of notes are left out.

    Raises
    ------
    BadInput
        As `workbook_trees` does.
    """
    sheets = _sheets(folder, name, notes=False)
    _refuse_no_values(sheets, name)
    return {sheet.strip().lower(): _grid(held, name, sheet) for sheet, held in sheets.items()}


def notes_in(folder: Path, name: str) -> Notes:
    """Read the sheets of notes of a workbook, whatever stands there."""
    notes: Notes = {}
    for sheet, held in _sheets(folder, name, notes=True).items():
        last = max((row for row, _ in held.cells), default=0)
        wide = max((column for _, column in held.cells), default=0)
        if last * wide > CELLS_AT_MOST:
            raise refuse(Place(name, cell=f"{sheet}!A1"), "files.too-many-cells", most=CELLS_AT_MOST)
        cells = {place: _content(content) for place, content in held.cells.items()}
        notes[sheet] = [[cells.get((row, c)) for c in range(1, wide + 1)] for row in range(1, last + 1)]
    return notes


def _sheets(folder: Path, name: str, *, notes: bool) -> dict[str, Sheet]:
    content = bytes_of(folder, name, at_most=TABLE_AT_MOST)

    def is_left_out(sheet: str) -> bool:
        key = sheet.strip().lower()
        return key in NOT_READ or key.startswith(NOTES) is not notes

    return sheets_in(content, name, unless=is_left_out)


def _refuse_no_values(sheets: Mapping[str, Sheet], name: str) -> None:
    """Refuse cells that hold a formula, show an error or are merged."""
    faults = []
    for sheet, held in sheets.items():
        formulas = set(held.formulas)
        for cell in held.formulas:
            faults.append(Fault.of(Place(name, cell=f"{sheet}!{cell}"), "files.formula"))
        for cell, shown in held.errors:
            if cell not in formulas:
                faults.append(error_in(Place(name, cell=f"{sheet}!{cell}"), shown))
        for cells in held.merged:
            place = Place(name, cell=f"{sheet}!{cells.partition(':')[0]}")
            faults.append(Fault.of(place, "files.merged-cells", cells=cells))
    if faults:
        raise BadInput(faults[:FAULTS_AT_MOST])


def _sheet_tree(sheet: str, grid: Grid, place: Place) -> tuple[Tree, Owners]:
    """Read one sheet; give with it the rows of other sheets that its own belong to."""
    key = sheet.strip().lower()
    if key != SHEET and key not in plans():
        near = nearest(key, (SHEET, *plans()))
        cure = did_you_mean(key, [near]) if near else message("files.call-it-notes")
        return Tree(faults=[Fault.of(place, "files.unknown-sheet", sheet=quoted(sheet), cure=cure)]), {}
    has_rows = any(True for _ in rows_below(grid))
    if not has_rows and all(cell.is_empty for cell in grid[0]):
        return Tree(), {}
    tree, owners = _read(key, grid)
    return (tree, owners) if has_rows else (Tree(faults=tree.faults), {})


def _read(key: str, grid: Grid) -> tuple[Tree, Owners]:
    if key == SHEET:
        return settings_in(grid), {}
    plan = plans()[key]
    return (set_rows_in(plan, grid), {}) if isinstance(plan, SetPlan) else rows_in(plan, grid)


def _whole(apart: list[tuple[Tree, Owners]]) -> Tree:
    """Join the sheets; a row that belongs to one that is not there is a fault, not a new one."""
    whole = joined((tree for tree, owners in apart if not owners), deep=True)
    within = [pair for pair in apart if pair[1]]
    for tree, owners in sorted(within, key=lambda pair: max(map(len, pair[1]))):
        for path, owner in owners.items():
            table = whole.at(path[:-1])
            known = table if isinstance(table, dict) else {}
            if path[-1] not in known:
                values = {"column": owner.column, "id": quoted(path[-1]), "sheet": owner.sheet}
                cure = did_you_mean(path[-1], known)
                whole.faults.append(Fault.of(owner.place, "files.row-of-unknown", cure=cure, **values))
                tree.take(path)
        whole = joined((whole, tree), deep=True)
    return whole


def _grid(held: Sheet, file: str, sheet: str) -> Grid:
    """Lay the used cells out in rows as wide as the headings; cells behind those follow without a gap.

    The headings stand in the first row, unless one of the next ones holds far more than a title does.

    Raises
    ------
    BadInput
        The rows would be too many for their width.
    """
    rows: dict[int, dict[int, Any]] = {1: {}}
    for (row, column), content in held.cells.items():
        rows.setdefault(row, {})[column] = content
    fullest = max(range(1, LOOKED_AT + 1), key=lambda row: len(rows.get(row, ())))
    headings = rows[fullest] if len(rows.get(fullest, ())) >= 2 * len(rows[1]) else rows[1]
    width = max(headings, default=1)
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
