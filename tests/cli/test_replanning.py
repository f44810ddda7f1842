"""The commands `replan` and `fits` as somebody at a terminal meets them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cadre.cli import run
from tests.mission_files.by_hand import MISSION, OFFERS, write_folder

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "school")


@pytest.fixture
def old(school: Path, tmp_path: Path, capsys: Printed) -> Path:
    assert 0 == run(["plan", str(school), "many.none", "--json"])
    file = tmp_path / "plan.json"
    file.write_text(capsys.readouterr().out, "utf-8")
    return file


def test_without_a_change_everything_stays(school: Path, old: Path, capsys: Printed) -> None:
    assert 0 == run(["replan", str(old), str(school)])
    printed = capsys.readouterr().out
    assert "serials stay in their week (100 %)" in printed
    assert "; " not in printed  # no move, no reason
    assert max(map(len, printed.splitlines())) <= 80


def test_an_offer_cut_short_is_told_with_what_it_moves(school: Path, old: Path, capsys: Printed) -> None:
    (school / "offers.csv").write_text(OFFERS.replace("2020-12-31", "2020-05-31"), "utf-8")
    assert 0 == run(["replan", str(old), str(school)])
    printed = capsys.readouterr().out
    assert "only until 31 May 2020" in printed
    assert "to dropped; " in printed
    assert max(map(len, printed.splitlines())) <= 80


def test_what_falls_without_pledges_is_told_by_post_and_by_serial(
    school: Path, old: Path, capsys: Printed
) -> None:
    """The one offer is a pledge of four trainers."""
    assert 0 == run(["plan", str(school), "many.none"])
    printed = " ".join(capsys.readouterr().out.split())
    (filled,) = re.findall(r"Posts: (\d+) of", printed)
    falls = f"If only confirmed people come, {filled} of these post-weeks stay empty, 0 of them critical."
    assert falls in printed
    assert 0 == run(["replan", str(old), str(school), "--firm", "--json"])
    made = json.loads(capsys.readouterr().out)
    assert {"where", "kind", "found", "matters", "cure"} == set(made["mission_warnings"][0])
    serials = [move["now"] for move in made["moves"] if move["kind"] == "serial"]
    assert {"replan.serial-dropped"} == {now["kind"] for now in serials}
    assert 0 == made["stay"]["serials"]["stay"]


def test_what_was_re_planned_can_be_re_planned(
    school: Path, old: Path, tmp_path: Path, capsys: Printed
) -> None:
    (school / "mission.yaml").write_text(MISSION.replace("weeks: 4\n", "weeks: 5\n"), "utf-8")
    assert 0 == run(["replan", str(old), str(school), "--json"])
    first = capsys.readouterr().out
    again = tmp_path / "again.json"
    again.write_text(first, "utf-8")
    assert 0 == run(["replan", str(again), str(school), "--json"])
    second = json.loads(capsys.readouterr().out)
    assert [] == second["moves"]
    assert json.loads(first)["timetable"]["serials"] == second["timetable"]["serials"]


def test_a_pin_is_kept_and_one_that_names_nothing_gets_code_2(
    school: Path, old: Path, capsys: Printed
) -> None:
    assert 0 == run(["replan", str(old), str(school), "--pin", "basic@camp/1", "--json"])
    assert [] == json.loads(capsys.readouterr().out)["moves"]
    assert 2 == run(["replan", str(old), str(school), "--pin", "basic@cmp/1"])
    assert "did you mean 'basic@camp/1" in capsys.readouterr().err


def test_a_plan_that_is_none_gets_code_2(school: Path, tmp_path: Path, capsys: Printed) -> None:
    assert 2 == run(["replan", str(tmp_path / "gone.json"), str(school)])
    assert "no such file" in capsys.readouterr().err


def test_the_places_of_a_serial_are_listed_where_it_stands_first(
    school: Path, old: Path, capsys: Printed
) -> None:
    assert 0 == run(["fits", str(school), "many.none", "basic@camp/1", "--old", str(old)])
    printed = capsys.readouterr().out
    assert " now " in printed
    assert max(map(len, printed.splitlines())) <= 80


def test_the_places_of_an_offer_are_data_where_data_is_asked_for(school: Path, capsys: Printed) -> None:
    assert 0 == run(["fits", str(school), "many.none", "first", "--json"])
    told = json.loads(capsys.readouterr().out)
    (place,) = told["places"]
    assert told["mission_warnings"]
    assert ("first", "camp", None) == (place["what"], place["fit"]["site"], place["fit"]["week"])


def test_a_place_is_asked_for_nobody(school: Path, old: Path, capsys: Printed) -> None:
    assert 2 == run(["fits", str(school), "many.none", "frist", "--old", str(old)])
    assert "did you mean 'first'" in capsys.readouterr().err
