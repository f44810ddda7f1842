"""Cells: one value of the mission as the text of one cell, and back.

The syntax, by kind of field:

- text stands as it is; numbers with their unit (`65%`, `18 months`); yes or no; a day as `2018-10-01`
- a list: `besmaya; taji`
- pairs: `classroom 1; demolition-range 0.5`
- a quantity: `65%`, or `min 65%; likely 80%; max 92%; basis A1; P:eod-coe-2012`, or `choices 3 = 0.4, 5 =
  0.6`
- anything deeper, or what the forms above cannot say: YAML between `{ }` or `[ ]`

What is written is read back before it is used, so that a cell never says something else than the mission.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from cadre.errors import BadInput
from cadre.mission.shape import Kind, bare, kind_of
from cadre.mission.units import plainly
from cadre.mission_files.yaml_files import parse_yaml, plain

_QUANTITY_WORDS = (
    "value",
    "min",
    "likely",
    "max",
    "low",
    "high",
    "p10",
    "p50",
    "p90",
    "mean",
    "sd",
    "basis",
    "choices",
    "unit",
)


SPACES = re.compile("[\u00a0\u202f\u2007\u2009]")
"""Spaces that do not break or are narrow, as spreadsheets and word processors write them inside numbers."""


def value_in(cell: Any, annotation: Any, file: str = "") -> Any:
    """Read the content of a cell.

    Parameters
    ----------
    cell : str, float, int or bool
        What stands there; not empty.
    annotation : type
        The type of the model at this place.

    Returns
    -------
    Any
        Plain data as YAML would give it; whether it may stand there is for the model to say.

    Raises
    ------
    BadInput
        Brackets that are not YAML.
    """
    kind = kind_of(annotation)
    if kind == "choice":
        return _choice_in(cell, annotation)
    if not isinstance(cell, str):
        return _number_in(cell, kind)
    if kind == "text":
        return cell
    text = SPACES.sub(" ", cell).strip() if kind in ("quantity", "number") else cell.strip()
    if text[:1] in ("{", "[", '"'):
        return parse_yaml(f"cell: {text}", file).data["cell"]
    return _READERS.get(kind, str)(text)


def _number_in(cell: Any, kind: Kind) -> Any:
    number = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    return (
        str(number) if kind in ("text", "list", "choice", "date") and not isinstance(cell, bool) else number
    )


def _choice_in(cell: Any, annotation: Any) -> Any:
    """Give the choice that the cell names, which may be a number; else what stands there."""
    text = str(_number_in(cell, "choice")).strip()
    return next((choice for choice in get_args(bare(annotation)) if str(choice) == text), text)


def _list_in(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _pairs_in(text: str) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    for part in _list_in(text):
        key, _, rest = part.partition(" ")
        if key in pairs:
            return {"": text}
        pairs[key] = plain(rest.strip())
    return pairs


def _quantity_in(text: str) -> Any:
    """Read `min 1; likely 2; max 3; basis A1; A2`; single words after `basis` belong to it."""
    parts: dict[str, Any] = {}
    for part in _list_in(text):
        word, _, rest = part.partition(" ")
        if word in _QUANTITY_WORDS and word not in parts:
            parts[word] = _QUANTITY_PARTS.get(word, str.strip)(rest)
        elif "basis" in parts and " " not in part:
            parts["basis"] = [*parts["basis"], part]
        else:
            return text
    return parts


def _choices_in(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.split(","))
    return {value.strip(): chance.strip() for value, _, chance in pairs}


def _names_in(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


_QUANTITY_PARTS: dict[str, Callable[[str], Any]] = {"basis": _names_in, "choices": _choices_in}
_READERS: dict[Kind, Callable[[str], Any]] = {
    "list": _list_in,
    "pairs": _pairs_in,
    "quantity": _quantity_in,
    "anything": plain,
    "number": str,
}


def cell_of(value: Any, annotation: Any) -> Any:
    """Write a value as the content of a cell. Inverse of `value_in`."""
    kind = kind_of(annotation)
    if kind == "text" or isinstance(value, bool | int | float):
        return value
    brief = _WRITERS.get(kind, _as_yaml)(value)
    try:
        if _same(value_in(brief, annotation), value):
            return brief
    except BadInput:
        pass
    return _as_yaml(value)


def _same(read: Any, value: Any) -> bool:
    """Compare plain data, where a number may have become its own text."""
    if isinstance(value, dict) and isinstance(read, dict):
        return list(read) == list(value) and all(_same(read[key], value[key]) for key in value)
    if isinstance(value, list | tuple) and isinstance(read, list):
        return len(read) == len(value) and all(map(_same, read, value))
    if isinstance(value, int | float) and not isinstance(value, bool) and isinstance(read, str):
        return repr(plain(read)) == repr(value)
    return bool(read == value) and type(read) is type(value)


def _as_yaml(value: Any) -> str:
    """JSON is YAML, and needs no line break."""
    bare = (
        isinstance(value, str)
        and plain(value) == value
        and value[:1] not in ("{", "[", '"')
        and value.strip() == value
    )
    if bare:
        return str(value)
    text = json.dumps(_marked(value), ensure_ascii=not _readable(value))
    return _MARKED.sub(lambda found: found[1], text)


_MARKED = re.compile(r'"<number (\S+)>"')


def _marked(value: Any) -> Any:
    """Mark numbers that would mean two as programs write them, such as 1.250."""
    if isinstance(value, Mapping):
        return {key: _marked(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_marked(one) for one in value]
    is_unclear = isinstance(value, float) and as_text(value) != str(value)
    return f"<number {as_text(value)}>" if is_unclear else value


def as_text(value: Any) -> str:
    """Write what stands in a cell or a part of one; a number so that it means one in every form."""
    return plainly(value) if isinstance(value, float) and not value.is_integer() else str(value)


def _readable(value: Any) -> bool:
    """Say whether a value may stand as it is: YAML takes control characters only when they are escaped."""
    return json.dumps(value, ensure_ascii=False).isprintable()


def _quantity_text(value: Any) -> str:
    if not isinstance(value, dict):
        return as_text(value)
    parts = dict(value)
    if "choices" in parts:
        parts["choices"] = ", ".join(f"{key} = {as_text(chance)}" for key, chance in parts["choices"].items())
    if "basis" in parts:
        parts["basis"] = "; ".join(parts["basis"])
    return "; ".join(f"{word} {as_text(part)}" for word, part in parts.items())


_WRITERS: dict[Kind, Callable[[Any], str]] = {
    "list": lambda value: "; ".join(map(as_text, value)),
    "pairs": lambda value: "; ".join(f"{key} {as_text(part)}" for key, part in value.items()),
    "quantity": _quantity_text,
    "choice": str,
    "date": str,
    "number": as_text,
}
