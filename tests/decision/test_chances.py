"""Chances: Wilson's interval against published values, chances of targets and floors, fill risk."""

import numpy as np
import pytest

from cadre.decision.chances import added_units, chances_of, fill_risk, fill_risks, half_width_of_share, wilson
from cadre.errors import BadInput
from cadre.mission import Mission
from tests.decision.made import Planned, make_outcome


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        # Newcombe 1998, table I, method 3 (score interval without continuity correction).
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_intervals_as_published(successes: int, trials: int, low: float, high: float) -> None:
    assert (low, high) == tuple(round(end, 4) for end in wilson(successes, trials))
    # The simple interval p ± z sqrt(p (1 - p) / n) is another one: the values tell them apart.
    p = successes / trials
    assert round(p + 1.96 * (p * (1 - p) / trials) ** 0.5, 4) != high


def test_the_half_width_covers_wilsons_interval_and_is_never_zero() -> None:
    for successes in range(21):
        low, high = wilson(successes, 20)
        half = half_width_of_share(successes, 20)
        assert successes / 20 - half <= low + 1e-12
        assert successes / 20 + half >= high - 1e-12
        assert half > 0


@pytest.mark.parametrize(("successes", "trials"), [(0, 0), (3, 2), (-1, 2)])
def test_shares_of_nothing_are_refused(successes: int, trials: int) -> None:
    with pytest.raises(ValueError, match="successes in"):
        wilson(successes, trials)


def test_chances_of_targets_by_week_then_of_floors(mission: Mission) -> None:
    outcome = make_outcome(
        "small", met__team__52=[1, 1, 0, 1], reached__team__52=[10, 12, 9, 11], holds__team=[0, 0, 0, 1]
    )
    first, second, floor = told = chances_of("small", mission, outcome)
    assert {"small"} == {chance.option for chance in told}
    assert ("target", 52, 10.0, 0.75) == (first.kind, first.week, first.wanted, first.share)
    assert 10.5 == first.units.mean
    assert ("target", 100, 25.0, 0.0) == (second.kind, second.week, second.wanted, second.share)
    assert ("floor", 208, 20.0, 0.25) == (floor.kind, floor.week, floor.wanted, floor.share)


def test_a_capability_without_floor_has_no_chance_of_one(mission: Mission) -> None:
    plain = mission.changed({"capabilities.team.floor_after_exit": 0})
    assert ["target", "target"] == [c.kind for c in chances_of("small", plain, make_outcome(""))]


def test_a_target_that_was_not_simulated_is_refused(mission: Mission) -> None:
    outcome = make_outcome("")
    del outcome.scalars["met.team.100"]
    with pytest.raises(BadInput, match=r"outcomes\.small\.met\.team\.100: found nothing"):
        chances_of("small", mission, outcome)


def test_fill_risk_counts_what_stays_below_the_floor() -> None:
    risk = fill_risk(np.array([0.5, 0.79, 0.8, 0.9, 1.0]), "small")
    assert (0.8, 0.4, 0.8) == (risk.floor, risk.share_below, risk.filled.median)


def test_doing_nothing_asks_nobody_and_has_no_fill_risk(planned: Planned) -> None:
    outcomes = {c.option.id: make_outcome(c.option.id) for c in planned}
    assert ["small", "large"] == [risk.option for risk in fill_risks(planned, outcomes)]


def test_of_dates_in_one_week_the_most_units_are_asked(mission: Mission) -> None:
    week = {"2025-01-01": 10, "2025-01-02": 25, "2025-01-03": 12}
    busy = mission.changed({"capabilities.team.wanted": week})
    outcome = make_outcome(
        "small", met__team__52=[1, 0, 1, 0], reached__team__52=[25, 9, 26, 8], holds__team=[0] * 4
    )
    target, floor = chances_of("small", busy, outcome)
    assert ("target", 52, 25.0, 0.5) == (target.kind, target.week, target.wanted, target.share)
    assert "floor" == floor.kind


def test_what_is_added_is_the_difference_to_doing_nothing_in_each_future(mission: Mission) -> None:
    """Two futures with many holders at the start: most units are there without a mission."""
    done = make_outcome("small", reached__team__52=[10, 12, 9, 11], reached__team__100=[20, 20, 20, 20])
    nothing = make_outcome("nothing", reached__team__52=[9, 2, 9, 3], reached__team__100=[1, 1, 1, 1])
    first, second, _ = chances_of("small", mission, done, nothing)
    assert first.added is not None
    assert second.added is not None
    assert (1 + 10 + 0 + 8) / 4 == first.added.mean
    assert 19 == second.added.mean
    assert added_units(mission, done, nothing)["added.team.52"].tolist() == [1, 10, 0, 8]


def test_doing_nothing_adds_nothing_to_itself(mission: Mission) -> None:
    assert {None} == {chance.added for chance in chances_of("nothing", mission, make_outcome("nothing"))}
