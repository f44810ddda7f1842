"""Acceptance: how each type of party meets each option by the conditions it has stated, and by nothing else.

Takes an option's choices and measured attributes, gives `Acceptance`. No probabilities: whether a party
insists, and whether all agree, is the matter of agreement by silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre.decision.samples import Compared, foreign_posts, years
from cadre.decision.types import Acceptance, Spread
from cadre.mission import Mission


def measured_attributes(compared: Compared, cost: float) -> dict[str, float]:
    """Give the attributes that conditions speak of: posts as the option needs them, cost as simulated."""
    mission, need = compared.option.mission, compared.need
    return {
        "years": years(compared),
        "posts": float(foreign_posts(mission, need)),
        "posts_in_country": float(foreign_posts(mission, need, in_country=True)),
        "cost": cost,
    }


def acceptances(
    mission: Mission, planned: Sequence[Compared], costs: Mapping[str, Spread]
) -> tuple[Acceptance, ...]:
    """Give each party's view of each option, for parties that have stated one.

    Parameters
    ----------
    mission : Mission
        Parties and their positions.
    planned : sequence of Compared
        The options.
    costs : mapping of str to Spread
        Cost to exit by option.
    """
    return tuple(
        acceptance(mission, party, compared, measured_attributes(compared, costs[compared.option.id].median))
        for compared in planned
        for party in mission.parties
        if any(position.party == party for position in mission.positions)
    )


def acceptance(mission: Mission, party: str, compared: Compared, measured: Mapping[str, float]) -> Acceptance:
    """Give what a party wants and gets, wants and does not get, and will not accept and is asked to."""
    told: dict[tuple[str, bool], list[str]] = {}
    for position in mission.positions:
        if position.party == party:
            holds = position.condition.holds(compared.option.choices, measured)
            told.setdefault((position.stance, holds), []).append(str(position.condition))
    met, unmet = (tuple(told.get(("wants", holds), ())) for holds in (True, False))
    refused = tuple(told.get(("will not accept", True), ()))
    return Acceptance(compared.option.id, party, met, unmet, refused)
