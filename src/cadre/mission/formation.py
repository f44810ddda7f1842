"""Formation: which units are formed first, where several capabilities are made of the same people."""

from __future__ import annotations

import math
from collections.abc import Mapping

from cadre.mission.mission import Mission


def formed_first(mission: Mission) -> dict[str, tuple[int, ...]]:
    """Return the units of each capability that are formed before any further ones, at the end of each week.

    Those of its last target, the one of that week included; after exit no fewer than are to be left.

    Returns
    -------
    dict of str to tuple of int
        By capability, shape (weeks of the mission,); 0 before its first target.
    """
    return {key: tuple(_by_week(mission, key)) for key in mission.capabilities}


def _by_week(mission: Mission, key: str) -> list[int]:
    wanted, floor = mission.wanted_by_week(key), mission.capabilities[key].floor_after_exit
    levels, now = [], 0
    for week in range(mission.weeks):
        now = wanted.get(week, now)
        levels.append(max(now, floor) if week >= mission.exit_week else now)
    return levels


def whole_units(mission: Mission, holders: Mapping[str, float], week: int) -> dict[str, int]:
    """Return the whole units of each capability that can be formed of holders at the end of a week."""
    left, formed = dict(holders), dict.fromkeys(mission.capabilities, 0)
    week, first = min(max(week, 0), mission.weeks - 1), formed_first(mission)
    order = sorted(mission.capabilities, key=lambda key: -mission.capabilities[key].priority)
    for most in ({key: first[key][week] for key in order}, dict.fromkeys(order, math.inf)):
        for key in order:
            made_of = mission.capabilities[key].made_of
            units = max(0, int(min(most[key], *(left[k] // n for k, n in made_of.items()))))
            formed[key] += units
            left |= {k: left[k] - n * units for k, n in made_of.items()}
    return formed
