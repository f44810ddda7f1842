"""In force: the timetable as it is carried out: what was reported stands before what was planned.

A serial reported cancelled is left out; one that started in another week than planned is taught from that
week on, and keeps its people. Rule: docs/model/tracking.md, Rosters.
"""

from __future__ import annotations

from dataclasses import replace

from cadre.mission import Mission, end_of_run
from cadre.timetable.plan import Serial, Timetable
from cadre.tracking.records import Records


def in_force(mission: Mission, timetable: Timetable, records: Records) -> Timetable:
    """Return the timetable as it is carried out.

    Parameters
    ----------
    mission : Mission
        With the choices of the option that is carried out.
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
    """Return a serial from the week on in which it started; closed weeks are paused over."""
    if start is None or start == serial.start:
        return serial
    closed, length = mission.closed_at(serial.site), mission.courses[serial.course].length
    ends = end_of_run(start, length, closed, may_pause=True)
    return replace(serial, start=start, ends=start + length if ends is None else ends)
