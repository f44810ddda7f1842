"""How courses learn: as the course says, else as the mission says, else as the pack tells."""

from __future__ import annotations

from pathlib import Path

from cadre.mission_files import read_mission
from tests.mission_files.by_hand import write_folder


def school(folder: Path, learns: str = "", pack: str = "pack: mine-action") -> Path:
    write_folder(folder)
    file = folder / "mission.yaml"
    text = file.read_text("utf-8").replace("  title: School\n", f"  title: School\n  {pack}\n", 1)
    file.write_text(text.replace("levers:\n", f"{learns}\nlevers:\n", 1), "utf-8")
    return folder


def test_a_mission_that_says_nothing_learns_as_its_pack_tells(tmp_path: Path) -> None:
    mission = read_mission(school(tmp_path))
    found = mission.learning_of("basic")
    assert found is not None
    figure = mission.figures["courses-learn"]
    assert found[1].instructors.numbers == (figure.low, figure.value, figure.high)
    assert {"learns.instructors", "learns.fails"} <= mission.quantities.keys()


def test_a_mission_that_says_so_learns_nothing(tmp_path: Path) -> None:
    mission = read_mission(school(tmp_path, "learns: {instructors: 100%}"))
    found = mission.learning_of("basic")
    assert found is not None
    assert [found[1].instructors.mean, found[1].fails.mean] == [1, 1]
    assert mission.quantities["learns.fails"].is_known


def test_what_a_course_says_goes_before_the_pack(tmp_path: Path) -> None:
    folder = school(tmp_path)
    file = folder / "mission.yaml"
    said = "  basic:\n    learns: {instructors: 90%}\n"
    file.write_text(file.read_text("utf-8").replace("  basic:\n", said, 1), "utf-8")
    mission = read_mission(folder)
    basic, advanced = mission.learning_of("basic"), mission.learning_of("advanced")
    assert basic is not None
    assert basic[0] == "courses.basic.learns"
    assert basic[1].instructors.mean == 0.9
    assert advanced is not None
    assert advanced[0] == "learns"


def test_nothing_learns_without_a_pack(tmp_path: Path) -> None:
    mission = read_mission(school(tmp_path, pack=""))
    assert mission.learning_of("basic") is None
    assert "learns.instructors" not in mission.quantities
