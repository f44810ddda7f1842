"""Rules that a timetable breaks: what stands there and should not.

`held` is a serial or an activity. Weeks `last` are those still used, others those after the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cadre.reasons.base import (
    AsSaid,
    BrokenRule,
    CourseId,
    Facility,
    HeldId,
    Joined,
    Number,
    People,
    PersonId,
    Project,
    Site,
    Skill,
    Week,
    Weeks,
    Written,
)


@dataclass(frozen=True, slots=True)
class NotListed(BrokenRule):
    """A serial that the programme asks for does not stand in the timetable."""

    held: HeldId


@dataclass(frozen=True, slots=True)
class SerialNotAskedFor(BrokenRule):
    """A serial stands in the timetable that the programme does not ask for, or twice."""

    held: HeldId


@dataclass(frozen=True, slots=True)
class OtherActivities(BrokenRule):
    """The activities are not those of the programme."""


@dataclass(frozen=True, slots=True)
class OtherPeople(BrokenRule):
    """The people are not those of the force plan and the programme."""


@dataclass(frozen=True, slots=True)
class OutsideWindow(BrokenRule):
    """It starts before its period, or too late after it."""

    held: HeldId
    week: Week


@dataclass(frozen=True, slots=True)
class StartsClosed(BrokenRule):
    """It starts in a closed week."""

    held: HeldId
    week: Week


@dataclass(frozen=True, slots=True)
class MayNotPause(BrokenRule):
    """It goes through closed weeks and may not pause."""

    held: HeldId
    week: Week


@dataclass(frozen=True, slots=True)
class OutsidePeriods(BrokenRule):
    """It touches a week outside of the periods in which its course is held."""

    held: HeldId
    week: Week
    periods: Written


@dataclass(frozen=True, slots=True)
class OtherEnd(BrokenRule):
    """It ends in another week than the calendar says."""

    held: HeldId
    week: Week | None
    calendar: Week


@dataclass(frozen=True, slots=True)
class OverLate(BrokenRule):
    """It is over after the last week in which it may be."""

    held: HeldId
    week: Week
    last: Week


@dataclass(frozen=True, slots=True)
class DroppedHolds(BrokenRule):
    """It was dropped, and yet it has an end or seats."""

    held: HeldId


@dataclass(frozen=True, slots=True)
class NoReason(BrokenRule):
    """It is dropped, late or short of people, and says no reason."""

    held: HeldId


@dataclass(frozen=True, slots=True)
class BeforeSite(BrokenRule):
    """It starts before its site opens."""

    held: HeldId
    week: Week
    site: Site


@dataclass(frozen=True, slots=True)
class BeforeProject(BrokenRule):
    """It starts before the project that opens its site is finished."""

    held: HeldId
    week: Week
    project: Project
    site: Site


@dataclass(frozen=True, slots=True)
class BeforeTrainees(BrokenRule):
    """It starts before those are over whose graduates it takes."""

    held: HeldId
    week: Week
    before: HeldId


@dataclass(frozen=True, slots=True)
class BeforeUnderWay(BrokenRule):
    """It starts before the graduates of serials under way are there."""

    held: HeldId
    week: Week
    ready: Week


@dataclass(frozen=True, slots=True)
class RoomsOver(BrokenRule):
    """More of a facility is held than is there."""

    site: Site
    held: AsSaid
    facility: Facility
    week: Week
    there: AsSaid


@dataclass(frozen=True, slots=True)
class BedsOver(BrokenRule):
    """Trainees find no bed beside the posts."""

    site: Site
    trainees: People
    week: Week
    beds: AsSaid


@dataclass(frozen=True, slots=True)
class BeforePeriod(BrokenRule):
    """An activity starts before its period."""

    held: HeldId
    week: Week


@dataclass(frozen=True, slots=True)
class OtherDue(BrokenRule):
    """An activity is due in another week than the programme says."""

    held: HeldId
    week: Week


@dataclass(frozen=True, slots=True)
class OtherLength(BrokenRule):
    """An activity lasts longer or shorter than it does, or beyond exit."""

    held: HeldId
    week: Week
    ends: Week


@dataclass(frozen=True, slots=True)
class BeforeFinished(BrokenRule):
    """An activity starts before what it comes after is finished."""

    held: HeldId
    week: Week
    before: HeldId


@dataclass(frozen=True, slots=True)
class NobodyWhoComes(BrokenRule):
    """A seat is held by nobody who comes."""

    held: HeldId
    person: PersonId


@dataclass(frozen=True, slots=True)
class SkillMissing(BrokenRule):
    """Somebody sits where a skill is needed that they do not hold."""

    held: HeldId
    person: PersonId
    skill: Skill


@dataclass(frozen=True, slots=True)
class OtherSite(BrokenRule):
    """Somebody sits at another site than their own."""

    held: HeldId
    person: PersonId
    own: Site
    site: Site


@dataclass(frozen=True, slots=True)
class StaysInCountry(BrokenRule):
    """A host instructor sits abroad."""

    held: HeldId
    person: PersonId


@dataclass(frozen=True, slots=True)
class SitsBeyondStay(BrokenRule):
    """Somebody sits in weeks in which they are not there."""

    held: HeldId
    person: PersonId
    first: Week
    last: Week
    arrives: Week
    leaves: Week


@dataclass(frozen=True, slots=True)
class BarredFrom(BrokenRule):
    """Somebody teaches a course that they must not teach."""

    held: HeldId
    person: PersonId
    course: CourseId


@dataclass(frozen=True, slots=True)
class AwayThen(BrokenRule):
    """Somebody teaches in a week in which their nation has holidays."""

    held: HeldId
    person: PersonId
    week: Week


@dataclass(frozen=True, slots=True)
class TwoSeats(BrokenRule):
    """Somebody sits in two seats at a time."""

    person: PersonId
    one: HeldId
    other: HeldId
    week: Week


@dataclass(frozen=True, slots=True)
class LeaveLost(BrokenRule):
    """People work so many weeks that they lose leave."""

    people: Annotated[tuple[PersonId, ...], Joined("all")]
    alone: bool
    weeks: Weeks
    leave: Weeks


@dataclass(frozen=True, slots=True)
class HandoverOfNoSeat(BrokenRule):
    """A handover belongs to no seat."""

    held: HeldId
    week: Week


@dataclass(frozen=True, slots=True)
class HandoverWithinTour(BrokenRule):
    """Somebody hands over before the tour ends."""

    held: HeldId
    person: PersonId
    week: Week


@dataclass(frozen=True, slots=True)
class SeatsOfPhase(BrokenRule):
    """A phase, counted from 1, has more or fewer seats of a skill than it needs."""

    held: HeldId
    seats: Number
    skill: Skill
    phase: Number
    needed: Number


@dataclass(frozen=True, slots=True)
class NobodyThroughoutUnsaid(BrokenRule):
    """Nobody teaches a serial throughout, and it does not say so."""

    held: HeldId


@dataclass(frozen=True, slots=True)
class TooFewForeign(BrokenRule):
    """Fewer of the people of a skill are foreign than must be."""

    held: HeldId
    foreign: Number
    people: Number
    skill: Skill
    week: Week


@dataclass(frozen=True, slots=True)
class AdvisersOf(BrokenRule):
    """An activity has more or fewer advisers than it needs."""

    held: HeldId
    advisers: Number
    needed: Number


@dataclass(frozen=True, slots=True)
class AdviserNotForeign(BrokenRule):
    """Somebody advises who is not foreign."""

    held: HeldId
    person: PersonId
