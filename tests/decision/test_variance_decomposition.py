"""The two kinds of chance: parts of a variance that are known in closed form, and wrong ways that fail."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cadre.decision.comparison import compare
from cadre.decision.variance_decomposition import FEWEST, VarianceParts, parts_of_variance, verdict
from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from cadre.statistics.arrays import Floats
from tests.decision.made import Planned, make_outcome
from tests.simulation import small

ERRORS = 4
SETTINGS = 4_000
"""Fixed before the first run."""


def linear(a: float, b: float, *, settings: int = SETTINGS, m: int = 2, seed: int = 1) -> Floats:
    """y = a x + b e, both standard normal: details a^2, luck b^2."""
    rng = np.random.default_rng(seed)
    return np.asarray(a * rng.normal(size=(settings, 1)) + b * rng.normal(size=(settings, m)))


def holds(nested: Floats, share: float) -> bool:
    parts = parts_of_variance(nested)
    return abs(parts.share - share) <= ERRORS * parts.error


@pytest.mark.parametrize("m", [2, 5])
@pytest.mark.parametrize(("a", "b"), [(1.0, 1.0), (3.0, 1.0), (1.0, 3.0)])
def test_of_a_linear_model_both_parts_are_found(a: float, b: float, m: int) -> None:
    found = parts_of_variance(linear(a, b, m=m))
    assert a * a == pytest.approx(found.details, abs=ERRORS * (a * a + b * b) * (2 / SETTINGS) ** 0.5)
    assert b * b == pytest.approx(found.streams, rel=ERRORS * (2 / SETTINGS) ** 0.5)
    assert holds(linear(a, b, m=m), a * a / (a * a + b * b))


def test_means_of_settings_not_freed_of_their_inner_noise_are_too_wide() -> None:
    nested = linear(1.0, 3.0)
    naive = float(nested.mean(axis=1).var() / nested.var())
    assert not abs(naive - 0.1) <= ERRORS * parts_of_variance(nested).error
    assert 0.55 == pytest.approx(naive, abs=0.05)  # (a^2 + b^2 / 2) / (a^2 + b^2)


def test_replays_on_the_same_luck_call_everything_a_detail() -> None:
    same = np.repeat(linear(1.0, 1.0)[:, :1], 2, axis=1)
    assert 1.0 == pytest.approx(parts_of_variance(same).share)
    assert not holds(same, 0.5)


@pytest.mark.parametrize(("a", "b"), [(1.0, 1.0), (0.3, 1.0)])
def test_the_interval_covers_as_often_as_it_says(a: float, b: float) -> None:
    runs, share = 500, a * a / (a * a + b * b)
    ends = [parts_of_variance(linear(a, b, settings=500, seed=seed)).interval for seed in range(runs)]
    covered = sum(low <= share <= high for low, high in ends)
    assert abs(covered - 0.95 * runs) <= ERRORS * (runs * 0.95 * 0.05) ** 0.5


def test_what_a_few_settings_show_is_not_told() -> None:
    nested = np.zeros((1_000, 2))
    nested[:5, 0] = 1.0
    parts = parts_of_variance(nested)
    assert parts.settings < FEWEST
    assert (0.0, 1.0) == parts.interval
    assert "too rare" == verdict(parts)


@pytest.mark.parametrize(
    ("expected", "share", "error"),
    [
        ("nearly all details", 0.95, 0.01),
        ("more details", 0.6, 0.04),
        ("not told", 0.6, 0.06),
        ("more luck", 0.4, 0.04),
        ("nearly all luck", 0.02, 0.01),
    ],
)
def test_words_are_no_stronger_than_the_interval(expected: str, share: float, error: float) -> None:
    assert expected == verdict(VarianceParts(share, 1 - share, error, 100.0))


def test_of_a_simulated_serial_both_parts_are_found() -> None:
    """Ten pass with p, uniform on 0.4-0.9: variance 100 Var(p) of the detail, 10 E p (1 - p) of luck."""
    given = small.mission(courses=small.course(passes={"low": "40%", "high": "90%"}))
    case = SimulationCase("x", given, small.plans(given, [0]))
    pair = [
        next(simulate_many([case], ReplicationPlan(SETTINGS, 1, streams=streams))).scalars["graduates"]
        for streams in (None, 2)
    ]
    variance, mean = 0.5**2 / 12, 0.65
    details, streams = 100 * variance, 10 * (mean - mean**2 - variance)
    assert holds(np.stack(pair, axis=1), details / (details + streams))
    assert not holds(np.stack(pair, axis=1), 1.25 * details / (1.25 * details + streams))


def _with_cost(outcome_of: str, costs: Floats, passes: Floats) -> Outcome:
    return replace(make_outcome(outcome_of, len(costs), cost=costs), draws={"courses.basic.passes": passes})


def test_every_criterion_with_chance_in_it_is_told_of_for_every_option(
    mission: Mission, planned: Planned
) -> None:
    pair, x = linear(1.0, 3.0), np.linspace(0, 1, SETTINGS)
    ids = [p.option.id for p in planned]
    outcomes = {o: _with_cost(o, pair[:, 0], x) for o in ids}
    replays = {o: _with_cost(o, pair[:1_000, 1], x[:1_000]) for o in ids}
    told = compare(mission, planned, outcomes, replays).variance_shares
    assert [(o, "cost") for o in ids] == [(one.option, one.criterion) for one in told]
    assert {1_000} == {one.replays for one in told}
    assert {"more luck"} == {one.told for one in told}
    assert told[0].spread_left < told[0].spread
    assert () == compare(mission, planned, outcomes).variance_shares


def test_replays_of_other_details_are_refused(mission: Mission, planned: Planned) -> None:
    x = np.linspace(0, 1, 50)
    outcomes = {p.option.id: _with_cost(p.option.id, x, x) for p in planned}
    replays = {p.option.id: _with_cost(p.option.id, x[:9], x[1:10]) for p in planned}
    with pytest.raises(BadInput, match=r"other values of courses\.basic\.passes"):
        compare(mission, planned, outcomes, replays)


def test_a_single_replication_tells_nothing_apart() -> None:
    with pytest.raises(BadInput, match="must be 2 or more of both"):
        parts_of_variance(np.zeros((5, 1)))


def test_luck_alone_never_leaves_more_than_there_is(mission: Mission, planned: Planned) -> None:
    """A part of details that comes out below 0 would make it so: one of each pair high, the other low."""
    x = np.random.default_rng(4).normal(size=200)
    ids = [p.option.id for p in planned]
    outcomes, replays = ({o: _with_cost(o, sign * x, x) for o in ids} for sign in (1, -1))
    told = compare(mission, planned, outcomes, replays).variance_shares
    assert {0.0} == {one.details for one in told}
    assert all(one.spread_left <= one.spread for one in told)
