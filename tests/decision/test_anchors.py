"""Anchors follow from the mission and its levers; what is shown beside an option moves nothing of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre import criteria
from cadre.decision.anchors import anchors_of, rounded_up
from cadre.decision.weights import mean_weights, values_of, weighing
from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission.preferences import Anchors

RISING = ("outcome", "lasting", "filled")
SCREENED: tuple[dict[str, float], ...] = (
    {"outcome": 0.2, "cost": 30.1e6, "posts": 30.0, "posts_in_country": 20.0, "years": 2.0},
    {"outcome": 0.4, "cost": 11e6, "posts": 50.0, "posts_in_country": 10.0, "years": 3.0},
    {},  # cannot be carried out
)


def test_anchors_are_the_most_that_any_option_of_the_levers_takes(mission: Mission) -> None:
    found = anchors_of(criteria.ids(), mission, SCREENED)
    assert {0.0} == {found[k].worst for k in RISING}
    assert {1.0} == {found[k].best for k in RISING}
    assert 31e6 == found["cost"].worst
    assert (50.0, 3.0) == (found["posts"].worst, found["years"].worst)
    assert 2100 == found["exposure"].worst  # 20 posts for two years of 52.18 weeks: 2,087
    assert {0.0} == {found[k].best for k in ("cost", "posts", "years", "exposure")}


def test_the_horizon_counts_where_no_option_lasts_longer(mission: Mission) -> None:
    assert pytest.approx(104 / 52.1786, abs=1e-4) == anchors_of(("years",), mission, ())["years"].worst


def test_what_is_stated_stands(mission: Mission) -> None:
    stated = mission.changed({"preferences": {"anchors": {"cost": {"worst": 9e6, "best": 1e6}}}})
    assert {"cost": Anchors(worst=9e6, best=1e6)} == anchors_of(("cost",), stated, SCREENED)
    curved = mission.changed({"preferences": {"values": {"cost": {0: 1, 5: 0}}}})
    assert {} == anchors_of(("cost",), curved, ())


def test_without_an_option_screened_an_anchor_of_cost_must_be_stated(mission: Mission) -> None:
    with pytest.raises(BadInput) as refused:
        anchors_of(("outcome", "cost"), mission, ({},))
    told = "preferences.anchors.cost: found nothing, and no option screened, what counts 0 and 1 must be "
    assert told + "known; state it: anchors: {cost: {worst: ..., best: ...}}" == str(refused.value)


@pytest.mark.parametrize(
    ("given", "up"), [(0.0, 0.0), (30.1e6, 31e6), (31e6, 31e6), (99.5, 100.0), (0.071, 0.071), (1.0, 1.0)]
)
def test_amounts_are_rounded_up_to_two_digits(given: float, up: float) -> None:
    assert pytest.approx(up, rel=1e-12) == rounded_up(given)


@given(
    seed=st.integers(0, 10_000),
    left=st.sets(st.integers(0, 4), min_size=1),
    stated=st.sampled_from(
        [{}, {"order": ["years", "cost"]}, {"swing": {k: 10.0 * n for n, k in enumerate(criteria.ids(), 1)}}]
    ),
)
def test_showing_an_option_more_or_less_moves_no_value_and_no_order(
    mission: Mission, seed: int, left: set[int], stated: dict[str, object]
) -> None:
    """Of any five options any part keeps the values, and so the order, that it has among all."""
    streams = np.random.default_rng(seed)
    sizes = dict.fromkeys(criteria.ids(), 1.0) | {"cost": 4e7, "exposure": 3e3, "posts": 60.0, "years": 4.0}
    samples = {str(d): {k: size * streams.random(6) for k, size in sizes.items()} for d in range(5)}
    asked = mission.changed({"preferences": stated}).preferences
    told = weighing(asked, anchors_of(mean_weights(asked), mission, SCREENED))
    every = values_of(told, asked, samples)
    some = values_of(told, asked, {str(d): samples[str(d)] for d in sorted(left)})
    assert np.array_equal(every[:, sorted(left)], some)
