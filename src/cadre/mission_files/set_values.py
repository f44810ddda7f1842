"""Set values: what a choice of a lever sets at a path, as the content of a cell, and back.

The path says how its value is written: a range as a range, a list as a list, as in the sheet of the path
itself. What is read is exactly what stood there, text text and a number a number, since a choice holds plain
data. `null` takes the thing at the path away.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission.shape import Kind, kind_of, type_at
from cadre.mission_files.cells import cell_of, value_in
from cadre.mission_files.yaml_files import plain

AWAY = "null"
_AS_DATA: tuple[Kind, ...] = ("quantity", "number", "pairs", "anything")
"""Kinds inside which a text that is a number means the number."""


def set_value_in(content: Any, path: str, file: str = "") -> Any:
    """Read what stands in a cell.

    Raises
    ------
    BadInput
        Brackets that are not YAML.
    """
    if isinstance(content, str) and content.strip() == AWAY:
        return None
    annotation = _type_of(path)
    value = value_in(content, annotation, file)
    bracketed = isinstance(content, str) and content.strip()[:1] in ("{", "[", '"')
    return _as_data(value) if kind_of(annotation) in _AS_DATA and not bracketed else value


def set_value_of(value: Any, path: str) -> Any:
    """Write a value as the content of a cell. Inverse of `set_value_in`."""
    if value is None:
        return AWAY
    quoted = json.dumps(value, ensure_ascii=not str(value).isprintable())
    for written in (cell_of(value, _type_of(path)), cell_of(value, Any)):
        try:
            if is_exactly(set_value_in(written, path), value):
                return written
        except BadInput:
            continue
    return quoted


def _type_of(path: str) -> Any:
    annotation = type_at(Mission, tuple(path.split(".")))
    return Any if annotation is None else annotation


def _as_data(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_data(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_data(one) for one in value]
    return plain(value) if isinstance(value, str) else value


def is_exactly(read: Any, value: Any) -> bool:
    """Say whether plain data is the same, text being no number and yes no 1."""
    if isinstance(value, Mapping) and isinstance(read, Mapping):
        return list(read) == list(value) and all(is_exactly(read[key], value[key]) for key in value)
    if isinstance(value, list | tuple) and isinstance(read, list | tuple):
        return len(read) == len(value) and all(map(is_exactly, read, value))
    return bool(read == value) and _sort(read) is _sort(value)


def _sort(value: Any) -> type:
    return float if isinstance(value, int | float) and not isinstance(value, bool) else type(value)
