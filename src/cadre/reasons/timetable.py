"""Why a serial or an activity is dropped, late, moved or short of people: what stands against it, and when.

Weeks are given from the first to the last; the last is None where it is the first.
"""

from __future__ import annotations

from dataclasses import dataclass

from cadre.reasons.base import (
    AsSaid,
    CourseId,
    FacilityInside,
    HeldId,
    Number,
    Reason,
    Site,
    SkillInside,
    Week,
    Written,
)


@dataclass(frozen=True, slots=True)
class AsLateAs(Reason):
    """What stands against starting on time, and what against the last week in which it may start."""

    on_time: Reason
    week: Week
    late: Reason


@dataclass(frozen=True, slots=True)
class Expected(Reason):
    """It is late since people expect it in a week after the one in which it is due."""

    week: Week


@dataclass(frozen=True, slots=True)
class Pinned(Reason):
    """Somebody pinned it to a week."""

    week: Week


@dataclass(frozen=True, slots=True)
class CannotStart(Reason):
    """It cannot start in the week in which it is expected."""


@dataclass(frozen=True, slots=True)
class MakesWay(Reason):
    """It could start where it is expected, alone, and makes way for others."""

    why: Reason


@dataclass(frozen=True, slots=True)
class ServeOthers(Reason):
    """Its people and rooms serve others now."""


@dataclass(frozen=True, slots=True)
class WaitsForDropped(Reason):
    """What it comes after was dropped."""

    held: HeldId


@dataclass(frozen=True, slots=True)
class WaitsFor(Reason):
    """What it comes after is over later."""

    held: HeldId
    week: Week


@dataclass(frozen=True, slots=True)
class WaitsForUnplanned(Reason):
    """What it comes after is not planned."""


@dataclass(frozen=True, slots=True)
class SiteOpens(Reason):
    """Its site opens later."""

    site: Site
    week: Week


@dataclass(frozen=True, slots=True)
class SiteNeverOpens(Reason):
    """Its site opens in no week of the mission."""

    site: Site


@dataclass(frozen=True, slots=True)
class WeeksClosed(Reason):
    """Weeks that it would need are closed, everywhere or at its site."""

    first: Week
    last: Week | None
    site: Site | None


@dataclass(frozen=True, slots=True)
class HeldOnlyIn(Reason):
    """Its course is held in certain periods alone, and some of its weeks would lie outside of them."""

    course: CourseId
    periods: Written


@dataclass(frozen=True, slots=True)
class NotOverBy(Reason):
    """It would not be over by the week by which it must be."""

    week: Week


@dataclass(frozen=True, slots=True)
class NoRoom(Reason):
    """A facility has no room left, and how much is lacking."""

    facility: FacilityInside
    site: Site
    first: Week
    last: Week | None
    short: AsSaid


@dataclass(frozen=True, slots=True)
class Holders(Reason):
    """Where those who hold a skill are: there, of them gone before the end, and taken by others."""

    there: Number
    leave: Number
    taken: Number


@dataclass(frozen=True, slots=True)
class PeopleShort(Reason):
    """So many people of a skill are lacking; `foreign` where they must come from abroad."""

    short: Number
    foreign: bool
    skill: SkillInside
    site: Site
    first: Week
    last: Week | None
    holders: Holders | None = None


@dataclass(frozen=True, slots=True)
class NobodyThroughout(Reason):
    """Nobody teaches a serial from its first week to its last."""


@dataclass(frozen=True, slots=True)
class CannotStayToEnd(Reason):
    """A serial fits in no week of a site, since its people cannot stay to its end."""
