"""A timetable: each serial's week, instructors and rooms.

Knows no solver; a timetable is judged by `violations(mission)`.
"""

from __future__ import annotations

from dataclasses import dataclass

from cadre.solving import Result


@dataclass(frozen=True, slots=True, order=True)
class Person:
    """Somebody who can hold a seat: a foreign instructor or adviser on a tour, or a host instructor.

    `id` reads `OFFER#N/rROTATION` or `host:SKILL#N`; there from week `arrives` to `leaves` (exclusive),
    teaching from `arrives`.
    """

    id: str
    origin: str  # offer id, or "host"
    role: str  # role id, or "" for hosts
    site: str  # where the post is; "" for hosts, who move with their serial
    skills: tuple[str, ...]
    arrives: int
    leaves: int
    not_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A person using one skill in one phase of a serial. `person` is empty for a seat left short."""

    phase: int
    skill: str
    person: str


@dataclass(frozen=True, slots=True, order=True)
class Serial:
    """One run of a course. `id` reads `COURSE@SITE/N`, N from 1 in the order of the programme.

    `start` is None where it could not be placed; `ends` is exclusive and counts pauses over closed weeks.
    `due` is the last week of the programme's period in which it should start.
    """

    id: str
    course: str
    site: str
    earliest: int
    due: int
    trainees: int
    start: int | None = None
    ends: int | None = None
    seats: tuple[Seat, ...] = ()
    why: str = ""  # what stood against it when it was dropped, moved late or left short


@dataclass(frozen=True, slots=True, order=True)
class Handover:
    """A seat that changes hands inside a serial since a tour ended."""

    serial: str
    skill: str
    week: int
    leaves: str
    arrives: str


@dataclass(frozen=True, slots=True, order=True)
class ActivitySlot:
    """The weeks of an activity of a project and the advisers on it."""

    project: str
    activity: str
    start: int | None
    ends: int | None
    advisers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """All serials, placed or not, the people they were planned with, activities and handovers."""

    serials: tuple[Serial, ...]
    people: tuple[Person, ...] = ()
    activities: tuple[ActivitySlot, ...] = ()
    handovers: tuple[Handover, ...] = ()
    result: Result | None = None
