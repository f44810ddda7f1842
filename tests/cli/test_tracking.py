"""The commands of the running mission, on the example with its invented records."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cadre.cli import run
from tests.missions.demining_records import FOLDER, PLAN, RECORDS, TODAY, invented

Printed = pytest.CaptureFixture[str]
STATUS = ["status", str(FOLDER), str(PLAN), "--today", TODAY.isoformat()]
HEADS = {
    "en": ["course", "site", "nation", "capability", "money to date", "Assumptions that no longer hold"],
    "fr": ["cours", "site", "nation", "capacité", "Hypothèses qui ne tiennent plus"],
}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "school"))


def test_the_invented_records_are_those_of_the_script_and_say_that_they_are_invented() -> None:
    texts = {file.name: file.read_text("utf-8") for file in RECORDS.glob("*.csv")}
    assert invented() == texts
    assert all(line.endswith(",invented") for text in texts.values() for line in text.splitlines()[1:])


@pytest.mark.parametrize("language", HEADS)
def test_status_fits_eighty_columns(language: str, capsys: Printed) -> None:
    assert 0 == run([*STATUS, "--language", language])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    for head in HEADS[language]:
        assert any(line.startswith(head) for line in lines), head
    assert not [line for line in lines if line.lstrip().startswith("%")]


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize("each", ["month", "quarter", "year"])
def test_indicators_fit_eighty_columns(each: str, language: str, capsys: Printed) -> None:
    assert 0 == run([*STATUS, "--indicators", each, "--language", language])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    own = [line for line in lines if line.startswith("manual demining")]
    assert {"month": 15, "quarter": 6, "year": 2}[each] == len(own)
    assert own[-1].split()[-1] == "71"


def test_status_tells_offers_by_state_and_signposts_with_their_decision(capsys: Printed) -> None:
    assert 0 == run(STATUS)
    printed = capsys.readouterr().out
    heads = next(line.split() for line in printed.splitlines() if line.startswith("offers: people"))
    assert ["confirmed", "arrived"] == heads[2:]
    told = printed.replace("\n  ", " ")
    assert "Signposts that have passed:" in told
    assert "7 were wanted. Decide whether the target stays" in told


def test_status_counts_what_the_records_hold(capsys: Printed) -> None:
    """Seven classes of deminers began, two were lost, and 71 passed after the correction."""
    assert 0 == run(STATUS)
    printed = capsys.readouterr().out
    words = next(line for line in printed.splitlines() if line.startswith("manual demining")).split()
    assert ["9", "7", "6", "2", "128", "71"] == [*words[2:7], words[8]]
    assert "Second organisation has not reported for 158 days." in printed
    assert "1 serial was lost: trainees were missing." in printed
    assert "closed 1 time\n  in 1 year," in printed


def test_status_as_data_says_what_no_longer_holds(capsys: Printed) -> None:
    assert 0 == run([*STATUS, "--json"])
    told = json.loads(capsys.readouterr().out)["told"]
    broken = {one["path"] for one in told if not one["holds"]}
    assert {"courses.manual-demining.passes", "projects.school.activities.rooms.weeks"} <= broken


def test_a_report_is_added_and_counts(school: Path, capsys: Printed) -> None:
    words = ["on=2026-05-04", "serial=manual-demining@school/9", "what=cancelled", "cause=rooms"]
    day = ["--by", "school", "--today", TODAY.isoformat()]
    assert 0 == run(["record", str(school), "serials", *words, *day])
    assert "serials: 1 record added (serial-0028)." in capsys.readouterr().out
    assert 0 == run(["status", str(school), str(PLAN), *STATUS[3:]])
    assert "1 serial was lost: rooms were missing." in capsys.readouterr().out


def test_a_report_that_contradicts_changes_nothing(school: Path, capsys: Printed) -> None:
    words = ["on=2026-05-04", "serial=manual-demining@school/1", "what=ended", "people=18", "passed=17"]
    before = (school / "records" / "serials.csv").read_bytes()
    assert 2 == run(["record", str(school), "serials", *words, "--by", "school", "--today", "2026-05-04"])
    assert "serials" in capsys.readouterr().err
    assert before == (school / "records" / "serials.csv").read_bytes()


def test_a_form_holds_what_is_due(school: Path, tmp_path: Path, capsys: Printed) -> None:
    form = tmp_path / "form.xlsx"
    of = ["--form", str(form), "--of", str(PLAN), "--today", TODAY.isoformat()]
    assert 0 == run(["record", str(school), *of])
    assert form.exists()
    assert "form.xlsx" in capsys.readouterr().out
    assert 0 == run(["record", str(school), "--from", str(form), "--by", "school", *of[-2:]])
    assert "Nothing was reported" in capsys.readouterr().out
