"""Acceptance: how each type of party meets each option by the conditions it has stated, and by nothing else.

Takes an option's choices and measured attributes, gives `Acceptance`. No probabilities: whether a party
insists, and whether all agree, is the matter of agreement by silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre.decision.samples import Compared, attributes
from cadre.decision.types import Acceptance, Spread
from cadre.mission import Mission


def acceptances(
    mission: Mission, planned: Sequence[Compared], costs: Mapping[str, Spread]
) -> tuple[Acceptance, ...]:
    """Return each party's view of each option, for parties that have stated one.

    Parameters
    ----------
    mission : Mission
        Parties and their positions.
    planned : sequence of Compared
        The options.
    costs : mapping of str to Spread
        Cost to exit before any overrun, by option.
    """
    speaking = {position.party for position in mission.positions}
    parties = [party for party in mission.parties if party in speaking]
    given: list[Acceptance] = []
    for compared in planned:
        measured = attributes(compared) | {"cost": costs[compared.option.id].median}
        given += [acceptance(mission, party, compared, measured) for party in parties]
    return tuple(given)


def acceptance(mission: Mission, party: str, compared: Compared, measured: Mapping[str, float]) -> Acceptance:
    """Return what a party wants and gets, wants and does not get, and will not accept and is asked to."""
    conditions: dict[tuple[str, bool], list[str]] = {}
    for position in mission.positions:
        if position.party == party:
            holds = position.condition.holds(compared.option.choices, measured)
            conditions.setdefault((position.stance, holds), []).append(str(position.condition))
    met, unmet = (tuple(conditions.get(("wants", holds), ())) for holds in (True, False))
    refused = tuple(conditions.get(("will not accept", True), ()))
    return Acceptance(compared.option.id, party, met, unmet, refused)
