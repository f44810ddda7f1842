"""Tables of places and projects: sites, facilities, gates, activities.

Takes a sheet and the weeks in which the plan lets activities begin, gives the tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cadre.mission import Mission
from cadre.mission.places import Closures
from cadre.simulation.records import ACTIVITY, ADD, NEVER, NOBODY, PROJECT, SITE, Flags, Table
from cadre.simulation.streams import slot
from cadre.simulation.table_builder import EPS, TableBuilder, table, weekly_chance
from cadre.simulation.training_tables import Lists

BEDS = "beds"


def facilities_of(mission: Mission) -> list[str]:
    """Return every facility that a site has, a project adds or a course uses, in the order first met."""
    sites = [name for site in mission.sites.values() for name in site.facilities]
    projects = mission.projects.values()
    added = [name for p in projects for by_site in p.effects.adds.values() for name in by_site]
    used = [name for c in mission.courses.values() for phase in c.phases for name in phase.uses]
    return [name for name in dict.fromkeys([*sites, *added, *used]) if name != BEDS]


def rooms_of(mission: Mission) -> NDArray[np.float64]:
    """Return the facilities at the start, shape (sites, facilities)."""
    names = facilities_of(mission)
    rooms = [[float(site.facilities.get(name, 0)) for name in names] for site in mission.sites.values()]
    return np.array(rooms, np.float64).reshape(len(mission.sites), len(names))


def site_table(builder: TableBuilder) -> Table:
    """Return the sites."""
    return table(SITE, [_site(builder, key) for key in builder.mission.sites])


def _site(builder: TableBuilder, key: str) -> tuple[int, ...]:
    mission, site = builder.mission, builder.mission.sites[key]
    opens = 0.0 if site.opens is None else _first_week(builder, f"sites.{key}.opens")
    gates = [j for j, p in enumerate(mission.projects.values()) if key in p.effects.opens]
    return (
        builder.column(opens),
        *stops(builder, site.closures, f"sites.{key}.closures"),
        site.in_country,
        NOBODY if site.beds is None else site.beds,
        *builder.links(gates),
        slot(f"site/{key}"),
    )


def _first_week(builder: TableBuilder, path: str) -> NDArray[np.float64]:
    """Return the first whole week after a day, 0 at the earliest."""
    starts = builder.mission.mission.starts.toordinal()
    return np.maximum(0.0, np.ceil((builder.draws.of(path) - starts) / 7 - EPS))


def stops(builder: TableBuilder, closures: Closures | None, path: str) -> tuple[int, int]:
    """Return the columns of the weekly chance to stop and of the weekly chance to go on again.

    How long a stop lasts is geometric with the mean drawn, and never less than a week.
    """
    if closures is None:
        return builder.column(0.0), builder.column(1.0)
    per_year, weeks = builder.draws.of(f"{path}.per_year"), builder.draws.of(f"{path}.weeks")
    happens = np.where(weeks > 0, weekly_chance(per_year), 0.0)
    return builder.column(happens), builder.column(1 / np.maximum(1.0, weeks))


class Work(NamedTuple):
    """Projects, their activities, what they add, and the courses hosts may then teach alone."""

    projects: Table
    activities: Table
    adds: Table
    alone: Flags


class _Lines(NamedTuple):
    projects: list[tuple[int, ...]]
    activities: list[tuple[int, ...]]
    adds: list[tuple[int, ...]]


def work_tables(builder: TableBuilder, lists: Lists, planned: Mapping[tuple[str, str], int]) -> Work:
    """The projects; an activity begins in its planned week at the earliest, never where it has none."""
    mission = builder.mission
    names, sites, courses = list(mission.projects), list(mission.sites), list(mission.courses)
    facilities, lines = facilities_of(mission), _Lines([], [], [])
    projects, activities, adds = lines
    alone = np.zeros((len(courses), len(names)), np.uint8)
    for j, (key, project) in enumerate(mission.projects.items()):
        # A project that is not carried out waits for itself, so that it never begins.
        after = [names.index(name) for name in project.after] + ([] if project.carried_out else [j])
        first = len(activities)
        for name in project.activities:
            begins = planned.get((key, name), NEVER)
            activities.append((begins, *_activity(builder, lists, (key, name), first)))
        projects.append((*builder.links(after), first, len(activities)))
        for site, added in project.effects.adds.items():
            for what, amount in added.items():
                facility = NOBODY if what == BEDS else facilities.index(what)
                adds.append((j, sites.index(site), facility, amount))
        for course in project.effects.hosts_teach_alone:
            alone[courses.index(course), j] = 1
    return Work(table(PROJECT, projects), table(ACTIVITY, activities), table(ADD, adds), alone)


def _activity(builder: TableBuilder, lists: Lists, names: tuple[str, str], first: int) -> tuple[int, ...]:
    key, name = names
    project = builder.mission.projects[key]
    activity, order = project.activities[name], list(project.activities)
    needs = {skill: (people, NOBODY) for skill, people in activity.advisers.items() if people > 0}
    return (
        list(builder.mission.sites).index(activity.site or builder.mission.headquarters),
        builder.quantity(f"projects.{key}.activities.{name}.weeks"),
        *lists.need(needs),
        *builder.links(first + order.index(before) for before in activity.after),
    )
