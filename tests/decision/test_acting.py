"""What can act on what, and that what enters nothing is never told as a cause."""

from __future__ import annotations

import numpy as np
import pytest

from cadre.decision.acting import acting, can_act
from cadre.decision.samples import drawn
from cadre.decision.sensitivity import effects
from cadre.mission import Mission
from cadre.statistics.arrays import Floats

QUANTITIES = 60


@pytest.mark.parametrize(
    ("path", "unit", "criterion", "acts"),
    [
        ("roles.guard.costs_a_year", "money", "cost", True),
        ("roles.guard.costs_a_year", "money", "outcome", False),
        ("courses.medic.costs", "money", "lasting", False),
        ("courses.medic.passes", "share", "outcome", True),
        ("courses.medic.passes", "share", "cost", True),
        ("courses.medic.passes", "share", "years", False),
        ("parties.wary.how_many", "people", "outcome", False),
        ("positions.0.strength", "share", "cost", False),
    ],
)
def test_what_can_act_on_a_criterion(path: str, unit: str, criterion: str, acts: bool) -> None:
    assert acts is can_act(path, unit, criterion)


def test_only_quantities_that_act_on_one_of_the_criteria_are_kept(mission: Mission) -> None:
    drawn_of = {"courses.basic.passes": 1, "courses.basic.costs": 2, "not.of.the.mission": 3}
    priced = mission.changed({"courses.basic.costs": {"low": 1, "high": 2}})
    assert {1, 3} == set(acting(priced, drawn_of, ("outcome", "lasting")).values())
    assert {1, 2, 3} == set(acting(priced, drawn_of, ("outcome", "cost")).values())


def outcomes_of(streams: np.random.Generator, n: int) -> Floats:
    """A steady, a skewed, a lumpy and a rare outcome: nothing is told of the last where few share in it."""
    rare = (streams.random(n) < 0.02).astype(float)
    return np.column_stack(
        [streams.normal(size=n), streams.lognormal(size=n), streams.integers(0, 3, n) / 2, rare]
    )


@pytest.mark.parametrize(("n", "seeds"), [(40, 30), (200, 100), (1000, 40), (5000, 10)])
def test_a_quantity_that_enters_nothing_is_never_told(n: int, seeds: int) -> None:
    """Of 60 quantities, among them two of few values; the wrong bar of 1 % lets hundreds through."""
    wrong = 0
    for seed in range(seeds):
        streams = np.random.default_rng([n, seed])
        x = {f"x{k}": drawn(streams.random(n)) for k in range(QUANTITIES - 2)}
        x |= {
            "few": drawn(streams.integers(0, 3, n).astype(np.float64)),
            "two": drawn((streams.random(n) < 0.1).astype(np.float64)),
        }
        told = [e for of in effects(x, outcomes_of(streams, n)) for e in of]
        assert [] == [e for e in told if e.is_real]
        wrong += sum(e.index >= 0.01 for e in told)
    assert n > 1000 or wrong > 100


@pytest.mark.parametrize(("n", "told"), [(200, 0.4), (1000, 0.1), (5000, 0.02)])
def test_what_explains_more_than_the_noise_is_told(n: int, told: float) -> None:
    """A quantity that explains so much of a variance is found among 60, in nine draws of ten and more."""
    found = 0
    for seed in range(20):
        streams = np.random.default_rng([n, seed])
        x = streams.normal(size=(n, QUANTITIES))
        y = np.sqrt(told) * x[:, 0] + np.sqrt(1 - told) * streams.normal(size=n)
        (of,) = effects({str(k): drawn(x[:, k]) for k in range(QUANTITIES)}, y[:, None])
        found += of[0].is_real
    assert found >= 18


def test_noise_grows_as_futures_get_fewer() -> None:
    streams = np.random.default_rng(3)
    levels = [
        effects({"x": drawn(streams.random(n))}, streams.normal(size=(n, 1)))[0][0].noise
        for n in (20, 100, 400, 2000, 10_000)
    ]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] == 1.0
    assert levels[-1] < 0.01
