"""Levers: named sets of choices, each a change to the mission, and rules that exclude combinations."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from cadre.mission.base import Basis, Frozen, Ids, Table


class Choice(Frozen):
    """One choice of a lever: values set at paths of the mission, such as `support.protection.one_per`."""

    title: str = Field("", description="What a planner would call it; the id when left out")
    short: str = Field("", description="Short form for names of options; the id when left out")
    set: dict[str, Any] = Field(default_factory=dict, description="New values by path")
    basis: Basis = Field((), description="Who proposed it")


class Lever(Frozen):
    """Something to be decided."""

    title: str = Field("", description="What is decided; the id when left out")
    choices: Table[Choice] = Field(min_length=2, description="The choices, in order")
    screened_only: bool = Field(False, description="Kept out of names of options, unless two would share one")
    basis: Basis = Field((), description="What it rests on")


Excluded = Annotated[dict[str, Ids], Field(min_length=1)]


class Rule(Frozen):
    """Combinations that make no sense: all the named choices together."""

    never: Excluded = Field(description="Choices by lever that must not stand together")
    because: str = Field(min_length=1, description="Why, in words for the brief")
