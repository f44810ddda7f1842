"""One mission through programme, timetable and simulation, and what each says of its targets."""

from __future__ import annotations

import math
from dataclasses import dataclass

from cadre.forces.lines import post_lines
from cadre.forces.optimise import fill_posts
from cadre.forces.supply import supply
from cadre.forces.violations import violations as forces_violations
from cadre.mission import Mission
from cadre.programme.optimise import plan_programme
from cadre.programme.plan import PlannedTarget, Programme
from cadre.programme.violations import violations as programme_violations
from cadre.replan.carrying import as_timed
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import simulate
from cadre.timetable.optimise import plan_timetable
from cadre.timetable.plan import Timetable
from cadre.timetable.violations import violations as timetable_violations
from tests.words.english import each

NEARLY = 0.01
"""Part of a unit that an expected number may lack of a whole one: what solvers leave."""
REPLICATIONS = 5

Units = dict[tuple[str, int], int]


@dataclass(frozen=True)
class Stages:
    """The plans of one mission and its futures."""

    programme: Programme
    timetable: Timetable
    outcome: Outcome
    faults: tuple[str, ...]

    def units(self, mission: Mission) -> tuple[Units, Units, list[Units]]:
        """Give whole units at each target date: planned, timed, and played in each replication."""
        timed = as_timed(self.programme, self.timetable, mission)
        dates = [(key, week) for key in mission.capabilities for week in mission.wanted_by_week(key)]
        played = [
            {(key, week): int(self.outcome.scalars[f"reached.{key}.{week}"][n]) for key, week in dates}
            for n in range(REPLICATIONS)
        ]
        return _whole(self.programme.targets, dates), _whole(timed.targets, dates), played


def _whole(targets: tuple[PlannedTarget, ...], dates: list[tuple[str, int]]) -> Units:
    found = {(t.capability, t.week): math.floor(t.reached + NEARLY) for t in targets}
    return {date: found[date] for date in dates}


def three_stages(mission: Mission) -> Stages:
    """Plan within the offers, time and play a mission without levers, and judge each plan."""
    offered = supply(mission, {}, {})
    programme = plan_programme(mission, offered=offered)
    staff = fill_posts(post_lines(programme, mission), mission, {}, {}, sent=programme.sent)
    timetable = plan_timetable(programme, staff, mission)
    outcome = simulate(mission, programme, staff, timetable, replications=REPLICATIONS, seed=1)
    faults = (
        *programme_violations(programme, mission, offered=offered),
        *forces_violations(staff, mission, {}, {}),
        *timetable_violations(timetable, programme, staff, mission),
    )
    return Stages(programme, timetable, outcome, each(faults))
