"""What a programme may count on: the offers that an option meets, as people by role, place and weeks.

Takes a mission with an option applied, gives `OfferedPeople`s. Which offers count follows from their
conditions; whom of them a plan counts on is said by `counts_on`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from cadre.forces.fit import counted_offers, fits
from cadre.forces.plan import PostLine
from cadre.mission import Mission
from cadre.mission.nations import Offer
from cadre.programme.offered import OfferedPeople

CountsOn = Literal["all", "mean", "likely"]
"""Everybody offered, as many as come on average, or everybody of offers whose people are likely to come."""
LIKELY = 0.8
"""Chance with which a person who is likely to come does so."""


def supply(
    mission: Mission,
    choices: Mapping[str, str],
    measured: Mapping[str, float],
    *,
    counts_on: CountsOn = "all",
) -> tuple[OfferedPeople, ...]:
    """Return the people of offers on whom a programme counts.

    Parameters
    ----------
    mission : Mission
        With the option applied.
    choices, measured : mapping
        Choice by lever and measured attributes of the option, for the offers' conditions.
    counts_on : str
        `all` counts everybody offered, `mean` as many as come on average, to the nearest whole person,
        `likely` everybody of those offers whose people come with a chance of `LIKELY` at least, no others.
    """
    return tuple(_each(mission, choices, measured, counts_on))


def _each(
    mission: Mission, choices: Mapping[str, str], measured: Mapping[str, float], counts_on: CountsOn
) -> Iterator[OfferedPeople]:
    for key in counted_offers(mission, choices, measured):
        offer = mission.offers[key]
        begins, ends = mission.weeks_of(offer)
        sites = tuple(s for s in mission.sites if _serves(offer, s, mission, choices, measured))
        if begins >= ends or not sites or mission.roles[offer.role].local:
            continue
        away = tuple((s, tuple(sorted(mission.working.away(offer.party, s)))) for s in sites)
        away = tuple((site, weeks) for site, weeks in away if weeks)
        for number, part in mission.pieces[key]:
            if people := _counted(number, offer, counts_on):
                refused = tuple(sorted(offer.not_for))
                yield OfferedPeople(key, offer.role, people, begins, ends, sites, refused, part, away)


def _counted(people: int, offer: Offer, counts_on: CountsOn) -> int:
    if counts_on == "mean":
        return int(people * offer.honoured.mean + 0.5)
    return people if counts_on == "all" or offer.honoured.mean >= LIKELY else 0


def _serves(
    offer: Offer, site: str, mission: Mission, choices: Mapping[str, str], measured: Mapping[str, float]
) -> bool:
    critical = mission.roles[offer.role].critical
    line = PostLine(f"{offer.role}@{site}", offer.role, site, 0, 0, mission.exit_week, 1, critical)
    return fits(offer, line, mission=mission, choices=choices, measured=measured) is None
