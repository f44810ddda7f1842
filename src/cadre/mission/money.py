"""Money: who pays for what. The costs themselves stand beside what they are the cost of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cadre.mission.base import Frozen

Payer = Literal["nations", "common fund", "trust fund", "host"]
PAYERS: tuple[Payer, ...] = ("nations", "common fund", "trust fund", "host")


class Money(Frozen):
    """Payer of each kind of cost."""

    posts: Payer = Field("nations", description="Foreign posts")
    local_posts: Payer = Field("common fund", description="Posts hired in the host country")
    courses: Payer = Field("trust fund", description="Serials and trainees' seats")
    sites: Payer = Field("common fund", description="Opening and running sites")
    projects: Payer = Field("trust fund", description="Activities of projects")
    command: Payer = Field("common fund", description="The command besides its people")
