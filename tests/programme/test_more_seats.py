"""More seats, and days at which people leave: what else falls like the planning cases."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.plan import Programme
from cadre.solving import Result
from tests.programme import planning_cases as cases
from tests.programme.made import school
from tests.programme.planning_cases import Changes, folder, offer

SOME = settings(max_examples=10, suppress_health_check=list(HealthCheck))
FULL = cases.after(39)


def planned(mission: Mission, choices: dict[str, str] | None = None) -> Programme:
    return plan_programme(mission, DEFAULT_LIMITS, offered=supply(mission, choices or {}, {}))


def missing(mission: Mission, choices: dict[str, str] | None = None) -> Result:
    result = planned(mission, choices).result
    assert result is not None
    return result


def reached(changes: Changes) -> float:
    return planned(school(changes)).targets[0].reached


def test_a_trainer_who_leaves_on_the_last_working_day_teaches_that_week() -> None:
    changes = cases.length(4, 24) | offer(1, ends=dt.date(2019, 3, 15))
    assert 6 == pytest.approx(reached(changes), abs=1e-4)


@SOME
@given(st.integers(35, 182))
def test_a_trainer_who_leaves_on_any_day_teaches_the_weeks_whose_working_days_are_over(days: int) -> None:
    """The last day is so many days after the first, a Monday; work is from Monday to Friday."""
    changes = offer(1, ends=cases.after(0, days=days)) | {"capabilities.unit.wanted": {FULL: 99}}
    weeks = days // 7 + (days % 7 >= 4)
    assert min(weeks, 26) // 4 == pytest.approx(reached(changes), abs=1e-4)


@pytest.mark.parametrize(
    "option",
    ["large.three-years.courses-only", "small.three-years.courses-only", "small.three-years.with-reform"],
)
def test_more_seats_in_the_forensic_course_lead_no_less_far(option: str) -> None:
    at_most_8 = missing(*folder("forensic", option))
    at_most_12 = missing(*folder("forensic", option, {"courses.forensic.seats.most": 12}))
    assert at_most_12.gap <= 0.01
    assert at_most_12.objective - at_most_8.objective <= at_most_12.objective - at_most_12.bound + 1e-4


def _thin(most: int, **more: Any) -> Mission:
    """Give one trainer for each seat, under a ceiling, and as many soldiers wanted as can never be."""
    one_each = {
        "courses.basic.seats": {"least": 1, "most": most},
        "courses.basic.instructors": {"drill": {"one_per": 1}},
    }
    wanted = {"capabilities.unit": {"made_of": {"soldier": 1}, "wanted": {cases.after(24): 99}}}
    return school(one_each | wanted | {key.replace("__", "."): value for key, value in more.items()})


def test_more_seats_than_eight_crews_lead_no_less_far() -> None:
    before, after = (plan_programme(_thin(most, ceiling=5), DEFAULT_LIMITS) for most in (8, 9))
    assert before.targets[0].reached <= after.targets[0].reached + 1e-4


def test_more_seats_than_can_be_taught_lead_no_less_far_in_periods() -> None:
    """With three trainers classes of three are held, however many seats a course may have."""
    plans = [plan_programme(_thin(most, ceiling=3, mission__horizon=170), DEFAULT_LIMITS) for most in (3, 8)]
    assert [4, 4] == [plan.period_weeks for plan in plans]
    assert plans[0].targets[0].reached <= plans[1].targets[0].reached + 1e-4
