"""Reasons read back from files, and how pydantic reads and writes a field that holds one.

Takes the plain data that `cadre.reasons.plain` gave, gives the reason; of older files, which held sentences,
the sentence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib import import_module
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic_core import core_schema

from cadre.reasons.base import Reason, kind, plain


def from_plain(data: object) -> Reason:
    """Return the reason that plain data stands for.

    Parameters
    ----------
    data : object
        A mapping as `plain` gives it (a `text` in it is left aside), a reason itself, or a sentence of an
        older file.

    Raises
    ------
    ValueError
        Where the kind or a field is not known, or a field is missing.
    """
    if isinstance(data, Reason):
        return data
    if isinstance(data, str):
        from cadre.reasons.older import AsWritten  # noqa: PLC0415  (a kind stands above what reads it)

        return AsWritten(data)
    if not isinstance(data, Mapping):
        raise ValueError("a reason is an object with its kind")
    of = _class_of(str(data.get("kind", "")))
    hints = get_type_hints(of)
    names = [field.name for field in fields(of)]  # type: ignore[arg-type]
    if missing := [name for name in names if name not in data]:
        raise ValueError(f"a reason of kind {kind(of)} has {missing[0]}")
    return of(**{name: _read(hints[name], data[name]) for name in names})


@cache
def _class_of(name: str) -> type[Reason]:
    stage, _, of = name.partition(".")
    try:
        module = import_module(f"cadre.reasons.{stage.replace('-', '_')}")
    except (ImportError, ValueError):
        raise ValueError(f"there is no reason of kind {name!r}") from None
    found = getattr(module, of.title().replace("-", ""), None)
    if not (isinstance(found, type) and issubclass(found, Reason) and kind(found) == name):
        raise ValueError(f"there is no reason of kind {name!r}")
    return found


def _read(hint: Any, value: Any) -> Any:
    """Return a value as its field has it: days from text, reasons from mappings, several as tuples."""
    if value is None or hint is dt.date:
        return None if value is None else dt.date.fromisoformat(value)
    if get_origin(hint) is tuple:
        return tuple(_read(get_args(hint)[0], one) for one in value)
    if inner := get_args(hint):  # an optional: what it may be besides nothing
        return _read(next(one for one in inner if one is not type(None)), value) if _optional(hint) else value
    if isinstance(hint, type) and issubclass(hint, Reason):
        return from_plain(value)
    return float(value) if hint is float else value


def _optional(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)


def pydantic_schema() -> core_schema.CoreSchema:
    """Return how pydantic reads a reason from a file, and writes it."""
    return core_schema.no_info_plain_validator_function(
        from_plain, serialization=core_schema.plain_serializer_function_ser_schema(plain)
    )


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a reason in a file: its kind, its fields, and what it says in words."""
    text = {"type": "string"}
    return {
        "description": "A reason: its kind, its figures, ids and days, and what it says in words.",
        "properties": {"kind": text, "text": text},
        "required": ["kind", "text"],
        "type": "object",
    }
