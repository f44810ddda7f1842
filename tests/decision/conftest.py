"""The small first-aid mission and the plans of its options."""

import pytest

from cadre.mission import Mission
from tests.decision.made import DOCUMENT, Planned, plans_of


@pytest.fixture(scope="session")
def mission() -> Mission:
    return Mission.model_validate(DOCUMENT)


@pytest.fixture(scope="session")
def planned(mission: Mission) -> Planned:
    return plans_of(mission)
