"""A mission that reacts calls what serves, as people, rooms and trainees allow, and is no worse for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cadre.mission import Mission
from cadre.simulation.inputs import Plans
from cadre.simulation.run import ReplicationPlan
from tests.simulation import small
from tests.simulation.made import full, plans_for
from tests.simulation.policies import reaction, uncertain_mission
from tests.simulation.test_kernel import agree, play

NEVER = {"policy.reacts": "never"}
REACTS = {"policy": {"reacts": "every rotation", "beyond_targets": False}}
GOES_ON = {"policy": {"reacts": "every rotation"}}


def crowded(seed: int) -> tuple[Mission, Plans]:
    """The mission by hand with many trainees and rooms, and plans that hold few of the serials they could."""
    mission = full(recruits={"army": {"title": "Army", "a_year": {"low": 300, "high": 900}, "at_start": 60}})
    mission = mission.changed({"sites.home.facilities.classroom": 6, "sites.home.beds": 300})
    plans = plans_for(mission, seed)
    if plans.timetable is None:
        return mission, plans
    return mission, replace(plans, timetable=replace(plans.timetable, serials=plans.timetable.serials[:4]))


@pytest.mark.parametrize("seed", range(6))
def test_classes_called_are_those_of_the_plain_program(seed: int) -> None:
    mission, plans = crowded(seed)
    agree(mission, plans, ReplicationPlan(4, seed))
    agree(mission.changed(NEVER), plans, ReplicationPlan(2, seed))
    agree(mission.changed({"policy.beyond_targets": False}), plans, ReplicationPlan(2, seed))


def test_classes_are_called_in_half_of_them() -> None:
    """Otherwise the agreement above would say little."""
    called = [
        play(*crowded(seed), ReplicationPlan(50, seed)).scalars["serials_called"].any() for seed in range(6)
    ]
    assert sum(called) >= 3
    mission, plans = crowded(0)
    assert not play(mission.changed(NEVER), plans, ReplicationPlan(50, 0)).scalars["serials_called"].any()


def played(starts: list[int], *, wanted: int = 6, **changes: Any) -> dict[str, float]:
    """One course of four weeks for 4 to 10, two instructors for it; three graduates a unit, on 1 June."""
    wants = {"post": {"made_of": {"aid": 3}, "wanted": {"2020-06-01": wanted}, "floor_after_exit": 0}}
    trainees, plan = changes.pop("trainees", 10), {"capabilities": wants} | REACTS | changes
    of = small.mission(**plan)
    plans = small.plans(of, starts, trainees=trainees)
    agree(of, plans, ReplicationPlan(1, 1))
    return small.scalars(of, plans)


def test_a_class_is_called_when_graduates_are_short_and_people_are_free() -> None:
    """18 are wanted and 10 planned: 8 more are taught from week 4 on, when both instructors are free."""
    found = played([0])
    assert (found["serials_called"], found["graduates"], found["reached.post.21"]) == (1, 18, 6)


def test_nothing_is_called_when_the_plan_reaches_its_targets_or_no_class_ends_in_time() -> None:
    assert played([0, 4])["serials_called"] == 0
    assert played([18], wanted=4)["serials_called"] == 1  # the two that are short, from week 0 on
    late = small.mission(
        capabilities={"post": {"made_of": {"aid": 3}, "wanted": {"2020-01-20": 6}}}, **REACTS
    )
    assert small.scalars(late, small.plans(late, [0]))["serials_called"] == 0


CROWD = {"army": {"title": "Army", "a_year": 0, "at_start": {"choices": {"0": 0.3, "200": 0.7}}}}
"""In the one future played 200 come, 60 beyond those expected."""


def test_as_many_as_were_expected_are_no_reason_to_go_on() -> None:
    assert played([0], wanted=1) == played([0], wanted=1, **GOES_ON)


def test_once_all_targets_are_in_sight_classes_go_on_until_exit() -> None:
    """One class is planned and one unit of three wanted; two instructors hold six classes in 26 weeks.

    Sixty more have come than were expected.
    """
    crowd = {"recruits": CROWD}
    until, on = played([0], wanted=1, **crowd), played([0], wanted=1, **crowd, **GOES_ON)
    assert (until["serials_called"], on["serials_called"]) == (0, 5)
    assert on["reached.post.21"] >= until["reached.post.21"]
    assert on["graduates"] > until["graduates"]


def test_nothing_goes_on_of_which_nothing_is_wanted() -> None:
    other = small.COURSE | {"grants": "lead"}
    found = played(
        [0],
        wanted=1,
        competences={"aid": {"title": "First aid"}, "lead": {"title": "Leader"}},
        courses={"basic": small.COURSE, "drill": other},
        recruits=CROWD,
        **GOES_ON,
    )
    assert found["serials_called"] == 5
    assert found["graduates"] == found["graduates.basic"]


def test_what_goes_on_waits_while_a_target_is_short() -> None:
    """Targets of more than can be reached: up to the last of them what is called is the same."""
    crowd = {"recruits": CROWD}
    until, on = played([0], wanted=60, **crowd), played([0], wanted=60, **crowd, **GOES_ON)
    assert until["reached.post.21"] == on["reached.post.21"]
    assert (until["serials_called"], on["serials_called"]) == (4, 5)


def test_a_planned_class_is_filled_before_another_one_is_called() -> None:
    """Two classes of 8 are planned and 18 are wanted: the first takes the ten that it has seats for."""
    found = played([0, 4], trainees=8)
    assert (found["serials_called"], found["graduates"], found["serials_thinned"]) == (0, 18, 0)


def test_a_class_is_filled_only_as_far_as_its_instructors_suffice() -> None:
    """Ten seats, two instructors for the eight planned, three for nine."""
    crowd = small.course(instructors={"medic": {"one_per": 4}})
    found = played([0, 4, 8], trainees=8, wanted=9, courses=crowd)
    assert found["graduates"] == 28  # three more are short, and no class has fewer than four
    assert found["serials_called"] == 1


def test_no_class_takes_the_people_of_a_planned_one() -> None:
    """Both instructors are free in weeks 0 and 1 only, then from week 6 on."""
    found = played([2], wanted=12)
    assert (found["serials_called"], found["serials_late"]) == (3, 0)
    assert found["reached.post.21"] == 12


def test_nobody_who_holds_two_skills_is_counted_twice() -> None:
    """Both instructors hold both skills: while they teach the planned class, none is called of the other."""
    other = small.COURSE | {"instructors": {"drill": 2}, "grants": "lead"}
    found = played(
        [2],
        wanted=3,
        skills={"medic": {"title": "Medic"}, "drill": {"title": "Drill"}},
        roles={"doctor": {"skills": ["medic", "drill"]}},
        competences={"aid": {"title": "First aid"}, "lead": {"title": "Leader"}},
        courses={"basic": small.COURSE, "drill": other},
        capabilities={"post": {"made_of": {"aid": 3, "lead": 1}, "wanted": {"2020-06-01": 3}}},
    )
    assert (found["serials_called"], found["serials_late"]) == (1, 0)
    assert found["reached.post.21"] == 3


def test_hosts_do_not_stand_in_for_foreigners_of_a_planned_class() -> None:
    """As above, with two hosts who may teach only beside foreigners."""
    hosts = {"medic": {"title": "Medic", "hosts_at_start": 2}}
    found = played([2], wanted=12, skills=hosts, courses=small.course(foreign_at_least=1))
    assert (found["serials_called"], found["serials_late"]) == (3, 0)


def test_no_class_takes_the_trainees_of_a_planned_one() -> None:
    few = {"army": {"title": "Army", "a_year": 0, "at_start": 12}}
    found = played([8], recruits=few)
    assert (found["serials_called"], found["serials_held"], found["serials_late"]) == (0, 1, 0)


def test_nobody_is_taught_what_others_are_missing_for() -> None:
    """No course makes leaders: with the four units that can be led, further first aid serves nothing."""
    wants = {"post": {"made_of": {"aid": 3, "lead": 1}, "wanted": {"2020-06-01": 9}}}
    able = {"aid": {"title": "First aid"}, "lead": {"title": "Leader", "at_start": 4}}
    of = small.mission(capabilities=wants, competences=able, **REACTS)
    found = small.scalars(of, small.plans(of, [0]))
    assert found["reached.post.21"] == 4
    assert found["graduates"] == 14  # two more are short, and no class has fewer than four


def test_a_serial_whose_graduates_serve_nothing_is_called_off() -> None:
    """Of 40 expected 6 are wanted and 19 kept for chance (3 standard deviations): the last class goes."""
    found = played([0, 4, 8, 12], wanted=2)
    assert (found["serials_called_off"], found["serials_held"], found["serials_lost"]) == (1, 3, 0)
    assert found["graduates"] == 30
    assert played([0, 4, 8, 12], wanted=8)["serials_called_off"] == 0  # 24 and 19 are 43


def test_a_serial_is_called_off_where_it_waits_too() -> None:
    """The site opens in week 13, when the mission looks ahead again: all four wait until then."""
    shut = {"home": {"opens": "2020-04-01"}}
    found = played([0, 4, 5, 6], wanted=2, sites=shut)
    assert found["serials_called_off"] == 1
    assert found["serials_held"] + found["serials_lost"] == 3


def test_graduates_that_nobody_counts_are_asked_for_as_such() -> None:
    able = {"aid": {"title": "First aid"}, "lead": {"title": "Leader", "at_start": 4}}
    wants = {"post": {"made_of": {"lead": 1}, "wanted": {"2020-06-01": 1}}}
    of = small.mission(capabilities=wants, competences=able, **REACTS)
    assert small.scalars(of, small.plans(of, [0, 4, 8, 12]))["serials_called_off"] == 0


def test_a_course_that_trains_hosts_is_not_called_off() -> None:
    teaches = small.course(teaches=["medic"], teaches_on=0.1)
    assert played([0, 4, 8, 12], wanted=2, courses=teaches)["serials_called_off"] == 0


def ample(seed: int) -> tuple[Mission, Plans]:
    """The mission by hand with targets that a few of its serials reach, and no course that trains hosts."""
    wants = {
        "post": {"made_of": {"aid": 2, "lead": 1}, "wanted": {"2020-12-01": 1}, "floor_after_exit": 1},
        "spare": {"made_of": {"aid": 1}, "wanted": {"2021-03-01": 4}, "floor_after_exit": 3, "priority": 2},
    }
    mission = full(capabilities=wants, hosts_teach_alone={})
    mission = mission.changed({"courses.basic.teaches_on": 0, "sites.home.facilities.classroom": 6})
    return mission, plans_for(mission, seed)


@pytest.mark.parametrize("seed", range(6))
def test_serials_called_off_are_those_of_the_plain_program(seed: int) -> None:
    agree(*ample(seed), ReplicationPlan(6, seed))


def test_serials_are_called_off_in_half_of_them() -> None:
    """Otherwise the agreement above would say little."""
    called_off = [
        play(*ample(seed), ReplicationPlan(50, seed)).scalars["serials_called_off"].any() for seed in range(6)
    ]
    assert sum(called_off) >= 3


def test_the_mission_looks_ahead_in_the_first_teaching_week_of_a_rotation() -> None:
    """The rotation begins in a closed week; a class is called in the week after."""
    closed = {"closed": [{"begins": "2020-01-06", "ends": "2020-01-12"}]}
    found = played([1], calendar=closed)
    assert (found["serials_called"], found["graduates"]) == (1, 18)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_mission_that_reacts_is_no_worse(seed: int) -> None:
    """A hundred of them: `python -m benchmarks.policy`."""
    assert not reaction(seed, uncertain_mission(seed), 500).is_worse


def test_twice_the_intake_gives_more() -> None:
    """Classes for the mean of what may come are planned; where more come, more are called."""

    def graduates(times: int, **changes: Any) -> Any:
        army = {"army": {"title": "Army", "a_year": {"low": 20 * times, "high": 80 * times}, "at_start": 4}}
        wants = {"post": {"made_of": {"aid": 3}, "wanted": {"2020-06-01": 60}}}
        of = small.mission(recruits=army, capabilities=wants, **REACTS).changed(changes)
        return small.play(of, small.plans(of, [5, 11, 17]), 300).scalars["graduates"]

    assert graduates(2).mean() > 1.2 * graduates(1).mean()
    assert graduates(2).mean() > 1.1 * graduates(2, **NEVER).mean()


def test_what_was_to_be_called_off_is_held_once_nothing_serves_a_target_any_more() -> None:
    """In week 0 leaders are short and can be taught, so a class of aid in week 30 is to be called off.

    In week 26, the next look ahead before it, the leaders' date is over: classes go on as planned.
    """
    lead = small.COURSE | {"grants": "lead"}
    of = small.mission(
        mission=small.SMALL["mission"] | {"horizon": 52},
        competences={"aid": {"title": "First aid", "at_start": 200}, "lead": {"title": "Leader"}},
        courses={"basic": small.COURSE, "drill": lead},
        capabilities={
            "post": {"made_of": {"aid": 1}, "wanted": {"2020-12-28": 2}, "floor_after_exit": 0},
            "team": {"made_of": {"lead": 1}, "wanted": {"2020-03-02": 50}, "floor_after_exit": 0},
        },
        **GOES_ON,
    )
    plans = small.plans(of, [30])
    agree(of, plans, ReplicationPlan(1, 1))
    assert 0 == small.scalars(of, plans)["serials_called_off"]
    until = of.changed({"policy.beyond_targets": False})
    assert 1 == small.scalars(until, plans)["serials_called_off"]
