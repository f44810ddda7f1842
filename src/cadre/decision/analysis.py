"""What an analysis holds, beyond the comparison criterion by criterion.

Weights and bars, what to find out first, when an option fails, who would agree, and what the ranking hangs
on. Types only; formulas and sources stand in docs/model/decision.md. Shares and chances are from 0 to 1. A
*future* is a replication; *value* is the weighted value of an option, from 0 (at the worst anchor of every
criterion) to 1 (at the best of every one).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from cadre.decision.agreement.types import Agreement, PartyStance
from cadre.reasons import Reason
from cadre.statistics.smaa import Acceptability
from cadre.statistics.smoothing import Kind
from cadre.statistics.value_of_information import Estimate


@dataclass(frozen=True, slots=True)
class Weighing:
    """How criteria count against each other.

    `kind` says what is known of the weights: `stated` (one set), `order` (any weights that keep an order) or
    `any` (all weights). `weights` is the mean of the weights that are possible and adds up to 1. `worst` and
    `best` are the values of each criterion that count 0 and 1.
    """

    kind: Literal["stated", "order", "any"]
    weights: dict[str, float]
    worst: dict[str, float]
    best: dict[str, float]


@dataclass(frozen=True, slots=True)
class FrontierStep:
    """What money buys between two neighbours on the efficient frontier of cost against targets and floors.

    `cost`, `targets`, `floors` are means of the dearer option less the cheaper one; `a_point` is the cost of
    one percent point of the targets, None where these futures tell no gain in them.
    """

    cheaper: str
    dearer: str
    cost: float
    targets: float
    floors: float
    a_point: float | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class RequiredValue:
    """What an option must reach on a criterion to be called good, as the mission states it."""

    criterion: str
    better: Literal["more", "less"]
    at: float


@dataclass(frozen=True, slots=True)
class Good:
    """Share of futures in which an option clears every bar (satisficing), with its 95 % half width."""

    option: str
    share: float
    half_width: float


@dataclass(frozen=True, slots=True)
class Information:
    """What it is worth to learn an open detail, or a group of them, before deciding.

    Parameters
    ----------
    detail : str
        Id under `mandate.open`; `quantity:PATH` where no question is written for it, `group:NAME` for a
        group, `party:NAME` for sounding out a party, `all` for everything (EVPI), `priorities` for the
        weights.
    paths : tuple of str
        Quantities that it is about.
    kind : str
        `continuous`, `categories`, `group`, `everything`, `priorities`.
    changes : Estimate
        Share of futures in which another option would be chosen, a mean over the weights.
    targets, floors, cost : Estimate
        By how much targets, floors and cost of the option chosen rise by knowing it, a mean over all futures.
    value, value_error, value_floor : float
        Gain in expected value, its standard error, and the most that a detail without any effect showed in 19
        permutations of the futures. At or below the floor it is noise.
    money : float or None
        The gain as money, by the weight and range of the cost; None where cost has no weight.
    agreed, agreed_floor : float
        The same in the second currency: gain in the chance of an option that is good and agreed; 0 where no
        bar is stated.
    matters : bool
        Whether the gain lies above its floor in one of the two currencies.
    price : tuple of float or None
        Least, mean and greatest price of learning it, in the mission's currency; None where not written.
    can_learn_by, last_useful : date or None
        When it could be known; and the last meeting that decides, after which it changes no decision.
    in_time : bool or None
        Whether it can be learnt by then; None where a date is missing.
    reason : Reason
        The same in one sentence.
    """

    detail: str
    paths: tuple[str, ...]
    kind: Kind
    changes: Estimate
    targets: Estimate
    floors: Estimate
    cost: Estimate
    value: float
    value_error: float
    value_floor: float
    money: float | None
    agreed: float
    agreed_floor: float
    matters: bool
    price: tuple[float, float, float] | None
    can_learn_by: dt.date | None
    last_useful: dt.date | None
    in_time: bool | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class BoxLimit:
    """One side of a box: `low <= quantity <= high`, None where open.

    `quasi_p` is the chance of a density as high without this limit (Bryant and Lempert 2010).
    """

    path: str
    unit: str
    low: float | None
    high: float | None
    quasi_p: float


@dataclass(frozen=True, slots=True)
class FailsWhen:
    """When an option fails to clear its bars: a box found by PRIM, and why in one sentence.

    `failing` is the share of futures in which it fails, `coverage` the share of those inside the box,
    `density` the share of the box that fails, `mass` the share of all futures in the box. Without limits no
    box was found that tells more than `failing` does.
    """

    option: str
    failing: float
    limits: tuple[BoxLimit, ...]
    coverage: float
    density: float
    mass: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Swing:
    """One bar of a tornado: what a criterion of an option is, on average, at either end of a quantity.

    `at_low` and `at_high` are the means where the quantity lies in its lowest and highest tenth; `index` is
    the first-order index, the share of the variance that it explains.
    """

    option: str
    criterion: str
    path: str
    at_low: float
    at_high: float
    index: float


@dataclass(frozen=True, slots=True)
class Switch:
    """Where the ranking flips.

    `kind` is `detail` (a quantity reaches `at`) or `weight` (the weight of a criterion does); `below` and
    `above` are the options that lead on either side. `now` is the median of the quantity, or the weight.
    """

    kind: Literal["detail", "weight"]
    path: str
    unit: str
    at: float
    now: float
    below: str
    above: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class DecisionAnalysis:
    """Everything judged about the options shown.

    Without a bar stated `bars`, `good` and `fails_when` are empty: nothing is called good or failed.
    `information` and `groups` stand by what they are worth, the most first; `perfect` is EVPI, `priorities`
    what it is worth to know the weights, None where they are stated. `leading` is the option of greatest mean
    value at the mean weights: a place to begin a discussion, not its result.
    """

    weighing: Weighing
    frontier: tuple[FrontierStep, ...]
    bars: tuple[RequiredValue, ...]
    good: tuple[Good, ...]
    acceptability: tuple[Acceptability, ...]
    leading: str
    perfect: Information
    priorities: Information | None
    information: tuple[Information, ...]
    groups: tuple[Information, ...]
    fails_when: tuple[FailsWhen, ...]
    stances: tuple[PartyStance, ...]
    agreement: tuple[Agreement, ...]
    swings: tuple[Swing, ...]
    switches: tuple[Switch, ...]

    @property
    def learnt(self) -> tuple[Information, ...]:
        """Everything that could be learnt: all of it, the priorities, groups, and detail by detail."""
        known = () if self.priorities is None else (self.priorities,)
        return (self.perfect, *known, *self.groups, *self.information)
