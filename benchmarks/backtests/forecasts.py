"""Forecasts of a case: its mission as it stands is planned and played from the first day.

Takes a mission and days, gives what the plan expects there and a sample of futures, from the parts of the
pipeline that a brief is made of. A quantity at a day is read by playing no further than the end of its week.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.backtests.figures import COST, PEOPLE, TRAINED, UNITS, Figure
from cadre.mission import Mission
from cadre.options import Option
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.plans import Planned
from cadre.programme.plan import Programme
from cadre.programme.prices import expected_cost
from cadre.programme.trained import planned_trained
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Forecast:
    """What the plan expects, and futures, shape (replications,)."""

    planned: float
    sample: Floats


def plan_mission(mission: Mission, settings: Settings) -> Planned:
    """Plan a mission as it stands, whatever levers it has."""
    return plan_option(Option("mission", mission.mission.title, {}, mission), settings)


def forecasts(plan: Planned, points: Iterable[Figure], settings: Settings) -> tuple[Forecast, ...]:
    """Give the forecast of each point, in their order."""
    weeks = [(point, plan.option.mission.week_of(point.date)) for point in points]
    lengths = {week + 1 for _, week in weeks} | {week for point, week in weeks if point.quantity == PEOPLE}
    played = {length: _played(plan, length, settings) for length in sorted(lengths)}
    return tuple(
        Forecast(_planned(plan, point.quantity, week), _futures(point.quantity, week, played))
        for point, week in weeks
    )


def _played(plan: Planned, weeks: int, settings: Settings) -> Outcome | None:
    """Play the first weeks; nothing is played in none."""
    if weeks == 0:
        return None
    case = SimulationCase(
        plan.option.id, plan.option.mission, Plans(plan.programme, plan.staff, plan.timetable)
    )
    runs = ReplicationPlan(settings.replications, settings.seed, settings.jobs, weeks=weeks)
    (outcome,) = simulate_many([case], runs)
    return outcome


def _futures(quantity: str, week: int, played: dict[int, Outcome | None]) -> Floats:
    """Read a quantity at the end of a week, people within it."""
    outcome = played[week + 1]
    assert outcome is not None  # at least one week is played
    if quantity in (COST, TRAINED):
        return outcome.scalars[quantity]
    if quantity == PEOPLE:
        before = played[week]
        came = outcome.scalars["person_weeks"]
        return came if before is None else came - before.scalars["person_weeks"]
    return outcome.scalars[f"left.{quantity.removeprefix(UNITS)}"]


def _planned(plan: Planned, quantity: str, week: int) -> float:
    """Give what the plan within offers expects at the end of a week, people within it."""
    if quantity == COST:
        return _cost_by(plan.programme, plan.option.mission, week + 1)
    if quantity == PEOPLE:
        return float(sum(s.people for s in plan.staff.stints if s.begins <= week < s.ends))
    if quantity == TRAINED:
        return planned_trained(plan.programme, plan.option.mission, week + 1)
    return plan.programme.units[quantity.removeprefix(UNITS)][week]


def _cost_by(programme: Programme, mission: Mission, weeks: int) -> float:
    """Give the expected cost of the first weeks: that of a mission which ends then, with the posts so far."""
    ended = mission.changed({"mission.horizon": f"{min(weeks, mission.exit_week)} weeks"})
    posts = tuple(p for p in programme.posts if p.rotation * programme.rotation_weeks < weeks)
    return sum(expected_cost(replace(programme, posts=posts), ended).values())
