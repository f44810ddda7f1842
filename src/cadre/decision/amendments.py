"""Amendments: which levers to move so that an option is agreed on and still does what it is for.

Takes an option and every option screened, gives the cheapest amendments: fewest levers first. Nobody's
position is changed, only the option. Formulas: docs/model/decision.md, "Agreement by silence".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from cadre import criteria
from cadre.criteria import COST, LASTING, OUTCOME
from cadre.decision.agreement.types import Amendment, LeverChange
from cadre.decision.analysis import RequiredValue
from cadre.differences import difference, differs
from cadre.reasons.decision import Moved, WouldBeAgreed

WORTH_IT = 0.05
"""An amendment must raise the chance of agreement by this much over one with fewer levers."""
ALL_IN = 0.95
"""From this chance on everybody is in, and further amendments are not looked for."""
KEPT_SHARE = 0.5
"""Where no bar is stated an amended option must reach and keep this part of what it amends: with less it
would be another option."""


class ScreenedOption(Protocol):
    """An option as the screening saw it (`cadre.plans.Screened` is one)."""

    @property
    def option(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def choices(self) -> dict[str, str]:
        """Its choices by lever."""

    @property
    def measures(self) -> dict[str, float]:
        """What it reaches, keeps, costs and needs; empty where it cannot be carried out."""


Chances = Callable[[ScreenedOption], float]
"""The chance of agreement of an option."""


def changes_between(option: ScreenedOption, other: ScreenedOption) -> tuple[LeverChange, ...]:
    """Return the levers moved from one option to another."""
    return tuple(
        LeverChange(lever, was, other.choices[lever])
        for lever, was in option.choices.items()
        if other.choices.get(lever, was) != was
    )


def kept_of(bars: Sequence[RequiredValue], option: ScreenedOption) -> dict[str, float]:
    """What an amended option must reach and keep: the stated bars, else half of what the option does."""
    kept = criteria.yields()
    if bars:
        return {b.criterion: b.at for b in bars if b.criterion in kept}
    return {k: KEPT_SHARE * option.measures.get(k, 0.0) for k in kept}


def amendments(
    option: ScreenedOption, screened: Sequence[ScreenedOption], kept: Mapping[str, float], chance_of: Chances
) -> tuple[Amendment, ...]:
    """Return the amendments of an option that raise the chance of agreement, fewest levers first.

    For each number of levers the one with the greatest chance, of equals the one that reaches most.

    Parameters
    ----------
    option : Seen
        The option to amend; one that doing nothing stands for has no levers and no amendment.
    screened : sequence of Seen
        Every option.
    kept : mapping of str to float
        Least measures of an amended option.
    chance_of : callable
        Gives the chance of agreement.
    """
    by_number: dict[int, list[ScreenedOption]] = {}
    for other in screened:
        number = len(changes_between(option, other))
        if number and other.choices and all(other.measures.get(k, -1.0) >= at for k, at in kept.items()):
            by_number.setdefault(number, []).append(other)
    found: list[Amendment] = []
    chance = chance_of(option)
    for number in sorted(by_number):
        if chance >= ALL_IN:
            break
        best = max(by_number[number], key=lambda s: (round(chance_of(s), 2), s.measures[OUTCOME]))
        if chance_of(best) >= chance + WORTH_IT:
            chance = chance_of(best)
            found.append(_amendment(option, best, chance))
    return tuple(found)


def _amendment(option: ScreenedOption, other: ScreenedOption, chance: float) -> Amendment:
    changes = changes_between(option, other)
    moved = tuple(Moved(f"{c.lever}.{c.becomes}", f"{c.lever}.{c.was}") for c in changes)
    by = {k: other.measures[k] - option.measures.get(k, 0.0) for k in (OUTCOME, LASTING, COST)}
    lost = [k for k in (OUTCOME, LASTING) if by[k] < 0] + [k for k in (COST,) if by[k] > 0]
    loses = tuple(difference(k, by[k]) for k in lost if differs(by[k], 0.0))
    why = WouldBeAgreed(option.option, moved, chance, loses)
    return Amendment(option.option, other.option, changes, chance, by[OUTCOME], by[LASTING], by[COST], why)
