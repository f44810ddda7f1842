"""Filling posts: known optima by hand, every plan enumerated where it can be, two solvers."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings

from cadre.forces.model import build
from cadre.forces.optimise import DEFAULT, fill, fill_posts
from cadre.forces.plan import CRITICAL_WEIGHT, ForcePlan, PostLine, Stint
from cadre.forces.states import shares
from cadre.forces.violations import violations
from cadre.mission import Mission
from cadre.reasons.broken_forces import GapsWrong, LineOverfull
from cadre.solving import Limits, Result, Status

from .made import MEASURED, SMALL, Offers, line, mission_with, offer, some_lines, some_offers

Pair: TypeAlias = tuple[str, PostLine]
"""An offer and a line."""


def filled(offers: Offers, *lines: PostLine, **changes: Any) -> ForcePlan:
    mission = mission_with(offers, **changes)
    plan = fill_posts(lines, mission, {}, MEASURED)
    assert () == violations(plan, mission, {}, MEASURED)
    return plan


def result(plan: ForcePlan) -> Result:
    assert plan.result is not None
    return plan.result


def schools(plan: ForcePlan, mission: Mission) -> int:
    """Count pairs of a party and a site at which it serves."""
    site = {made.id: made.site for made in plan.lines}
    return len({(mission.offers[s.offer].party, site[s.line]) for s in plan.stints})


# ---- by hand


def test_one_offer_fills_one_post() -> None:
    plan = filled({"a": offer()}, line())
    assert (Stint("a", "guard@school/r0", 0, 26, 1),) == plan.stints
    assert (0, ()) == (plan.unfilled, plan.gaps)


def test_people_are_counted_at_a_time_and_fresh_in_each_rotation() -> None:
    plan = filled({"a": offer(people=2)}, line(people=3), line(rotation=1, people=1))
    assert [(0, 26, 2), (26, 52, 1)] == [(s.begins, s.ends, s.people) for s in plan.stints]


def test_a_short_tour_is_followed_by_a_fresh_person() -> None:
    plan = filled({"a": offer(tour=10)}, line())
    assert [(0, 10), (10, 20), (20, 26)] == [(s.begins, s.ends) for s in plan.stints]


def test_a_critical_post_goes_first() -> None:
    roles = SMALL["roles"] | {"guard": {"critical": True}}
    lines = (line(people=1), replace(line(site="hq"), critical=True))
    plan = filled({"a": offer()}, *lines, roles=roles)
    assert ["guard@hq/r0"] == [s.line for s in plan.stints]
    assert 26 == plan.unfilled


def test_critical_post_weeks_weigh_more() -> None:
    plan = filled({}, line("trainer", people=2), line())
    assert CRITICAL_WEIGHT * 52 + 26 == plan.unfilled == result(plan).objective == result(plan).bound


def test_people_move_on_when_others_come() -> None:
    offers = {"a": offer(), "b": offer(weeks=(13, 52), not_at="school")}
    plan = filled(offers, replace(line(site="hq"), critical=True), line())
    assert 13 == plan.unfilled


def test_one_party_serves_at_a_school_rather_than_two() -> None:
    offers = {
        "a": offer(people=1),
        "b": offer(people=2, party="south"),
        "c": offer(people=1, party="east"),
    }
    plan = filled(offers, line(people=2))
    assert {"b"} == {s.offer for s in plan.stints}


def test_the_burden_is_shared_where_several_parties_are_needed() -> None:
    offers = {"a": offer(people=3, weeks=(0, 26)), "b": offer(people=3, weeks=(0, 26), party="south")}
    mission = mission_with(offers)
    plan = fill_posts((line(people=4),), mission, {}, {})
    assert [2 / 3, 2 / 3] == pytest.approx([share.load for share in shares(plan, mission)])


def test_firmer_offers_come_first() -> None:
    offers = {f"{n}-{s}": offer(state=s) for n, s in enumerate(("indicated", "confirmed", "pledged"))}
    assert ["1-confirmed"] == [s.offer for s in filled(offers, line()).stints]


def test_nobody_changes_posts_without_need() -> None:
    offers = {"a": offer(), "b": offer(weeks=(13, 26)), "c": offer(weeks=(0, 13))}
    plan = filled(offers, line(), line(site="hq"))
    assert 3 == len(plan.stints)
    assert 26 in {s.ends - s.begins for s in plan.stints if s.offer == "a"}


def test_lines_of_a_role_that_overlap_do_not_share_a_person() -> None:
    later = replace(line(site="hq"), opens=10, closes=30)
    assert 30 == sum(s.post_weeks for s in filled({"a": offer()}, line(), later).stints)


@pytest.mark.parametrize("offers", [{}, {"a": offer(only_if="years <= 0.1")}, {"a": offer(role="clerk")}])
def test_without_offers_that_count_all_stays_open(offers: Offers) -> None:
    plan = filled(offers, line(people=2))
    assert (52, Status.OPTIMAL) == (plan.unfilled, result(plan).status)


def test_without_lines_there_is_an_empty_plan() -> None:
    plan = filled({"a": offer()})
    assert ForcePlan((), result=plan.result, counted=("a",)) == plan
    assert 0 == result(plan).objective


def test_without_time_the_plan_fills_nothing_and_says_so() -> None:
    mission = mission_with({"a": offer()})
    plan = fill_posts((line(),), mission, {}, {}, Limits(seconds=0.0))
    assert () == violations(plan, mission, {}, {})


# ---- by oracle


@given(some_offers(), some_lines())
def test_a_plan_has_nothing_wrong_and_is_worth_what_the_solver_says(
    offers: Offers, lines: tuple[PostLine, ...]
) -> None:
    plan = filled(offers, *lines)
    assert result(plan).objective == pytest.approx(plan.unfilled)
    assert result(plan).bound <= result(plan).objective + 1e-6


def pairs(mission: Mission, lines: tuple[PostLine, ...], week: int) -> Iterator[Pair]:
    """Ask the oracle which offers may fill which lines in a week."""
    for key, made in product(mission.offers, lines):
        stint = Stint(key, made.id, week, week + 1, 1)
        found = violations(ForcePlan(lines, (stint,)), mission, {}, MEASURED)
        if all(isinstance(fault, GapsWrong | LineOverfull) for fault in found):
            yield key, made


def least_open(mission: Mission, lines: tuple[PostLine, ...], allowed: dict[int, list[Pair]]) -> float:
    """Try every number of people of every offer on every line, week by week."""
    total = 0.0
    for week in range(
        min((made.opens for made in lines), default=0), max((m.closes for m in lines), default=0)
    ):
        here = [made for made in lines if made.opens <= week < made.closes]
        able = [p for p in allowed[week] if p[1] in here]
        total += min(
            _open(mission, here, dict(zip(able, number, strict=True))) for number in _numbers(mission, able)
        )
    return total


def _numbers(mission: Mission, able: list[Pair]) -> Iterator[tuple[int, ...]]:
    return product(*(range(min(round(mission.offers[key].people), made.people) + 1) for key, made in able))


def _open(mission: Mission, lines: list[PostLine], people: dict[Pair, int]) -> float:
    if any(
        sum(n for (k, _), n in people.items() if k == key) > o.people for key, o in mission.offers.items()
    ):
        return float("inf")
    here = {made.id: sum(n for (_, on), n in people.items() if on is made) for made in lines}
    if any(here[made.id] > made.people for made in lines):
        return float("inf")
    return sum(made.weight * (made.people - here[made.id]) for made in lines)


@settings(max_examples=25)
@given(some_offers(most=2), some_lines())
def test_no_plan_leaves_less_open_and_none_as_good_has_fewer_parties_at_schools(
    offers: Offers, lines: tuple[PostLine, ...]
) -> None:
    lines = lines[:3]
    mission = mission_with(offers)
    changes = {w for o in offers.values() for w in _edges(o)} | {0, 26}
    allowed: dict[int, list[Pair]] = {}
    for week in range(52):
        allowed[week] = list(pairs(mission, lines, week)) if week in changes else allowed[week - 1]
    plan = filled(offers, *lines)
    assert plan.unfilled == least_open(mission, lines, allowed)
    places = sorted({(mission.offers[k].party, made.site) for found in allowed.values() for k, made in found})
    enough = (
        sum(chosen)
        for chosen in product((0, 1), repeat=len(places))
        if plan.unfilled
        == least_open(
            mission,
            lines,
            {
                w: [p for p in found if chosen[places.index((mission.offers[p[0]].party, p[1].site))]]
                for w, found in allowed.items()
            },
        )
    )
    assert min(enough) == schools(plan, mission)


def _edges(fields: dict[str, Any]) -> tuple[int, int]:
    begins, ends = fields["begins"], fields["ends"]
    return (
        (begins - SMALL["mission"]["starts"]).days // 7,
        (ends - SMALL["mission"]["starts"]).days // 7 + 1,
    )


@given(some_offers(), some_lines(), some_offers(most=1))
def test_an_offer_more_never_leaves_more_open(
    offers: Offers, lines: tuple[PostLine, ...], more: Offers
) -> None:
    before = filled(offers, *lines).unfilled
    assert filled(offers | {f"more-{k}": o for k, o in more.items()}, *lines).unfilled <= before


@settings(max_examples=15)
@given(some_offers(), some_lines())
def test_two_solvers_agree(offers: Offers, lines: tuple[PostLine, ...]) -> None:
    force = build(lines, mission_with(offers), choices={}, measured=MEASURED)
    objectives = [fill(force, DEFAULT, solver)[0].objective for solver in ("highs", "scip")]
    assert objectives[0] == pytest.approx(objectives[1])


def test_the_same_question_gets_the_same_plan() -> None:
    offers = {f"o{n}": offer(party=p, people=2) for n, p in enumerate(("north", "south", "east", "north"))}
    lines = (line(people=3), line(site="hq", people=3), line(rotation=1, people=5))
    first, second = (fill_posts(lines, mission_with(offers), {}, {}) for _ in range(2))
    assert replace(first, result=None) == replace(second, result=None)
