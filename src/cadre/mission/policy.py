"""How a mission is played: how far it decides anew, and whether assumed ranges are widened.

Settings only; the rules are in docs/model/simulation.md and in `cadre.mission.judgements`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cadre.mission.base import Frozen

Reacts = Literal["every rotation", "never"]
"""When the mission decides anew what it teaches."""


class Policy(Frozen):
    """How the running mission departs from its plan."""

    reacts: Reacts = Field(
        "every rotation",
        description="Whether more classes are called where people, rooms and trainees are there, and planned "
        "ones called off that serve nothing any more: `every rotation`, or `never`, which holds the serials "
        "planned and no others",
    )
    beyond_targets: bool = Field(
        True,
        description="Whether a mission that reacts goes on to call classes once every target ahead is "
        "expected to be met, with the people, rooms and trainees that nobody else needs",
    )


class Judgements(Frozen):
    """How ranges that were assumed enter the futures played."""

    widened: bool = Field(
        True,
        description="Whether assumed ranges are widened where the pack states how often such ranges hold",
    )
