"""What is told to reach a target reaches it when planned; more posts bring something where posts bind."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cadre.attainment.lifting import LADDER, Goal, aimed
from cadre.attainment.planning import MISSED, PlanningEffort, attained, growth
from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.plans import Planned
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.violations import violations
from cadre.workers import Workers
from tests.cures.made import planned, short_of
from tests.mission_files.by_hand import write_folder

CEILING = 8
EFFORT = PlanningEffort(DEFAULT_LIMITS, 1)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Mission:
    return read_mission(write_folder(tmp_path_factory.mktemp("attainment") / "school"))


@pytest.fixture(scope="module")
def plans(school: Mission) -> Planned:
    """Trainers are short, posts are not."""
    return planned(short_of(school))


@pytest.fixture(scope="module")
def tight(school: Mission) -> Planned:
    """Posts are short."""
    return planned(short_of(school, **{"levers.people.choices.few.set": {"ceiling": CEILING}}))


def test_what_is_told_to_reach_a_target_is_a_plan_that_reaches_it(plans: Planned) -> None:
    (one,) = attained(plans, EFFORT, Workers(1))
    (day, wanted), *_ = plans.option.mission.capabilities["team"].wanted.items()
    mission = aimed(plans.option.mission, Goal("team", day, wanted), one.lifts)
    again = plan_programme(mission, start=plans.need)
    reached = max(target.reached for target in again.targets)
    assert () == violations(again, mission)
    assert one.met
    assert reached == pytest.approx(one.reached, rel=0.02)
    assert one.posts >= max(role.posts for role in one.roles)


def test_the_same_is_told_twice(plans: Planned) -> None:
    assert attained(plans, EFFORT, Workers(1)) == attained(plans, EFFORT, Workers(1))


def test_people_whom_nobody_offers_are_lacking(plans: Planned) -> None:
    (one,) = attained(plans, EFFORT, Workers(1))
    lacking = {role.role: role.lacking for role in one.roles}
    assert () == one.lifts
    assert 0 < lacking["trainer"] < max(role.posts for role in one.roles if role.role == "trainer")


def test_posts_that_bind_are_given_up_and_counted(tight: Planned) -> None:
    (one,) = attained(tight, EFFORT, Workers(1))
    assert one.as_planned < one.wanted
    assert "posts" in one.lifts
    assert one.posts > CEILING


def test_what_grows_reaches_more_with_each_size_that_is_told(tight: Planned) -> None:
    sizes = growth(tight, EFFORT, Workers(1))
    assert 0 == sizes[0].more
    assert len(sizes) > 1
    assert all(a.more < b.more and a.posts < b.posts for a, b in pairwise(sizes))
    assert sizes[0].met < sizes[-1].met


@pytest.mark.parametrize("of", ["plans", "tight"])
def test_no_rung_below_the_one_told_meets_the_target(of: str, request: pytest.FixtureRequest) -> None:
    option: Planned = request.getfixturevalue(of)
    (one,) = attained(option, EFFORT, Workers(1))
    (day, wanted), *_ = option.option.mission.capabilities["team"].wanted.items()
    for lifts in LADDER[: LADDER.index(one.lifts)]:
        again = plan_programme(aimed(option.option.mission, Goal("team", day, wanted), lifts))
        assert max(target.reached for target in again.targets) < wanted * (1 - MISSED)
