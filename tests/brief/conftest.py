"""The study made by hand, for every test of the brief."""

import pytest

from cadre.study import Study
from tests.brief import by_hand


@pytest.fixture(scope="session")
def study() -> Study:
    return by_hand.study()
