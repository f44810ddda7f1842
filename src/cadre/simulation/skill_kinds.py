"""Kinds of people who teach: who holds a skill, or any of a group of skills; and of each the foreign ones.

Takes a mission, gives kinds. Where people hold two skills, enough may be free of each, and too few of both:
so whoever calls a class looks at the group of skills, too, that people hold together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cadre.mission import Mission
from cadre.mission.people import Role
from cadre.simulation.records import NOBODY


class TeacherKind(NamedTuple):
    """People who hold any of some skills, or the foreign ones among them."""

    skills: frozenset[str]
    foreign: bool

    def holds(self, role: Role) -> bool:
        """Say whether people in a role are of the kind."""
        return bool(self.skills & set(role.skills)) and not (self.foreign and role.local)

    def hosts(self, skills: Iterable[str]) -> bool:
        """Say whether host instructors with some skills are of the kind."""
        return not self.foreign and not self.skills.isdisjoint(skills)


def kinds_of(mission: Mission) -> tuple[TeacherKind, ...]:
    """Return each skill alone, in the mission's order, groups of skills held together, then the foreign."""
    skills = (*(frozenset({skill}) for skill in mission.skills), *_groups(mission))
    return tuple(TeacherKind(some, foreign) for foreign in (False, True) for some in skills)


def _groups(mission: Mission) -> list[frozenset[str]]:
    groups = [frozenset({skill}) for skill in mission.skills]
    held = [set(role.skills) for role in mission.roles.values()]
    for some in (*held, *(set(course.teaches) for course in mission.courses.values())):
        joined = frozenset().union(some, *(group for group in groups if group & some))
        groups = [joined if group & joined else group for group in groups]
    return [*dict.fromkeys(group for group in groups if len(group) > 1)]


def group_of_each(mission: Mission) -> list[int]:
    """The row of the group that each skill belongs to, NOBODY where people who hold it hold no other."""
    groups = enumerate(_groups(mission), len(mission.skills))
    rows = {skill: row for row, group in groups for skill in group}
    return [rows.get(skill, NOBODY) for skill in mission.skills]
