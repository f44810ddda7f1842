"""Why an option is dominated, when it fails, what money buys, who agrees, what learning and weights turn."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from cadre.reasons.base import (
    CriterionId,
    Detail,
    EventId,
    Joined,
    Measured,
    Money,
    OptionId,
    PartyInside,
    Points,
    Quantity,
    Reason,
    Share,
    ShortChoice,
)

All = Joined("all")
Unit = Literal[
    "points",
    "money",
    "years",
    "posts",
    "people",
    "person-weeks",
    "share",
    "share a week",
    "share a month",
    "length",
    "rate",
    "figure",
]
"""Units of figures that differ by criterion or quantity, as `cadre.words.Formats.number` knows them."""


@dataclass(frozen=True, slots=True)
class Differs(Reason):
    """By how much an option has more, or less, of a criterion than another: `costs EUR 12 M more`."""

    criterion: CriterionId
    more: bool
    by: Measured
    unit: Unit


@dataclass(frozen=True, slots=True)
class WorseThan(Reason):
    """Dominated: another option is better on average in some criteria, and worse in none."""

    by: OptionId
    worse: Annotated[tuple[Differs, ...], All]


@dataclass(frozen=True, slots=True)
class LessCertain(Reason):
    """Dominated: another option yields the same on average and is more certain in some criteria."""

    by: OptionId
    criteria: Annotated[tuple[CriterionId, ...], All]


@dataclass(frozen=True, slots=True)
class FailsRarely(Reason):
    """An option clears its bars in nearly all futures."""

    option: OptionId
    failing: Share


@dataclass(frozen=True, slots=True)
class FailsAlways(Reason):
    """An option misses its bars in nearly all futures."""

    option: OptionId
    failing: Share


@dataclass(frozen=True, slots=True)
class FailsAnyhow(Reason):
    """An option misses its bars in a share of the futures that no few conditions tell from the others."""

    option: OptionId
    failing: Share


@dataclass(frozen=True, slots=True)
class FailsUnder(Reason):
    """An option misses its bars under conditions.

    `density` is the share of the futures under them in which it fails, `coverage` the share of its failures
    that they hold, `failing` the share of all futures in which it fails.
    """

    option: OptionId
    surely: bool
    conditions: Annotated[tuple[Reason, ...], All]
    density: Share
    failing: Share
    coverage: Share


@dataclass(frozen=True, slots=True)
class ValueLies(Reason):
    """A quantity lies on one side of a value, or between two."""

    quantity: Quantity
    low: Measured | None
    high: Measured | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class DayLies(Reason):
    """A day lies after another, before one, or between two."""

    quantity: Quantity
    low: dt.date | None
    high: dt.date | None


@dataclass(frozen=True, slots=True)
class EventHappens(Reason):
    """An event happens, or does not."""

    event: EventId
    happens: bool


@dataclass(frozen=True, slots=True)
class Gain(Reason):
    """Points of a criterion, and what one of them costs where that can be told."""

    criterion: CriterionId
    by: Points
    a_point: Money | None


@dataclass(frozen=True, slots=True)
class MoneyBuys(Reason):
    """What a dearer option yields over a cheaper one, for how much more."""

    cheaper: OptionId
    dearer: OptionId
    cost: Money
    more: Annotated[tuple[Gain, ...], All]
    less: Annotated[tuple[Gain, ...], All]


@dataclass(frozen=True, slots=True)
class Moved(Reason):
    """One choice of a lever in place of another."""

    becomes: ShortChoice
    was: ShortChoice


@dataclass(frozen=True, slots=True)
class WouldBeAgreed(Reason):
    """An option with levers moved, how likely it is agreed then, and what it gives up."""

    option: OptionId
    moved: Annotated[tuple[Moved, ...], All]
    chance: Share
    loses: Annotated[tuple[Differs, ...], All]


@dataclass(frozen=True, slots=True)
class NobodyObjects(Reason):
    """No party has stated anything for which it would break silence; how likely enough posts are filled."""

    option: OptionId
    floor: Share
    filled: Share


@dataclass(frozen=True, slots=True)
class SilenceHolds(Reason):
    """How likely nobody breaks silence, who most often does, and how likely enough posts are filled then.

    `filled` is None where silence is broken in every future.
    """

    option: OptionId
    chance: Share
    broken_by: Annotated[tuple[PartyInside, ...], All]
    floor: Share
    filled: Share | None


@dataclass(frozen=True, slots=True)
class ValueTurns(Reason):
    """From a value of a quantity on one option leads, below it another."""

    quantity: Quantity
    at: Measured
    unit: Unit
    above: OptionId
    below: OptionId


@dataclass(frozen=True, slots=True)
class DayTurns(Reason):
    """From a day on one option leads, before it another."""

    quantity: Quantity
    at: dt.date
    above: OptionId
    below: OptionId


@dataclass(frozen=True, slots=True)
class WeightTurns(Reason):
    """From a weight of a criterion on one option leads, below it another."""

    criterion: CriterionId
    at: Share
    above: OptionId
    below: OptionId


@dataclass(frozen=True, slots=True)
class NotWorthLearning(Reason):
    """Knowing a detail changes no choice."""

    detail: Detail


@dataclass(frozen=True, slots=True)
class WorthLearning(Reason):
    """What knowing a detail changes, what finding out costs, by when, and whether that is too late."""

    detail: Detail
    changes: Annotated[tuple[Reason, ...], Joined("each")]
    price: Money | None
    known_by: dt.date | None
    late: bool


@dataclass(frozen=True, slots=True)
class ChoiceChanges(Reason):
    """In how many futures another option would be chosen, and what that gains and gives up on average."""

    futures: Share
    gains: Annotated[tuple[Reason, ...], All]


@dataclass(frozen=True, slots=True)
class ValueGained(Reason):
    """Points of value gained, where nothing else of a gain can be told."""

    by: Points


@dataclass(frozen=True, slots=True)
class Turned(Reason):
    """By how much a criterion rises or falls where another option is chosen."""

    criterion: CriterionId
    more: bool
    by: Measured
    unit: Unit


@dataclass(frozen=True, slots=True)
class AgreedRises(Reason):
    """By how much the chance of an option that is good and agreed rises."""

    by: Points
