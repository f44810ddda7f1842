"""The command `report`: a month on one page."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from cadre.cli import run
from tests.missions.demining_records import FOLDER, PLAN, TODAY

Printed = pytest.CaptureFixture[str]
REPORT = ["report", str(FOLDER), str(PLAN), "--today", TODAY.isoformat()]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_report_fits_eighty_columns(language: str, capsys: Printed) -> None:
    assert 0 == run([*REPORT, "--language", language])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    assert any("A5, A3, A8" in line for line in lines)


def test_a_report_is_one_page_and_the_same_every_time(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    assert 0 == run([*REPORT, "--out", str(out)])
    first = out.read_bytes()
    (page,) = pypdf.PdfReader(out).pages
    text = " ".join(page.extract_text().split())
    for part in ("What it calls for", "What slips", "Second organisation has not reported for 158 days"):
        assert part in text
    assert 0 == run([*REPORT, "--out", str(out)])
    assert first == out.read_bytes()


def test_markdown_holds_the_same_and_nothing_that_people_wrote_is_markup(tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    assert 0 == run([*REPORT, "--out", str(out)])
    lines = out.read_text("utf-8").splitlines()
    assert "# Demining school, Vardan province: report of 2026-05-04" == lines[0]
    assert "## What slips" in lines
    assert "| manual demining | 9 | 7 | 2 | 124 | 71 |" in lines


@pytest.mark.parametrize("more", [["--out", "x.docx"], ["--since", TODAY.isoformat()], ["--since", "May"]])
def test_what_cannot_be_is_refused(more: list[str], capsys: Printed) -> None:
    assert 2 == run([*REPORT, *more])
    assert "" != capsys.readouterr().err
