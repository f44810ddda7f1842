"""Calendar: which weeks are closed, and how a run of weeks stretches over them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cadre.mission.calendar import Calendar, Holiday, end_of_run
from tests.timetable.made import closed, mission_with

MONDAY = dt.date(2020, 1, 6)


def calendar(*closed: tuple[str, str], **more: Any) -> Calendar:
    return Calendar.model_validate({"closed": [{"begins": b, "ends": e} for b, e in closed], **more})


def test_without_days_off_every_week_is_open() -> None:
    assert frozenset() == Calendar().closed_weeks(MONDAY, 52)


def test_a_week_with_too_few_working_days_left_is_closed() -> None:
    # Three of five working days off leave two, one fewer than the least.
    assert {1} == calendar(("2020-01-13", "2020-01-15")).closed_weeks(MONDAY, 4)


def test_a_week_with_just_enough_working_days_left_is_open() -> None:
    assert frozenset() == calendar(("2020-01-13", "2020-01-14")).closed_weeks(MONDAY, 4)


def test_days_off_at_the_weekend_close_nothing() -> None:
    assert frozenset() == calendar(("2020-01-11", "2020-01-12")).closed_weeks(MONDAY, 4)


def test_the_hosts_working_week_counts() -> None:
    host = ["sunday", "monday", "tuesday", "wednesday", "thursday"]
    # From Friday to Sunday one working day of the host is lost, and the least is all five.
    closed = calendar(("2020-01-10", "2020-01-12"), working_days=host, least_days=5)
    assert {0} == closed.closed_weeks(MONDAY, 3)


def test_a_least_above_the_working_days_asks_for_all_of_them() -> None:
    assert {1} == calendar(("2020-01-14", "2020-01-14"), least_days=7).closed_weeks(MONDAY, 3)


def test_weeks_count_from_the_first_day_whatever_day_of_the_week_it_is() -> None:
    thursday = MONDAY + dt.timedelta(days=3)
    # Thursday 9th to Wednesday 15th loses four working days, the next week none.
    assert {0} == calendar(("2020-01-10", "2020-01-15")).closed_weeks(thursday, 3)


def test_holidays_of_the_host_close_and_those_of_others_do_not() -> None:
    holiday = {"begins": "2020-01-13", "ends": "2020-01-17"}
    assert {1} == Calendar.model_validate({"holidays": [holiday]}).closed_weeks(MONDAY, 3)
    assert frozenset() == Calendar.model_validate({"holidays": [holiday | {"of": "ally"}]}).closed_weeks(
        MONDAY, 3
    )


def test_a_holiday_without_an_end_is_one_day() -> None:
    assert [(MONDAY, MONDAY)] == list(Holiday(begins=MONDAY).between(dt.date.min, dt.date.max))


def test_a_holiday_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError, match="begins <= ends must hold"):
        Holiday(begins=MONDAY, ends=MONDAY - dt.timedelta(days=1))


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError, match="'monday', 'tuesday'"):
        Calendar.model_validate({"working_days": ["mondy"]})


# ---- runs


def test_a_run_through_open_weeks_ends_after_its_length() -> None:
    assert 7 == end_of_run(3, 4, (), may_pause=True)
    assert 7 == end_of_run(3, 4, (), may_pause=False)


def test_a_run_that_may_pause_stands_still_over_closed_weeks() -> None:
    assert 8 == end_of_run(3, 4, {5}, may_pause=True)


def test_a_run_that_may_not_pause_cannot_touch_a_closed_week() -> None:
    assert end_of_run(3, 4, {5}, may_pause=False) is None
    assert 7 == end_of_run(3, 4, {7}, may_pause=False)


def test_no_run_begins_in_a_closed_week() -> None:
    assert end_of_run(3, 4, {3}, may_pause=True) is None


@given(st.integers(0, 30), st.integers(1, 20), st.frozensets(st.integers(0, 60), max_size=30))
def test_a_run_teaches_exactly_its_weeks_and_ends_with_a_taught_one(
    start: int, weeks: int, closed: frozenset[int]
) -> None:
    end = end_of_run(start, weeks, closed, may_pause=True)
    if start in closed:
        assert end is None
    else:
        assert end is not None
        assert weeks == len([w for w in range(start, end) if w not in closed])
        assert end - 1 not in closed


# ---- sites


def test_a_site_adds_its_closed_periods_to_the_calendars() -> None:
    sites = {"camp": {"closed": [{"begins": "2018-10-15", "ends": "2018-10-28"}]}, "school": {}}
    mission = mission_with(sites=sites | {"abroad": {}}, calendar=closed(7))
    assert {2, 3, 7} == mission.closed_at("camp")
    assert {7} == mission.closed_at("school") == mission.closed_weeks
