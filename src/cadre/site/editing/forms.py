"""Forms of a mission's parts, made from the model's own descriptions of its fields.

Takes the document of a revision, gives the parts there are (the sheets of a workbook), their rows, and the
fields of one row with unit, help and what may stand there; takes what was typed, gives edits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from cadre.mission.base import id_like
from cadre.mission.shape import Field, choices_of, kind_of
from cadre.mission_files.offered import YES_NO, offered_for
from cadre.mission_files.sheets import INSIDE, Plan, found_at, plans, settings_paths
from cadre.mission_files.template import help_of, unit_text
from cadre.mission_files.tree import Path
from cadre.site.editing.cells import CellEdits, text_at, value_at

SETTINGS = "settings"
FORMAT = "cadre"
"""The version of the format: nobody changes it."""
APART = ("offers",)
"""Parts with a page of their own."""
TITLES, FEW = ("title", "says", "question", "about"), 3
LONG = 60
"""Characters from which a text has several lines."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form.

    Parameters
    ----------
    name : str
        Heading of its column, or path of the setting; the name of its input.
    path : tuple of str
        Where it stands.
    text : str
        What stands there.
    help, unit : str
        From the model.
    required : bool
        Whether it must be given.
    choices : tuple of str
        All that may stand there; empty where more may.
    offered : tuple of str
        What is offered besides.
    kind : str
        What stands there: `text`, `quantity`, `date`, ...
    """

    name: str
    path: Path
    text: str
    help: str
    unit: str
    required: bool
    choices: tuple[str, ...]
    offered: tuple[str, ...]
    kind: str

    @property
    def is_long(self) -> bool:
        """Whether it is shown on several lines."""
        return self.kind == "text" and len(self.text) > LONG


@dataclass(frozen=True, slots=True)
class PartRow:
    """A row of a part: its path, what it is called, and its title where it has one."""

    path: Path
    name: str
    title: str


def parts() -> tuple[Plan, ...]:
    """Return the parts that have forms, in the order of the model."""
    return tuple(plan for plan in plans().values() if isinstance(plan, Plan) and plan.name not in APART)


def part_named(name: str) -> Plan | None:
    """Return a part; None where there is none of that name."""
    return next((plan for plan in parts() if plan.name == name), None)


def rows_in(plan: Plan, document: Mapping[str, Any]) -> list[PartRow]:
    """Return the rows of a part."""
    found = []
    for table, held in found_at(document, plan.path):
        items = held.items() if plan.is_keyed else ((str(n), one) for n, one in enumerate(held))
        for key, record in items:
            path = (*table, str(key))
            ids = [
                part for part, pattern in zip(path, (*plan.path, INSIDE), strict=True) if pattern == INSIDE
            ]
            title = next((str(record[name]) for name in TITLES if record.get(name)), _first_of(record))
            found.append(PartRow(path, " / ".join(ids), title))
    return found


def _first_of(record: Mapping[str, Any]) -> str:
    """Return the first plain values of a row that has no title."""
    plain = (str(value) for value in record.values() if isinstance(value, str | int | float))
    return " · ".join(islice(plain, FEW))


def owners_in(plan: Plan, document: Mapping[str, Any]) -> list[Path]:
    """Return the tables that a new row may stand in: one, or one in each row around."""
    if INSIDE not in plan.path:
        return [plan.path]
    last = len(plan.path) - 1 - plan.path[::-1].index(INSIDE)
    around = found_at(document, plan.path[: last + 1])
    return [(*path, *plan.path[last + 1 :]) for path, _ in around]


def path_of_row(plan: Plan, text: str, document: Mapping[str, Any]) -> Path | None:
    """Return the path that an address names, where a row of the part stands there."""
    path = tuple(text.split("/"))
    fits = len(path) == len(plan.path) + 1 and all(
        pattern in (INSIDE, key) for pattern, key in zip(plan.path, path, strict=False)
    )
    if not fits or (not plan.is_keyed and not path[-1].isdecimal()):
        return None
    return path if value_at(document, path) is not None else None


def new_path(plan: Plan, owner: Path, key: str, document: Mapping[str, Any]) -> Path | None:
    """Return the path of a new row; None where its table is none, or its id is taken or none."""
    if owner not in owners_in(plan, document):
        return None
    held = value_at(document, owner) or {}
    if not plan.is_keyed:
        return (*owner, str(len(held)))
    made = id_like(key)
    return (*owner, made) if made and made == key.strip() and made not in held else None


def fields_of_row(plan: Plan, path: Path, document: Mapping[str, Any]) -> list[FormField]:
    """Return the fields of a row as they stand."""
    return [
        _field(name, (*path, *name.split(".")), (*plan.path, INSIDE, *name.split(".")), field, document)
        for name, field in plan.columns.items()
    ]


def groups_of_settings(document: Mapping[str, Any]) -> list[PartRow]:
    """Return what settings are of: the mission, its mandate, its tours, ..."""
    names = dict.fromkeys(path.split(".")[0] for path in settings_paths() if path != FORMAT)
    return [PartRow((name,), name.replace("_", " "), "") for name in names]


def fields_of_settings(group: str, document: Mapping[str, Any]) -> list[FormField]:
    """Return the fields of a group of settings as they stand."""
    return [
        _field(name, tuple(name.split(".")), tuple(name.split(".")), field, document)
        for name, field in settings_paths().items()
        if name.split(".")[0] == group and name != FORMAT
    ]


def _field(name: str, path: Path, pattern: Path, field: Field, document: Mapping[str, Any]) -> FormField:
    offered = offered_for(pattern, field, document)
    words = () if offered is None else offered.words or _ids_of(offered.sheet, document)
    kind = kind_of(field.type)
    choices = choices_of(field.type) or (YES_NO if kind == "yes/no" else ())
    return FormField(
        name,
        path,
        text_at(document, path),
        help_of(field),
        unit_text(field),
        field.required,
        choices,
        () if choices else tuple(words),
        kind,
    )


def _ids_of(sheet: str, document: Mapping[str, Any]) -> tuple[str, ...]:
    plan = plans().get(sheet)
    if not isinstance(plan, Plan) or not plan.is_keyed:
        return ()
    return tuple(key for _, table in found_at(document, plan.path) for key in table)


def edits_of(fields: list[FormField], typed: Mapping[str, str], new: Path | None = None) -> CellEdits:
    """Return what a form changes: the fields that say something else than they did."""
    cells = {
        field.path: text.strip()
        for field in fields
        if (text := typed.get(field.name)) is not None and _plain(text) != _plain(field.text)
    }
    return CellEdits(cells, (), (new,) if new is not None else ())


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
