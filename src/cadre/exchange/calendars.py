"""Appointments as a calendar file (iCalendar, RFC 5545), and closed periods from one.

Each appointment is one entry whose name (UID) stays the same: written over an earlier export, what changed
carries a higher SEQUENCE, and what is no longer there is cancelled, so that programs that subscribed take it
out. Map: docs/exchange.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event

from cadre.errors import BadInput, Fault, Place
from cadre.messages import as_written, quoted
from cadre.mission.calendar import Holiday
from cadre.rosters.appointments import Appointment

PRODUCT = "-//Cadre//Rosters//EN"
SIGNED = ("dtstart", "dtend", "rrule", "exdate", "summary", "location", "description")
"""What an entry tells: where one of these is another, the entry was changed."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TeachingHours:
    """Hours of a teaching day in a time zone; without them entries take whole days, wherever read."""

    zone: ZoneInfo
    begins: dt.time
    ends: dt.time


def hours_in(zone: str, text: str) -> TeachingHours:
    """Read a time zone and hours (`08:00-15:00`).

    Raises
    ------
    BadInput
        No such zone, or no hours of a day.
    """
    place = Place(path=("hours",))
    try:
        known = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInput([Fault.of(Place(path=("zone",)), "exchange.no-zone", zone=quoted(zone))]) from None
    try:
        begins, ends = (dt.time.fromisoformat(part.strip()) for part in text.split("-"))
    except ValueError:
        raise BadInput([Fault.of(place, "exchange.no-hours", hours=quoted(text))]) from None
    if not begins < ends:
        raise BadInput([Fault.of(place, "exchange.no-hours", hours=quoted(text))])
    return TeachingHours(known, begins, ends)


def calendar_bytes(
    title: str,
    entries: Iterable[Appointment],
    *,
    stamped: dt.datetime,
    hours: TeachingHours | None = None,
    earlier: bytes = b"",
) -> bytes:
    """Write a calendar file.

    Parameters
    ----------
    title : str
        Name of the calendar.
    entries : iterable of Appointment
        What is in it.
    stamped : datetime
        When it was made, in UTC; entries that did not change keep the stamp they had.
    hours : TeachingHours, optional
        Of a teaching day.
    earlier : bytes
        The last export that people may have; empty for none.

    Raises
    ------
    BadInput
        The earlier export is no calendar.
    """
    known = _by_uid(earlier)
    calendar = _calendar(title)
    told = set()
    for entry in entries:
        told.add(entry.uid)
        calendar.add_component(_after(known.get(entry.uid), _event(entry, hours), stamped))
    for uid, event in known.items():
        if uid not in told:
            calendar.add_component(_cancelled(event, stamped))
    if hours is not None:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _calendar(title: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    return calendar


def _event(entry: Appointment, hours: TeachingHours | None) -> Event:
    """Return an entry as written the first time."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("summary", entry.summary)
    event.add("location", entry.location)
    event.add("description", entry.description)
    event.add("transp", "OPAQUE" if entry.teaching else "TRANSPARENT")
    if not entry.teaching:
        event.add("dtstart", entry.days[0])
        event.add("dtend", entry.days[-1] + DAY)
        return event
    first, last = _times(entry.days[0], hours)
    event.add("dtstart", first)
    event.add("dtend", last)
    if len(entry.days) > 1:
        _repeats(event, entry.days, hours)
    return event


def _repeats(event: Event, days: Sequence[dt.date], hours: TeachingHours | None) -> None:
    """Say on which days of the week it comes again until the last, and on which of these it does not."""
    on = sorted({day.weekday() for day in days})
    until = _times(days[-1], hours)[0]
    if isinstance(until, dt.datetime):
        until = until.astimezone(dt.UTC)
    rule = {"freq": "weekly", "until": until, "byday": [WEEKDAYS[day] for day in on], "wkst": "MO"}
    event.add("rrule", rule)
    between = (days[0] + n * DAY for n in range((days[-1] - days[0]).days))
    off = [day for day in between if day.weekday() in on and day not in set(days)]
    if off:
        event.add("exdate", [_times(day, hours)[0] for day in off])


def _times(day: dt.date, hours: TeachingHours | None) -> tuple[dt.date, dt.date]:
    """Return when a teaching day begins and ends: the day itself without hours."""
    if hours is None:
        return day, day + DAY
    begins, ends = (dt.datetime.combine(day, time, hours.zone) for time in (hours.begins, hours.ends))
    return begins, ends


def _after(before: Event | None, event: Event, stamped: dt.datetime) -> Event:
    """Return an entry its number and stamp: those it had where it tells the same as before."""
    if before is not None and _signature(before) == _signature(event) and before.get("status") != "CANCELLED":
        number, stamp = int(before.get("sequence", 0)), before.decoded("dtstamp")
    else:
        number, stamp = (0 if before is None else int(before.get("sequence", 0)) + 1), stamped
    event.add("status", "CONFIRMED")
    event.add("sequence", number)
    event.add("dtstamp", stamp)
    return event


def _cancelled(before: Event, stamped: dt.datetime) -> Event:
    """Return what is no longer there as cancelled, once."""
    if before.get("status") == "CANCELLED":
        return before
    number = int(before.get("sequence", 0)) + 1
    for name in ("status", "sequence", "dtstamp"):
        before.pop(name, None)
    before.add("status", "CANCELLED")
    before.add("sequence", number)
    before.add("dtstamp", stamped)
    return before


def _signature(event: Event) -> tuple[bytes, ...]:
    return tuple(b"" if (value := event.get(name)) is None else _written(value) for name in SIGNED)


def _written(value: Any) -> bytes:
    many = value if isinstance(value, list) else [value]
    return b";".join(one.to_ical() for one in many)


def _by_uid(text: bytes) -> dict[str, Event]:
    if not text:
        return {}
    found = (one for one in _read(text).walk("VEVENT") if isinstance(one, Event))
    return {str(event.get("uid")): event for event in found}


def _read(text: bytes, file: str = "") -> Calendar:
    try:
        calendar = Calendar.from_ical(text)
    except (ValueError, IndexError, KeyError) as error:
        problem = as_written(str(error))
        raise BadInput([Fault.of(Place(file=file), "exchange.no-calendar", problem=problem)]) from None
    if not isinstance(calendar, Calendar):
        raise BadInput([Fault.of(Place(file=file), "exchange.no-calendar", problem=as_written(""))])
    return calendar


def closed_periods(text: bytes, file: str) -> tuple[Holiday, ...]:
    """Return the periods of whole days in a calendar file as closed periods, in order of their first days.

    Entries with hours close no day, those that are cancelled are left out, and of entries that come again
    only the days written are taken.

    Raises
    ------
    BadInput
        It is no calendar, or holds no period of whole days.
    """
    found = set()
    for event in _read(text, file).walk("VEVENT"):
        first = event.decoded("dtstart") if "dtstart" in event else None
        if isinstance(first, dt.datetime) or first is None or event.get("status") == "CANCELLED":
            continue
        last = event.decoded("dtend") - DAY if "dtend" in event else first
        found.add((first, last, str(event.get("summary", ""))))
    if not found:
        raise BadInput([Fault.of(Place(file=file), "exchange.no-closed-period")])
    return tuple(Holiday(begins=first, ends=last, title=title) for first, last, title in sorted(found))
