"""Chains: the courses that serve a capability, through other courses and through instructors.

Takes a mission, gives course ids. Knows no model.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cadre.mission import Mission

TOGETHER = 5
"""Courses up to which chains that share one are searched together."""


@dataclass(frozen=True)
class Chain:
    """Capabilities and the courses that serve them."""

    capabilities: tuple[str, ...]
    courses: frozenset[str]


def chains_of(mission: Mission) -> list[frozenset[str]]:
    """By capability, most wanted first, the courses that serve it: those of its competences and theirs.

    Courses that come before another, and those that train instructors of another, serve what that one serves.
    """
    order = sorted(mission.capabilities, key=lambda key: -mission.capabilities[key].priority)
    chains = [served_by(mission, mission.capabilities[key].made_of) for key in order]
    return [chain for n, chain in enumerate(chains) if chain and chain not in chains[:n]]


def joined_chains(mission: Mission) -> list[Chain]:
    """Return the chains of all capabilities, most wanted first; short ones that share a course are one.

    Searched one after the other, the first would take the instructors whom both need. Never are all courses
    one chain, unless a capability needs them all.
    """
    every = sum(course.held for course in mission.courses.values())
    order = sorted(mission.capabilities, key=lambda key: -mission.capabilities[key].priority)
    found: list[Chain] = []
    for key in order:
        courses = served_by(mission, mission.capabilities[key].made_of)
        for n, chain in enumerate(found):
            both = chain.courses | courses
            short = len(both) <= TOGETHER and len(both) < every
            if chain.courses & courses and (short or both == chain.courses):
                found[n] = Chain((*chain.capabilities, key), both)
                break
        else:
            found += [Chain((key,), courses)] if courses else []
    return found


def served_by(mission: Mission, competences: Iterable[str]) -> frozenset[str]:
    """The courses held that lead to some competences, through other courses and through instructors."""
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


def projects_for(mission: Mission, courses: Iterable[str]) -> frozenset[str]:
    """Return the projects carried out that serve some courses, with those that must be finished before them.

    A project serves a course where it lets hosts teach it alone, opens a site of it, or adds there to what it
    uses: rooms, or beds.
    """
    held = {key: mission.courses[key] for key in courses}
    uses = {"beds", *(f for course in held.values() for phase in course.phases for f in phase.uses)}
    sites = {site for course in held.values() for site in course.sites}
    carried = {key: project for key, project in mission.projects.items() if project.carried_out}
    found = {
        key
        for key, project in carried.items()
        if set(project.effects.hosts_teach_alone) & set(held)
        or set(project.effects.opens) & sites
        or any(uses & set(project.effects.adds.get(site, {})) for site in sites)
    }
    waiting = list(found)
    while waiting:
        before = {key for key in carried[waiting.pop()].after if key in carried}
        waiting += before - found
        found |= before
    return frozenset(found)
