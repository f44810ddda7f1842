"""Stochastic dominance against known cases: dice, normal distributions, spreads, the definition itself."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.special import ndtri

from cadre.criteria import Criterion
from cadre.decision.dominance import Order, at_least_as_good, dominated_options, order_of_dominance
from cadre.statistics.arrays import Floats
from tests.screening.made import mission_with
from tests.words.plainly import said_of

MISSION = mission_with()

REACH = Criterion("outcome", "Targets reached", "share", "more", "outcome")
COST = Criterion("cost", "Cost to exit", "EUR", "less", "cost")
TITLES = {"a": "Plan A", "b": "Plan B", "c": "Plan C"}

# One throw of a die, the standard example of first-order dominance: state by state, by distribution, neither.
A, B, C = np.array([1, 1, 2, 2, 2, 2.0]), np.array([1, 1, 1, 2, 2, 2.0]), np.array([3, 3, 3, 1, 1, 1.0])


def both_ways(a: Floats, b: Floats, order: Order) -> tuple[bool, bool]:
    return at_least_as_good(a, b, order), at_least_as_good(b, a, order)


def test_dice_state_by_state_and_by_distribution() -> None:
    assert (True, False) == both_ways(A, B, 1)
    assert (True, False) == both_ways(C, B, 1)
    assert (False, False) == both_ways(A, C, 1)


def test_first_order_looks_at_distributions_and_not_at_states() -> None:
    assert (True, True) == both_ways(C, C[::-1], 1)


def normal(mean: float, sd: float, n: int = 999) -> Floats:
    return np.asarray(mean + sd * ndtri((np.arange(n) + 0.5) / n))


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        ((1, 2), (0, 2), True, True),  # same spread, greater mean: both orders
        ((0, 1), (0, 2), False, True),  # same mean, less spread: second order only
        ((1, 1), (0, 2), False, True),
        ((1, 2), (0, 1), False, False),  # greater mean, but more spread: neither
        ((0, 2), (0, 1), False, False),
    ],
)
def test_normal_distributions_by_mean_and_spread(
    one: tuple[float, float], other: tuple[float, float], first: bool, second: bool
) -> None:
    # Second order: N(m1, s1) dominates N(m2, s2) where m1 >= m2 and s1 <= s2; at first, also s1 = s2.
    a, b = normal(*one), normal(*other)
    assert (first, second) == (at_least_as_good(a, b, 1), at_least_as_good(a, b, 2))


def test_a_mean_preserving_spread_is_dominated_at_second_order_only() -> None:
    # Rothschild and Stiglitz 1970: 2 or 4 for certain halves, each then moved one up or one down.
    sure, spread = np.array([2, 2, 4, 4.0]), np.array([1, 3, 3, 5.0])
    assert (False, False) == both_ways(sure, spread, 1)
    assert (True, False) == both_ways(sure, spread, 2)


@given(arrays(float, 6, elements=st.integers(0, 5)), arrays(float, 6, elements=st.integers(0, 5)))
def test_the_quantile_form_equals_the_integrals_of_the_definition(a: Floats, b: Floats) -> None:
    grid = np.arange(0, 7)
    cdf_a, cdf_b = (np.array([np.mean(s <= x) for x in grid]) for s in (a, b))
    assert bool(np.all(cdf_a <= cdf_b)) == at_least_as_good(a, b, 1)
    # On whole numbers the CDF goes in steps, so sums over the grid are its integral there.
    assert bool(np.all(np.cumsum(cdf_a) <= np.cumsum(cdf_b) + 1e-12)) == at_least_as_good(a, b, 2)


@given(arrays(float, 5, elements=st.integers(0, 9)), arrays(float, 5, elements=st.integers(0, 9)))
def test_first_order_implies_second_order_and_a_mean_no_lower(a: Floats, b: Floats) -> None:
    if at_least_as_good(a, b, 1):
        assert at_least_as_good(a, b, 2)
    if at_least_as_good(a, b, 2):
        assert a.mean() >= b.mean() - 1e-9


def yields(outcome: list[float], cost: list[float]) -> dict[str, Floats]:
    return {"outcome": np.array(outcome, dtype=float), "cost": np.array(cost, dtype=float)}


def test_an_option_must_be_as_good_on_every_criterion() -> None:
    good = yields([0.6, 0.8], [10, 12])
    assert 1 == order_of_dominance([REACH, COST], good, yields([0.5, 0.8], [10, 12]))
    assert 1 == order_of_dominance([REACH, COST], good, yields([0.6, 0.8], [10, 13]))
    # Better on one criterion by ever so little: not dominated.
    assert order_of_dominance([REACH, COST], good, yields([0.5, 0.8], [10, 11.99])) is None


def test_equal_options_do_not_dominate_each_other() -> None:
    same = yields([0.6, 0.8], [10, 12])
    assert order_of_dominance([REACH, COST], same, same) is None


def test_rounding_is_no_difference() -> None:
    one, other = yields([0.3, 0.3], [10, 12]), yields([0.1 + 0.2, 0.1 + 0.2], [10, 12])
    assert order_of_dominance([REACH, COST], other, one) is None


def test_one_criterion_at_first_order_and_one_at_second_make_second_order() -> None:
    surer = yields([0.6, 0.8], [11, 11])
    assert 2 == order_of_dominance([REACH, COST], surer, yields([0.5, 0.7], [10, 12]))


def test_the_reason_says_in_numbers_what_is_worse() -> None:
    samples = {"a": yields([0.6, 0.8], [10e6, 12e6]), "b": yields([0.5, 0.7], [50e6, 52e6])}
    (told,) = dominated_options([REACH, COST], samples)
    assert ("b", "a", 1) == (told.option, told.by, told.order)
    expected = "Beside “Plan A” it reaches 10 points less of the targets and costs EUR 40 M more, "
    assert expected + "and is better on no criterion." == said_of(MISSION, told.reason, TITLES)


def test_the_reason_of_mere_uncertainty_names_the_criterion() -> None:
    samples = {"a": yields([0.7, 0.7], [10, 10]), "b": yields([0.6, 0.8], [10, 10])}
    (told,) = dominated_options([REACH, COST], samples)
    assert 2 == told.order
    assert "is less certain in weighted share of targets met, and is better" in said_of(MISSION, told.reason)


def test_the_option_named_is_not_itself_dominated() -> None:
    samples = {
        "c": yields([0.5, 0.5], [30, 30]),
        "b": yields([0.6, 0.6], [20, 20]),
        "a": yields([0.7, 0.7], [10, 10]),
    }
    told = dominated_options([REACH, COST], samples)
    assert [("c", "a"), ("b", "a")] == [(d.option, d.by) for d in told]
