"""Settings: the nested parts of a mission as rows of path and value, for the sheet `settings` of a workbook.

Takes rows such as `mandate.decisions.0.by | defence ministers`, gives a `Tree`. Items of lists
are numbered from 0. A row without a value says nothing; where its path is that of a record it makes an empty
one, such as a choice of a lever that changes nothing. Columns of units and help are passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cadre.errors import BadInput, Fault, Place
from cadre.messages import listed, quoted
from cadre.mission import Mission
from cadre.mission.shape import Kind, inner, kind_of
from cadre.mission_files.cells import value_in
from cadre.mission_files.headings import Cell, Grid, rows_below, strays
from cadre.mission_files.sheets import PATH, REMARKS, VALUE
from cadre.mission_files.tree import Path, Tree

SHEET = "settings"
COLUMNS = (PATH, VALUE)
BESIDE = ("unit", "help", "meaning")
"""Columns that say what a row means, and hold nothing of the mission."""
_BRANCHES = ("record", "table", "records")
_EMPTY: dict[Kind, dict[str, Any]] = {"record": {}, "table": {}, "records": {}}


def settings_in(grid: Grid) -> Tree:
    """Read the rows of a sheet of settings; the first row holds the headings path and value."""
    tree = Tree()
    headings = [cell.text if cell.text in (*COLUMNS, *BESIDE, REMARKS) else "" for cell in grid[0]]
    if not set(COLUMNS) <= set(headings):
        found = listed([cell.text for cell in grid[0][: len(COLUMNS)]])
        tree.faults.append(Fault.of(grid[0][0].place, "files.settings-headings", headings=found))
        return tree
    for row in rows_below(grid):
        tree.faults.extend(strays(row, headings, grid[0]))
        cells = {name: cell for name, cell in zip(headings, row, strict=False) if name}
        _cells_in(cells, tree)
    lists_made = _lists_made(tree.data, Mission, (), tree)
    return replace(tree, data=lists_made)


def _cells_in(cells: Mapping[str, Cell], tree: Tree) -> None:
    path, value, remark = cells[PATH], cells[VALUE], cells.get(REMARKS)
    if not path.is_empty:
        _row_in(path, value, tree)
    elif not value.is_empty:
        tree.faults.append(Fault.of(value.place, "files.value-without-path"))
    if remark is not None and not remark.is_empty:
        tree.remarks[_split(path.text)[0] if path.text else (SHEET,)] = remark.text


def _split(text: str) -> tuple[Path, Any]:
    """Split a path into its keys and give the type at its end; what follows a leaf is one key."""
    here: Any = Mission
    keys = text.strip().split(".")
    for i, key in enumerate(keys):
        if here is None or kind_of(here) not in _BRANCHES:
            rest = ".".join(keys[i:])
            return (*keys[:i], rest), inner(here, rest) if here is not None else Any
        here = inner(here, key)
    return tuple(keys), here if here is not None else Any


def _row_in(path_cell: Cell, value_cell: Cell, tree: Tree) -> None:
    path, annotation = _split(str(path_cell.content))
    place = path_cell.place if value_cell.is_empty else value_cell.place
    if path in tree.keys:
        tree.faults.append(Fault.of(path_cell.place, "files.path-twice", path=quoted(".".join(path))))
        return
    empty = value_cell.is_empty
    if empty and kind_of(annotation) not in _BRANCHES and annotation is not Any:
        tree.keys[path] = value_cell.place
        return
    try:
        value = (
            _EMPTY.get(kind_of(annotation)) if empty else value_in(value_cell.content, annotation, place.file)
        )
    except BadInput as error:
        tree.faults.extend(Fault(place, fault.found, fault.allowed, fault.cure) for fault in error.faults)
        return
    if not _put(tree, path, value, path_cell.place):
        twice = Fault.of(path_cell.place, "files.value-and-inside", path=quoted(".".join(path)))
        tree.faults.append(twice)
    tree.values[path], tree.keys[path] = place, path_cell.place


def _put(tree: Tree, path: Path, value: Any, place: Place) -> bool:
    """Put a value at its path, making the mappings on the way; False where something else stands there."""
    node = tree.data
    for length, key in enumerate(path[:-1], start=1):
        node = node.setdefault(key, {})
        here = path[:length]
        # A row with a value of its own has another place for its value than for its path.
        if not isinstance(node, dict) or (here in tree.keys and tree.values[here] != tree.keys[here]):
            return False
        tree.values.setdefault(path[:length], place)
    there = node.setdefault(path[-1], value)
    return there is value or (value == {} and isinstance(there, dict))


def _lists_made(node: Any, annotation: Any, path: Path, tree: Tree) -> Any:
    """Turn mappings from 0, 1, 2, ... into lists where the model has lists."""
    if not isinstance(node, dict) or annotation is None or kind_of(annotation) not in _BRANCHES:
        return node
    made = {
        key: _lists_made(child, inner(annotation, key), (*path, key), tree) for key, child in node.items()
    }
    if kind_of(annotation) != "records":
        return made
    numbers = [str(i) for i in range(len(made))]
    if sorted(made) != sorted(numbers):
        items = {"items": listed(made), "numbers": listed(numbers)}
        tree.faults.append(Fault.of(tree.place(path), "files.items-misnumbered", **items))
        return []
    return [made[number] for number in numbers]
