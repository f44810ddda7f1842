"""Faults: what the model refuses, told in the plain words of a `Fault` with its place in the files.

Takes pydantic's errors and the tree of the folder, gives faults with found, allowed and cure. The only place that knows pydantic's names of errors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cadre.errors import Fault, Place
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.mission_files.shape import bare, choices_of, fields_of, is_record, type_at
from cadre.mission_files.tree import Path, Tree

Words = tuple[str, str, str]
"""Found, allowed, cure."""


def faults_of(error: ValidationError, tree: Tree, model: Any = Mission) -> list[Fault]:
    """Give the faults of a validation, each at its place in the tree.

    Parameters
    ----------
    error : ValidationError
        What the model said.
    tree : Tree
        The data that was validated.
    model : type
        The type that was validated, for the names of keys.
    """
    faults = {}
    for detail in error.errors(include_url=False):
        fault = _fault(detail, tree, model)
        faults.setdefault((fault.where.path, detail["type"] in _OF_A_UNION or fault), fault)
    return list(faults.values())


_OF_A_UNION = ("string_type", "float_type", "float_parsing", "date_type", "date_from_datetime_parsing")
"""Each part of a union complains for itself; the first complaint at a place is enough."""


def _fault(detail: ErrorDetails, tree: Tree, model: Any) -> Fault:
    kind = detail["type"]
    path = _path(detail["loc"], tree.data, whole=kind in ("missing", "extra_forbidden"))
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "cadre" and context["at"] and _holds(tree.data, (*path, context["at"])):
        path = (*path, context["at"])
    found, allowed, cure = _WORDS.get(kind, _other)(detail, path, model)
    of_key = kind == "extra_forbidden" or "[key]" in detail["loc"]
    place = tree.place(path[:-1], of_key=True) if kind == "missing" else tree.place(path, of_key=of_key)
    return Fault(Place(place.file, place.line, place.column, place.cell, path), found, allowed, cure)


def _path(loc: Iterable[str | int], data: Any, *, whole: bool) -> Path:
    """Keep the parts of pydantic's location that people wrote; parts of unions and of inner forms fall away."""
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


def shown(value: Any) -> str:
    """Show a value in a message: text in quotes, lists and mappings by name, nothing longer than a line."""
    if value is None:
        return "nothing"
    if isinstance(value, dict | list | tuple):
        return "a mapping" if isinstance(value, dict) else "a list"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004  (about half a line)


# ---- one function per kind of error


def _own(detail: ErrorDetails, _path: Path, _model: Any) -> Words:
    context = detail["ctx"]
    return context["found"], context["allowed"], context["cure"]


def _unknown(detail: ErrorDetails, path: Path, model: Any) -> Words:
    record = type_at(model, path[:-1])
    names = [field.name for field in fields_of(record)] if record is not None and is_record(record) else []
    return f"the unknown key {path[-1]!r}", "must be a key that Cadre knows", did_you_mean(path[-1], names)


def _missing(detail: ErrorDetails, path: Path, model: Any) -> Words:
    record = type_at(model, path[:-1])
    fields = {field.name: field for field in fields_of(record)} if record is not None and is_record(record) else {}
    meaning = fields[path[-1]].help if path[-1] in fields else ""
    help_text = f" ({meaning[0].lower()}{meaning[1:]})" if meaning else ""
    return f"no {path[-1]}", "must be given", f"add {path[-1]}{help_text}"


def _bound(word: str, key: str) -> Callable[[ErrorDetails, Path, Any], Words]:
    def words(detail: ErrorDetails, path: Path, model: Any) -> Words:
        bound = detail["ctx"][key]
        meaning = _help(model, path)
        cure = f"set {meaning[0].lower()}{meaning[1:]}" if meaning else "mend the number"
        return shown(detail["input"]), f"must be {word.format(bound)}", cure

    return words


def _help(model: Any, path: Path) -> str:
    record = type_at(model, path[:-1]) if path else None
    if record is None or not is_record(record):
        return ""
    return next((field.help for field in fields_of(record) if field.name == path[-1]), "")


def _choice(detail: ErrorDetails, path: Path, model: Any) -> Words:
    allowed = choices_of(type_at(model, path) or str) or tuple(detail["ctx"]["expected"].split(", "))
    words = ", ".join(word.strip("'") for word in allowed)
    cure = did_you_mean(str(detail["input"]), allowed)
    return shown(detail["input"]), f"must be one of {words}", cure if cure.startswith("did") else "use one of them"


def _id(detail: ErrorDetails, _path: Path, _model: Any) -> Words:
    return shown(detail["input"]), "must be lower-case letters, digits, - and _", "rename it, for example to a-short-name"


def _says(allowed: str, cure: str) -> Callable[[ErrorDetails, Path, Any], Words]:
    def words(detail: ErrorDetails, _path: Path, _model: Any) -> Words:
        return shown(detail["input"]), allowed, cure

    return words


def _record(detail: ErrorDetails, path: Path, model: Any) -> Words:
    record = bare(type_at(model, path)) if path else model
    names = [f.name for f in fields_of(record) if f.required] if is_record(record) else []
    return shown(detail["input"]), "must be keys with values", f"write {' and '.join(names)}" if names else "write `key: value`"


def _other(detail: ErrorDetails, _path: Path, _model: Any) -> Words:
    message = detail["msg"][0].lower() + detail["msg"][1:]
    return shown(detail["input"]), message.removeprefix("input ").replace("should be", "must be"), "mend it"


_DATE = _says("must be a date such as 2018-10-01", "write a day that exists as year-month-day")
_NUMBER = _says("must be a number", "write a number")
_WHOLE = _says("must be a whole number", "write a whole number")
_TEXT = _says("must be text", "put it in quotes if it is text")
_YES_NO = _says("must be yes or no", "write yes or no")
_LIST = _says("must be a list", "write [a, b], or one item a line after -")
_PAIRS = _says("must be keys with values", "write `key: value`")
_WORDS: dict[str, Callable[[ErrorDetails, Path, Any], Words]] = {
    "cadre": _own,
    "extra_forbidden": _unknown,
    "missing": _missing,
    "greater_than_equal": _bound("{} or more", "ge"),
    "greater_than": _bound("more than {}", "gt"),
    "less_than_equal": _bound("{} or less", "le"),
    "less_than": _bound("less than {}", "lt"),
    "literal_error": _choice,
    "string_pattern_mismatch": _id,
    "string_too_long": _says("must be shorter", "shorten it"),
    "string_too_short": _says("must be longer", "write it out"),
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "tuple_type": _LIST,
    "mapping_type": _PAIRS,
    "dict_type": _PAIRS,
    "model_type": _record,
    "model_attributes_type": _record,
    "too_short": _says("must hold more", "add what is missing, or remove it"),
    "too_long": _says("must hold fewer", "remove what is too many"),
}
