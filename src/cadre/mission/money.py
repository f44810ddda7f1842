"""Money: who pays for what, and what missions cost against what was planned.

The costs themselves stand beside what they are the cost of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from cadre.mission.base import Frozen
from cadre.mission.ledger import Figure
from cadre.mission.quantity import Number, Quantity, quantity_in

Payer = Literal["nations", "common fund", "trust fund", "host"]
PAYERS: tuple[Payer, ...] = ("nations", "common fund", "trust fund", "host")


OVERRUN = "money.overrun"
"""Path of the factor between what a mission costs and what it was planned to cost."""
COST_OVERRUN = "cost-overrun"
"""Figure of a pack: that factor for comparable missions, as tenth, fiftieth and ninetieth percentile."""


class Money(Frozen):
    """Payer of each kind of cost, and the overrun."""

    posts: Payer = Field("nations", description="Foreign posts")
    local_posts: Payer = Field("common fund", description="Posts hired in the host country")
    courses: Payer = Field("trust fund", description="Serials and trainees' seats")
    sites: Payer = Field("common fund", description="Opening and running sites")
    projects: Payer = Field("trust fund", description="Activities of projects")
    command: Payer = Field("common fund", description="The command besides its people")
    overrun: Number | None = Field(
        None,
        description="Cost to exit against what its parts add up to, such as {p10: 0.9, p50: 1, p90: 1.4}; "
        "the pack's figure when left out, 1 where it has none",
    )


def overrun_of(money: Money, figures: Mapping[str, Figure]) -> Quantity:
    """Return the factor as written, else the pack's, else 1."""
    figure = figures.get(COST_OVERRUN)
    if money.overrun is not None:
        return money.overrun
    if figure is None or figure.low is None or figure.value is None or figure.high is None:
        return quantity_in(1, "number")
    ends = {"p10": figure.low, "p50": figure.value, "p90": figure.high}
    return quantity_in(ends | {"basis": f"P:{COST_OVERRUN}"}, "number")
