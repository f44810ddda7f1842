"""The indicators with HXL tags, read by the reference library of HXL."""

from __future__ import annotations

import io

import hxl
import pytest

from cadre.exchange.hxl import COLUMNS, hxl_text
from cadre.tracking.indicators import indicators, periods
from tests.missions.demining_records import TODAY
from tests.rosters.example import running


@pytest.fixture(scope="module")
def text() -> str:
    return hxl_text(running().mission, indicators(running(), TODAY))


def read(text: str) -> hxl.model.Dataset:
    return hxl.data(hxl.make_input(io.BytesIO(text.encode()), hxl.InputOptions(allow_local=True)))


def test_tags_are_read_as_written(text: str) -> None:
    data = read(text)
    assert [tag for _, tag in COLUMNS] == data.display_tags
    assert [head for head, _ in COLUMNS] == data.headers


def test_the_core_schema_finds_no_fault(text: str) -> None:
    report = hxl.validate(read(text))
    assert report["is_valid"], report
    assert 0 == report["stats"]["error"]


def test_there_is_a_row_for_each_indicator_and_month(text: str) -> None:
    data = read(text)
    kept = list(data)
    rows = [row.dictionary for row in kept]
    starts = {row["#date+start"] for row in rows}
    assert len(list(periods(running().mission.mission.starts, TODAY))) == len(starts) == 15
    passed = [row for row in rows if row["#indicator+code"] == "graduates.manual-demining"]
    assert 15 == len(passed)
    assert "71.00" == passed[-1]["#indicator+actual+num"]
    last = [row.values for row in kept if row.values[0] == "graduates.manual-demining"][-1]
    assert float(last[5]) == pytest.approx(124, abs=1)


def test_figures_never_fall_where_they_add_up(text: str) -> None:
    rows = [row.dictionary for row in read(text)]
    for kind in ("graduates.", "money."):
        for code in {r["#indicator+code"] for r in rows if r["#indicator+code"].startswith(kind)}:
            told = [float(r["#indicator+actual+num"]) for r in rows if r["#indicator+code"] == code]
            assert told == sorted(told), code
