"""Projects: institution building that is not a course, such as writing a doctrine or founding an academy."""

from __future__ import annotations

from pydantic import Field

from cadre.mission.base import Basis, Frozen, Id, Ids, Table
from cadre.mission.quantity import Money, Weeks, quantity_in
from cadre.mission.training import Tag
from cadre.mission.units import PeopleCount, Plain


class Activity(Frozen):
    """A piece of work of a project."""

    title: str = Field("", description="Name; the id when left out")
    weeks: Weeks = Field(description="Duration")
    advisers: Table[PeopleCount] = Field(
        default_factory=dict, description="People of each skill, all the time it runs"
    )
    after: Ids = Field((), description="Activities of this project that must be finished first")
    site: Id | None = Field(None, description="Where the advisers work; the headquarters when left out")
    costs: Money = Field(quantity_in(0, "money"), description="Cost besides its people")


class Effects(Frozen):
    """What a finished project changes."""

    opens: Ids = Field((), description="Sites that may open only then")
    adds: Table[Table[PeopleCount]] = Field(
        default_factory=dict, description="By site: facilities (or beds) added"
    )
    hosts_teach_alone: Ids = Field(
        (), description="Courses that hosts may then teach without foreign instructors"
    )


class Project(Frozen):
    """Activities with predecessors and an effect when all are finished."""

    title: str = Field("", description="Name; the id when left out")
    tag: Tag = Field("organise", description="Which part of security-force assistance it is")
    carried_out: bool = Field(True, description="Whether the option carries it out; levers switch it")
    activities: Table[Activity] = Field(description="The work")
    after: Ids = Field((), description="Projects that must be finished first")
    effects: Effects = Field(Effects(), description="What changes when it is finished")
    priority: Plain = Field(1.0, ge=0, description="Weight of finishing it early")
    basis: Basis = Field((), description="What it rests on")
