"""What a comparison holds.

Criteria, ranges, differences, dominance, what search leaves open, regret, chances, fill risk and break-even
intake.

Types only. Ranges are medians with 80 % ranges (10th and 90th percentile over replications); half widths
are 95 % intervals of a mean that come from the number of replications.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cadre.criteria import Criterion
from cadre.reasons import Reason

Pair = frozenset[str]
"""Ids of two options."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A sample in five numbers: median, 80 % range, mean, half width of the mean's 95 % interval."""

    median: float
    low: float
    high: float
    mean: float
    half_width: float


@dataclass(frozen=True, slots=True)
class Difference:
    """Option `of` minus option `to` on common random numbers, by criterion.

    `share_better` is how often `of` is better.
    """

    of: str
    to: str
    criterion: str
    spread: Spread
    share_better: float


@dataclass(frozen=True, slots=True)
class Dominated:
    """Option that no one should choose.

    `by` is at least as good on every criterion, at the stated order of stochastic dominance.
    """

    option: str
    by: str
    order: Literal[1, 2]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Chance:
    """Chance that a target is met or a floor holds, with the 95 % half width of so many replications.

    `added`: units beyond those of doing nothing in the same futures; None for doing nothing itself.
    """

    option: str
    capability: str
    kind: Literal["target", "floor"]
    week: int
    wanted: float
    share: float
    half_width: float
    units: Spread
    added: Spread | None = None


@dataclass(frozen=True, slots=True)
class Regret:
    """Regret of an option on a criterion over replications.

    Mean, 90th percentile, greatest, share of futures within tolerance.
    """

    option: str
    criterion: str
    mean: float
    p90: float
    greatest: float
    share_within: float
    tolerance: float


@dataclass(frozen=True, slots=True)
class FillRisk:
    """Chance that less than `floor` of an option's post-weeks is filled, and the spread of that share."""

    option: str
    filled: Spread
    floor: float
    share_below: float


@dataclass(frozen=True, slots=True)
class Ending:
    """How often an event ends an option before its time, and when; `event` is empty for all events together.

    `share` of the futures with the half width of its 95 % interval (Wilson); `week`: median week of exit in
    those futures, None where there is none.
    """

    option: str
    event: str
    share: float
    half_width: float
    week: float | None


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Intake a year that holds the wanted stock of a competence against attrition, beside that planned."""

    option: str
    competence: str
    wanted: float
    needed_a_year: Spread
    planned_a_year: float


@dataclass(frozen=True, slots=True)
class Acceptance:
    """How a type of party meets an option by its stated conditions only.

    What it wants and gets, and what it will not accept and is asked to.
    """

    option: str
    party: str
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    refused: tuple[str, ...]


Verdict = Literal[
    "nearly all details", "more details", "not told", "more luck", "nearly all luck", "too rare"
]
"""What can be said of where a spread comes from; `not told` where the interval holds a half."""


@dataclass(frozen=True, slots=True)
class VarianceShares:
    """How much of the spread of a criterion comes from open details, and how much from luck.

    Parameters
    ----------
    option, criterion : str
        Ids.
    details, low, high : float
        Share of the variance that would go if every detail were known, with its 95 % interval; the rest is
        luck.
    spread, spread_left : float
        Standard deviation as it is, and as luck alone would leave it, in the unit of the criterion.
    replays : int
        Futures played again.
    told : str
        What can be said.
    """

    option: str
    criterion: str
    details: float
    low: float
    high: float
    spread: float
    spread_left: float
    replays: int
    told: Verdict


@dataclass(frozen=True, slots=True)
class WithinGaps:
    """Two options whose order search alone could turn; neither is better on anything that rests on its plan.

    Parameters
    ----------
    ahead, behind : str
        The option whose plan falls short of less of the targets, and the other.
    differ : float
        Percent points of the shortfall between the two plans.
    open : float
        Percent points between the plan of the one behind and its proved bound.
    turns : float
        Percent points by which a better plan could bring it ahead; above 0.
    """

    ahead: str
    behind: str
    differ: float
    open: float
    turns: float


@dataclass(frozen=True, slots=True)
class BestOn:
    """How sure it is which option is best on a criterion; doing nothing is left out.

    Parameters
    ----------
    criterion : str
        Id.
    order : tuple of str
        Options by their means over all futures, the best first.
    ahead : tuple of float
        Confidence that the mean of each is truly ahead of the next one's.
    jointly : float
        Least confidence that the whole order is right (Bonferroni).
    near : tuple of str
        Options whose means lie within the indifference of the first one's.
    chosen : str or None
        Option that elimination leaves: the best or within the indifference of it, with the probability; None
        where the futures played do not suffice for that.
    indifference, probability : float
        What the elimination promises, in the unit of the criterion.
    needed, played : int
        Futures that the elimination looked at, and futures played, of all options together.
    not_told_apart : tuple of str
        Options that a longer search could bring before the one chosen (where none is, the first): all the
        confidence above holds for the plans as they are.
    """

    criterion: str
    order: tuple[str, ...]
    ahead: tuple[float, ...]
    jointly: float
    near: tuple[str, ...]
    chosen: str | None
    indifference: float
    probability: float
    needed: int
    played: int
    within_gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Options compared, criterion by criterion; no single total."""

    criteria: tuple[Criterion, ...]
    spreads: dict[str, dict[str, Spread]]  # option -> criterion -> spread
    differences: tuple[Difference, ...]
    dominated: tuple[Dominated, ...]
    chances: tuple[Chance, ...]
    regrets: tuple[Regret, ...]
    fill: tuple[FillRisk, ...]
    break_even: tuple[BreakEven, ...]
    acceptance: tuple[Acceptance, ...]
    best_on: tuple[BestOn, ...]
    variance_shares: tuple[VarianceShares, ...]  # none without replays
    within_gaps: tuple[WithinGaps, ...] = ()
    endings: tuple[Ending, ...] = ()  # none without events that end a mission

    def are_distinguishable(self, one: str, other: str) -> bool:
        """Say whether two options keep their order however much longer is searched."""
        return all({one, other} != {pair.ahead, pair.behind} for pair in self.within_gaps)
