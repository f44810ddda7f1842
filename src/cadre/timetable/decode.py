"""From placements by number back to a timetable by name: seats, handovers, advisers and reasons.

Takes a board with a finished plan, gives `Serial`s, `ActivitySlot`s and `Handover`s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cadre.reasons import Reason
from cadre.timetable.explain import cause, late_because, missing_people, without_lead
from cadre.timetable.instance import span
from cadre.timetable.plan import ActivitySlot, Handover, Seat, Serial
from cadre.timetable.problem import Placement, Shift
from cadre.timetable.schedule import PartialSchedule


def decode_serials(schedule: PartialSchedule, serials: Sequence[Serial]) -> tuple[Serial, ...]:
    """Return the serials with their weeks, seats and reasons."""
    return tuple(_serial(schedule, j, serial) for j, serial in enumerate(serials))


def decode_activities(schedule: PartialSchedule, slots: Sequence[ActivitySlot]) -> tuple[ActivitySlot, ...]:
    """Return the activities with their weeks, advisers and reasons."""
    return tuple(_activity(schedule, j, slot) for j, slot in enumerate(slots))


def decode_handovers(schedule: PartialSchedule) -> tuple[Handover, ...]:
    """Return every change of hands inside a stage, sorted."""
    found = []
    for j, placed in enumerate(schedule.placed):
        for chain in chains(placed) if placed is not None else ():
            for leaving, coming in pairwise(chain):
                found.append(
                    Handover(
                        schedule.problem.jobs[j].id,
                        schedule.problem.skills[coming.skill],
                        coming.begins,
                        _name(schedule, leaving),
                        _name(schedule, coming),
                    )
                )
    return tuple(sorted(found))


def chains(placed: Placement) -> list[list[Shift]]:
    """Give, for each seat of each stage, who holds it one after the other."""
    found: dict[tuple[int, int], list[Shift]] = {}
    for shift in sorted(placed.crew, key=lambda s: (s.stage, s.seat, s.begins)):
        chain = found.setdefault((shift.stage, shift.seat), [])
        if chain and chain[-1].worker == shift.worker:
            chain[-1] = replace(chain[-1], ends=shift.ends)
        else:
            chain.append(shift)
    return list(found.values())


def busy_weeks(schedule: PartialSchedule) -> dict[int, int]:
    """Give, by worker, the mask of the weeks in which they hold a seat."""
    busy: dict[int, int] = {}
    for placed in schedule.placed:
        for shift in placed.crew if placed is not None else ():
            if shift.worker is not None:
                busy[shift.worker] = busy.get(shift.worker, 0) | span(shift.begins, shift.ends)
    return busy


def _name(schedule: PartialSchedule, shift: Shift) -> str:
    return "" if shift.worker is None else schedule.problem.workers[shift.worker].id


def _serial(schedule: PartialSchedule, j: int, serial: Serial) -> Serial:
    placed = schedule.placed[j]
    if placed is None:
        return replace(serial, start=None, ends=None, seats=(), why=_given(cause(schedule, j)))
    skills = schedule.problem.skills
    seats = tuple(Seat(c[0].stage, skills[c[0].skill], _name(schedule, c[0])) for c in chains(placed))
    late = late_because(schedule, j) if placed.start > serial.due else None
    why = _given(late, *missing_people(schedule, j), without_lead(schedule, j))
    return replace(serial, start=placed.start, ends=placed.ends, seats=seats, why=why)


def _activity(schedule: PartialSchedule, j: int, slot: ActivitySlot) -> ActivitySlot:
    placed = schedule.placed[j]
    if placed is None:
        return replace(slot, start=None, ends=None, advisers=(), why=_given(cause(schedule, j)))
    late = late_because(schedule, j) if placed.start > slot.due else None
    advisers = tuple(_name(schedule, chain[0]) for chain in chains(placed))
    return replace(slot, start=placed.start, ends=placed.ends, advisers=advisers, why=_given(late))


def _given(*reasons: Reason | None) -> tuple[Reason, ...]:
    return tuple(one for one in reasons if one is not None)
