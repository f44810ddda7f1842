"""Calendar files, read back by two libraries that share no code with the one that writes them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import ics
import pytest
import vobject

from cadre.errors import BadInput
from cadre.exchange.calendars import TeachingHours, calendar_bytes, closed_periods, hours_in
from cadre.rosters.appointments import Appointment, appointments
from tests.rosters.example import known as known_now
from tests.rosters.example import roster

STAMP = dt.datetime(2026, 5, 4, tzinfo=dt.UTC)
LATER = STAMP + dt.timedelta(days=7)
ZONE = "Asia/Baghdad"


def one(days: int = 3, uid: str = "a") -> Appointment:
    first = dt.date(2026, 5, 4)
    return Appointment(
        uid, "class", "school", "by #1", tuple(first + dt.timedelta(n) for n in range(days)), True
    )


def events(text: bytes) -> dict[str, Any]:
    return {str(e.uid.value): e for e in vobject.readOne(text.decode()).vevent_list}


def days_of(event: Any) -> tuple[dt.date, ...]:
    if not hasattr(event, "rrule"):
        first, last = event.dtstart.value, event.dtend.value
        return tuple(first + dt.timedelta(n) for n in range((last - first).days))
    return tuple(day.date() for day in event.getrruleset(addRDate=True))


def test_every_entry_falls_on_its_days_and_on_no_others() -> None:
    """Read by vobject, whose rules are those of dateutil."""
    made = appointments(roster())
    known = events(calendar_bytes("school", made, stamped=STAMP))
    assert len(made) == len(known) > 50
    for entry in made:
        assert entry.days == days_of(known[entry.uid]), entry.summary


@pytest.mark.parametrize("hours", [None, hours_in(ZONE, "08:00-15:00")])
def test_a_file_is_valid(hours: TeachingHours | None) -> None:
    """By vobject's validator: what must be there, how often; lines of at most 75 octets end with CRLF."""
    text = calendar_bytes("school", appointments(roster()), stamped=STAMP, hours=hours)
    calendar = vobject.readOne(text.decode())
    assert calendar.validate(raiseException=True)
    assert max(map(len, text.split(b"\r\n"))) <= 75
    assert b"\n" not in text.replace(b"\r\n", b"")
    del calendar.vevent_list[0].contents["uid"]
    with pytest.raises(vobject.base.ValidateError):
        calendar.vevent_list[0].validate(raiseException=True)


def test_hours_are_those_of_the_zone() -> None:
    hours = hours_in(ZONE, "08:00-15:00")
    text = calendar_bytes("school", [one()], stamped=STAMP, hours=hours)
    event = events(text)["a"]
    assert dt.timedelta(hours=3) == event.dtstart.value.utcoffset()
    assert (8, 15) == (event.dtstart.value.hour, event.dtend.value.hour)
    (told,) = ics.Calendar(text.decode()).events
    assert dt.datetime(2026, 5, 4, 5, tzinfo=dt.UTC) == told.begin.datetime


def test_hours_stay_when_clocks_change_and_days_off_stay_off() -> None:
    """Kyiv's clocks go on by an hour on 29 March 2026; 31 March is off; Sundays to Thursdays are worked."""
    worked = [dt.date(2026, 3, day) for day in (22, 23, 24, 25, 26, 29, 30)] + [dt.date(2026, 4, 1)]
    entry = replace(one(), days=tuple(worked))
    text = calendar_bytes("school", [entry], stamped=STAMP, hours=hours_in("Europe/Kyiv", "08:00-15:00"))
    found = list(events(text)["a"].getrruleset(addRDate=True))
    assert worked == [day.date() for day in found]
    assert {8} == {day.hour for day in found}
    shifts = [ZoneInfo("Europe/Kyiv").utcoffset(day.replace(tzinfo=None)) for day in found]
    assert [2, 2, 2, 2, 2, 3, 3, 3] == [shift.seconds // 3600 for shift in shifts if shift]


def test_a_second_library_reads_the_same_and_writes_what_the_first_reads() -> None:
    made = appointments(roster(), person="first-disposal#1/r2")
    text = calendar_bytes("school", made, stamped=STAMP).decode()
    again = ics.Calendar(text)
    assert {(e.uid, e.name, e.location) for e in again.events} == {
        (m.uid, m.summary, m.location) for m in made
    }
    back = vobject.readOne(again.serialize())
    assert {str(e.uid.value) for e in back.vevent_list} == {m.uid for m in made}
    assert text == calendar_bytes("school", made, stamped=STAMP).decode()


def test_names_stay_while_the_plan_is_made_again() -> None:
    first = {entry.uid for entry in appointments(roster())}
    assert first == {entry.uid for entry in appointments(roster())}
    assert len(first) == len(appointments(roster()))


def test_what_changed_is_numbered_what_is_gone_is_cancelled_and_the_rest_stays() -> None:
    first = calendar_bytes("school", [one(), one(uid="b"), one(uid="c")], stamped=STAMP)
    moved = replace(one(uid="b"), days=tuple(day + dt.timedelta(7) for day in one().days))
    second = calendar_bytes("school", [one(), moved], stamped=LATER, earlier=first)
    found = {
        uid: (int(e.sequence.value), e.status.value, e.dtstamp.value.date())
        for uid, e in events(second).items()
    }
    assert found == {
        "a": (0, "CONFIRMED", STAMP.date()),
        "b": (1, "CONFIRMED", LATER.date()),
        "c": (1, "CANCELLED", LATER.date()),
    }
    third = calendar_bytes("school", [one(), moved], stamped=LATER + dt.timedelta(7), earlier=second)
    assert second == third
    back = calendar_bytes("school", [one(), moved, one(uid="c")], stamped=LATER, earlier=third)
    assert (2, "CONFIRMED") == (int(events(back)["c"].sequence.value), events(back)["c"].status.value)


@pytest.mark.parametrize(
    ("zone", "hours"), [("Mars/Base", "08:00-15:00"), (ZONE, "15:00-08:00"), (ZONE, "x")]
)
def test_no_zone_and_no_hours_are_refused(zone: str, hours: str) -> None:
    with pytest.raises(BadInput):
        hours_in(zone, hours)


def test_a_file_that_is_no_calendar_is_not_written_over() -> None:
    with pytest.raises(BadInput):
        calendar_bytes("school", [one()], stamped=STAMP, earlier=b"a,b\n1,2\n")


def test_closed_periods_are_the_whole_days_of_a_calendar_that_another_library_wrote() -> None:
    calendar = ics.Calendar()
    feast = ics.Event(name="feast", begin="2026-06-01", end="2026-06-03")
    feast.make_all_day()
    calendar.events.add(feast)
    calendar.events.add(ics.Event(name="meeting", begin="2026-06-10 08:00:00", end="2026-06-10 09:00:00"))
    (found,) = closed_periods(calendar.serialize().encode(), "feasts.ics")
    assert ("feast", dt.date(2026, 6, 1), dt.date(2026, 6, 3)) == (found.title, found.begins, found.ends)


def test_classes_keep_off_the_closed_days_of_the_host() -> None:
    mission, _, _ = known_now()
    closed = {mission.mission.starts.replace(year=2025, month=8, day=day) for day in range(4, 18)}
    assert not [e for e in appointments(roster()) if e.teaching and closed & set(e.days)]
