"""Tables of the policy: which goals are left, which classes could be called besides the plan, by whom.

Takes a mission and the stays of its plans, gives the tables. Rules: docs/model/simulation.md, The mission
reacts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from cadre.mission import Mission
from cadre.simulation.records import AHEAD, CALL, CALLED_AT_ONCE, GOAL, NEVER, Ints, Table
from cadre.simulation.skill_kinds import group_of_each, kinds_of
from cadre.simulation.stays import PersonStay
from cadre.simulation.streams import slot
from cadre.simulation.table_builder import table
from cadre.simulation.training_tables import boundary, source_of, targets_of


class PolicyTables(NamedTuple):
    """Goals, units wanted at them, calls, people planned, and the order in which what is short explodes."""

    goals: Table
    goal_of: Ints
    wants: Ints
    calls: Table
    strength: Ints
    group_of: Ints
    explodes: Ints


def policy_tables(mission: Mission, stays: Sequence[PersonStay]) -> PolicyTables:
    """Return the tables; those of a mission that never reacts are empty."""
    if mission.policy.reacts == "never":
        mission = mission.model_copy(update={"capabilities": {}, "courses": {}})
    goals = _goals(mission)
    weeks_of_goals = sorted({week for week, _ in goals})
    wants = np.zeros((len(weeks_of_goals), len(mission.capabilities)), np.int32)
    for (week, row), units in goals.items():
        wants[weeks_of_goals.index(week), row] = units
    if mission.policy.beyond_targets:
        _go_on(mission, goals, wants[weeks_of_goals.index(_exit(mission))] if goals else wants)
    return PolicyTables(
        table(GOAL, [(week,) for week in weeks_of_goals]),
        np.searchsorted(weeks_of_goals, np.arange(mission.weeks + 2)).astype(np.int32),
        wants,
        table(CALL, _calls(mission)),
        _strength(mission, stays),
        np.array(group_of_each(mission), np.int32),
        np.array(_explodes(mission), np.int32),
    )


def rows_for_calls() -> list[tuple[int, ...]]:
    """Return the rows of serials for classes called besides the plan, which nobody has planned."""
    return [(0, 0, NEVER, 0, 0)] * CALLED_AT_ONCE


def weeks_ahead(mission: Mission) -> int:
    """Return the weeks from a decision on to which what is planned is reserved."""
    return mission.tours.weeks + max([AHEAD, *(course.length for course in mission.courses.values())])


def _exit(mission: Mission) -> int:
    return boundary(mission.exit_week - 1, mission.weeks)


def _go_on(mission: Mission, goals: Mapping[tuple[int, int], int], at_exit: Ints) -> None:
    """Write for every capability that is wanted that at exit it is wanted beyond what is: `-1 - units`."""
    wanted = sorted({row for (_, row), units in goals.items() if units > 0})
    at_exit[wanted] = -1 - at_exit[wanted]


def _goals(mission: Mission) -> dict[tuple[int, int], int]:
    """Return the units wanted by (boundary, row of the capability), of targets and of floors.

    A mission that goes on beyond its targets has one at exit, too, of nothing.
    """
    rows, found = {key: row for row, key in enumerate(mission.capabilities)}, dict[tuple[int, int], int]()
    floors = [(key, mission.floor_judged, c.floor_after_exit) for key, c in mission.capabilities.items()]
    for key, week, units in (*targets_of(mission), *floors):
        at = (boundary(week, mission.weeks), rows[key])
        if units > 0:
            found[at] = max(units, found.get(at, 0))
    if found and mission.policy.beyond_targets:
        found.setdefault((_exit(mission), next(iter(found))[1]), 0)
    return found


def _calls(mission: Mission) -> list[tuple[int, int, int]]:
    """(course, site, slot) of each class that could be called, the most worth for its teaching first."""
    courses, sites, worths = list(mission.courses), list(mission.sites), worth_of(mission)
    found = [
        (-worths[key], courses.index(key), sites.index(site), slot(f"called/{key}@{site}"))
        for key, course in mission.courses.items()
        if course.held and worths[key] > 0
        for site in dict.fromkeys(course.sites)
    ]
    return [row[1:] for row in sorted(found)]


def worth_of(mission: Mission) -> Mapping[str, float]:
    """Return what a week of an instructor in a course adds to targets, by course; 0 where it serves none.

    A holder of a competence is worth `priority / (most units wanted x holders a unit)`, or what a graduate of
    a course that takes its trainees from there is worth, whichever is more. All at means.
    """
    worths = dict.fromkeys(mission.courses, 0.0)
    of_holders = {key: _worth_in_units(mission, key) for key in mission.competences}
    for key in _order(mission):
        course = mission.courses[key]
        if course.grants is None:
            continue
        people = sum(
            p.weeks * n.people_for(course.seats.most) for p in course.phases for n in p.instructors.values()
        )
        posted = mission.competences[course.grants].posted.mean
        stay = (1 - course.drops_out.mean) ** course.length
        each = of_holders[course.grants] * stay * course.passes.mean * (1 - course.teaches_on.mean) * posted
        worths[key] = each * course.seats.most / max(1, people)
        kind, _, source = (source_of(course, mission) or "").partition("/")
        if kind == "competence":
            of_holders[source] = max(of_holders[source], each)
    return worths


def _worth_in_units(mission: Mission, competence: str) -> float:
    found = [0.0]
    for capability in mission.capabilities.values():
        most = max([capability.floor_after_exit, *capability.wanted.values()])
        people = capability.made_of.get(competence, 0)
        if most and people:
            found.append(capability.priority / (most * people))
    return max(found)


def _order(mission: Mission) -> list[str]:
    """Return courses, each before those whose graduates it takes."""
    left, found = dict(mission.courses), list[str]()
    granted = {key: course.grants for key, course in left.items()}
    while left:
        taken = {source_of(course, mission) for course in left.values()}
        last = [key for key in left if granted[key] is None or f"competence/{granted[key]}" not in taken]
        found += last or list(left)  # courses that take each other's graduates stand as written
        left = {key: course for key, course in left.items() if last and key not in last}
    return found


def _explodes(mission: Mission) -> list[int]:
    courses = list(mission.courses)
    return [courses.index(key) for key in _order(mission)]


def _strength(mission: Mission, stays: Sequence[PersonStay]) -> Ints:
    """Return the foreign and local people planned of each kind at a site, by week."""
    sites, kinds = list(mission.sites), kinds_of(mission)
    found = np.zeros((len(sites), len(kinds), mission.weeks), np.int32)
    for stay in stays:
        rows = [row for row, kind in enumerate(kinds) if kind.holds(mission.roles[stay.role])]
        teaches = np.zeros(mission.weeks, np.int32)
        teaches[stay.begins : max(stay.begins, stay.ends)] = stay.people
        teaches[list(stay.away)] = 0
        found[sites.index(stay.site), rows] += teaches
    return found
