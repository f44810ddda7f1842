"""Which options are shown: what is asked, the least that answers, ways beside it; what no option meets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cadre.reasons.base import Choice, Joined, LeverInside, Number, OptionId, Project, Reason, Written
from cadre.reasons.decision import Differs

All = Joined("all")


@dataclass(frozen=True, slots=True)
class AsAsked(Reason):
    """What is asked, as asked; the levers that the mandate leaves open, chosen to reach most at least cost.

    `derived` where the choices follow from what serves the elements; `least` where it is the least that
    answers them, too.
    """

    left_open: Annotated[tuple[LeverInside, ...], All]
    derived: bool
    least: bool


@dataclass(frozen=True, slots=True)
class NearestToAsked(Reason):
    """As asked there is none: this answers most elements, of those that speak of a choice.

    `least` where it is the cheapest that answers so many, too.
    """

    answered: Number
    of: Number
    least: bool


@dataclass(frozen=True, slots=True)
class LeastThatAnswers(Reason):
    """The cheapest that answers the mandate, or as many of its elements as any."""

    answered: Number
    of: Number


@dataclass(frozen=True, slots=True)
class LeastThatServes(Reason):
    """The cheapest, where no element of the mandate asks for a choice."""


@dataclass(frozen=True, slots=True)
class PinnedByPlanner(Reason):
    """The planner wants it shown."""


@dataclass(frozen=True, slots=True)
class DiffersInOne(Reason):
    """As another option but for one choice; what that changes."""

    other: OptionId
    choice: Choice
    changes: Annotated[tuple[Differs, ...], All]


@dataclass(frozen=True, slots=True)
class NotBeatenInFull(Reason):
    """The fast evaluation had dropped it; planned and played in full, none that is shown is better."""


@dataclass(frozen=True, slots=True)
class BetterInFull(Reason):
    """The fast evaluation had dropped it; planned and played in full, it is better in all than another."""

    other: OptionId


@dataclass(frozen=True, slots=True)
class WorseInFull(Reason):
    """The fast evaluation had shown it; planned and played in full, another is better in all."""

    by: OptionId
    worse: Annotated[tuple[Differs, ...], All]


@dataclass(frozen=True, slots=True)
class NoPlaceLeft(Reason):
    """In full no option shown is better; those shown are as many as stand on a page."""


@dataclass(frozen=True, slots=True)
class RuleForbids(Reason):
    """A rule of the mission excludes it; why, in the planner's words."""

    because: Written


@dataclass(frozen=True, slots=True)
class AskedTwice(Reason):
    """The elements of the mandate ask for different choices of one lever."""

    lever: LeverInside


@dataclass(frozen=True, slots=True)
class NoneChooses(Reason):
    """No option shown holds a choice that answers it; the choices that would."""

    choices: Annotated[tuple[Choice, ...], Joined("any")]


@dataclass(frozen=True, slots=True)
class NoneFinishes(Reason):
    """No option shown finishes a project before the mission ends."""

    project: Project


@dataclass(frozen=True, slots=True)
class NoneHolds(Reason):
    """No option shown holds any of the courses that serve it."""


@dataclass(frozen=True, slots=True)
class ElementUnmet(Reason):
    """What the mandate names and no option shown meets."""

    element: Written
    why: Reason


@dataclass(frozen=True, slots=True)
class NoneShownWith(Reason):
    """No option shown holds a choice; the best one that does, and why it was dropped."""

    choice: Choice
    option: OptionId
    why: Reason


@dataclass(frozen=True, slots=True)
class NoneWith(Reason):
    """No option can be carried out that holds a choice."""

    choice: Choice
    why: Reason


@dataclass(frozen=True, slots=True)
class PinCannotBeDone(Reason):
    """The planner wants an option shown that cannot be carried out."""

    option: OptionId
    why: Reason
