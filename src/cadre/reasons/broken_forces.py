"""Rules that a force plan breaks: what stands there and should not.

Weeks are given as a plan holds them: from the first to the one after the last.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cadre.reasons.base import BrokenRule, LineId, Offer, People, Posts, Reason, Role, Site, Week, Weeks


@dataclass(frozen=True, slots=True)
class TwoLines(BrokenRule):
    """Two lines have the same id."""


@dataclass(frozen=True, slots=True)
class StintBroken(BrokenRule):
    """A stint breaks a rule."""

    people: People
    offer: Offer
    line: LineId
    begins: Week
    ends: Week
    rule: Reason


@dataclass(frozen=True, slots=True)
class UnknownOffer(BrokenRule):
    """A stint is of an offer that the mission does not have."""

    offer: Offer


@dataclass(frozen=True, slots=True)
class UnknownLine(BrokenRule):
    """A stint is on a line that the plan does not have."""

    line: LineId


@dataclass(frozen=True, slots=True)
class Empty(BrokenRule):
    """A stint is of nobody, or in no week."""


@dataclass(frozen=True, slots=True)
class LineNotStanding(BrokenRule):
    """A stint goes beyond the weeks of its line."""


@dataclass(frozen=True, slots=True)
class OfferTimes(BrokenRule):
    """A stint goes beyond the days of its offer."""

    begins: dt.date
    ends: dt.date


@dataclass(frozen=True, slots=True)
class TourTooLong(BrokenRule):
    """A stint is longer than one person may stay."""

    weeks: Weeks


@dataclass(frozen=True, slots=True)
class RoleOf(BrokenRule):
    """A stint is on a line of another role than its offer is for."""

    role: Role


@dataclass(frozen=True, slots=True)
class RankApart(BrokenRule):
    """The rank of an offer is more than one band from that of the post."""


@dataclass(frozen=True, slots=True)
class LanguageNotSpoken(BrokenRule):
    """Those offered do not speak what the role must."""


@dataclass(frozen=True, slots=True)
class ServesNotAt(BrokenRule):
    """Those offered do not serve at the site."""

    site: Site


@dataclass(frozen=True, slots=True)
class GapUnknownLine(BrokenRule):
    """A gap is on a line that the plan does not have."""

    line: LineId


@dataclass(frozen=True, slots=True)
class ConditionNotMet(BrokenRule):
    """An offer is used and its condition is not met."""

    offer: Offer
    condition: Reason


@dataclass(frozen=True, slots=True)
class TooManyOffered(BrokenRule):
    """More people of an offer are there at a time than it gives."""

    offer: Offer
    people: People
    gives: People


@dataclass(frozen=True, slots=True)
class StayTooShort(BrokenRule):
    """A stay is below the least."""

    offer: Offer
    role: Role
    site: Site
    begins: Week
    ends: Week
    least: Weeks


@dataclass(frozen=True, slots=True)
class LineOverfull(BrokenRule):
    """More posts of a line are filled than it has."""

    line: LineId
    posts: Posts
    week: Week


@dataclass(frozen=True, slots=True)
class GapsWrong(BrokenRule):
    """The gaps of a line are not what its stints leave open."""

    line: LineId
