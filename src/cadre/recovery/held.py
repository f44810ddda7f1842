"""Held: the serials and activities that run as today's week begins, and who sits in them from then on.

Takes the recorded state, the plan in force and the people of the weeks ahead; gives what a timetable has to
leave alone. Nobody sits twice in one week: who is planned in two classes at once is on the one that began
first, as rosters tell.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cadre.mission import Mission
from cadre.simulation.standing import RunningSerial, Standing
from cadre.timetable.facts import HeldSerial
from cadre.timetable.plan import ActivitySlot, Handover, Person, Serial, Timetable
from cadre.timetable.stays import SeatStay, adviser_skills, only_local


def held_serials(mission: Mission, standing: Standing, lived: Timetable) -> tuple[HeldSerial, ...]:
    """Return the serials that run, the longest running first.

    Parameters
    ----------
    mission : Mission
        With its closed weeks as they happened.
    standing : Standing
        The recorded state.
    lived : Timetable
        The timetable as it is carried out (`cadre.rosters.in_force`).
    """
    known = {serial.id: serial for serial in lived.serials}
    return tuple(_held(mission, one, known.get(one.id), standing.week) for one in standing.running)


def _held(mission: Mission, one: RunningSerial, known: Serial | None, week: int) -> HeldSerial:
    course, closed = mission.courses[one.course], mission.closed_at(one.site)
    phases, begins, over = [], week, 0
    for number, phase in enumerate(course.phases):
        left, over = max(0, over + phase.weeks - max(over, one.taught)), over + phase.weeks
        if left:
            ends = _after(begins, left, closed)
            phases.append((number, begins, ends))
            begins = ends
    start = known.start if known is not None and known.start is not None else week
    seats = known.seats if known is not None else ()
    serial = Serial(one.id, one.course, one.site, start, start, one.people, start, begins, seats)
    return HeldSerial(serial, tuple(phases))


def _after(begins: int, weeks: int, closed: frozenset[int]) -> int:
    """Return the week after so many open weeks from one on."""
    week, left = begins, weeks
    while left:
        left -= week not in closed
        week += 1
    return week


def begun_activities(mission: Mission, standing: Standing, lived: Timetable) -> tuple[ActivitySlot, ...]:
    """Return the activities that are over or under way: those end when the work left is done, as expected."""
    known = {(slot.project, slot.activity): slot for slot in lived.activities}
    found = []
    for (project, activity), (work, over) in sorted(standing.activities.items()):
        slot = known.get((project, activity), ActivitySlot(project, activity, None, None))
        length = mission.projects[project].activities[activity].weeks.mean
        left = max(1, math.ceil(length - work - 1e-9))
        ends = standing.week + left if over is None else over
        start = min(slot.start if slot.start is not None else ends - 1, ends - 1)
        found.append(ActivitySlot(project, activity, start, ends, slot.advisers, slot.due, slot.why))
    return tuple(found)


def seats_held(
    mission: Mission,
    held: Sequence[HeldSerial],
    lived: Timetable,
    people: Iterable[Person],
    week: int,
) -> tuple[SeatStay, ...]:
    """Return who sits in what runs, week by week from today's on, as far as they are there.

    Activities of `lived` are those that are over or under way alone.
    """
    there = {person.id: person for person in people}
    taken: dict[str, set[int]] = {}
    stays = [stay for one in held for stay in _seats(one, lived.handovers, mission)]
    for slot in lived.activities:
        if slot.start is not None and slot.ends is not None and slot.ends > week:
            for person, skill in zip(slot.advisers, adviser_skills(slot, mission), strict=False):
                stays += _chain(SeatStay(person, week, slot.ends, slot.id, 0, skill), lived.handovers)
    return tuple(sorted(free for stay in stays for free in _once(stay, there, taken)))


def _seats(one: HeldSerial, handovers: Iterable[Handover], mission: Mission) -> Iterator[SeatStay]:
    for number, begins, ends in one.phases:
        for seat in one.serial.seats:
            if seat.phase == number and seat.person:
                until = min(ends, mission.exit_week) if only_local(seat.skill, mission) else ends
                stay = SeatStay(seat.person, begins, until, one.serial.id, number, seat.skill)
                yield from _chain(stay, handovers)


def _chain(stay: SeatStay, handovers: Iterable[Handover]) -> Iterator[SeatStay]:
    """Follow a seat from hand to hand; hands changed before its first week are those it begins with."""
    person, begins = stay.person, stay.begins
    own = [h for h in handovers if h.serial == stay.where and h.skill == stay.skill]
    for h in sorted(own, key=lambda one: one.week):
        if h.leaves == person and h.week < stay.ends:
            if h.week > begins:
                yield SeatStay(person, begins, h.week, stay.where, stay.phase, stay.skill)
            person, begins = h.arrives, max(begins, h.week)
    yield SeatStay(person, begins, stay.ends, stay.where, stay.phase, stay.skill)


def _once(stay: SeatStay, there: Mapping[str, Person], taken: dict[str, set[int]]) -> Iterator[SeatStay]:
    """Yield the weeks of a stay in which its person is there and sits nowhere else, and take them."""
    person = there.get(stay.person)
    if person is None:
        return
    busy = taken.setdefault(stay.person, set())
    weeks = [w for w in range(max(stay.begins, person.here), min(stay.ends, person.leaves)) if w not in busy]
    busy.update(weeks)
    begins: int | None = None
    for week in weeks:
        begins = week if begins is None else begins
        if week + 1 not in weeks:
            yield SeatStay(stay.person, begins, week + 1, stay.where, stay.phase, stay.skill)
            begins = None
