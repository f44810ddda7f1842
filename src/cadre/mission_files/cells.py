"""Cells: one value of the mission as the text of one cell, and back.

The syntax, by kind of field:

- text stands as it is; numbers with their unit (`65%`, `18 months`); yes or no; a day as `2018-10-01`
- a list: `besmaya; taji`
- pairs: `classroom 1; demolition-range 0.5`; needs and groups as `cell_parts.py` tells
- a quantity: `65%`, or `min 65%; likely 80%; max 92%; basis A1; P:eod-coe-2012`, or `choices 3 = 0.4, 5 =
  0.6`
- anything deeper, or what the forms above cannot say: YAML between `{ }` or `[ ]`

What is written is read back before it is used, so that a cell never says something else than the mission.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, get_args, get_origin

from cadre.errors import BadInput
from cadre.mission.quantity import Dimension
from cadre.mission.shape import Kind, bare, inner, kind_of
from cadre.mission.training import Need
from cadre.mission_files.cell_parts import (
    as_text,
    groups_in,
    groups_text,
    list_in,
    needs_in,
    needs_text,
    pairs_in,
    pairs_text,
)
from cadre.mission_files.workbook_formats import likely_day
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
        day = likely_day(cell) if isinstance(cell, float) and _is_day(annotation) else None
        return day or _number_in(cell, kind)
    if kind == "text":
        return cell
    text = SPACES.sub(" ", cell).strip() if kind in ("quantity", "number") else cell.strip()
    if text[:1] in ("{", "[", '"'):
        return parse_yaml(f"cell: {text}", file).data["cell"]
    return _reader(annotation, kind)(text)


def _reader(annotation: Any, kind: Kind) -> Callable[[str], Any]:
    """Return how a text is read that is no YAML."""
    if kind == "pairs" and _is_of_needs(annotation):
        return needs_in
    if kind == "anything" and _holds(annotation) in ("list", "pairs"):
        return partial(groups_in, of_pairs=_holds(annotation) == "pairs")
    return _READERS.get(kind, str)


def _holds(annotation: Any) -> Kind | None:
    """Return the kind of what a mapping holds; None for what is none."""
    held = inner(annotation, "") if isinstance(get_origin(bare(annotation)), type) else None
    return None if held is None else kind_of(held)


def _is_of_needs(annotation: Any) -> bool:
    return bare(inner(annotation, "")) is Need


def _is_day(annotation: Any) -> bool:
    """Say whether a day is wanted, known for sure or not."""
    if kind_of(annotation) == "date":
        return True
    marks = (mark for part in get_args(annotation) for mark in get_args(part))
    return any(isinstance(mark, Dimension) and mark.unit == "date" for mark in marks)


def _number_in(cell: Any, kind: Kind) -> Any:
    number = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    return (
        str(number) if kind in ("text", "list", "choice", "date") and not isinstance(cell, bool) else number
    )


def _choice_in(cell: Any, annotation: Any) -> Any:
    """Return the choice that the cell names, which may be a number; else what stands there."""
    text = str(_number_in(cell, "choice")).strip()
    return next((choice for choice in get_args(bare(annotation)) if str(choice) == text), text)


YES_NO = {
    word: number % 2 == 0
    for words in ("yes no", "true false", "oui non", "vrai faux", "ja nein", "wahr falsch", "sí no",
                  "si no", "verdadero falso", "نعم لا", "صواب خطأ")
    for number, word in enumerate(words.split())
}  # fmt: skip
"""Words for yes and no, as people and spreadsheet programs of several languages write them."""


def _yes_no_in(text: str) -> Any:
    return YES_NO.get(text.casefold(), text)


_COMMAS = re.compile(rf",(?=\s*(?:{'|'.join(_QUANTITY_WORDS)})\b)")
"""Commas that part what is said of a quantity: a word of its own stands behind each."""


def _quantity_in(text: str) -> Any:
    """Read `min 1; likely 2; max 3; basis A1; A2`; single words after `basis` belong to it."""
    parts: dict[str, Any] = {}
    for part in list_in(_COMMAS.sub(";", text)):
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
    "list": list_in,
    "pairs": pairs_in,
    "quantity": _quantity_in,
    "anything": plain,
    "number": str,
    "yes/no": _yes_no_in,
}


def cell_of(value: Any, annotation: Any) -> Any:
    """Write a value as the content of a cell. Inverse of `value_in`."""
    kind = kind_of(annotation)
    if kind == "text" or isinstance(value, bool | int | float):
        return value
    try:
        brief = _writer(annotation, kind)(value)
        if _same(value_in(brief, annotation), value):
            return brief
    except (BadInput, TypeError, AttributeError):
        pass  # another form than the brief one: as YAML
    return _as_yaml(value)


def _writer(annotation: Any, kind: Kind) -> Callable[[Any], str]:
    if kind == "pairs" and _is_of_needs(annotation):
        return needs_text
    if kind == "anything" and _holds(annotation) in ("list", "pairs"):
        return groups_text
    return _WRITERS.get(kind, _as_yaml)


def _same(read: Any, value: Any) -> bool:
    """Compare plain data, where a number may have become its own text."""
    if isinstance(value, dict) and isinstance(read, dict):
        return list(read) == list(value) and all(_same(read[key], value[key]) for key in value)
    if isinstance(value, list | tuple) and isinstance(read, list):
        return len(read) == len(value) and all(map(_same, read, value))
    if isinstance(value, int | float) and not isinstance(value, bool) and isinstance(read, str):
        number = plain(read)
        return _is_number(number) and bool(number == value)
    return bool(read == value) and (type(read) is type(value) or (_is_number(read) and _is_number(value)))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


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
    "pairs": pairs_text,
    "quantity": _quantity_text,
    "choice": str,
    "date": str,
    "number": as_text,
}
