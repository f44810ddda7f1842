"""Promised: what reports say of the weeks ahead: offers that shrank or were dropped, how much an event takes.

Takes a mission, its plan and the records that hold; gives the plan's people as they are still promised, and
quantities that a report has settled. Rule: docs/model/tracking.md, Forecast.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cadre.forces.plan import ForcePlan, Stint
from cadre.mission import Mission, Quantity
from cadre.mission.events import SIZE
from cadre.mission.quantity import quantity_in
from cadre.tracking.records import OfferState, Records


def states_of_offers(records: Records) -> Mapping[str, tuple[OfferState, ...]]:
    """Return what was reported of each offer, by its day; where no people are said, those said before."""
    found: dict[str, tuple[OfferState, ...]] = {}
    for one in sorted(records.offer_states.values(), key=lambda told: (told.on, told.reported_on)):
        before = found.get(one.offer, ())
        kept = one.people if one.people is not None or not before else before[-1].people
        found[one.offer] = (*before, one.model_copy(update={"people": kept}))
    return found


def staff_promised(mission: Mission, staff: ForcePlan, records: Records) -> ForcePlan:
    """Return the people of a plan without those whom reports had taken back before they were to come.

    Of an offer that is dropped nobody comes any more, of one that is smaller no more than it still has, by
    the last report up to the day on which they were to come.
    """
    states = states_of_offers(records)
    kept: list[Stint] = []
    for stint in sorted(staff.stints, key=lambda one: (one.begins, one.ends)):
        day = mission.date_of(stint.begins)
        told = [one for one in states.get(stint.offer, ()) if one.on <= day]
        most = _most(told[-1]) if told else None
        if most is not None:
            there = sum(one.people for one in kept if one.offer == stint.offer and one.ends > stint.begins)
            stint = replace(stint, people=min(stint.people, max(0, most - there)))  # noqa: PLW2901
        if stint.people:
            kept.append(stint)
    return replace(staff, stints=tuple(sorted(kept)))


def _most(told: OfferState) -> int | None:
    """Return how many people an offer still has, a part of one as one; None where no report says."""
    if told.state == "dropped":
        return 0
    return None if told.people is None else math.ceil(told.people)


def sizes_of_events(mission: Mission, records: Records) -> Iterator[tuple[str, Quantity]]:
    """Yield what events that happened take, by the path of the quantity, where a report says how much."""
    for one in records.occurrences.values():
        event = mission.events.get(one.event or "")
        if event is None:
            continue
        told = one.stays if event.effect == "shrinks" else one.weeks
        if told is not None:
            unit = "share" if event.effect == "shrinks" else "weeks"
            yield f"events.{one.event}.{SIZE[event.effect]}", quantity_in(told, unit)
