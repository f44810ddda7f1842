"""Small bodies of parties for tests of agreement by silence."""

from __future__ import annotations

from typing import Any

import numpy as np

from cadre.decision.agreement.answers import Proposal
from cadre.decision.positions import PositionDraws, latent
from cadre.mission import Mission
from tests.decision.made import DOCUMENT

N = 10_000
NOTHING = Proposal("nothing", {}, {"years": 0.0, "posts": 0.0, "posts_in_country": 0.0, "cost": 0.0})


def mission_with(positions: list[dict[str, Any]], parties: dict[str, Any]) -> Mission:
    return Mission.model_validate(DOCUMENT | {"parties": parties, "positions": positions})


def body(
    positions: list[dict[str, Any]],
    parties: dict[str, Any] | None = None,
    *,
    together: float | None = 0.0,
    n: int = N,
) -> PositionDraws:
    """Draw a body; parties are those who speak, one of each, unless given."""
    named = parties or {p["party"]: {} for p in positions}
    return latent(mission_with(positions, named), {}, (1, n)).insisting(together)


def refuses(party: str, condition: str, strength: float = 1.0, opts_out: str = "no") -> dict[str, Any]:
    return {
        "party": party,
        "stance": "will not accept",
        "condition": condition,
        "strength": strength,
        "opts_out": opts_out,
    }


def wants(party: str, condition: str, strength: float = 1.0) -> dict[str, Any]:
    return {"party": party, "stance": "wants", "condition": condition, "strength": strength}


def proposal(**measured: float) -> Proposal:
    every = {"years": 2.0, "posts": 10.0, "posts_in_country": 10.0, "cost": 100.0} | measured
    return Proposal("option", {"size": "small"}, every)


def error(share: float, n: int = N) -> float:
    """Four standard errors of a share."""
    return 4 * float(np.sqrt(share * (1 - share) / n))
