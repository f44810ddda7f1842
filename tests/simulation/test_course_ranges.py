"""Length and ratio of a course may be ranges, drawn once in each future; plans take their means."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cadre.mission import Mission
from cadre.simulation.run import ReplicationPlan
from tests.simulation import small
from tests.simulation.made import FULL, full, plans_for, programme_for
from tests.simulation.test_kernel import agree, play

BEGUN = {"first": {"course": "basic", "site": "home", "trainees": 8, "weeks_left": 3}}


def school(course: dict[str, Any], **changes: Any) -> Mission:
    return small.mission(courses=small.course(**course), **changes)


def test_a_plan_takes_the_mean_to_the_nearest_week() -> None:
    assert school({"weeks": {"min": 2, "likely": 4, "max": 9}}).courses["basic"].length == 5
    assert school({"weeks": {"choices": {3: 0.5, 4: 0.5}}}).courses["basic"].length == 4
    of = school({"instructors": {"medic": {"one_per": {"low": 2, "high": 6}}}})
    assert [of.courses["basic"].instructors["medic"].people_for(n) for n in (4, 5, 8, 9)] == [1, 2, 2, 3]


def test_a_longer_course_runs_on_with_its_crew() -> None:
    """Two serials follow each other with one crew; where they last six weeks the second is two weeks late."""
    of = school({"weeks": {"choices": {4: 0.5, 6: 0.5}}})
    assert of.courses["basic"].length == 5
    found = play(of, small.plans(of, [0, 4]), ReplicationPlan(400, 1))
    weeks, late = found.draws["courses.basic.weeks"], found.scalars["serials_late"]
    assert set(weeks) == {4, 6}
    assert np.array_equal(late, weeks == 6)
    ended = found.series["stock.aid"][:, 1]  # before week 13
    assert np.all(ended == 20)
    assert np.array_equal(found.scalars["waited.instructors"], np.where(weeks == 6, 2, 0))


def test_drop_out_strikes_in_every_week_that_is_drawn() -> None:
    of = school({"weeks": {"choices": {2: 0.5, 8: 0.5}}, "drops_out": "10%"})
    found = play(of, small.plans(of, [0]), ReplicationPlan(4000, 1))
    for weeks in (2, 8):
        passed = found.scalars["graduates"][found.draws["courses.basic.weeks"] == weeks]
        assert passed.mean() == pytest.approx(10 * 0.9**weeks, abs=4 * np.sqrt(2.5 / len(passed)))


def test_a_crew_teaches_as_many_as_the_ratio_drawn_allows() -> None:
    """Ten take two instructors at five each, three at four: two are there, so that eight are taught, late."""
    of = school({"instructors": {"medic": {"one_per": {"choices": {4: 0.5, 5: 0.5}}}}})
    found = play(of, small.plans(of, [0]), ReplicationPlan(400, 1))
    ratio = found.draws["courses.basic.instructors.medic.one_per"]
    assert np.array_equal(found.scalars["graduates"], np.where(ratio == 4, 8, 10))
    assert np.array_equal(found.scalars["serials_thinned"], ratio == 4)


def test_serials_under_way_have_the_weeks_left_that_were_told() -> None:
    of = school({"weeks": {"choices": {4: 0.5, 8: 0.5}}}, under_way=BEGUN)
    wants = {"post": {"made_of": {"aid": 1}, "wanted": {"2020-01-25": 8, "2020-01-18": 8}}}
    found = play(of.changed({"capabilities": wants}), small.plans(of, []), ReplicationPlan(50, 1)).scalars
    assert not found["reached.post.1"].any()
    assert np.all(found["reached.post.2"] == 8)


def test_shorter_courses_and_larger_ratios_reach_no_less() -> None:
    outcomes = []
    for weeks, ratio in (({"low": 6, "high": 9}, 3), ({"low": 4, "high": 6}, 5), ({"low": 3, "high": 4}, 9)):
        courses = FULL["courses"] | {"leader": FULL["courses"]["leader"] | {"weeks": weeks}}
        courses["basic"] = courses["basic"] | {"instructors": {"medic": {"one_per": ratio}, "interpreter": 1}}
        of = full(courses=courses)
        outcomes.append(
            np.mean(
                [play(of, plans_for(full(), s), ReplicationPlan(200, s)).scalars["outcome"] for s in (1, 2)]
            )
        )
    assert outcomes == sorted(outcomes)


@pytest.mark.parametrize("seed", range(4))
def test_ranges_are_those_of_the_plain_program(seed: int) -> None:
    courses = dict(FULL["courses"])
    phases = [dict(phase) for phase in courses["basic"]["in_phases"]]
    phases[1]["instructors"] = {"drill": {"one_per": {"min": 2, "likely": 6, "max": 20}}}
    crew = {"medic": {"one_per": {"low": 3, "high": 8}}, "interpreter": 1}
    courses["basic"] = courses["basic"] | {
        "in_phases": phases,
        "instructors": crew,
        "learns": {"instructors": 0.7},
    }
    courses["leader"] = courses["leader"] | {"weeks": {"min": 2, "likely": 5, "max": 12}, "may_pause": True}
    courses["refresher"] = courses["refresher"] | {"weeks": {"low": 1, "high": 4}}
    army = {"title": "Army", "a_year": {"low": 300, "high": 900}, "at_start": 60}
    begun = {"one": {"course": "leader", "site": "home", "trainees": 7, "weeks_left": 4}}
    of = full(courses=courses, recruits={"army": army}, under_way=begun)
    of = of.changed({"sites.home.facilities.classroom": 6, "sites.home.beds": 300})
    agree(of, plans_for(of, seed), ReplicationPlan(4, seed, inner=1 + seed % 2))
    agree(of, programme_for(of, seed), ReplicationPlan(2, seed))
