"""Agreement by silence: closed forms, published cases on one line, and properties that must hold."""

import numpy as np
import pytest

from cadre.decision.agreement.answers import BREAKS, CAVEAT, STATES, SUPPORTS, answers
from cadre.decision.positions import minimal_sets, sensible_interval
from tests.decision.body import NOTHING, body, error, proposal, refuses, wants


def chance(positions: list[dict[str, object]], together: float | None = 0.0, **measured: float) -> float:
    return float(answers(body(positions, together=together), proposal(**measured), NOTHING).agreed.mean())


# ---- on one line, unanimity (research: ideals 2, 5, 9; Tsebelis 2002, chapter 1)


@pytest.mark.parametrize(
    ("ideals", "status_quo", "sensible"),
    [
        ((2, 5, 9), 12, (6, 9)),  # accepted [6, 12], Pareto optimal [2, 9]
        ((2, 5, 9), 7, (7, 7)),  # gridlock
        ((3, 7, 12, 7.5), 10, (10, 10)),  # the median 7.25 would be worth nothing
    ],
)
def test_unanimity_leaves_what_all_prefer_to_the_status_quo(
    ideals: tuple[float, ...], status_quo: float, sensible: tuple[float, float]
) -> None:
    assert sensible == sensible_interval(ideals, status_quo)


def test_the_silence_of_parties_with_reservations_gives_the_same_interval() -> None:
    """With status quo 12 a party of ideal x refuses what lies below 2x - 12: of the three only 9, below 6."""
    nine = refuses("nine", "years <= 5.9990")
    given = body([nine, wants("two", "years <= 2"), wants("five", "years <= 5")])
    agreed = [bool(answers(given, proposal(years=y), NOTHING).agreed.all()) for y in (5, 5.9, 6, 9, 12)]
    assert [False, False, True, True, True] == agreed


def test_the_median_party_is_no_measure_of_agreement() -> None:
    """Two of three accept, so a majority always would; silence is always broken."""
    given = body([refuses("a", "size: small"), wants("b", "size: small"), wants("c", "size: small")])
    told = answers(given, proposal(), NOTHING)
    assert (1.0, 0.0) == (told.majority.mean(), told.agreed.mean())


def test_three_allies_break_silence_and_one_leaves_with_the_forum() -> None:
    """February 2003, aid to Turkey: three of nineteen broke silence (CRS RS21510); in the other forum two."""
    blocking = [refuses(p, "size: small") for p in ("france", "germany", "belgium")]
    others = [wants(f"ally-{k}", "size: small") for k in range(16)]
    told = answers(body(blocking + others, n=10), proposal(), NOTHING)
    assert 3 == told.breaks.sum(axis=1).max()
    assert ((0, 1, 2),) == minimal_sets(told.breaks, 0.5)
    assert not answers(body(blocking[1:] + others, n=10), proposal(), NOTHING).agreed.any()
    assert answers(body(others, n=10), proposal(), NOTHING).agreed.all()


# ---- joint draws


def test_independent_parties_agree_with_the_product_of_their_chances() -> None:
    several = [refuses("a", "size: small", 0.3), refuses("b", "size: small", 0.4)]
    assert pytest.approx(0.7 * 0.6, abs=error(0.42)) == chance(several, 0.0)


def test_parties_that_move_together_agree_as_often_as_the_strongest_lets_them() -> None:
    """The product of chances, .42, is the wrong variant where stances hang together: it is 1 - .4."""
    several = [refuses("a", "size: small", 0.3), refuses("b", "size: small", 0.4)]
    assert pytest.approx(0.6, abs=error(0.6)) == chance(several, 1.0)
    assert abs(0.42 - chance(several, 1.0)) > error(0.42)


def test_half_correlated_normals_have_the_orthant_that_is_known() -> None:
    """Strengths 1/2 and correlation 1/2: P(neither) = 1/4 + asin(1/2) / 2 pi = 1/3 (Sheppard 1899)."""
    several = [refuses("a", "size: small", 0.5), refuses("b", "size: small", 0.5)]
    assert pytest.approx(1 / 3, abs=error(1 / 3)) == chance(several, 0.5)


def test_an_unknown_correlation_lies_between_the_extremes() -> None:
    several = [refuses("a", "size: small", 0.3), refuses("b", "size: small", 0.4)]
    assert 0.43 < chance(several, None) < 0.59


def test_as_many_parties_as_there_are_of_a_type_must_all_be_silent() -> None:
    given = body([refuses("wary", "size: small", 0.2)], {"wary": {"how_many": 5}})
    told = answers(given, proposal(), NOTHING)
    assert pytest.approx(0.8**5, abs=error(0.33)) == told.agreed.mean()
    assert pytest.approx(0.2, abs=error(0.2)) == (told.states["wary"] == BREAKS).mean()


# ---- states


