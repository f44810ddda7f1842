"""Tables of events: what may end, delay or shrink the mission, and whether a chance comes true.

Takes a sheet, gives the table. Rules: docs/model/simulation.md, Events.
"""

from __future__ import annotations

import numpy as np

from cadre.mission import Mission
from cadre.mission.events import Event, happens
from cadre.simulation.draws import Draws
from cadre.simulation.kernel.codes import CHANCE, DELAYS, ENDS, HAZARD, REVIEW, SHRINKS
from cadre.simulation.records import EVENT, NEVER, NOBODY, Table
from cadre.simulation.streams import slot, uniforms
from cadre.simulation.table_builder import Floats, TableBuilder, table, weekly_chance, whole

TRIGGERS = {"chance": CHANCE, "hazard": HAZARD, "review": REVIEW}
EFFECTS = {"ends": ENDS, "delays": DELAYS, "shrinks": SHRINKS}


def event_table(builder: TableBuilder) -> Table:
    """Return the events, in the order of the mission."""
    return table(EVENT, [_event(builder, key, event) for key, event in builder.mission.events.items()])


def _event(builder: TableBuilder, key: str, event: Event) -> tuple[int, ...]:
    mission, draws, path = builder.mission, builder.draws, happens(key)
    capabilities, courses = list(mission.capabilities), list(mission.courses)
    drawn = comes_true(draws, key) if event.chance is not None else 0.0
    hazard = weekly_chance(draws.of(f"{path}.per_year")) if event.per_year is not None else 0.0
    return (
        TRIGGERS[event.trigger],
        week_of_event(mission, key),
        builder.column(drawn),
        builder.column(hazard),
        EFFECTS[event.effect],
        builder.column(0.0 if is_waited_for(mission, key) else _size(draws, path, event)),
        NOBODY if event.units_of is None else capabilities.index(event.units_of),
        *builder.links(courses.index(course) for course in event.graduates_of),
        event.fewer_than or 0,
        slot(_name(key)),
    )


def _size(draws: Draws, path: str, event: Event) -> Floats:
    """Return whole weeks of notice or of delay, or the share that stays."""
    if event.effect == "shrinks":
        return draws.of(f"{path}.stays")
    return whole(draws.of(f"{path}.notice" if event.effect == "ends" else f"{path}.weeks"))


def week_of_event(mission: Mission, key: str) -> int:
    """Return the first week that begins on the day of an event or after it, 0 at the earliest.

    Of one that the mission waits for: the week in which it is known.
    """
    day = mission.events[key].on
    if is_waited_for(mission, key):
        return mission.begin_week
    return NEVER if day is None else max(0, mission.week_from(day))


def is_waited_for(mission: Mission, key: str) -> bool:
    """Say whether a mission begins only once it is known that an event does not happen."""
    question = mission.mandate.open.get(mission.waits_for or "")
    return question is not None and question.event == key


def comes_true(draws: Draws, key: str) -> Floats:
    """Say whether an event that hangs on a chance happens, 1 or 0, shape (outer,): nobody knows it yet."""
    chance = draws.of(f"{happens(key)}.chance")
    return np.asarray(uniforms(draws.seed, draws.outer, _name(key)) < chance, np.float64)


def settled_by_chance(mission: Mission) -> tuple[str, ...]:
    """Return the events that hang on a chance: whether they happen is settled, and nobody knows it yet."""
    return tuple(key for key, event in mission.events.items() if event.trigger == "chance")


def _name(key: str) -> str:
    return f"event/{key}"
