"""Shape: what the mission model says may stand at a path.

Takes a type of the model and a key, gives the type below it, its kind (text, number, quantity, list, ...) and
its help text. Tables, workbooks, templates and messages all ask here, so that the model stays the only place
where a field is described.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from cadre.mission.nations import Condition
from cadre.mission.people import Step
from cadre.mission.periods import Span
from cadre.mission.quantity import Dimension, Quantity
from cadre.mission.training import Need

Kind = Literal[
    "text",
    "number",
    "yes/no",
    "date",
    "choice",
    "quantity",
    "list",
    "pairs",
    "record",
    "table",
    "records",
    "anything",
]
"""What stands in a place: `pairs` maps to plain values, `table` to records; `records` is a list of them."""

_PLAIN: dict[Any, Kind] = {
    str: "text",
    bool: "yes/no",
    int: "number",
    float: "number",
    dt.date: "date",
    Any: "anything",
}
_ONE_WORD = (Condition, Need, Span)
"""Records that people write as one word or number."""


class Field(NamedTuple):
    """One field of a record: its name, type, help, the unit of a number, and what it is when left out."""

    name: str
    type: Any
    help: str
    required: bool
    unit: str
    default: Any = None


def bare(annotation: Any) -> Any:
    """Strip `Annotated` and `| None` from a type."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [part for part in get_args(annotation) if part is not type(None)]
        return bare(rest[0]) if len(rest) == 1 else annotation
    return annotation


def is_record(annotation: Any) -> bool:
    """Say whether a type is a record written as keys (a quantity or condition is not)."""
    stripped = bare(annotation)
    known = isinstance(stripped, type) and issubclass(stripped, BaseModel)
    return known and not issubclass(stripped, (Quantity, Step, *_ONE_WORD))


def kind_of(annotation: Any) -> Kind:  # noqa: PLR0911  (a list of cases)
    """Return the kind of a type."""
    stripped = bare(annotation)
    if is_record(stripped):
        return "record"
    if stripped in _PLAIN:
        return _PLAIN[stripped]
    if stripped is Quantity:
        return "quantity"
    if stripped is Step:
        return "pairs"
    origin = get_origin(stripped)
    if origin in (Union, types.UnionType):
        if set(get_args(stripped)) == {int, float}:
            return "number"
        return "anything" if float in get_args(stripped) else "text"
    if origin is Literal:
        return "choice"
    if origin is tuple:
        return "records" if is_record(get_args(stripped)[0]) else "list"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _kind_of_mapping(get_args(stripped)[1])
    return "text"


def _kind_of_mapping(inner: Any) -> Kind:
    if is_record(inner):
        return "table"
    return "anything" if bare(inner) is Any or kind_of(inner) in ("pairs", "list") else "pairs"


def inner(annotation: Any, key: str) -> Any:
    """Return the type below a key; None where the model has nothing there."""
    stripped = bare(annotation)
    if isinstance(stripped, type) and issubclass(stripped, BaseModel):
        field = stripped.model_fields.get(key)
        return None if field is None else field.annotation
    arguments = get_args(stripped)
    if get_origin(stripped) is tuple:
        return arguments[0]
    origin = get_origin(stripped)
    return arguments[1] if isinstance(origin, type) and issubclass(origin, Mapping) else None


def type_at(root: Any, path: tuple[str, ...]) -> Any:
    """Return the type at a path below a type; None where the model has nothing there."""
    here = root
    for key in path:
        here = inner(here, key) if here is not None else None
    return here


def fields_of(record: Any) -> Iterator[Field]:
    """Return the fields of a record in their order; those that are not written to a folder are left out."""
    for name, field in bare(record).model_fields.items():
        if field.exclude:
            continue
        marks = [*field.metadata, *_marks_in_union(field.annotation)]
        units = [unit for mark in marks if (unit := _unit_of(mark))]
        default = None if field.is_required() else field.get_default(call_default_factory=False)
        yield Field(
            name,
            field.annotation,
            field.description or "",
            field.is_required(),
            units[0] if units else "",
            default,
        )


def _marks_in_union(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from get_args(part)


def _unit_of(mark: Any) -> str:
    """Return the unit that a mark of a type tells of: of a quantity, or of what is counted."""
    if isinstance(mark, Dimension):
        return mark.unit
    read = mark.func if isinstance(mark, BeforeValidator) else None
    return str(read.keywords.get("unit", "")) if isinstance(read, partial) else ""


def columns_of(record: Any) -> dict[str, Field]:
    """Return the columns of a table by their headings; inner records are spread out, as in `seats.most`."""
    columns: dict[str, Field] = {}
    for field in fields_of(record):
        if kind_of(field.type) == "record":
            required = field.required
            for heading, inside in columns_of(field.type).items():
                columns[f"{field.name}.{heading}"] = inside._replace(required=required and inside.required)
        else:
            columns[field.name] = field
    return columns


def choices_of(annotation: Any) -> tuple[str, ...]:
    """Return the words that a choice allows."""
    return tuple(map(str, get_args(bare(annotation)))) if kind_of(annotation) == "choice" else ()
