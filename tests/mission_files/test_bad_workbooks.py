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
    "less than nobody": (
        _changed(1, 3, -0.5),
        [
            "mission.xlsx:offers!D2: offers.first.people: found -0.5, must be a number of people from 0 to "
            "10,000,000; write a number within these bounds"
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
    "a title above the headings": (
        {"offers": [["Offers of July"], [], *OFFER_ROWS]},
        [
            "mission.xlsx:offers!A1: found 'Offers of July' above the headings in row 3, the headings must "
            "stand in the first row; remove the rows above them"
        ],
    ),
    "a title above the headings, and a slip in a row with empty cells": (
        {
            "offers": [
                ["Offers of July", "2019"],
                [],
                [*OFFER_ROWS[0], "late", "tour", "remarks"],
                [*OFFER_ROWS[1], None, "six", "by telephone"],
            ]
        },
        [
            "mission.xlsx:offers!A1: found 'Offers of July' above the headings in row 3, the headings must "
            "stand in the first row; remove the rows above them",
            "mission.xlsx:offers!I4: offers.first.tour: found 'six', must be a length of time such as 12 "
            "weeks, 18 months or 5 years, from 0 to 5,200 weeks; write a number, with its unit if you like",
        ],
    ),
    "no headings": (
        {"offers": OFFER_ROWS[1:]},
        [
            "mission.xlsx:offers!A1: found no heading that Cadre knows, must be headings such as id, party, "
            "role, people, begins, ends, state, honoured; write them in row 1"
        ],
    ),
    "a column that every row needs left out": (
        {"offers": [row[:3] + row[4:] for row in OFFER_ROWS]},
        ["mission.xlsx:offers!A1: found no column 'people', must be given; add a column people"],
    ),
    "one renamed heading above many rows": (
        {
            "offers": [["id", "party", "role", "Persons", *OFFER_ROWS[0][4:]]]
            + [[f"row-{n}", *OFFER_ROWS[1][1:]] for n in range(40)]
        },
        [
            "mission.xlsx:offers!D1: found the unknown column 'Persons', and no column people, must be a "
            "column that Cadre knows; rename it to people if it holds that, else remove it and add people"
        ],
    ),
    "cells under no heading": (
        {"offers": [[*OFFER_ROWS[0], "", "late"], [*OFFER_ROWS[1], "see mail", 2, "x"]]},
        [
            "mission.xlsx:offers!H2: found the cell 'see mail' under no heading, must stand under a heading; "
            "move it to a column called remarks or to a sheet called notes",
            "mission.xlsx:offers!J2: found the cell 'x' under no heading, must stand under a heading; "
            "move it to a column called remarks or to a sheet called notes",
        ],
    ),
    "a row of another that is not there": (
        {
            "offers": OFFER_ROWS,
            "projects": [["id", "title"], ["school", "A school"]],
            "projects.activities": [["project", "id", "weeks"], ["school", "plan", 4], ["shool", "build", 8]],
        },
        [
            "mission.xlsx:projects.activities!A3: found the unknown project 'shool', must be a row of the "
            "sheet projects; did you mean 'school'?"
        ],
    ),
    "a row of another that does not say which": (
        {
            "offers": OFFER_ROWS,
            "projects": [["id"], ["school"]],
            "projects.activities": [["project", "id", "weeks"], ["school", "plan", 4], ["", "build", 8]],
        },
        [
            "mission.xlsx:projects.activities!A3: found a row without a project, must say which project it "
            "belongs to; write its id in the column project"
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
        ["mission.xlsx:settings!A1: found the headings key, value, must be path and value; correct row 1"],
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


LEVER_HEADINGS = ["lever", "choice", "title", "path", "value", "short"]
LEVERS: dict[str, tuple[list[Any], str]] = {
    "a path without a value": (
        ["size", "small", "", "ceiling", "", ""],
        "levers!D2: found the path 'ceiling' without a value, must have a value; write it; null takes away "
        "what stands there",
    ),
    "a value without a path": (
        ["size", "small", "", "", 30, ""],
        "levers!E2: found a value without a path, must have a path; write it in the column path",
    ),
    "a choice without a lever": (
        ["", "small", "", "ceiling", 30, ""],
        "levers!A2: found a row without a lever, must say which lever it belongs to; write its id in the "
        "column lever",
    ),
    "a path of a lever": (
        ["size", "", "", "ceiling", 30, ""],
        "levers!D2: found a value under path in a row without a choice, must stand in a row that names one; "
        "write the id in the column choice",
    ),
    "a short form of a lever": (
        ["size", "", "", "", "", "s"],
        "levers!F2: found a value under short in a row without a choice, must stand in a row that names one; "
        "write the id in the column choice",
    ),
    "a second title": (
        ["size", "large", "many", "mission.horizon", 52, ""],
        "levers!C3: found a second title of 'size.choices.large', must stand once; remove one of the two",
    ),
    "a path twice": (
        ["size", "large", "", "ceiling", 30, ""],
        "levers!D3: found the path 'ceiling' a second time, must stand once; remove one of the two",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEVERS)
def test_a_mistake_in_the_sheet_of_levers_names_its_cell(tmp_path: Path, name: str) -> None:
    folder = write_folder(tmp_path)
    row, message = LEVERS[name]
    text = (folder / "mission.yaml").read_text("utf-8")
    (folder / "mission.yaml").write_text(text[: text.index("levers:")], "utf-8")
    rows = [LEVER_HEADINGS, row, ["size", "large", "most", "ceiling", 200, ""]]
    workbook(folder / "mission.xlsx", {"levers": rows})
    assert f"mission.xlsx:{message}" in said(folder)


def test_merged_cells_are_told(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    (folder / "offers.csv").unlink()
    with xlsxwriter.Workbook(str(folder / "mission.xlsx")) as book:
        sheet = book.add_worksheet("offers")
        for number, row in enumerate([*OFFER_ROWS, ["second", *OFFER_ROWS[1][1:]]]):
            sheet.write_row(number, 0, row)
        sheet.merge_range(1, 1, 2, 1, "ally")
        book.add_worksheet("notes").merge_range(0, 0, 0, 4, "of no concern")
    assert [
        "mission.xlsx:offers!B2: found the merged cells B2:B3, must be cells of their own; unmerge them, and "
        "write in each what it is to hold"
    ] == said(folder)


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
    name = "xl/worksheets/sheet2.xml"  # the first behind the instructions
    parts[name] = parts[name].replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    (tmp_path / "mission.xlsx").write_bytes(_zipped(parts))
    allowed = "must be within 200,000 rows and 500 columns; delete the rows and columns that hold nothing"
    assert [f"mission.xlsx:settings!XFD1048576: found a cell far out, {allowed}"] == said(tmp_path)
