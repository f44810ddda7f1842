"""Mandate: who asks whom for what, what is excluded, when it is decided and what is left open."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from cadre.mission.base import Basis, Frozen, Id, Ids, Table
from cadre.mission.events import happens
from cadre.mission.quantity import Money

Expected = Literal["decides", "may decide", "discusses"]
"""What is expected of a meeting: no report is told as stronger than it was."""


class Decision(Frozen):
    """A meeting that decides, may decide, or only discusses."""

    by: str = Field(min_length=1, description="Who decides")
    on: dt.date = Field(description="Day of the meeting")
    about: str = Field(min_length=1, description="What is decided there")
    expected: Expected = Field(
        "decides", description="What is expected of the meeting: that it decides, may decide, or discusses"
    )
    basis: Basis = Field((), description="Where the date comes from")


class Element(Frozen):
    """One thing the mandate names."""

    title: str = Field(min_length=1, description="What is asked, in the planner's words")
    served_by: Ids = Field((), description="Courses, projects and capabilities that answer it")
    asked: dict[Id, Ids] = Field(
        default_factory=dict,
        description="Choices by lever that answer it; where left out, those that bring in what serves it",
    )
    basis: Basis = Field((), description="Statements it comes from")


class OpenQuestion(Frozen):
    """A detail that the mandate leaves open: a lever to be decided, a quantity or an event to be learnt."""

    question: str = Field(min_length=1, description="The question")
    basis: Basis = Field((), description="Statements that leave it open")
    lever: Id | None = Field(None, description="The lever that answers it")
    quantity: str | None = Field(None, description="Path of the quantity that answers it")
    event: Id | None = Field(None, description="The event of which it asks whether it happens")
    can_learn_by: dt.date | None = Field(None, description="Day by which it could be known")
    owner: str = Field("", description="Who is to find it out")
    learning_costs: Money | None = Field(None, description="What it costs to find out")

    @property
    def subject(self) -> str | None:
        """What would be learnt: the path of a quantity, or the name of whether an event happens."""
        return happens(self.event) if self.event is not None else self.quantity

    @property
    def planned_with(self) -> str | None:
        """Path of the quantity that is assumed meanwhile: of an event its chance."""
        return f"{happens(self.event)}.chance" if self.event is not None else self.quantity


class Mandate(Frozen):
    """The task as it was given."""

    asks: str = Field(min_length=1, description="What is asked, in the planner's words")
    asked_by: str = Field("", description="Who asks")
    asked_of: str = Field("", description="Who is asked")
    as_of: dt.date | None = Field(None, description="Day on which the planner stands; nothing later is known")
    basis: Basis = Field((), description="Statements")
    excludes: tuple[str, ...] = Field((), description="What the mandate rules out")
    elements: Table[Element] = Field(default_factory=dict, description="What the mandate names, one by one")
    decisions: tuple[Decision, ...] = Field((), description="Meetings, in order of date")
    open: Table[OpenQuestion] = Field(default_factory=dict, description="Details left open")
