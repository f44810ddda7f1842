"""Calendar: which weeks are closed, and how a run of teaching weeks stretches over them.

Time inside the mission is an integer week from its first day; dates exist only here and at the edges.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from functools import lru_cache
from typing import Literal, get_args

from pydantic import Field, model_validator

from cadre.mission.base import Basis, Frozen, refusal

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)

HOST = "host"
"""Whose holidays close weeks."""


class Holiday(Frozen):
    """A day or a run of days without teaching."""

    begins: dt.date = Field(description="First day")
    ends: dt.date | None = Field(None, description="Last day; the first day when left out")
    title: str = Field("", description="Its name")
    of: str = Field(HOST, description="Whose holiday: host, or a party")
    basis: Basis = Field((), description="Where the dates come from")

    @model_validator(mode="after")
    def _in_order(self) -> Holiday:
        if self.ends is not None and self.ends < self.begins:
            raise refusal("parts.ends-before-begins", "ends", begins=self.begins, ends=self.ends)
        return self

    @property
    def days(self) -> frozenset[dt.date]:
        """Every day of it."""
        length = ((self.ends or self.begins) - self.begins).days + 1
        return frozenset(self.begins + dt.timedelta(days=i) for i in range(length))


class Calendar(Frozen):
    """Working week, holidays and closed periods."""

    working_days: tuple[Weekday, ...] = Field(
        ("monday", "tuesday", "wednesday", "thursday", "friday"),
        description="Days of the host's working week",
    )
    holidays: tuple[Holiday, ...] = Field((), description="Host and national holidays")
    closed: tuple[Holiday, ...] = Field(
        (), description="Periods in which nobody teaches (summer, a religious month, elections)"
    )
    least_days: int = Field(3, ge=1, le=7, description="Least working days; a week with fewer is closed")

    def closed_weeks(self, starts: dt.date, weeks: int) -> frozenset[int]:
        """Give the weeks, counted from `starts`, in which too few working days are left to teach.

        Days off are the host's holidays and the closed periods; holidays of other nations close nothing.
        """
        return _closed_weeks(self, starts, weeks)

    def days_to_teach(self, first: dt.date) -> tuple[dt.date, ...]:
        """Give the days on which somebody must be there to teach all of the week that begins on a day.

        Working days without those off; in a closed week, in which nobody teaches, all its working days.
        """
        working = {WEEKDAYS.index(day) for day in self.working_days}
        days = [first + dt.timedelta(days=i) for i in range(7)]
        usual = tuple(day for day in days if day.weekday() in working)
        left = tuple(day for day in usual if day not in _days_off(self))
        return usual if len(left) < min(self.least_days, len(working)) else left


@lru_cache(maxsize=64)
def _days_off(calendar: Calendar) -> frozenset[dt.date]:
    """Give the host's holidays and the days of closed periods; hundreds of options share a calendar."""
    hosts = (holiday for holiday in calendar.holidays if holiday.of == HOST)
    return frozenset().union(*(holiday.days for holiday in (*calendar.closed, *hosts)))


@lru_cache(maxsize=64)
def _closed_weeks(calendar: Calendar, starts: dt.date, weeks: int) -> frozenset[int]:
    """Count the working days left week by week; kept, as hundreds of options share a calendar."""
    off, working = _days_off(calendar), {WEEKDAYS.index(day) for day in calendar.working_days}
    if not off:
        return frozenset()

    def days_left(week: int) -> int:
        days = (starts + dt.timedelta(weeks=week, days=i) for i in range(7))
        return sum(1 for day in days if day.weekday() in working and day not in off)

    return frozenset(w for w in range(weeks) if days_left(w) < min(calendar.least_days, len(working)))


def end_of_run(start: int, weeks: int, closed: Collection[int], *, may_pause: bool) -> int | None:
    """Give the week after the last of a run of `weeks` teaching weeks begun in week `start`.

    A run that may pause stands still in closed weeks, and never begins in one; one that may not is impossible
    (None) if it would touch one.
    """
    if start in closed:
        return None
    if not may_pause:
        return None if any(w in closed for w in range(start, start + weeks)) else start + weeks
    week, left = start, weeks
    while left:
        left -= week not in closed
        week += 1
    return week
