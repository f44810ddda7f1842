"""Single changes of a mission that were tried as cures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cadre.reasons.base import (
    AsSaid,
    CourseId,
    Facility,
    Joined,
    Number,
    People,
    Posts,
    Reason,
    Role,
    Site,
    Weeks,
    Written,
)

All = Joined("all")


@dataclass(frozen=True, slots=True)
class SetTo(Reason):
    """A path of the mission that is set to a number."""

    where: Written
    number: AsSaid


@dataclass(frozen=True, slots=True)
class SeveralSet(Reason):
    """Several paths that are set at once."""

    paths: Annotated[tuple[SetTo, ...], All]


@dataclass(frozen=True, slots=True)
class CoursesHeld(Reason):
    """Courses that are held, which the option leaves out."""

    courses: Annotated[tuple[CourseId, ...], All]


@dataclass(frozen=True, slots=True)
class CeilingRaised(Reason):
    """Another ceiling, and the one that stands in the mission."""

    ceiling: Posts
    before: Posts


@dataclass(frozen=True, slots=True)
class ThisMany(Reason):
    """So many people."""

    people: People


@dataclass(frozen=True, slots=True)
class MoreRecruits(Reason):
    """Recruits of a pool a year, and before; several where the mission states them for later years."""

    pool: Written
    a_year: Annotated[tuple[ThisMany, ...], All]
    before: Annotated[tuple[ThisMany, ...], All]


@dataclass(frozen=True, slots=True)
class MoreRooms(Reason):
    """More of a facility at a site."""

    more: Number
    facility: Facility
    site: Site


@dataclass(frozen=True, slots=True)
class OpenFromStart(Reason):
    """A site that is open from the first day."""

    site: Site


@dataclass(frozen=True, slots=True)
class MoreBeds(Reason):
    """More beds at a site."""

    more: Number
    site: Site


@dataclass(frozen=True, slots=True)
class MoreOffered(Reason):
    """More people of a role at a site at a time, and the weeks of a post that they fill in all."""

    more: People
    role: Role
    site: Site
    weeks: Weeks
