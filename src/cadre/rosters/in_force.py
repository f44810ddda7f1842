"""In force: mission and timetable as they are carried out: what was reported stands before what was planned.

Weeks in which a site was reported closed or the mission paused are closed. A serial reported cancelled is
left out; one that started in another week than planned is taught from that week on, and keeps its people.
Rule: docs/model/tracking.md, Rosters.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from cadre.mission import Mission
from cadre.mission.calendar import Holiday
from cadre.timetable.plan import Serial, Timetable
from cadre.timetable.stays import phase_weeks
from cadre.tracking.records import REPORTED, Records

SEARCHED = 8
"""Weeks looked through after a reported start for one from which the calendar lets the course be taught."""


def as_happened(mission: Mission, records: Records) -> Mission:
    """Return the mission with what was reported closed as closed periods of its sites.

    What was closed and has not reopened counts as closed to the end of the week of the last report.

    Parameters
    ----------
    mission : Mission
        With the choices of the option that is carried out.
    records : Records
        Those that hold on the day (`tracking.holding`).
    """
    told = [one.reported_on for kind in REPORTED for one in records.of(kind).values()]
    last = mission.date_of(mission.week_of(max(told)) + 1) - dt.timedelta(days=1) if told else dt.date.min
    paused = [(one.on, one.what == "paused") for one in records.occurrences.values() if one.what != "event"]
    changes = {}
    for key, site in mission.sites.items():
        states = [(o.on, o.what == "closed") for o in records.site_states.values() if o.site == key]
        new = [*_stretches(states, last), *_stretches(paused, last)]
        if new:
            held = [one.model_dump(mode="json", exclude_none=True) for one in site.closed]
            changes[f"sites.{key}.closed"] = [*held, *new]
    return mission.changed(changes) if changes else mission


def _stretches(states: list[tuple[dt.date, bool]], last: dt.date) -> Iterator[dict[str, str]]:
    """Yield the days from each that something closed on to the one before it was open again."""
    begins: dt.date | None = None
    for day, shut in sorted(states):
        if shut and begins is None:
            begins = day
        elif not shut and begins is not None:
            if begins < day:
                yield _period(begins, day - dt.timedelta(days=1))
            begins = None
    if begins is not None:
        yield _period(begins, max(begins, last))


def _period(begins: dt.date, ends: dt.date) -> dict[str, str]:
    made = Holiday(begins=begins, ends=ends)
    return {"begins": str(made.begins), "ends": str(made.ends)}


def in_force(mission: Mission, timetable: Timetable, records: Records) -> Timetable:
    """Return the timetable as it is carried out.

    Parameters
    ----------
    mission : Mission
        As it happened (`as_happened`).
    timetable : Timetable
        As planned.
    records : Records
        Those that hold on the day (`tracking.holding`).
    """
    told = records.serials.values()
    cancelled = {one.serial for one in told if one.what == "cancelled"}
    started = {one.serial: mission.week_of(one.on) for one in told if one.what == "started"}
    kept = (one for one in timetable.serials if one.id not in cancelled)
    return replace(timetable, serials=tuple(_moved(one, started.get(one.id), mission) for one in kept))


def _moved(serial: Serial, start: int | None, mission: Mission) -> Serial:
    """Return a serial from the week on in which it started, or the next in which it can be taught.

    One that was not reported stands where it was planned, and so does one that the calendar nowhere lets be
    taught.
    """
    if start is None:
        return serial
    for week in range(start, start + SEARCHED):
        moved = replace(serial, start=week)
        phases = phase_weeks(moved, mission)
        if phases:
            return replace(moved, ends=phases[-1][2])
    return serial
