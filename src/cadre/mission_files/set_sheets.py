"""Set sheets: levers, their choices and doing nothing, a row for each path that is set.

| lever | choice | title | path | value |
|---|---|---|---|---|
| size | | Size | | |
| size | small | up to 30 posts | ceiling | 30 |

A row without a choice speaks of its lever. What a row says besides path and value holds for its choice (or
lever, where choices have no such field), and may stand in any of its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cadre.errors import BadInput, Fault
from cadre.messages import quoted
from cadre.mission.shape import Field, columns_of
from cadre.mission_files.cells import cell_of, value_in
from cadre.mission_files.headings import Cell, Grid, from_headings, headings_in, rows_below, strays
from cadre.mission_files.set_values import set_value_in, set_value_of
from cadre.mission_files.sheets import PATH, REMARKS, VALUE, SetPlan
from cadre.mission_files.tree import Path, Tree


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: the paths of the records it names, from the outermost, and its cells by heading."""

    records: tuple[Path, ...]
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class _Reading:
    plan: SetPlan
    tree: Tree = field(default_factory=Tree)


def set_rows_in(plan: SetPlan, grid: Grid) -> Tree:
    """Read the rows of a sheet."""
    reading = _Reading(plan)
    tree = reading.tree
    known = dict.fromkeys((PATH, VALUE, *plan.columns), False)
    known = dict.fromkeys(plan.around, True) | known
    grid = from_headings(grid, known, tree)
    headings = headings_in(grid, known, plan.around, (plan.path, tree))
    tree.values[plan.path] = tree.keys[plan.path] = grid[0][0].place
    if tree.faults:
        tree.partly.add(plan.path)
    for row in rows_below(grid) if headings is not None else ():
        tree.faults.extend(strays(row, headings or (), grid[0]))
        cells = {name: cell for name, cell in zip(headings or (), row, strict=False) if name}
        if not all(cell.is_empty for cell in cells.values()):
            _row_in(cells, row[0], reading)
    return tree


def _row_in(cells: Mapping[str, Cell], first: Cell, reading: _Reading) -> None:
    plan, tree = reading.plan, reading.tree
    records = _records_of(cells, first, reading)
    if not records:
        return
    for path in records:
        tree.put(path, {})
        tree.values.setdefault(path, first.place)
        tree.keys.setdefault(path, first.place)
    row = _Row(records, cells)
    for name, column in plan.columns.items():
        if name in cells and not cells[name].is_empty:
            _field_in(name, column, row, reading)
    set_path = _set_in(row, reading)
    remark = cells.get(REMARKS)
    if remark is not None and not remark.is_empty:
        tree.remarks[set_path or records[-1]] = remark.text


def _records_of(cells: Mapping[str, Cell], first: Cell, reading: _Reading) -> tuple[Path, ...]:
    """Return the paths of the records that a row names; none, with a fault, where an outer id is missing."""
    plan = reading.plan
    if not plan.around:
        return (plan.path,)
    ids = [
        str(value_in(cells[name].content, str)).strip() if not cells[name].is_empty else ""
        for name in plan.around
    ]
    filled = max((number for number, key in enumerate(ids, start=1) if key), default=1)
    for name, key in list(zip(plan.around, ids, strict=True))[:filled]:
        if not key:
            reading.tree.faults.append(Fault.of(first.place, "files.row-of-nothing", column=name))
            return ()
    paths = [(*plan.path, ids[0])]
    for inside, key in zip(plan.inside, ids[1:filled], strict=False):
        paths.append((*paths[-1], inside, key))
    return tuple(paths)


def _field_in(name: str, column: Field, row: _Row, reading: _Reading) -> None:
    """Read what a row says of the innermost of its records that has such a field."""
    tree, cell = reading.tree, row.cells[name]
    levels = zip(row.records, reading.plan.levels, strict=False)
    owner = next((path for path, (_, record) in reversed(list(levels)) if name in columns_of(record)), None)
    if owner is None:
        _refuse_without_id(name, cell, row, reading)
        return
    try:
        value = value_in(cell.content, column.type, cell.place.file)
    except BadInput as error:
        tree.faults.extend(Fault(cell.place, f.found, f.allowed, f.cure) for f in error.faults)
        return
    here = (*owner, *name.split("."))
    if tree.put(here, value) != value:
        thing = quoted(".".join(owner[len(reading.plan.path) :]) or owner[-1])
        tree.faults.append(Fault.of(cell.place, "files.said-twice", column=name, id=thing))
    tree.values.setdefault(here, cell.place)
    tree.keys.setdefault(here, cell.place)


