"""The command `roster`: on the terminal, in print, as a workbook, as a calendar file."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pypdf
import pytest
import vobject

from cadre.cli import run
from tests.missions.demining_records import FOLDER, PLAN, TODAY

Printed = pytest.CaptureFixture[str]
ROSTER = ["roster", str(FOLDER), str(PLAN), "--today", TODAY.isoformat()]


@pytest.mark.parametrize("more", [[], ["--person", "first-disposal#1/r2"], ["--language", "fr"]])
def test_a_roster_fits_eighty_columns(more: list[str], capsys: Printed) -> None:
    assert 0 == run([*ROSTER, *more])
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= 80
    assert "disposal-1-2@school/5" in printed
    assert "…" not in printed


def test_the_week_asked_for_is_told(capsys: Printed) -> None:
    assert 0 == run([*ROSTER, "--week", "2025-W32"])
    printed = capsys.readouterr().out
    assert "People, 2025-08-04 to 2025-08-10" in printed
    assert any(line.split()[:2] == ["first-adviser#1/r0", "leave"] for line in printed.splitlines())


@pytest.mark.parametrize(
    "more", [["--person", "nobody#1"], ["--site", "moon"], ["--week", "2025-32"], ["--out", "x.doc"]]
)
def test_what_is_not_there_is_refused(more: list[str], capsys: Printed) -> None:
    assert 2 == run([*ROSTER, *more])
    assert "" != capsys.readouterr().err


@pytest.mark.parametrize(
    ("week", "says"), [("2031-W01", "when the mission is over"), ("2024-W01", "before the mission begins")]
)
def test_a_week_outside_of_the_mission_is_told_as_such(week: str, says: str, capsys: Printed) -> None:
    assert 2 == run([*ROSTER, "--week", week])
    assert says in " ".join(capsys.readouterr().err.split())


def test_print_and_workbook_hold_people_classes_rooms_and_seats(tmp_path: Path) -> None:
    pdf, book = tmp_path / "roster.pdf", tmp_path / "roster.xlsx"
    assert 0 == run([*ROSTER, "--out", str(pdf)])
    text = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    for part in ("People, 2026-05-04", "Classes,", "Rooms,", "Seats of manual-demining@school/9"):
        assert part in text
    assert 0 == run([*ROSTER, "--out", str(book)])
    sheets = openpyxl.load_workbook(book).worksheets
    assert "People, 2026-05-04 to 2026-05-10" == sheets[0]["A1"].value
    assert "first-adviser#1/r2" in [row[0].value for row in sheets[0].iter_rows(min_row=3)]


def test_a_calendar_written_again_is_the_same_bytes_and_cancels_what_is_asked_for_no_longer(
    tmp_path: Path,
) -> None:
    out = tmp_path / "school.ics"
    assert 0 == run([*ROSTER, "--out", str(out)])
    first = out.read_bytes()
    assert 0 == run([*ROSTER, "--out", str(out)])
    assert first == out.read_bytes()
    assert 0 == run([*ROSTER, "--person", "first-adviser#1/r2", "--out", str(out)])
    states = [e.status.value for e in vobject.readOne(out.read_text("utf-8")).vevent_list]
    assert {"CONFIRMED", "CANCELLED"} == set(states)
