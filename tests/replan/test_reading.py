"""An older plan is read from either form, and what is none is refused with the cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from cadre.brief.compose import read
from cadre.brief.study_json import study_json
from cadre.errors import BadInput
from cadre.replan.reading import Before, read_before
from cadre.study import Planned
from tests.brief import by_hand
from tests.replan.made import OPTION, written


def test_a_plan_reads_back_as_it_was_written(plan: Planned, before: Before) -> None:
    assert OPTION == before.option
    assert plan.timetable.serials == before.timetable.serials
    assert plan.forces.stints == before.forces.stints
    assert plan.programme.serials == before.programme.serials


def test_a_study_gives_the_option_that_is_named(tmp_path: Path) -> None:
    study = by_hand.study()
    (tmp_path / "study.json").write_bytes(study_json(read(study)))
    shown = study.shown[-1]
    found = read_before(tmp_path, shown.option.id)
    assert shown.timetable.serials == found.timetable.serials
    assert study.mission.mission.starts.isoformat() == found.starts
    with pytest.raises(BadInput, match="no option"):
        read_before(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "must be a plan as Cadre wrote it"),
        ("[]", "no plan"),
        ('{"option": "x"}', "no plan"),
        (
            '{"option": "x", "need": {}, "forces": {}, "programme": {}, "staff": {}, "timetable": {}}',
            "Field required",
        ),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "plan.json"
    file.write_text(text, "utf-8")
    with pytest.raises(BadInput, match=told):
        read_before(file)


def test_a_file_that_is_not_there_and_an_option_that_is_not_in_it_are_refused(
    tmp_path: Path, plan: Planned
) -> None:
    with pytest.raises(BadInput, match="no such file"):
        read_before(tmp_path / "gone.json")
    with pytest.raises(BadInput, match=r"many\.none"):
        read_before(written(plan, tmp_path / "plan.json"), "many.non")
