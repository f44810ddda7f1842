"""Learning: what a course takes and yields improves with the serials of it that were held.

Wright's rule: each doubling of the number of serials multiplies by the same ratio. Rule and published ratios:
docs/model/simulation.md, Courses learn. Plans keep what is written of a course; the simulation learns.
"""

from __future__ import annotations

from functools import partial
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from cadre.mission.base import Basis, Frozen, refusal
from cadre.mission.quantity import Share, quantity_in
from cadre.mission.units import SerialCount, number_in

PlainShare = Annotated[
    float, BeforeValidator(partial(number_in, unit="share"), json_schema_input_type=float | str)
]
"""A share from 0 to 1, known."""


class Learning(Frozen):
    """How a course improves with serials held, wherever they are held."""

    instructors: Share = Field(
        quantity_in(1, "share"),
        description="Progress ratio: each time the serials held double, so much is left of the instructors "
        "for as many trainees, where they are stated as one for so many",
    )
    fails: Share = Field(
        quantity_in(1, "share"),
        description="Progress ratio: each time the serials held double, so much is left of the share that "
        "fails",
    )
    at_least: PlainShare = Field(0.5, gt=0, le=1, description="Share of either that is left in the end")
    held_before: SerialCount = Field(
        0, ge=0, description="Serials held before the first day, for which the values written hold"
    )
    basis: Basis = Field((), description="What it rests on")

    @model_validator(mode="after")
    def _something_learnt(self) -> Learning:
        if all(ratio.is_known and ratio.mean == 1 for ratio in (self.instructors, self.fails)):
            raise refusal("parts.nothing-learnt")
        return self