def test_a_party_supports_what_gives_it_all_it_insists_on() -> None:
    given = body([wants("a", "size: small"), wants("a", "years >= 2"), wants("b", "years >= 3")], n=1)
    told = answers(given, proposal(), NOTHING)
    assert ["supports", "acquiesces"] == [STATES[int(s[0, 0])] for s in told.states.values()]


def test_a_party_that_bears_little_breaks_silence_over_what_it_loses() -> None:
    """With doing nothing it has both wants, with the option one: it loses half."""
    positions = [wants("a", "cost <= 150"), wants("a", "posts <= 5")]
    for bears, broken in ((0.49, True), (0.5, False)):
        told = answers(body(positions, {"a": {"bears": bears}}, n=1), proposal(), NOTHING)
        assert broken == bool(told.breaks.any())


def test_a_refusal_that_does_not_hold_breaks_nothing() -> None:
    assert 1.0 == chance([refuses("a", "years >= 2.1")])
    assert 0.0 == chance([refuses("a", "years >= 2")])


# ---- caveats and what they shift


def test_a_caveat_lets_the_others_go_on() -> None:
    given = body([refuses("a", "posts >= 10", opts_out="people"), wants("b", "size: small")], n=1)
    told = answers(given, proposal(), NOTHING)
    assert [CAVEAT, SUPPORTS] == [int(s[0, 0]) for s in told.states.values()]
    assert (True, 0.5, 0.0) == (bool(told.agreed[0]), told.out_of_people[0], told.out_of_money[0])
    assert 1.0 == told.without_people["a"][0]


def test_what_a_caveat_leaves_to_others_is_charged_to_them() -> None:
    """Cost 100 in two parts of 50. If A pays nothing B pays 100, as much as its part of a mission of 200."""
    out = refuses("a", "cost >= 90", opts_out="money")
    for bound, silent in ((200, False), (201, True)):
        told = answers(body([out, refuses("b", f"cost >= {bound}")], n=1), proposal(), NOTHING)
        assert silent == bool(told.agreed[0])
    # Uncharged, the wrong variant, B would never mind.
    assert 1.0 == chance([refuses("b", "cost >= 200")])


def test_caveats_can_fall_like_dominoes() -> None:
    """A leaves, so B carries 3/2 and leaves too, so C carries 3 and breaks silence."""
    positions = [
        refuses("a", "posts >= 10", opts_out="people"),
        refuses("b", "posts >= 15", opts_out="people"),
        refuses("c", "posts >= 30"),
    ]
    told = answers(body(positions, n=1), proposal(), NOTHING)
    assert [CAVEAT, CAVEAT, BREAKS] == [int(s[0, 0]) for s in told.states.values()]
    assert pytest.approx(2 / 3) == told.out_of_people[0]


def test_what_contributors_leave_to_each_other_does_not_burden_the_host() -> None:
    positions = [refuses("a", "posts >= 10", opts_out="people"), refuses("host", "posts_in_country >= 11")]
    given = body(positions, {"a": {}, "b": {}, "host": {"kind": "host"}}, n=1)
    assert answers(given, proposal(), NOTHING).agreed[0]


# ---- properties


def test_a_further_party_never_raises_the_chance_and_a_caveat_that_costs_nobody_never_lowers_it() -> None:
    some = [refuses("a", "size: small", 0.3), wants("b", "size: small", 0.5)]
    for r in (0.0, 0.4, 1.0):
        assert chance([*some, refuses("c", "years >= 1", 0.1)], r) <= chance(some, r)
        assert chance([refuses("a", "size: small", 0.3, "people"), some[1]], r) >= chance(some, r)


def test_bearing_less_never_raises_the_chance() -> None:
    positions = [wants("a", "cost <= 50", 0.7), wants("a", "posts <= 5", 0.6)]
    chances = [
        answers(body(positions, {"a": {"bears": b}}), proposal(), NOTHING).agreed.mean()
        for b in (0, 0.4, 0.7, 1)
    ]
    assert chances == sorted(chances)


def test_who_reported_a_position_alters_nothing() -> None:
    plain = [refuses("a", "size: small", 0.3)]
    reported = [plain[0] | {"basis": ["L7"]}]
    assert chance(plain) == chance(reported)


def test_the_first_futures_do_not_depend_on_how_many_follow() -> None:
    positions = [refuses("a", "size: small", 0.3), wants("b", "size: small", 0.5)]
    few, many = body(positions, n=50), body(positions, n=500)
    assert all(bool((a == b[:50]).all()) for a, b in zip(few.insists, many.insists, strict=True))


def test_minimal_sets_are_the_smallest_that_suffice() -> None:
    # In four futures: nobody, A, B, A and B break silence.
    rows = np.array([[False, False], [True, False], [False, True], [True, True]])
    assert ((),) == minimal_sets(rows, 0.25)
    assert ((0,), (1,)) == minimal_sets(rows, 0.5)
    assert ((0, 1),) == minimal_sets(rows, 0.75)
