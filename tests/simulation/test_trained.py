"""Who is trained is counted as the mission says, in plan and play."""

from __future__ import annotations

from typing import Any

import pytest

from cadre.mission import Mission
from cadre.programme.plan import Programme, SerialBatch
from cadre.programme.trained import planned_trained
from cadre.simulation.run import ReplicationPlan
from tests.simulation import small
from tests.simulation.made import full, plans_for
from tests.simulation.test_kernel import agree, play

BEGUN = {"first": {"course": "basic", "site": "home", "trainees": 8, "weeks_left": 2}}


def two_courses(rule: dict[str, Any]) -> Mission:
    """Half pass the first course, nobody the second; eight are in training on the first day."""
    courses = small.course(passes="50%")
    courses["other"] = small.COURSE | {"passes": 0}
    return small.mission(courses=courses, under_way=BEGUN, trained=rule)


@pytest.mark.parametrize(
    ("rule", "by_2", "by_8", "by_9"),
    [
        ({}, 4, 9, 14),
        ({"counts": "attended"}, 28, 38, 38),
        ({"counts": "attended", "of": ["basic"]}, 18, 28, 28),
        ({"of": "other"}, 0, 0, 0),
    ],
)
def test_a_plan_counts_as_the_mission_says(
    rule: dict[str, Any], by_2: float, by_8: float, by_9: float
) -> None:
    """Ten begin each course in week 0, ten more the first in week 5; a course lasts four weeks."""
    of = two_courses(rule)
    batches = [("basic", 0), ("basic", 5), ("other", 0)]
    serials = tuple(SerialBatch(course, "home", week, 1, 10.0, 10) for course, week in batches)
    plan = Programme(4, of.weeks, of.tours.weeks, serials)
    assert (by_2, by_8, by_9) == tuple(planned_trained(plan, of, weeks) for weeks in (2, 8, 9))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("rule", [{"of": ["basic"]}, {"counts": "attended", "of": ["leader", "basic"]}])
def test_what_is_counted_is_that_of_the_plain_program(seed: int, rule: dict[str, Any]) -> None:
    of = full(trained=rule, under_way={"one": BEGUN["first"] | {"trainees": {"low": 2, "high": 14}}})
    agree(of, plans_for(of, seed), ReplicationPlan(3, seed))


def test_all_graduates_count_where_nothing_is_said_and_no_rule_changes_what_happens() -> None:
    plain, counted = (full(), full(trained={"counts": "attended"}))
    one, other = (play(of, plans_for(of, 1), ReplicationPlan(50, 1)).scalars for of in (plain, counted))
    assert (one["trained"] == one["graduates"]).all()
    assert (other["trained"] >= other["graduates"]).all()
    assert (one["graduates"] == other["graduates"]).all()
    assert other["trained"].sum() > one["trained"].sum()
