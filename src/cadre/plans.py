"""What is told of options one by one: as they were screened, as they are planned, warnings. Types only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cadre.forces.burden import BurdenPart
from cadre.forces.plan import ForcePlan
from cadre.mission.asked import AskedChoices
from cadre.options import Option
from cadre.programme.plan import Programme
from cadre.reasons import Reason
from cadre.reasons.attainment import NearlyNoChance
from cadre.timetable.plan import Timetable


@dataclass(frozen=True, slots=True)
class Screened:
    """An option as the fast evaluation saw it, and whether and why it was kept.

    `measures` holds `outcome`, `lasting`, `cost`, `posts`, `posts_in_country`, `years` (means of few
    replications and the relaxation).
    """

    option: str
    title: str
    choices: dict[str, str]
    measures: dict[str, float]
    kept: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class Planned:
    """The plans of one option shown: what it needs, who fills it, what offers achieve, who serves, and when.

    `forces` fills the posts of the need, the statement of requirements; `staff` those of the programme.

    `burden` is what each party brings to the posts.
    """

    option: Option
    need: Programme
    forces: ForcePlan
    programme: Programme
    staff: ForcePlan
    timetable: Timetable
    burden: tuple[BurdenPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning about the set of options shown, such as three sizes of one: about which of them, and why."""

    options: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What the mandate asks of the levers, and which option that is.

    Parameters
    ----------
    choices : tuple of AskedChoices
        Of the levers that it speaks of.
    left_open : tuple of str
        Levers of which it leaves several choices.
    option : str or None
        The option shown as what is asked; None where no option is as asked.
    why_not : tuple of Reason
        What stands against it where no option is as asked.
    """

    choices: tuple[AskedChoices, ...] = ()
    left_open: tuple[str, ...] = ()
    option: str | None = None
    why_not: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """An option that the fast evaluation had dropped, planned and played in full.

    `full` holds the means of what it was judged by over so many `replications`; `wrong` says that the fast
    evaluation had erred on it, `shown` whether it came in.
    """

    option: str
    full: dict[str, float]
    replications: int
    wrong: bool
    shown: bool


Lift = Literal["posts", "places", "half-year", "year"]
"""What is given up to reach a target, in the order in which it is tried: the ceiling; rooms, beds and opening
days; half a year, a whole year."""


@dataclass(frozen=True, slots=True)
class RolePosts:
    """Posts of a foreign role at their peak, and how many of them no offer fills, at most at a time."""

    role: str
    posts: int
    lacking: int


@dataclass(frozen=True, slots=True)
class Attained:
    """What it takes to reach one target alone, or all together, as it was planned for that.

    Parameters
    ----------
    capability : str
        Of the target; empty for all together.
    week : int
        Of the target as it stands in the mission; -1 for all together.
    wanted, as_planned, reached : float
        Units wanted; units in the option's own plan with all posts filled; units in this plan. Of all
        together: targets, and how many of them are met.
    met : bool
        Whether this plan meets it; where it does not, no more was tried.
    lifts : tuple of str
        What was given up for it, in the order tried; nothing where the option's own limits do.
    weeks_later : int
        By how much later it is reached.
    posts : int
        Foreign posts at their peak.
    roles : tuple of RolePosts
        The same by role, those left out of which there are none.
    cost : float
        Expected, to exit, in the mission's currency.
    limit : str
        What binds where it is not met, as `PlannedTarget.limit`; empty where it is met.
    """

    capability: str
    week: int
    wanted: float
    as_planned: float
    reached: float
    met: bool
    lifts: tuple[Lift, ...]
    weeks_later: int
    posts: int
    roles: tuple[RolePosts, ...]
    cost: float
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Grown:
    """An option planned again with more posts allowed, and played with every post filled.

    `more` posts than its ceiling are allowed, `posts` are used at the peak. `met` of all targets are met in
    the plan; `outcome` is the mean share of targets reached in the futures, `cost` the mean cost to exit.
    """

    more: int
    posts: int
    met: int
    outcome: float
    cost: float


@dataclass(frozen=True, slots=True)
class Stair:
    """From what is wanted of a capability by its last target to what comes of it, in units, step by step.

    `filled` is planned with all posts filled, `offered` within what is offered; `median`, `low` and `high`
    are of the futures played (80 % range), `without` is the median without the mission.
    """

    option: str
    capability: str
    week: int
    wanted: float
    filled: float
    offered: float
    median: float
    low: float
    high: float
    without: float


@dataclass(frozen=True, slots=True)
class Attainment:
    """What it would take to reach the targets.

    Parameters
    ----------
    option : str
        Whose targets were planned again: what is asked, or what reaches most where that is not shown.
    attained : tuple of Attained
        Each target in the order written, then all together.
    grown : tuple of Grown
        The option as it is, then with more posts, as long as they bring anything.
    stairs : tuple of Stair
        Of each option shown and each capability with a target.
    hopeless : tuple of NearlyNoChance
        Targets and floors of which the chance of every option shown is near nothing.
    """

    option: str
    attained: tuple[Attained, ...] = ()
    grown: tuple[Grown, ...] = ()
    stairs: tuple[Stair, ...] = ()
    hopeless: tuple[NearlyNoChance, ...] = ()
