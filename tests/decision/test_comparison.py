"""The whole comparison on hand-made outcomes."""

import numpy as np
import pytest

from cadre.criteria import Criterion
from cadre.decision.comparison import compare, difference
from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.simulation.outcome import Outcome
from tests.decision.made import Planned, make_outcome
from tests.words.plainly import said_of

Outcomes = dict[str, Outcome]

COST = Criterion("cost", "Cost to exit", "EUR", "less", "cost")


@pytest.fixture
def outcomes() -> Outcomes:
    return {
        "nothing": make_outcome("nothing"),
        "small": make_outcome(
            "small", outcome=[0.5, 0.7, 0.6, 0.6], cost=[1e6, 2e6, 3e6, 4e6], posts_filled=0.9
        ),
        "large": make_outcome(
            "large", outcome=[0.5, 0.7, 0.6, 0.6], cost=[5e6, 6e6, 7e6, 8e6], posts_filled=0.6
        ),
    }


def test_every_option_is_set_against_doing_nothing_and_against_each_other(
    mission: Mission, planned: Planned, outcomes: Outcomes
) -> None:
    told = compare(mission, planned, outcomes)
    pairs = list(dict.fromkeys((d.of, d.to) for d in told.differences))
    assert [("small", "nothing"), ("large", "nothing"), ("large", "small")] == pairs
    assert 3 * 7 == len(told.differences)


def test_the_same_future_for_both_leaves_no_spread_in_the_difference(
    mission: Mission, planned: Planned, outcomes: Outcomes
) -> None:
    told = compare(mission, planned, outcomes)
    cost = next(d for d in told.differences if (d.of, d.to, d.criterion) == ("large", "small", "cost"))
    assert (4e6, 4e6, 4e6, 0.0, 0.0) == (
        cost.spread.low,
        cost.spread.mean,
        cost.spread.high,
        cost.spread.half_width,
        cost.share_better,
    )


def test_better_is_cheaper_and_a_tie_is_not_better() -> None:
    told = difference(COST, ("a", np.array([1.0, 2.0, 3.0, 4.0])), ("b", np.array([2.0, 2.0, 2.0, 5.0])))
    assert 0.5 == told.share_better
    assert -0.25 == told.spread.mean


def test_pairing_narrows_the_interval_as_much_as_the_luck_is_shared() -> None:
    # Var(A - B) = 2 s^2 (1 - rho): with rho = 0.99 the half width is a tenth of that of unpaired samples.
    streams = np.random.default_rng(7).normal(size=(3, 20000))
    a, b, unpaired = (
        10 + 0.99**0.5 * streams[0] + 0.01**0.5 * streams[1],
        streams[0] * 0.99**0.5 + 0.01**0.5 * streams[2],
        streams[2],
    )
    paired = difference(COST, ("a", a), ("b", b)).spread.half_width
    assert (
        pytest.approx(0.1, rel=0.05) == paired / difference(COST, ("a", a), ("c", unpaired)).spread.half_width
    )


def test_an_option_that_costs_more_and_reaches_no_more_is_dominated(
    mission: Mission, planned: Planned, outcomes: Outcomes
) -> None:
    (told,) = compare(mission, planned, outcomes).dominated
    assert ("large", "small", 1) == (told.option, told.by, told.order)
    expected = (
        "Beside “Small” it costs EUR 4 M more, needs 22 posts more and has 30 points less of its posts filled"
    )
    assert expected in said_of(mission, told.reason, {"small": "Small"})


def test_all_parts_speak_of_the_options_shown(mission: Mission, planned: Planned, outcomes: Outcomes) -> None:
    told = compare(mission, planned, outcomes)
    assert ["nothing", "small", "large"] == list(told.spreads)
    assert 3 * 7 == len(told.regrets)
    assert 3 * 3 == len(told.chances)
    assert [("small", 0.0), ("large", 1.0)] == [(f.option, f.share_below) for f in told.fill]
    assert ["small", "large"] == list(dict.fromkeys(b.option for b in told.break_even if b.planned_a_year))
    assert 3 * 2 == len(told.acceptance)


def test_outcomes_that_are_no_numbers_are_refused(
    mission: Mission, planned: Planned, outcomes: Outcomes
) -> None:
    outcomes["small"] = make_outcome("small", outcome=np.nan)
    with pytest.raises(BadInput, match=r"outcomes\.small\.outcome: found 4 of 4 replications"):
        compare(mission, planned, outcomes)
