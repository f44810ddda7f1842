"""Tables: rows of cells to the records of a mission, whether they stand in a CSV file or in a sheet.

Takes a grid (a row of headings and rows below it) and the name of the table, gives a `Tree`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, get_origin

from cadre.errors import BadInput, Fault, Place
from cadre.mission import Ledger, Mission
from cadre.mission.base import did_you_mean
from cadre.mission.shape import Field, bare, columns_of, fields_of, inner, kind_of, type_at
from cadre.mission_files.cells import value_in
from cadre.mission_files.tree import Path, Tree


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell (nothing, text, a number, yes or no), and where."""

    content: Any
    place: Place

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return self.content is None or (isinstance(self.content, str) and not self.content.strip())


FAULTS_AT_MOST = 100
"""Faults of one table after which no further row is read: they have one cause as a rule."""
Grid = list[list[Cell]]
"""Rows of cells; the first row holds the headings."""


@cache
def tables() -> dict[str, tuple[Path, Any]]:
    """Give the parts of a mission that can be a table: by name their path and the type of a row."""
    parts: list[tuple[Path, Field]] = [((field.name,), field) for field in fields_of(Mission)]
    parts += [(("ledger", field.name), field) for field in fields_of(Ledger)]
    found: dict[str, tuple[Path, Any]] = {}
    for path, field in parts:
        if kind_of(field.type) in ("table", "records"):
            row = inner(field.type, "0")
            if all(kind_of(column.type) not in ("table", "record") for column in columns_of(row).values()):
                found[field.name] = (path, row)
    return found


def is_keyed(name: str) -> bool:
    """Say whether the rows of a table have an id; a list such as `positions` has none."""
    return get_origin(bare(type_at(Mission, tables()[name][0]))) is not tuple


def table_in(name: str, grid: Grid) -> Tree:
    """Read a table of the mission.

    Parameters
    ----------
    name : str
        Such as `offers`: a key of `shape.tables()`.
    grid : list of list of Cell
        Headings first; empty rows are passed over.

    Returns
    -------
    Tree
        The records below their path in the mission, with every fault of the rows.
    """
    path, row_type = tables()[name]
    tree = Tree()
    columns = dict(columns_of(row_type))
    if is_keyed(name):
        columns = {"id": Field("id", str, "Id of the row", required=True, unit="")} | columns
    headings = _headings(grid[0], columns, tree)
    unheaded = frozenset(n for n, cell in enumerate(grid[0]) if cell.is_empty)
    records: dict[str, Any] = {}
    for row in grid[1:]:
        _refuse_unheaded(row, len(headings), unheaded, tree)
        _row_in(row, headings, records, (path, tree))
        if len(tree.faults) >= FAULTS_AT_MOST:
            break
    first = grid[0][0].place
    tree.values[path] = tree.keys[path] = first
    data: Any = records if is_keyed(name) else list(records.values())
    for key in reversed(path):
        data = {key: data}
    return Tree(data, tree.values, tree.keys, tree.faults, tree.warnings)


def _headings(row: list[Cell], columns: dict[str, Field], tree: Tree) -> list[tuple[str, Field] | None]:
    """Give the column that each heading names; unknown and repeated ones become faults."""
    headings: list[tuple[str, Field] | None] = []
    for cell in row:
        name = "" if cell.is_empty else str(cell.content).strip()
        known = name in columns
        again = known and any(heading is not None and heading[0] == name for heading in headings)
        headings.append((name, columns[name]) if known and not again else None)
        if again:
            tree.faults.append(Fault.of(cell.place, "files.column-twice", column=repr(name)))
        elif name and not known:
            cure = did_you_mean(name, columns)
            tree.faults.append(Fault.of(cell.place, "files.unknown-column", column=repr(name), cure=cure))
    if "id" in columns and not any(heading is not None and heading[0] == "id" for heading in headings):
        tree.faults.append(Fault.of(row[0].place, "files.no-column-id"))
    return headings


def _refuse_unheaded(row: list[Cell], width: int, unheaded: frozenset[int], tree: Tree) -> None:
    """Refuse whatever stands where the first row holds nothing: nobody would read it."""
    for column, cell in enumerate(row):
        if (column >= width or column in unheaded) and not cell.is_empty:
            stray = Fault.of(cell.place, "files.cell-without-heading", content=repr(cell.content))
            tree.faults.append(stray)


def _row_in(
    row: list[Cell],
    headings: list[tuple[str, Field] | None],
    records: dict[str, Any],
    whole: tuple[Path, Tree],
) -> None:
    """Read one row into the records."""
    path, tree = whole
    if all(cell.is_empty for cell in row):
        return
    has_ids = any(heading is not None and heading[0] == "id" for heading in headings)
    key = _id_of(row, headings, records, tree) if has_ids else str(len(records))
    if key is None:
        return
    here = (*path, key)
    tree.values[here] = tree.keys[here] = row[0].place
    record: dict[str, Any] = {}
    for column, cell in enumerate(row):
        heading = headings[column] if column < len(headings) else None
        if heading is not None and heading[0] != "id" and not cell.is_empty:
            _cell_in(cell, heading, record, (here, tree))
    records[key] = record


def _id_of(
    row: list[Cell], headings: list[tuple[str, Field] | None], records: dict[str, Any], tree: Tree
) -> str | None:
    column = next(i for i, heading in enumerate(headings) if heading is not None and heading[0] == "id")
    if column >= len(row) or row[column].is_empty:
        tree.faults.append(Fault.of(row[0].place, "files.row-without-id"))
        return None
    key = str(value_in(row[column].content, str)).strip()
    if key in records:
        tree.faults.append(Fault.of(row[column].place, "files.id-twice", id=repr(key)))
        return None
    return key


def _cell_in(
    cell: Cell, heading: tuple[str, Field], record: dict[str, Any], whole: tuple[Path, Tree]
) -> None:
    """Read one cell into its record, down the dots of its heading."""
    here, tree = whole
    name, field = heading
    *outer, last = name.split(".")
    try:
        value = value_in(cell.content, field.type, cell.place.file)
    except BadInput as error:
        tree.faults.extend(
            Fault(cell.place, fault.found, fault.allowed, fault.cure) for fault in error.faults
        )
        return
    for key in outer:
        record = record.setdefault(key, {})
        here = (*here, key)
        tree.values.setdefault(here, cell.place)
    record[last] = value
    tree.values[(*here, last)] = tree.keys[(*here, last)] = cell.place
