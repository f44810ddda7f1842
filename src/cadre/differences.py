"""By how much options differ on criteria: what is rounding, and differences as reasons.

Takes means by criterion, gives `Differs`. Stands below screening and decision, which both give such reasons.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import cast

from cadre import criteria
from cadre.criteria import SHARE, Criterion
from cadre.reasons.decision import Differs, Unit

SLACK = 1e-9
"""Relative difference that is rounding, not a difference."""
_TEN = 10.0


def differs(one: float, other: float) -> bool:
    """Return whether two means differ by more than rounding."""
    return abs(one - other) > SLACK * max(1.0, abs(one), abs(other))


def difference(criterion: str, by: float) -> Differs:
    """Return a difference on a criterion as a reason; of shares in points."""
    return Differs(criterion, by > 0, *amount(criterion, by))


def amount(criterion: str, by: float) -> tuple[float, Unit]:
    """Return the size of a difference on a criterion and its unit; of shares in points."""
    unit = criteria.named(criterion).unit
    return (points(by), "points") if unit == SHARE else (abs(by), cast("Unit", unit))


def worse(over: Sequence[Criterion], of: Mapping[str, float], to: Mapping[str, float]) -> tuple[Differs, ...]:
    """Return in what `of` is worse than `to`, criterion by criterion, on means."""
    return tuple(
        difference(k.id, of[k.id] - to[k.id])
        for k in over
        if differs(of[k.id], to[k.id]) and (of[k.id] < to[k.id]) == (k.better == "more")
    )


def points(share: float) -> float:
    """Return a share in points as people are told it: whole from ten on, else one decimal.

    What is not nothing stays more than nothing: then the first digit stands.
    """
    size = 100 * abs(share)
    if size >= _TEN:
        return float(round(size))
    return round(size, 1) or float(f"{size:.1g}")


def to_noise(value: float, error: float) -> float:
    """Round to the first digit of a standard error: 0.0637 with an error of 0.004 to 0.064."""
    if error <= 0 or not math.isfinite(error):
        return value
    return round(value, -math.floor(math.log10(error)))
