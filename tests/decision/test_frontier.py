"""The efficient frontier by hand, and what money buys between neighbours on it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.decision.frontier import efficient, frontier
from cadre.decision.samples import Samples
from cadre.decision.weights import mean_weights
from cadre.mission.preferences import Preferences
from tests.screening.made import mission_with
from tests.words.plainly import said_of

MISSION = mission_with()

EQUAL = {"outcome": 1 / 3, "lasting": 1 / 3, "cost": 1 / 3}
NOISE = np.array([-0.01, 0.01, -0.01, 0.01])


def made(**options: tuple[float, float, float]) -> Samples:
    """Options by targets, floors and cost in millions; what they share of luck is the same for all."""
    return {
        name: {"outcome": targets + NOISE, "lasting": floors + NOISE, "cost": 1e6 * cost + 1e7 * NOISE}
        for name, (targets, floors, cost) in options.items()
    }


def test_what_costs_more_and_yields_no_more_is_off_the_frontier() -> None:
    samples = made(
        nothing=(0, 0, 0), twin=(0, 0, 0), small=(0.2, 0.1, 10), dear=(0.2, 0.1, 12), large=(0.5, 0.1, 40)
    )
    assert ("nothing", "small", "large") == efficient(samples, EQUAL)


def test_a_long_presence_and_many_people_are_no_faults_in_themselves() -> None:
    """Neither is among what is weighed where nobody says otherwise; cost counts them."""
    assert {"outcome", "lasting", "cost"} == set(mean_weights(Preferences()))
    stated = Preferences(swing={"years": 100, "outcome": 100})
    assert {"years": 0.5, "outcome": 0.5} == mean_weights(stated)


def test_targets_and_floors_are_not_set_off_against_each_other() -> None:
    """Each is worth something to somebody; where deciders weigh one alone, the other is no merit."""
    samples = made(reaches=(0.6, 0.0, 10), keeps=(0.2, 0.3, 11))
    assert ("reaches", "keeps") == efficient(samples, EQUAL) == efficient(samples, {"cost": 1.0})
    assert ("reaches",) == efficient(samples, {"outcome": 0.5, "cost": 0.5})


def test_the_rate_is_the_cost_of_a_point_of_the_targets() -> None:
    samples = made(nothing=(0, 0, 0), small=(0.2, 0.1, 10), large=(0.5, 0.05, 40))
    first, second = frontier(samples, EQUAL)
    assert ("nothing", "small") == (first.cheaper, first.dearer)
    assert pytest.approx((10e6, 0.2, 0.1, 0.5e6)) == (first.cost, first.targets, first.floors, first.a_point)
    told = "From “Nothing” to “Small”, EUR 10 M more buys 20 points of the targets (EUR 500 k a point) "
    titles = {o: o.title() for o in samples}
    assert told + "and 10 points of the minimum levels." == said_of(MISSION, first.reason, titles)
    told = "From “Small” to “Large”, EUR 30 M more buys 30 points of the targets (EUR 1 M a point) "
    assert told + "and gives up 5 points of the minimum levels." == said_of(MISSION, second.reason, titles)


def test_no_rate_is_told_of_what_these_futures_cannot_tell() -> None:
    samples = made(nothing=(0, 0, 0), small=(0, 0, 10))
    samples["small"]["outcome"] = np.array([0.5, -0.45, 0.5, -0.45])
    (step,) = frontier(samples, EQUAL)
    assert step.a_point is None
    told = "EUR 10 M more buys nothing that these simulations can show."
    assert said_of(MISSION, step.reason).endswith(told)


@given(seed=st.integers(0, 10_000), options=st.integers(1, 8))
def test_whatever_is_off_the_frontier_is_beaten_by_one_on_it(seed: int, options: int) -> None:
    streams = np.random.default_rng(seed)
    keys = ("outcome", "lasting", "cost")
    samples = {str(d): {k: streams.integers(0, 3, 2).astype(float) for k in keys} for d in range(options)}
    on = efficient(samples, EQUAL)

    def no_worse(one: str, other: str) -> bool:
        more = all(samples[one][k].mean() >= samples[other][k].mean() for k in ("outcome", "lasting"))
        return more and bool(samples[one]["cost"].mean() <= samples[other]["cost"].mean())

    for option in samples:
        beating = [o for o in on if o != option and no_worse(o, option)]
        assert bool(beating) is (option not in on)
    costs = [samples[o]["cost"].mean() for o in on]
    assert costs == sorted(costs)
