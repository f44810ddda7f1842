"""Running: a mission as it is carried out: the option chosen, its plan in force, what was reported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from cadre.mission import Mission
from cadre.replan.reading import Before
from cadre.tracking.holding import holding, known_on
from cadre.tracking.records import Records


@dataclass(frozen=True)
class RunningMission:
    """What is known of a mission that runs.

    Parameters
    ----------
    mission : Mission
        With the choices of the option that is carried out.
    plan : Before
        The plan in force.
    records : Records
        What was reported, corrected records among it.
    """

    mission: Mission
    plan: Before
    records: Records

    def on(self, day: dt.date) -> RunningMission:
        """Return the same with the records alone that were known on a day and hold."""
        return replace(self, records=holding(known_on(self.records, day)))
