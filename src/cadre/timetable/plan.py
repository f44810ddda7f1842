"""A timetable: each serial's week, instructors and rooms.

Knows no solver. A timetable is judged by `cadre.timetable.violations.violations`, whoever made it, and priced
by `lateness` and `seats_short`.
"""

from __future__ import annotations

from dataclasses import dataclass

from cadre.mission import Mission
from cadre.reasons import Reason
from cadre.reasons.timetable import NobodyThroughout
from cadre.solving import Result

NO_LEAD = NobodyThroughout()
"""What a serial says whose lead leaves inside it, since nobody stays throughout."""
DROPPED_WEEKS = 40
"""Weeks late that a serial counts which takes place nowhere (docs/model/timetable.md)."""
MOVED_WEEKS = 20
"""Weeks late that a serial counts more which is not held in the week in which people expect it."""
MOST_WEEKS_LATE = 26
"""Weeks after its due week in which a serial may still start; later it is dropped."""


@dataclass(frozen=True, slots=True, order=True)
class Person:
    """Somebody who can hold a seat: foreign instructor or adviser on a tour, local staff, host instructor.

    `id` reads `OFFER#N/rROTATION`, `ROLE@SITE#N` (local) or `host:SKILL#N`; there from week `arrives` to
    `leaves` (exclusive), teaching from `arrives`. In the `overlap` weeks before `arrives` (handover, and what
    the command loses) they begin no serial but may take over a seat in one that runs. `leave` is the number
    of weeks up to `leaves` in which they do not teach; closed weeks count. Those who are alike but for id and
    offer stand in for each other: together they teach in no more weeks than each could apart. In weeks `away`
    they hold no seat of a serial: their nation has holidays while the site is open.
    """

    id: str
    origin: str  # offer id, "local", or "host"
    role: str  # role id, or "" for hosts
    site: str  # where the post is; "" for hosts, who move with their serial
    skills: tuple[str, ...]
    arrives: int
    leaves: int
    not_for: tuple[str, ...] = ()
    overlap: int = 0
    leave: int = 0
    away: tuple[int, ...] = ()

    @property
    def foreign(self) -> bool:
        """Whether an offer sent them."""
        return self.origin not in ("host", "local")

    @property
    def here(self) -> int:
        """First week in which they can take over a seat in a serial that runs."""
        return self.arrives - self.overlap


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
    why: tuple[Reason, ...] = ()  # what stood against it when it was dropped, moved late or left short

    @property
    def weeks_late(self) -> int:
        """Weeks between due week and start; `DROPPED_WEEKS` when dropped, and at most."""
        return DROPPED_WEEKS if self.start is None else min(DROPPED_WEEKS, max(0, self.start - self.due))


@dataclass(frozen=True, slots=True, order=True)
class Handover:
    """A seat that changes hands inside a phase of a serial or an activity (`PROJECT/ACTIVITY`)."""

    serial: str
    skill: str
    week: int
    leaves: str
    arrives: str


@dataclass(frozen=True, slots=True, order=True)
class ActivitySlot:
    """The weeks of an activity of a project and the advisers on it.

    `advisers` holds those it begins with, skills in the order written; who follows them stands in the
    handovers. `why` says what stood against it when it was dropped or moved late.
    """

    project: str
    activity: str
    start: int | None
    ends: int | None
    advisers: tuple[str, ...] = ()
    due: int = 0
    why: tuple[Reason, ...] = ()

    @property
    def id(self) -> str:
        """How handovers name it."""
        return f"{self.project}/{self.activity}"

    @property
    def weeks_late(self) -> int:
        """Weeks between due week and start; `DROPPED_WEEKS` when dropped, and at most."""
        return DROPPED_WEEKS if self.start is None else min(DROPPED_WEEKS, max(0, self.start - self.due))


@dataclass(frozen=True, slots=True)
class Timetable:
    """All serials, placed or not, the people they were planned with, activities and handovers."""

    serials: tuple[Serial, ...]
    people: tuple[Person, ...] = ()
    activities: tuple[ActivitySlot, ...] = ()
    handovers: tuple[Handover, ...] = ()
    result: Result | None = None

    @property
    def seats_short(self) -> int:
        """Second objective: seats that nobody holds."""
        return sum(not seat.person for serial in self.serials for seat in serial.seats)


def lateness(timetable: Timetable, mission: Mission) -> float:
    """First objective: priority x weeks late of serials and activities; dropped count `DROPPED_WEEKS`."""
    late = sum(mission.courses[serial.course].priority * serial.weeks_late for serial in timetable.serials)
    return late + sum(mission.projects[a.project].priority * a.weeks_late for a in timetable.activities)
