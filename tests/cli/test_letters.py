"""Letters of the last brief or screening, options to be shown, and options compared alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cadre.cli import run
from cadre.cli.letters import keep_letters, option_of
from tests.mission_files.by_hand import write_folder

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_folder(tmp_path / "school")


def test_a_letter_means_the_option_of_the_last_screening(school: Path, capsys: Printed) -> None:
    assert 0 == run(["options", str(school), "--jobs", "1", "--show", "people=many, command=none"])
    printed = capsys.readouterr().out
    letter = next(line.split()[0] for line in printed.splitlines() if " many.none " in line)
    assert "many.none" == option_of(school, letter)
    assert 0 == run(["plan", str(school), letter, "--json"])
    assert "many.none" == json.loads(capsys.readouterr().out)["option"]
    assert 0 == run(
        ["compare", str(school), "--options", f"{letter},0", "--replications", "20", "--jobs", "1"]
    )
    printed = capsys.readouterr().out
    assert "many.none and nothing differ in people (many / –) and command (none / –)." in printed
    assert all(len(line) <= 80 for line in printed.splitlines())


def test_a_letter_is_refused_where_no_brief_and_no_screening_is_known(school: Path, capsys: Printed) -> None:
    assert 2 == run(["plan", str(school), "B"])
    assert "found the letter B, must be a letter of a brief or a screening" in capsys.readouterr().err


def test_a_letter_that_the_last_one_has_not_is_refused_with_those_it_has(
    school: Path, capsys: Printed
) -> None:
    keep_letters(school, ["nothing", "few.none"])
    assert 2 == run(["why", str(school), "Q"])
    assert (
        "found the letter Q, must be a letter of the last brief or screening; use 0 or A"
        in capsys.readouterr().err
    )


def test_letters_of_another_mission_of_that_name_are_not_taken(school: Path, tmp_path: Path) -> None:
    keep_letters(school, ["nothing", "few.none"])
    other = write_folder(tmp_path / "elsewhere" / "school")
    with pytest.raises(Exception, match="letter"):
        option_of(other, "A")


def test_the_letters_of_a_brief_that_is_named_go_before_those_of_the_last(
    school: Path, tmp_path: Path
) -> None:
    keep_letters(school, ["nothing", "few.none"])
    brief = tmp_path / "brief"
    brief.mkdir()
    options = [{"letter": "0", "id": "nothing"}, {"letter": "A", "id": "many.lead"}]
    (brief / "study.json").write_text(json.dumps({"options": options}))
    assert ("many.lead", "few.none") == (option_of(school, "A", brief), option_of(school, "A"))


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("people=lots", "unknown choice 'lots'"),
        ("peeple=few", "unknown lever 'peeple'"),
        ("few.led", "which is no option"),
    ],
)
def test_an_option_to_be_shown_that_is_not_there_is_refused(
    school: Path, capsys: Printed, shown: str, told: str
) -> None:
    assert 2 == run(["options", str(school), "--show", shown])
    assert told in capsys.readouterr().err
