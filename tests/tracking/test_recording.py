"""What was reported is never lost, nothing is overwritten, and what contradicts is not written at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from cadre.errors import BadInput
from cadre.mission_files import read_mission
from cadre.tracking.holding import holding, known_on
from cadre.tracking.reading import read_records, read_with_warnings
from cadre.tracking.recording import record
from tests.tracking.by_hand import RECORDS, write_folder

INJURY = {
    "on": "2020-03-02",
    "reported_by": "camp",
    "reported_on": "2020-03-03",
    "site": "camp",
    "people": "1",
    "severity": "light",
}


def test_a_record_is_added_behind_those_that_stand_there(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    made = record(folder, read_mission(folder), {"injuries": [INJURY]})
    assert {"injuries": ["injury-0002"]} == made.added
    text = (folder / "records" / "injuries.csv").read_text("utf-8")
    assert RECORDS["injuries"] + "injury-0002,2020-03-02,camp,2020-03-03,camp,1,light\n" == text


def test_a_column_that_a_file_lacks_is_added_and_other_cells_stay(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    mission = read_mission(folder)
    before = read_records(folder, mission)
    record(folder, mission, {"injuries": [INJURY | {"id": "h2", "means": "doctor's letter, signed"}]})
    after = read_records(folder, mission)
    assert "doctor's letter, signed" == after.injuries["h2"].means
    assert before.injuries["h1"] == after.injuries["h1"]


def test_a_first_record_makes_the_folder_and_its_file(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    for file in (folder / "records").iterdir():
        file.unlink()
    (folder / "records").rmdir()
    mission = read_mission(folder)
    record(folder, mission, {"injuries": [INJURY]})
    assert 1 == read_records(folder, mission).count


def test_the_same_row_again_changes_nothing(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    mission, row = read_mission(folder), INJURY | {"id": "h2"}
    record(folder, mission, {"injuries": [row]})
    text = (folder / "records" / "injuries.csv").read_bytes()
    again = record(folder, mission, {"injuries": [row]})
    assert ({}, {"injuries": ["h2"]}) == (again.added, again.known)
    assert text == (folder / "records" / "injuries.csv").read_bytes()


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (INJURY | {"id": "h1"}, "found the id 'h1' a second time, must stand once"),
        (INJURY | {"site": "cmap"}, "found the unknown site 'cmap'"),
        (INJURY | {"colour": "red"}, "found the unknown column 'colour'"),
        ({"site": "camp"}, "with nothing under on, reported_by, reported_on"),
    ],
)
def test_what_contradicts_is_not_written(tmp_path: Path, row: dict[str, str], says: str) -> None:
    folder = write_folder(tmp_path)
    with pytest.raises(BadInput) as refused:
        record(folder, read_mission(folder), {"injuries": [row], "movements": []})
    assert says in str(refused.value)
    assert RECORDS["injuries"] == (folder / "records" / "injuries.csv").read_text("utf-8")


def test_a_correction_stands_beside_what_it_corrects(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    mission = read_mission(folder)
    row = INJURY | {"on": "2020-02-12", "severity": "severe", "corrects": "h1"}
    record(folder, mission, {"injuries": [row]})
    records = read_records(folder, mission)
    assert ["h1", "injury-0002"] == list(records.injuries)
    assert ["injury-0002"] == list(holding(records).injuries)
    withdrawn = row | {"corrects": "injury-0002", "withdrawn": "yes", "reported_on": "2020-03-20"}
    record(folder, mission, {"injuries": [withdrawn]})
    records = read_records(folder, mission)
    assert [] == list(holding(records).injuries)
    day = records.injuries["injury-0002"].reported_on
    assert ["injury-0002"] == list(holding(known_on(records, day)).injuries)


def test_records_by_another_rule_are_warned_of(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    file = folder / "records" / "counts.csv"
    row = "c4,2020-03-09,staff,2020-03-12,on the rolls,competence,operator,11\n"
    file.write_text(RECORDS["counts"] + row, "utf-8")
    warned = read_with_warnings(folder, read_mission(folder))[1]
    (said,) = (str(warning) for warning in warned if warning.kind == "tracking.other-rule")
    assert "records/counts.csv:5:32: counts.c4.rule" in said
    assert "counted by the rule 'on the rolls', where others of its kind are counted by 'available'" in said
