"""Which changes are tried, from small to large."""

from __future__ import annotations

import pytest

from cadre.cures.candidates import ladders
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.plans import Planned
from tests.cures.made import contradicting, planned, short_of
from tests.mission_files.by_hand import write_folder
from tests.words.english import english


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Mission:
    return read_mission(write_folder(tmp_path_factory.mktemp("cures") / "school"))


@pytest.fixture(scope="module")
def plans(school: Mission) -> Planned:
    return planned(short_of(school))


def test_every_ladder_grows_and_every_change_may_stand_in_the_mission(plans: Planned) -> None:
    mission = plans.option.mission
    found = ladders(plans)
    assert {"ceiling", "trainees", "seats", "site", "instructors"} == {ladder[0].rule for ladder in found}
    for ladder in found:
        assert 1 == len({change.rule for change in ladder})
        assert len(ladder) == len(
            {tuple(change.sets.items()) for change in ladder if change.rule != "instructors"} or ladder
        )
        assert all(mission != mission.changed(change.sets) for change in ladder)


def test_courses_left_out_are_held_as_far_as_a_capability_needs_them(school: Mission) -> None:
    """Teams need leaders, leaders come from the advanced course, which takes graduates of the basic one."""
    without = short_of(school, **{"courses.basic.held": False, "courses.advanced.held": False})
    left_out = [ladder for ladder in ladders(planned(without)) if ladder[0].rule == "courses"]
    assert [{"courses.basic.held": True, "courses.advanced.held": True}] == [c.sets for (c,) in left_out]
    one = short_of(school, **{"courses.advanced.held": False})
    ((change,),) = [ladder for ladder in ladders(planned(one)) if ladder[0].rule == "courses"]
    assert {"courses.advanced.held": True} == change.sets


def test_a_ceiling_goes_up_by_tenths(plans: Planned) -> None:
    (ceiling,) = [ladder for ladder in ladders(plans) if ladder[0].rule == "ceiling"]
    assert [22, 24, 28] == [change.sets["ceiling"] for change in ceiling]
    assert "ceiling 22 in place of 20" == english(ceiling[0].what)


def test_posts_that_stay_open_are_asked_for_at_their_site_and_no_other(plans: Planned) -> None:
    asks = [ladder[0] for ladder in ladders(plans) if ladder[0].rule == "instructors"]
    assert ["guard", "trainer"] == sorted({next(iter(ask.sets.values()))["role"] for ask in asks})
    assert all([] == offer["not_at"] for ask in asks for offer in ask.sets.values())  # there is one site only


def test_where_the_command_does_not_fit_only_what_stands_against_it_is_eased(school: Mission) -> None:
    ((change,),) = ladders(plan_option(contradicting(school), Settings(jobs=1)))
    assert {"ceiling": 2} == change.sets
