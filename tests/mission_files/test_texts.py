"""Text is any text: what cannot be shown or would break a format is refused with its place."""

from __future__ import annotations

import json
import random
import re
import sys
import unicodedata
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.errors import BadInput, Fault, Place
from cadre.mission_files import read_folder, read_mission
from cadre.mission_files.texts import ERRORS, text_faults
from cadre.mission_files.tree import Tree
from cadre.words.saying import said as said_in_english
from tests.mission_files.by_hand import MISSION, OFFERS, said, write_folder

PLACE = Place("m", 1, 1)


def faults(text: str) -> list[Fault]:
    return text_faults(Tree({"title": text}, {("title",): PLACE}))


def titled(folder: Path, title: str) -> Path:
    """Write a mission with a title, as JSON, which is YAML."""
    write_folder(folder)
    (folder / "mission.yaml").write_text(MISSION.replace("title: School", f"title: {json.dumps(title)}"))
    return folder


KEPT = (
    "বাংলা", "မြန်မာ", "ភាសាខ្មែរ", "हिन्दी", "العربية", "中国", "😀 👨\u200d👩\u200d👧", "e\u0301", "a\u00a0b",
    "\u200b", "two\nlines", "two\r\nlines", "a\ttab", "𓀀 no face", "\u0378 not assigned", "w" * 400,
    "\u202bembedded and ended\u202c", "\u2067isolated \u202eand turned\u202c\u2069", "\u200f\u061c marks",
    "=1+1", "+1", "-1", "@x",
)  # fmt: skip
BREAK = "must be readable text; write a space, or an ordinary line break"
REMOVE = "must be readable text; remove it"
TURNED = "must be ended in the same text; remove it, it is shown rightly without"
FONT = "which only the font that made it can show (character 1), must be readable text; write another one"
REFUSED = {
    "a\x0bb": f"the line break U+000B (character 2), {BREAK}",
    "a\u2028b": f"the line break U+2028 (character 2), {BREAK}",
    "a\x85b": f"the line break U+0085 (character 2), {BREAK}",
    "a\rb": f"the line break U+000D (character 2), {BREAK}",
    "\x1b[31m": f"the control character U+001B (character 1), {REMOVE}",
    "\x00": f"the control character U+0000 (character 1), {REMOVE}",
    "a\x92": f"the control character U+0092 (character 2), {REMOVE}",
    "a\ufeff": f"the invisible character U+FEFF (character 2), {REMOVE}",
    "\uf0b7 a": f"the private character U+F0B7, {FONT}",
    "\ud800": "half of a character, U+D800 (character 1), must be readable text; write the character anew",
    "\ufdd0": f"U+FDD0, which is no character (character 1), {REMOVE}",
    "\U0001ffff": f"U+1FFFF, which is no character (character 1), {REMOVE}",
    "\u202eturned": f"the mark of direction U+202E without its counterpart, {TURNED}",
    "ended\u2069": f"the mark of direction U+2069 without its counterpart, {TURNED}",
    "\u2067a\u202eb\u2069c\u202c": f"the mark of direction U+2069 without its counterpart, {TURNED}",
    " #REF! ": "the error #REF!, must be a value; write the value, or leave the cell empty",
}


@pytest.mark.parametrize("text", KEPT)
def test_text_is_kept(text: str) -> None:
    assert [] == faults(text)


@pytest.mark.parametrize("text", REFUSED)
def test_text_is_refused_in_words(text: str) -> None:
    assert [f"m:1:1: title: found {REFUSED[text]}"] == [str(fault) for fault in faults(text)]


def test_a_title_is_kept_as_it_was_written(tmp_path: Path) -> None:
    for number, text in enumerate(KEPT):
        shown = text.strip()
        if shown:
            folder = titled(tmp_path / str(number), shown)
            assert shown == read_mission(folder).mission.title


@pytest.mark.parametrize("text", [text for text in REFUSED if "\x00" not in text])
def test_a_title_is_refused_at_its_line(tmp_path: Path, text: str) -> None:
    (told,) = said(titled(tmp_path, text))
    assert told.startswith("mission.yaml:3:10: mission.title: found ")


def test_keys_are_texts(tmp_path: Path) -> None:
    folder = titled(tmp_path, "School")
    text = (folder / "mission.yaml").read_text()
    (folder / "mission.yaml").write_text(text.replace("  camp:\n", '  camp:\n    "a\\u001b": 1\n', 1))
    assert any("sites.camp.a" in told and "U+001B" in told for told in said(folder))


