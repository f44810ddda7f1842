"""What a reason is made of: figures with units, things with ids, days, other reasons.

Takes reasons, gives their fields with what each is, their figures with the unit of each, and plain data for
files; takes such data, gives the reasons back, and of older files, which held sentences, the sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


@dataclass(frozen=True)
class FigureUnit:
    """Marks a number: its unit, as `cadre.words.Formats.number` knows it. Shares are from 0 to 1.

    `of` names the field that holds the unit, where it differs from reason to reason.
    """

    unit: str
    of: str = ""


@dataclass(frozen=True)
class Thing:
    """Marks an id: the table of the mission that it stands in, `options`, or `choices` (`LEVER.CHOICE`).

    `inside` says that its title begins small, as inside a sentence.
    """

    table: str
    inside: bool = False


@dataclass(frozen=True)
class Joined:
    """Marks several: how a language joins them, as `all` (a, b and c), `any` (a, b or c) or `each` (a; b)."""

    how: str


Share = Annotated[float, FigureUnit("share")]
Points = Annotated[float, FigureUnit("points")]
Money = Annotated[float, FigureUnit("money")]
Years = Annotated[float, FigureUnit("years")]
Weeks = Annotated[float, FigureUnit("weeks")]
Posts = Annotated[float, FigureUnit("posts")]
People = Annotated[float, FigureUnit("people")]
PersonWeeks = Annotated[float, FigureUnit("person-weeks")]
PostWeeks = Annotated[float, FigureUnit("post-weeks")]
Week = Annotated[float, FigureUnit("week")]
"""A week of the mission, counted from its first day: 0 is the first."""
Serials = Annotated[float, FigureUnit("serials")]
Seats = Annotated[float, FigureUnit("number")]
Number = Annotated[float, FigureUnit("number")]
"""So many of what the words name."""
AsSaid = Annotated[float, FigureUnit("as said")]
"""A number that is shown as it was handed, of a unit that the words name."""
Units = Annotated[float, FigureUnit("units")]
Measured = Annotated[float, FigureUnit("", of="unit")]
"""A figure whose unit stands in the field `unit`."""

Capability = Annotated[str, Thing("capabilities")]
Competence = Annotated[str, Thing("competences")]
CourseId = Annotated[str, Thing("courses")]
Facility = Annotated[str, Thing("facilities")]
Site = Annotated[str, Thing("sites")]
Skill = Annotated[str, Thing("skills")]
Role = Annotated[str, Thing("roles")]
Offer = Annotated[str, Thing("offers")]
Party = Annotated[str, Thing("parties")]
Project = Annotated[str, Thing("projects")]
Lever = Annotated[str, Thing("levers")]
Choice = Annotated[str, Thing("choices")]
SkillInside = Annotated[str, Thing("skills", inside=True)]
FacilityInside = Annotated[str, Thing("facilities", inside=True)]
LeverInside = Annotated[str, Thing("levers", inside=True)]
PartyInside = Annotated[str, Thing("parties", inside=True)]
ShortChoice = Annotated[str, Thing("short choices")]
"""A choice by its short form."""
OptionId = Annotated[str, Thing("options")]
LineId = Annotated[str, Thing("lines")]
"""A line of the statement of requirements."""
HeldId = Annotated[str, Thing("serials")]
"""A serial, or an activity of a project: `PROJECT/ACTIVITY`."""
PersonId = Annotated[str, Thing("persons")]
CriterionId = Annotated[str, Thing("criteria", inside=True)]
"""A criterion of the program, which messages may choose by."""
Quantity = Annotated[str, Thing("quantities")]
"""The path of a quantity of the mission."""
EventId = Annotated[str, Thing("events", inside=True)]
Detail = Annotated[str, Thing("details")]
"""Something that could be learnt: as `cadre.decision.analysis.Information` names it."""
Written = Annotated[str, Thing("")]
"""Text of the planner, shown as it stands."""

Mark = FigureUnit | Thing | Joined


class Reason:
    """A reason: every kind is a frozen dataclass below this class, in a file named for its stage.

    Its message is `reasons-STAGE.NAME`, where NAME is the name of the class in lower case with hyphens.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        """Return how pydantic reads a reason from a file, and writes it."""
        from pydantic_core import core_schema  # noqa: PLC0415  (read where a file is)

        written = core_schema.plain_serializer_function_ser_schema(plain)
        return core_schema.no_info_plain_validator_function(from_plain, serialization=written)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema of a reason in a file: its kind, its fields, and what it says in words."""
        text = {"type": "string"}
        return {
            "description": "A reason: its kind, its figures, ids and days, and what it says in words.",
            "properties": {"kind": text, "text": text},
            "required": ["kind", "text"],
            "type": "object",
        }


class BrokenRule(Reason):
    """A rule that a plan breaks: told where the work stops, never in a brief: its figures need no labels."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A field of a reason: its name, its value (None where it does not hold), and its marks."""

    name: str
    value: Any
    marks: tuple[Mark, ...]

    @property
    def unit(self) -> str | None:
        """Unit of a figure, None of anything else."""
        return next((mark.unit for mark in self.marks if isinstance(mark, FigureUnit)), None)

    @property
    def table(self) -> str | None:
        """Table that an id stands in, None of anything that is no id."""
        return next((mark.table for mark in self.marks if isinstance(mark, Thing)), None)

    @property
    def inside(self) -> bool:
        """Whether a title stands inside a sentence."""
        return any(mark.inside for mark in self.marks if isinstance(mark, Thing))

    @property
    def joined(self) -> str:
        """How several are joined: `all` where nothing else is said."""
        return next((mark.how for mark in self.marks if isinstance(mark, Joined)), "all")


