"""Why a mission has no programme at all: its command, with the tail that follows from it, does not fit.

Doing nothing keeps every rule but one: the command stands whatever is taught. So a mission without a
programme has a command above its ceiling, or more people at the headquarters than beds. Takes a mission,
gives a reason for each rule that cannot hold: by how much, and what would cure it.
"""

from __future__ import annotations

from cadre.mission import Mission
from cadre.programme.support import command_posts, tail_of
from cadre.reasons import Reason
from cadre.reasons.programme import CommandOverBeds, CommandOverCeiling


def explain(mission: Mission) -> tuple[Reason, ...]:
    """Return what contradicts itself; empty where a programme exists."""
    posts = standing_alone(mission)
    total, here = sum(posts.values()), posts.get(mission.headquarters, 0)
    found: list[Reason] = []
    if mission.ceiling is not None and total > mission.ceiling:
        found.append(CommandOverCeiling(mission.ceiling, total, total - mission.ceiling))
    beds = mission.sites[mission.headquarters].beds
    if beds is not None and here > beds:
        found.append(CommandOverBeds(f"sites.{mission.headquarters}.beds", beds, here, here - beds))
    return tuple(found)


def standing_alone(mission: Mission) -> dict[str, int]:
    """Return the foreign posts by site that stand when nothing is taught: the command and its tail."""
    command = sum(n for role, n in command_posts(mission).items() if not mission.roles[role].local)
    counts = {site: {"command": 0.0} for site in mission.sites}
    counts[mission.headquarters]["command"] = float(command)
    posts = {mission.headquarters: command}
    for (key, site), n in tail_of(mission, counts).items():
        if not mission.roles[mission.support[key].role].local:
            posts[site] = posts.get(site, 0) + n
    return posts
