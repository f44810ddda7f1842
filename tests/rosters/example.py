"""The demining school as it is carried out on a day, for tests of rosters and of exchange."""

from __future__ import annotations

from functools import cache

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import find
from cadre.replan.reading import Before, read_before
from cadre.rosters.sheets import Roster
from cadre.tracking.holding import holding, known_on
from cadre.tracking.reading import read_records
from cadre.tracking.records import Records
from cadre.words import Catalogue
from tests.missions.demining_records import FOLDER, PLAN, TODAY


@cache
def running() -> tuple[Mission, Before, Records]:
    plan = read_before(PLAN)
    mission = read_mission(FOLDER)
    records = holding(known_on(read_records(FOLDER, mission), TODAY))
    return find(mission, plan.option).mission, plan, records


@cache
def roster() -> Roster:
    return Roster(*running(), Catalogue("en"))
