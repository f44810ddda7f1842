"""Tables: rows of cells to the records of a mission, whether they stand in a CSV file or in a sheet.

Takes a grid (a row of headings and rows below it) and the name of the table, gives a `Tree`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_origin

from cadre.errors import BadInput, Fault, MissionWarning, Place
from cadre.messages import listed, quoted
from cadre.mission import Ledger, Mission
from cadre.mission.base import id_like
from cadre.mission.shape import Field, bare, columns_of, fields_of, inner, kind_of, type_at
from cadre.mission_files.cells import value_in
from cadre.mission_files.folding import fold
from cadre.mission_files.headings import Cell, Grid, from_headings, headings_in, rows_below, strays
from cadre.mission_files.sheets import ID, INSIDE, REMARKS, Plan, has_sheet, name_of, plans
from cadre.mission_files.tree import Path, Tree

FAULTS_AT_MOST = 100
"""Faults of one table after which no further row is read: they have one cause as a rule."""

TOTALS = frozenset((
    *("total", "totals", "subtotal", "sub total", "grand total", "sum"),
    *("somme", "sous total", "summe", "gesamt", "gesamtsumme", "insgesamt", "zwischensumme"),
    *("suma", "totale", "totaal", "totalt", "итого", "всего", "المجموع", "الإجمالي", "toplam"),
))  # fmt: skip
"""What the row below a table is called that adds its rows up."""
_MANY = 2
"""Cells that a row lacks and that are one fault."""


@cache
def tables() -> dict[str, tuple[Path, Any]]:
    """Return the parts of a mission that can be a CSV file: by name their path and the type of a row."""
    parts: list[tuple[Path, Field]] = [((field.name,), field) for field in fields_of(Mission)]
    parts += [(("ledger", field.name), field) for field in fields_of(Ledger)]
    found: dict[str, tuple[Path, Any]] = {}
    for path, part in parts:
        if kind_of(part.type) in ("table", "records"):
            row = inner(part.type, "0")
            if all(kind_of(column.type) not in ("table", "record") for column in columns_of(row).values()):
                found[part.name] = (path, row)
    return found


def is_keyed(name: str) -> bool:
    """Say whether the rows of a table have an id; a list such as `positions` has none."""
    return get_origin(bare(type_at(Mission, tables()[name][0]))) is not tuple


def table_in(name: str, grid: Grid) -> Tree:
    """Read a table of the mission from a CSV file.

    Parameters
    ----------
    name : str
        Such as `offers`: a key of `tables()`.
    grid : list of list of Cell
        Headings first; empty rows are passed over.

    Returns
    -------
    Tree
        The records below their path in the mission, with every fault of the rows.
    """
    plan = plans()[name]
    assert isinstance(plan, Plan), name
    return rows_in(plan, grid)[0]


@dataclass(frozen=True, slots=True)
class Owner:
    """Where a row says which row of another sheet it belongs to, under which heading, and of which sheet."""

    place: Place
    column: str
    sheet: str


Owners = dict[Path, Owner]
"""By path of the row that others belong to."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One table while it is read: its columns, what was found, and the rows that its own belong to."""

    plan: Plan
    columns: dict[str, Field]
    headings: list[str]
    tree: Tree = field(default_factory=Tree)
    owners: Owners = field(default_factory=dict)


def rows_in(plan: Plan, grid: Grid) -> tuple[Tree, Owners]:
    """Read the rows of a table.

    Returns
    -------
    Tree
        The records below their path.
    dict of path to Owner
        For a table inside the rows of another: each row that is named, and where first.
    """
    tree, columns = Tree(), columns_of(plan.row)
    needed = (*plan.around, *((ID,) if plan.is_keyed else ()))
    known = {name: column.required and not has_sheet(column) for name, column in columns.items()}
    known = dict.fromkeys(needed, True) | known
    grid = from_headings(grid, known, tree)
    headings = headings_in(grid, known, needed, (plan.path, tree))
    first = grid[0][0].place
    if not plan.around:
        tree.values[plan.path] = tree.keys[plan.path] = first
        tree.put(plan.path, {} if plan.is_keyed else [])
    reading = _Reading(plan, columns, headings or [], tree)
    for row in rows_below(grid) if headings is not None else ():
        _row_in(row, grid[0], reading)
        if len(tree.faults) >= FAULTS_AT_MOST:
            break
    return tree, reading.owners


