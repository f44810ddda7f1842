"""Calendar: which weeks are closed, and how a run of teaching weeks stretches over them.

Time inside the mission is an integer week from its first day; dates exist only here and at the edges. One
rule holds for everybody and everywhere: a week is taught if enough of its working days are left (`Days`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, model_validator

from cadre.messages import quoted
from cadre.mission.base import Basis, Frozen, refusal
from cadre.mission.periods import Period, Span, span_in

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
HOST = "host"
"""Whose holiday it is where nothing else is said."""
_APART = re.compile(r"[;,]\s*")
_RUN = re.compile(r"^\s*(\w+)\s+to\s+(\w+)\s*$")


def _weekdays_in(value: Any) -> Any:
    """Read `Sunday to Thursday`, or days by their names, cut or in capitals, as the days of a week."""
    parts = (value,) if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        return value
    apart = (one for part in parts for one in (_APART.split(part) if isinstance(part, str) else (part,)))
    return tuple(day for one in apart for day in _run_in(one))


def _run_in(part: Any) -> tuple[Any, ...]:
    """Return the days from one to another, or the one that stands there."""
    run = _RUN.match(part) if isinstance(part, str) else None
    first, last = (_weekday(day) for day in run.groups()) if run is not None else ("", "")
    if first not in WEEKDAYS or last not in WEEKDAYS:
        return (_weekday(part),)
    begins = WEEKDAYS.index(first)
    length = (WEEKDAYS.index(last) - begins) % 7 + 1
    return tuple(WEEKDAYS[(begins + i) % 7] for i in range(length))


def _weekday(day: Any) -> Any:
    """Return a day by its whole name where at least three of its letters stand there."""
    word = day.strip().lower() if isinstance(day, str) else ""
    return next((full for full in WEEKDAYS if len(word) > 2 and full.startswith(word)), day)  # noqa: PLR2004


Weekdays = Annotated[
    tuple[Weekday, ...], BeforeValidator(_weekdays_in, json_schema_input_type=str | list[str])
]
"""Days of a working week."""


class Holiday(Frozen):
    """A day or a run of days without teaching, once or every year."""

    begins: dt.date | None = Field(None, description="First day")
    ends: dt.date | None = Field(None, description="Last day; the first day when left out")
    every: Period | None = Field(
        None,
        description="Instead of dates, days that come again each year (1 to 30 August), also those of the "
        "lunar calendar (Ramadan)",
    )
    title: str = Field("", description="Its name")
    of: str = Field(HOST, description="Whose holiday: host, or a party")
    basis: Basis = Field((), description="Where the dates come from")

    @model_validator(mode="before")
    @classmethod
    def _typed(cls, value: Any) -> Any:
        """Read a period written as text, and days without a year under `begins` and `ends`."""
        if isinstance(value, str | dt.date):
            return _dated(span_in(value), {})
        begins = value.get("begins") if isinstance(value, dict) else None
        if not isinstance(begins, str) or value.get("every") is not None or _is_date(begins):
            return value
        ends = value.get("ends")
        span = span_in(begins if ends is None else f"{begins} to {ends}")
        return _dated(span, {key: part for key, part in value.items() if key not in ("begins", "ends")})

    @model_validator(mode="after")
    def _in_order(self) -> Holiday:
        if (self.begins is None) == (self.every is None):
            raise refusal("parts.no-days-off")
        if self.every is not None and (self.ends is not None or self.every.how == "once"):
            raise refusal("parts.every-with-dates", "every", value=quoted(str(self.every)))
        if self.begins is not None and self.ends is not None and self.ends < self.begins:
            raise refusal("parts.ends-before-begins", "ends", begins=self.begins, ends=self.ends)
        return self

    def between(self, begins: dt.date, ends: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
        """Return its first and last days, each time that it touches two days and those between."""
        if self.every is not None:
            yield from self.every.between(begins, ends)
        elif self.begins is not None and self.begins <= ends and begins <= (self.ends or self.begins):
            yield self.begins, self.ends or self.begins


def _is_date(text: str) -> bool:
    return re.match(r"^\s*\d{4}-\d{2}-\d{2}", text) is not None


def _dated(span: Span, rest: dict[str, Any]) -> dict[str, Any]:
    """Write a span as the keys of a holiday."""
    if span.how != "once":
        return rest | {"every": span}
    (first, last), *_ = span.between(dt.date.min, dt.date.max)
    return rest | {"begins": first, "ends": last}


@dataclass(frozen=True)
class Days:
    """Working days of somebody, or of a place: which days of the week, less those off.

    Parameters
    ----------
    working : frozenset of int
        Days of the week on which they work, Monday 0.
    off : frozenset of Holiday
        Days on which they do not.
    least : int
        Working days that must be left of a week in which they teach, at most as many as there are in all.
    """

    working: frozenset[int]
    off: frozenset[Holiday]
    least: int

    def left(self, first: dt.date) -> tuple[dt.date, ...]:
        """Return the working days left of the week that begins on a day."""
        return tuple(day for day in self.usual(first) if day not in _off_in(self.off, day.year))

    def usual(self, first: dt.date) -> tuple[dt.date, ...]:
        """Return the working days of the week that begins on a day, days off among them."""
        days = (first + dt.timedelta(days=i) for i in range(7))
        return tuple(day for day in days if day.weekday() in self.working)

    def is_closed(self, first: dt.date) -> bool:
        """Say whether too few working days are left to teach in the week that begins on a day."""
        return len(self.left(first)) < self.least

    def to_teach(self, first: dt.date) -> tuple[dt.date, ...]:
        """Return the days on which somebody must be there to teach all of the week that begins on a day.

        Working days without those off; in a closed week, in which nobody teaches, all its working days.
        """
        return _to_teach(self, first)

    def closed_weeks(self, starts: dt.date, weeks: int) -> frozenset[int]:
        """Return the closed weeks of so many, counted from a first day."""
        return _closed_weeks(self, starts, weeks)

    def outside(self, spans: tuple[Span, ...], starts: dt.date, weeks: int) -> frozenset[int]:
        """Return the weeks that lie outside periods: fewer than enough days on which to teach lie inside."""
        return _outside(self, spans, starts, weeks)


@lru_cache(maxsize=4096)
def _to_teach(days: Days, first: dt.date) -> tuple[dt.date, ...]:
    """Return the days on which to teach in a week; thousands of offers begin and end in the same few."""
    left = days.left(first)
    return days.usual(first) if len(left) < days.least else left


@lru_cache(maxsize=4096)
def _off_in(off: frozenset[Holiday], year: int) -> frozenset[dt.date]:
    """Return the days off of a year; hundreds of options share a calendar."""
    return _days_in(off, dt.date(year, 1, 1), dt.date(year, 12, 31))


def _days_in(
    periods: Collection[Holiday] | Collection[Span], begins: dt.date, ends: dt.date
) -> frozenset[dt.date]:
    """Return the days of periods from a day to another."""
    return frozenset(
        dt.date.fromordinal(day)
        for period in periods
        for first, last in period.between(begins, ends)
        for day in range(max(first, begins).toordinal(), min(last, ends).toordinal() + 1)
    )


@lru_cache(maxsize=256)
def _closed_weeks(days: Days, starts: dt.date, weeks: int) -> frozenset[int]:
    if not days.off and len(days.working) >= days.least:
        return frozenset()
    return frozenset(w for w in range(weeks) if days.is_closed(starts + dt.timedelta(weeks=w)))


@lru_cache(maxsize=256)
def _outside(days: Days, spans: tuple[Span, ...], starts: dt.date, weeks: int) -> frozenset[int]:
    inside = _days_in(spans, starts, starts + dt.timedelta(weeks=weeks))
    firsts = (starts + dt.timedelta(weeks=week) for week in range(weeks))
    return frozenset(
        week
        for week, first in enumerate(firsts)
        if sum(day in inside for day in days.to_teach(first)) < days.least
    )


class Calendar(Frozen):
    """Working week, holidays and closed periods."""

    working_days: Weekdays = Field(
        ("monday", "tuesday", "wednesday", "thursday", "friday"),
        description="Days of the host's working week",
    )
    holidays: tuple[Holiday, ...] = Field((), description="Host and national holidays")
    closed: tuple[Holiday, ...] = Field(
        (), description="Periods in which nobody teaches (summer, a religious month, elections)"
    )
    least_days: int = Field(3, ge=1, le=7, description="Least working days; a week with fewer is closed")

    def holidays_of(self, names: Collection[str]) -> frozenset[Holiday]:
        """Return the holidays of whoever bears one of some names, in small letters."""
        return frozenset(holiday for holiday in self.holidays if holiday.of.casefold() in names)

    def days(self, hosts: Collection[str] = (HOST,)) -> Days:
        """Return the working days of the host, who bears some names: less its holidays and what is closed."""
        working = frozenset(WEEKDAYS.index(day) for day in self.working_days)
        off = frozenset(self.closed) | self.holidays_of(hosts)
        return Days(working, off, min(self.least_days, len(working)))

    def closed_weeks(self, starts: dt.date, weeks: int) -> frozenset[int]:
        """Return the weeks, counted from `starts`, in which too few working days are left to teach.

        Days off are the host's holidays and the closed periods; holidays of other nations close nothing.
        """
        return self.days().closed_weeks(starts, weeks)


def end_of_run(
    start: int, weeks: int, closed: Collection[int], *, may_pause: bool, outside: Collection[int] = ()
) -> int | None:
    """Return the week after the last of a run of `weeks` teaching weeks begun in week `start`.

    A run that may pause stands still in closed weeks, and never begins in one; one that may not is impossible
    (None) if it would touch one. No run touches a week `outside` of those in which it may be held.
    """
    if start in closed or start in outside:
        return None
    if not may_pause:
        run = range(start, start + weeks)
        return None if any(w in closed or w in outside for w in run) else start + weeks
    week, left = start, weeks
    while left:
        if week in outside:
            return None
        left -= week not in closed
        week += 1
    return week
