"""Wording: what the model refuses, as messages: what was found, what is allowed, and the cure.

Takes one error of pydantic and the path it stands at, gives the three messages of a fault. The only place
that knows pydantic's names of errors.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic_core import ErrorDetails

from cadre.messages import Told, as_written, listed, message, told
from cadre.mission.base import did_you_mean, shown
from cadre.mission.shape import bare, choices_of, fields_of, is_record, type_at

Path = tuple[str, ...]


def worded(detail: ErrorDetails, path: Path, model: Any) -> Told:
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


def _own(detail: ErrorDetails, _path: Path, _model: Any) -> Told:
    own: Told = detail["ctx"]["told"]
    return own


def _unknown(detail: ErrorDetails, path: Path, model: Any) -> Told:
    record = type_at(model, path[:-1])
    names = [field.name for field in fields_of(record)] if record is not None and is_record(record) else []
    return told("fields.unknown-key", key=repr(path[-1]), cure=did_you_mean(path[-1], names))


def _missing(detail: ErrorDetails, path: Path, model: Any) -> Told:
    meaning = _help(model, path)
    if not meaning:
        return told("fields.missing", key=path[-1])
    return told("fields.missing-with-help", key=path[-1], help=f"{meaning[0].lower()}{meaning[1:]}")


def _bound(name: str, key: str) -> Callable[[ErrorDetails, Path, Any], Told]:
    def words(detail: ErrorDetails, path: Path, model: Any) -> Told:
        meaning = _help(model, path)
        lowered = f"{meaning[0].lower()}{meaning[1:].split(';')[0]}" if meaning else ""
        cure = message("fields.set-it", help=lowered) if meaning else message("fields.mend-number")
        ends = _ends(model, path)
        if ends is not None:
            low, high = ends
            return told("fields.out-of-bounds", value=shown(detail["input"]), low=low, high=high, cure=cure)
        return told(name, value=shown(detail["input"]), bound=float(detail["ctx"][key]), cure=cure)

    return words


def _ends(model: Any, path: Path) -> tuple[float, float] | None:
    """Return the least and the greatest number that a field takes, None where it has not both."""
    record = bare(type_at(model, path[:-1])) if len(path) > 1 else model
    field = getattr(record, "model_fields", {}).get(path[-1]) if path else None
    found: dict[str, float] = {}
    for bound in field.metadata if field is not None else ():
        found |= {
            end: float(getattr(bound, end)) for end in ("ge", "le") if getattr(bound, end, None) is not None
        }
    return (found["ge"], found["le"]) if len(found) == len(("ge", "le")) else None


def _help(model: Any, path: Path) -> str:
    """Return the help text of the field at a path, in English as the model has it; `""` where it has none."""
    record = type_at(model, path[:-1]) if path else None
    if record is None or not is_record(record):
        return ""
    return next((field.help for field in fields_of(record) if field.name == path[-1]), "")


def _choice(detail: ErrorDetails, path: Path, model: Any) -> Told:
    allowed = choices_of(type_at(model, path) or str) or tuple(detail["ctx"]["expected"].split(", "))
    near = did_you_mean(str(detail["input"]), allowed)
    cure = near if near.name == "faults.did-you-mean" else message("fields.use-one")
    known = listed(word.strip("'") for word in allowed)
    return told("fields.no-choice", value=shown(detail["input"]), known=known, cure=cure)


def _says(name: str) -> Callable[[ErrorDetails, Path, Any], Told]:
    def words(detail: ErrorDetails, _path: Path, _model: Any) -> Told:
        return told(name, value=shown(detail["input"]))

    return words


def _record(detail: ErrorDetails, path: Path, model: Any) -> Told:
    record = bare(type_at(model, path)) if path else model
    names = [f.name for f in fields_of(record) if f.required] if is_record(record) else []
    value = shown(detail["input"])
    if not names:
        return told("fields.no-pairs", value=value)
    return told("fields.no-record", value=value, names=listed(names, "and"))


def _short(detail: ErrorDetails, _path: Path, _model: Any) -> Told:
    least, value = detail["ctx"]["min_length"], shown(detail["input"])
    return (
        told("fields.empty", value=value)
        if least == 1
        else told("fields.too-short", value=value, least=least)
    )


def _few(detail: ErrorDetails, _path: Path, _model: Any) -> Told:
    context = detail["ctx"]
    return told("fields.too-few", number=context["actual_length"], least=context["min_length"])


def _other(detail: ErrorDetails, _path: Path, _model: Any) -> Told:
    """Return what has no message of its own in pydantic's words: none is known that a mission can cause."""
    text = detail["msg"][0].lower() + detail["msg"][1:]
    allowed = as_written(text.removeprefix("input ").replace("should be", "must be"))
    return told("fields.other", value=shown(detail["input"]), allowed=allowed)


_DATE = _says("fields.no-day")
_NUMBER = _says("fields.no-number")
_WHOLE = _says("fields.no-whole-number")
_TEXT = _says("fields.no-text")
_YES_NO = _says("fields.no-yes-or-no")
_LIST = _says("fields.no-list")
_PAIRS = _says("fields.no-pairs")
_WORDS: dict[str, Callable[[ErrorDetails, Path, Any], Told]] = {
    "cadre": _own,
    "extra_forbidden": _unknown,
    "missing": _missing,
    "greater_than_equal": _bound("fields.below", "ge"),
    "greater_than": _bound("fields.not-above", "gt"),
    "less_than_equal": _bound("fields.above", "le"),
    "less_than": _bound("fields.not-below", "lt"),
    "literal_error": _choice,
    "string_pattern_mismatch": _says("fields.no-id"),
    "string_too_long": _says("fields.too-long"),
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
    "too_long": _says("fields.too-many"),
}
