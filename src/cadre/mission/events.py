"""Events: what ends, delays or shrinks the mission, and on what that depends.

An event happens once or never: by a chance on a day, by a hazard in any week, or at a review that finds too
little. Rule: docs/model/simulation.md, Events.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field, model_validator

from cadre.messages import Content, FaultText, Message, fault_text, listed, message
from cadre.mission.base import Basis, Frozen, Id, Ids, refused
from cadre.mission.quantity import Share, TimesAYear, Weeks, quantity_in
from cadre.mission.units import PeopleCount

Effect = Literal["ends", "delays", "shrinks"]
Trigger = Literal["chance", "hazard", "review"]

HAPPENS = "events"
"""`events.ID` names whether an event that hangs on a chance happens, among what nobody knows yet."""

SIZE = {"ends": "notice", "delays": "weeks", "shrinks": "stays"}
"""The field that says how much of its effect an event has."""


class Event(Frozen):
    """Something that ends, delays or shrinks the mission; it happens once or never."""

    title: str = Field("", description="What happens, in a planner's words; the id when left out")
    on: dt.date | None = Field(
        None, description="Day on which it happens or not: of a chance, or of a review"
    )
    chance: Share | None = Field(None, description="Chance that it happens on that day")
    per_year: TimesAYear | None = Field(
        None, description="How often a year it happens (a hazard each week until it has), instead of a day"
    )
    units_of: Id | None = Field(None, description="Review: the capability whose units are counted that day")
    graduates_of: Ids = Field(
        (), description="Review: the courses whose graduates are counted up to that day"
    )
    fewer_than: PeopleCount | None = Field(
        None, ge=1, description="Review: it happens if fewer than so many are found"
    )
    effect: Effect = Field(
        description="What it does: `ends` the mission, `delays` its beginning or whatever has not begun, "
        "`shrinks` the foreign presence"
    )
    notice: Weeks = Field(
        quantity_in(0, "weeks"), description="Ends: weeks from the event to the first without the mission"
    )
    weeks: Weeks | None = Field(None, description="Delays: for how long nothing begins")
    stays: Share | None = Field(None, description="Shrinks: share of the foreign people who stay")
    basis: Basis = Field((), description="What it rests on")

    @property
    def trigger(self) -> Trigger:
        """What decides whether it happens."""
        if self.chance is not None:
            return "chance"
        return "hazard" if self.per_year is not None else "review"

    @model_validator(mode="after")
    def _one_trigger(self) -> Event:
        """Refuse an event that hangs on nothing or on two things, and an effect without its size."""
        found = [*self._wrong_trigger(), *self._wrong_effect()]
        if found:
            raise refused(FaultText(*(_joined(parts) for parts in zip(*found, strict=True))))
        return self

    def _wrong_trigger(self) -> Iterator[FaultText]:
        review = (self.units_of is not None, bool(self.graduates_of), self.fewer_than is not None)
        given: list[Content] = [
            *(["chance"] if self.chance is not None else []),
            *(["per_year"] if self.per_year is not None else []),
            *([message("parts.a-review")] if any(review) else []),
        ]
        one = message("parts.one-trigger")
        if not given:
            yield fault_text("parts.no-trigger", one=one)
        elif len(given) > 1:
            yield fault_text("parts.many-triggers", one=one, given=listed(given, "and"))
        elif any(review) and (review[0] == review[1] or not review[2]):
            yield fault_text("parts.review-of-nothing", one=one)
        elif self.on is None and self.per_year is None:
            yield fault_text("parts.trigger-without-day", one=one)
        elif self.on is not None and self.per_year is not None:
            yield fault_text("parts.hazard-with-day", one=one, day=self.on)

    def _wrong_effect(self) -> Iterator[FaultText]:
        sizes = message("parts.sizes-of-effects")
        for effect, name in SIZE.items():
            given = name in self.model_fields_set and getattr(self, name) is not None
            if given and effect != self.effect:
                found = message("parts.size-of-other-effect", size=name, effect=self.effect)
                yield FaultText(found, sizes, message("parts.take-size-away", size=name))
            elif not given and effect == self.effect and name != "notice":
                found = message("parts.effect-without-size", size=name, effect=effect)
                yield FaultText(found, sizes, message("parts.write-size", size=name))


def _joined(parts: Iterable[Message]) -> Message:
    """Return several messages as one, each once."""
    first, *others = dict.fromkeys(parts)
    return message("faults.several", parts=listed((first, *others), "semicolon")) if others else first


def happens(event: str) -> str:
    """Return the name under which it is told whether an event happens."""
    return f"{HAPPENS}.{event}"


def event_of(path: str) -> str | None:
    """Return the event whose happening a name tells of; None for any other path."""
    first, _, rest = path.partition(".")
    return rest if first == HAPPENS and rest and "." not in rest else None
