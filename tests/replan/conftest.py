"""One plan of the school by hand for every test of the room."""

from __future__ import annotations

import pytest

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.plans import Planned
from cadre.replan.reading import Before
from tests.mission_files.by_hand import write_folder
from tests.replan.made import SOME, before_of, planned


@pytest.fixture(scope="session")
def school(tmp_path_factory: pytest.TempPathFactory) -> Mission:
    return read_mission(write_folder(tmp_path_factory.mktemp("replan") / "school")).changed(SOME)


@pytest.fixture(scope="session")
def plan(school: Mission) -> Planned:
    return planned(school)


@pytest.fixture(scope="session")
def before(plan: Planned, tmp_path_factory: pytest.TempPathFactory) -> Before:
    return before_of(plan, tmp_path_factory.mktemp("plan"))
