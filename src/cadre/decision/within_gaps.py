"""Told apart: whether search alone could turn the order of two options.

Takes the options' plans, gives each pair whose order is open (docs/model/decision.md, "Told apart").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from cadre.decision.samples import Compared
from cadre.decision.types import WithinGaps
from cadre.solving import Result

LEAST = 0.1
"""Percent points of the shortfall: less is not told of a difference of targets, nor of one turned."""


def within_gaps(planned: Sequence[Compared]) -> tuple[WithinGaps, ...]:
    """Return the pairs of options whose order a longer search could turn, in the order shown.

    With shortfall `f` of a plan and its proved bound `b`, the best plan of an option falls short by something
    in `[b, f]`. Where `f_ahead <= f_behind`, the order can turn when `b_behind < f_ahead`, by more than
    `LEAST`. An option without a plan, or whose plan tells no result, is in no pair.
    """
    known = [(c.option.id, result) for c in planned if (result := _searched(c)) is not None]
    pairs = (
        _pair(*sorted(two, key=lambda one: one[1].objective))
        for two in combinations(known, 2)  # of equals the one shown first is ahead
    )
    return tuple(pair for pair in pairs if pair.turns > LEAST)


def _searched(compared: Compared) -> Result | None:
    result = compared.programme.result
    return result if result is not None and result.has_plan else None


def _pair(ahead: tuple[str, Result], behind: tuple[str, Result]) -> WithinGaps:
    (first, one), (second, other) = ahead, behind
    bound = max(0.0, min(other.bound, other.objective))
    return WithinGaps(
        ahead=first,
        behind=second,
        differ=other.objective - one.objective,
        open=other.objective - bound,
        turns=one.objective - bound,
    )
