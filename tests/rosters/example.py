"""The demining school as it is carried out on a day, for tests of rosters and of exchange."""

from __future__ import annotations

from functools import cache

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.replan.reading import Before, read_before
from cadre.rosters.sheets import Roster
from cadre.tracking.reading import read_records
from cadre.tracking.records import Records
from cadre.tracking.running import RunningMission
from cadre.words import Catalogue
from tests.missions.demining_records import FOLDER, PLAN, TODAY


@cache
def running() -> RunningMission:
    plan = read_before(PLAN)
    mission = read_mission(FOLDER)
    return RunningMission(find(mission, plan.option).mission, plan, read_records(FOLDER, mission))


@cache
def known() -> tuple[Mission, Before, Records]:
    """Return mission, plan, and the records that hold on the day."""
    held = running().on(TODAY)
    return held.mission, held.plan, held.records


@cache
def roster() -> Roster:
    return Roster(running().on(TODAY), Catalogue("en"))
