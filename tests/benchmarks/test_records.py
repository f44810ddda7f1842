"""Many records made for a benchmark: as many as asked for, sound, and the same for the same seed."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.records import made, write
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.replan.reading import read_before
from cadre.tracking.reading import read_with_warnings
from tests.missions.demining_records import FOLDER, PLAN

COUNT = 400


def test_records_are_sound_as_many_as_asked_for_and_the_same_again(tmp_path: Path) -> None:
    plan = read_before(PLAN)
    whole = read_mission(FOLDER)
    mission = find(whole, plan.option).mission
    found = made(mission, plan, COUNT, 15)
    folder = Path(shutil.copytree(FOLDER, tmp_path / "school", ignore=shutil.ignore_patterns("records")))
    write(found, folder / "records")
    records, warnings = read_with_warnings(folder, whole)
    assert found.count == records.count
    assert COUNT <= found.count < 2 * COUNT
    assert () == warnings
    assert found.tables == made(mission, plan, COUNT, 15).tables
    assert found.tables != made(mission, plan, COUNT, 16).tables
    assert {"serials", "groups", "movements", "counts", "intake", "spending", "steps"} <= set(found.tables)
    assert any(one.corrects for one in records.serials.values())
