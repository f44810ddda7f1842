"""Unmet: elements of the mandate that no option shown meets, by its choices and by its plan.

Takes a mission and the plans of the options shown, gives reasons, in the order in which elements are written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre.mission import Mission
from cadre.mission.asked import answers, answers_element
from cadre.mission.mandate import Element
from cadre.options import NOTHING
from cadre.plans import Planned
from cadre.reasons import Reason
from cadre.reasons.options import ElementUnmet, NoneChooses, NoneFinishes, NoneHolds


def unmet(mission: Mission, shown: Sequence[Planned]) -> tuple[Reason, ...]:
    """Return each element that no option shown meets, and why.

    An element is met by an option whose choices answer it and whose plan ends each project that serves it
    before the mission does and holds a course that serves it. One that nothing serves and that asks for no
    choice is not judged.

    Parameters
    ----------
    mission : Mission
        The mission as read.
    shown : sequence of Planned
        The options shown; doing nothing meets no element.
    """
    active, by_element = [p for p in shown if p.option.id != NOTHING], answers(mission)
    found = (
        (element, _why(mission, element, by_element[key], active))
        for key, element in mission.mandate.elements.items()
    )
    return tuple(ElementUnmet(element.title, why) for element, why in found if why is not None)


def _why(
    mission: Mission, element: Element, asked: Mapping[str, frozenset[str]], active: Sequence[Planned]
) -> Reason | None:
    """Return why no option meets an element, None where one does."""
    choosing = [p for p in active if answers_element(p.option.choices, asked)]
    if asked and not choosing:
        lever, of = next(
            ((k, of) for k, of in asked.items() if not any(p.option.choices[k] in of for p in active)),
            next(iter(asked.items())),
        )
        return NoneChooses(tuple(f"{lever}.{c}" for c in mission.levers[lever].choices if c in of))
    whys = [_not_delivered(mission, element, planned) for planned in choosing]
    return whys[0] if whys and all(whys) else None


def _not_delivered(mission: Mission, element: Element, planned: Planned) -> Reason | None:
    """Return what of an element a plan does not deliver, None where it delivers it."""
    for thing in element.served_by:
        if thing in mission.projects and not _finished(planned, thing):
            return NoneFinishes(thing)
    courses = {thing for thing in element.served_by if thing in mission.courses}
    held = {batch.course for batch in planned.programme.serials if batch.serials}
    return NoneHolds() if courses and not courses & held else None


def _finished(planned: Planned, project: str) -> bool:
    ends = [slot.ends for slot in planned.timetable.activities if slot.project == project]
    return bool(ends) and all(end is not None for end in ends)
