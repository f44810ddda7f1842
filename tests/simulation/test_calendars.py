"""Holidays of nations and periods of courses in play: the kernel and the plain program, and by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cadre.mission import Mission
from cadre.mission.calendar import end_of_run
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


# ---- a mission that reacts


def reacting(starts: list[int], *, wanted: int = 12, **changes: Any) -> dict[str, float]:
    """Two instructors, a course of four weeks for up to ten, units of three wanted by week 21."""
    wants = {"post": {"made_of": {"aid": 3}, "wanted": {"2020-06-01": wanted}, "floor_after_exit": 0}}
    policy = {"reacts": "every rotation", "beyond_targets": False}
    of = mission(capabilities=wants, policy=policy, **changes)
    agree(of, plans(of, starts), ReplicationPlan(1, 1))
    return scalars(of, plans(of, starts))


BREAK = {"closed": [{"begins": "2020-01-20", "ends": "2020-02-02"}]}
"""Weeks 2 and 3."""


@pytest.mark.parametrize("where", ["calendar", "site"])
def test_a_class_called_before_closed_weeks_is_over_before_the_planned_one_begins(where: str) -> None:
    """Called in week 0 it teaches in weeks 0, 1, 4 and 5: there is time before week 6, and none before 5."""
    changes: dict[str, Any] = {"calendar": BREAK} if where == "calendar" else {"sites": {"home": BREAK}}
    early = reacting([5, 9, 13, 17], wanted=16, **changes)
    later = reacting([6, 10, 14, 18], wanted=16, **changes)
    assert (0, 0, 4) == tuple(early[name] for name in ("serials_called", "serials_late", "serials_held"))
    assert (1, 0, 5) == tuple(later[name] for name in ("serials_called", "serials_late", "serials_held"))


def test_no_class_is_called_that_closed_weeks_make_end_after_its_date() -> None:
    """Of the weeks up to the target, 0 to 21, six are left after the plan: with three closed, too few."""
    whole = reacting([0, 4, 8, 12], wanted=16)
    assert 1 == whole["serials_called"]
    closed = {
        "closed": [
            {"begins": "2020-05-11", "ends": "2020-05-17"},
            {"begins": "2020-05-25", "ends": "2020-06-07"},
        ]
    }
    for changes in ({"calendar": closed}, {"sites": {"home": closed}}):
        assert 0 == reacting([0, 4, 8, 12], wanted=16, **changes)["serials_called"]


@st.composite
def calendars(draw: DrawFn) -> tuple[dict[str, Any], list[int]]:
    """Weeks closed everywhere, at the site and for the nation, and serials placed among them one by one."""
    first = dt.date(2020, 1, 6)
    weeks = st.sets(st.integers(0, 25), max_size=5)
    closed, shut, away = draw(weeks), draw(weeks), draw(weeks)

    def days(of: set[int]) -> list[dict[str, Any]]:
        monday = [first + dt.timedelta(weeks=week) for week in sorted(of)]
        return [{"begins": day, "ends": day + dt.timedelta(days=6)} for day in monday]

    holidays = [period | {"of": "ally"} for period in days(away)]
    changes = {
        "calendar": {"closed": days(closed), "holidays": holidays},
        "sites": {"home": {"closed": days(shut)}},
    }
    starts, week = list[int](), draw(st.integers(0, 12))
    while week < 22:
        over = end_of_run(week, 4, closed | shut, may_pause=True, outside=away)
        starts += [] if over is None else [week]
        week = week + 1 if over is None else over + draw(st.integers(0, 6))
    return changes, starts


@settings(max_examples=60, deadline=None)
@given(calendars())
def test_whatever_is_closed_no_planned_serial_is_later_for_classes_that_are_called(
    drawn: tuple[dict[str, Any], list[int]],
) -> None:
    changes, starts = drawn
    found = reacting(starts, **changes)
    assert (0, 0) == (found["serials_late"], found["serials_lost"])
