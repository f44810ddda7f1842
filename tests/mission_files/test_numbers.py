"""Numbers in files as people write them: what is read is what was meant, or refused with what it may mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission.numerals import FORMS, NumberForm
from cadre.mission_files import read_mission
from tests.mission_files.by_hand import said, write_folder


def school(folder: Path, *changes: tuple[str, str], numbers: str = "") -> Path:
    """Write the school with texts changed, and its form of numbers."""
    write_folder(folder)
    file = folder / "mission.yaml"
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    form = f'  title: School\n  numbers: "{numbers}"\n' if numbers else "  title: School\n"
    file.write_text(text.replace("  title: School\n", form, 1), "utf-8")
    return folder


def intake(mission: Mission) -> float:
    return mission.recruits["army"].a_year.mean


@pytest.mark.parametrize("written", ['"१.२५०"', '"１,２५０"', '"1.250"', '"1,250"', "1.250"])
def test_a_text_that_means_two_numbers_is_refused_with_both_and_a_cure(tmp_path: Path, written: str) -> None:
    (fault,) = said(school(tmp_path, ("a_year: 200", f"a_year: {written}")))
    assert "recruits.army.a_year" in fault
    assert "may mean 1.25 or 1250" in fault
    assert "numbers:" in fault


@pytest.mark.parametrize(
    ("old", "written", "less", "more"),
    [
        ("passes: {min: 60%, likely: 80%, max: 90%, basis: A1}", '"1.250%"', "1.25%", "1250%"),
        ("a_year: 200", '"1,250 people a year"', "1.25 people a year", "1250 people a year"),
        ("weeks: 6", '"1,500 years"', "1.5 years", "1500 years"),
    ],
)
def test_both_readings_keep_their_unit(tmp_path: Path, old: str, written: str, less: str, more: str) -> None:
    key = old.partition(":")[0]
    (fault,) = said(school(tmp_path, (old, f"{key}: {written}")))
    assert f"or write {less} or {more}" in fault


@pytest.mark.parametrize(
    ("numbers", "written", "number"),
    [
        ("1.234,5", '"1.250"', 1250.0),
        ("1.234,5", "1.250", 1250.0),
        ("1 234,5", '"1,250"', 1.25),
        ("1,234.5", '"1,250"', 1250.0),
        ("1,234.5", "1.250", 1.25),
        ("", "1250", 1250.0),
        ("", '"1\u00a0250"', 1250.0),
        ("", "12.5", 12.5),
        ("1,234.5", '"६,०००"', 6000.0),
        ("1.234,5", '"１.０００"', 1000.0),
        ("", '"12,5"', 12.5),
    ],
)
def test_a_number_is_read_in_the_form_of_the_mission(
    tmp_path: Path, numbers: str, written: str, number: float
) -> None:
    mission = read_mission(school(tmp_path, ("a_year: 200", f"a_year: {written}"), numbers=numbers))
    assert number == intake(mission)
    assert mission == Mission.model_validate(mission.document() | {"figures": mission.figures})


def test_a_form_of_numbers_holds_in_tables_levers_and_conditions(tmp_path: Path) -> None:
    folder = school(tmp_path, ("{ceiling: 200}", '{recruits.army.a_year: "1.500"}'), numbers="1.234,5")
    offers = folder / "offers.csv"
    rows = (
        "id,party,role,people,begins,ends,state,honoured,only_if",
        'one,ally,trainer,4,2020-01-06,2020-12-01,pledged,"min 0,5; likely 0,75; max 1",posts <= 1.200',
    )
    offers.write_text("\n".join(rows), "utf-8")
    mission = read_mission(folder)
    assert mission.offers["one"].honoured.numbers == (0.5, 0.75, 1.0)
    assert mission.offers["one"].only_if[0].bound == 1200
    changed = mission.changed(mission.levers["people"].choices["many"].set)
    assert intake(changed) == 1500


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u000b", "\u00a0"])
def test_numbers_out_of_order_are_told_on_one_line(tmp_path: Path, sign: str) -> None:
    passes = f'{{min: 60%, likely: 80%, max: "7{sign} %", basis: A1}}'
    faults = said(
        school(tmp_path, ("{min: 60%, likely: 80%, max: 90%, basis: A1}", passes.encode().decode()))
    )
    assert all(fault.isprintable() for fault in faults), faults


def test_a_form_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"mission\.numbers: found '1234', must be one of"):
        read_mission(school(tmp_path, numbers="1234"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6), st.text("0123456789", max_size=4), st.sampled_from(FORMS), st.booleans())
def test_what_is_written_in_a_form_is_the_same_number_or_a_fault(
    tmp_path: Path, whole: int, part: str, form: NumberForm, is_said: bool
) -> None:
    text = f"{whole:,}".replace(",", form[1]) + (f"{form[-2]}{part}" if part else "")
    folder = school(tmp_path, ("a_year: 200", f'a_year: "{text}"'), numbers=form if is_said else "")
    number = float(f"{whole}.{part or 0}")
    found, refused = _read(folder)
    assert found in (number, None)
    assert found is not None or (not is_said and "may mean" in refused)


def _read(folder: Path) -> tuple[float | None, str]:
    try:
        return intake(read_mission(folder)), ""
    except BadInput as refused:
        return None, str(refused)


HEADING = "id,party,role,people,begins,ends,state,honoured,late"
ROW = "one,ally,trainer,4,2020-01-06,2020-12-01,pledged,"


@pytest.mark.parametrize(
    "honoured", ["min 0,5; likely 0,75; max 1", "0,75", "low 0,5; high 1", "min 50%; likely 62,5%; max 75%"]
)
def test_decimal_commas_between_cells_are_one_fault(tmp_path: Path, honoured: str) -> None:
    folder = school(tmp_path)
    (folder / "offers.csv").write_text(f"{HEADING}\n{ROW}{honoured},min 0; likely 4; max 12\n", "utf-8")
    (fault,) = said(folder)
    assert "parted by commas" in fault


def test_a_table_of_commas_without_decimals_stays_as_it_is(tmp_path: Path) -> None:
    folder = school(tmp_path)
    (folder / "offers.csv").write_text(f"{HEADING}\n{ROW}min 0.5; likely 0.75; max 1,2\n", "utf-8")
    assert read_mission(folder).offers["one"].late.mean == 2


def test_spaces_that_do_not_break_are_spaces(tmp_path: Path) -> None:
    folder = school(tmp_path, ("a_year: 200", 'a_year: {low: "1\u00a0000", high: "2\u202f000 a\u00a0year"}'))
    honoured = "min\u00a050\u00a0%; likely 75\u202f%; max 1"
    (folder / "offers.csv").write_text(f"{HEADING}\n{ROW}{honoured},2\n", "utf-8")
    mission = read_mission(folder)
    assert mission.recruits["army"].a_year.numbers == (1000, 2000)
    assert mission.offers["one"].honoured.numbers == (0.5, 0.75, 1)


@pytest.mark.parametrize("other", [";", "\t"])
@pytest.mark.parametrize("which", [(0,), (1,), (0, 1, 2)])
def test_rows_parted_by_another_sign_are_one_fault_each(
    tmp_path: Path, other: str, which: tuple[int, ...]
) -> None:
    folder = school(tmp_path)
    rows = [
        f"{name}{ROW.removeprefix('one')}min 50%; likely 60%; max 90%,2" for name in ("one", "two", "six")
    ]
    parted = [row.replace(",", other) if n in which else row for n, row in enumerate(rows)]
    (folder / "offers.csv").write_text("\n".join((HEADING, *parted)), "utf-8")
    found = said(folder)
    assert [f"offers.csv:{2 + n}:1" in fault for n, fault in zip(which, found, strict=True)] == [True] * len(
        which
    )
    assert all("parted by" in fault for fault in found)
