"""A better calendar, and more of a person, never make a plan worse; two halves are never better than one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.mission.faults import faults_between
from cadre.programme.optimise import plan_programme
from tests.programme.better import TOLD
from tests.test_calendars_agree import STARTS, WEEKS, missions

MANY = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def never_worse(before: Mission, after: Mission) -> None:
    """A bound on plans after lies no higher than the plan before: it is worse by no more than its gap."""
    assume(not faults_between(before) and not faults_between(after))
    old, new = (plan_programme(m, offered=supply(m, {}, {})).result for m in (before, after))
    assert old is not None
    assert new is not None
    assert new.bound <= old.objective + TOLD


@MANY
@given(missions(), st.data())
def test_a_holiday_less_never_makes_a_plan_worse(mission: Mission, data: st.DataObject) -> None:
    holidays = mission.calendar.holidays
    assume(holidays)
    left_out = data.draw(st.integers(0, len(holidays) - 1))
    fewer = [h.model_dump(mode="json", exclude_unset=True) for i, h in enumerate(holidays) if i != left_out]
    # Offers here begin with the first week and end with the last, whatever is off: their weeks stay the same.
    never_worse(mission, mission.changed({"calendar.holidays": fewer}))


@MANY
@given(missions(), st.integers(0, 7 * WEEKS), st.integers(14, 90), st.integers(0, 30), st.integers(0, 30))
def test_a_wider_period_never_makes_a_plan_worse(
    mission: Mission, first: int, length: int, before: int, after: int
) -> None:
    def held(begins: int, ends: int) -> Mission:
        days = [STARTS + dt.timedelta(days=day) for day in (begins, ends)]
        return mission.changed(
            {"courses.basic.held": [f"{days[0]} to {days[1]}"], "courses.basic.only_in": None}
        )

    never_worse(held(first, first + length), held(first - before, first + length + after))


def of_people(mission: Mission, *people: float) -> Mission:
    one: dict[str, Any] = mission.offers["o0"].model_dump(mode="json", exclude_unset=True)
    return mission.changed({"offers": {f"o{n}": one | {"people": part} for n, part in enumerate(people)}})


@MANY
@given(missions(), st.sampled_from((0.25, 0.5, 0.6, 1, 1.5)), st.sampled_from((0.1, 0.25, 0.5, 1)))
def test_more_of_a_person_never_makes_a_plan_worse(mission: Mission, part: float, more: float) -> None:
    never_worse(of_people(mission, part), of_people(mission, part + more))


@MANY
@given(missions(), st.sampled_from((0.25, 0.5, 0.6)))
def test_a_person_in_two_parts_is_never_better_than_the_whole(mission: Mission, part: float) -> None:
    never_worse(of_people(mission, part, 1 - part), of_people(mission, 1))
