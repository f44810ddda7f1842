"""Holidays of nations and periods of courses in the timetable: by hand, and what breaks their rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cadre.mission import Mission
from cadre.timetable.plan import Timetable
from cadre.timetable.violations import violations
from tests.words.english import each

from .made import forces_of, mission_with, planned, programme_of, serials, starts, why

HOLIDAY = {"holidays": [{"begins": "2018-10-15", "ends": "2018-10-19", "of": "north"}]}
"""Week 2, of the nation alone."""
TRAINER = forces_of(("trainer", 0, 26, 1))
ONE = programme_of(serials(("basic", 0, 1)))


def with_(*, course: dict[str, Any] | None = None, **more: Any) -> Mission:
    return mission_with({"basic": {"sites": ["school"]} | (course or {})}, **more)


def test_a_serial_is_not_held_over_the_holiday_of_those_who_teach_it() -> None:
    assert {"basic@school/1": 0} == starts(planned(ONE, TRAINER, with_()))
    assert {"basic@school/1": 3} == starts(planned(ONE, TRAINER, with_(calendar=HOLIDAY)))


def test_people_of_another_nation_teach_through_it() -> None:
    calendar = {"holidays": [HOLIDAY["holidays"][0] | {"of": "south"}]}
    mission = with_(calendar=calendar, parties={"north": {}, "south": {}})
    assert {"basic@school/1": 0} == starts(planned(ONE, TRAINER, mission))


def test_leave_is_taken_in_the_holiday_first() -> None:
    tours = {"weeks": 26, "handover": 0, "leave": 1}
    mission = with_(calendar=HOLIDAY, tours=tours)
    timetable = planned(ONE, TRAINER, mission)
    assert [(1, (2,))] == [(person.leave, person.away) for person in timetable.people]


def test_who_sits_in_a_week_of_their_holiday_breaks_a_rule() -> None:
    sound = planned(ONE, TRAINER, with_())
    mission = with_(calendar=HOLIDAY)
    spoilt = replace(sound, people=planned(ONE, TRAINER, mission).people)
    assert ["basic@school/1: north-trainer#1/r0 sits in week 2, a holiday of their nation"] == report(
        spoilt, mission
    )


def test_a_course_held_in_certain_periods_is_late_rather_than_outside_of_them() -> None:
    mission = with_(course={"held": "29 October to 25 November"})
    timetable = planned(ONE, TRAINER, mission)
    assert {"basic@school/1": 4} == starts(timetable)
    assert {"basic@school/1": "basic is held in 29 October to 25 November alone"} == why(timetable)


def test_a_pause_does_not_lead_out_of_a_period() -> None:
    # Week 6 is closed: four weeks from week 4 on would end in week 8, which lies outside.
    closed = {"closed": ["12 to 16 November"]}
    mission = with_(
        course={"held": ["29 October to 25 November", "7 January to 3 February"]}, calendar=closed
    )
    assert {"basic@school/1": 14} == starts(planned(ONE, TRAINER, mission))


def test_a_serial_outside_of_its_periods_breaks_a_rule() -> None:
    sound = planned(ONE, TRAINER, with_())
    mission = with_(course={"held": "October"})
    late = replace(sound.serials[0], start=2, ends=6)
    spoilt = replace(sound, serials=(late,))
    assert [
        "basic@school/1: touches week 5, outside of the periods in which its course is held (October)"
    ] == report(spoilt, mission)


def report(timetable: Timetable, mission: Mission) -> list[str]:
    return list(each(violations(timetable, ONE, TRAINER, mission)))