def _refuse_without_id(name: str, cell: Cell, row: _Row, reading: _Reading) -> None:
    level = reading.plan.levels[len(row.records)][0]
    reading.tree.faults.append(Fault.of(cell.place, "files.value-needs-id", column=name, level=level))


def _set_in(row: _Row, reading: _Reading) -> Path | None:
    """Read the path and the value of a row; give where it stands in the mission."""
    plan, tree = reading.plan, reading.tree
    path, value = row.cells.get(PATH), row.cells.get(VALUE)
    has_path, has_value = (cell is not None and not cell.is_empty for cell in (path, value))
    if path is None or not has_path:
        if value is not None and has_value:
            tree.faults.append(Fault.of(value.place, "files.value-without-path"))
        return None
    if len(row.records) < len(plan.levels):
        _refuse_without_id(PATH, path, row, reading)
        return None
    here = (*row.records[-1], plan.paths, path.text)
    if here in tree.keys:
        tree.faults.append(Fault.of(path.place, "files.path-twice", path=quoted(path.text)))
    elif value is None or not has_value:
        tree.faults.append(Fault.of(path.place, "files.path-without-value", path=quoted(path.text)))
    else:
        _put_value(here, path, value, tree)
    return here


def _put_value(here: Path, path: Cell, value: Cell, tree: Tree) -> None:
    try:
        read = set_value_in(value.content, path.text, value.place.file)
    except BadInput as error:
        tree.faults.extend(Fault(value.place, f.found, f.allowed, f.cure) for f in error.faults)
        return
    tree.put(here, read)
    tree.values[here], tree.keys[here] = value.place, path.place
    tree.values.setdefault(here[:-1], path.place)


# ---- and back


_Record = tuple[int, Path, tuple[str, ...], Mapping[str, Any]]
"""The number of its level, its path, the ids that lead to it, and the record itself."""


@dataclass(frozen=True, slots=True)
class SetRow:
    """One row to be written: its ids, where it stands, and its cells by heading."""

    ids: tuple[str, ...]
    path: Path
    cells: Mapping[str, Any]


def set_rows_of(plan: SetPlan, document: Mapping[str, Any], remarks: Mapping[Path, str]) -> Iterator[SetRow]:
    """Return the rows for what stands at the path of a sheet. Inverse of `set_rows_in`.

    What has neither fields nor remarks of its own, and holds others, needs no row.
    """
    for number, at, ids, record in _records(plan, document):
        own = _own_cells(plan, number, record)
        sets = (record.get(plan.paths) or {}) if number == len(plan.levels) - 1 else {}
        is_last = number == len(plan.levels) - 1
        if (not sets and (own or is_last)) or at in remarks:
            yield SetRow(ids, at, own)
            own = {}
        for path, value in sets.items():
            yield SetRow(ids, (*at, plan.paths, path), own | {PATH: path, VALUE: set_value_of(value, path)})
            own = {}


def _records(plan: SetPlan, document: Mapping[str, Any]) -> Iterator[_Record]:
    """Return every record, outer ones before those inside."""
    if not plan.around:
        yield 0, plan.path, (), document
        return
    yield from _below(plan, 0, plan.path, (), document)


def _below(
    plan: SetPlan, number: int, at: Path, ids: tuple[str, ...], records: Mapping[str, Any]
) -> Iterator[_Record]:
    for key, record in records.items():
        yield number, (*at, key), (*ids, key), record
        if number < len(plan.inside):
            inside = plan.inside[number]
            yield from _below(plan, number + 1, (*at, key, inside), (*ids, key), record.get(inside) or {})


def _own_cells(plan: SetPlan, number: int, record: Mapping[str, Any]) -> dict[str, Any]:
    columns = columns_of(plan.levels[number][1])
    return {
        name: cell_of(record[name], column.type)
        for name, column in columns.items()
        if name in record and name not in (*plan.inside, plan.paths)
    }
