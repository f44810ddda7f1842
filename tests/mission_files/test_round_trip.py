"""What is written reads back equal, and writing it again changes nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings

from cadre.mission import Mission
from cadre.mission.faults import faults_between
from cadre.mission_files import read_mission, write_mission
from tests.strategies import as_read, missions

ROOT = Path(__file__).parents[2]
Form = Literal["yaml", "excel"]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def assert_round_trip(mission: Mission, form: Form) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_mission(mission, folder, form)
        first = contents(folder)
        read = read_mission(folder)
        assert as_read(mission) == read
        write_mission(read, folder, form)
        assert first == contents(folder)


@settings(max_examples=12)
@given(missions())
def test_a_mission_reads_back_equal_from_yaml(mission: Mission) -> None:
    assert_round_trip(mission, "yaml")


@settings(max_examples=12)
@given(missions())
def test_a_mission_reads_back_equal_from_excel(mission: Mission) -> None:
    assert_round_trip(mission, "excel")


@pytest.mark.parametrize("form", ["yaml", "excel"])
@pytest.mark.parametrize("name", ["iraq-2018", "demining-school"])
def test_an_example_mission_reads_back_equal(name: str, form: Form) -> None:
    assert_round_trip(read_mission(ROOT / "missions" / name), form)


@settings(max_examples=20)
@given(missions())
def test_no_change_is_the_same_mission_and_a_document_reads_back_equal(mission: Mission) -> None:
    assert mission.changed({}) is mission
    assert mission == mission.changed({"mission.title": mission.mission.title})
    assert mission == Mission.model_validate(mission.document())


@settings(max_examples=20)
@given(missions())
def test_random_missions_are_sound(mission: Mission) -> None:
    assert faults_between(mission) == ()
