"""Every field of the model has its place in a workbook, with help and drop-downs; no list is kept by hand."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from openpyxl import Workbook, load_workbook
from pydantic import BaseModel

from cadre.mission import Mission
from cadre.mission.nations import Condition
from cadre.mission.people import Step
from cadre.mission.periods import Span
from cadre.mission.quantity import Quantity
from cadre.mission.references import REFERENCES
from cadre.mission.training import Need
from cadre.mission_files.headings import HELP
from cadre.mission_files.offered import offered_for
from cadre.mission_files.sheets import Plan, SetPlan, plans, settings_paths
from cadre.mission_files.writing import template_bytes

IN_ONE_CELL = (Quantity, Condition, Need, Step, Span)
"""Records that are written in one cell."""


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Give the records that a type is made of, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not issubclass(annotation, IN_ONE_CELL):
            yield annotation
        return
    for part in get_args(annotation):
        yield from models_in(part)


def leaves(record: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Give the path of every field that holds no records, `*` for what is repeated: a walk of its own."""
    for name, field in record.model_fields.items():
        if field.exclude:
            continue
        inner = list(models_in(field.annotation))
        if not inner:
            yield (*path, name)
        alone = isinstance(field.annotation, type) or get_origin(field.annotation) in (Union, UnionType)
        for model in inner:
            yield from leaves(model, (*path, name, *(() if alone else ("*",))))


@cache
def template() -> Workbook:
    return load_workbook(io.BytesIO(template_bytes()))


def headings(sheet: str) -> list[str]:
    return [str(cell.value) for cell in template()[sheet][1] if cell.value is not None]


@cache
def places() -> frozenset[tuple[str, ...]]:
    """Give the path of every cell that the empty workbook has a place for, by its headings and paths."""
    found = {tuple(str(cell.value).split(".")) for (cell,) in template()["settings"].iter_rows(3, max_col=1)}
    for plan in plans().values():
        names = headings(plan.name)
        if isinstance(plan, SetPlan):
            at = list(plan.path)
            for number, (heading, record) in enumerate(plan.levels):
                at += ["*"] if heading else []
                found |= {(*at, name) for name in record.model_fields if name in names}
                found |= {(*at, plan.paths)} if "path" in names and "value" in names else set()
                at += [plan.inside[number]] if number < len(plan.inside) else []
        else:
            found |= {(*plan.path, "*", *name.split(".")) for name in names}
    return frozenset(found)


@pytest.mark.parametrize("path", sorted(leaves(Mission)), ids=".".join)
def test_a_field_of_the_model_has_a_place_in_the_workbook(path: tuple[str, ...]) -> None:
    assert path in places()


def test_a_field_that_no_sheet_knows_would_be_noticed() -> None:
    class More(Mission):
        quite_new: str = ""

    assert {("quite_new",)} == set(leaves(More)) - set(leaves(Mission))
    assert ("quite_new",) not in places()
    assert len(set(leaves(Mission))) > 150


@pytest.mark.parametrize("name", [*plans(), "settings"])
def test_a_sheet_has_headings_help_and_a_frozen_head(name: str) -> None:
    sheet = template()[name]
    assert len(set(headings(name))) == len(headings(name))
    for number, cell in enumerate(sheet[2][: len(headings(name))]):
        assert len(str(cell.value)) > len(HELP)
        assert (number == 0) is str(cell.value).startswith(HELP)
        assert cell.alignment.wrap_text
    assert str(sheet.freeze_panes).endswith("3")
    assert 31 >= len(name)


def test_settings_say_unit_and_help_of_each_path() -> None:
    rows = {str(row[0].value): row for row in template()["settings"].iter_rows(3, max_col=4)}
    assert set(settings_paths()) == set(rows)
    assert ["mission.horizon", None, "weeks"] == [cell.value for cell in rows["mission.horizon"][:3]]
    assert "Must be given" in str(rows["mission.horizon"][3].value)
    assert "Left out: 104" in str(rows["mission.looks_beyond_exit"][3].value)
    assert "Must be given" not in str(rows["pauses.per_year"][3].value)


def dropped(sheet: str, heading: str) -> str:
    """Give what the drop-down of a column reads."""
    column = template()[sheet].cell(3, headings(sheet).index(heading) + 1)
    rules = template()[sheet].data_validations.dataValidation
    return next((str(rule.formula1) for rule in rules if column.coordinate in rule.sqref), "")


def pattern_of(reference: str) -> tuple[str, ...]:
    return tuple(reference.removesuffix(".*").split("."))


IDS = [one for one in REFERENCES if isinstance(one.defined, str) and "," not in one.defined and not one.words]
OF_ROWS = [one for one in IDS if one.defined not in ("ranks", "levers") and "@" not in one.pattern]


@pytest.mark.parametrize("reference", OF_ROWS, ids=lambda one: one.pattern)
def test_an_id_of_another_sheet_is_offered_as_it_stands_there(reference: Any) -> None:
    path, sheet = pattern_of(reference.pattern), reference.defined.removeprefix("ledger.")
    if ".".join(path) in settings_paths():
        offered = offered_for(path, settings_paths()[".".join(path)], {})
        assert sheet == getattr(offered, "sheet", None)
        return
    holders = [plan for plan in plans().values() if path[: len(plan.path)] == plan.path]
    plan = max(holders, key=lambda one: len(one.path))
    heading = ".".join(path[len(plan.path) + 1 :]) if isinstance(plan, Plan) else path[-1]
    assert dropped(plan.name, heading).startswith(f"OFFSET('{sheet}'!$A$3,")


def test_choices_yes_and_no_and_paths_are_offered() -> None:
    lists = template()["lists"]
    for sheet, heading, words in (
        ("offers", "state", {"indicated", "pledged", "confirmed", "arrived"}),
        ("courses", "held", {"yes", "no"}),
        ("statements", "credibility", {"1", "6"}),
        ("levers", "path", {"ceiling", "mission.horizon", "courses.COURSE.held", "support.SUPPORT.ratio"}),
        ("mandate.open", "quantity", {"recruits.RECRUIT.a_year", "sites.SITE.opens"}),
        ("settings", "path", {"mission.title", "tours.weeks"}),
    ):
        match = re.fullmatch(r"=?lists!\$(\w+)\$1:\$\w+\$(\d+)", dropped(sheet, heading))
        assert match is not None, (sheet, heading)
        offered = {str(lists[f"{match[1]}{row}"].value) for row in range(1, int(match[2]) + 1)}
        assert words <= offered
    assert lists.sheet_state == "hidden"
