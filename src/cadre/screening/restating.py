"""Restating: why each option is shown, by what it yields planned and played in full.

Takes the options shown, their reasons by the fast evaluation and what they yielded in full, gives the reasons
that hold there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre.criteria import COST, OUTCOME
from cadre.options import NOTHING
from cadre.reasons import Reason
from cadre.reasons.options import (
    AsAsked,
    BetterInFull,
    NearestToAsked,
    NotBeatenInFull,
    PinnedByPlanner,
)
from cadre.reasons.screening import Cheapest, ReachesMost, UnlikeOthers
from cadre.screening.always import differs_in_one
from cadre.screening.asked import Asked
from cadre.screening.distance import Evaluated, differing_levers
from cadre.screening.played import Played

STAND = (PinnedByPlanner, NotBeatenInFull, BetterInFull)
"""Reasons that the full model does not change."""


def restated(
    asked: Asked, shown: Sequence[Evaluated], reasons: Mapping[str, Reason], played: Played
) -> dict[str, Reason]:
    """Return the reasons of the options shown that hold in full; that of doing nothing stands."""
    active = [e for e in shown if e.option.id != NOTHING]
    beside = next((e for e in active if isinstance(reasons[e.option.id], AsAsked | NearestToAsked)), None)
    least = _least(asked, active, played)
    found: dict[str, Reason] = {}
    for e in active:
        key = e.option.id
        if e is beside:
            found[key] = asked.reason_of_option(e, least=e is least)
        elif e is least:
            found[key] = asked.reason_of_least(e)
        elif isinstance(reasons[key], STAND):
            found[key] = reasons[key]
        else:
            found[key] = _efficient(asked, e, active, played, beside)
    return found


def _least(asked: Asked, active: Sequence[Evaluated], played: Played) -> Evaluated | None:
    """Return the cheapest in full of those shown that answer most elements."""
    if not asked.asks or not active:
        return None
    most = max(map(asked.answered, active))
    return min(
        (e for e in active if asked.answered(e) == most), key=lambda e: played.means[e.option.id][COST]
    )


def _efficient(
    asked: Asked, e: Evaluated, active: Sequence[Evaluated], played: Played, beside: Evaluated | None
) -> Reason:
    """Return why an option is shown that is neither asked for nor the least: what it is in full."""
    means, key = played.means, e.option.id
    if beside is not None:
        changes = played.changes(key, beside.option.id)
        one = differs_in_one(asked.mission, e.option, beside.option, changes)
        if one is not None:
            return one
    cheapest = all(means[key][COST] <= means[other.option.id][COST] for other in active)
    if all(means[key][OUTCOME] >= means[other.option.id][OUTCOME] for other in active):
        return ReachesMost(cheapest=cheapest)
    if cheapest:
        return Cheapest()
    others = [other for other in active if other is not e]
    nearest = min(others, key=lambda o: len(differing_levers(asked.mission, e.option, o.option)))
    levers = differing_levers(asked.mission, e.option, nearest.option)
    return UnlikeOthers(nearest.option.id, levers)
