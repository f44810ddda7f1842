"""Hidden and filtered rows, hidden columns and sheets of a workbook count, and are told by name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from cadre.mission_files import read_folder
from cadre.words.saying import said
from tests.mission_files.by_hand import write_folder

HEAD = ["id", "party", "role", "people", "begins", "ends", "state"]


def folder_with(made: Path, rows: int) -> tuple[Path, Workbook, Worksheet]:
    """Begin a folder whose offers stand in a workbook."""
    folder = write_folder(made)
    (folder / "offers.csv").unlink()
    book = xlsxwriter.Workbook(str(folder / "mission.xlsx"))
    sheet = book.add_worksheet("offers")
    sheet.write_row(0, 0, HEAD)
    for n in range(rows):
        sheet.write_row(n + 1, 0, [f"o{n}", "ally", "trainer", 1, "2020-01-06", "2020-12-31", "pledged"])
    return folder, book, sheet


def hidden(folder: Path) -> list[str]:
    """Give what is said of hidden parts, with its cell."""
    return [
        f"{w.where.cell}: {said(w.found)}"
        for w in read_folder(folder).warnings
        if w.kind.startswith("warnings.hidden")
    ]


def test_filtered_and_hidden_rows_are_named_in_runs(tmp_path: Path) -> None:
    folder, book, sheet = folder_with(tmp_path, 8)
    for row in (2, 4, 5, 6):
        sheet.set_row(row, None, None, {"hidden": True})
    sheet.set_row(40, None, None, {"hidden": True})
    book.close()
    assert ["offers!A3: the hidden rows 3, 5-7, with contents"] == hidden(folder)
    assert 8 == len(read_folder(folder).mission.offers)


def test_rows_without_height_and_columns_without_width_are_hidden(tmp_path: Path) -> None:
    folder, book, sheet = folder_with(tmp_path, 2)
    sheet.set_row(1, 0)
    sheet.set_column(3, 3, None, None, {"hidden": True})
    sheet.set_column(30, 40, None, None, {"hidden": True})
    book.close()
    assert [
        "offers!A2: the hidden row 2, with contents",
        "offers!D1: the hidden column D, with contents",
    ] == hidden(folder)


def test_a_hidden_sheet_is_named_and_an_empty_one_or_one_that_is_not_read_is_not(tmp_path: Path) -> None:
    folder, book, sheet = folder_with(tmp_path, 1)
    book.add_worksheet("lists").hide()
    book.add_worksheet("courses").hide()
    shown = book.add_worksheet("parties")
    shown.activate()
    shown.set_first_sheet()
    sheet.very_hidden()
    book.close()
    assert ["offers!A1: a hidden sheet with contents"] == hidden(folder)


def test_rows_of_which_a_sheet_says_that_all_are_hidden_are_named(tmp_path: Path) -> None:
    folder, book, sheet = folder_with(tmp_path, 3)
    sheet.set_row(0, 20)
    book.close()
    path = folder / "mission.xlsx"
    into = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(into, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = re.sub(rb"<sheetFormatPr", b'<sheetFormatPr zeroHeight="1"', text)
            new.writestr(name, text)
    path.write_bytes(into.getvalue())
    assert ["offers!A2: the hidden rows 2-4, with contents"] == hidden(folder)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.integers(1, 12), min_size=1))
def test_any_hidden_row_is_named(rows: set[int]) -> None:
    with TemporaryDirectory() as made:
        folder, book, sheet = folder_with(Path(made), 12)
        for row in rows:
            sheet.set_row(row, None, None, {"hidden": True})
        book.close()
        (line,) = hidden(folder)
        found: set[int] = set()
        for first, last in re.findall(r"(\d+)(?:-(\d+))?(?=[, ])", line.partition(": ")[2]):
            found |= set(range(int(first), int(last or first) + 1))
        assert {row + 1 for row in rows} == found


@pytest.mark.parametrize("heading", [None, "", "  "])
def test_what_stands_under_no_heading_is_refused_in_the_middle_of_a_table_too(
    tmp_path: Path, heading: str | None
) -> None:
    folder, book, sheet = folder_with(tmp_path, 1)
    sheet.write_row(0, 7, [heading, "honoured"])
    sheet.write_row(1, 7, ["a note", "50%"])
    book.close()
    with pytest.raises(Exception, match="offers!H2: found the cell 'a note' under no heading, must"):
        read_folder(folder)
