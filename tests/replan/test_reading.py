"""An older plan is read from either form, and what is none is refused with the cure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cadre.brief.compose import read
from cadre.brief.data.study_json import study_json
from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.plans import Planned
from cadre.reasons.older import AsWritten
from cadre.reasons.programme import TargetMissed
from cadre.replan.reading import Before, read_before
from tests.brief import by_hand
from tests.replan.made import OPTION, before_of, planned, written

TRAINEES = "trainees bind: with more recruits more could be reached"


def test_a_plan_reads_back_as_it_was_written(plan: Planned, before: Before) -> None:
    assert OPTION == before.option
    assert plan.timetable.serials == before.timetable.serials
    assert plan.forces.stints == before.forces.stints
    assert plan.programme.serials == before.programme.serials


def test_reasons_read_back_as_they_were_written(school: Mission, tmp_path: Path) -> None:
    short = planned(school.changed({"sites.camp.facilities.range": 0, "offers.second": None}))
    reasons = [why for serial in short.timetable.serials for why in serial.why]
    found = before_of(short, tmp_path)
    assert reasons
    assert short.timetable.serials == found.timetable.serials
    assert short.staff.gaps
    assert short.staff.gaps == found.staff.gaps


def test_a_plan_of_an_older_version_held_sentences_which_stay_as_they_are(
    plan: Planned, tmp_path: Path
) -> None:
    file = written(plan, tmp_path / "plan.json")
    data = json.loads(file.read_text("utf-8"))
    for serial, why in zip(data["timetable"]["serials"], ("camp opens in week 9", ""), strict=False):
        serial["why"] = why
    for stage in ("forces", "staff"):
        data[stage]["gaps"] = [
            {"line": data[stage]["lines"][0]["id"], "begins": 0, "ends": 9, "people": 1, "why": "no offer"}
        ]
    file.write_text(json.dumps(data), "utf-8")
    found = read_before(file)
    told, none, *_ = found.timetable.serials
    assert ((AsWritten("camp opens in week 9"),), ()) == (told.why, none.why)
    assert [AsWritten("no offer")] == [gap.why for gap in found.staff.gaps]


def test_a_study_gives_the_option_that_is_named(tmp_path: Path) -> None:
    study = by_hand.study()
    (tmp_path / "study.json").write_bytes(study_json(read(study)))
    shown = study.shown[-1]
    found = read_before(tmp_path, shown.option.id)
    assert shown.timetable.serials == found.timetable.serials
    assert study.mission.mission.starts.isoformat() == found.starts
    with pytest.raises(BadInput, match="no option"):
        read_before(tmp_path)


def test_why_a_target_is_missed_reads_back_as_data_and_from_older_files_as_their_sentence(
    tmp_path: Path,
) -> None:
    study = by_hand.study()
    shown = study.shown[1]
    data = json.loads(study_json(read(study)))
    (tmp_path / "study.json").write_text(json.dumps(data), "utf-8")
    assert shown.programme.targets == read_before(tmp_path, shown.option.id).programme.targets
    assert any(isinstance(target.why, TargetMissed) for target in shown.programme.targets)
    for option in data["options"]:
        for target in option["programme"]["targets"]:
            why = target.pop("why")
            target["told"] = why["text"] if why else ""
    (tmp_path / "study.json").write_text(json.dumps(data), "utf-8")
    older = read_before(tmp_path, shown.option.id).programme.targets
    assert AsWritten("Mine-clearing team by 1 Dec 2021: 18 of 45; " + TRAINEES) == older[1].why
    assert older[2].why is None


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
