"""Workbooks are read by their used cells: as another reader reads them, within limits, or refused by cell."""

from __future__ import annotations

import datetime as dt
import io
import random
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from cadre.errors import BadInput
from cadre.mission_files.workbook_cells import Sheet, column_name, sheets_in

HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
MIB = 1 << 20
MEMORY_AT_MOST = 500
"""MiB of one process that reads a hostile workbook."""


def written(rows: list[list[Any]], formats: dict[tuple[int, int], str] | None = None) -> bytes:
    """Write a workbook of one sheet, with some number formats."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("offers")
        for row, line in enumerate(rows):
            for column, content in enumerate(line):
                code = (formats or {}).get((row, column))
                style = [book.add_format({"num_format": code})] if code else []
                sheet.write(row, column, content, *style)
    return stream.getvalue()


def with_sheet(cells: str, texts: str = "") -> bytes:
    """Give a workbook whose only sheet holds these rows as XML."""
    made = written([["x"]])
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = f"{HEAD}<sheetData>{cells}</sheetData></worksheet>".encode()
            if texts and name == "xl/sharedStrings.xml":
                part = f"<sst>{texts}</sst>".encode()
            new.writestr(name, part)
    return stream.getvalue()


def read(content: bytes) -> Sheet:
    return sheets_in(content, "m.xlsx", unless=lambda _: False)["offers"]


def said(content: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read(content)
    return str(refused.value)


# ---- what is read


def test_every_kind_of_content_is_read_as_another_reader_reads_it() -> None:
    rows: list[list[Any]] = [
        ["text", " with spaces ", "a\nb", "бірлік", "=no formula"[1:], "<&>"],
        [1, 2.5, -1e-9, 1e300, True, False],
        [dt.date(2020, 1, 6), dt.datetime(2020, 1, 6, 12, 30), dt.time(6, 0), 43_000, 0.5, 61],
    ]
    formats = {
        (2, 1): "yyyy-mm-dd hh:mm",
        (2, 2): "hh:mm",
        (2, 3): "d mmm yy",
        (2, 4): "[h]:mm",
        (2, 5): "0%",
    }
    content = written(rows, formats)
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    ours = read(content).cells
    for row, line in enumerate(theirs, start=1):
        for column, content_there in enumerate(line, start=1):
            mine = ours.get((row, column), "")
            if isinstance(content_there, dt.date) and not isinstance(content_there, dt.datetime):
                mine = mine.date() if isinstance(mine, dt.datetime) else mine
            assert content_there == mine, (row, column)


def test_random_workbooks_are_read_as_another_reader_reads_them() -> None:
    luck = random.Random(1)
    kinds = (lambda: luck.randint(-9, 10**6), luck.random, lambda: "t" * luck.randint(0, 5), lambda: None)
    for _ in range(20):
        rows = [[luck.choice(kinds)() for _ in range(luck.randint(0, 12))] for _ in range(30)]
        content = written([["head"], *rows])
        theirs = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        grid = theirs.to_python(skip_empty_area=False)
        expected = {
            (row, column): cell
            for row, line in enumerate(grid, start=1)
            for column, cell in enumerate(line, start=1)
            if cell != ""
        }
        assert expected == read(content).cells


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="b2"><v>1</v></c>', 1.0),
        ('<c r="B2" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r></is></c>', "two runs"),
        ('<c r="B2" t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh></is></c>', "東"),
        ('<c r="B2" t="str"><v>soft_x000B_break, _x005F_x000B_</v></c>', "soft\x0bbreak, _x000B_"),
        ('<c r="B2" t="d"><v>2020-01-06</v></c>', "2020-01-06"),
        ('<c/><c t="b"><v>1</v></c>', True),
    ],
)
def test_other_forms_of_a_cell(cell: str, expected: object) -> None:
    assert {(2, 2): expected} == read(with_sheet(f'<row r="2">{cell}</row>')).cells


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"date_1904": True}) as book:
        style = book.add_format({"num_format": "yyyy-mm-dd"})
        book.add_worksheet("offers").write_datetime(0, 0, dt.datetime(2020, 1, 6), style)
    assert {(1, 1): dt.datetime(2020, 1, 6)} == read(stream.getvalue()).cells


def test_formulas_and_errors_are_found() -> None:
    sheet = read(
        with_sheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#N/A</v></c></row>')
    )
    assert (["A1"], [("B1", "#N/A")]) == (sheet.formulas, sheet.errors)


# ---- what is refused, by its cell


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ('<row r="1"><c r="A99999999"><v>1</v></c></row>', "m.xlsx:offers!A99999999: found a cell far out"),
        ('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>', "m.xlsx:offers!ZZZZ1: found a cell far out"),
        ('<row r="99999999999"><c><v>1</v></c></row>', "m.xlsx:offers!A99999999999: found a cell far out"),
        ('<row r="0"><c r="A0"><v>1</v></c></row>', "m.xlsx:offers!A0: found a cell with an impossible name"),
        ('<row r="0"><c><v>1</v></c></row>', "m.xlsx:offers!A0: found a cell with an impossible name"),
        ('<row r="1"><c r="1A"><v>1</v></c></row>', "m.xlsx:offers!1A: found a cell with an impossible name"),
        (
            '<row r="1"><c r="B1" t="s"><v>999999</v></c></row>',
            "offers!B1: found a text that the workbook",
        ),
        (
            '<row r="1"><c r="B1" t="s"><v>-1</v></c></row>',
            "offers!B1: found a text that the workbook",
        ),
        ('<row r="1"><c r="B1" t="s"><v>x</v></c></row>', "offers!B1: found a text that the workbook"),
        (
            '<row r="1"><c r="B1"><v>one</v></c></row>',
            "m.xlsx:offers!B1: found a cell of numbers that holds none",
        ),
        (
            '<row r="1"><c r="B1"><v>1e999</v></c></row>',
            "m.xlsx:offers!B1: found a cell of numbers that holds none",
        ),
        (
            '<row r="1"><c r="B1"><v>nan</v></c></row>',
            "m.xlsx:offers!B1: found a cell of numbers that holds none",
        ),
        (
            '<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
            "offers!B1: found the same cell",
        ),
        ('<row r="x"><c><v>1</v></c></row>', "found a file that is no Excel workbook"),
        ('<row r="1"><c r="B1" s="99"><v>1</v></c></row>', "found a file that is no Excel workbook"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_by_name(cells: str, found: str) -> None:
    assert found in said(with_sheet(cells))


MEASURED = """
import re, sys, time
from pathlib import Path
from cadre.errors import BadInput
from cadre.mission_files import read_mission
began = time.process_time()
try:
    read_mission(Path(sys.argv[1]))
