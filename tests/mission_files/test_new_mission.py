"""A new folder is a sound mission with a template workbook that reads back."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from cadre.errors import BadInput
from cadre.mission.faults import faults_between
from cadre.mission_files import new_mission, read_mission, write_mission, write_template
from cadre.mission_files.sheets import plans
from cadre.packs import pack_names, read_pack
from cadre.words.saying import said

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("pack", pack_names())
def test_a_new_mission_is_sound(tmp_path: Path, pack: str) -> None:
    new_mission(tmp_path / "mine", pack)
    mission = read_mission(tmp_path / "mine")
    assert () == faults_between(mission)
    assert read_pack(pack).figures == mission.figures
    assert (tmp_path / "mine" / "template.xlsx").is_file()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(
        BadInput, match="found a folder that is not empty, must be a new or empty folder; choose"
    ):
        new_mission(tmp_path)
    assert ["notes.txt"] == [path.name for path in tmp_path.iterdir()]


def test_an_unknown_pack_says_which_was_meant(tmp_path: Path) -> None:
    with pytest.raises(
        BadInput, match=r"found the unknown pack 'mine-actoin', .* did you mean 'mine-action'"
    ):
        new_mission(tmp_path / "x", "mine-actoin")
    assert not (tmp_path / "x").exists()


def test_the_template_has_a_sheet_for_each_table_and_offers_drop_downs(tmp_path: Path) -> None:
    write_template(tmp_path / "template.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "template.xlsx")
    assert {"instructions", "settings", "lists", *plans()} == set(book.sheet_names)
    words = {str(cell) for row in book.get_sheet_by_name("lists").to_python() for cell in row}
    assert {"indicated", "arrived", "yes", "no", "mission.horizon", "courses.COURSE.held"} <= words
    with zipfile.ZipFile(tmp_path / "template.xlsx") as archive:
        offers = archive.read(f"xl/worksheets/sheet{book.sheet_names.index('offers') + 1}.xml")
    assert b'<dataValidation type="list"' in offers
    assert b'state="frozen"' in offers


def test_the_same_template_is_the_same_bytes(tmp_path: Path) -> None:
    write_template(tmp_path / "a.xlsx")
    write_template(tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_an_empty_template_as_a_mission_says_what_is_missing(tmp_path: Path) -> None:
    new_mission(tmp_path / "mine", workbook=True)
    with pytest.raises(BadInput) as refused:
        read_mission(tmp_path / "mine")
    found = ["title", "host", "starts", "horizon", "mandate", "headquarters"]
    assert [f"no {name}" for name in found] == [said(fault.found) for fault in refused.value.faults]
    cells = [fault.where.cell for fault in refused.value.faults]
    assert all(cell.startswith("settings!") for cell in cells)
    assert {"must be given"} == {said(fault.allowed) for fault in refused.value.faults}


def test_offers_filled_into_a_workbook_join_the_yaml_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "mission"
    shutil.copytree(ROOT / "missions" / "demining-school", folder)
    mission = read_mission(folder)
    write_mission(mission, tmp_path / "excel", "excel")
    (folder / "offers.csv").unlink()
    (folder / "positions.csv").unlink()
    shutil.copy(tmp_path / "excel" / "mission.xlsx", folder / "all.zip")
    _keep_sheets(folder / "all.zip", folder / "mission.xlsx", mission_sheets=("offers", "positions"))
    assert mission == read_mission(folder)


def _keep_sheets(source: Path, target: Path, mission_sheets: tuple[str, ...]) -> None:
    import xlsxwriter  # noqa: PLC0415  (only here)

    book = CalamineWorkbook.from_filelike(io.BytesIO(source.read_bytes()))
    with xlsxwriter.Workbook(str(target)) as new:
        for name in mission_sheets:
            sheet = new.add_worksheet(name)
            for number, row in enumerate(book.get_sheet_by_name(name).to_python()):
                sheet.write_row(number, 0, row)
