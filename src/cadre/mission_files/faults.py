"""Faults: what the model refuses, told in the plain words of a `Fault` with its place in the files.

Takes pydantic's errors and the tree of the folder, gives faults; the words come from `cadre.mission.wording`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cadre.errors import Fault, Place
from cadre.messages import Message, listed, message, quoted, readable
from cadre.mission import Mission
from cadre.mission.base import LONGEST_SHOWN, nearest
from cadre.mission.wording import worded
from cadre.mission_files.days import days_in
from cadre.mission_files.tree import Path, Tree, is_inside


def faults_of(error: ValidationError, tree: Tree, model: Any = Mission) -> list[Fault]:
    """Return the faults of a validation, each at its place in the tree.

    Parameters
    ----------
    error : ValidationError
        What the model said.
    tree : Tree
        The data that was validated.
    model : type
        The type that was validated, for the names of keys.
    """
    faults: dict[object, Fault] = {}
    details = error.errors(include_url=False)
    misspelt = _misspelt(details, tree)
    for detail in details:
        if _is_listed_elsewhere(detail, tree, misspelt):
            continue
        fault = _fault(detail, tree, model)
        meant = misspelt.get(_path(detail["loc"], tree.data, whole=True))
        if meant is not None and detail["type"] == "extra_forbidden" and not _is_written_out(fault):
            fault = replace(fault, cure=message("faults.did-you-mean", near=quoted(meant)))
        faults.setdefault((fault.where.path, detail["type"] in _OF_A_UNION or fault), fault)
    return list(faults.values())


_OF_A_UNION = ("string_type", "float_type", "float_parsing", "date_type", "date_from_datetime_parsing")
"""Each part of a union complains for itself; the first complaint at a place is enough."""


def _misspelt(details: Iterable[ErrorDetails], tree: Tree) -> dict[Path, str]:
    """Return the unknown keys that stand beside a key that is missing and looks like them: one mistake."""
    missing: dict[Path, list[str]] = {}
    unknown: list[Path] = []
    for detail in details:
        path = _path(detail["loc"], tree.data, whole=True)
        if detail["type"] == "missing":
            missing.setdefault(path[:-1], []).append(path[-1])
        elif detail["type"] == "extra_forbidden":
            unknown.append(path)
    found = {path: _nearest_of(path[-1], missing.get(path[:-1], ())) for path in unknown}
    return {path: key for path, key in found.items() if key is not None}


def _is_written_out(fault: Fault) -> bool:
    """Say whether the cure of a key tells how it is written with its value."""
    cure = dict(fault.cure.values).get("cure")
    return isinstance(cure, Message) and cure.name == "fields.write-it"


def _nearest_of(key: str, missing: Iterable[str]) -> str | None:
    """Return the missing key that a key is like, or that stands in it without a space before its value."""
    return nearest(key, missing) or nearest(re.split("[:=\uff1a]", key)[0], missing)


def _is_listed_elsewhere(detail: ErrorDetails, tree: Tree, misspelt: Mapping[Path, str]) -> bool:
    """Say whether what is missing is told already: of a misspelt key, or of the headings of a table."""
    path = _path(detail["loc"], tree.data, whole=True)
    if detail["type"] == "cadre":
        # What a column holds that nobody knows may be what the whole row lacks.
        tables = (table for table, column in tree.absent if column == ())
        return any(len(path) == len(table) + 1 and is_inside(path, table) for table in tables)
    if detail["type"] != "missing":
        return False
    by_key = any(path == (*other[:-1], key) for other, key in misspelt.items())
    return by_key or any(
        is_inside(path, table) and column[: len(path) - len(table) - 1] == path[len(table) + 1 :] != ()
        for table, column in tree.absent
    )


def _fault(detail: ErrorDetails, tree: Tree, model: Any) -> Fault:
    kind = detail["type"]
    path = _path(detail["loc"], tree.data, whole=kind in ("missing", "extra_forbidden"))
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "cadre" and context["at"] and _holds(tree.data, (*path, context["at"])):
        path = (*path, context["at"])
    found, allowed, cure = worded(detail, path, model, tree.data)
    if found.name == "fields.no-day.found":
        cure = _day_meant(_input(detail)) or cure
    if found.name == "fields.no-text.found" and path in tree.written:
        found, cure = _as_it_stands(tree.written[path])
    of_key = kind == "extra_forbidden" or "[key]" in detail["loc"]
    place = tree.place_for(path) if kind == "missing" else tree.place(path, of_key=of_key)
    return Fault(Place(place.file, place.line, place.column, place.cell, path), found, allowed, cure)


def _input(detail: ErrorDetails) -> Any:
    """Return what was refused: what stands at a key of it, where the model names one."""
    at, value = detail.get("ctx", {}).get("at"), detail["input"]
    return value.get(at) if at and isinstance(value, dict) else value


def _as_it_stands(written: str) -> tuple[Message, Message]:
    """Return what was found and the cure for a number, or yes or no, where a text must stand: `3.10`."""
    text = readable(written)
    cure = message("fields.in-quotes", text=f'"{text}"')
    return message("fields.no-text.found", value=text[:LONGEST_SHOWN]), cure


def _day_meant(text: Any) -> Message | None:
    """Return the cure for a day that is written otherwise: every day that it may mean, as files have them."""
    if not isinstance(text, str) or len(text) > _LONGEST_DAY or days_in(text) != days_in(text, last=True):
        return None  # a month or quarter alone may mean its first day or its last
    days = [day.isoformat() for day in days_in(text)]
    return message("fields.write-it", text=listed(days, "or")) if days else None


_LONGEST_DAY = 60
"""Characters of a text that may be a day."""


def _path(loc: Iterable[str | int], data: Any, *, whole: bool) -> Path:
    """Keep the parts of pydantic's location that people wrote; unions and inner forms fall away."""
    parts = [str(part) for part in loc if part != "[key]"]
    path: list[str] = []
    for i, part in enumerate(parts):
        data, there = _down(data, part)
        if there or (whole and i == len(parts) - 1):
            path.append(part)
    return tuple(path)


def _down(data: Any, key: str) -> tuple[Any, bool]:
    if isinstance(data, dict) and key in data:
        return data[key], True
    if isinstance(data, list | tuple) and key.isdigit() and int(key) < len(data):
        return data[int(key)], True
    return data, False


def _holds(data: Any, path: Path) -> bool:
    for key in path:
        data, there = _down(data, key)
        if not there:
            return False
    return True
