"""Holidays of nations and periods of courses in play: the kernel and the plain program, and by hand."""

from __future__ import annotations

from typing import Any

import pytest

from cadre.mission import Mission
from cadre.simulation.run import ReplicationPlan
from tests.simulation.made import full, plans_for, programme_for
from tests.simulation.small import course, mission, plans, scalars
from tests.simulation.test_kernel import agree

HOLIDAYS = {"holidays": [{"begins": "2020-02-10", "ends": "2020-02-14", "of": "ally"}]}
"""Week 5, of the nation alone."""


def with_calendars(seed: int) -> Mission:
    """The full mission with holidays of its nations, a site's own working week, a course held in parts."""
    made = full()
    nations = sorted(made.parties)
    days = ({"every": f"{n + 3} to {n + 16} March", "of": nation} for n, nation in enumerate(nations))
    changes: dict[str, Any] = {
        "calendar.holidays": [*days, {"every": "Ramadan", "of": nations[seed % len(nations)]}]
    }
    first, *_ = made.courses
    changes[f"courses.{first}.only_in"] = ["January to May", "20 August to November"]
    changes[f"sites.{sorted(made.sites)[seed % len(made.sites)]}.working_days"] = "Sunday to Thursday"
    return made.changed(changes)


@pytest.mark.parametrize("seed", range(4))
def test_the_kernel_plays_calendars_as_the_plain_program_does(seed: int) -> None:
    made = with_calendars(seed)
    assert any(made.working.away(party, site) for party in made.parties for site in made.sites)
    agree(made, plans_for(made, seed), ReplicationPlan(6, seed))
    agree(made, programme_for(made, seed), ReplicationPlan(6, seed))


def test_a_serial_stands_still_in_a_holiday_of_all_who_teach_it() -> None:
    told = scalars(of := mission(calendar=HOLIDAYS), plans(of, [3]))
    assert (1, 1, 10) == (told["serials_held"], told["waited.instructors"], told["graduates.basic"])


def test_a_serial_begins_after_the_holiday_of_those_who_teach_it() -> None:
    told = scalars(of := mission(calendar=HOLIDAYS), plans(of, [5]))
    assert (1, 1, 1) == (told["serials_held"], told["serials_late"], told["waited.instructors"])


def test_a_holiday_of_another_nation_stops_nothing() -> None:
    parties: dict[str, dict[str, str]] = {"ally": {}, "other": {}}
    calendar = {"holidays": [HOLIDAYS["holidays"][0] | {"of": "other"}]}
    told = scalars(of := mission(calendar=calendar, parties=parties), plans(of, [3]))
    assert (1, 0) == (told["serials_held"], told["waited.instructors"])


def test_a_course_held_in_certain_periods_waits_for_one_of_them() -> None:
    # Weeks 4 to 8 lie in February; a serial of four weeks that comes in week 1 waits for the third.
    of = mission(courses=course(held="3 February to 1 March"))
    told = scalars(of, plans(of, [1]))
    assert (1, 1) == (told["serials_held"], told["serials_late"])
    never = mission(courses=course(held="3 February to 23 February"))
    assert (0, 1) == tuple(
        scalars(never, plans(never, [1]))[name] for name in ("serials_held", "lost.site closed")
    )
