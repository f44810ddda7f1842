"""Whole weeks: those in which somebody can teach on all working days."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.mission import Mission
from tests.timetable.made import SMALL

MONDAY = dt.date(2020, 10, 5)
WORKING = ("monday", "tuesday", "wednesday", "thursday", "friday")


def mission(starts: dt.date = MONDAY, **calendar: Any) -> Mission:
    return Mission.model_validate(
        SMALL | {"mission": SMALL["mission"] | {"starts": starts}, "calendar": calendar}
    )


def weeks(begins: str, ends: str, **more: Any) -> tuple[int, int]:
    return mission(**more).whole_weeks(dt.date.fromisoformat(begins), dt.date.fromisoformat(ends))


def days_off(begins: str, ends: str) -> list[dict[str, str]]:
    return [{"begins": begins, "ends": ends}]


@pytest.mark.parametrize(
    ("begins", "ends", "told"),
    [
        ("2020-10-05", "2020-10-11", (0, 1)),
        ("2020-10-05", "2020-10-09", (0, 1)),  # Friday
        ("2020-10-05", "2020-10-08", (0, 0)),  # Thursday
        ("2020-10-06", "2020-10-16", (1, 2)),  # from Tuesday to Friday of the week after
        ("2020-10-10", "2020-10-17", (1, 2)),  # from Saturday to Saturday
        ("2020-10-10", "2020-10-11", (1, 1)),
        ("2020-09-28", "2021-01-01", (-1, 13)),  # to Friday in week 53 of the year
        ("2020-10-05", "2020-12-31", (0, 12)),
    ],
)
def test_of_a_mission_that_begins_on_a_monday(begins: str, ends: str, told: tuple[int, int]) -> None:
    assert told == weeks(begins, ends)


def test_weeks_of_a_mission_that_begins_on_a_thursday_end_on_wednesdays() -> None:
    thursday = dt.date(2020, 10, 1)
    assert (0, 1) == weeks("2020-10-01", "2020-10-09", starts=thursday)
    assert (0, 2) == weeks("2020-10-01", "2020-10-14", starts=thursday)


def test_a_week_of_a_mission_that_begins_on_a_saturday_is_whole_from_monday_to_friday() -> None:
    assert (0, 1) == weeks("2020-10-05", "2020-10-09", starts=dt.date(2020, 10, 3))


def test_days_off_are_no_working_days() -> None:
    closed = days_off("2020-10-05", "2020-10-06")
    assert (0, 1) == weeks("2020-10-07", "2020-10-09", closed=closed)
    assert (1, 1) == weeks("2020-10-08", "2020-10-09", closed=closed)
    others = [closed[0] | {"of": "ally"}]
    assert (1, 1) == weeks("2020-10-07", "2020-10-09", holidays=others)


def test_a_closed_week_counts_with_its_usual_days() -> None:
    closed = days_off("2020-12-21", "2021-01-03")
    assert (0, 11) == weeks("2020-10-05", "2020-12-20", closed=closed)
    assert (0, 12) == weeks("2020-10-05", "2020-12-30", closed=closed)
    assert (13, 14) == weeks("2020-12-30", "2021-01-10", closed=closed)


@given(
    starts=st.dates(dt.date(2020, 9, 28), dt.date(2020, 10, 4)),
    window=st.tuples(st.dates(dt.date(2020, 9, 1), dt.date(2021, 2, 1)), st.integers(0, 60)),
    off=st.tuples(st.dates(dt.date(2020, 12, 1), dt.date(2021, 1, 10)), st.integers(0, 20)),
    working=st.lists(st.sampled_from((*WORKING, "saturday", "sunday")), min_size=1, unique=True),
)
def test_whole_are_the_weeks_in_which_no_day_is_missed(
    starts: dt.date, window: tuple[dt.date, int], off: tuple[dt.date, int], working: list[str]
) -> None:
    begins, days = window
    made = mission(
        starts,
        working_days=working,
        least_days=3,
        closed=[{"begins": off[0], "ends": off[0] + dt.timedelta(days=off[1])}],
    )
    there = {begins + dt.timedelta(days=i) for i in range(days + 1)}
    first, last = made.whole_weeks(begins, max(there))
    found = {
        week
        for week in range(-10, 40)
        if (asked := set(made.working.days.to_teach(made.date_of(week)))) and asked <= there
    }
    assert found == set(range(first, last))
    assert all(made.working.days.to_teach(made.date_of(week)) for week in found | made.closed_weeks)
