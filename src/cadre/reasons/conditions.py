"""What parties want, or will not accept, of an option."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from cadre.reasons.base import Joined, Measured, Reason, Written

Comparison = Literal["at-most", "at-least"]
Unit = Literal["money", "years", "posts", "as said"]


@dataclass(frozen=True, slots=True)
class Bounded(Reason):
    """A measured attribute of the option is at most, or at least, so much."""

    attribute: str
    comparison: Comparison
    bound: Measured
    unit: Unit


@dataclass(frozen=True, slots=True)
class Chosen(Reason):
    """A lever stands at one of some choices."""

    lever: Written
    choices: Annotated[tuple[Written, ...], Joined("any")]
