"""Whom of an offer that is not certain a programme counts on."""

from typing import get_args

import pytest

from cadre.forces.supply import CountsOn, supply
from tests.programme.made import STARTS, school

OFFER = {"party": "ally", "role": "trainer", "people": 5, "begins": STARTS, "ends": "2019-12-31"}
PEOPLE = {0.7: {"all": 5, "mean": 4, "likely": 0}, 0.8: {"all": 5, "mean": 4, "likely": 5}}


@pytest.mark.parametrize("counts_on", get_args(CountsOn))
@pytest.mark.parametrize("honoured", PEOPLE)
def test_people_are_counted_as_asked(honoured: float, counts_on: CountsOn) -> None:
    offer = OFFER | {"state": "pledged", "honoured": honoured}
    mission = school({"parties": {"ally": {"title": "Ally"}}, "offers": {"five": offer}})
    counted = sum(one.people for one in supply(mission, {}, {}, counts_on=counts_on))
    assert PEOPLE[honoured][counts_on] == counted
