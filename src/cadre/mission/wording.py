"""Wording: what the model refuses, as messages: what was found, what is allowed, and the cure.

Takes one error of pydantic and the path it stands at, gives the three messages of a fault. The only place
that knows pydantic's names of errors.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from itertools import takewhile
from typing import Any

from pydantic_core import ErrorDetails

from cadre.messages import FaultText, as_written, fault_text, listed, message, quoted, readable
from cadre.mission.base import (
    LONGEST_SHOWN,
    did_you_mean,
    id_like,
    nearest,
    or_defined,
    or_removed,
    several_of,
    shown,
)
from cadre.mission.people import COUNTED
from cadre.mission.references import defined_under
from cadre.mission.shape import bare, choices_of, fields_of, is_record, kind_of, type_at
from cadre.mission.units import UNITS, rounded

Path = tuple[str, ...]


def worded(detail: ErrorDetails, path: Path, model: Any, data: Any = None) -> FaultText:
    """Say what an error of pydantic means.

    Parameters
    ----------
    detail : ErrorDetails
        One error.
    path : tuple of str
        Where it stands below the model, without the parts that only pydantic knows.
    model : type
        The type that was validated, for names of keys and help texts.
    data : any, optional
        The plain data of the mission, for the ids that are defined in it.
    """
    if detail["type"] == "string_pattern_mismatch":
        of_list = any(kind_of(type_at(model, at) or str) == "list" for at in (path, path[:-1]))
        return _no_id(str(detail["input"]), path, data, of_key="[key]" in detail["loc"], of_list=of_list)
    if detail["type"] == "extra_forbidden" and detail["input"] is None:
        return _torn_off(path, model, data) or _unknown(detail, path, model)
    return _WORDS.get(detail["type"], _other)(detail, path, model)


# ---- one function per kind of error


def _own(detail: ErrorDetails, _path: Path, _model: Any) -> FaultText:
    own: FaultText = detail["ctx"]["fault"]
    return own


def _unknown(detail: ErrorDetails, path: Path, model: Any) -> FaultText:
    record = type_at(model, path[:-1])
    names = [field.name for field in fields_of(record)] if record is not None and is_record(record) else []
    return fault_text("fields.unknown-key", key=quoted(path[-1]), cure=or_removed(path[-1], names))


def _torn_off(path: Path, model: Any, data: Any) -> FaultText | None:
    """Say what a word without a value is between brackets: one of a list or text that a comma parted.

    `{basis: A1, L1}` holds a key `L1`, and `{seats:12}` a key `seats:12`. None where it is neither.
    """
    for key in path[:-1]:
        data = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping):
        return None
    glued = _GLUED.fullmatch(path[-1])
    if glued and type_at(model, (*path[:-1], glued[1])) is not None:
        cure = message("fields.write-it", text=readable(f"{glued[1]}: {glued[2]}"))
        return fault_text("fields.unknown-key", key=quoted(path[-1]), cure=cure)
    written = torn(data, path[-1], lambda key: type_at(model, (*path[:-1], key)))
    cure = message("fields.write-it", text=readable(written))
    return fault_text("fields.unknown-key", key=quoted(path[-1]), cure=cure) if written else None


_GLUED = re.compile(r"([a-z_]+)\s*(?:[:=\uff1a]|->)\s*(\S.*)")
"""A key and its value without a space between them."""


def torn(record: Mapping[Any, Any], word: Any, type_of: Callable[[str], Any]) -> str:
    """Return how a text or list would be written whole that a comma parted; empty where it is none."""
    keys = list(record)
    first = at = keys.index(word)
    while first and record[keys[first]] is None and type_of(str(keys[first])) is None:
        first -= 1
    kind = kind_of(type_of(str(keys[first])) or bool)
    value = record[keys[first]]
    if first == at or kind not in ("list", "text") or not isinstance(value, str):
        return ""
    rest = [str(key) for key in keys[first + 1 :]]
    parts = [value, *takewhile(lambda key: record[key] is None and type_of(key) is None, rest)]
    whole = f"[{', '.join(parts)}]" if kind == "list" else f'"{", ".join(parts)}"'
    return f"{keys[first]}: {whole}"


def _no_id(word: str, path: Path, data: Any, *, of_key: bool, of_list: bool) -> FaultText:
    """Say what an id should be: one that is defined, or what somebody would make of the word."""
    where = defined_under(path if not of_key else (*path[:-1], "@"))
    known = _ids_at(data, where)
    near = nearest(word, known) if known else None
    several = several_of(word, known) if of_list else None
    if several is not None:
        cure = several
    elif near is not None:
        cure = message("faults.did-you-mean", near=quoted(near))
    elif where and known:
        cure = or_defined(word, known, ".".join(where))
    elif of_key and id_like(word) in _ids_at(data, path[:-1]):
        cure = message("fields.id-taken", id=id_like(word))
    else:
        cure = message("fields.rename-it", id=id_like(word) or "a-short-name")
    return fault_text("fields.no-id", value=shown(word), cure=cure)


def _ids_at(data: Any, where: Path) -> Mapping[str, Any] | list[str]:
    """Return the ids that are defined at a path of plain data, with what is defined."""
    for key in where:
        if key == "SITE" and isinstance(data, Mapping):
            data = {"facilities": {one: None for site in data.values() for one in _facilities(site)}}
        else:
            data = data.get(key) if isinstance(data, Mapping) else None
    if isinstance(data, Mapping) and where:
        counted: Mapping[str, Any] = dict.fromkeys(COUNTED) if where == ("support",) else {}
        return dict(counted) | {str(key): _Titled(of) for key, of in data.items()}
    return [str(one) for one in data] if isinstance(data, list) and where else []


def _facilities(site: Any) -> list[str]:
    kinds = site.get("facilities") if isinstance(site, Mapping) else None
    return [str(kind) for kind in kinds] if isinstance(kinds, Mapping) else []


class _Titled:
    """What is defined under an id, in plain data."""

    def __init__(self, of: Any) -> None:
        self.title = of.get("title", "") if isinstance(of, Mapping) else ""


def _missing(detail: ErrorDetails, path: Path, model: Any) -> FaultText:
    meaning = _help(model, path)
    if not meaning:
        return fault_text("fields.missing", key=path[-1])
    return fault_text("fields.missing-with-help", key=path[-1], help=f"{meaning[0].lower()}{meaning[1:]}")


def _bound(name: str, key: str) -> Callable[[ErrorDetails, Path, Any], FaultText]:
    def words(detail: ErrorDetails, path: Path, model: Any) -> FaultText:
        meaning, ends = _help(model, path), _ends(model, path)
        lowered = f"{meaning[0].lower()}{meaning[1:].split(';')[0]}" if meaning else ""
        cure = message("fields.set-it", help=lowered) if meaning else message("fields.within-bounds")
        if ends is not None:
            least, most = ends
            return fault_text(
                "fields.not-between", value=shown(detail["input"]), least=least, most=most, cure=cure
            )
        return fault_text(name, value=shown(detail["input"]), bound=_plain(detail["ctx"][key]), cure=cure)

    return words


def _plain(bound: float) -> int | float:
    """Return a bound as a whole number where it is one, since these are grouped."""
    return int(bound) if float(bound).is_integer() else float(bound)


def _ends(model: Any, path: Path) -> tuple[int | float, int | float] | None:
    """Return both bounds of the field at a path, where it has both and they may stand."""
    record = type_at(model, path[:-1]) if path else None
    if record is None or not is_record(record) or path[-1] not in bare(record).model_fields:
        return None
    ends: dict[str, float] = {}
    for mark in bare(record).model_fields[path[-1]].metadata:
        unit = getattr(getattr(mark, "func", None), "keywords", {}).get("unit")
        if unit is not None:
            ends.setdefault("le", UNITS[unit].greatest)
        ends |= {
            key: getattr(mark, key) for key in ("ge", "le", "gt") if getattr(mark, key, None) is not None
        }
    if "gt" in ends or not {"ge", "le"} <= ends.keys():
        return None
    return _plain(ends["ge"]), _plain(ends["le"])


def _help(model: Any, path: Path) -> str:
    """Return the help text of the field at a path, in English as the model has it; `""` where it has none."""
    record = type_at(model, path[:-1]) if path else None
    if record is None or not is_record(record):
        return ""
    return next((field.help for field in fields_of(record) if field.name == path[-1]), "")


_QUOTED = re.compile(r"'([^']*)'")
"""A word among those that pydantic expects: `'a', 'b' or 'c'`."""


def _choice(detail: ErrorDetails, path: Path, model: Any) -> FaultText:
    allowed = choices_of(type_at(model, path) or str) or _QUOTED.findall(detail["ctx"]["expected"])
    near = did_you_mean(str(detail["input"]), allowed)
    cure = near if near.name == "faults.did-you-mean" else message("fields.use-one")
    return fault_text("fields.no-choice", value=shown(detail["input"]), known=listed(allowed), cure=cure)


def _says(name: str) -> Callable[[ErrorDetails, Path, Any], FaultText]:
    def words(detail: ErrorDetails, _path: Path, _model: Any) -> FaultText:
        return fault_text(name, value=shown(detail["input"]))

    return words


def _record(detail: ErrorDetails, path: Path, model: Any) -> FaultText:
    record = bare(type_at(model, path)) if path else model
    names = [f.name for f in fields_of(record) if f.required] if is_record(record) else []
    value = shown(detail["input"])
    if not names:
        return fault_text("fields.no-pairs", value=value)
    return fault_text("fields.no-record", value=value, names=listed(names, "and"))


def _short(detail: ErrorDetails, _path: Path, _model: Any) -> FaultText:
    least, value = detail["ctx"]["min_length"], shown(detail["input"])
    return (
        fault_text("fields.empty", value=value)
        if least == 1
        else fault_text("fields.too-short", value=value, least=least)
    )


def _few(detail: ErrorDetails, _path: Path, _model: Any) -> FaultText:
    context = detail["ctx"]
    return fault_text("fields.too-few", number=context["actual_length"], least=context["min_length"])


def _other(detail: ErrorDetails, _path: Path, _model: Any) -> FaultText:
    """Return what has no message of its own in pydantic's words: none is known that a mission can cause."""
    text = detail["msg"][0].lower() + detail["msg"][1:]
    allowed = as_written(text.removeprefix("input ").replace("should be", "must be"))
    return fault_text("fields.other", value=shown(detail["input"]), allowed=allowed)


