"""Offered: the words that a drop-down of a workbook offers for a column or a setting.

Choices, yes and no, and days of the week come from the type; ids from the list of references between the
parts of a mission (`cadre.mission.references`): those of another sheet are offered as they stand
there, so that the list grows while people write. What a list cannot say (ids of several tables, paths) is
offered as the mission has it when the workbook is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cadre import criteria
from cadre.mission.references import REFERENCES, Reference
from cadre.mission.shape import Field, choices_of, columns_of, inner, kind_of
from cadre.mission_files.sheets import (
    ID,
    INSIDE,
    PATH,
    VALUE,
    Plan,
    SetPlan,
    found_at,
    name_of,
    plans,
    settings_paths,
)
from cadre.mission_files.tree import Path
from cadre.packs import pack_names

YES_NO = ("yes", "no")
_BY_PATH = {
    ("mission", "pack"): pack_names,
    ("preferences", "order"): criteria.ids,
    ("preferences", "anchors", INSIDE): criteria.ids,
}
"""Words that neither a type nor a reference tells."""
_NOT_SET = ("cadre", "mandate", "ledger", "levers", "rules", "nothing")
"""Parts of a mission that no lever changes."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What a drop-down offers: fixed words, or the ids of a sheet; `only` where nothing else may stand."""

    words: tuple[str, ...] = ()
    sheet: str = ""
    only: bool = False


def offered_for(path: Path, field: Field, document: Mapping[str, Any]) -> Offered | None:
    """Return what is offered for a field.

    Parameters
    ----------
    path : tuple of str
        Of the field, `INSIDE` for ids of rows.
    field : Field
        From the model.
    document : mapping
        The mission as plain data.
    """
    kind = kind_of(field.type)
    if kind == "yes/no":
        return Offered(YES_NO, only=True)
    if choices_of(field.type):
        return Offered(choices_of(field.type), only=True)
    if kind == "list" and choices_of(inner(field.type, "0")):
        return Offered(choices_of(inner(field.type, "0")))
    if path in _BY_PATH:
        return Offered(_BY_PATH[path]())
    if field.name == "basis":
        return Offered(sheet="statements")
    reference = _references().get(path)
    return None if reference is None else _of_reference(reference, document)


@cache
def _references() -> dict[Path, Reference]:
    """Return the references by the path of the field that names something alone or in a list."""
    found = {}
    for reference in REFERENCES:
        keys = tuple(reference.pattern.split("."))
        if keys[-1] != "@":
            found[keys[:-1] if keys[-1] == INSIDE else keys] = reference
    return found


def _of_reference(reference: Reference, document: Mapping[str, Any]) -> Offered | None:
    if reference.what == "quantity":
        return Offered(tuple(paths_in(document, quantities=True)))
    if not isinstance(reference.defined, str):
        return None
    names = reference.defined.split(",")
    sheet = name_of(tuple(reference.defined.split(".")))
    plan = plans().get(sheet)
    if len(names) == 1 and not reference.words and isinstance(plan, Plan):
        return Offered(sheet=sheet)
    words = [*reference.words, *(key for name in names for key in _keys_at(document, tuple(name.split("."))))]
    return Offered(tuple(words)) if words else None


def _keys_at(document: Any, path: Path) -> list[str]:
    for key in path:
        document = document.get(key, {}) if isinstance(document, Mapping) else {}
    return list(map(str, document))


def paths_in(document: Mapping[str, Any], *, quantities: bool = False) -> Iterator[str]:
    """Return the paths that a lever may set, or those of quantities alone.

    Where a table has no rows yet its name stands for an id in capitals, as in `courses.COURSE.held`.
    """
    for path, field in settings_paths().items():
        if path.split(".")[0] not in _NOT_SET and (not quantities or kind_of(field.type) == "quantity"):
            yield path
    for plan in plans().values():
        if isinstance(plan, Plan) and plan.is_keyed and plan.path[0] not in _NOT_SET:
            for row in rows_at(document, plan):
                for name, field in plan.columns.items():
                    if not quantities or kind_of(field.type) == "quantity":
                        yield f"{row}.{name}"


def rows_at(document: Mapping[str, Any], plan: Plan) -> list[str]:
    """Return the paths of the rows of a table, or one with ids in capitals where there are none."""
    tables = found_at(document, plan.path)
    rows = [".".join((*path, str(key))) for path, table in tables for key in table]
    ids = iter((*plan.around, ID))
    capitals = [next(ids).upper() if key == INSIDE else key for key in plan.path]
    return rows or [".".join((*capitals, plan.name.rpartition(".")[2].upper().removesuffix("S")))]


def offered_in(plan: Plan | SetPlan, document: Mapping[str, Any]) -> dict[str, Offered]:
    """Return what is offered in each column of a sheet."""
    found: dict[str, Offered] = {}
    if isinstance(plan, SetPlan):
        found[PATH] = Offered(tuple(paths_in(document)))
        at = list(plan.path)
        records = []
        for number, (heading, record) in enumerate(plan.levels):
            at += [INSIDE] if heading else []
            records.append((tuple(at), record))
            at += [plan.inside[number]] if number < len(plan.inside) else []
        fields = [((*path, name), field) for path, r in records for name, field in columns_of(r).items()]
    else:
        found |= _owners(plan)
        within = (*plan.path, INSIDE)
        if plan.is_keyed and within in _BY_PATH:
            found[ID] = Offered(_BY_PATH[within]())
        fields = [((*within, *name.split(".")), field) for name, field in plan.columns.items()]
    for path, field in fields:
        heading = ".".join(path[len(plan.path) + 1 :]) if isinstance(plan, Plan) else path[-1]
        offered = offered_for(path, field, document)
        if offered is not None and heading in plan.headings and heading != VALUE:
            found.setdefault(heading, offered)
    return found


def _owners(plan: Plan) -> Iterator[tuple[str, Offered]]:
    depths = [depth for depth, key in enumerate(plan.path) if key == INSIDE]
    return (
        (heading, Offered(sheet=name_of(plan.path[:depth])))
        for heading, depth in zip(plan.around, depths, strict=True)
    )
