"""Appointments: duties and classes as what a calendar holds: days, a place, a name that stays the same.

Days are the working days of the site on which it teaches; of leave and handover all days.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cadre.mission import Mission
from cadre.rosters.classes import seat_lines
from cadre.rosters.duties import Duty
from cadre.rosters.sheets import Roster
from cadre.timetable.plan import Serial


@dataclass(frozen=True, slots=True)
class Appointment:
    """An entry of a calendar; `uid` stays the same while the plan is made again, `days` are in order.

    `teaching` says whether it takes the hours of a class; leave and handover take whole days.
    """

    uid: str
    summary: str
    location: str
    description: str
    days: tuple[dt.date, ...]
    teaching: bool


def appointments(roster: Roster, person: str = "", site: str = "") -> tuple[Appointment, ...]:
    """Return the entries of somebody's calendar; of nobody's: the classes, and who takes over or is on leave.

    Parameters
    ----------
    roster : Roster
        Of the mission as it is carried out.
    person, site : str
        Whose, where; empty for all.
    """
    count: Counter[tuple[str, ...]] = Counter()
    found = []
    for duty in roster.duties:
        wanted = duty.person == person if person else duty.kind in ("takes-over", "leave")
        if wanted and duty.kind != "free" and site in ("", duty.site):
            key = (duty.person, duty.kind, duty.where, str(duty.phase), duty.skill)
            count[key] += 1
            found.append(_of_duty(roster, duty, (*key, str(count[key])), named=not person))
    if not person:
        found += [_of_class(roster, one) for one in roster.timetable.serials if site in ("", one.site)]
    return tuple(one for one in found if one.days)


def uid_of(mission: Mission, *key: str) -> str:
    """Return a name that is the same whenever asked for of the same thing of the same mission (UUID 5)."""
    head = mission.mission.title, mission.mission.starts.isoformat()
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "urn:cadre:" + "\n".join((*head, *key))))


def _of_duty(roster: Roster, duty: Duty, key: tuple[str, ...], *, named: bool) -> Appointment:
    mission = roster.mission
    teaching = duty.kind in ("teaches", "advises")
    days = teaching_days(mission, duty.site, duty.begins, duty.ends) if teaching else _days(mission, duty)
    said = roster.said(duty)
    who = roster.named(duty.person)
    summary = f"{who}: {said}" if named else said
    where = mission.title_of("sites", duty.site) if duty.site else ""
    role = roster.role(roster.people[duty.person])
    return Appointment(uid_of(mission, *key), summary, where, f"{who} ({role})", days, teaching)


def _of_class(roster: Roster, serial: Serial) -> Appointment:
    mission = roster.mission
    begins, ends = serial.start or 0, serial.ends or 0
    days = teaching_days(mission, serial.site, begins, ends) if serial.start is not None else ()
    seated = [line.person for line in seat_lines(serial, roster.duties, mission) if line.person]
    summary = f"{mission.title_of('courses', serial.course)} ({serial.id})"
    where = mission.title_of("sites", serial.site)
    told = ", ".join(map(roster.named, dict.fromkeys(seated)))
    return Appointment(uid_of(mission, "class", serial.id), summary, where, told, days, True)


def teaching_days(mission: Mission, site: str, begins: int, ends: int) -> tuple[dt.date, ...]:
    """Return the days of weeks on which a site teaches; of no site, the host's working days."""
    days = mission.working.days_at(site) if site else mission.working.days
    firsts = (mission.date_of(week) for week in range(begins, ends))
    return tuple(day for first in firsts if not days.is_closed(first) for day in days.left(first))


def _days(mission: Mission, duty: Duty) -> tuple[dt.date, ...]:
    first, last = mission.date_of(duty.begins), mission.date_of(duty.ends)
    return tuple(_each(first, last))


def _each(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    while first < last:
        yield first
        first += dt.timedelta(days=1)
