"""Chains: the courses that serve a capability, through other courses and through instructors.

Takes a mission, gives course ids. Knows no model.
"""

from __future__ import annotations

from collections.abc import Iterable

from cadre.mission import Mission


def chains_of(mission: Mission) -> list[frozenset[str]]:
    """Give by capability, most wanted first, the courses that serve it: those of its competences and theirs.

    Courses that come before another, and those that train instructors of another, serve what that one serves.
    """
    order = sorted(mission.capabilities, key=lambda key: -mission.capabilities[key].priority)
    chains = [served_by(mission, mission.capabilities[key].made_of) for key in order]
    return [chain for n, chain in enumerate(chains) if chain and chain not in chains[:n]]


def served_by(mission: Mission, competences: Iterable[str]) -> frozenset[str]:
    """Give the courses held that lead to some competences, through other courses and through instructors."""
    held = {key: course for key, course in mission.courses.items() if course.held}
    found = {key for key, course in held.items() if course.grants in set(competences)}
    waiting = list(found)
    while waiting:
        course = held[waiting.pop()]
        skills = {skill for phase in course.phases for skill in phase.instructors}
        more = {key for key in course.after if key in held}
        more |= {key for key, c in held.items() if c.teaches_on.mean > 0 and skills & set(c.teaches)}
        waiting += more - found
        found |= more
    return frozenset(found)
