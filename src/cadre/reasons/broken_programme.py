"""Rules that a programme breaks: what stands in it and should not, or lacks.

Ids stand as they are written in the mission: whoever mends Cadre looks for them there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cadre.reasons.base import AsSaid, BrokenRule, Number, Reason, Week, Written


@dataclass(frozen=True, slots=True)
class UnknownCourse(BrokenRule):
    """A batch is of a course that the mission does not have, or does not hold at this site."""

    course: Written
    site: Written


@dataclass(frozen=True, slots=True)
class UnknownWeek(BrokenRule):
    """A batch begins before the mission or after the look beyond exit."""

    course: Written
    site: Written
    week: Week


@dataclass(frozen=True, slots=True)
class UnknownPost(BrokenRule):
    """Posts are of a role or at a site that the mission does not have."""

    role: Written
    site: Written


@dataclass(frozen=True, slots=True)
class UnknownRotation(BrokenRule):
    """Posts stand in a rotation before the mission or after exit."""

    role: Written
    site: Written
    rotation: Number


@dataclass(frozen=True, slots=True)
class UnknownActivity(BrokenRule):
    """An activity begins that the mission does not have."""

    project: Written
    activity: Written


@dataclass(frozen=True, slots=True)
class BatchBroken(BrokenRule):
    """A batch of serials breaks a rule."""

    course: Written
    site: Written
    week: Week
    rule: Reason


@dataclass(frozen=True, slots=True)
class NotHeld(BrokenRule):
    """The course is not held."""


@dataclass(frozen=True, slots=True)
class CannotBegin(BrokenRule):
    """No serial of the course can begin in that week."""


@dataclass(frozen=True, slots=True)
class EndsTooLate(BrokenRule):
    """A serial ends after the look beyond exit."""

    week: Week


@dataclass(frozen=True, slots=True)
class SoManySerials(BrokenRule):
    """Serials are a whole number, and at least one."""

    serials: AsSaid


@dataclass(frozen=True, slots=True)
class ClassSize(BrokenRule):
    """Classes are smaller or larger than the course allows."""

    seats: Number
    least: Number
    most: Number


@dataclass(frozen=True, slots=True)
class Trainees(BrokenRule):
    """Trainees do not fill the classes, or do not fit into them."""

    trainees: AsSaid
    serials: Number
    least: Number
    most: Number


@dataclass(frozen=True, slots=True)
class NotFinished(BrokenRule):
    """A project, or an activity, that must come first is not finished."""

    what: Written


@dataclass(frozen=True, slots=True)
class PoolShort(BrokenRule):
    """More trainees are taken from a pool than were in it when the week began."""

    pool: Written
    week: Week
    taken: AsSaid
    there: AsSaid


@dataclass(frozen=True, slots=True)
class SeriesMissing(BrokenRule):
    """Numbers by week of a competence or a skill are missing, or the mission does not have it."""

    of: Literal["holders", "hosts"]
    key: Written


@dataclass(frozen=True, slots=True)
class SeriesWrong(BrokenRule):
    """Numbers by week of a competence or a skill do not follow from the serials."""

    of: Literal["holders", "hosts"]
    key: Written


@dataclass(frozen=True, slots=True)
class UnitsNegative(BrokenRule):
    """There are fewer than no units of a capability."""

    capability: Written


@dataclass(frozen=True, slots=True)
class UnitsOverdrawn(BrokenRule):
    """Units are made of more people than hold a competence."""

    competence: Written
    week: Week
    people: AsSaid
    holders: AsSaid


@dataclass(frozen=True, slots=True)
class NotReached(BrokenRule):
    """A target tells more or fewer units than are reached."""

    capability: Written
    week: Week
    units: AsSaid


@dataclass(frozen=True, slots=True)
class RoomsShort(BrokenRule):
    """More room-weeks are used in a period than a site has."""

    facility: Written
    site: Written
    period: Number
    used: AsSaid
    there: AsSaid


@dataclass(frozen=True, slots=True)
class BedsShort(BrokenRule):
    """More people are at a site in a period than it has beds."""

    site: Written
    period: Number
    people: AsSaid
    beds: Number


@dataclass(frozen=True, slots=True)
class BegunTwice(BrokenRule):
    """An activity begins twice."""


@dataclass(frozen=True, slots=True)
class ActivityBroken(BrokenRule):
    """An activity breaks a rule."""

    project: Written
    activity: Written
    period: Number
    rule: Reason


@dataclass(frozen=True, slots=True)
class NotCarriedOut(BrokenRule):
    """The project is not carried out."""


@dataclass(frozen=True, slots=True)
class BeyondExit(BrokenRule):
    """An activity is not finished by exit."""


@dataclass(frozen=True, slots=True)
class TeachersShort(BrokenRule):
    """Person-weeks of instructors lack in a rotation; after exit where there is none."""

    rotation: Number | None
    weeks: AsSaid


@dataclass(frozen=True, slots=True)
class AdvisersShort(BrokenRule):
    """Person-weeks of advisers lack in a period."""

    period: Number
    weeks: AsSaid


@dataclass(frozen=True, slots=True)
class CommandWrong(BrokenRule):
    """Posts of the command are not as many as should stand."""

    role: Written
    site: Written
    rotation: Number
    posts: Number
    wanted: Number


@dataclass(frozen=True, slots=True)
class SupportMisplaced(BrokenRule):
    """Posts stand for a support rule that has none of the role, or none at the site."""

    support: Written
    role: Written
    site: Written
    rotation: Number
    posts: Number


@dataclass(frozen=True, slots=True)
class SupportShort(BrokenRule):
    """Fewer posts stand than a support rule wants."""

    support: Written
    site: Written
    rotation: Number
    posts: Number
    wanted: Number


@dataclass(frozen=True, slots=True)
class OverCeiling(BrokenRule):
    """More foreign posts stand in a rotation than the ceiling allows."""

    rotation: Number
    posts: Number
    ceiling: Number


@dataclass(frozen=True, slots=True)
class NotFilled(BrokenRule):
    """Posts stand that nobody who is sent fills."""

    role: Written
    site: Written
    rotation: Number
    posts: Number
    people: AsSaid


@dataclass(frozen=True, slots=True)
class Crowded(BrokenRule):
    """More people of offers are at a site in a week than posts stand there."""

    role: Written
    site: Written
    week: Week
    people: Number
    posts: Number


@dataclass(frozen=True, slots=True)
class NotServing(BrokenRule):
    """People of an offer are sent to a site at which they do not serve."""

    offer: Written
    site: Written


@dataclass(frozen=True, slots=True)
class Overdrawn(BrokenRule):
    """More people are sent in a rotation than an offer has."""

    offer: Written
    rotation: Number
    people: AsSaid
    offered: Number
