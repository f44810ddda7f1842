"""How courses learn: as the course says, else as the mission says, else as the pack tells."""

from __future__ import annotations

from pathlib import Path

from cadre.mission.faults import faults_between
from cadre.mission.judgements import factor_of, widening
from cadre.mission_files import read_mission
from cadre.packs import general_figures
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


def test_a_mission_without_a_pack_has_the_figures_of_every_field(tmp_path: Path) -> None:
    """It learns, is widened and costs more than planned as one with a pack, and may cite these figures."""
    named, alone = read_mission(school(tmp_path / "a")), read_mission(school(tmp_path / "b", pack=""))
    assert named.learning_of("basic") == alone.learning_of("basic")
    assert alone.quantities["learns.instructors"] == named.quantities["learns.instructors"]
    assert alone.quantities["money.overrun"] == named.quantities["money.overrun"]
    assert widening(alone) == widening(named) == factor_of(0.57)
    assert general_figures() == alone.figures
    assert alone.figures.keys() < named.figures.keys()
    assert faults_between(alone.changed({"courses.basic.basis": ["P:cost-services"]})) == ()
