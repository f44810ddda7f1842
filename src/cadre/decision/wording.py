"""Wording: amounts and differences as a planner would say them, for reasons given with options.

Takes numbers, gives short texts. Texts of the brief stand with the brief.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from cadre.criteria import Criterion, named
from cadre.decision.types import NotToldApart

SLACK = 1e-9
"""Relative difference that is rounding, not a difference."""

_STEPS = ((1e9, " bn", 1), (1e6, " M", 1), (1e3, " k", 0))


def amount(value: float, unit: str) -> str:
    """Say an amount: `12 points` of a share, `3.5 years`, `40 posts`, and money as `EUR 12.5 M`."""
    size = abs(value)
    if unit == "share":
        return f"{_short(100 * size)} point{'' if _short(100 * size) == '1' else 's'}"
    if unit in ("years", "posts", "person-weeks"):
        return f"{_short(size)} {unit.removesuffix('s') if _short(size) == '1' else unit}"
    for step, letter, digits in _STEPS:
        if size >= step:
            return f"{unit} {size / step:,.{digits if size < 100 * step else 0}f}{letter}"
    return f"{unit} {size:,.0f}"


def _short(size: float) -> str:
    """Give one decimal below ten, where it is not zero, and none above."""
    ten = 10.0
    if size < ten and round(size, 1) == 0:
        return "under 0.1"
    return f"{size:.1f}".removesuffix(".0") if size < ten else f"{size:,.0f}"


def to_noise(value: float, error: float) -> float:
    """Round to the first digit of a standard error: 0.0637 with an error of 0.004 to 0.064."""
    if error <= 0 or not math.isfinite(error):
        return value
    return round(value, -math.floor(math.log10(error)))


def differs(one: float, other: float) -> bool:
    """Say whether two means differ by more than rounding."""
    return abs(one - other) > SLACK * max(1.0, abs(one), abs(other))


def clause(criterion: Criterion, difference: float) -> str:
    """Say a difference on a criterion: `costs EUR 12 M more`."""
    more, less = named(criterion.id).phrases
    return (more if difference > 0 else less).format(amount(difference, criterion.unit))


def worse_clauses(
    over: Sequence[Criterion], of: Mapping[str, float], to: Mapping[str, float]
) -> tuple[str, ...]:
    """Say in what `of` is worse than `to`, criterion by criterion, on means."""
    return tuple(
        clause(k, of[k.id] - to[k.id])
        for k in over
        if differs(of[k.id], to[k.id]) and (of[k.id] < to[k.id]) == (k.better == "more")
    )


def open_between(pair: NotToldApart) -> str:
    """Say how far the plans of two options that are not told apart differ, and what the search left open."""
    differ, left = (amount(points / 100, "share") for points in (pair.differ, pair.open))
    return f"their plans differ by {differ}, the search left {left} open"


def quoted(title: str) -> str:
    """Put the title of an option in quotation marks, since it holds commas of its own."""
    return f"“{title}”"


def sentence(clauses: Sequence[str]) -> str:
    """Join clauses by commas and a last `and`."""
    return " and ".join(filter(None, (", ".join(clauses[:-1]), *clauses[-1:])))


def percent(share: float) -> str:
    """Say a share or a chance: `35 %`; close to the ends `under 1 %` and `over 99 %`."""
    if 0 < share < 0.01:  # noqa: PLR2004  (one percent)
        return "under 1 %"
    if 0.99 < share < 1:  # noqa: PLR2004  (99 percent)
        return "over 99 %"
    return f"{100 * share:.0f} %"
