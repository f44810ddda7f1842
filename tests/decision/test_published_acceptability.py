"""SMAA-2 against a published table: heparin and enoxaparin after major trauma.

The reference output that comes with the R package smaa 0.3-3 (van Valkenhoef 2024, CRAN,
tests/Examples/smaa-Ex.Rout.save), from 10,000 iterations: rank acceptabilities, central weights and
confidence factors, without preferences and with the weights 0.5, 0.2, 0.3. Its measurements are there as
10,000 draws of partial values; their quantiles at normal scores stand below, and draws are made of them, each
criterion and drug on its own (the greatest correlation between two is 0.018). Given those 10,000 draws and
the weights of the package itself, `acceptabilities` gives every digit of the table (tried once, not copied).
"""

from __future__ import annotations

import numpy as np
import pytest

from cadre.statistics.arrays import Floats
from cadre.statistics.smaa import Acceptability, acceptabilities

N = 40_000
DRUGS = ("heparin", "enoxaparin")
CRITERIA = ("proximal", "distal", "bleeding")
NORMAL = np.array([-3.8, -2.6, -1.8, -1.2, -0.6, 0, 0.6, 1.2, 1.8, 2.6, 3.8])
QUANTILES = {
    "heparin": (
        (-0.086, 0.069, 0.173, 0.262, 0.344, 0.419, 0.489, 0.555, 0.615, 0.686, 0.755),
        (-0.235, -0.001, 0.134, 0.237, 0.334, 0.429, 0.521, 0.611, 0.696, 0.807, 0.936),
        (0.418, 0.618, 0.757, 0.838, 0.904, 0.948, 0.976, 0.990, 0.997, 1.000, 1.000),
    ),
    "enoxaparin": (
        (0.334, 0.494, 0.586, 0.647, 0.707, 0.759, 0.807, 0.848, 0.882, 0.921, 0.960),
        (-0.004, 0.182, 0.321, 0.421, 0.519, 0.615, 0.705, 0.789, 0.869, 0.958, 1.080),
        (-0.285, 0.061, 0.270, 0.416, 0.534, 0.636, 0.726, 0.800, 0.860, 0.915, 0.965),
    ),
}
"""Partial values by drug, a row for each criterion (no thrombosis, proximal, distal; no bleeding)."""
ERROR = 4 * (0.25 / 10_000 + 0.25 / N) ** 0.5
"""Four standard errors of the difference of two shares: theirs of 10,000 iterations, and ours."""


def values() -> Floats:
    rng = np.random.default_rng(8)
    drawn = [[np.interp(rng.normal(size=N), NORMAL, row) for row in QUANTILES[drug]] for drug in DRUGS]
    return np.asarray(np.moveaxis(np.array(drawn), 2, 0), np.float64)


def told(weights: Floats) -> tuple[Acceptability, ...]:
    by_criterion = {k: weights[:, place] for place, k in enumerate(CRITERIA)}
    return acceptabilities(DRUGS, values(), by_criterion, dict.fromkeys(CRITERIA, 1 / 3))


@pytest.fixture(scope="module")
def without_preferences() -> tuple[Acceptability, ...]:
    return told(np.random.default_rng(9).dirichlet(np.ones(3), size=N))


def test_rank_acceptabilities_are_the_published_ones(without_preferences: tuple[Acceptability, ...]) -> None:
    heparin, enoxaparin = without_preferences
    assert pytest.approx((0.3504, 0.6496), abs=ERROR) == heparin.ranks
    assert pytest.approx((0.6496, 0.3504), abs=ERROR) == enoxaparin.ranks
    assert pytest.approx(0.6496, abs=ERROR) == enoxaparin.beats["heparin"]


def test_central_weights_are_the_published_ones(without_preferences: tuple[Acceptability, ...]) -> None:
    published = ((0.1865, 0.2772, 0.5363), (0.4073, 0.3641, 0.2285))
    for one, weights in zip(without_preferences, published, strict=True):
        assert one.central is not None
        # A weight has a standard deviation below .24; heparin is first in 3,504 of their iterations.
        assert pytest.approx(weights, abs=4 * 0.24 / 3_504**0.5) == tuple(one.central.values())


def test_confidence_factors_are_the_published_ones(without_preferences: tuple[Acceptability, ...]) -> None:
    assert pytest.approx((0.6682, 0.8956), abs=ERROR) == tuple(a.confidence for a in without_preferences)


def test_with_stated_weights_as_published() -> None:
    heparin, enoxaparin = told(np.array([[0.5, 0.2, 0.3]]))
    assert pytest.approx((0.1279, 0.8721), abs=ERROR) == heparin.ranks
    assert pytest.approx(0.8721, abs=ERROR) == enoxaparin.confidence


def test_weights_that_are_not_uniform_on_the_simplex_miss_the_table() -> None:
    """The wrong variant: each weight uniform and then divided by their sum."""
    drawn = np.random.default_rng(9).random((N, 3))
    heparin, _ = told(drawn / drawn.sum(axis=1, keepdims=True))
    assert abs(heparin.ranks[0] - 0.3504) > ERROR