except BadInput as bad:
    print(*[line for line in str(bad).splitlines() if "xlsx" in line][:3])
status = Path("/proc/self/status").read_text()  # the most that getrusage tells was the parent's, before exec
most = re.search(r"VmHWM:\\s+([0-9]+)", status)[1]
print(int(most) // 1024, round(time.process_time() - began, 1))
"""
FAR = {
    "a stray value far down": '<row r="200000"><c r="Z200000"><v>1</v></c></row>',
    "a stray value in the last corner": '<row r="200000"><c r="SF200000"><v>1</v></c></row>',
    "a cell in each row, far right": "".join(
        f'<row r="{row}"><c r="SF{row}"><v>1</v></c></row>' for row in range(2, 60_001)
    ),
    "headings far out above many rows": '<row r="1"><c r="SF1"><v>1</v></c></row>'
    + "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(2, 50_001)),
    "many cells": "".join(f'<row r="{row}">{"<c><v>1</v></c>" * 5}</row>' for row in range(2, 60_002)),
}


@pytest.mark.parametrize("name", FAR)
def test_a_hostile_workbook_takes_little_memory_and_work(name: str, tmp_path: Path) -> None:
    (tmp_path / "mission.xlsx").write_bytes(with_sheet(FAR[name]))
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path)], capture_output=True, text=True, check=True
    )
    memory, _ = ran.stdout.split()[-2:]
    assert MEMORY_AT_MOST > int(memory), ran.stdout
    assert "mission.xlsx:offers" in ran.stdout


def test_too_many_cells_are_refused_with_the_first_one_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cadre.mission_files.workbook_cells.CELLS_AT_MOST", 2)
    cells = "".join(f'<c r="{column_name(column)}1"><v>1</v></c>' for column in (1, 2, 3))
    assert "m.xlsx:offers!C1: found one cell too many" in said(with_sheet(f'<row r="1">{cells}</row>'))


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cadre.mission_files.workbook_cells.TEXT_AT_MOST", 10)
    assert "found too many characters" in said(with_sheet("", f"<si><t>{'x' * 11}</t></si>"))


def test_a_mutated_workbook_is_read_or_refused() -> None:
    """Bytes of the parts are changed at random: nothing else is ever raised."""
    luck = random.Random(13)
    content = written([["id", "party"], ["a", 1], ["b", dt.date(2020, 1, 6)]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = [
        name for name in parts if "sheet1" in name or "shared" in name or "styles" in name or "rels" in name
    ]
    signs = b'0123456789ABZa<>/"= \xff'
    for _ in range(300):
        spoilt = dict(parts)
        name = luck.choice(xml)
        part = bytearray(spoilt[name])
        for _ in range(luck.randint(1, 3)):
            part[luck.randrange(len(part))] = luck.choice(signs)
        spoilt[name] = bytes(part)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for key, held in spoilt.items():
                archive.writestr(key, held)
        try:
            sheets_in(stream.getvalue(), "m.xlsx", unless=lambda _: False)
        except BadInput as refused:
            assert refused.faults  # noqa: PT017  (either end is right)
