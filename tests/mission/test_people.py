"""People: what support rules and needs make of a head-count."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from cadre.mission.people import Step, SupportRule
from cadre.mission.training import Course, Need


def rule(**form: Any) -> SupportRule:
    return SupportRule.model_validate({"role": "guard"} | form)


@pytest.mark.parametrize(("counted", "posts"), [(0, 0), (1, 1), (4, 1), (4.0001, 2), (8, 2), (9, 3)])
def test_one_per_rounds_up(counted: float, posts: int) -> None:
    assert posts == rule(one_per=4).posts(counted)
    assert posts == rule(ratio=0.25).posts(counted)


def test_a_share_that_is_whole_but_for_rounding_is_not_rounded_up() -> None:
    # 0.1 * 30 is 3.0000000000000004 in binary.
    assert 3 == rule(ratio=0.1).posts(30)


@pytest.mark.parametrize(
    ("counted", "posts"),
    [(0, 0), (1e-12, 0), (0.5, 12), (100, 12), (100.0000000001, 12), (101, 35), (501, 60)],
)
def test_a_step_jumps_behind_its_edge(counted: float, posts: int) -> None:
    assert posts == rule(step={"up_to_500": 35, "up_to_100": 12, "above": 60}).posts(counted)


def test_a_fixed_rule_stands_wherever_anything_is_counted() -> None:
    assert [0, 3, 3] == [rule(fixed=3).posts(counted) for counted in (0, 0.5, 100)]


def test_the_rate_of_a_rule_is_posts_for_each_person() -> None:
    assert [0.25, 0.3, 0.0] == [rule(one_per=4).rate, rule(ratio=0.3).rate, rule(fixed=2).rate]


@pytest.mark.parametrize("form", [{}, {"one_per": 4, "ratio": 0.1}, {"step": {"above": 1}, "fixed": 2}])
def test_a_rule_has_exactly_one_form(form: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="exactly one of one_per, ratio, step, fixed must stand"):
        rule(**form)


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ({"up_to_10": 2}, "a step rule ends with `above`"),
        ({"upto_10": 2, "above": 3}, "keys must be up_to_NUMBER or above"),
        ({"up_to_10": 2, "up_to_010": 3, "above": 3}, "each edge must stand once"),
        ({"up_to_10": -2, "above": 3}, "must be a number of people from 0"),
        ({"up_to_10": 2.5, "above": 3}, "must be a whole number of people"),
    ],
)
def test_a_step_that_makes_no_sense_is_refused(step: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        rule(step=step)


def test_a_step_is_written_as_people_write_it() -> None:
    step = {"up_to_10": 2, "up_to_40": 5, "above": 9}
    assert {"role": "guard", "step": step} == rule(step=step).model_dump(exclude_unset=True)
    assert Step(edges=((10, 2), (40, 5)), above=9) == rule(step=step).step


@pytest.mark.parametrize(("seats", "people"), [(0, 0), (1, 1), (5, 1), (6, 2), (24, 5)])
def test_one_for_so_many_seats_rounds_up(seats: int, people: int) -> None:
    assert people == Need.model_validate({"one_per": 5}).people_for(seats)


def test_a_fixed_need_stands_for_any_class() -> None:
    assert [0, 2, 2] == [Need(people=2).people_for(seats) for seats in (0, 1, 40)]


def course(**fields: Any) -> Course:
    return Course.model_validate(
        {"seats": {"most": 10}, "recruits": "army", "grants": "x", "sites": "camp"} | fields
    )


@pytest.mark.parametrize("written", [2, {"people": 2}, "2"])
def test_a_need_may_be_a_bare_number(written: Any) -> None:
    assert Need(people=2) == course(weeks=2, instructors={"medic": written}).instructors["medic"]


@pytest.mark.parametrize("written", ["one per 5 seats", {"one_per": "5 seats"}, {"one_per": 5}])
def test_a_need_may_be_one_for_so_many_seats(written: Any) -> None:
    assert (
        Need.model_validate({"one_per": 5})
        == course(weeks=2, instructors={"medic": written}).instructors["medic"]
    )


@pytest.mark.parametrize("written", [0, {"people": 2, "one_per": 5}, {}])
def test_a_need_for_nobody_or_in_two_forms_is_refused(written: Any) -> None:
    with pytest.raises(ValidationError, match=r"must be 1 or more|exactly one must stand"):
        course(weeks=2, instructors={"medic": written})


def test_phases_add_what_the_whole_course_needs() -> None:
    phases = [{"weeks": 2, "instructors": {"medic": 3}}, {"weeks": 4, "uses": {"ward": 1}}]
    whole = course(instructors={"medic": 1, "interpreter": 1}, uses={"classroom": 1}, in_phases=phases)
    assert 6 == whole.length
    first, second = whole.phases
    assert {"medic": 3, "interpreter": 1} == {skill: need.people for skill, need in first.instructors.items()}
    assert {"medic": 1, "interpreter": 1} == {
        skill: need.people for skill, need in second.instructors.items()
    }
    assert ({"classroom": 1.0}, {"classroom": 1.0, "ward": 1.0}) == (dict(first.uses), dict(second.uses))


def test_the_yield_is_who_stays_and_passes() -> None:
    assert pytest.approx(0.9**3 * 0.8) == course(weeks=3, drops_out="10%", passes="80%").yield_mean
