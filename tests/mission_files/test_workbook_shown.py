"""Formats that show another number than a cell holds are told; what is read is what the cell holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cadre.mission_files import read_folder, write_workbook
from cadre.mission_files.workbook_shown import shown_instead
from tests.mission_files.by_hand import write_folder


@pytest.mark.parametrize(
    ("code", "factor"),
    [
        ('0"%"', 0.01),
        (r"0\%", 0.01),
        ('0.0 "%";-0.0 "%"', 0.01),
        ('0"k"', 1e3),
        ('#,##0 "k€"', 1e3),
        ('0.0 "Mio."', 1e6),
        ("#,##0,", 1e-3),
        ("0.0,,", 1e-6),
        ('0"k",', 1),
        ('General "%"', 0.01),
        ('0 "months"', 365.25 / 7 / 12),
    ],
)
def test_a_format_says_by_what_factor_it_shows_another_number(code: str, factor: float) -> None:
    other = shown_instead(code)
    assert factor == pytest.approx(1 if other is None else other.factor)


@pytest.mark.parametrize(
    "code",
    [
        *("0%", "0.00%", "General", "0", "000", "@", "#,##0", "0.00E+00", "# ?/?", '0 "people"', '0 "weeks"'),
        *("#,##0.00 [$€-407]", '0 "€"', '#,##0,"k"', '0.0,,"M"', '0.0,, "Mio. EUR"', "_-* #,##0.00_-"),
        "#,##0;[Red]-#,##0",
    ],
)
def test_a_format_that_shows_the_number_is_none_to_tell(code: str) -> None:
    assert shown_instead(code) is None


@given(st.text('0#?.,%"\\_*[]$;€kM GeneralT-', max_size=12))
def test_any_format_is_taken_apart_and_only_another_number_is_told(code: str) -> None:
    other = shown_instead(code)
    assert other is None or (other.factor not in (0, 1) and other.of(85000))


@pytest.mark.parametrize(
    ("code", "held", "shown"),
    [('0"%"', 4, "4%"), ('0"k"', 4, "4k"), ("#,##0,", 4, "0.0040"), ('0 "months"', 4, "4 months")],
)
def test_what_the_cell_holds_is_read_and_what_it_shows_is_told(
    tmp_path: Path, code: str, held: int, shown: str
) -> None:
    file = tmp_path / "mine.xlsx"
    write_workbook(write_folder(tmp_path / "source"), file)
    before = {w.kind for w in read_folder(file).warnings}
    book = load_workbook(file)
    sheet = book["offers"]
    column = next(cell.column for cell in sheet[1] if cell.value == "people")
    cell = next(sheet.cell(row, column) for row in range(3, 9) if sheet.cell(row, column).value == held)
    cell.number_format = code
    book.save(file)
    read = read_folder(file)
    assert held == read.mission.offers["first"].people
    (warning,) = (w for w in read.warnings if w.kind == "warnings.shown-otherwise")
    assert "warnings.shown-otherwise" not in before
    assert f"offers!{cell.coordinate}" == warning.where.cell
    assert {"held": str(held), "shown": shown, "more": 0} == dict(warning.found.values)
