"""SMAA-2 against cases whose weight space is divided by hand."""

import math

import numpy as np
import pytest

from cadre.decision.weights import possible_weights
from cadre.errors import BadInput
from cadre.mission.preferences import Preferences
from cadre.statistics.arrays import Floats
from cadre.statistics.smaa import acceptabilities, ranks_of, totals

N = 20_000


def weights(criteria: int) -> dict[str, Floats]:
    names = ("outcome", "lasting", "cost", "exposure", "years")
    drawn = possible_weights(Preferences(), N, 4)[1][:, :criteria]
    drawn = drawn / drawn.sum(axis=1, keepdims=True)  # part of a flat Dirichlet is flat
    return {name: drawn[:, k] for k, name in enumerate(names[:criteria])}


def certain(*options: tuple[float, ...]) -> Floats:
    return np.broadcast_to(np.array(options, float), (N, len(options), len(options[0]))).copy()


def test_a_compromise_has_the_middle_of_the_weights() -> None:
    """Two criteria, A = (1, 0), B = (0, 1), C = (.6, .6): C is first for weights from .4 to .6."""
    told = acceptabilities(
        "ABC", certain((1, 0), (0, 1), (0.6, 0.6)), weights(2), {"outcome": 0.5, "lasting": 0.5}
    )
    # Four standard errors of a share: .014.
    assert pytest.approx([0.4, 0.4, 0.2], abs=0.014) == [a.ranks[0] for a in told]
    assert pytest.approx(1.0, abs=1e-9) == told[2].ranks[0] + told[2].ranks[1]  # never last
    assert pytest.approx((0.4, 0.1, 0.5), abs=0.015) == told[0].ranks  # second from .5 to .6
    assert pytest.approx([0.8, 0.2, 0.5], abs=0.01) == [a.central["outcome"] for a in told if a.central]
    assert [1.0, 1.0, 1.0] == [a.confidence for a in told]
    assert pytest.approx([0.5, 0.5, 0.6]) == [a.value for a in told]


def test_uncertain_values_lower_the_confidence_but_not_by_the_weights() -> None:
    """One criterion that counts: A is normal(0, 1), B normal(1, 1): P(B > A) = Phi(1 / sqrt 2) = .760."""
    luck = np.random.default_rng(2).normal(size=(N, 2))
    values = np.stack([luck[:, :1], 1 + luck[:, 1:]], axis=1)
    told = acceptabilities("AB", values, {"outcome": np.ones(N)}, {"outcome": 1.0})
    closed = 0.5 * math.erfc(-0.5)
    assert pytest.approx(closed, abs=0.013) == told[1].ranks[0]
    assert pytest.approx(closed, abs=0.013) == told[1].confidence
    assert pytest.approx(closed, abs=0.013) == told[1].beats["A"]
    assert pytest.approx(1.0) == told[1].beats["A"] + told[0].beats["B"]


def test_three_criteria_divide_the_triangle_of_weights_evenly() -> None:
    told = acceptabilities(
        "ABC",
        certain((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        weights(3),
        dict.fromkeys(("outcome", "lasting", "cost"), 1 / 3),
    )
    assert pytest.approx([1 / 3] * 3, abs=0.014) == [a.ranks[0] for a in told]
    # The greatest of three flat weights is 11/18 on average, the others share the rest.
    assert told[0].central is not None
    assert pytest.approx([11 / 18, 7 / 36, 7 / 36], abs=0.01) == list(told[0].central.values())


def test_an_option_that_is_never_first_has_no_central_weights() -> None:
    told = acceptabilities("AB", certain((1, 1), (0, 0)), weights(2), {"outcome": 0.5, "lasting": 0.5})
    assert (None, None, (0.0, 1.0)) == (told[1].central, told[1].confidence, told[1].ranks)


def test_ranks_of_means_would_hide_what_is_uncertain() -> None:
    """The wrong variant ranks mean values: B would be first in all futures instead of in 76 %."""
    luck = np.random.default_rng(2).normal(size=(N, 2))
    values = np.stack([luck[:, :1], 1 + luck[:, 1:]], axis=1)
    wrong = ranks_of(totals(np.broadcast_to(values.mean(axis=0), values.shape), np.ones((1, 1))))
    assert 1.0 == (wrong[:, 1] == 0).mean()


def test_equals_stand_in_the_order_written() -> None:
    assert [[1, 2, 0], [0, 1, 2]] == ranks_of(np.array([[1.0, 1.0, 2.0], [3.0, 3.0, 3.0]])).tolist()


def test_an_empty_set_of_options_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        acceptabilities((), np.zeros((N, 0, 1)), {"outcome": np.ones(N)}, {"outcome": 1.0})
    assert "options: found no option, there must be at least one option; show one" == str(refused.value)


def test_values_that_are_no_numbers_are_refused() -> None:
    values = certain((1, 1), (0, 0))
    values[3, 1, 0] = np.nan
    with pytest.raises(BadInput) as refused:
        acceptabilities("AB", values, weights(2), {"outcome": 0.5, "lasting": 0.5})
    told = "outcomes.B: found 1 value without a finite number, must be finite in every replication; "
    assert told + "correct the simulation" == str(refused.value)
