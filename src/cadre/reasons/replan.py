"""What people expected, what is so now, and why: the moves of a re-plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cadre.reasons.base import (
    CourseId,
    HeldId,
    Joined,
    LineId,
    Number,
    Offer,
    People,
    PersonId,
    Reason,
    Week,
)


@dataclass(frozen=True, slots=True)
class SerialDropped(Reason):
    """A serial or an activity that stands in no week."""


@dataclass(frozen=True, slots=True)
class InWeek(Reason):
    """A serial or an activity that begins in a week."""

    week: Week


@dataclass(frozen=True, slots=True)
class NoLongerPlanned(Reason):
    """A serial or an activity that the plan no longer knows."""


@dataclass(frozen=True, slots=True)
class Crew(Reason):
    """People on a serial or an activity."""

    people: Annotated[tuple[PersonId, ...], Joined("all")]


@dataclass(frozen=True, slots=True)
class CrewBeside(Reason):
    """People on a serial or an activity beside those who were there."""

    people: Annotated[tuple[PersonId, ...], Joined("all")]


@dataclass(frozen=True, slots=True)
class AsItWas(Reason):
    """A crew that nobody left."""


@dataclass(frozen=True, slots=True)
class Nobody(Reason):
    """Nobody comes for those who left a crew."""


@dataclass(frozen=True, slots=True)
class OnLine(Reason):
    """So many people on a line of the statement of requirements, from the first week to the last.

    The last is None where it is the first.
    """

    people: People
    line: LineId
    first: Week
    last: Week | None


@dataclass(frozen=True, slots=True)
class NotOnLine(Reason):
    """People who are not on a line."""


@dataclass(frozen=True, slots=True)
class NoLongerAsked(Reason):
    """The mission no longer asks for a serial or an activity."""


@dataclass(frozen=True, slots=True)
class RoomNow(Reason):
    """What was dropped is placed, since there is room now."""


@dataclass(frozen=True, slots=True)
class WeeksChanged(Reason):
    """A crew is another since the weeks or seats of what it is on have changed."""


@dataclass(frozen=True, slots=True)
class OfferEnds(Reason):
    """Somebody left a crew since the stay of their offer ended, and why it did."""

    offer: Offer
    why: Reason


@dataclass(frozen=True, slots=True)
class FewerCome(Reason):
    """Somebody left a crew since fewer people of their offer come."""

    offer: Offer


@dataclass(frozen=True, slots=True)
class OnOthers(Reason):
    """Somebody left a crew and is on others now."""

    person: PersonId
    held: Annotated[tuple[HeldId, ...], Joined("all")]


@dataclass(frozen=True, slots=True)
class IsFree(Reason):
    """Somebody left a crew and is on no other."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class FillsOpen(Reason):
    """People come to posts that were open."""


@dataclass(frozen=True, slots=True)
class TooFewTrainees(Reason):
    """A class is not called: too few of those who could take the course are left by then."""

    course: CourseId
    people: People
    least: Number


@dataclass(frozen=True, slots=True)
class OverTooLate(Reason):
    """A class is not called: the first week in which it finds rooms and people is too late to help."""

    week: Week
    until: Week
