"""Small inputs as people typed them, each with its right value; `handed/` holds them with what was wrong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from benchmarks.mutated.briefing import SETTINGS
from cadre.errors import BadInput
from cadre.mission_files import read_folder, read_mission
from cadre.pipeline.studying import run_study
from tests.mission_files.by_hand import said

HANDED = Path(__file__).parent / "handed"
READING, WRITING = HANDED / "reading", HANDED / "writing"


def kinds(folder: Path) -> dict[str, str]:
    """Give the kinds of warnings with their places."""
    return {warning.kind.partition(".")[2]: str(warning.where) for warning in read_folder(folder).warnings}


def changed(folder: Path, old: str, new: str) -> Path:
    """Write another value into a copy of a case."""
    file = folder / "mission.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_every_handed_case_is_named_here() -> None:
    own = Path(__file__).read_text("utf-8")
    assert [] == [case.name for part in (READING, WRITING) for case in part.iterdir() if case.name not in own]


# ---- read with the right value, or with a warning


def test_a_correlation_of_1_is_read_and_warned_of() -> None:
    mission = read_mission(READING / "corr-rank-1")
    assert [1.0] == [pair.rank for pair in mission.correlations]
    assert "correlation-1" in kinds(READING / "corr-rank-1")


@pytest.mark.parametrize(
    ("old", "new", "path", "number"),
    [
        ('"0,005%"', '"0,005%"', ("competences", "soldier", "leaves"), 0.00005),
        ('"a_year": 0', '"a_year": "0,125"', ("recruits", "men", "a_year"), 0.125),
        (
            '"costs_a_year": 100000',
            '"costs_a_year": "0,125 M"',
            ("roles", "trainer", "costs_a_year"),
            125_000,
        ),
        (
            '"drill": 1',
            '"drill": {"one_per": "0,125"}',
            ("courses", "basic", "instructors", "drill", "one_per"),
            0.125,
        ),
    ],
)
def test_a_decimal_comma_with_three_places_is_one(
    tmp_path: Path, old: str, new: str, path: tuple[str, ...], number: float
) -> None:
    folder = shutil.copytree(READING / "decimal-comma-three-places", tmp_path / "case")
    node: object = read_mission(changed(folder, old, new)).document()
    for key in path:
        assert isinstance(node, dict)
        node = node[key]
    assert number == node


def test_holidays_of_the_host_by_its_name_close_its_weeks() -> None:
    assert {12, 13} == read_mission(READING / "holiday-of-host-name-closes-nothing").closed_weeks


def test_spaces_that_do_not_break_are_spaces_in_a_range() -> None:
    offers = read_mission(READING / "nbsp-in-range").offers
    assert (0.75, 0.85, 0.95) == offers["fr-trainers"].honoured.numbers


def test_a_skill_that_no_role_holds_is_warned_of() -> None:
    found = kinds(READING / "no-role-teaches-forensics-check-silent")
    assert "courses.forensic.instructors.forensics" in found["no-role-holds"]


def test_a_hidden_row_is_warned_of() -> None:
    assert "mission.xlsx:offers!A3" == kinds(READING / "xlsx-hidden-row-counts")["hidden-rows"]


# ---- refused by its place, with what to do


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (
            "decimal-comma-csv-cascade",
            ["offers.csv:2:69: found the number '0,75' in a file whose cells are parted"],
        ),
        ("error-cell-read-as-empty", ["mission.xlsx:offers!H2: found the error #N/A"]),
        ("party-Title-wrong-cure", ["did you mean 'spain'?"]),
        ("thousands-point", ["it may mean 3.5 or 3500", "it may mean 85 or 85000"]),
        ("xlsx-cell-far-away-aborts", ["mission.xlsx:settings!A99999999: found a cell far out"]),
        ("xlsx-error-in-passes-read-as-100-percent", ["mission.xlsx:courses!L2: found the error #N/A"]),
        (
            "xlsx-shared-string-missing-traceback",
            ["mission.xlsx:settings!A2: found a text that the workbook has lost"],
        ),
    ],
)
def test_it_is_refused_by_its_place(case: str, told: list[str]) -> None:
    faults = said(READING / case)
    assert len(told) == len(faults)
    assert all(part in fault for part, fault in zip(told, faults, strict=True))


def test_a_thousands_point_in_a_target_is_refused_too(tmp_path: Path) -> None:
    folder = shutil.copytree(READING / "decimal-comma-three-places", tmp_path / "case")
    (fault,) = said(changed(folder, '"2019-03-18": 3', '"2019-03-18": "6.000"'))
    assert "it may mean 6 or 6000" in fault


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (
            "line-separator-u2028-brief-crash",
            "courses.basic.title: found the line break U+2028 (character 7)",
        ),
        ("soft-line-break-vt-brief-crash", "mission.title: found the line break U+000B (character 7)"),
        ("word-bullet-f0b7-brief-crash", "mission.title: found the private character U+F0B7"),
    ],
)
def test_a_title_that_no_brief_can_show_is_refused_when_it_is_read(case: str, told: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_mission(WRITING / case)
    assert told in str(refused.value)


# ---- written


def page(case: str, folder: Path) -> str:
    """Give the text of a case's brief, made with the smallest settings."""
    from cadre.brief.writing import write_brief  # noqa: PLC0415  (slow to import)

    write_brief(run_study(read_mission(WRITING / case), SETTINGS), folder)
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", (folder / "brief.html").read_text("utf-8")))


def test_a_title_in_bengali_is_written(tmp_path: Path) -> None:
    assert "বাংলাদেশ পুলিশ প্রশিক্ষণ" in page("bengali-title-brief-crash", tmp_path / "out")


def test_a_choice_called_more_leaves_sentences_whole(tmp_path: Path) -> None:
    text = page("choice-called-more", tmp_path / "out")
    assert "fails option A often" not in text
    assert "Option A fails option" not in text


def test_doing_nothing_is_no_option_a_where_there_are_no_levers(tmp_path: Path) -> None:
    text = page("no-levers", tmp_path / "out")
    assert "No option A" not in text
    assert "No mission" in text
