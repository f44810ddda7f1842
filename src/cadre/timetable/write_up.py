"""From placements by number back to a timetable by name: seats, handovers, advisers and reasons.

Takes a board with a finished plan, gives `Serial`s, `ActivitySlot`s and `Handover`s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cadre.reasons import Reason
from cadre.timetable.board import Board
from cadre.timetable.explain import cause, late_because, missing_people, without_lead
from cadre.timetable.ground import span
from cadre.timetable.plan import ActivitySlot, Handover, Seat, Serial
from cadre.timetable.problem import Placement, Shift


def serials_told(board: Board, serials: Sequence[Serial]) -> tuple[Serial, ...]:
    """Give the serials with their weeks, seats and reasons."""
    return tuple(_serial(board, j, serial) for j, serial in enumerate(serials))


def activities_told(board: Board, slots: Sequence[ActivitySlot]) -> tuple[ActivitySlot, ...]:
    """Give the activities with their weeks, advisers and reasons."""
    return tuple(_activity(board, j, slot) for j, slot in enumerate(slots))


def handovers_told(board: Board) -> tuple[Handover, ...]:
    """Give every change of hands inside a stage, sorted."""
    found = []
    for j, placed in enumerate(board.placed):
        for chain in chains(placed) if placed is not None else ():
            for leaving, coming in pairwise(chain):
                found.append(
                    Handover(
                        board.problem.jobs[j].id,
                        board.problem.skills[coming.skill],
                        coming.begins,
                        _name(board, leaving),
                        _name(board, coming),
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


def busy_weeks(board: Board) -> dict[int, int]:
    """Give, by worker, the mask of the weeks in which they hold a seat."""
    busy: dict[int, int] = {}
    for placed in board.placed:
        for shift in placed.crew if placed is not None else ():
            if shift.worker is not None:
                busy[shift.worker] = busy.get(shift.worker, 0) | span(shift.begins, shift.ends)
    return busy


def _name(board: Board, shift: Shift) -> str:
    return "" if shift.worker is None else board.problem.workers[shift.worker].id


def _serial(board: Board, j: int, serial: Serial) -> Serial:
    placed = board.placed[j]
    if placed is None:
        return replace(serial, start=None, ends=None, seats=(), why=_given(cause(board, j)))
    skills = board.problem.skills
    seats = tuple(Seat(c[0].stage, skills[c[0].skill], _name(board, c[0])) for c in chains(placed))
    late = late_because(board, j) if placed.start > serial.due else None
    why = _given(late, *missing_people(board, j), without_lead(board, j))
    return replace(serial, start=placed.start, ends=placed.ends, seats=seats, why=why)


def _activity(board: Board, j: int, slot: ActivitySlot) -> ActivitySlot:
    placed = board.placed[j]
    if placed is None:
        return replace(slot, start=None, ends=None, advisers=(), why=_given(cause(board, j)))
    late = late_because(board, j) if placed.start > slot.due else None
    advisers = tuple(_name(board, chain[0]) for chain in chains(placed))
    return replace(slot, start=placed.start, ends=placed.ends, advisers=advisers, why=_given(late))


def _given(*reasons: Reason | None) -> tuple[Reason, ...]:
    return tuple(one for one in reasons if one is not None)
