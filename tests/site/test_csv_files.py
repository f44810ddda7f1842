"""Tables as CSV: what a spreadsheet would reckon is text, whatever the cell and the country's separator."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.site.api.csv_files import csv_of, harmless

SIGNS = "=+-@＝＋－＠"
FORMULAS = [
    '=HYPERLINK("http://elsewhere.test","x")',
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\u200b=1+1",
    "＝1+1",
    "fine;=1+1",
    "fine\n=1+1",
    "fine\t@x",
]


def cells(content: bytes, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text_in_every_column_of_a_file(text: str) -> None:
    _, row = cells(csv_of(["a", "b"], [{"a": text, "b": "x"}]))
    assert "'" in row[0]
    assert row[0].replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize("text", ["-5", "+3.5", "12", "-1,5", "a-b", "x = y", "ministry; interior", ""])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert text == harmless(text)


def test_numbers_stay_numbers_and_what_has_parts_is_json() -> None:
    rows = [{"a": -5, "b": 0.5, "c": None, "d": True, "e": {"max": 2, "min": 1}, "f": ["=1"]}]
    assert ["-5", "0.5", "", "true", '{"max": 2, "min": 1}', '["=1"]'] == cells(csv_of("abcdef", rows))[1]


def test_heads_are_harmless_and_missing_cells_empty() -> None:
    assert [["'=x", "b"], ["", "1"]] == cells(csv_of(["=x", "b"], [{"b": 1}]))


TEXTS = st.lists(st.text(st.sampled_from(SIGNS + ";\t\r\n ,\"'a1"), max_size=8), min_size=1, max_size=3)


@given(TEXTS)
@settings(max_examples=1_000, derandomize=True, deadline=None)
def test_no_separator_of_any_country_makes_a_cell_that_begins_with_a_sign(texts: list[str]) -> None:
    content = csv_of([str(place) for place in range(len(texts))], [{str(i): t for i, t in enumerate(texts)}])
    for separator in ",;\t":
        for row in cells(content, separator):
            for cell in row:
                for line in cell.splitlines() or [""]:
                    bare = line.strip().strip('"').strip()
                    number = bare.lstrip("+-").replace(".", "", 1).replace(",", "", 1)
                    assert not bare.startswith(tuple(SIGNS)) or number.isdecimal(), (texts, cell)
