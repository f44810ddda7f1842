"""Why an option is shown or dropped, and what is wrong with the set of those shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cadre.reasons.base import Joined, LeverInside, Money, Number, OptionId, Points, Reason
from cadre.reasons.decision import Differs

All = Joined("all")


@dataclass(frozen=True, slots=True)
class AlwaysShown(Reason):
    """Doing nothing is shown whatever else is."""


@dataclass(frozen=True, slots=True)
class CannotBeDone(Reason):
    """Nothing can be planned; what stands against it, none where no single rule does."""

    why: Annotated[tuple[Reason, ...], Joined("each")]


@dataclass(frozen=True, slots=True)
class DominatedBy(Reason):
    """Another option is as good on every measure, and better in some."""

    by: OptionId
    worse: Annotated[tuple[Differs, ...], All]


@dataclass(frozen=True, slots=True)
class SameAs(Reason):
    """Another option, that differs in some levers, is the same in every measure."""

    other: OptionId
    levers: Annotated[tuple[LeverInside, ...], All]


@dataclass(frozen=True, slots=True)
class NearTwin(Reason):
    """Another option, that differs in one lever, is shown."""

    other: OptionId
    levers: Annotated[tuple[LeverInside, ...], All]


@dataclass(frozen=True, slots=True)
class AddsTooLittle(Reason):
    """Points of the targets that an option adds to doing nothing, and those that the best one adds."""

    added: Points
    best: Points


@dataclass(frozen=True, slots=True)
class Padded(Reason):
    """An option costs more than another and reaches and keeps no more."""

    other: OptionId
    cost: Money


@dataclass(frozen=True, slots=True)
class LessDistinct(Reason):
    """The options shown differ more; the levers in which it differs from the nearest of them."""

    other: OptionId
    levers: Annotated[tuple[LeverInside, ...], All]


@dataclass(frozen=True, slots=True)
class UnlikeOthers(Reason):
    """Shown as unlike the others; the levers in which it differs from the nearest of them."""

    other: OptionId
    levers: Annotated[tuple[LeverInside, ...], All]


@dataclass(frozen=True, slots=True)
class ReachesMost(Reason):
    """Shown as the one that reaches most of the targets, which may be the cheapest as well."""

    cheapest: bool


@dataclass(frozen=True, slots=True)
class Cheapest(Reason):
    """Shown as the cheapest that adds enough to doing nothing."""


@dataclass(frozen=True, slots=True)
class ThreeSizes(Reason):
    """Options that differ in one lever alone, with ever more or ever less effort."""

    options: Annotated[tuple[OptionId, ...], All]
    lever: LeverInside


@dataclass(frozen=True, slots=True)
class PaddedExtreme(Reason):
    """The option that asks for most costs more than another and reaches and keeps no more."""

    option: OptionId
    other: OptionId
    cost: Money


@dataclass(frozen=True, slots=True)
class NearTwins(Reason):
    """Two options nearer to each other than distinct ones are; the levers that tell them apart."""

    option: OptionId
    other: OptionId
    levers: Annotated[tuple[LeverInside, ...], All]


@dataclass(frozen=True, slots=True)
class NothingFeasible(Reason):
    """Only doing nothing is left; the commonest reasons, none where rules exclude every combination."""

    why: Annotated[tuple[Dropped, ...], Joined("each")]


@dataclass(frozen=True, slots=True)
class Dropped(Reason):
    """Why some of the options were dropped, and how many of how many."""

    why: Reason
    options: Number
    of: Number
