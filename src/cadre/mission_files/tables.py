"""Tables: rows of cells to the records of a mission, whether they stand in a CSV file or in a sheet.

Takes a grid (a row of headings and rows below it) and the name of the table, gives a `Tree`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_origin

from cadre.errors import BadInput, Fault, Place
from cadre.messages import quoted
from cadre.mission import Ledger, Mission
from cadre.mission.base import nearest, or_removed
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
TITLES_AT_MOST, HEADINGS_AT_LEAST = 10, 2
"""Rows in which headings are looked for, and how many of them make a row one of headings."""
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
    grid = _from_headings(grid, columns, tree)
    headings = _headings(grid[0], columns, (path, tree))
    records: dict[str, Any] = {}
    rows = grid[1:] if any(heading is not None for heading in headings) else []
    for row in rows if (path, ("id",)) not in tree.absent else []:
        _row_in(row, headings, records, (path, tree))
        if len(tree.faults) >= FAULTS_AT_MOST:
            break
    first = grid[0][0].place
    tree.values[path] = tree.keys[path] = first
    data: Any = records if is_keyed(name) else list(records.values())
    for key in reversed(path):
        data = {key: data}
    return Tree(data, tree.values, tree.keys, tree.faults, tree.absent)


def _from_headings(grid: Grid, columns: Mapping[str, Field], tree: Tree) -> Grid:
    """Give the rows from the headings on; a title above them is a fault."""
    known = [sum(str(cell.content).strip() in columns for cell in row) for row in grid[:TITLES_AT_MOST]]
    first = next((i for i, row in enumerate(grid) if not all(cell.is_empty for cell in row)), 0)
    if first >= len(known) or max(known) < HEADINGS_AT_LEAST:
        return grid
    if not known[first]:
        title = next(cell for cell in grid[first] if not cell.is_empty)
        first = known.index(max(known))
        line = str(grid[first][0].place.line)
        tree.faults.append(Fault.of(title.place, "files.title-above", title=quoted(title.content), line=line))
    return grid[first:]


def _headings(
    row: list[Cell], columns: dict[str, Field], whole: tuple[Path, Tree]
) -> list[tuple[str, Field] | None]:
    """Give the column that each heading names; unknown, repeated and missing ones become faults."""
    path, tree = whole
    unknown: list[Cell] = []
    headings: list[tuple[str, Field] | None] = []
    for cell in row:
        name = "" if cell.is_empty else str(cell.content).strip()
        known = name in columns
        again = known and any(heading is not None and heading[0] == name for heading in headings)
        headings.append((name, columns[name]) if known and not again else None)
        if again:
            tree.faults.append(Fault.of(cell.place, "files.column-twice", column=quoted(name)))
        elif name and not known:
            unknown.append(cell)
    there = {heading[0] for heading in headings if heading is not None}
    absent = [name for name, column in columns.items() if column.required and name not in there]
    tree.absent.update((path, tuple(name.split("."))) for name in absent)
    tree.absent.update({(path, ())} if unknown else ())
    tree.faults.extend(
        _of_headings(unknown, absent, row[0].place, [name for name in columns if name not in there])
    )
    return headings


def _of_headings(unknown: list[Cell], absent: list[str], first: Place, free: list[str]) -> Iterator[Fault]:
    """Tell of unknown columns and of those that are missing, of a renamed one once."""
    left = list(absent)
    for cell in unknown:
        name = str(cell.content).strip()
        near = nearest(name, left) or nearest(name, free)
        if near is None and len(unknown) == len(left) == 1:
            yield Fault.of(cell.place, "files.renamed-column", column=quoted(name), meant=left.pop())
            continue
        left = [one for one in left if one != near]
        cure = or_removed(name, free if near is None else [near])
        yield Fault.of(cell.place, "files.unknown-column", column=quoted(name), cure=cure)
    for name in left:
        yield Fault.of(first, "files.no-column-id" if name == "id" else "files.no-column", column=name)


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
        if column >= len(headings) and not cell.is_empty:
            stray = "files.cell-beyond-headings" if cell.place.cell else "files.cell-without-heading"
            tree.faults.append(Fault.of(cell.place, stray, content=quoted(cell.content)))
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
    content = row[column].content
    # Excel makes a truth of `true`, and shows it in capitals.
    key = str(content).upper() if isinstance(content, bool) else str(value_in(content, str)).strip()
    if key in records:
        tree.faults.append(Fault.of(row[column].place, "files.id-twice", id=quoted(key)))
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
