"""Periods as people type them: what they mean, when they come, and what is refused."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from cadre.mission import lunar
from cadre.mission.calendar import Holiday
from cadre.mission.periods import Span, span_in

FIRST, LAST = dt.date(2019, 1, 1), dt.date(2020, 12, 31)


def times(text: str, first: dt.date = FIRST, last: dt.date = LAST) -> list[tuple[str, str]]:
    span = span_in(text)
    assert isinstance(span, Span)
    return [(str(begins), str(ends)) for begins, ends in span.between(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "March to June",
        "march - JUNE",
        "March–June",
        "March-June",
        "1 March to 30 June",
        "from 1 March until 30 June",
        "Mar 1st to Jun 30th",
        "mars à juin",
        "du 1er mars au 30 juin",
    ],
)
def test_a_period_of_every_year_is_read_as_people_type_it(text: str) -> None:
    assert [("2019-03-01", "2019-06-30"), ("2020-03-01", "2020-06-30")] == times(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 to 30 August", [("2019-08-01", "2019-08-30"), ("2020-08-01", "2020-08-30")]),
        ("February", [("2019-02-01", "2019-02-28"), ("2020-02-01", "2020-02-29")]),
        ("15 March", [("2019-03-15", "2019-03-15"), ("2020-03-15", "2020-03-15")]),
        ("2019-03-01 to 2019-06-30", [("2019-03-01", "2019-06-30")]),
        ("March 2019", [("2019-03-01", "2019-03-31")]),
        ("1 December to 15 January 2020", [("2019-12-01", "2020-01-15")]),
        # Of years that only touch the days asked for the whole period is given.
        (
            "December to January",
            [("2018-12-01", "2019-01-31"), ("2019-12-01", "2020-01-31"), ("2020-12-01", "2021-01-31")],
        ),
        # By the announcements of Saudi Arabia Ramadan began on 6 May 2019 and on 24 April 2020.
        ("Ramadan", [("2019-05-06", "2019-06-04"), ("2020-04-24", "2020-05-23")]),
    ],
)
def test_a_period_comes_on_its_days(text: str, found: list[tuple[str, str]]) -> None:
    assert found == times(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "spring",
        "week 10",
        "5",
        "2019",
        "jui",
        "31 April",
        "0 March",
        "March to June to July",
        "13 to June 2019-01",
        "Ramadan 2019",
        "March to Ramadan",
        "2019-13-01",
        "2020-06-01 to 2019-06-01",
        "2019-03-01 to June",
    ],
)
def test_what_is_not_clear_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        span_in(text)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 300))
def test_dates_mean_themselves_and_days_without_a_year_the_same_days_of_each(
    first: dt.date, length: int
) -> None:
    last = first + dt.timedelta(days=length)
    assert [(str(first), str(last))] == times(f"{first} to {last}", first, last)
    if (2, 29) not in ((first.month, first.day), (last.month, last.day)):
        names = [f"{day.day} {calendar.month_name[day.month]}" for day in (first, last)]
        assert (str(first), str(last)) in times(" to ".join(names), first, last)


@given(st.integers(1, 2000), st.integers(1, 12))
def test_lunar_months_follow_each_other_without_a_gap(year: int, month: int) -> None:
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    assert lunar.days_in(year, month) in (29, 30)
    assert lunar.day_of(*following, 1) == lunar.day_of(year, month, 1) + lunar.days_in(year, month)
    assert year == lunar.year_of(dt.date.fromordinal(lunar.day_of(year, month, 1)))


@pytest.mark.parametrize(("year", "first"), [(1, "0622-07-19"), (1445, "2023-07-19")])
def test_lunar_years_begin_on_the_days_of_published_tables(year: int, first: str) -> None:
    assert first == str(dt.date.fromordinal(lunar.day_of(year, 1, 1)))


def test_a_holiday_is_written_in_every_form() -> None:
    once = [
        Holiday.model_validate(form)
        for form in ("2019-12-24 to 2020-01-02", {"begins": "2019-12-24", "ends": "2020-01-02"})
    ]
    assert once[0] == once[1]
    every = [Holiday.model_validate(form) for form in ("1 to 30 August", {"every": "1 to 30 August"})]
    assert every[0] == every[1]
    apart = Holiday.model_validate(
        {"begins": "1 August", "ends": "30 August", "title": "Summer", "of": "ally"}
    )
    assert ("Summer", "ally") == (apart.title, apart.of)
    assert list(every[0].between(FIRST, LAST)) == list(apart.between(FIRST, LAST))
    assert apart == Holiday.model_validate(apart.model_dump(mode="json", exclude_unset=True))
