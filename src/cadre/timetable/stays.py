"""Who sits where and when, as a timetable tells it: its seats and handovers read as stretches of weeks.

Takes a timetable and its mission, gives `SeatStay`s. Read by the oracle in `violations` and by whoever shows
a person's weeks; knows nothing of how the plan was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cadre.mission import Mission, end_of_run
from cadre.mission.training import Phase
from cadre.timetable.plan import ActivitySlot, Handover, Serial, Timetable


@dataclass(frozen=True, slots=True, order=True)
class SeatStay:
    """A person in one seat from week `begins` to `ends` (exclusive) of a serial or an activity."""

    person: str
    begins: int
    ends: int
    where: str
    phase: int
    skill: str


def stays_in(timetable: Timetable, mission: Mission) -> tuple[SeatStay, ...]:
    """Return every stretch of weeks that somebody sits in one seat, sorted by person and week.

    A seat of a skill that only local people hold is held until the mission exits.
    """
    found: list[SeatStay] = []
    for serial in timetable.serials:
        if serial.start is not None:
            found += _serial_stays(serial, timetable.handovers, mission)
    for slot in timetable.activities:
        if slot.start is not None and slot.ends is not None:
            found += _activity_stays(slot, timetable.handovers, mission)
    return tuple(sorted(found))


def phase_weeks(serial: Serial, mission: Mission) -> list[tuple[Phase, int, int]]:
    """Return each phase of a placed serial: its first week and the one after its last, closed ones included.

    A phase that would begin in a closed week holds that week too; its people stay with it.
    """
    course, closed, begins = mission.courses[serial.course], mission.closed_at(serial.site), serial.start or 0
    found, taught, start = [], 0, begins
    for phase in course.phases:
        taught += phase.weeks
        ends = end_of_run(start, taught, closed, may_pause=course.may_pause)
        if ends is None:
            return []
        found.append((phase, begins, ends))
        begins = ends
    return found


def finished(timetable: Timetable, mission: Mission) -> dict[str, int]:
    """Return the week from which each project is finished, for those whose activities all take place."""
    ends = {(a.project, a.activity): a.ends for a in timetable.activities}
    found: dict[str, int] = {}
    for key, project in mission.projects.items():
        weeks = [ends.get((key, activity)) for activity in project.activities]
        known = [week for week in weeks if week is not None]
        if known and len(known) == len(weeks):
            found[key] = max(known)
    return found


def only_local(skill: str, mission: Mission) -> bool:
    """Say whether only local roles hold a skill."""
    holders = [role.local for role in mission.roles.values() if skill in role.skills]
    return bool(holders) and all(holders)


def _serial_stays(serial: Serial, handovers: Iterable[Handover], mission: Mission) -> Iterator[SeatStay]:
    phases = phase_weeks(serial, mission)
    own = [h for h in handovers if h.serial == serial.id]
    for seat in serial.seats:
        if seat.person and 0 <= seat.phase < len(phases):
            _, begins, ends = phases[seat.phase]
            if only_local(seat.skill, mission):
                ends = min(ends, mission.exit_week)
            seated = SeatStay(seat.person, begins, ends, serial.id, seat.phase, seat.skill)
            yield from _chain(seated, own)


def _activity_stays(
    slot: ActivitySlot, handovers: Iterable[Handover], mission: Mission
) -> Iterator[SeatStay]:
    own = [h for h in handovers if h.serial == slot.id]
    skills = adviser_skills(slot, mission)
    for person, skill in zip(slot.advisers, skills, strict=False):
        if person:
            yield from _chain(SeatStay(person, slot.start or 0, slot.ends or 0, slot.id, 0, skill), own)


def adviser_skills(slot: ActivitySlot, mission: Mission) -> list[str]:
    """Return the skill of each adviser of an activity: in the order written, local skills last."""
    wanted = mission.projects[slot.project].activities[slot.activity].advisers
    in_order = sorted(wanted, key=lambda skill: only_local(skill, mission))
    return [skill for skill in in_order for _ in range(wanted[skill])]


def _chain(stay: SeatStay, handovers: list[Handover]) -> Iterator[SeatStay]:
    """Follow a seat from hand to hand."""
    following = sorted((h.week, h.leaves, h.arrives) for h in handovers if h.skill == stay.skill)
    person, begins = stay.person, stay.begins
    for week, leaves, arrives in following:
        if leaves == person and begins < week < stay.ends:
            yield SeatStay(person, begins, week, stay.where, stay.phase, stay.skill)
            person, begins = arrives, week
    yield SeatStay(person, begins, stay.ends, stay.where, stay.phase, stay.skill)
