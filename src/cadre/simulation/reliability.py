"""Reliability: how likely each person of an offer is to come, given how its party turns out.

Takes a mission and the draws, gives one chance per outer draw. Rule and source: docs/model/simulation.md,
Who comes.
"""

from __future__ import annotations

import numpy as np

from cadre.mission import Mission
from cadre.simulation.draws import Draws, Floats


def chance_to_come(mission: Mission, draws: Draws, offer: str) -> Floats:
    """Return the chance that a person of an offer comes, shape (outer,).

    Phi((Phi^-1(honoured) - sqrt(r) z) / sqrt(1 - r)), z = Phi^-1(u) of the party and r how far parties
    differ: a probit with one factor, whose mean over z is `honoured` (Vasicek 2002). Of a type of party r is
    divided by how many there are, since two of its people are of one party as seldom.
    """
    from scipy.special import ndtr, ndtri  # noqa: PLC0415  (heavy, only needed where something is played)

    party, honoured = mission.offers[offer].party, draws.of(f"offers.{offer}.honoured")
    common = draws.of("reliability.parties_differ") / np.maximum(1.0, draws.of(f"parties.{party}.how_many"))
    z = draws.normal(f"party/{party}")
    with np.errstate(divide="ignore"):  # with nothing but the party's own, all of its people come or none
        return np.asarray(ndtr((ndtri(honoured) - np.sqrt(common) * z) / np.sqrt(1 - common)), np.float64)


def mean_of_role(mission: Mission, draws: Draws, role: str) -> tuple[Floats, Floats]:
    """Chance and weeks late of a role's offers, weighted by people; kept and on time without offers."""
    offers = {key: offer.people for key, offer in mission.offers.items() if offer.role == role}
    total = sum(offers.values())
    if not total:
        return np.ones(draws.outer), np.zeros(draws.outer)
    chance = sum(people * chance_to_come(mission, draws, key) for key, people in offers.items())
    late = sum(people * draws.of(f"offers.{key}.late") for key, people in offers.items())
    return np.asarray(chance / total, np.float64), np.asarray(late / total, np.float64)
