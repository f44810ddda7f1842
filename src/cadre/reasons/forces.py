"""Why posts stay open, why an offer fits none of them, and why a stint of an older plan does not stay.

Those that tell why an offer does not fit read after a number of offers, too: `2 not at the school`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from cadre.reasons.base import (
    AsSaid,
    Choice,
    Joined,
    Lever,
    Money,
    Number,
    Offer,
    People,
    Posts,
    Reason,
    Role,
    Site,
    Written,
)

Comparison = Literal["at-most", "at-least"]
Extent = Literal["years", "posts", "posts_in_country"]
"""What an option is measured by besides its cost."""


@dataclass(frozen=True, slots=True)
class ChoiceNeeded(Reason):
    """An offer counts only with one of the choices of a lever."""

    lever: Lever
    choices: Annotated[tuple[Choice, ...], Joined("any")]


@dataclass(frozen=True, slots=True)
class CostNeeded(Reason):
    """An offer counts only if the cost is small or great enough; `known` where the cost has been reckoned."""

    comparison: Comparison
    bound: Money
    known: bool


@dataclass(frozen=True, slots=True)
class ExtentNeeded(Reason):
    """An offer counts only if the option is small or great enough; `known` where that has been measured."""

    attribute: Extent
    comparison: Comparison
    bound: AsSaid
    known: bool


@dataclass(frozen=True, slots=True)
class OtherRole(Reason):
    """An offer is for another role."""

    role: Role


@dataclass(frozen=True, slots=True)
class OtherRank(Reason):
    """The rank of those offered is too far from the rank of the post."""

    given: Written
    wanted: Written


@dataclass(frozen=True, slots=True)
class LanguageMissing(Reason):
    """Those offered lack a language of the role."""

    language: Written


@dataclass(frozen=True, slots=True)
class NotAtSite(Reason):
    """Those offered do not serve at the site."""

    site: Site


@dataclass(frozen=True, slots=True)
class OnlyFrom(Reason):
    """Those offered come later."""

    day: dt.date


@dataclass(frozen=True, slots=True)
class OnlyUntil(Reason):
    """Those offered leave earlier."""

    day: dt.date


@dataclass(frozen=True, slots=True)
class NoWholeWeek(Reason):
    """Those offered are there for no whole week of the presence."""

    begins: dt.date
    ends: dt.date


@dataclass(frozen=True, slots=True)
class PartTimeElsewhen(Reason):
    """Those offered are part-time people, who are there in other weeks of the rotation."""


@dataclass(frozen=True, slots=True)
class FullUse(Reason):
    """All people of an offer that fits have a post."""


@dataclass(frozen=True, slots=True)
class PeopleLeft(Reason):
    """An offer fits and has people left: the search did not place them."""


@dataclass(frozen=True, slots=True)
class Against(Reason):
    """So many offers, and what stands against each of them."""

    offers: Number
    why: Reason


@dataclass(frozen=True, slots=True)
class OffersAgainst(Reason):
    """Posts stay open although there are offers for their role, counted by what stands against them."""

    offers: Number
    against: Annotated[tuple[Against, ...], Joined("all")]


@dataclass(frozen=True, slots=True)
class NoOffer(Reason):
    """Posts stay open since nobody is offered for their role."""


@dataclass(frozen=True, slots=True)
class NotFirm(Reason):
    """Posts fall open if only what is firm comes: these people are only indicated or pledged."""

    people: People
    offer: Offer
    state: Literal["indicated", "pledged"]


@dataclass(frozen=True, slots=True)
class NoPost(Reason):
    """A site has no post of the role of an offer."""

    role: Role


@dataclass(frozen=True, slots=True)
class OfferWithdrawn(Reason):
    """A stint ends since its offer is no longer made."""


@dataclass(frozen=True, slots=True)
class NotAskedFor(Reason):
    """A stint ends since its post is no longer asked for."""


@dataclass(frozen=True, slots=True)
class FewerOffered(Reason):
    """A stint, or some of its people, do not stay since the offer gives only so many at a time."""

    people: People


@dataclass(frozen=True, slots=True)
class FewerAskedFor(Reason):
    """A stint, or some of its people, do not stay since only so many posts are asked for."""

    posts: Posts
