"""Bars: what is stated stands, what is assumed is half of the best, and shares are counted by future."""

import numpy as np
import pytest

from cadre.decision.bars import bars, clears, good_in, shares_good
from cadre.decision.types import Criterion

OUTCOME = Criterion("outcome", "Targets", "share", "more", "outcome")
LASTING = Criterion("lasting", "Floors", "share", "more", "lasting")
COST = Criterion("cost", "Cost", "EUR", "less", "cost")
OVER = (OUTCOME, LASTING, COST)
SAMPLES = {
    "a": {"outcome": np.array([0.0, 0.2]), "lasting": np.zeros(2), "cost": np.zeros(2)},
    "b": {"outcome": np.array([0.3, 0.5]), "lasting": np.array([0.6, 0.2]), "cost": np.array([5.0, 9.0])},
}


def test_an_assumed_bar_is_half_of_the_best_mean() -> None:
    told = bars(OVER, {}, SAMPLES)
    assert [("outcome", 0.2, True), ("lasting", 0.2, True)] == [(b.criterion, b.at, b.assumed) for b in told]


def test_where_bars_are_stated_no_other_is_assumed() -> None:
    (told,) = bars(OVER, {"cost": 6}, SAMPLES)
    assert ("cost", "less", 6, False) == (told.criterion, told.better, told.at, told.assumed)
    assert [[True, True], [True, False]] == clears(told, SAMPLES).tolist()


def test_good_is_what_clears_every_bar_in_the_same_future() -> None:
    """B reaches .4 in one future and keeps .5 in the other: good in none, each bar cleared in half."""
    good = good_in(bars(OVER, {"outcome": 0.4, "lasting": 0.5}, SAMPLES), SAMPLES)
    assert [[False, False], [False, False]] == good.tolist()
    assert [0.0, 0.0] == [g.share for g in shares_good(good, ("a", "b"))]


def test_a_share_carries_its_half_width() -> None:
    (told,) = shares_good(np.array([[True]] * 30 + [[False]] * 70), ("a",))
    assert ("a", 0.3) == (told.option, told.share)
    assert (
        pytest.approx(0.0960, abs=0.0005) == told.half_width
    )  # Wilson's interval of 30 of 100: .219 to .396


def test_nothing_wanted_leaves_no_bar() -> None:
    none = {o: {k: np.zeros(2) for k in of} for o, of in SAMPLES.items()}
    assert () == bars(OVER, {}, none)
    assert bool(good_in((), none).all())
