"""Bars: what is stated stands, nothing is assumed, and shares are counted by future."""

import numpy as np
import pytest

from cadre.criteria import Criterion
from cadre.decision.bars import bars, clears, good_in, shares_good

OUTCOME = Criterion("outcome", "Targets", "share", "more", "outcome")
LASTING = Criterion("lasting", "Floors", "share", "more", "lasting")
COST = Criterion("cost", "Cost", "EUR", "less", "cost")
OVER = (OUTCOME, LASTING, COST)
SAMPLES = {
    "a": {"outcome": np.array([0.0, 0.2]), "lasting": np.zeros(2), "cost": np.zeros(2)},
    "b": {"outcome": np.array([0.3, 0.5]), "lasting": np.array([0.6, 0.2]), "cost": np.array([5.0, 9.0])},
}


def test_where_no_bar_is_stated_there_is_none() -> None:
    assert () == bars(OVER, {})


def test_a_bar_stands_as_it_is_stated() -> None:
    (told,) = bars(OVER, {"cost": 6})
    assert ("cost", "less", 6) == (told.criterion, told.better, told.at)
    assert [[True, True], [True, False]] == clears(told, SAMPLES).tolist()


def test_good_is_what_clears_every_bar_in_the_same_future() -> None:
    """B reaches .4 in one future and keeps .5 in the other: good in none, each bar cleared in half."""
    good = good_in(bars(OVER, {"outcome": 0.4, "lasting": 0.5}), SAMPLES)
    assert [[False, False], [False, False]] == good.tolist()
    assert [0.0, 0.0] == [g.share for g in shares_good(good, ("a", "b"))]


def test_a_share_carries_its_half_width() -> None:
    (told,) = shares_good(np.array([[True]] * 30 + [[False]] * 70), ("a",))
    assert ("a", 0.3) == (told.option, told.share)
    assert (
        pytest.approx(0.0960, abs=0.0005) == told.half_width
    )  # Wilson's interval of 30 of 100: .219 to .396