def items(reason: Reason) -> Iterator[Item]:
    """Return the fields of a reason in the order written."""
    for name, marks in _marks(type(reason)):  # type: ignore[arg-type]
        yield Item(name, getattr(reason, name), tuple(_with_unit(mark, reason) for mark in marks))


def _with_unit(mark: Mark, reason: Reason) -> Mark:
    """Return the mark of a figure with the unit that another field holds."""
    return FigureUnit(str(getattr(reason, mark.of))) if isinstance(mark, FigureUnit) and mark.of else mark


def kind(of: type[Reason]) -> str:
    """Return the name of a kind of reason: `programme.target-missed`."""
    return f"{of.__module__.rpartition('.')[2].replace('_', '-')}.{_hyphened(of.__name__)}"


def figures(reason: Reason) -> Iterator[tuple[str, float, str]]:
    """Return every figure of a reason and of those inside it: path, value, unit.

    A path is the names of fields joined by dots; of several reasons each has its place, from 1.
    """
    for path, _, item in held(reason):
        assert item.unit is not None
        yield path, float(item.value), item.unit


def held(reason: Reason, path: str = "") -> Iterator[tuple[str, Reason, Item]]:
    """Return every figure of a reason and of those inside it: path, the reason that holds it, its field."""
    for item in items(reason):
        here = f"{path}.{item.name}" if path else item.name
        if item.unit is not None and item.value is not None:
            yield here, reason, item
        elif isinstance(item.value, Reason):
            yield from held(item.value, here)
        elif isinstance(item.value, tuple):
            for place, one in enumerate(item.value, start=1):
                if isinstance(one, Reason):
                    yield from held(one, f"{here}.{place}")


def plain(reason: Reason) -> dict[str, Any]:
    """Return a reason as plain data for files: its kind and its fields; days as texts."""
    return {"kind": kind(type(reason))} | {item.name: _plain(_figure(item)) for item in items(reason)}


def _figure(item: Item) -> Any:
    """Return the value of a field; a figure is a float, as it is when it is read back."""
    return float(item.value) if item.unit is not None and isinstance(item.value, int) else item.value


def _plain(value: Any) -> Any:
    if isinstance(value, Reason):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _hyphened(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


@cache
def _marks(of: type[Reason]) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    hints = get_type_hints(of, include_extras=True)
    return tuple((field.name, tuple(_marks_in(hints[field.name]))) for field in fields(of))  # type: ignore[arg-type]


def _marks_in(hint: Any) -> Iterator[Mark]:
    """Return the marks of a type and of those inside it: of an optional, of a tuple."""
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        yield from (mark for mark in marks if isinstance(mark, FigureUnit | Thing | Joined))
        yield from _marks_in(inner)
    elif get_origin(hint) in (tuple, Union, UnionType):
        for part in get_args(hint):
            yield from _marks_in(part)


OLDER = "older.as-written"
"""Kind that stands for a sentence of an older file."""


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
        return _class_of(OLDER)(data)  # type: ignore[call-arg]
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
