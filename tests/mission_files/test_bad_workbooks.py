"""Every mistake in a workbook gives its exact message with sheet and cell; a hostile file is noticed in "
"time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from cadre.mission_files import read_mission, write_mission
from tests.mission_files.by_hand import said, write_folder

Sheets = dict[str, list[list[Any]]]


def workbook(path: Path, sheets: Sheets) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)


OFFER_ROWS: list[list[Any]] = [
    ["id", "party", "role", "people", "begins", "ends", "state"],
    ["first", "ally", "trainer", 4, "2020-01-06", "2020-12-31", "pledged"],
]


def _changed(row: int, column: int, content: Any) -> Sheets:
    rows = [list(line) for line in OFFER_ROWS]
    rows[row][column] = content
    return {"offers": rows}


SHEETS: dict[str, tuple[Sheets, list[str]]] = {
    "formulas in place of numbers": (
        {
            "offers": [
                OFFER_ROWS[0],
                ["first", "ally", "trainer", "=2+2", "2020-01-06", "=TODAY()", "pledged"],
            ]
        },
        [
            "mission.xlsx:offers!D2: found a formula, must be a value; copy it and paste its value",
            "mission.xlsx:offers!F2: found a formula, must be a value; copy it and paste its value",
        ],
    ),
    "text for a number": (
        _changed(1, 3, "four"),
        [
            "mission.xlsx:offers!D2: offers.first.people: found 'four', must be a number of people from "
            "0 to 10,000,000; write a number, with its unit if you like"
        ],
    ),
    "half a person": (
        _changed(1, 3, 4.5),
        [
            "mission.xlsx:offers!D2: offers.first.people: found 4.5, must be a whole number of people; "
            "write 4 or 5"
        ],
    ),
    "an unknown party": (
        _changed(1, 1, "aly"),
        [
            "mission.xlsx:offers!B2: offers.first.party: found the unknown party 'aly', must be defined "
            "in the mission; did you "
            "mean 'ally'? If not, define it under parties"
        ],
    ),
    "an id twice": (
        {"offers": [*OFFER_ROWS, OFFER_ROWS[1]]},
        [
            "mission.xlsx:offers!A3: found the id 'first' a second time, must stand once; rename or "
            "remove one of the two"
        ],
    ),
    "an unknown column": (
        _changed(0, 3, "peple"),
        [
            "mission.xlsx:offers!D1: found the unknown column 'peple', must be a column that Cadre "
            "knows; did you mean 'people'?",
        ],
    ),
    "an unknown sheet": (
        {"ofers": OFFER_ROWS},
        [
            "mission.xlsx:ofers!A1: found the unknown sheet 'ofers', must be a sheet that Cadre knows; "
            "did you mean 'offers'?"
        ],
    ),
    "settings that stand elsewhere": (
        {
            "offers": OFFER_ROWS,
            "settings": [["path", "value"], ["ceiling", 20], ["ceiling", 30], ["headquarters", "camp"]],
        },
        [
            "mission.xlsx:settings!A3: found the path 'ceiling' a second time, must stand once; remove "
            "one of the two",
            "mission.yaml:26:1: headquarters: found headquarters both in mission.xlsx sheet settings and "
            "in mission.yaml, must "
            "stand in one place; remove it from mission.xlsx sheet settings or from mission.yaml",
        ],
    ),
    "settings with other headings": (
        {"offers": OFFER_ROWS, "settings": [["key", "value"], ["ceiling", 20]]},
        ["mission.xlsx:settings!A1: found the headings key, value, must be path and value; mend row 1"],
    ),
    "settings with a gap in a list": (
        {
            "offers": OFFER_ROWS,
            "settings": [["path", "value"], ["rules.0.because", "x"], ["rules.2.because", "y"]],
        },
        [
            "mission.xlsx:settings!A2: rules: found the items 0, 2, must be numbered 0, 1; number them "
            "from 0 without a gap"
        ],
    ),
    "settings in two ways": (
        {
            "offers": OFFER_ROWS,
            "settings": [["path", "value"], ["pauses", "{weeks: 1, per_year: 2}"], ["pauses.per_year", 1]],
        },
        [
            "mission.xlsx:settings!A3: found a value for 'pauses.per_year' and others inside it or "
            "around it, must stand in "
            "one way; remove one of the rows"
        ],
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_mistake_in_a_workbook_names_its_cell(tmp_path: Path, name: str) -> None:
    folder = write_folder(tmp_path)
    (folder / "offers.csv").unlink()
    sheets, messages = SHEETS[name]
    workbook(folder / "mission.xlsx", sheets)
    assert messages == said(folder)


def test_a_table_in_a_file_and_in_a_sheet_says_which_to_remove(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    workbook(folder / "mission.xlsx", {"offers": OFFER_ROWS})
    assert [
        "offers.csv:1:1: offers: found offers both in mission.xlsx sheet offers and in offers.csv, must "
        "stand in one place; "
        "remove it from mission.xlsx sheet offers or from offers.csv"
    ] == said(folder)


NO_WORKBOOK = [
    "mission.xlsx: found a file that is no Excel workbook, must be .xlsx; save it as an Excel workbook"
]


def _whole_workbook(folder: Path) -> dict[str, bytes]:
    """Give the parts of the workbook of the mission by hand."""
    mission = read_mission(write_folder(folder / "yaml"))
    write_mission(mission, folder / "excel", "excel")
    with zipfile.ZipFile(folder / "excel" / "mission.xlsx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_text_that_is_called_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "mission.xlsx").write_bytes(b"id,party\n")
    assert NO_WORKBOOK == said(tmp_path)


def test_a_zip_file_that_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "mission.xlsx").write_bytes(_zipped({"a.txt": b"x"}))
    assert NO_WORKBOOK == said(tmp_path)


def test_a_workbook_that_is_cut_short(tmp_path: Path) -> None:
    whole = _zipped(_whole_workbook(tmp_path / "made"))
    (tmp_path / "mission.xlsx").write_bytes(whole[: len(whole) // 2])
    assert NO_WORKBOOK == said(tmp_path)


def test_a_workbook_that_unpacks_to_very_much(tmp_path: Path) -> None:
    parts = _whole_workbook(tmp_path / "made") | {"xl/media/bomb": bytes(201_000_000)}
    (tmp_path / "mission.xlsx").write_bytes(_zipped(parts))
    allowed = "must be at most 200 MB unpacked; leave out what the mission does not need"
    assert [f"mission.xlsx: found a workbook that grows too large, {allowed}"] == said(tmp_path)


def test_a_workbook_with_entities_in_its_xml(tmp_path: Path) -> None:
    parts = _whole_workbook(tmp_path / "made")
    entities = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><workbook/>'
    (tmp_path / "mission.xlsx").write_bytes(_zipped(parts | {"xl/workbook.xml": entities}))
    cure = "save it anew with a spreadsheet program"
    assert [f"mission.xlsx: found a document type in its XML, must be a plain workbook; {cure}"] == said(
        tmp_path
    )


def test_a_workbook_with_a_cell_far_out(tmp_path: Path) -> None:
    parts = _whole_workbook(tmp_path / "made")
    name = "xl/worksheets/sheet2.xml"
    parts[name] = parts[name].replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    (tmp_path / "mission.xlsx").write_bytes(_zipped(parts))
    allowed = "must be within 200,000 rows and 500 columns; delete the rows and columns that hold nothing"
    assert [f"mission.xlsx:skills!XFD1048576: found a cell far out, {allowed}"] == said(tmp_path)
