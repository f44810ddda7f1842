"""An exact model written for the tests alone finds the optimum that the planner proves.

The whole 50 missions stand in the benchmarks: `python -m benchmarks.exact`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.programme.offered import OfferedPeople
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.violations import violations
from tests.programme.exact_model import least_shortfall
from tests.programme.made import school
from tests.programme.planning_cases import after, folder, offer
from tests.programme.small_missions import small_mission

WEEKS = 24
"""Horizon of missions here at most; 40 in the benchmark."""


def same_optimum(mission: Mission, offered: Sequence[OfferedPeople] | None) -> None:
    programme, exact = (
        plan_programme(mission, DEFAULT_LIMITS, offered=offered),
        least_shortfall(mission, offered),
    )
    assert violations(programme, mission, offered=offered) == ()
    assert programme.result is not None
    assert exact.proved
    assert exact.value == pytest.approx(programme.result.objective, abs=1e-4)
    assert exact.value == pytest.approx(programme.result.bound, abs=1e-3)


@pytest.mark.parametrize("seed", range(16))
def test_within_offers_the_optimum_is_that_of_the_exact_model(seed: int) -> None:
    mission = small_mission(seed, most_weeks=WEEKS)
    same_optimum(mission, supply(mission, {}, {}))


@pytest.mark.parametrize("seed", range(16, 24))
def test_without_regard_to_offers_the_optimum_is_that_of_the_exact_model(seed: int) -> None:
    same_optimum(small_mission(seed, most_weeks=WEEKS), None)


def test_the_exact_model_knows_what_is_counted_by_hand() -> None:
    """Six serials follow each other in 26 weeks; 20 units are wanted when the mission is over."""
    mission = school({"capabilities.unit.wanted": {after(30): 20}} | offer(1))
    assert 70 == pytest.approx(least_shortfall(mission, supply(mission, {}, {})).value, abs=1e-4)
    assert 100 == pytest.approx(least_shortfall(mission, ()).value, abs=1e-4)


def test_a_need_that_was_planned_far_above_its_optimum_is_planned_at_it() -> None:
    mission, _ = folder("small-40pct-above-optimum", "more")
    same_optimum(mission, None)
