"""Lifting: a mission aimed at one target alone, and its limits given up one after the other.

Takes a mission, gives missions. Knows no solver.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cadre.mission import Mission
from cadre.plans import Lift

HALF_YEAR = 26
"""Weeks."""
LADDER: tuple[tuple[Lift, ...], ...] = (
    (),
    ("posts",),
    ("posts", "places"),
    ("posts", "places", "half-year"),
    ("posts", "places", "year"),
)
"""What is given up for one target, rung by rung: each rung holds what the one before it does."""
TOGETHER = LADDER[2:]
"""For all together, which the option's own plan did not reach; each is as much work as an option."""
WEEKS_LATER: dict[Lift, int] = {"half-year": HALF_YEAR, "year": 2 * HALF_YEAR}
ROOMS = 4
"""Times the rooms that a site has, or so many where it has none, are as good as no limit."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A target of the mission; with an empty capability all targets together."""

    capability: str = ""
    day: dt.date | None = None
    wanted: int = 0


def goals(mission: Mission) -> tuple[Goal, ...]:
    """Return every target in the order written, then all of them together where there are several."""
    each = tuple(
        Goal(key, day, wanted)
        for key, capability in mission.capabilities.items()
        for day, wanted in capability.wanted.items()
        if wanted
    )
    return (*each, Goal()) if len(each) > 1 else each


def rungs(goal: Goal) -> tuple[tuple[Lift, ...], ...]:
    """Return what is given up for a goal, rung by rung."""
    return LADDER if goal.capability else TOGETHER


def weeks_later(lifts: tuple[Lift, ...]) -> int:
    """Return by how many weeks targets and exit come later."""
    return max((WEEKS_LATER.get(lift, 0) for lift in lifts), default=0)


def aimed(mission: Mission, goal: Goal, lifts: tuple[Lift, ...] = ()) -> Mission:
    """Return a mission aimed at a goal alone, without the limits given up.

    Projects that no target needs weigh nothing then; those that serve it may be carried out.
    """
    changes = dict(_targets(mission, goal, weeks_later(lifts)))
    if goal.capability:
        changes |= {f"projects.{key}.priority": 0 for key in mission.projects}
    if "posts" in lifts and mission.ceiling is not None:
        changes["ceiling"] = None
    if "places" in lifts:
        changes |= dict(_places(mission))
    if later := weeks_later(lifts):
        changes["mission.horizon"] = f"{mission.exit_week + later} weeks"
    return mission.changed(changes)


def _targets(mission: Mission, goal: Goal, later: int) -> Iterator[tuple[str, Any]]:
    """Yield what is wanted: of a goal alone, or of all, so many weeks later."""
    delay = dt.timedelta(weeks=later)
    for key, capability in mission.capabilities.items():
        wanted = capability.wanted if not goal.capability else {}
        if key == goal.capability and goal.day is not None:
            wanted = {goal.day: goal.wanted}
        if wanted != capability.wanted or later:
            yield f"capabilities.{key}.wanted", {str(day + delay): n for day, n in wanted.items()}
        if goal.capability and capability.floor_after_exit:
            yield f"capabilities.{key}.floor_after_exit", 0


def _places(mission: Mission) -> Iterator[tuple[str, Any]]:
    """Yield rooms without a limit, no limit of beds, sites that are open from the first day."""
    for key, site in mission.sites.items():
        for facility in _used(mission, key):
            yield f"sites.{key}.facilities.{facility}", ROOMS * max(1, site.facilities.get(facility, 0))
        if site.beds is not None:
            yield f"sites.{key}.beds", None
        if site.opens is not None:
            yield f"sites.{key}.opens", None


def _used(mission: Mission, site: str) -> list[str]:
    """Return the facilities that courses use at a site, each once, in the order written."""
    held = (course for course in mission.courses.values() if site in course.sites)
    return list(dict.fromkeys(f for course in held for phase in course.phases for f in phase.uses))


def grown(mission: Mission, more: int) -> Mission:
    """Return a mission whose ceiling is so many posts higher."""
    return mission if mission.ceiling is None else mission.changed({"ceiling": mission.ceiling + more})
