"""Events: their days lie within the mission, and only what hangs on a chance can be learnt beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.errors import Fault, Place
from cadre.mission.checks.frame import longest_horizon
from cadre.mission.mission import Mission


def in_time(mission: Mission) -> Iterator[Fault]:
    """An event happens before exit; a review has something to count."""
    starts, exit_day = mission.mission.starts, mission.date_of(longest_horizon(mission))
    for key, event in mission.events.items():
        place = Place(path=("events", key, "on"))
        if event.on is not None and event.on >= exit_day:
            allowed = f"must be before the mission exits ({exit_day})"
            yield Fault(place, str(event.on), allowed, "mend the date, or leave the event out")
        if event.trigger == "review" and event.on is not None and event.on <= starts:
            allowed = f"must be after the mission starts ({starts}), else there is nothing to count"
            yield Fault(place, f"a review on {event.on}", allowed, "mend the date, or state a chance")


def learnt_only_of_chances(mission: Mission) -> Iterator[Fault]:
    """A question asks for one thing; of events for those that a chance decides, which is settled before."""
    for key, question in mission.mandate.open.items():
        event = mission.events.get(question.event or "")
        if event is not None and event.trigger != "chance":
            allowed = "must be an event with a chance: a hazard or a review is settled only as time passes"
            cure = "ask for the quantity per_year, or state a chance"
            yield Fault(Place(path=("mandate", "open", key, "event")), str(question.event), allowed, cure)
        if question.event is not None and question.quantity is not None:
            found, allowed = "an event and a quantity", "a question is about one thing"
            yield Fault(Place(path=("mandate", "open", key)), found, allowed, "leave one of them out")


def waits_for_an_end(mission: Mission) -> Iterator[Fault]:
    """What a mission waits for is known one day, before its exit, and could end it."""
    named: list[tuple[tuple[str, ...], str | None]] = [(("waits_for",), mission.waits_for)]
    for lever, of in mission.levers.items():
        named += [(("levers", lever, "choices", key, "after"), c.after) for key, c in of.choices.items()]
    for path, detail in named:
        question = mission.mandate.open.get(detail or "")
        if question is None:
            continue
        event = mission.events.get(question.event or "")
        if event is None or event.effect != "ends" or event.trigger != "chance":
            allowed = "must be an open question with an event that ends the mission by a chance"
            yield Fault(Place(path=path), str(detail), allowed, "name its event, or decide now")
        elif question.can_learn_by is None or question.can_learn_by >= mission.date_of(mission.exit_week):
            allowed = f"must be known before the mission exits ({mission.date_of(mission.exit_week)})"
            yield Fault(
                Place(path=path), f"{detail}, known by no such day", allowed, "write its can_learn_by"
            )
