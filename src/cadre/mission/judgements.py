"""Judgements: how far ranges that rest on assumptions alone are widened when a future is drawn from them.

Takes a mission with the figures of its pack, gives the factor and the quantities it acts on. Plans, and what
is shown of a quantity, keep it as written. Rule and sources: docs/model/simulation.md, Judgements are
widened.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cadre.mission.ledger import Statement
from cadre.mission.mission import Mission
from cadre.mission.quantity import Quantity
from cadre.mission.units import UNITS

Floats = NDArray[np.float64]

HOLDS = "ranges-that-hold"
"""Figure of a pack: the share of the 80 % ranges of experts that held what came true."""
STATED = 0.8
"""Share of outcomes that a range is meant to hold, in the studies that `HOLDS` comes from."""
NOT_PLAYED = ("mandate.", "ledger.")
"""Quantities of these parts are no part of the future played."""
SAYS_NOTHING = ("assumption", "denied", "declined to comment")
"""Attributions of statements that measure nothing."""


def factor_of(holds: float) -> float:
    """Return the factor by which ranges that held a share `holds` must grow to hold 80 %; 1 at the least.

    By the normal distribution: z(0.9) / z((1 + holds) / 2).
    """
    normal = NormalDist()
    return max(1.0, normal.inv_cdf((1 + STATED) / 2) / normal.inv_cdf((1 + holds) / 2))


def widening(mission: Mission) -> float:
    """Return the factor of a mission: 1 where it is switched off or the pack states none."""
    figure = mission.figures.get(HOLDS)
    if not mission.judgements.widened or figure is None or figure.value is None:
        return 1.0
    return factor_of(figure.value)


def ranges_played(mission: Mission) -> tuple[str, ...]:
    """Return the paths of the quantities with a range that futures are drawn from, in the mission's order."""
    return tuple(
        path
        for path, quantity in mission.quantities.items()
        if not path.startswith(NOT_PLAYED) and not quantity.is_known and quantity.shape != "choices"
    )


def widened_paths(mission: Mission) -> tuple[str, ...]:
    """Return the paths of the quantities that are widened, in the mission's order; none without a factor."""
    if widening(mission) == 1:
        return ()
    return tuple(path for path in ranges_played(mission) if is_judgement(mission, path))


def is_judgement(mission: Mission, path: str) -> bool:
    """Say whether a range rests on assumptions alone, or on nothing."""
    statements = mission.ledger.statements
    return not any(_is_measured(name, statements, ()) for name in basis_at(mission, path))


def basis_at(mission: Mission, path: str) -> tuple[str, ...]:
    """Return the basis of a quantity: its own, else that of the nearest record that holds it."""
    node: Any = mission
    found = mission.quantities[path].basis
    if found:
        return found
    for key in path.split("."):
        node = _below(node, key)
        found = getattr(node, "basis", ()) or found
    return found


def _below(node: Any, key: str) -> Any:
    if isinstance(node, Mapping):
        return node[key]
    return node[int(key)] if isinstance(node, tuple) else getattr(node, key)


def _is_measured(name: str, statements: Mapping[str, Statement], above: Collection[str]) -> bool:
    """Say whether a figure of the pack or a source stands behind a name; what is derived is as its basis."""
    if name.startswith("P:"):
        return True
    statement = statements.get(name)
    if statement is None or statement.attribution in SAYS_NOTHING or name in above:
        return False
    if statement.attribution == "derived":
        return any(_is_measured(base, statements, (*above, name)) for base in statement.basis)
    return True


def stretched(values: Floats, quantity: Quantity, factor: float) -> Floats:
    """Return values drawn from a range, moved away from its median by a factor, within its unit's bounds."""
    unit, middle = UNITS[quantity.unit], float(quantity.at(0.5))
    return np.asarray(np.clip(middle + factor * (values - middle), unit.least, unit.greatest), np.float64)
