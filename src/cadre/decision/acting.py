"""Acting: which quantities can move which criterion at all, by what they are.

Takes the unit and path of a quantity and a criterion, says whether one enters the other. What cannot act is
never told as a cause, however the futures fell (docs/model/decision.md, "Sensitivity").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from cadre import criteria
from cadre.criteria import MONEY
from cadre.mission import Mission

OF_THE_BODY = ("parties.", "positions.")
"""Quantities of those who decide: they act on agreement, which no criterion holds."""
T = TypeVar("T")


def can_act(path: str, unit: str, criterion: str) -> bool:
    """Say whether a quantity enters a criterion.

    None enters what the option fixes. Money moves amounts of money alone: nothing is held or left out in a
    future for what it costs.
    """
    entry = criteria.named(criterion)
    if not entry.scalar or path.startswith(OF_THE_BODY):
        return False
    return unit != MONEY or entry.unit == MONEY


def acting(mission: Mission, draws: Mapping[str, T], over: Iterable[str]) -> dict[str, T]:
    """Return the draws of the quantities of a mission that can act on one of some criteria."""
    ids, quantities = tuple(over), mission.quantities
    return {
        path: x
        for path, x in draws.items()
        if path not in quantities or any(can_act(path, quantities[path].unit, k) for k in ids)
    }
