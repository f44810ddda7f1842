"""What is to be timed: the programme's batches as single serials, and which must be over before which.

Takes a programme and its mission, gives `Serial`s without a week, and for each the serials its trainees come
from.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cadre.mission import Mission
from cadre.mission.training import Course
from cadre.programme.plan import Programme, SerialBatch
from cadre.timetable.plan import Serial

ROUNDING = 0.01
"""What an expected number of trainees may lack of a whole person and still count as one.

A programme gives up a millionth of its shortfall for what costs less: 0.001 trainees where 1,000 are wanted.
"""


def serials_of(programme: Programme, mission: Mission) -> tuple[Serial, ...]:
    """Return the programme's serials one by one, without a week, in the order of course, site and period.

    Trainees of a batch are split evenly in whole people: rounded down, but not below `seats.least`.
    """
    made: list[Serial] = []
    number: dict[tuple[str, str], int] = {}
    for batch in sorted(programme.serials):
        first = batch.week // programme.period_weeks * programme.period_weeks
        for trainees in _split(batch, mission.courses[batch.course]):
            n = number[batch.course, batch.site] = number.get((batch.course, batch.site), 0) + 1
            name = f"{batch.course}@{batch.site}/{n}"
            due = first + programme.period_weeks - 1
            made.append(Serial(name, batch.course, batch.site, first, due, trainees))
    return tuple(made)


def _split(batch: SerialBatch, course: Course) -> list[int]:
    least = min(course.seats.least * batch.serials, math.ceil(batch.trainees - ROUNDING))
    total = max(math.floor(batch.trainees + ROUNDING), least)
    share, more = divmod(total, max(1, batch.serials))
    return [min(share + (i < more), batch.seats) for i in range(batch.serials)]


class Giver(NamedTuple):
    """A serial whose graduates others may take: planned ones, and those under way on the first day.

    `ready`: the week from which its graduates are there, by the programme; `people`: how many are expected.
    """

    earliest: int
    id: str
    course: str
    ready: int
    people: float


def prerequisites(serials: Sequence[Serial], mission: Mission) -> dict[str, tuple[str, ...]]:
    """Give, for each serial whose trainees hold a competence, the serials that must be over before it begins.

    Those who hold competence `g` on the first day, and the graduates of the serials that grant it, in the
    programme's order, are counted until they reach what the serials that take holders of `g` have used up and
    the next one takes; only serials that the programme ends before the period count. Attrition is left out,
    so that nothing is asked that is not needed.

    Returns
    -------
    dict of str to tuple of str
        By serial id; serials without a prerequisite are left out. Serials under way on the first day are left
        out too: for them see `ready_weeks`.
    """
    planned = {serial.id for serial in serials}
    found = _all_needed(serials, mission)
    kept = {key: tuple(giver for giver in before if giver in planned) for key, before in found.items()}
    return {key: before for key, before in kept.items() if before}


def ready_weeks(serials: Sequence[Serial], mission: Mission) -> dict[str, int]:
    """The week before which a serial that needs graduates of those under way cannot begin, by its id."""
    over = {_name(key): mission.over_by(key) or mission.weeks for key in mission.under_way}
    weeks = {
        key: max((over[giver] for giver in before if giver in over), default=0)
        for key, before in _all_needed(serials, mission).items()
    }
    return {key: week for key, week in weeks.items() if week}


def _name(under_way: str) -> str:
    return f"under-way:{under_way}"


def _all_needed(serials: Sequence[Serial], mission: Mission) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for competence in mission.competences:
        takers = [s for s in serials if competence_taken(mission.courses[s.course], mission) == competence]
        givers = _givers(competence, serials, mission)
        start = mission.competences[competence].at_start.mean
        found |= _needed(_in_time(takers), givers, start, mission.courses)
    return found


def _givers(competence: str, serials: Sequence[Serial], mission: Mission) -> list[Giver]:
    """Return the serials that grant a competence, those under way first, then in the programme's order."""
    found = []
    for key, serial in mission.under_way.items():
        course, over = mission.courses[serial.course], mission.over_by(key)
        if course.grants == competence and over is not None:
            share = (1 - course.drops_out.mean) ** serial.weeks_left * course.passes.mean
            people = serial.trainees.mean * share * (1 - course.teaches_on.mean)
            found.append(Giver(-1, _name(key), serial.course, over, people))
    for s in serials:
        course = mission.courses[s.course]
        if course.grants == competence:
            people = s.trainees * graduates(course)
            found.append(Giver(s.earliest, s.id, s.course, s.earliest + course.length, people))
    return sorted(found, key=lambda giver: (giver.earliest, giver.id))


def competence_taken(course: Course, mission: Mission) -> str | None:
    """Return the competence whose holders a course takes: the one granted by the last course in `after`."""
    return mission.courses[course.after[-1]].grants if course.after else None


def _in_time(serials: Sequence[Serial]) -> list[Serial]:
    return sorted(serials, key=lambda s: (s.earliest, s.id))


def _needed(
    takers: list[Serial], givers: list[Giver], start: float, courses: Mapping[str, Course]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    used = 0.0
    for taker in takers:
        before = [
            giver
            for giver in givers
            if giver.ready <= taker.due and (giver.course != taker.course or giver.earliest < 0)
        ]
        reached, needed = start + ROUNDED_AWAY * len(before), []
        for giver in before:
            if reached >= used + taker.trainees - ROUNDED_AWAY:
                break
            reached += giver.people
            needed.append(giver.id)
        if needed:
            found[taker.id] = tuple(needed)
        used += taker.trainees * (1 - returns(courses[taker.course]))
    return found


ROUNDED_AWAY = 1.0
"""Trainees of one serial that whole numbers may take from the programme's expected ones."""


def graduates(course: Course) -> float:
    """Share of those who start a course who join the competence it grants, posted or not."""
    return course.yield_mean * (1 - course.teaches_on.mean)


def returns(course: Course) -> float:
    """Share of those who start a course who go back: repeaters, and graduates where nothing is granted."""
    stayed = float((1 - course.drops_out.mean) ** course.length)
    repeat = stayed * (1 - course.passes.mean) * course.repeats.mean
    return repeat + (0.0 if course.grants else graduates(course))
