"""Who stays when offers change, and what a re-plan fills beside them."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cadre.forces.keeping import Staying, staying
from cadre.forces.optimise import fill_posts, refill_posts
from cadre.forces.plan import ForcePlan, PostLine, Stint
from cadre.forces.violations import violations
from cadre.mission import Mission
from cadre.mission.presence import is_whole, said
from tests.words.english import english

from .made import MEASURED, Offers, line, mission_with, offer, some_lines, some_offers


def refilled(
    before: tuple[Stint, ...], mission: Mission, *lines: PostLine
) -> tuple[ForcePlan, dict[str, str]]:
    plan, stay = refill_posts(before, lines, mission, option=({}, MEASURED))
    assert () == violations(plan, mission, {}, MEASURED)
    return plan, reasons(stay)


def reasons(stay: Staying) -> dict[str, str]:
    return {
        f"{e.stint.offer} {e.stint.begins}-{e.stint.ends} x{e.stint.people}": english(e.why)
        for e in stay.ended
    }


@given(some_offers(), some_lines())
@settings(max_examples=25, deadline=None)
def test_without_a_change_nobody_moves(offers: Offers, lines: tuple[PostLine, ...]) -> None:
    mission = mission_with(offers)
    before = fill_posts(lines, mission, {}, MEASURED)
    plan, ended = refilled(before.stints, mission, *lines)
    assert (before.stints, before.gaps) == (plan.stints, plan.gaps)
    assert {} == ended


@given(some_offers(), some_lines(), st.data())
@settings(max_examples=25, deadline=None)
def test_who_can_stay_stays_and_no_other_offer_is_worse_off(
    offers: Offers, lines: tuple[PostLine, ...], data: st.DataObject
) -> None:
    """An offer is withdrawn: every stint of the others stands on.

    But for part-time people of a row that says the same, who take the weeks of those who were before them.
    """
    mission = mission_with(offers)
    before = fill_posts(lines, mission, {}, MEASURED)
    gone = data.draw(st.sampled_from(sorted(offers) or [""]))
    alike = [said(offer) for offer in mission.offers.values()]
    withdrawn = mission.offers.get(gone)
    assume(withdrawn is None or is_whole(withdrawn) or alike.count(said(withdrawn)) == 1)
    left = mission_with({key: made for key, made in offers.items() if key != gone})
    plan, ended = refilled(before.stints, left, *lines)
    assert all(told.startswith(f"{gone} ") for told in ended)
    for old in before.stints:
        for week in range(old.begins, old.ends) if old.offer != gone else ():
            assert _there(before.stints, old, week) <= _there(plan.stints, old, week)


def _there(stints: tuple[Stint, ...], like: Stint, week: int) -> int:
    return sum(
        s.people for s in stints if (s.offer, s.line) == (like.offer, like.line) and s.begins <= week < s.ends
    )


@given(some_offers(), some_lines())
@settings(max_examples=25, deadline=None)
def test_one_more_offer_never_lowers_fill_and_moves_nobody(
    offers: Offers, lines: tuple[PostLine, ...]
) -> None:
    before = fill_posts(lines, mission_with(offers), {}, MEASURED)
    plan, ended = refilled(before.stints, mission_with(offers | {"more": offer(people=2)}), *lines)
    assert plan.unfilled <= before.unfilled
    assert {} == ended


def test_an_offer_cut_short_keeps_its_weeks_and_another_fills_the_rest() -> None:
    before = (Stint("a", "guard@school/r0", 0, 26, 1),)
    mission = mission_with({"a": offer(weeks=(0, 10)), "b": offer(party="south")})
    plan, ended = refilled(before, mission, line())
    assert [("a", 0, 10), ("b", 10, 26)] == [(s.offer, s.begins, s.ends) for s in plan.stints]
    assert {"a 10-26 x1": "only until 9 Dec 2018"} == ended


def test_of_an_offer_that_became_smaller_those_of_critical_roles_stay_then_who_came_first() -> None:
    stints = (Stint("a", "guard@hq/r0", 0, 26, 1), Stint("a", "guard@school/r0", 4, 26, 2))
    mission = mission_with({"a": offer(people=2)})
    stay = staying(stints, (line(site="hq"), line(people=2)), mission, option=({}, MEASURED))
    assert (stints[0], Stint("a", "guard@school/r0", 4, 26, 1)) == stay.kept
    assert {"a 4-26 x1": "only 2 people at a time"} == reasons(stay)


def test_pinned_people_stay_before_those_who_came_first() -> None:
    before = (Stint("a", "guard@school/r0", 0, 26, 1), Stint("b", "guard@school/r0", 4, 26, 1))
    mission = mission_with({"a": offer(), "b": offer(party="south")})
    stay = staying(before, (line(),), mission, option=({}, MEASURED), pinned={"b"})
    assert ("b",) == tuple(stint.offer for stint in stay.kept)
    assert {"a 0-26 x1": "only 1 asked for"} == reasons(stay)


def test_whoever_no_longer_fits_goes_with_the_reason() -> None:
    before = (Stint("a", "guard@school/r0", 0, 26, 1), Stint("b", "guard@school/r0", 0, 26, 1))
    plan, ended = refilled(before, mission_with({"a": offer(not_at=("school",))}), line(people=2))
    assert () == plan.stints
    assert {"a 0-26 x1": "not at school", "b 0-26 x1": "offer withdrawn"} == ended


def test_people_are_kept_where_they_are_though_they_would_do_more_elsewhere() -> None:
    """Critical trainers need a trainer's post filled; the offer's one person keeps the post it has."""
    mission = mission_with({"a": offer(role="trainer", rank="")})
    lines = (line("trainer", people=1), line("trainer", site="hq", people=1))
    for site in ("hq", "school"):
        before = (Stint("a", f"trainer@{site}/r0", 0, 26, 1),)
        assert before == refilled(before, mission, *lines)[0].stints


def test_single_stays_are_kept_too() -> None:
    mission = mission_with({"a": offer(), "b": offer(party="south")}, tours={"weeks": 26, "least": 4})
    before = (Stint("b", "guard@school/r0", 0, 26, 1),)
    plan, _ = refilled(before, mission, line(people=2))
    assert ["a", "b"] == [stint.offer for stint in plan.stints]
    gone = mission_with({"a": offer()}, tours={"weeks": 26, "least": 4})
    assert ["a"] == [stint.offer for stint in refilled(before, gone, line())[0].stints]
