"""People of many offers come and go within a rotation: a plan never counts on leave that they cannot take."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.programme.optimise import plan_programme
from cadre.programme.plan import PERIOD_WEEKS
from cadre.programme.violations import violations
from cadre.solving import Limits
from tests.programme.made import STARTS as FIRST
from tests.programme.made import school
from tests.programme.planning_cases import after, length
from tests.programme.small_missions import STARTS, small_document

QUICK = Limits(gap=0.05, work=0.002)


def come_and_go(seed: int) -> Mission:
    """Give a small mission with one rotation and up to nine more offers of trainers, each with its own weeks.

    Leave is long, much is wanted and rooms are many, so that people are what binds.
    """
    draw, document = Random(seed), small_document(seed, most_weeks=40, least_weeks=28)
    weeks = document["mission"]["horizon"]
    document["tours"] = {"weeks": weeks, "handover": draw.choice((0, 2)), "leave": draw.choice((4, 6, 8))}
    document["ceiling"] = 60
    for site in document["sites"].values():
        site["facilities"]["room"] = 12
        site.pop("beds", None)
    for team in document["capabilities"].values():
        team["wanted"] = {day: 20 * units for day, units in team["wanted"].items()}
    for recruits in document["recruits"].values():
        recruits["at_start"] = 900
    first = document["offers"]["o0"]
    for n in range(draw.randint(4, 9)):
        begins = draw.randint(0, weeks - 8)
        stays = {"begins": STARTS + dt.timedelta(weeks=begins, days=draw.choice((0, 0, 3)))}
        stays["ends"] = STARTS + dt.timedelta(weeks=draw.randint(begins + 6, weeks), days=-1)
        document["offers"][f"more-{n}"] = first | stays | {"people": draw.randint(1, 3)}
    return Mission.model_validate(document)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("period_weeks", [1, PERIOD_WEEKS])
def test_a_plan_with_people_who_come_and_go_keeps_the_leave_of_each(seed: int, period_weeks: int) -> None:
    mission = come_and_go(seed)
    offered = supply(mission, {}, {})
    programme = plan_programme(mission, QUICK, offered=offered, period_weeks=period_weeks)
    assert violations(programme, mission, offered=offered) == ()


def two_offers(weeks: int, crew: int, stays: tuple[int, int], *, leave: int) -> Mission:
    """Give one trainer and two more, all there from the first day, each offer for its own weeks of a tour."""
    one, two = (
        {"party": "ally", "role": "trainer", "people": people, "begins": FIRST, "state": "confirmed"}
        | {"ends": after(stay, days=-1)}
        for people, stay in enumerate(stays, 1)
    )
    changes = length(weeks, 12) | {"offers": {"one": one, "two": two}, "ceiling": 9}
    changes |= {"courses.basic.instructors": {"drill": crew}}
    return school(changes | {"tours": {"weeks": 12, "handover": 0, "leave": leave}})


def test_nobody_teaches_in_the_leave_of_one_who_stays_shorter() -> None:
    """Of seven weeks one is there 5, of nine the others 7: 19 person-weeks, of which 17 fall into any six."""
    mission = two_offers(6, 3, (7, 9), leave=3)
    offered = supply(mission, {}, {})
    assert 0 == plan_programme(mission, offered=offered).targets[0].reached
    shorter = two_offers(5, 3, (7, 9), leave=3)
    assert 1 == pytest.approx(plan_programme(shorter, offered=supply(shorter, {}, {})).targets[0].reached)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(
    st.integers(1, 8), st.integers(1, 3), st.tuples(st.integers(3, 12), st.integers(3, 12)), st.integers(1, 5)
)
def test_of_two_offers_each_keeps_its_leave(
    weeks: int, crew: int, stays: tuple[int, int], leave: int
) -> None:
    mission = two_offers(weeks, crew, stays, leave=leave)
    offered = supply(mission, {}, {})
    assert violations(plan_programme(mission, offered=offered), mission, offered=offered) == ()
