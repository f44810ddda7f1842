"""The report of a month, on the example whose records are invented."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest

from cadre.rosters.report import MonthlyReport, monthly, signposts
from tests.missions.demining_records import TODAY
from tests.rosters.example import known, running

MONTH = dt.date(2026, 4, 1)


@cache
def made(today: dt.date = TODAY, since: dt.date = MONTH) -> MonthlyReport:
    return monthly(running(), today, since)


def test_what_began_late_and_is_not_over_slips() -> None:
    """Of the plan: the fourth class of disposal from 23 February, accreditation from 5 January."""
    assert [
        ("school/accreditation", dt.date(2026, 1, 5), 10, True),
        ("disposal-1-2@school/4", dt.date(2026, 2, 23), 1, True),
    ] == [(one.what, one.planned, one.weeks, one.reported) for one in made().slipping]


def test_what_is_due_and_was_not_reported_slips() -> None:
    """On 14 April 2025 the school is not open; the first class was planned for 7 April."""
    found = made(dt.date(2025, 4, 14), dt.date(2025, 3, 14)).slipping
    assert ("manual-demining@school/1", 1, False) in [(o.what, o.weeks, o.reported) for o in found]


def test_targets_whose_day_has_passed_are_told_with_what_was_there() -> None:
    found = made().signposts
    assert [("demining-team", 7.0), ("disposal-team", 5.0)] == [(one.name, one.wanted) for one in found]
    assert [False, False] == [one.met for one in found]
    assert all(one.on <= TODAY for one in found)


def test_a_review_counts_up_to_its_day() -> None:
    """Up to 1 September 2025 15, 15 and (corrected) 9 passed of manual demining."""
    mission, _, records = known()
    event: dict[str, Any] = {"on": "2025-09-01", "graduates_of": ["manual-demining"], "basis": "L1"}
    event |= {"effect": "ends"}
    for fewest in (39, 40):
        with_review = mission.changed({"events.look": event | {"fewer_than": fewest}})
        (review,) = [one for one in signposts(with_review, records, TODAY) if one.kind == "review"]
        assert (39.0, fewest <= 39) == (review.found, review.met)


def test_what_was_reported_since_is_counted_and_no_more() -> None:
    assert {"ended": 1, "in class": 2} == dict(made().reported)
    assert made().before.today < made().now.today


@pytest.mark.parametrize("today", [dt.date(2025, 6, 1), dt.date(2026, 2, 1)])
def test_an_assumption_is_told_as_newly_broken_once(today: dt.date) -> None:
    report = made(today, today - dt.timedelta(days=30))
    broken = {one.found.path for one in report.now.assumptions if not one.holds}
    before = {one.found.path for one in report.before.assumptions if not one.holds}
    assert broken - before == set(report.newly_broken)
