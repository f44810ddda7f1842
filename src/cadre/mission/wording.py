"""Wording: what the model refuses, in plain words: what was found, what is allowed, and the cure.

Takes one error of pydantic and the path it stands at, gives the three parts of a fault. The only place that
knows pydantic's names of errors.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic_core import ErrorDetails

from cadre.mission.base import did_you_mean, shown
from cadre.mission.shape import bare, choices_of, fields_of, is_record, type_at

Path = tuple[str, ...]
Words = tuple[str, str, str]
"""Found, allowed, cure."""


def worded(detail: ErrorDetails, path: Path, model: Any) -> Words:
    """Say what an error of pydantic means.

    Parameters
    ----------
    detail : ErrorDetails
        One error.
    path : tuple of str
        Where it stands below the model, without the parts that only pydantic knows.
    model : type
        The type that was validated, for names of keys and help texts.
    """
    return _WORDS.get(detail["type"], _other)(detail, path, model)


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
    fields = (
        {field.name: field for field in fields_of(record)} if record is not None and is_record(record) else {}
    )
    meaning = fields[path[-1]].help if path[-1] in fields else ""
    help_text = f" ({meaning[0].lower()}{meaning[1:]})" if meaning else ""
    return f"no {path[-1]}", "must be given", f"add {path[-1]}{help_text}"


def _bound(word: str, key: str) -> Callable[[ErrorDetails, Path, Any], Words]:
    def words(detail: ErrorDetails, path: Path, model: Any) -> Words:
        bound = detail["ctx"][key]
        meaning = _help(model, path)
        cure = f"set the {meaning[0].lower()}{meaning[1:].split(';')[0]}" if meaning else "mend the number"
        return shown(detail["input"]), f"must be {word.format(format(bound, 'g'))}", cure

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
    return (
        shown(detail["input"]),
        f"must be one of {words}",
        cure if cure.startswith("did") else "use one of them",
    )


def _id(detail: ErrorDetails, _path: Path, _model: Any) -> Words:
    return (
        shown(detail["input"]),
        "must be lower-case letters, digits, - and _",
        "rename it, for example to a-short-name",
    )


def _says(allowed: str, cure: str) -> Callable[[ErrorDetails, Path, Any], Words]:
    def words(detail: ErrorDetails, _path: Path, _model: Any) -> Words:
        return shown(detail["input"]), allowed, cure

    return words


def _record(detail: ErrorDetails, path: Path, model: Any) -> Words:
    record = bare(type_at(model, path)) if path else model
    names = [f.name for f in fields_of(record) if f.required] if is_record(record) else []
    return (
        shown(detail["input"]),
        "must be keys with values",
        f"write {' and '.join(names)}" if names else "write `key: value`",
    )


def _short(detail: ErrorDetails, _path: Path, _model: Any) -> Words:
    least = detail["ctx"]["min_length"]
    allowed = "must not be empty" if least == 1 else f"must have at least {least} characters"
    return shown(detail["input"]), allowed, "write it out"


def _few(detail: ErrorDetails, _path: Path, _model: Any) -> Words:
    least = detail["ctx"]["min_length"]
    return (
        f"{detail['ctx']['actual_length']}",
        f"must hold at least {least}",
        "add what is missing, or remove it",
    )


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
    "string_too_short": _short,
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
    "too_short": _few,
    "too_long": _says("must hold fewer", "remove what is too many"),
}
