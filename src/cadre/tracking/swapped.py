"""Swapped: the day that is meant where day and month changed places, as a cure that says so."""

from __future__ import annotations

import datetime as dt

from cadre.messages import Message, message

LATE_DAYS = 60
"""Days after which a report of what happened is so late that a slip of the pen is likelier."""


def swapped(day: dt.date) -> dt.date | None:
    """Return the day with day and month exchanged; None where that is none, or the same."""
    if day.day > 12 or day.day == day.month:  # noqa: PLR2004  (the months of a year)
        return None
    return day.replace(month=day.day, day=day.month)


def is_soon(on: dt.date | None, reported: dt.date | None) -> bool:
    """Say whether something was reported on the day it happened, or soon after."""
    return on is not None and reported is not None and 0 <= (reported - on).days <= LATE_DAYS


def cure_of_two(on: dt.date, reported: dt.date) -> Message:
    """Return the cure of a day that lies after that of its report."""
    for day, pair in ((on, (swapped(on), reported)), (reported, (on, swapped(reported)))):
        if is_soon(*pair):
            return _written(day)
    return message("tracking.correct-a-day")


def cure_of_day(on: dt.date, first: dt.date, reported: dt.date) -> Message:
    """Return the cure of a day before the mission's first."""
    turned = swapped(on)
    if turned is not None and turned >= first and is_soon(turned, reported):
        return _written(on)
    return message("tracking.correct-the-day")


def _written(was: dt.date) -> Message:
    return message("tracking.swapped", day=swapped(was) or was, was=was)
