"""Warnings of the mission stand in an annex of the brief and in study.json, and nowhere without any."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from cadre.brief.compose import compose, read
from cadre.brief.content import Table
from cadre.brief.data.study_json import study_json
from cadre.brief.data.study_schema import schema
from cadre.errors import MissionWarning, Place
from cadre.study import Study
from cadre.words import Language

WARNING = MissionWarning.about(
    Place("mission.yaml", 12, 3, path=("courses", "basic")), "warnings.no-pass-rate"
)


@pytest.fixture(scope="module")
def warned(study: Study) -> Study:
    return replace(study, mission_warnings=(WARNING,))


@pytest.mark.parametrize(
    ("language", "title", "found"),
    [
        ("en", "Warnings about the mission", "no pass rate"),
        ("fr", "Avertissements sur la mission", "aucun taux de réussite"),
    ],
)
def test_each_warning_is_a_row_of_the_last_annex_but_that_of_origins(
    warned: Study, language: Language, title: str, found: str
) -> None:
    section = compose(read(warned, language=language)).annexes[-2]
    (table,) = section.blocks
    assert isinstance(table, Table)
    ((place, what, *_),) = table.rows
    assert (title, ("mission.yaml:12:3: courses.basic",), (found,)) == (section.title, place, what)


def test_a_mission_of_which_nothing_is_odd_has_no_such_annex(study: Study) -> None:
    brief = compose(read(replace(study, mission_warnings=())))
    assert "warnings" not in {section.id for section in brief.annexes}


def test_study_json_holds_them_with_their_kind(warned: Study) -> None:
    data = json.loads(study_json(read(warned)))
    Draft202012Validator(schema()).validate(data)
    (one,) = data["mission_warnings"]
    assert ("no-pass-rate", "mission.yaml:12:3: courses.basic") == (one["kind"], one["where"])
    assert "nobody ever fails" in one["matters"]
