"""Small missions with uncertain intake, people and places, each played as planned and as one that reacts."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np

from cadre.mission import Mission
from cadre.options import Option
from cadre.pipeline import Settings
from cadre.pipeline.planning import plan_option
from cadre.plans import Planned
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from tests.programme.small_missions import small_document

ERRORS = 4.0
"""Standard errors of a mean difference that are chance."""


@dataclass(frozen=True)
class Reaction:
    """What reacting changes on average over the same futures, with the standard error of that mean."""

    seed: int
    outcome: float
    error: float
    graduates: float
    called: float

    @property
    def is_worse(self) -> bool:
        """Whether fewer targets are reached, by more than chance."""
        return self.outcome < -ERRORS * self.error - 1e-12

    @property
    def is_better(self) -> bool:
        """Whether more targets are reached, by more than chance."""
        return self.outcome > ERRORS * self.error + 1e-12


def uncertain_mission(seed: int, *, certain_intake: bool = False) -> Mission:
    """Give the small mission of a seed with intake, passes, people and sites as uncertain as they are."""
    draw, document = Random(seed), small_document(seed, least_weeks=24, most_weeks=78)
    army = document["recruits"]["army"]
    if army["a_year"] and not certain_intake:
        army["a_year"] = {"min": army["a_year"] / 3, "likely": army["a_year"], "max": army["a_year"] * 3}
    document["courses"]["basic"]["passes"] = {"min": 0.6, "likely": 0.8, "max": 0.95}
    for offer in document["offers"].values():
        offer["honoured"] = {"min": 0.5, "likely": 0.8, "max": 1}
    for site in document["sites"].values():
        site["closures"] = {"per_year": draw.choice((0, 1, 3)), "weeks": 2}
    return Mission.model_validate(document)


def planned(mission: Mission) -> Planned:
    """Plan a mission as it stands, within its offers."""
    return plan_option(Option("mission", "mission", {}, mission), Settings(seconds=60, jobs=1))


def play(mission: Mission, made: Planned, replications: int) -> Outcome:
    """Play the plans of a mission."""
    plans = Plans(made.programme, made.staff, made.timetable)
    return next(simulate_many([SimulationCase("one", mission, plans)], ReplicationPlan(replications, 1)))


def reaction(seed: int, mission: Mission, replications: int = 1000) -> Reaction:
    """Play one plan with and without reacting."""
    made = planned(mission)
    never, reacts = (
        play(mission.changed({"policy.reacts": when}), made, replications)
        for when in ("never", "every rotation")
    )
    more = reacts.scalars["outcome"] - never.scalars["outcome"]
    return Reaction(
        seed,
        float(more.mean()),
        float(more.std() / np.sqrt(replications)),
        float((reacts.scalars["graduates"] - never.scalars["graduates"]).mean()),
        float(reacts.scalars["serials_called"].mean()),
    )
