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
            yield Fault.of(place, "checks.event-after-exit", day=event.on, exit=exit_day)
        if event.trigger == "review" and event.on is not None and event.on <= starts:
            yield Fault.of(place, "checks.review-before-start", day=event.on, starts=starts)


def learnt_only_of_chances(mission: Mission) -> Iterator[Fault]:
    """A question asks for one thing; of events for those that a chance decides, which is settled before."""
    for key, question in mission.mandate.open.items():
        event = mission.events.get(question.event or "")
        if event is not None and event.trigger != "chance":
            place = Place(path=("mandate", "open", key, "event"))
            yield Fault.of(place, "checks.event-without-chance", event=str(question.event))
        if question.event is not None and question.quantity is not None:
            yield Fault.of(Place(path=("mandate", "open", key)), "checks.question-of-two-things")


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
            yield Fault.of(Place(path=path), "checks.waits-for-no-end", question=str(detail))
        elif question.can_learn_by is None or question.can_learn_by >= mission.date_of(mission.exit_week):
            place, exit_day = Place(path=path), mission.date_of(mission.exit_week)
            yield Fault.of(place, "checks.waits-too-long", question=str(detail), exit=exit_day)
