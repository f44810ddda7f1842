"""The command `export` as somebody at a terminal meets it; tests/exchange look at what is in the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from cadre.cli import run
from cadre.cli.exchanging import FORMS
from tests.mission_files.by_hand import write_folder
from tests.missions.demining_records import FOLDER, PLAN, TODAY

Printed = pytest.CaptureFixture[str]


@pytest.mark.parametrize("form", [form for form in FORMS if form != "prov"])
def test_each_form_is_written_and_the_same_every_time(form: str, tmp_path: Path, capsys: Printed) -> None:
    out = tmp_path / f"out{FORMS[form]}"
    words = ["export", str(FOLDER), str(PLAN), "--as", form, "--out", str(out), "--today", TODAY.isoformat()]
    assert 0 == run(words)
    assert "Written to" in capsys.readouterr().out
    first = out.read_bytes()
    assert len(first) > 500
    assert 0 == run(words)
    assert first == out.read_bytes()


@pytest.mark.parametrize("form", ["", "excel"])
def test_a_form_that_is_none_is_refused_with_those_there_are(form: str, capsys: Printed) -> None:
    assert 2 == run(["export", str(FOLDER), str(PLAN), "--as", form])
    assert "oneroster" in capsys.readouterr().err


def test_a_chain_of_sources_needs_the_folder_of_a_brief(tmp_path: Path, capsys: Printed) -> None:
    assert 2 == run(["export", str(FOLDER), str(PLAN), "--as", "prov", "--out", str(tmp_path / "a.json")])
    assert "cadre: 1 fault found" in capsys.readouterr().err


def test_a_mission_without_records_is_rostered_reported_and_exported(tmp_path: Path, capsys: Printed) -> None:
    school = write_folder(tmp_path / "school")
    assert 0 == run(["plan", str(school), "many.none", "--json"])
    plan = tmp_path / "plan.json"
    plan.write_text(capsys.readouterr().out, "utf-8")
    day = ["--today", "2020-03-02"]
    for words in (["roster"], ["report"], ["roster", "--out", str(tmp_path / "a.pdf")]):
        assert 0 == run([words[0], str(school), str(plan), *words[1:], *day]), words
        assert max(map(len, capsys.readouterr().out.splitlines())) <= 80 + len(str(tmp_path))
    for form in FORMS.keys() - {"prov"}:
        out = str(tmp_path / form)
        assert 0 == run(["export", str(school), str(plan), "--as", form, "--out", out, *day]), form
