"""Classes and rooms: each serial week by week, the seats of its people, what it holds of the rooms.

Takes a mission, its timetable in force and duties; gives frozen rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cadre.mission import Mission
from cadre.rosters.duties import Duty
from cadre.timetable.plan import Serial, Timetable
from cadre.timetable.stays import finished, phase_weeks
from cadre.tracking.records import Records


@dataclass(frozen=True, slots=True)
class ClassWeek:
    """A serial in a week: which of its teaching weeks it is (0 where its site is closed), of how many."""

    serial: Serial
    week: int
    number: int
    of: int
    phase: int


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat of a phase of a serial, and who sits there from week to week (exclusive); nobody where empty."""

    serial: str
    phase: int
    skill: str
    person: str
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class RoomWeek:
    """A facility of a site in a week: how many there are, and which serial holds how many."""

    site: str
    facility: str
    there: float
    held: tuple[tuple[str, float], ...]


def class_weeks(mission: Mission, timetable: Timetable, week: int) -> tuple[ClassWeek, ...]:
    """Return the serials under way in a week, by site and id."""
    found = []
    for serial in timetable.serials:
        if serial.start is None:
            continue
        phases = phase_weeks(serial, mission)
        for place, (_, begins, ends) in enumerate(phases):
            if begins <= week < ends:
                closed = mission.closed_at(serial.site)
                taught = sum(w not in closed for w in range(serial.start, week + 1))
                number = 0 if week in closed else taught
                found.append(ClassWeek(serial, week, number, mission.courses[serial.course].length, place))
    return tuple(sorted(found, key=lambda one: (one.serial.site, one.serial.id)))


def seat_lines(serial: Serial, known: tuple[Duty, ...], mission: Mission) -> Iterator[SeatLine]:
    """Yield the seats of a serial by phase and skill, each with who holds it; seats left short are empty."""
    weeks = phase_weeks(serial, mission)
    for duty in known:
        if duty.where == serial.id:
            yield SeatLine(serial.id, duty.phase, duty.skill, duty.person, duty.begins, duty.ends)
    for seat in serial.seats:
        if not seat.person and seat.phase < len(weeks):
            _, begins, ends = weeks[seat.phase]
            yield SeatLine(serial.id, seat.phase, seat.skill, "", begins, ends)


def attending(serial: Serial, records: Records) -> int:
    """Return how many sit in a class: as last reported, else as planned."""
    told = [(one.on, one.people) for one in records.serials.values() if one.serial == serial.id]
    counted = [(on, people) for on, people in told if people is not None]
    return max(counted)[1] if counted else serial.trainees


def groups_of(serial: Serial, records: Records) -> tuple[str, ...]:
    """Return the group of each trainee of a class, as far as reported: of those who sat, else who attend."""
    told = [one for one in records.groups.values() if one.serial == serial.id]
    sat = [one for one in told if one.passed is not None]
    return tuple(one.group for one in sat or told for _ in range(one.people))


def rooms(mission: Mission, timetable: Timetable, week: int) -> Iterator[RoomWeek]:
    """Yield the facilities of each site, with who holds how many of them in a week."""
    under_way = class_weeks(mission, timetable, week)
    done = finished(timetable, mission)
    for key, site in mission.sites.items():
        adds = [
            mission.projects[project].effects.adds.get(key, {})
            for project, since in done.items()
            if since <= week
        ]
        for facility, there in site.facilities.items():
            held = tuple(
                (one.serial.id, uses[facility])
                for one in under_way
                if one.serial.site == key
                and facility in (uses := mission.courses[one.serial.course].phases[one.phase].uses)
            )
            yield RoomWeek(key, facility, there + sum(one.get(facility, 0) for one in adds), held)
