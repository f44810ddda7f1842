"""Offered: how many people nations would send to an option on average, by role and rotation, before any plan.

Takes a mission with an option applied and the option's choices; gives an upper bound on posts, so that
options that nobody would fill do not win the screening (docs/model/decision.md, "Screening").
"""

from __future__ import annotations

from collections.abc import Mapping

from cadre.forces.fit import fits
from cadre.forces.plan import PostLine
from cadre.mission import Mission
from cadre.mission.nations import Offer
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.support import command_posts, tail_of

Offered = dict[tuple[str, int], float]
"""Role and rotation to people."""


def offered(mission: Mission, choices: Mapping[str, str]) -> Offered:
    """Return the people who would come on average in each role and rotation; for part of one, that part.

    Conditions on posts are judged by the ceiling, since nothing is planned yet; conditions on cost are taken
    not to hold, as elsewhere what nobody has measured.

    Parameters
    ----------
    mission : Mission
        With the option applied.
    choices : mapping of str to str
        Choice by lever.

    Returns
    -------
    dict of (str, int) to float
        Every foreign role and rotation, 0 where nobody comes.
    """
    rotations = range(len(mission.turns))
    people = {(role, r): 0.0 for role, known in mission.roles.items() if not known.local for r in rotations}
    known = known_beforehand(mission)
    for key, offer in mission.offers.items():
        if not mission.roles[offer.role].local and _serves_somewhere(offer, mission, choices, known):
            for r, (opens, closes) in enumerate(mission.turns):
                for run in mission.strengths[key]:
                    there = max(0, min(run.ends, closes) - max(run.begins, opens))
                    people[offer.role, r] += run.people * offer.honoured.mean * there / (closes - opens)
    return people


def known_beforehand(mission: Mission) -> dict[str, float]:
    """Return the attributes known before anything is planned: years, and posts where there is a ceiling."""
    known = {"years": mission.exit_week / WEEKS_PER_YEAR}
    if mission.ceiling is not None:
        known |= {"posts": float(mission.ceiling), "posts_in_country": float(mission.ceiling)}
    return known


def _serves_somewhere(
    offer: Offer, mission: Mission, choices: Mapping[str, str], known: Mapping[str, float]
) -> bool:
    """Say whether an offer meets its conditions and fits a post of its role at some site at some time."""
    role = offer.role
    lines = (
        PostLine(f"{role}@{site}", role, site, 0, 0, mission.exit_week, 1, mission.roles[role].critical)
        for site in mission.sites
    )
    return any(fits(offer, line, mission=mission, choices=choices, measured=known) is None for line in lines)


def command_tail(mission: Mission) -> dict[str, int]:
    """Return the support posts by role that follow from the command alone."""
    command = sum(n for role, n in command_posts(mission).items() if not mission.roles[role].local)
    there = {site: {"command": 0.0} for site in mission.sites}
    there[mission.headquarters] = {"command": float(command)}
    tail: dict[str, int] = {}
    for (rule, _), n in tail_of(mission, there).items():
        role = mission.support[rule].role
        tail[role] = tail.get(role, 0) + n
    return tail