def _row_in(row: list[Cell], first: list[Cell], reading: _Reading) -> None:
    """Read one row into the tree."""
    plan, tree = reading.plan, reading.tree
    tree.faults.extend(strays(row, reading.headings, first))
    cells = {name: cell for name, cell in zip(reading.headings, row, strict=False) if name}
    if all(cell.is_empty for cell in cells.values()):
        return
    table = _table_of(cells, row[0], reading)
    key = None if table is None else _key_in(table, cells, row[0], reading)
    if table is None or key is None:
        return
    lacks = _nearly_all_lacking(cells, reading)
    if lacks:
        columns = listed(lacks)
        tree.faults.append(Fault.of(row[0].place, "files.row-of-no-item", id=quoted(key), columns=columns))
        tree.partly.add(table)
        return
    if plan.is_keyed and is_total(key):
        if key != id_like(key):
            tree.faults.append(Fault.of(row[0].place, "files.row-of-total", id=quoted(key)))
            return
        tree.warnings.append(MissionWarning.about(row[0].place, "warnings.row-of-total", id=quoted(key)))
    here = (*table, key)
    record: dict[str, Any] = {}
    tree.values[here] = tree.keys[here] = row[0].place
    for name, cell in cells.items():
        if name == REMARKS and not cell.is_empty:
            tree.remarks[here] = cell.text
        elif name in reading.columns and not cell.is_empty:
            _cell_in(cell, (name, reading.columns[name]), record, (here, tree))
    records = tree.put(table, {} if plan.is_keyed else [])
    if plan.is_keyed:
        records[key] = record
    else:
        records.append(record)


def is_total(key: str) -> bool:
    """Say whether a row is called as one is that adds up others."""
    return fold(key) in _totals()


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(fold, TOTALS))


def _nearly_all_lacking(cells: dict[str, Cell], reading: _Reading) -> list[str]:
    """Return what every row needs where a row lacks nearly all of it: a total, a note, or just begun."""
    needed = [name for name in cells if name in reading.columns and reading.columns[name].required]
    lacks = [name for name in needed if cells[name].is_empty]
    return lacks if len(lacks) >= _MANY and len(needed) - len(lacks) <= 1 else []


def _table_of(cells: dict[str, Cell], first: Cell, reading: _Reading) -> Path | None:
    """Return the path of the table that a row belongs to; None, with a fault, where it does not say."""
    path, left = reading.plan.path, list(reading.plan.around)
    found: list[str] = []
    for depth, key in enumerate(path):
        if key != INSIDE:
            found.append(key)
            continue
        heading = left.pop(0)
        cell = cells[heading]
        if cell.is_empty:
            reading.tree.faults.append(Fault.of(first.place, "files.row-of-nothing", column=heading))
            return None
        found.append(str(value_in(cell.content, str)).strip())
        reading.owners.setdefault(tuple(found), Owner(cell.place, heading, name_of(path[:depth])))
    return tuple(found)


def _key_in(table: Path, cells: dict[str, Cell], first: Cell, reading: _Reading) -> str | None:
    """Return the key of a row below its table; None, with a fault, where it has none or it is taken."""
    records = reading.tree.at(table) or ()
    if not reading.plan.is_keyed:
        return str(len(records))
    cell = cells[ID]
    if cell.is_empty:
        reading.tree.faults.append(Fault.of(first.place, "files.row-without-id"))
        return None
    content = cell.content
    # Excel makes a truth of `true`, and shows it in capitals.
    key = str(content).upper() if isinstance(content, bool) else str(value_in(content, str)).strip()
    if key in records:
        reading.tree.faults.append(Fault.of(cell.place, "files.id-twice", id=quoted(key)))
        return None
    return key


def _cell_in(
    cell: Cell, heading: tuple[str, Field], record: dict[str, Any], whole: tuple[Path, Tree]
) -> None:
    """Read one cell into its record, down the dots of its heading."""
    here, tree = whole
    name, column = heading
    *outer, last = name.split(".")
    try:
        value = value_in(cell.content, column.type, cell.place.file)
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
