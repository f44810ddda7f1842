"""Which offer fits which line, and if not, why not.

Takes an offer and a line with the mission and the option, gives the first reason against, None where there
is none. Used to build the model and to explain gaps; the oracle in `violations` judges stints by rules
written a second time, on purpose.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from cadre.forces.conditions import needed
from cadre.forces.plan import PostLine
from cadre.mission import Mission
from cadre.mission.nations import Offer, State
from cadre.reasons import Reason
from cadre.reasons.forces import (
    LanguageMissing,
    NotAtSite,
    NoWholeWeek,
    OnlyFrom,
    OnlyUntil,
    OtherRank,
    OtherRole,
)

STATES: tuple[State, ...] = get_args(State)
"""States of an offer, the least firm first."""

BANDS_APART = 1
"""Rank bands by which an offer may differ from its post (docs/model/rules.md, Offers)."""


def tour_of(offer: Offer, mission: Mission) -> int:
    """Return the longest stay of one person in weeks: the offer's, else the mission's."""
    return offer.tour or mission.tours.weeks


def unmet(offer: Offer, choices: Mapping[str, str], measured: Mapping[str, float]) -> Reason | None:
    """Return the first condition of an offer that the option does not meet, None where it meets all.

    A condition on an attribute that nobody has measured yet is not met: an offer is never counted on a guess.
    """
    for condition in offer.only_if:
        if condition.comparison != ":" and condition.attribute not in measured:
            return needed(condition, known=False)
        if not condition.holds(choices, measured):
            return needed(condition, known=True)
    return None


def counted_offers(
    mission: Mission, choices: Mapping[str, str], measured: Mapping[str, float]
) -> tuple[str, ...]:
    """Return the ids of the offers whose conditions the option meets, in the order written."""
    return tuple(key for key, offer in mission.offers.items() if unmet(offer, choices, measured) is None)


def offered_weeks(mission: Mission, counted: tuple[str, ...]) -> dict[str, int]:
    """Return the person-weeks each party offers inside the foreign presence by the offers that count."""
    weeks: dict[str, int] = {}
    for key in counted:
        party = mission.offers[key].party
        for run in mission.strengths[key]:
            weeks[party] = weeks.get(party, 0) + run.people * (run.ends - run.begins)
    return weeks


def fits(
    offer: Offer,
    line: PostLine,
    *,
    mission: Mission,
    choices: Mapping[str, str],
    measured: Mapping[str, float],
) -> Reason | None:
    """Return why an offer cannot fill a line in any of its weeks; None when it can.

    Parameters
    ----------
    offer : Offer
        The offer.
    line : PostLine
        The line, or the part of it that is asked about.
    mission : Mission
        Roles, ranks, parties, dates.
    choices, measured : mapping
        Choice by lever and measured attributes of the option, for the offer's conditions.

    Returns
    -------
    Reason or None
        The first reason against: condition, role, rank band, language, place, window, in this order.
    """
    return (
        unmet(offer, choices, measured)
        or _role(offer, line)
        or _rank(offer, line, mission)
        or _language(offer, line, mission)
        or (NotAtSite(line.site) if line.site in offer.not_at else None)
        or _window(offer, line, mission)
    )


def _role(offer: Offer, line: PostLine) -> Reason | None:
    return None if offer.role == line.role else OtherRole(offer.role)


def _rank(offer: Offer, line: PostLine, mission: Mission) -> Reason | None:
    wanted = mission.roles[line.role].rank
    given = offer.rank or wanted
    if not wanted or abs(mission.ranks.index(given) - mission.ranks.index(wanted)) <= BANDS_APART:
        return None
    return OtherRank(given, wanted)


def _language(offer: Offer, line: PostLine, mission: Mission) -> Reason | None:
    spoken = (*offer.languages, *mission.parties[offer.party].speaks)
    missing = [word for word in mission.roles[line.role].languages if word not in spoken]
    return LanguageMissing(missing[0]) if missing else None


def _window(offer: Offer, line: PostLine, mission: Mission) -> Reason | None:
    begins, ends = mission.weeks_of(offer)
    if begins >= line.closes:
        return OnlyFrom(offer.begins)
    if ends <= line.opens:
        return OnlyUntil(offer.ends)
    return None if begins < ends else NoWholeWeek(offer.begins, offer.ends)
