"""A form offers what the mission has, holds a row for what is due, and is read as it was filled in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from cadre.errors import BadInput
from cadre.mission_files import read_mission
from cadre.timetable.plan import Serial, Timetable
from cadre.tracking.form import due, filled_in, form_bytes
from cadre.tracking.reading import read_records
from cadre.tracking.recording import record
from tests.tracking.by_hand import write_folder

BY = {"reported_by": "camp", "reported_on": "2020-05-04"}


def _timetable() -> Timetable:
    weeks = {"basic@camp/1": 1, "basic@camp/2": 8, "basic@camp/3": 12, "basic@camp/4": 16, "basic@camp/5": 40}
    return Timetable(tuple(Serial(key, "basic", "camp", w, w, 12, w) for key, w in weeks.items()))


def test_what_the_plan_has_and_nobody_reported_is_due(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    mission = read_mission(folder)
    found = due(mission, _timetable(), read_records(folder, mission), dt.date(2020, 5, 4))
    ends = {"serial": "basic@camp/2", "what": "ended"}
    begins = {"serial": "basic@camp/4", "what": "started", "course": "basic", "site": "camp"}
    assert [ends, begins] == found["serials"]


def test_a_form_comes_back_as_it_was_filled_in(tmp_path: Path) -> None:
    folder, file = write_folder(tmp_path / "m"), tmp_path / "form.xlsx"
    mission = read_mission(folder)
    records = read_records(folder, mission)
    rows = due(mission, _timetable(), records, dt.date(2020, 5, 4))
    file.write_bytes(form_bytes(mission, records, rows))
    book = openpyxl.load_workbook(file)
    sheet = book["serials"]
    at = {str(cell.value): number for number, cell in enumerate(sheet[1], 1)}
    assert ["basic@camp/2", "ended"] == [sheet.cell(3, at[name]).value for name in ("serial", "what")]
    sheet.cell(3, at["on"], dt.date(2020, 4, 10))
    sheet.cell(3, at["people"], 9)
    sheet.cell(3, at["passed"], 7)
    book.save(file)
    found = filled_in(file, mission, BY)
    assert {
        "serials": [
            BY | {"serial": "basic@camp/2", "what": "ended", "on": "2020-04-10", "people": "9", "passed": "7"}
        ]
    } == found
    made = record(folder, mission, found)
    assert (9, 7) == tuple(getattr(made.records.serials["serial-0007"], n) for n in ("people", "passed"))


def test_drop_downs_offer_choices_and_ids(tmp_path: Path) -> None:
    folder, file = write_folder(tmp_path / "m"), tmp_path / "form.xlsx"
    mission = read_mission(folder)
    file.write_bytes(form_bytes(mission, read_records(folder, mission), {}))
    book = openpyxl.load_workbook(file)
    lists = [[cell.value for cell in column if cell.value] for column in book["lists"].columns]
    for words in (["arrived", "departed"], ["camp", "staff"], [f"basic@camp/{n}" for n in (1, 2, 3)]):
        assert words in lists


def test_a_csv_file_of_no_table_is_told(tmp_path: Path) -> None:
    folder, file = write_folder(tmp_path / "m"), tmp_path / "serial.csv"
    file.write_text("on,serial\n2020-04-10,x\n", "utf-8")
    with pytest.raises(BadInput, match=r"the unknown table 'serial', .* did you mean 'serials'"):
        filled_in(file, read_mission(folder), BY)
