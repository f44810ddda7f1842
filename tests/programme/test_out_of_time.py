"""What is told where a search's seconds are over before it found anything: a plan, far from its bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.programme.optimise import plan_programme
from cadre.programme.prices import objective
from cadre.programme.violations import violations
from cadre.solving import Limits, Status

MISSIONS = Path(__file__).parents[2] / "missions"
NO_TIME = Limits(seconds=1e-6)


@pytest.fixture(scope="module", params=["iraq-2018", "demining-school"])
def mission(request: pytest.FixtureRequest) -> Mission:
    """Give a large mission and one that is searched as a whole."""
    return read_mission(MISSIONS / request.param)


def test_out_of_time_is_never_infeasible(mission: Mission) -> None:
    """A plan that does little stands, is told to have been stopped by seconds, and breaks no rule."""
    made = plan_programme(mission, NO_TIME, offered=(), explain=False)
    assert made.result is not None
    assert made.result.status is not Status.INFEASIBLE
    assert made.result.by_seconds
    assert not violations(made, mission, offered=())
    assert made.result.has_plan
    assert made.result.objective == pytest.approx(objective(made, mission)[0], abs=1e-4)
    assert 0 <= made.result.bound <= made.result.objective


def test_a_plan_that_was_given_is_not_lost_to_the_clock() -> None:
    """Where there is no time at all the plan that the search should begin from stands."""
    mission = read_mission(MISSIONS / "demining-school")
    before = plan_programme(mission, Limits(gap=0.2, work=0.05), explain=False)
    again = plan_programme(mission, NO_TIME, start=before, explain=False)
    assert before.result is not None
    assert again.result is not None
    assert again.result.objective <= before.result.objective + 1e-6
