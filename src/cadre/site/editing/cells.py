"""Cells of plain data: the text that stands at a path, and edits put there.

Takes the document of a mission, gives text as a workbook would show it, and a changed copy. Items of a list
are numbered from 0.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission
from cadre.mission.shape import type_at
from cadre.mission_files.cells import cell_of, value_in
from cadre.mission_files.tree import Path


@dataclass(frozen=True, slots=True)
class CellEdits:
    """What somebody changes.

    Parameters
    ----------
    cells : dict of path to str
        Text by path; empty text takes away what stands there.
    gone : tuple of path
        Rows that are taken away.
    new : tuple of path
        Rows that must not be there yet.
    """

    cells: Mapping[Path, str] = field(default_factory=dict)
    gone: tuple[Path, ...] = ()
    new: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell or row that somebody else changed meanwhile, and what they left there."""

    path: Path
    theirs: str


def value_at(document: Any, path: Iterable[str]) -> Any:
    """Return what stands at a path; None for nothing."""
    for key in path:
        if isinstance(document, list):
            document = document[int(key)] if key.isdecimal() and int(key) < len(document) else None
        else:
            document = document.get(key) if isinstance(document, Mapping) else None
    return document


def text_at(document: Any, path: Path) -> str:
    """Return what stands at a path as the text of a cell; empty for nothing."""
    return text_of(value_at(document, path), type_at(Mission, path))


def text_of(value: Any, annotation: Any) -> str:
    """Return a value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(cell_of(value, annotation))


def rebased(
    edits: CellEdits, base: Mapping[str, Any], newest: Mapping[str, Any]
) -> tuple[CellEdits, list[Conflict]]:
    """Carry edits that began from one revision over to a newer one.

    Returns
    -------
    (CellEdits, list of Conflict)
        What is still to be done, without what others did as well; and what others changed otherwise.
    """
    cells, conflicts = dict[Path, str](), list[Conflict]()
    taken = {path for path in edits.new if value_at(newest, path) is not None}
    conflicts += [Conflict(path, path[-1]) for path in sorted(taken)]
    for path, text in edits.cells.items():
        was, now = text_at(base, path), text_at(newest, path)
        row_is_gone = value_at(base, path[:2]) is not None and value_at(newest, path[:2]) is None
        if text == now and not row_is_gone:
            continue
        if was == now and not row_is_gone:
            cells[path] = text
        else:
            conflicts.append(Conflict(path[:2] if row_is_gone else path, now))
    gone = tuple(path for path in edits.gone if value_at(newest, path) is not None)
    conflicts += [Conflict(path, "") for path in gone if value_at(newest, path) != value_at(base, path)]
    return CellEdits(cells, gone, edits.new), conflicts


def applied(document: Mapping[str, Any], edits: CellEdits) -> tuple[dict[str, Any], list[Fault]]:
    """Return a copy of a document with edits in it, and the cells that no reader understands."""
    changed: dict[str, Any] = copy.deepcopy(dict(document))
    faults: list[Fault] = []
    for path, text in edits.cells.items():
        try:
            _put(changed, path, value_in(text, type_at(Mission, path)) if text.strip() else None)
        except BadInput as error:
            faults += [Fault(Place(path=path), *_told(one)) for one in error.faults]
    for path in sorted(edits.gone, key=_last_first):
        _put(changed, path, None)
    return changed, faults


def _told(fault: Fault) -> tuple[Any, Any, Any]:
    return fault.found, fault.allowed, fault.cure


def _last_first(path: Path) -> tuple[object, ...]:
    """Take items of a list from its end, so that none changes its number before its turn."""
    return (-int(path[-1]), path) if path[-1].isdecimal() else (0, path)


def _put(node: Any, path: Path, value: Any, model: Any = Mission) -> None:
    """Set what stands at a path, `None` to take it away; records on the way are made, empty ones go."""
    key, *rest = path
    if isinstance(node, list):
        _put_in_list(node, (key, *rest), value, type_at(model, (key,)))
        return
    if not rest:
        node.pop(key, None) if value is None else node.update({key: value})
        return
    inside = node.get(key)
    if not isinstance(inside, dict | list):
        if value is None:
            return
        inside = [] if rest[0].isdecimal() else {}
        node[key] = inside
    _put(inside, tuple(rest), value, type_at(model, (key,)))
    if not inside:
        del node[key]


def _put_in_list(node: list[Any], path: Path, value: Any, model: Any) -> None:
    number, rest = int(path[0]), path[1:]
    if not rest:
        if value is None and number < len(node):
            del node[number]
        return
    while len(node) <= number:
        node.append({})
    _put(node[number], rest, value, model)
