"""Training: courses that serve nothing, pools that nobody takes from, targets that are late or fall."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from cadre.errors import MissionWarning, Place
from cadre.mission.mission import Mission


def _at(*path: str) -> Place:
    return Place(path=path)


def something_is_wanted(mission: Mission) -> Iterator[MissionWarning]:
    """A mission has a capability to reach."""
    if not mission.capabilities:
        yield MissionWarning.about(_at("capabilities"), "warnings.nothing-wanted")


def courses_are_held(mission: Mission) -> Iterator[MissionWarning]:
    """Some option holds each course, and carries out each project."""
    for key, course in mission.courses.items():
        if not course.held:
            yield MissionWarning.about(_at("courses", key, "held"), "warnings.never-held")
    for key, project in mission.projects.items():
        if not project.carried_out:
            yield MissionWarning.about(_at("projects", key, "carried_out"), "warnings.never-carried-out")


def courses_serve_something(mission: Mission) -> Iterator[MissionWarning]:
    """What a course grants or teaches is wanted by something."""
    wanted = {name for capability in mission.capabilities.values() for name in capability.made_of}
    before = {other for course in mission.courses.values() for other in course.after}
    taught = _skills_needed(mission)
    counted = {name for event in mission.events.values() for name in event.graduates_of}
    served = {name for element in mission.mandate.elements.values() for name in element.served_by}
    for key, course in mission.courses.items():
        serves = course.grants in wanted or key in before | counted | served or set(course.teaches) & taught
        if not serves and mission.capabilities:
            yield MissionWarning.about(_at("courses", key), "warnings.course-serves-nothing")


def _skills_needed(mission: Mission) -> set[str]:
    return {
        skill for course in mission.courses.values() for phase in course.phases for skill in phase.instructors
    }


def pools_are_taken_from(mission: Mission) -> Iterator[MissionWarning]:
    """A course takes from each pool of recruits, and somebody is in it or comes."""
    taken = {course.recruits for course in mission.courses.values()}
    for key, pool in mission.recruits.items():
        if key not in taken:
            yield MissionWarning.about(_at("recruits", key), "warnings.pool-unused")
        elif max(pool.a_year.high, pool.at_start.high, *(later.a_year.high for later in pool.later), 0) == 0:
            yield MissionWarning.about(_at("recruits", key), "warnings.pool-empty")


def targets_before_exit(mission: Mission) -> Iterator[MissionWarning]:
    """A target lies before the exit: later ones only the host can reach."""
    exit_day = mission.date_of(mission.exit_week)
    for key, capability in mission.capabilities.items():
        late = [day for day in capability.wanted if mission.week_of(day) > mission.exit_week]
        for day in late:
            place = _at("capabilities", key, "wanted", str(day))
            yield MissionWarning.about(place, "warnings.target-after-exit", day=day, exit=exit_day)


def targets_rise(mission: Mission) -> Iterator[MissionWarning]:
    """A later target is no smaller, and no floor lies above all of them."""
    for key, capability in mission.capabilities.items():
        for (day, units), (later, fewer) in pairwise(sorted(capability.wanted.items())):
            if fewer < units:
                place = _at("capabilities", key, "wanted", str(later))
                counts = {"units": units, "fewer": fewer}
                yield MissionWarning.about(place, "warnings.target-falls", day=day, **counts)
        most = max(capability.wanted.values(), default=0)
        if capability.floor_after_exit > most > 0:
            place, floor = _at("capabilities", key, "floor_after_exit"), capability.floor_after_exit
            yield MissionWarning.about(place, "warnings.floor-above-targets", floor=floor, most=most)


def targets_of_something(mission: Mission) -> Iterator[MissionWarning]:
    """A target asks for a unit."""
    for key, capability in mission.capabilities.items():
        for day, units in capability.wanted.items():
            if units == 0:
                yield MissionWarning.about(_at("capabilities", key, "wanted", str(day)), "warnings.target-0")


def courses_go_on_after_exit(mission: Mission) -> Iterator[MissionWarning]:
    """A course that needs foreigners, for what must last beyond exit, may one day be taught without."""
    if mission.hosts_teach_alone.after is not None:
        return
    alone = {key for p in mission.projects.values() for key in p.effects.hosts_teach_alone}
    lasting = {name for c in mission.capabilities.values() if c.floor_after_exit for name in c.made_of}
    for key, course in mission.courses.items():
        share = course.foreign_at_least
        if (
            share.low > 0
            and key not in alone
            and course.grants in lasting
            and mission.mission.looks_beyond_exit
        ):
            place = _at("courses", key, "foreign_at_least")
            yield MissionWarning.about(place, "warnings.stops-at-exit", percent=math.ceil(100 * share.low))
