"""Who can use a skill: roles on posts, local roles alone, hosts. Takes a mission; knows no solver."""

from __future__ import annotations

import math

from cadre.mission import Mission


def roles_with(mission: Mission, skill: str) -> list[str]:
    """Give the roles that hold a skill."""
    return [key for key, role in mission.roles.items() if skill in role.skills]


def is_local(mission: Mission, skill: str) -> bool:
    """Say whether only local roles hold a skill; its needs fall away where only hosts teach."""
    roles = roles_with(mission, skill)
    return bool(roles) and all(mission.roles[r].local for r in roles)


def foreign_share(mission: Mission, course: str, people: int) -> int:
    """Give how many of the people of a skill must stand on posts while the mission is there."""
    return math.ceil(mission.courses[course].foreign_at_least.mean * people - 1e-9)


def has_hosts(mission: Mission, skill: str) -> bool:
    """Say whether there may ever be a host instructor with a skill."""
    trained = any(c.held and skill in c.teaches and c.teaches_on.mean > 0 for c in mission.courses.values())
    return trained or mission.skills[skill].hosts_at_start.mean > 0


def must_be_foreign(mission: Mission, key: str, seats: int) -> bool:
    """Say whether a serial cannot begin without somebody on a foreign post while the mission is there."""
    freed = any(key in p.effects.hosts_teach_alone for p in mission.projects.values())
    for skill, need in mission.courses[key].phases[0].instructors.items():
        if any(mission.roles[r].local for r in roles_with(mission, skill)):
            continue
        asked = foreign_share(mission, key, need.people_for(seats)) > 0 and not freed
        if asked or not has_hosts(mission, skill):
            return True
    return False
