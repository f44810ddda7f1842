"""Settings: the nested parts of a mission as rows of path and value, for the sheet `settings` of a workbook.

Takes rows such as `mandate.decisions.0.by | defence ministers`, gives a `Tree`; and back. Items of lists
are numbered from 0. A row without a value makes an empty record, such as a choice of a lever that changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cadre.errors import BadInput, Fault, Place
from cadre.messages import listed, quoted
from cadre.mission import Mission
from cadre.mission.shape import Kind, fields_of, inner, kind_of
from cadre.mission_files.cells import cell_of, value_in
from cadre.mission_files.tables import Cell, Grid
from cadre.mission_files.tree import Path, Tree

SHEET = "settings"
COLUMNS = ("path", "value")
_BRANCHES = ("record", "table", "records")
_EMPTY: dict[Kind, dict[str, Any]] = {"record": {}, "table": {}, "records": {}}


def settings_in(grid: Grid) -> Tree:
    """Read the rows of a sheet of settings; the first row holds the headings path and value."""
    tree = Tree()
    headings = [str(cell.content).strip() for cell in grid[0][: len(COLUMNS)]]
    if headings != list(COLUMNS):
        place = grid[0][0].place
        tree.faults.append(Fault.of(place, "files.settings-headings", headings=listed(headings)))
        return tree
    for row in grid[1:]:
        if row[0].is_empty and all(cell.is_empty for cell in row):
            continue
        if row[0].is_empty:
            tree.faults.append(Fault.of(row[0].place, "files.value-without-path"))
            continue
        _row_in(row[0], row[1], tree)
    lists_made = _lists_made(tree.data, Mission, (), tree)
    return Tree(lists_made, tree.values, tree.keys, tree.faults)


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
    if empty and kind_of(annotation) not in (*_BRANCHES, "anything"):
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


def settings_of(document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give the rows for a document: path and content of the cell, None for an empty record.

    Inverse of `settings_in`.
    """
    yield from _rows_of(document, Mission, ())


def _rows_of(value: Any, annotation: Any, path: Path) -> Iterator[tuple[str, Any]]:
    kind = kind_of(annotation)
    if kind not in _BRANCHES:
        yield from _leaf_rows(value, annotation, path)
        return
    if not value:
        yield ".".join(path), None
        return
    if kind == "record":
        order = {field.name: i for i, field in enumerate(fields_of(annotation))}
        items = sorted(value.items(), key=lambda item: order[item[0]])
    else:
        items = list(value.items()) if isinstance(value, Mapping) else list(enumerate(value))
    for key, child in items:
        yield from _rows_of(child, inner(annotation, str(key)), (*path, str(key)))


def _leaf_rows(value: Any, annotation: Any, path: Path) -> Iterator[tuple[str, Any]]:
    """Give one row for a leaf; what a choice sets has a row for each path that it sets."""
    if (
        kind_of(annotation) == "anything"
        and isinstance(value, Mapping)
        and value
        and all(map(_is_path, value))
    ):
        for key, child in value.items():
            yield ".".join((*path, key)), cell_of(child, inner(annotation, key))
    else:
        yield ".".join(path), cell_of(value, annotation)


def _is_path(key: str) -> bool:
    return bool(key) and key.strip() == key
