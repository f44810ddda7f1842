"""Sheets: which sheet of a workbook holds which part of a mission, worked out from the model alone.

Every table and list of the model has a sheet of its own, named by its path (`offers`, `mandate.elements`,
`projects.activities`; parts of the ledger by their own name). Tables inside the rows of another have a column
that names the row they belong to. What only sets values at paths (levers and their choices, doing nothing)
has a sheet with `path` and `value`. Everything else is a row of the sheet `settings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from cadre.mission import Mission
from cadre.mission.shape import Field, bare, columns_of, fields_of, inner, is_record, kind_of
from cadre.mission_files.tree import Path

ID, REMARKS, PATH, VALUE = "id", "remarks", "path", "value"
INSIDE = "*"
"""Stands in a path for the id of any row."""
_LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class Plan:
    """A sheet for a table or list.

    Parameters
    ----------
    name : str
        Of the sheet.
    path : tuple of str
        Where it stands in the mission; `INSIDE` for the ids of the rows around it.
    row : type
        Of one row.
    around : tuple of str
        Headings of the columns that name the rows around it.
    is_keyed : bool
        Whether rows have an id; those of a list have none.
    columns : dict of str to Field
        Of the row itself, without tables that have a sheet of their own.
    help : str
        What it holds.
    """

    name: str
    path: Path
    row: Any
    around: tuple[str, ...]
    is_keyed: bool
    columns: Mapping[str, Field]
    help: str

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings in their order."""
        return (*self.around, *((ID,) if self.is_keyed else ()), *self.columns, REMARKS)


@dataclass(frozen=True, slots=True)
class SetPlan:
    """A sheet for what sets values at paths: rows of one thing, one for each path.

    Parameters
    ----------
    levels : tuple of (str, type)
        Heading of the id and type of the records, from the outermost; a heading of `""` where there is but
        one record.
    paths : str
        Field of the innermost record that holds the values by path.
    inside : tuple of str
        Field of each outer record that holds the next ones.
    """

    name: str
    path: Path
    levels: tuple[tuple[str, Any], ...]
    inside: tuple[str, ...]
    paths: str
    help: str

    @property
    def around(self) -> tuple[str, ...]:
        """Headings of the ids."""
        return tuple(heading for heading, _ in self.levels if heading)

    @property
    def columns(self) -> dict[str, Field]:
        """Fields of all levels by their headings: the title before path and value, the rest behind."""
        found: dict[str, Field] = {}
        for heading, record in self.levels:
            for name, field in columns_of(record).items():
                known = found.get(name)
                if known is not None and known.help != field.help:
                    found[name] = known._replace(
                        help=f"{known.help}. In a row with a {heading}: {field.help}"
                    )
                elif known is None and name not in (*self.inside, self.paths):
                    found[name] = field
        return found

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings in their order."""
        first, *rest = self.columns
        return (*self.around, first, PATH, VALUE, *rest, REMARKS)


@cache
def plans() -> dict[str, Plan | SetPlan]:
    """Return every sheet of a workbook besides `settings`, by name, in the order of the model."""
    found = list(_walked(Mission, (), ()))
    return {plan.name: plan for plan in found}


def _walked(record: Any, path: Path, around: tuple[str, ...]) -> Iterator[Plan | SetPlan]:
    for field in fields_of(record):
        here = (*path, field.name)
        kind = kind_of(field.type)
        if kind == "record" and paths_of(field.type):
            yield SetPlan(name_of(here), here, (("", field.type),), (), paths_of(field.type), field.help)
        elif kind == "record":
            yield from _walked(field.type, here, around)
        elif kind == "table" and _sets_inside(inner(field.type, "")):
            yield _set_plan(field, here)
        elif kind in ("table", "records"):
            yield from _tables(field, here, around)


def _tables(field: Field, here: Path, around: tuple[str, ...]) -> Iterator[Plan]:
    row, is_keyed = inner(field.type, "0"), kind_of(field.type) == "table"
    own = {name: f for name, f in columns_of(row).items() if not (is_keyed and has_sheet(f))}
    yield Plan(name_of(here), here, row, around, is_keyed, own, field.help)
    if is_keyed:
        within = (*around, _one_of(field.name, columns_of(row)))
        for plan in _walked(row, (*here, INSIDE), within):
            assert isinstance(plan, Plan), plan
            yield plan


def has_sheet(field: Field) -> bool:
    """Say whether a field of a row with an id has a sheet of its own."""
    return kind_of(field.type) in ("table", "records")


def _set_plan(field: Field, here: Path) -> SetPlan:
    outer = inner(field.type, "")
    name = _sets_inside(outer)
    choice = inner(inner(outer, name), "")
    levels = ((_one_of(field.name, {}), outer), (_one_of(name, {}), choice))
    return SetPlan(name_of(here), here, levels, (name,), paths_of(choice), field.help)


def paths_of(record: Any) -> str:
    """Return the field of a record that holds any values by path; empty where there is none."""
    return next((field.name for field in fields_of(record) if _is_free(field.type)), "")


def _is_free(annotation: Any) -> bool:
    origin, arguments = get_origin(bare(annotation)), get_args(bare(annotation))
    return isinstance(origin, type) and issubclass(origin, Mapping) and arguments[1] is Any


def _sets_inside(record: Any) -> str:
    """Return the field whose records set values at paths; empty where there is none."""
    tables = (f for f in fields_of(record) if kind_of(f.type) == "table")
    return next((f.name for f in tables if paths_of(inner(f.type, ""))), "")


def name_of(path: Path) -> str:
    """Return the name of the sheet for a path."""
    keys = [key for key in path if key != INSIDE]
    return ".".join(keys[1:] if keys[0] == _LEDGER else keys)


def _one_of(table: str, taken: Mapping[str, Field]) -> str:
    """Return the heading for one row of a table: `project`; the table's name where that is taken."""
    one = f"{table[:-3]}y" if table.endswith("ies") else table.removesuffix("s")
    return table if one in taken else one


def found_at(document: Any, pattern: Path) -> list[tuple[Path, Any]]:
    """Return what stands at the places of plain data that a path with `INSIDE` leads to."""
    found: list[tuple[Path, Any]] = [((), document)]
    for key in pattern:
        inside = [(path, node) for path, node in found if isinstance(node, Mapping)]
        if key == INSIDE:
            found = [((*path, str(k)), child) for path, node in inside for k, child in node.items()]
        else:
            found = [((*path, key), node[key]) for path, node in inside if key in node]
    return found


@cache
def settings_paths() -> dict[str, Field]:
    """Return every path of the sheet `settings` with its field, in the order of the model."""
    return dict(_settings(Mission, (), required=True))


def _settings(record: Any, path: Path, *, required: bool) -> Iterator[tuple[str, Field]]:
    for field in fields_of(record):
        here, needed = (*path, field.name), required and field.required
        if is_record(field.type) and not paths_of(field.type):
            yield from _settings(field.type, here, required=needed)
        elif not is_record(field.type) and not has_sheet(field):
            yield ".".join(here), field._replace(required=needed)
