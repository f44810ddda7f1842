"""Why posts stay open, and what falls with offers that are not firm."""

import datetime as dt
from dataclasses import replace

from cadre.forces.confirmed_only import what_falls
from cadre.forces.optimise import fill_posts
from cadre.forces.plan import Gap, PostLine
from cadre.forces.violations import violations
from cadre.reasons.forces import (
    Against,
    ChoiceNeeded,
    FullUse,
    NoOffer,
    NotAtSite,
    NotFirm,
    OffersAgainst,
    OnlyFrom,
)
from tests.words.english import FORMATS, english

from .made import Offers, day, line, mission_with, offer


def gaps_of(offers: Offers, *lines: PostLine) -> tuple[Gap, ...]:
    return fill_posts(lines, mission_with(offers), {}, {}).gaps


def test_a_role_that_nobody_offers_says_so() -> None:
    gaps = gaps_of({"c": offer(role="clerk")}, line())
    assert (Gap("guard@school/r0", 0, 26, 1, NoOffer()),) == gaps


def test_offers_are_counted_by_what_stands_against_them() -> None:
    offers = {
        "a": offer(not_at="school"),
        "b": offer(weeks=(26, 40)),
        "c": offer(not_at="school"),
        "d": offer(only_if="command: none"),
        "e": offer(),
    }
    none = ChoiceNeeded("command", ("command.none",))
    counted = ((2, NotAtSite("school")), (1, OnlyFrom(day(26))), (1, none), (1, FullUse()))
    why = OffersAgainst(5, tuple(Against(*one) for one in counted))
    assert (Gap("guard@school/r0", 0, 26, 1, why),) == gaps_of(offers, line(people=2))
    assert english(why) == (
        f"5 offers for this role: 2 not at school, 1 only from {FORMATS.day(day(26))}, "
        "1 only if command is none and 1 in full use"
    )


def test_a_gap_is_cut_where_its_reason_changes() -> None:
    found = gaps_of({"a": offer(weeks=(10, 52))}, line(people=2))
    assert [(0, 10, 2), (10, 26, 1)] == [(gap.begins, gap.ends, gap.people) for gap in found]
    assert "1 offer for this role: 1 in full use" == english(found[1].why)


def test_a_gap_of_the_same_posts_is_cut_where_its_reason_changes() -> None:
    critical = replace(line(site="hq"), critical=True)
    found = gaps_of({"a": offer(weeks=(0, 10))}, line(), critical)
    expected = [
        (0, 10, "1 offer for this role: 1 in full use"),
        (10, 26, f"1 offer for this role: 1 only until {FORMATS.day(day(10) - dt.timedelta(days=1))}"),
    ]
    assert expected == [(gap.begins, gap.ends, english(gap.why)) for gap in found if gap.line == line().id]


def test_reasons_that_stay_the_same_are_told_once() -> None:
    offers = {"a": offer(not_at="school", weeks=(0, 10)), "b": offer(not_at="school", weeks=(10, 52))}
    assert 1 == len(gaps_of(offers, line()))


def test_only_firm_offers_stay() -> None:
    offers = {
        "a": offer(state="arrived"),
        "b": offer(state="confirmed", party="south"),
        "c": offer(state="pledged", weeks=(6, 52)),
        "d": offer(state="indicated"),
    }
    mission = mission_with(offers)
    plan = fill_posts((line(people=5), line(site="hq")), mission, {}, {})
    left = what_falls(plan, mission)
    assert {"a", "b"} == {stint.offer for stint in left.stints}
    assert () == violations(left, mission, {}, {})
    assert set(left.stints) <= set(plan.stints)


def test_what_falls_is_named_after_the_reason_that_was_there() -> None:
    mission = mission_with({"c": offer(state="pledged", weeks=(6, 52))})
    left = what_falls(fill_posts((line(),), mission, {}, {}), mission)
    why = OffersAgainst(1, (Against(1, OnlyFrom(day(6))),))
    expected = (
        Gap("guard@school/r0", 0, 6, 1, why),
        Gap("guard@school/r0", 6, 26, 1, NotFirm(1, "c", "pledged")),
    )
    assert expected == left.gaps
