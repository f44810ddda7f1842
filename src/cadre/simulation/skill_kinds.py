"""Kinds of people who teach: those who hold a skill, and those who hold any of a group of skills.

Takes a mission, gives kinds. Where people hold two skills, enough may be free of each, and too few of both:
so whoever calls a class looks at the group of skills, too, that people hold together.
"""

from __future__ import annotations

from cadre.mission import Mission
from cadre.simulation.records import NOBODY

Kind = frozenset[str]


def kinds_of(mission: Mission) -> tuple[Kind, ...]:
    """Give each skill alone, in the mission's order, then the groups of skills that people hold together."""
    groups = [frozenset({skill}) for skill in mission.skills]
    held = [set(role.skills) for role in mission.roles.values()]
    for some in (*held, *(set(course.teaches) for course in mission.courses.values())):
        joined = frozenset().union(some, *(group for group in groups if group & some))
        groups = [joined if group & joined else group for group in groups]
    alone = [frozenset({skill}) for skill in mission.skills]
    return (*alone, *dict.fromkeys(group for group in groups if len(group) > 1))


def group_of_each(mission: Mission) -> list[int]:
    """Give the row of the group that each skill belongs to, NOBODY where people who hold it hold no other."""
    kinds, skills = kinds_of(mission), len(mission.skills)
    rows = {skill: row for row, kind in enumerate(kinds) if row >= skills for skill in kind}
    return [rows.get(skill, NOBODY) for skill in mission.skills]
