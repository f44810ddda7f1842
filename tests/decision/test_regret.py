"""Regret against a textbook table and by criterion."""

import numpy as np
import pytest

from cadre.criteria import Criterion
from cadre.decision.regret import regrets, regrets_on, tolerance_of

SHARE = Criterion("outcome", "Targets reached", "share", "more", "outcome")
COST = Criterion("cost", "Cost to exit", "EUR", "less", "cost")

# An investor's choice between shares, bonds and a money market when rates rise, stay or fall.
TABLE = np.array([[-4.0, 4.0, 12.0], [-2.0, 3.0, 8.0], [3.0, 2.0, 1.0]])


def test_minimax_regret_of_the_textbook_table_is_bonds() -> None:
    regret = regrets_on(TABLE, "more")
    assert [[7, 0, 0], [5, 1, 4], [0, 2, 11]] == regret.tolist()
    assert [7, 5, 11] == regret.max(axis=1).tolist()
    # Neither the best worst yield (money market) nor the best mean (shares) is the least greatest regret.
    assert (1, 2, 0) == (regret.max(axis=1).argmin(), TABLE.min(axis=1).argmax(), TABLE.mean(axis=1).argmax())


def test_costs_are_regretted_upwards() -> None:
    assert regrets_on(TABLE, "more").tolist() == regrets_on(-TABLE, "less").tolist()


def test_the_best_option_of_each_future_regrets_nothing() -> None:
    streams = np.random.default_rng(1).normal(size=(5, 200))
    assert np.array_equal(np.zeros(200), regrets_on(streams, "more").min(axis=0))


def test_regrets_by_option_then_criterion() -> None:
    samples = {
        "nothing": {"outcome": np.array([0.0, 0.0, 0.0, 0.0]), "cost": np.array([0.0, 0.0, 0.0, 0.0])},
        "small": {"outcome": np.array([0.5, 0.5, 0.5, 0.02]), "cost": np.array([10.0, 20.0, 30.0, 40.0])},
    }
    told = regrets([SHARE, COST], samples)
    assert [("nothing", "outcome"), ("nothing", "cost"), ("small", "outcome"), ("small", "cost")] == [
        (r.option, r.criterion) for r in told
    ]
    nothing, _, _, cost = told
    assert pytest.approx((0.38, 0.5, 0.5)) == (nothing.mean, nothing.greatest, nothing.p90)
    assert (0.25, 0.05) == (nothing.share_within, nothing.tolerance)
    assert (25.0, 40.0, 0.0) == (cost.mean, cost.greatest, cost.share_within)


def test_tolerance_is_points_of_a_share_and_a_share_of_anything_else() -> None:
    values = np.array([[100.0, 300.0], [10.0, 10.0]])
    assert 0.05 == tolerance_of(SHARE, values)
    assert 0.05 * 200 == tolerance_of(COST, values)
