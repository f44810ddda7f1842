"""Courses improve with the serials of them that were held, by Wright's rule, and never for the worse."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from cadre.mission import Mission
from cadre.simulation.run import ReplicationPlan
from tests.simulation import small
from tests.simulation.made import FULL, full, plans_for, programme_for
from tests.simulation.test_kernel import agree, play

RATIO = {"one_per": 5}
FAST = {"instructors": "80%", "fails": "70%"}


def school(learns: dict[str, Any] | None, **changes: Any) -> Mission:
    """Eight serials of four weeks for ten, one instructor for five, half of whom pass."""
    more = {"learns": learns} if learns else {}
    course = small.course(passes="50%", instructors={"medic": RATIO}, **more)
    people = {"army": {"title": "Army", "a_year": 0, "at_start": 500}}
    frame = small.SMALL["mission"] | {"horizon": 52}
    return small.mission(courses=course, recruits=people, mission=frame, **changes)


def graduates(of: Mission, starts: list[int], **plan: Any) -> float:
    plans = small.plans(of, starts, **plan)
    agree(of, plans, ReplicationPlan(3, 1))
    return float(play(of, plans, ReplicationPlan(4000, 1)).scalars["graduates"].mean())


def test_fewer_fail_at_the_second_the_fourth_and_the_eighth_serial() -> None:
    """Of 10, 5 fail; then 4 in serials 2 and 3, 3.2 in 4 to 7, 2.56 in the eighth: 52.84 pass of 80."""
    found = graduates(school({"fails": "80%"}), [0, 4, 8, 12, 16, 20, 24, 28])
    assert found == pytest.approx(5 + 2 * 6 + 4 * 6.8 + 7.44, abs=4 * np.sqrt(80 * 0.25 / 4000))


def test_what_was_held_before_the_first_day_puts_learning_off() -> None:
    """With one serial held before, the values written hold for two: the next doubling is the third."""
    found = graduates(school({"fails": "80%", "held_before": 1}), [0, 4, 8, 12])
    assert found == pytest.approx(2 * 5 + 2 * 6, abs=4 * np.sqrt(40 * 0.25 / 4000))


def test_nothing_is_learnt_beyond_what_is_left_in_the_end() -> None:
    found = graduates(school({"fails": "10%", "at_least": "90%"}), [0, 4, 8, 12])
    assert found == pytest.approx(5 + 3 * 5.5, abs=4 * np.sqrt(40 * 0.25 / 4000))


@pytest.mark.parametrize(("ratio", "late"), [(None, 1), ("75%", 1), ("50%", 0)])
def test_one_instructor_teaches_as_many_when_enough_is_learnt(ratio: str | None, late: int) -> None:
    """Ten take two instructors, at three quarters (6.67 each) still two, at half one: two classes at once."""
    of = school({"instructors": ratio} if ratio else None)
    assert small.scalars(of, small.plans(of, [0, 30, 30], doctors=2))["serials_late"] == late


def test_the_mission_that_reacts_calls_more_with_those_whom_learning_frees() -> None:
    wants = {"post": {"made_of": {"aid": 1}, "wanted": {"2020-12-20": 300}, "floor_after_exit": 0}}
    reacts = {"policy": {"reacts": "every rotation"}, "capabilities": wants}
    starts = [0, 4, 8, 12]
    slow, fast = (school(learns, **reacts) for learns in (None, {"instructors": "50%"}))
    assert graduates(fast, starts) > 1.5 * graduates(slow, starts)


@pytest.mark.parametrize("reacts", ["never", "every rotation"])
@pytest.mark.parametrize("seed", range(3))
def test_who_learns_faster_reaches_no_less(seed: int, reacts: str) -> None:
    """On average over futures. A mission that reacts calls fewer classes where more pass."""
    found = []
    for ratio in ("100%", "95%", "80%", "60%"):
        learns = {"instructors": ratio, "fails": ratio} if ratio != "100%" else None
        of = full(learns=learns, policy={"reacts": reacts})
        found.append(play(of, plans_for(of, seed), ReplicationPlan(400, seed)).scalars)
    for slow, fast in pairwise(found):
        assert reacts != "never" or slow["graduates"].mean() <= fast["graduates"].mean()
        assert slow["outcome"].mean() <= fast["outcome"].mean() + 0.002


@pytest.mark.parametrize("seed", range(4))
def test_learning_is_that_of_the_plain_program(seed: int) -> None:
    courses = dict(FULL["courses"])
    courses["leader"] = courses["leader"] | {"learns": {"fails": {"low": 0.3, "high": 0.9}, "held_before": 1}}
    common = {"instructors": {"low": "60%", "high": "95%"}, "fails": "80%", "at_least": 0.3}
    army = {"title": "Army", "a_year": {"low": 300, "high": 900}, "at_start": 60}
    of = full(courses=courses, learns=common, recruits={"army": army})
    of = of.changed({"sites.home.facilities.classroom": 6, "sites.home.beds": 300})
    agree(of, plans_for(of, seed), ReplicationPlan(4, seed, inner=1 + seed % 2))
    agree(of, programme_for(of, seed), ReplicationPlan(2, seed))


def test_a_course_of_which_too_few_serials_are_held_stays_as_written_to_the_last_bit() -> None:
    common = {"instructors": "50%", "fails": "50%", "held_before": 100}
    one, other = (
        play(of, plans_for(of, 1), ReplicationPlan(50, 1)).scalars for of in (full(), full(learns=common))
    )
    assert all(np.array_equal(one[name], other[name]) for name in one)
