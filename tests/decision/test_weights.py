"""Weights against published tables, value functions by hand."""

import numpy as np
import pytest

from cadre.decision.weights import (
    checked,
    ends_of,
    mean_weights,
    possible_weights,
    rank_order_centroid,
    straight_pieces,
    swing_weights,
    values_of,
    weighing,
)
from cadre.errors import BadInput
from cadre.mission.preferences import Anchors, Preferences

ANCHORS = {"outcome": Anchors(worst=0, best=1), "cost": Anchors(worst=200, best=0)}
SAMPLES = {
    "a": {"outcome": np.array([0.0, 0.0]), "cost": np.array([0.0, 0.0])},
    "b": {"outcome": np.array([0.4, 0.6]), "cost": np.array([80.0, 100.0])},
}


# Barron and Barrett 1996 (Management Science 42:1515), table of rank-order centroid weights.
@pytest.mark.parametrize(
    ("number", "published"),
    [
        (2, [0.75, 0.25]),
        (3, [0.6111, 0.2778, 0.1111]),
        (4, [0.5208, 0.2708, 0.1458, 0.0625]),
        (5, [0.4567, 0.2567, 0.1567, 0.0900, 0.0400]),
    ],
)
def test_rank_order_centroid_weights_are_the_published_ones(number: int, published: list[float]) -> None:
    given = rank_order_centroid([str(k) for k in range(number)])
    assert pytest.approx(published, abs=5e-5) == list(given.values())


def test_rank_sum_weights_are_another_thing() -> None:
    """The wrong variant w_k = 2 (K + 1 - k) / (K (K + 1)) gives .5, .33, .17."""
    assert abs(rank_order_centroid("abc")["a"] - 3 / 6) > 0.1


def test_swing_points_count_in_proportion() -> None:
    assert {"a": 0.5, "b": 0.3, "c": 0.2} == swing_weights({"a": 100, "b": 60, "c": 40})


def test_weights_drawn_in_an_order_have_the_centroid_as_their_mean() -> None:
    over, sets = possible_weights(Preferences(order=("outcome", "cost", "years")), 20_000, 1)
    assert ("outcome", "cost", "years") == over
    assert pytest.approx(1) == sets.sum(axis=1)
    assert bool(np.all(np.diff(sets, axis=1) <= 0))
    # Four standard errors of the mean of a weight (sd at most .17).
    assert pytest.approx(list(rank_order_centroid(over).values()), abs=0.005) == list(sets.mean(axis=0))


def test_where_nothing_is_stated_all_weights_are_possible() -> None:
    over, sets = possible_weights(Preferences(), 20_000, 1)
    assert ("outcome", "lasting", "cost") == over
    assert pytest.approx([1 / 3] * 3, abs=0.007) == list(sets.mean(axis=0))
    # A weight of the flat Dirichlet is beta(1, 2): P(w > 1/2) = (1/2)^2.
    assert pytest.approx(1 / 4, abs=0.0123) == (sets[:, 0] > 0.5).mean()


def test_plain_uniforms_over_their_sum_would_crowd_the_middle() -> None:
    """The wrong variant puts far too few weights near the corners."""
    streams = np.random.default_rng(1).random((20_000, 3))
    wrong = streams / streams.sum(axis=1, keepdims=True)
    assert (wrong[:, 0] > 0.5).mean() < 0.18  # 1/6


def test_stated_weights_are_the_only_ones() -> None:
    over, sets = possible_weights(Preferences(weights={"outcome": 0.7, "cost": 0.3}), 100, 1)
    assert (("outcome", "cost"), [[0.7, 0.3]]) == (over, sets.tolist())
    assert {"outcome": 0.5, "cost": 0.5} == mean_weights(Preferences(swing={"outcome": 80, "cost": 80}))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"a": 0.5, "b": 0.4},
            "weights: found weights adding up to 0.9, must add up to 1; divide each by their sum",
        ),
        ({"a": 1.5, "b": -0.5}, "weights.a: found 1.5, must be a number from 0 to 1; correct the weight"),
        (
            {"a": float("nan"), "b": 1},
            "weights.a: found nan, must be a number from 0 to 1; correct the weight",
        ),
    ],
)
def test_weights_that_do_not_add_up_are_refused(given: dict[str, float], told: str) -> None:
    with pytest.raises(BadInput) as refused:
        checked(given)
    assert told == str(refused.value).splitlines()[0]


def test_the_ends_are_those_of_a_value_function_else_the_anchors() -> None:
    assert (0.0, 1.0) == ends_of("outcome", Preferences(), ANCHORS)
    assert (200.0, 0.0) == ends_of("cost", Preferences(), ANCHORS)
    stated = Preferences(values={"cost": {0: 1, 50: 0.2, 300: 0}})
    assert (300, 0) == ends_of("cost", stated, {})


def test_a_value_function_runs_in_straight_pieces_and_goes_on_beyond_its_ends() -> None:
    anchors = {0.0: 1.0, 50.0: 0.2, 200.0: 0.0}
    given = straight_pieces(np.array([-10.0, 0.0, 25.0, 50.0, 125.0, 200.0, 350.0]), anchors)
    assert pytest.approx([1.16, 1.0, 0.6, 0.2, 0.1, 0.0, -0.2]) == list(given)


def test_values_stand_by_replication_option_and_criterion() -> None:
    preferences = Preferences(weights={"cost": 0.5, "outcome": 0.5})
    told = weighing(preferences, ANCHORS)
    assert ("stated", {"cost": 0.5, "outcome": 0.5}) == (told.kind, told.weights)
    given = values_of(told, preferences, SAMPLES)
    assert (2, 2, 2) == given.shape
    criteria = list(told.worst)
    assert pytest.approx([0.4, 0.6]) == list(given[:, 1, criteria.index("outcome")])
    assert [1.0, 1.0] == list(given[:, 0, criteria.index("cost")])
    assert pytest.approx([0.6, 0.5]) == list(given[:, 1, criteria.index("cost")])


def test_a_criterion_whose_anchors_are_one_amount_tells_nothing() -> None:
    preferences = Preferences(weights={"cost": 0.5, "outcome": 0.5})
    flat = ANCHORS | {"cost": Anchors(worst=0, best=0)}
    given = values_of(weighing(preferences, flat), preferences, SAMPLES)
    assert 0.0 == np.abs(given[:, :, 0]).max()