def _text(detail: ErrorDetails, _path: Path, _model: Any) -> FaultText:
    """Say that text must stand, and how what stands there becomes text."""
    value = detail["input"]
    if isinstance(value, list | tuple) and len(value) == 1 and isinstance(value[0], str):
        cure = message("fields.without-brackets", text=readable(value[0]), quoted=f'"[{readable(value[0])}]"')
        return fault_text("fields.no-text", value=f"[{readable(value[0])}]"[:LONGEST_SHOWN], cure=cure)
    if isinstance(value, bool | int | float):
        as_text = getattr(value, "text", str(value))
        as_text = ("yes" if value else "no") if isinstance(value, bool) else as_text
        cure = message("fields.in-quotes", text=f'"{as_text}"')
    else:
        cure = message("fields.write-text")
    return fault_text("fields.no-text", value=shown(value), cure=cure)


def _whole(detail: ErrorDetails, _path: Path, _model: Any) -> FaultText:
    value = detail["input"]
    if isinstance(value, float) and math.isfinite(value) and not value.is_integer():
        cure = message("fields.write-either", **rounded(value))
    else:
        cure = message("fields.write-whole")
    return fault_text("fields.no-whole-number", value=shown(value), cure=cure)


_DATE = _says("fields.no-day")
_NUMBER = _says("fields.no-number")
_WHOLE = _whole
_TEXT = _text
_YES_NO = _says("fields.no-yes-or-no")
_LIST = _says("fields.no-list")
_PAIRS = _says("fields.no-pairs")
_WORDS: dict[str, Callable[[ErrorDetails, Path, Any], FaultText]] = {
    "cadre": _own,
    "extra_forbidden": _unknown,
    "missing": _missing,
    "greater_than_equal": _bound("fields.below", "ge"),
    "greater_than": _bound("fields.not-above", "gt"),
    "less_than_equal": _bound("fields.above", "le"),
    "less_than": _bound("fields.not-below", "lt"),
    "literal_error": _choice,
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