def test_every_character_is_kept_or_refused() -> None:
    """None is ever lost, and what is refused is a control, private, lost or invisible one."""
    kept = {"Cf", "Cn"}
    for code in random.Random(3).sample(range(sys.maxunicode + 1), 20_000):
        character = chr(code)
        kind = unicodedata.category(character)
        found = faults(f"a{character}b")
        if kind in ("Cc", "Cs", "Co", "Zl", "Zp") and character not in "\t\n":
            assert found, hex(code)
        elif kind not in kept:
            assert not found, hex(code)


# ---- errors of spreadsheet programs, in any column

COLUMNS = (
    ("id", "party", "role", "people", "begins", "ends", "state", "honoured", "late", "only_if", "not_at"),
    ("first", "ally", "trainer", 4, "2020-01-06", "2020-12-31", "pledged", 0.5, None, None, None),
)


@pytest.mark.parametrize("column", range(len(COLUMNS[0])))
@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!"])
def test_an_error_in_any_cell_of_a_workbook_is_refused_by_its_cell(
    tmp_path: Path, column: int, error: str
) -> None:
    folder = write_folder(tmp_path)
    (folder / "offers.csv").unlink()
    with xlsxwriter.Workbook(str(folder / "mission.xlsx")) as book:
        sheet = book.add_worksheet("offers")
        for row, line in enumerate(COLUMNS):
            for place, content in enumerate(line):
                if content is not None:
                    sheet.write(row, place, content)
        sheet.write_string(1, column, error)
    cell = f"offers!{'ABCDEFGHIJK'[column]}2"
    assert any(told.startswith(f"mission.xlsx:{cell}: ") and error in told for told in said(folder))


def test_an_error_in_an_optional_cell_of_a_csv_file_is_refused(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    for error in ("#N/A", "#NV", "#¡REF!", "Err:502"):
        (folder / "offers.csv").write_text(OFFERS.replace("50%", error))
        (told,) = said(folder)
        assert told.startswith("offers.csv:2:52: ")
        assert f"found the error {error}, must be a value" in told


@pytest.mark.parametrize("error", sorted(ERRORS))
def test_every_error_is_one(error: str) -> None:
    assert [f"the error {error}"] == [said_in_english(fault.found) for fault in faults(error)]


# ---- comments behind texts


@pytest.mark.parametrize(
    ("written", "read", "is_told"),
    [
        ("School #2", "School", True),
        ("School # 2", "School", True),
        ("School #two", "School", True),
        ("School  # the second one", "School", False),
        ("School#2", "School#2", False),
        ('"School #2"', "School #2", False),
        ("'School #2'", "School #2", False),
        ("|-\n    School #2", "School #2", False),
    ],
)
def test_a_comment_that_may_belong_to_a_text_is_told(
    tmp_path: Path, written: str, read: str, is_told: bool
) -> None:
    file = write_folder(tmp_path) / "mission.yaml"
    file.write_text(file.read_text("utf-8").replace("title: School", f"title: {written}", 1), "utf-8")
    found = read_folder(tmp_path)
    assert read == found.mission.mission.title
    told = [str(warning) for warning in found.warnings if warning.kind == "warnings.comment-behind-text"]
    assert is_told is bool(told)
    if told:
        whole = f'"{written}"'
        assert told[0].startswith("mission.yaml:3:10: mission.title: warning: ")
        assert f"write {whole} if it belongs to it" in told[0]


def test_comments_are_told_in_every_text_and_nowhere_else(tmp_path: Path) -> None:
    yaml = "parties:\n  ally:\n    title: The ally  # 2\n    bears: 2% #2\n  other: {title: Other} #2\n"
    file = write_folder(tmp_path) / "mission.yaml"
    file.write_text(file.read_text("utf-8").replace("parties:\n  ally: {}\n", yaml, 1), "utf-8")
    told = {
        ".".join(warning.where.path)
        for warning in read_folder(tmp_path).warnings
        if warning.kind == "warnings.comment-behind-text"
    }
    assert {"parties.ally.title"} == told


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("ab #2-'é", min_size=1, max_size=12))
def test_no_part_of_a_text_is_lost_without_a_word(tmp_path: Path, text: str) -> None:
    """What is read is what was written, or what is missing is a comment that is told or reads as one."""
    file = write_folder(tmp_path) / "mission.yaml"
    file.write_text(file.read_text("utf-8").replace("title: School", f"title: a{text}", 1), "utf-8")
    try:
        found = read_folder(tmp_path)
    except BadInput:
        return
    left = f"a{text}".strip()[len(found.mission.mission.title) :].strip()
    told = any(warning.kind == "warnings.comment-behind-text" for warning in found.warnings)
    assert told or not left or re.match(r"#\s+[^\d\s]", left) or not left.strip("# ")
