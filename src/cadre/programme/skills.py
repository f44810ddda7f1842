"""Who can use a skill: roles on posts, local roles alone, hosts. Takes a mission; knows no solver."""

from __future__ import annotations

import math

from cadre.mission import Mission


def roles_with(mission: Mission, skill: str) -> list[str]:
    """Return the roles that hold a skill."""
    return [key for key, role in mission.roles.items() if skill in role.skills]


def is_local(mission: Mission, skill: str) -> bool:
    """Say whether only local roles hold a skill; its needs fall away where only hosts teach."""
    roles = roles_with(mission, skill)
    return bool(roles) and all(mission.roles[r].local for r in roles)


def foreign_share(mission: Mission, course: str, people: int) -> int:
    """Return how many of the people of a skill must stand on posts while the mission is there."""
    return math.ceil(mission.courses[course].foreign_at_least.mean * people - 1e-9)


def has_hosts(mission: Mission, skill: str) -> bool:
    """Say whether there may ever be a host instructor with a skill."""
    taught = {serial.course for serial in mission.under_way.values()}
    trained = any(
        (c.held or key in taught) and skill in c.teaches and c.teaches_on.mean > 0
        for key, c in mission.courses.items()
    )
    return trained or mission.skills[skill].hosts_at_start.mean > 0


def asks_foreign(mission: Mission, key: str) -> bool:
    """Say whether a course asks for foreign instructors: of a skill that not only local roles hold."""
    course = mission.courses[key]
    return course.foreign_at_least.mean > 0 and bool(skills_of(mission, key))


def skills_of(mission: Mission, key: str) -> list[str]:
    """Return the skills that a course needs, those that only local roles hold aside."""
    needed = dict.fromkeys(skill for p in mission.courses[key].phases for skill in p.instructors)
    return [skill for skill in needed if not is_local(mission, skill)]


def may_be_shown(mission: Mission, key: str) -> bool:
    """Say whether serials held together can free a course: a number is stated, and there may be its hosts."""
    if mission.hosts_teach_alone.after is None:
        return False
    inside = any(mission.sites[site].in_country for site in mission.courses[key].sites)
    return (
        inside and asks_foreign(mission, key) and all(has_hosts(mission, k) for k in skills_of(mission, key))
    )


def may_go_alone(mission: Mission, key: str) -> bool:
    """Say whether hosts may ever teach a course without the foreigners that it asks for."""
    freed = any(key in p.effects.hosts_teach_alone for p in mission.projects.values())
    return freed or may_be_shown(mission, key)


def must_be_foreign(mission: Mission, key: str, seats: int) -> bool:
    """Say whether a serial cannot begin without somebody on a foreign post while the mission is there."""
    freed = may_go_alone(mission, key)
    for skill, need in mission.courses[key].phases[0].instructors.items():
        if any(mission.roles[r].local for r in roles_with(mission, skill)):
            continue
        asked = foreign_share(mission, key, need.people_for(seats)) > 0 and not freed
        if asked or not has_hosts(mission, skill):
            return True
    return False
