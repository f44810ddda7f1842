"""80 % ranges cover 80 % of futures whose truth is known, and ranges of luck alone do not."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.calibration import (
    Coverage,
    Played,
    Size,
    at_random,
    by_criterion,
    cells_of,
    coverage,
    place,
    play,
    truths_of,
)
from cadre.mission.quantity import Quantity, written
from cadre.simulation.draws import Draws
from cadre.simulation.run import ReplicationPlan
from tests.simulation.made import FULL, full, plans_for

SIZE = Size(truths=250, replications=1_000)
"""Fixed before the first run."""
COSTS = {"low": 20_000, "high": 400_000}
BY_HAND = [Played(full(), plans_for(full(), seed)) for seed in (1, 7, 9, 11)]
"""One mission with nearly every rule, under four plans."""
OPEN = full(roles=FULL["roles"] | {"teacher": {"skills": ["medic", "drill"], "costs_a_year": COSTS}})
"""The same with a price that hardly anything is known of."""


def covered(every: list[Played], *, wrong: bool = False) -> dict[str, Coverage]:
    rng = np.random.default_rng(11)
    return by_criterion(cell for one in every for cell in cells_of(one, SIZE, rng, wrong=wrong))


@pytest.fixture(scope="module")
def right() -> dict[str, Coverage]:
    """Also of random missions; which ones they are follows hypothesis's release."""
    return covered([*BY_HAND, *at_random(10)])


def test_ranges_cover_80_percent_of_known_truths_on_every_criterion(right: dict[str, Coverage]) -> None:
    assert {"outcome", "cost", "exposure", "filled"} <= set(right)
    assert {} == {k: c for k, c in right.items() if not c.holds}


def test_ranges_with_their_ends_cover_no_less(right: dict[str, Coverage]) -> None:
    """What takes few values is covered more often, since the ends of a range are values it takes."""
    assert {} == {k: c for k, c in right.items() if c.stated < c.placed - c.band}


def test_ranges_of_luck_alone_do_not_cover() -> None:
    missions = [Played(OPEN, played.plans) for played in BY_HAND]
    narrow = covered(missions, wrong=True)
    assert covered(missions)["cost"].holds
    assert narrow["cost"].placed < 0.8 - 4 * narrow["cost"].band


def test_the_band_is_that_of_truths_that_share_a_forecast() -> None:
    rng, size = np.random.default_rng(5), Size(200, 100)
    found = []
    for _ in range(400):
        forecast, truths = rng.normal(size=size.replications), rng.normal(size=size.truths)
        found.append(float(np.mean(np.abs(place(truths, forecast, rng) - 0.5) <= 0.4)))
    assert 0.8 == pytest.approx(np.mean(found), abs=4 * float(np.std(found)) / 20)
    cell = next(cells_of(BY_HAND[0], size, rng))
    assert coverage([cell]).band / 4 == pytest.approx(np.std(found), rel=4 * (1 / 800) ** 0.5)


@pytest.mark.parametrize("values", [2, 5])
def test_ranks_of_few_values_are_uniform(values: int) -> None:
    rng = np.random.default_rng(6)
    truths, forecast = (np.asarray(rng.integers(0, values, 20_000), np.float64) for _ in range(2))
    ranks = place(truths, forecast, rng)
    assert 0.8 == pytest.approx(np.mean(np.abs(ranks - 0.5) <= 0.4), abs=4 * (0.16 / 20_000) ** 0.5 * 2**0.5)


def test_a_truth_played_as_draws_is_the_mission_with_the_truth_written_in() -> None:
    truth = truths_of(BY_HAND[0].mission, 1, np.random.default_rng(7))
    known = {path: Quantity(numbers=(float(x[0]),), unit=truth.quantities[path].unit)
             for path, x in truth.sampled.items()}  # fmt: skip
    mission = BY_HAND[0].mission.changed(
        {path: written(q) for path, q in known.items()} | {"correlations": None}
    )
    settled = Draws({**truth.quantities, **known}, 1, {}, truth.seed)
    one, other = (
        play(Played(of, BY_HAND[0].plans), draws, ReplicationPlan(1, 5))
        for of, draws in ((BY_HAND[0].mission, truth), (mission, settled))
    )
    assert one.scalars.keys() == other.scalars.keys()
    assert {} == {k: x for k, x in one.scalars.items() if not np.allclose(x, other.scalars[k])}
