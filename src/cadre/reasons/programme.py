"""Why a programme misses a target, and why a mission has no programme at all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from cadre.reasons.base import (
    AsSaid,
    Capability,
    Competence,
    CourseId,
    Facility,
    Joined,
    People,
    Posts,
    Project,
    Reason,
    Role,
    Site,
    Skill,
    Units,
    Weeks,
    Written,
)

Limit = Literal["time", "trainees", "seats", "instructors", "ceiling", "site"]


@dataclass(frozen=True, slots=True)
class TargetMissed(Reason):
    """A target of which fewer units are reached than wanted, and why: the first reason first.

    `day` is the one that was written, or the first of the week where none was.
    """

    capability: Capability
    day: dt.date
    reached: Units
    wanted: Units
    why: Annotated[tuple[Reason, ...], Joined("each")]


@dataclass(frozen=True, slots=True)
class LimitBinds(Reason):
    """The limit whose lift gives most; `time` where none gives anything."""

    limit: Limit


@dataclass(frozen=True, slots=True)
class NothingLeadsTo(Reason):
    """Competences that a target needs and no course that is held grants."""

    competences: Annotated[tuple[Competence, ...], Joined("any")]


@dataclass(frozen=True, slots=True)
class NeverHeld(Reason):
    """A course that a target needs, of which no serial is held, and what it lacks.

    None where it could be held.
    """

    course: CourseId
    lacks: Reason | None


@dataclass(frozen=True, slots=True)
class TooFewRooms(Reason):
    """A course takes more of a facility at once than its site will ever have."""

    facility: Facility
    site: Site
    takes: AsSaid
    there: AsSaid


@dataclass(frozen=True, slots=True)
class FitsNowhere(Reason):
    """The weeks of a course fit nowhere between opening, closed weeks and end of its site."""

    site: Site
    weeks: Weeks


@dataclass(frozen=True, slots=True)
class FitsNoPeriod(Reason):
    """The weeks of a course fit into none of the periods in which it is held, between closed weeks."""

    site: Site
    weeks: Weeks
    periods: Written


@dataclass(frozen=True, slots=True)
class NobodyHasSkill(Reason):
    """No role has a skill that a course needs, and no host teaches it."""

    skill: Skill


@dataclass(frozen=True, slots=True)
class TooFewPeople(Reason):
    """The smallest class of a course needs more people of a skill on posts than are ever there at once.

    `by` is what allows no more of them: the ceiling, what those offered may not do, or how many are offered.
    """

    skill: Skill
    needed: AsSaid
    there: AsSaid
    by: Literal["ceiling", "caveats", "offers"]


@dataclass(frozen=True, slots=True)
class TooFewSupport(Reason):
    """Critical support without which nobody teaches: more posts than people offered who may stand on them."""

    role: Role
    site: Site
    needed: AsSaid
    there: AsSaid


@dataclass(frozen=True, slots=True)
class StaysClosed(Reason):
    """A site that a project opens, which has too few people to advise on it."""

    site: Site
    project: Project
    skill: Skill
    needed: AsSaid
    there: AsSaid


@dataclass(frozen=True, slots=True)
class CommandOverCeiling(Reason):
    """The command and what follows from it are more posts than the ceiling allows."""

    ceiling: Posts
    posts: Posts
    over: Posts


@dataclass(frozen=True, slots=True)
class CommandOverBeds(Reason):
    """Command and tail are more people than the headquarters has beds; `where` is the path of the beds."""

    where: Written
    beds: AsSaid
    people: People
    over: AsSaid
