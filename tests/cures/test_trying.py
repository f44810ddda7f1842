"""Cures are confirmed by planning again, and what does not help is not told."""

from __future__ import annotations

import pytest

from cadre.cures.candidates import CandidateChange
from cadre.cures.trying import cures, missed, tried_change
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.pipeline import Settings
from cadre.pipeline.planning import achieve
from cadre.plans import Planned
from cadre.reasons.cures import MoreBeds, SetTo
from tests.cures.made import contradicting, option_of, planned, short_of
from tests.mission_files.by_hand import write_folder

SETTINGS = Settings(jobs=1)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Mission:
    return read_mission(write_folder(tmp_path_factory.mktemp("cures") / "school"))


@pytest.fixture(scope="module")
def plans(school: Mission) -> Planned:
    return planned(short_of(school))


def test_what_is_told_to_cure_meets_every_target_when_planned(school: Mission, plans: Planned) -> None:
    assert {"team.38"} == missed(plans.programme)
    found = cures(plans, SETTINGS)
    assert found
    for cure in found:
        mission = plans.option.mission.changed(cure.change.sets)
        _, _, after, _ = achieve(mission, plans.option.choices, SETTINGS)
        assert cure.cures == (not missed(after))
        assert cure.reached[1] > cure.reached[0]
    assert sorted(found, key=lambda cure: not cure.cures) == list(found)


def test_a_change_that_eases_nothing_gains_nothing(plans: Planned) -> None:
    cure = tried_change(
        plans, SETTINGS, CandidateChange("site", MoreBeds(1, "camp"), {"sites.camp.beds": 61})
    )
    assert {"team.38": 0.0} == pytest.approx(cure.gained, abs=1e-6)
    assert not cure.cures
    assert 0.0 == pytest.approx(cure.cost, abs=1.0)


def test_a_plan_that_misses_nothing_needs_no_cure(school: Mission) -> None:
    assert () == cures(planned(option_of(school, "many.none")), SETTINGS)


def test_a_contradiction_is_cured_by_the_least_ceiling_and_by_no_lower_one(school: Mission) -> None:
    plans = planned(contradicting(school))
    (cure,) = cures(plans, SETTINGS)
    assert {"ceiling": 2} == cure.change.sets
    lower = tried_change(plans, SETTINGS, CandidateChange("command", SetTo("ceiling", 1), {"ceiling": 1}))
    assert not lower.cures
