"""Files that could be meant for a mission and are not read are told; others are nobody's business."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.errors import BadInput
from cadre.mission_files import read_folder, write_workbook
from cadre.mission_files.names import known_files
from cadre.mission_files.unread import OF_DATA, WATCHED
from tests.mission_files.by_hand import write_folder


def named(folder: Path) -> set[str]:
    """Give the files that a warning or a fault names."""
    try:
        return {w.where.file for w in read_folder(folder).warnings if not w.where.line}
    except BadInput as bad:
        return {fault.where.file for fault in bad.faults}


@pytest.mark.parametrize(
    "name",
    [
        *(
            "offers.tsv",
            "offers.txt",
            "offers.csv.txt",
            "offers",
            "Offers.TSV",
            "offers.csv.bak",
            "offers.csv~",
        ),
        *("Copy of offers.txt", "offers - Kopie.txt", "offers (1).tsv", "old_offers.txt", "offers-2.json"),
        *("mission.json", "mission.yaml.txt", "ledger.txt", "mission.xlsb", "mission.numbers", "replies.tsv"),
        *("Mission.YAML", "offers.ods", "offer.csv", "OFFERS.CSV"),
    ],
)
def test_a_file_that_could_be_meant_is_told(tmp_path: Path, name: str) -> None:
    (write_folder(tmp_path) / name).write_text("id\n", "utf-8")
    assert {name} == named(tmp_path)


@pytest.mark.parametrize(
    "name",
    ["README.md", "notes.txt", "letter.pdf", "minutes.docx", "map.png", ".offers.csv.swp", ".gitignore"],
)
def test_a_file_that_is_not_meant_is_passed_over(tmp_path: Path, name: str) -> None:
    (write_folder(tmp_path) / name).write_text("id\n", "utf-8")
    assert set() == named(tmp_path)


@pytest.mark.parametrize("lock", ["~$offers.csv", ".~lock.offers.csv#", "~$fers.csv"])
def test_a_part_that_another_program_has_open_is_told(tmp_path: Path, lock: str) -> None:
    (write_folder(tmp_path) / lock).write_text("", "utf-8")
    (warning,) = (w for w in read_folder(tmp_path).warnings if not w.where.line)
    assert ("warnings.open-elsewhere", "offers.csv") == (warning.kind, warning.where.file)


def test_beside_a_workbook_that_is_read_alone_only_its_lock_is_told(tmp_path: Path) -> None:
    write_workbook(write_folder(tmp_path / "source"), tmp_path / "mine.xlsx")
    (tmp_path / "offers.tsv").write_text("id\n", "utf-8")
    before = read_folder(tmp_path / "mine.xlsx").warnings
    assert not [w for w in before if not w.where.cell]
    (tmp_path / "~$mine.xlsx").write_text("", "utf-8")
    (warning,) = set(read_folder(tmp_path / "mine.xlsx").warnings) - set(before)
    assert ("warnings.open-elsewhere", "mine.xlsx") == (warning.kind, warning.where.file)


def test_a_folder_that_holds_parts_is_told_and_one_of_anything_else_is_not(tmp_path: Path) -> None:
    write_folder(tmp_path / "mission")
    (tmp_path / "mission" / "tables").mkdir()
    (tmp_path / "mission" / "letters").mkdir()
    (tmp_path / "mission" / "letters" / "answer.csv").write_text("", "utf-8")
    (tmp_path / "mission" / "tables" / "offers.csv").write_text("id\n", "utf-8")
    assert {"tables"} == named(tmp_path / "mission")


@settings(max_examples=60, deadline=None)
@given(
    part=st.sampled_from(sorted(known_files())),
    ending=st.sampled_from([*sorted(OF_DATA), *WATCHED, ".txt", ".bak", ".old", "~", ".csv.txt", ""]),
    change=st.sampled_from([str.lower, str.upper, str.title]),
)
def test_any_file_named_like_a_part_is_read_or_told(part: str, ending: str, change: object) -> None:
    with TemporaryDirectory() as made:
        folder = write_folder(Path(made))
        name = change(f"{part.partition('.')[0]}{ending}")  # type: ignore[operator]
        if name not in known_files() and not (folder / name).exists():
            (folder / name).write_text("id\n", "utf-8")
            assert name in named(folder)


# ---- cures that a new name is none of


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("offers.xls", "save it as offers.csv"),
        ("offers.xlsx", "save it as offers.csv"),
        ("offers.ods", "save it as offers.csv"),
        ("mission.xls", "save it as mission.xlsx"),
        ("Mission.xlsm", "save it as mission.xlsx"),
        ("offers.CSV", "did you mean 'offers.csv'"),
        ("mission.yml", "did you mean 'mission.yaml'"),
    ],
)
def test_a_file_of_another_form_is_to_be_saved_and_one_of_another_name_renamed(
    tmp_path: Path, name: str, cure: str
) -> None:
    (write_folder(tmp_path) / name).write_text("id\n", "utf-8")
    with pytest.raises(BadInput, match=cure):
        read_folder(tmp_path)


def test_a_folder_with_nothing_but_a_workbook_says_to_give_the_workbook(tmp_path: Path) -> None:
    folder = tmp_path / "mission"
    folder.mkdir()
    write_workbook(write_folder(tmp_path / "source"), folder / "Plan 2026.xlsx")
    with pytest.raises(BadInput, match=r"give Plan 2026\.xlsx itself instead of its folder"):
        read_folder(folder)
    assert read_folder(folder / "Plan 2026.xlsx").mission == read_folder(tmp_path / "source").mission


def test_a_folder_around_a_mission_says_which_folder_to_give(tmp_path: Path) -> None:
    write_folder(tmp_path / "inner")
    with pytest.raises(BadInput, match="give the folder inner inside it"):
        read_folder(tmp_path)


@pytest.mark.parametrize("ending", ["xls", "ods", "numbers", "XLSM"])
def test_a_workbook_of_another_form_is_to_be_saved_as_one_of_excel(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"plan.{ending}"
    file.write_bytes(b"x")
    with pytest.raises(BadInput, match=r"save it as an Excel workbook \(\.xlsx\)"):
        read_folder(file)
