"""Checks of records: what contradicts the mission or itself, and what is allowed but odd.

Takes records of which each alone is right, and the mission; a new check is a small generator and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cadre.errors import Fault, MissionWarning
from cadre.mission import Mission
from cadre.tracking.checks import corrections, doubtful, odd, order, references, serials
from cadre.tracking.holding import holding
from cadre.tracking.records import Records

ALL: tuple[Callable[[Records, Mission], Iterator[Fault]], ...] = (
    references.unknown_ids,
    references.unknown_reporters,
    references.named_once,
    order.before_the_start,
    corrections.correct_something,
    corrections.corrected_once,
    corrections.corrected_later,
)
"""Checks of every record, corrected ones too."""
THAT_HOLD: tuple[Callable[[Records, Mission], Iterator[Fault]], ...] = (
    corrections.reported_once,
    corrections.counted_once_a_day,
    serials.once_each,
    serials.begun_before,
    serials.in_order,
    serials.no_more_than_before,
    serials.groups_within,
    order.no_more_left_than_came,
    order.sites_in_order,
    order.steps_in_order,
    order.pauses_in_order,
)
"""Checks of the records that hold."""
ODD: tuple[Callable[[Records, Mission], Iterator[MissionWarning]], ...] = (
    odd.counted_alike,
    odd.held_where_it_can_be,
    odd.classes_within_seats,
    odd.no_more_than_offered,
    odd.spent_once,
    doubtful.after_the_mission,
    doubtful.reported_late,
    doubtful.over_too_soon,
    doubtful.named_otherwise,
    doubtful.held_while_shut,
    doubtful.never_opened,
    doubtful.arrived_of_dropped,
    doubtful.came_once,
    doubtful.no_more_than_passed,
    doubtful.no_less_done,
)
"""What is allowed but odd, of the records that hold."""


def contradictions(records: Records, mission: Mission) -> tuple[Fault, ...]:
    """Return what contradicts the mission or another record, sorted by place; empty for sound records.

    What records say together is looked at once all of them name what there is: of an unknown serial or site
    much else would be told.
    """
    found = {fault for check in ALL for fault in check(records, mission)}
    if not found:
        held = holding(records)
        found = {fault for check in THAT_HOLD for fault in check(held, mission)}
    return tuple(sorted(found))


def oddities(records: Records, mission: Mission) -> tuple[MissionWarning, ...]:
    """Return what of sound records is allowed but odd, sorted by place."""
    held = holding(records)
    return tuple(sorted({one for check in ODD for one in check(held, mission)}))
