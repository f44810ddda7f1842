"""Missions that set a least stay: people come once, unbroken, across rotations."""

from typing import Any

from hypothesis import given, settings

from cadre.forces.optimise import fill_posts
from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.forces.single import single_stays
from cadre.forces.violations import violations
from cadre.mission import Mission
from cadre.reasons.broken_forces import StayTooShort

from .made import MEASURED, Offers, line, mission_with, offer, some_lines, some_offers


def with_least(offers: Offers, least: int = 8, **tours: Any) -> Mission:
    return mission_with(offers, tours={"weeks": 26, "least": least} | tours)


def filled(mission: Mission, *lines: PostLine) -> ForcePlan:
    plan = fill_posts(lines, mission, {}, MEASURED)
    assert () == violations(plan, mission, {}, MEASURED)
    return plan


def test_nobody_comes_for_less_than_the_least_stay() -> None:
    offers = {"a": offer(weeks=(0, 9)), "b": offer(weeks=(20, 26))}
    short = filled(with_least(offers, least=7), line())
    assert (Stint("a", "guard@school/r0", 0, 9, 1),) == short.stints
    free = fill_posts((line(),), mission_with(offers), {}, MEASURED)
    assert 9 + 6 == sum(stint.post_weeks for stint in free.stints)


def test_one_stay_goes_on_across_a_rotation() -> None:
    plan = filled(with_least({"a": offer(weeks=(20, 34))}, least=14), line(), line(rotation=1))
    assert [("guard@school/r0", 20, 26), ("guard@school/r1", 26, 34)] == [
        (stint.line, stint.begins, stint.ends) for stint in plan.stints
    ]


def test_contingents_follow_each_other_at_the_tour() -> None:
    plan = filled(with_least({"a": offer(people=2, tour=13)}), line(people=2))
    assert [(0, 13, 2), (13, 26, 2)] == [(s.begins, s.ends, s.people) for s in plan.stints]
    assert 0 == plan.unfilled


def test_posts_of_a_place_are_unbroken_over_rotations() -> None:
    lines = (line(people=3), line(rotation=1, people=1), line("trainer", rotation=1))
    posts = single_stays(lines, with_least({}), ()).problem.posts
    assert [(0, 26, 1), (0, 26, 1), (0, 52, 1), (26, 52, 10)] == sorted(
        (post.opens, post.closes, post.priority) for post in posts
    )


def test_a_stay_below_the_least_is_told() -> None:
    mission = with_least({"a": offer()})
    short = ForcePlan((line(),), (Stint("a", "guard@school/r0", 0, 7, 1),), counted=("a",))
    told = StayTooShort("a", "guard", "school", 0, 7, 8)
    assert told in violations(short, mission, {}, MEASURED)
    goes_on = ForcePlan(
        (line(), line(rotation=1)),
        (Stint("a", "guard@school/r0", 22, 26, 1), Stint("a", "guard@school/r1", 26, 30, 1)),
        counted=("a",),
    )
    assert not any(isinstance(wrong, StayTooShort) for wrong in violations(goes_on, mission, {}, MEASURED))


@settings(max_examples=30, deadline=None)
@given(some_lines(), some_offers())
def test_plans_with_a_least_stay_have_nothing_wrong_and_fill_no_more_than_without(
    lines: tuple[PostLine, ...], offers: Offers
) -> None:
    single = filled(with_least(offers, least=6), *lines)
    free = fill_posts(lines, mission_with(offers), {}, MEASURED)
    assert free.unfilled <= single.unfilled
    assert single.result is not None
    assert single.unfilled == single.result.objective
