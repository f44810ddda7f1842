"""Learning: what a course takes and yields improves with the serials of it that were held.

Wright's rule: each doubling of the number of serials multiplies by the same ratio. Rule and published ratios:
docs/model/simulation.md, Courses learn. Plans keep what is written of a course; the simulation learns.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from cadre.mission.base import Basis, Frozen, refusal
from cadre.mission.ledger import Figure
from cadre.mission.quantity import Quantity, Share, quantity_in
from cadre.mission.units import SerialCount, number_in

LEARNS = "learns.instructors"
"""Path of the progress ratio of instructors, of courses that say nothing of it themselves."""
COURSES_LEARN = "courses-learn"
"""Figure of a pack: what a doubling leaves in services, as tenth, fiftieth and ninetieth percentile."""

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
    def _something_said(self) -> Learning:
        if not self.model_fields_set & {"instructors", "fails"}:
            raise refusal("parts.no-learning")
        return self


def learning_in(figures: Mapping[str, Figure]) -> Learning | None:
    """Return how courses learn by a pack: both ratios as its figure tells; None where it has none."""
    figure = figures.get(COURSES_LEARN)
    if figure is None or figure.low is None or figure.value is None or figure.high is None:
        return None
    ends = {"p10": figure.low, "p50": figure.value, "p90": figure.high, "basis": f"P:{COURSES_LEARN}"}
    ratio: Quantity = quantity_in(ends, "share")
    return Learning(instructors=ratio, fails=ratio, basis=(f"P:{COURSES_LEARN}",))
