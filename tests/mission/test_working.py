"""Working: whose holidays close what, working weeks of sites and nations, periods of courses."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cadre.mission import Mission
from cadre.mission.faults import faults_between
from tests.timetable.made import BASIC, SMALL, STARTS, mission_with

NEW_YEAR = {"begins": "2018-12-24", "ends": "2019-01-04"}
WEEKS_OF_NEW_YEAR = {12, 13}


def made(**more: Any) -> Mission:
    return mission_with(**more)


@pytest.mark.parametrize("of", ["host", "Host", "Iraq", "iraq", "ministry", "The Ministry"])
def test_a_holiday_of_the_host_by_any_of_its_names_closes_all_sites(of: str) -> None:
    parties = {"north": {}, "ministry": {"title": "The Ministry", "kind": "host"}}
    header = SMALL["mission"] | {"host": "Iraq"}
    mission = made(mission=header, parties=parties, calendar={"holidays": [NEW_YEAR | {"of": of}]})
    assert WEEKS_OF_NEW_YEAR == mission.closed_weeks == mission.closed_at("school")
    assert frozenset() == mission.working.away("north", "school")


@pytest.mark.parametrize("of", ["north", "North", "Kingdom of the North"])
def test_a_holiday_of_a_nation_takes_its_people_and_closes_no_site(of: str) -> None:
    parties = {"north": {"title": "Kingdom of the North"}, "south": {}}
    mission = made(parties=parties, calendar={"holidays": [NEW_YEAR | {"of": of}]})
    assert frozenset() == mission.closed_weeks | mission.closed_at("school")
    assert WEEKS_OF_NEW_YEAR == mission.working.away("north", "school")
    assert frozenset() == mission.working.away("south", "school")


@pytest.mark.parametrize("of", ["hosts", "h2", "Irak", "school", "nort"])
def test_a_holiday_of_nobody_is_refused(of: str) -> None:
    mission = made(calendar={"holidays": [NEW_YEAR | {"of": of}]})
    assert ["calendar.holidays.0.of"] == [
        ".".join(fault.where.path) for fault in faults_between(mission) if "holidays" in fault.where.path
    ]


def test_days_off_of_host_and_nation_add_up_within_a_week() -> None:
    holidays = [
        {"begins": "2018-10-08", "ends": "2018-10-09"},
        {"begins": "2018-10-10", "of": "north"},
        {"begins": "2018-10-17", "ends": "2018-10-18", "of": "north"},
    ]
    mission = made(calendar={"holidays": holidays})
    assert frozenset() == mission.closed_weeks  # three days are left of week 1
    assert {1} == mission.working.away("north", "school")  # and two to those from the north


def test_a_site_of_another_working_week_counts_its_own_days() -> None:
    # Friday to Sunday off: of Monday to Friday four days are left, of Thursday to Sunday one.
    sites = {"school": {"working_days": "Thursday to Sunday"}, "abroad": {"in_country": False}}
    mission = made(sites=sites, calendar={"holidays": ["2018-10-05 to 2018-10-07"]})
    assert {0} == mission.closed_at("school")
    assert frozenset() == mission.closed_at("abroad")


def test_a_nation_with_other_working_days_loses_a_week_sooner() -> None:
    parties = {"north": {"working_days": ["Monday", "Tue", "wednesday", "thursday"]}}
    mission = made(parties=parties, calendar={"holidays": ["1 to 2 October"]})
    assert frozenset() == mission.closed_weeks
    assert {0} == {week for week in mission.working.away("north", "school") if week < 50}


def test_a_week_lies_in_a_period_where_enough_of_its_days_to_teach_do() -> None:
    course = BASIC | {"sites": ["school"], "held": ["2018-10-03 to 2018-10-24"]}  # Wednesday to Wednesday
    mission = made(courses={"basic": course})
    assert {0, 1, 2, 3} == set(range(mission.weeks)) - mission.working.outside("basic", "school")
    narrower = mission.changed({"courses.basic.only_in": "2018-10-04 to 2018-10-23"})
    assert {1, 2} == set(range(mission.weeks)) - narrower.working.outside("basic", "school")


@pytest.mark.parametrize("held", [True, "yes", None])
def test_a_course_without_periods_is_held_in_all_weeks(held: Any) -> None:
    course = BASIC | ({} if held is None else {"held": held})
    mission = made(courses={"basic": course})
    assert mission.courses["basic"].held
    assert frozenset() == mission.working.outside("basic", "school")


def test_periods_stay_where_a_lever_switches_the_course() -> None:
    mission = made(courses={"basic": BASIC | {"held": "March to June; 1 to 30 September"}})
    off = mission.changed({"courses.basic.held": False})
    assert not off.courses["basic"].held
    assert (
        mission.courses["basic"].only_in == off.changed({"courses.basic.held": True}).courses["basic"].only_in
    )
    assert ["March to June", "1 to 30 September"] == list(map(str, mission.courses["basic"].only_in))
    assert mission == Mission.model_validate(mission.document())


def test_neither_yes_nor_a_period_is_refused() -> None:
    with pytest.raises(ValidationError):
        made(courses={"basic": BASIC | {"held": "maybe"}})


HOLIDAY = st.builds(
    lambda first, length, of, every: (
        {"every": f"{first.day} {first:%B}", "of": of}
        if every
        else {"begins": first, "ends": first + dt.timedelta(days=length), "of": of}
    ),
    st.dates(STARTS, STARTS + dt.timedelta(weeks=70)),
    st.integers(0, 20),
    st.sampled_from(("host", "north", "h")),
    st.booleans(),
)


@given(st.lists(HOLIDAY, min_size=1, max_size=5), st.data())
def test_a_holiday_less_closes_and_takes_nothing_more(
    holidays: list[dict[str, Any]], data: st.DataObject
) -> None:
    mission = made(calendar={"holidays": holidays})
    left_out = data.draw(st.integers(0, len(holidays) - 1))
    fewer = made(calendar={"holidays": [h for i, h in enumerate(holidays) if i != left_out]})
    for site in mission.sites:
        assert fewer.closed_at(site) <= mission.closed_at(site)
        taught = [m.closed_at(site) | m.working.away("north", site) for m in (fewer, mission)]
        assert taught[0] <= taught[1]


@given(
    st.dates(STARTS, STARTS + dt.timedelta(weeks=60)),
    st.integers(0, 90),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_a_wider_period_holds_every_week_of_a_narrower_one(
    first: dt.date, days: int, more: int, after: int
) -> None:
    def outside(begins: dt.date, ends: dt.date) -> frozenset[int]:
        course = BASIC | {"held": [f"{begins} to {ends}"]}
        return made(courses={"basic": course}).working.outside("basic", "school")

    last, day = first + dt.timedelta(days=days), dt.timedelta(days=1)
    assert outside(first - more * day, last + after * day) <= outside(first, last)
