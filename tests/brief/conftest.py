"""The study made by hand, read, composed and written once for every test of the brief."""

import pytest

from cadre.brief.compose import compose, read
from cadre.brief.content import Brief
from cadre.brief.context import Context
from cadre.brief.writing import files_of
from cadre.study import Study
from tests.brief import by_hand


@pytest.fixture(scope="session")
def study() -> Study:
    return by_hand.study()


@pytest.fixture(scope="session")
def context(study: Study) -> Context:
    return read(study)


@pytest.fixture(scope="session")
def brief(context: Context) -> Brief:
    return compose(context)


@pytest.fixture(scope="session")
def files(study: Study) -> dict[str, bytes]:
    return files_of(study)
