"""Shapley values by hand, against all orders, and where orders are drawn."""

from itertools import permutations

import pytest

from cadre.forces import burden
from cadre.forces.burden import BurdenPart, shapley
from cadre.forces.model import build
from cadre.forces.optimise import burden_shares, coverage, fill_within
from cadre.forces.states import shares
from cadre.forces.violations import violations

from .made import MEASURED, line, mission_with, offer

RUNWAY = {"light": 10.0, "middle": 18.0, "heavy": 30.0}
"""The airport game: a set of users needs the runway of its greatest."""


def airport(users: frozenset[str]) -> float:
    return max((RUNWAY[user] for user in users), default=0.0)


def glove(hands: frozenset[str]) -> float:
    """One left glove and two right ones; pairs are worth 6."""
    return 6.0 if "left" in hands and hands & {"right", "other"} else 0.0


def test_the_airport_game_shares_each_length_among_those_who_need_it() -> None:
    found = {part.party: part.value for part in shapley(list(RUNWAY), airport)}
    assert pytest.approx({"light": 10 / 3, "middle": 10 / 3 + 4, "heavy": 10 / 3 + 4 + 12}) == found


def test_the_glove_game_favours_the_scarce_side() -> None:
    left, right, other = shapley(["left", "right", "other"], glove)
    assert (4.0, 1.0, 1.0) == pytest.approx((left.value, right.value, other.value))
    assert (0.0, 6.0) == (left.alone, left.missed)
    assert (0.0, 0.0) == (right.alone, right.missed)
    assert (left.value, left.value) == (left.low, left.high)


def test_values_are_the_mean_over_all_orders() -> None:
    users = list(RUNWAY)
    orders = list(permutations(users))
    means = dict.fromkeys(users, 0.0)
    for order in orders:
        for place, user in enumerate(order):
            added = airport(frozenset(order[: place + 1])) - airport(frozenset(order[:place]))
            means[user] += added / len(orders)
    assert means == pytest.approx({part.party: part.value for part in shapley(users, airport)})


def test_drawn_orders_add_up_to_all_and_enclose_the_exact_value(monkeypatch: pytest.MonkeyPatch) -> None:
    users = list(RUNWAY)
    exact = shapley(users, airport)
    monkeypatch.setattr(burden, "EXACT", 2)
    drawn = shapley(users, airport, seed=4)
    assert pytest.approx(30.0) == sum(part.value for part in drawn)
    for true, found in zip(exact, drawn, strict=True):
        assert found.low <= true.value <= found.high
    assert any(part.low < part.high for part in drawn)
    assert drawn == shapley(users, airport, seed=4)


def test_drawn_orders_show_a_value_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(burden, "EXACT", 2)
    found = {part.party: part for part in shapley(list(RUNWAY), airport, seed=4)}
    assert not found["heavy"].low <= 10 / 3 + 4 + 12 + 5 <= found["heavy"].high


def test_the_game_of_a_mission_is_the_post_weeks_a_set_of_parties_fills_by_itself() -> None:
    offers = {
        "a": offer(party="north"),
        "b": offer(party="south"),
        "t": offer(party="east", role="trainer", weeks=(0, 13)),
    }
    mission = mission_with(offers)
    lines = (line(), line("trainer"))
    game = coverage(build(lines, mission, choices={}, measured=MEASURED), mission)
    assert (0, 26, 26, 130) == pytest.approx(
        tuple(map(game, map(frozenset, ((), ("north",), ("north", "south"), ("east",)))))
    )
    parts = shapley(["north", "south", "east"], game)
    assert [(p.party, p.missed) for p in parts] == [("north", 0), ("south", 0), ("east", 130)]
    assert (13, 13, 130) == pytest.approx(tuple(part.value for part in parts))


def test_what_parties_bring_to_a_mission_adds_up_to_what_all_fill_and_leaves_out_who_offers_nothing() -> None:
    offers = {"a": offer(party="north"), "t": offer(party="east", role="trainer", weeks=(0, 13))}
    parts = burden_shares((line(), line("trainer")), mission_with(offers), {}, MEASURED)
    assert ["north", "east"] == [part.party for part in parts]
    assert [26, 26, 130, 130] == pytest.approx([n for part in parts for n in (part.value, part.missed)])


def test_a_cap_holds_a_party_to_its_person_weeks_and_others_step_in() -> None:
    offers = {"a": offer(party="north", people=2), "b": offer(party="south", weeks=(0, 10))}
    mission = mission_with(offers)
    lines = (line(people=2),)
    plan = fill_within({"north": 40}, lines, mission, choices={}, measured=MEASURED)
    assert () == violations(plan, mission, {}, MEASURED)
    carried = {share.party: share.filled for share in shares(plan, mission)}
    assert {"north": 32, "south": 10} == carried  # people come and go at edges: 40 would need one in a piece


def test_a_part_tells_its_interval() -> None:
    assert 2.0 == BurdenPart("north", 3.0, 2.0, 4.0, 1.0, 2.0).low
