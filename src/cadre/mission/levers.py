"""Levers: named sets of choices, each a change to the mission, and rules that exclude combinations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from cadre.mission.base import Basis, Frozen, Id, Ids, Table, refusal

WAITS_FOR = "waits_for"
"""Path at which a mission says what must be known before it begins."""


class Choice(Frozen):
    """One choice of a lever: values set at paths of the mission, such as `support.protection.one_per`."""

    title: str = Field("", description="What a planner would call it; the id when left out")
    short: str = Field("", description="Short form for names of options; the id when left out")
    set: dict[str, Any] = Field(default_factory=dict, description="New values by path")
    decide: Literal["now", "later"] = Field(
        "now",
        description="Later: the mission begins once the open question `after` is answered, or not at all",
    )
    after: Id | None = Field(None, description="The open question, with an event that ends the mission")
    basis: Basis = Field((), description="Who proposed it")

    @property
    def changes(self) -> dict[str, Any]:
        """All that it changes, by path."""
        return self.set if self.after is None else {**self.set, WAITS_FOR: self.after}

    @model_validator(mode="after")
    def _later_after(self) -> Choice:
        if (self.decide == "later") != (self.after is not None):
            raise refusal("parts.later-without-after" if self.after is None else "parts.after-without-later")
        return self


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

    def excludes(self, choices: Mapping[str, str]) -> bool:
        """Say whether it excludes a combination: all its levers stand at one of the choices it names."""
        return all(choices.get(lever) in banned for lever, banned in self.never.items())
