"""Tables of training: stocks of people, courses with phases, capabilities, targets.

Takes a sheet, gives the tables. Row numbers follow the mission's order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from cadre.mission import Mission
from cadre.mission.formation import formed_first
from cadre.mission.training import Course, Phase
from cadre.programme.skills import may_be_shown
from cadre.simulation.records import (
    CAPABILITY,
    COURSE,
    NOBODY,
    PART,
    STOCK,
    TARGET,
    Ints,
    Table,
)
from cadre.simulation.seasons import beyond_expected, intake_of
from cadre.simulation.streams import slot
from cadre.simulation.table_builder import Floats, TableBuilder, table, weekly_share, whole

POISSON_CHUNK = 64
"""The sampler takes e^-mean in factors of e^-64, none of which is too small for a float."""


@dataclass(frozen=True)
class Stock:
    """A place where people are besides serials; `skills` are those of host instructors.

    `key` reads `recruits/ID`, `competence/ID`, `hosts/SKILL` (those of the first day) or
    `hosts-of/COURSE`.
    """

    key: str
    skills: tuple[str, ...] = ()


def stocks_of(mission: Mission) -> tuple[Stock, ...]:
    """Return every stock: recruits, competences, host instructors of the first day, then of each course."""
    courses = mission.courses.items()
    return (
        *(Stock(f"recruits/{key}") for key in mission.recruits),
        *(Stock(f"competence/{key}") for key in mission.competences),
        *(Stock(f"hosts/{key}", (key,)) for key in mission.skills),
        *(Stock(f"hosts-of/{key}", tuple(course.teaches)) for key, course in courses if course.teaches),
    )


def source_of(course: Course, mission: Mission) -> str | None:
    """Return the key of the stock a course takes its trainees from; None where they come from nowhere told.

    A prerequisite that grants nothing sends its graduates back to where they came from, so they are
    looked for there.
    """
    if not course.after:
        return f"recruits/{course.recruits}" if course.recruits else None
    last = mission.courses[course.after[-1]]
    return f"competence/{last.grants}" if last.grants else source_of(last, mission)


def stock_table(builder: TableBuilder) -> Table:
    """Return the stocks, in the order of `stocks_of`."""
    return table(STOCK, [_stock(builder, stock) for stock in stocks_of(builder.mission)])


def _stock(builder: TableBuilder, stock: Stock) -> tuple[int, ...]:
    kind, key = stock.key.split("/")
    of = builder.draws.of
    if kind == "recruits":
        columns_of = [
            _intake_columns(builder, mean) for mean in intake_of(builder.mission, builder.draws, key)
        ]
        intake = [columns_of[0][0], builder.column(beyond_expected(builder.mission, builder.draws, key))]
    else:
        intake = [NOBODY, NOBODY]
    start, leaves = {
        "recruits": (f"recruits.{key}.at_start", [f"recruits.{key}.leaves"]),
        "competence": (f"competences.{key}.at_start", [f"competences.{key}.leaves"]),
        "hosts": (f"skills.{key}.hosts_at_start", [f"skills.{key}.hosts_leave"]),
        "hosts-of": ("", [f"skills.{skill}.hosts_leave" for skill in stock.skills]),
    }[kind]
    monthly = np.max([of(path) for path in leaves], axis=0)
    columns = (
        builder.column(whole(of(start)) if start else 0.0),
        builder.column(weekly_share(monthly)),
    )
    return (*columns, *intake, slot(stock.key))


def _intake_columns(builder: TableBuilder, mean: Floats) -> list[int]:
    """Write what the sampler asks of a weekly mean, behind the columns of the season before."""
    chunks = np.floor(mean / POISSON_CHUNK)
    return [builder.column(v) for v in (mean, np.exp(-(mean - POISSON_CHUNK * chunks)), chunks)]


class Training(NamedTuple):
    """Courses with what they are made of."""

    courses: Table
    phases: Table
    needs: Table
    uses: Table


class Lists:
    """Rows of phases, needs and uses, growing while courses and activities are read."""

    def __init__(self, mission: Mission, facilities: Sequence[str]) -> None:
        self.skills, self.facilities = list(mission.skills), list(facilities)
        holders = {s: [r for r in mission.roles.values() if s in r.skills] for s in self.skills}
        self.aside = {s for s, roles in holders.items() if roles and all(r.local for r in roles)}
        self.rarity = {s: len(roles) for s, roles in holders.items()}
        self.phases: list[tuple[int, ...]] = []
        self.needs: list[tuple[float, ...]] = []
        self.uses: list[tuple[float, ...]] = []

    def need(self, people: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
        """Write needs by skill, as people and the column of how many trainees one is for.

        What may fall away comes last, else the rarest skill first.
        """
        first = len(self.needs)
        order = sorted(people, key=lambda s: (s in self.aside, self.rarity[s]))
        for skill in order:
            number, one_per = people[skill]
            self.needs.append((self.skills.index(skill), number, skill in self.aside, one_per))
        return first, len(self.needs)

    def phase(self, phase: Phase, stops: int, one_per: Mapping[str, int]) -> None:
        """Write one phase, which is over after `stops` teaching weeks; columns of `one_per` by skill."""
        need = {k: (n.people or 0, one_per.get(k, NOBODY)) for k, n in phase.instructors.items()}
        first = len(self.uses)
        self.uses.extend((self.facilities.index(k), float(n)) for k, n in phase.uses.items())
        self.phases.append((stops, *self.need(need), first, len(self.uses)))


def may_be_idle(mission: Mission, key: str) -> bool:
    """Say whether a course serves nothing but targets, floors and other courses: else it is never called off.

    A course that trains hosts does, and one whose graduates nobody counts is asked for as such.
    """
    course = mission.courses[key]
    if course.grants is None or (course.teaches and mission.quantities[f"courses.{key}.teaches_on"].mean > 0):
        return False
    counted = any(course.grants in capability.made_of for capability in mission.capabilities.values())
    stock = f"competence/{course.grants}"
    return counted or any(source_of(other, mission) == stock for other in mission.courses.values())


def course_table(builder: TableBuilder, lists: Lists) -> Table:
    """Return the courses, their phases written to `lists`."""
    rows = {stock.key: row for row, stock in enumerate(stocks_of(builder.mission))}
    return table(COURSE, [_course(builder, lists, rows, key) for key in builder.mission.courses])


def _course(builder: TableBuilder, lists: Lists, rows: Mapping[str, int], key: str) -> tuple[float, ...]:
    mission, course, path = builder.mission, builder.mission.courses[key], f"courses.{key}"
    first, stops = len(lists.phases), 0
    for number, phase in enumerate(course.phases):
        stops += phase.weeks
        lists.phase(phase, stops, _seats_each(builder, key, number))
    granted = f"competences.{course.grants}.posted" if course.grants else ""
    return (
        rows.get(source_of(course, mission) or "", NOBODY),
        rows[f"competence/{course.grants}"] if course.grants else NOBODY,
        rows.get(f"hosts-of/{key}", NOBODY),
        course.seats.least,
        course.seats.most,
        first,
        len(lists.phases),
        int(any(skill not in lists.aside for phase in course.phases for skill in phase.instructors)),
        int(may_be_idle(mission, key)),
        int(may_be_shown(mission, key)),
        *(builder.quantity(f"{path}.{name}") for name in ("passes", "drops_out", "repeats", "teaches_on")),
        builder.quantity(granted) if granted else NOBODY,
        builder.quantity(f"{path}.foreign_at_least"),
        *_changing(builder, key),
    )


def _seats_each(builder: TableBuilder, key: str, number: int) -> dict[str, int]:
    """Return the columns of how many trainees one instructor is for in a phase, by skill.

    At least one, or the least that was written: widened ranges may reach further down.
    """
    course, found = builder.mission.courses[key], dict[str, int]()
    for skill, need in course.phases[number].instructors.items():
        if need.one_per is not None:
            own = course.in_phases and skill in course.in_phases[number].instructors
            path = f"courses.{key}.{f'in_phases.{number}.' if own else ''}instructors.{skill}.one_per"
            least = min(1.0, need.one_per.low)
            found[skill] = builder.column(np.maximum(least, builder.draws.of(path)))
    return found


def _changing(builder: TableBuilder, key: str) -> tuple[float, ...]:
    """Return columns of progress ratios, serials held before, column of weeks, what is left in the end."""
    found, weeks = builder.mission.learning_of(key), builder.mission.courses[key].weeks
    lasts = NOBODY
    if weeks is not None and not weeks.is_known:
        lasts = builder.column(np.maximum(1.0, whole(builder.draws.of(f"courses.{key}.weeks"))))
    if found is None:
        return NOBODY, NOBODY, 0, lasts, 1.0
    path, learns = found
    staff, fails = (builder.quantity(f"{path}.{name}") for name in ("instructors", "fails"))
    return staff, fails, learns.held_before, lasts, learns.at_least


class Goals(NamedTuple):
    """Capabilities, what they are made of, the order in which they form, and targets."""

    capabilities: Table
    parts: Table
    ranked: Ints
    formed_first: Ints
    targets: Table


def wanted(mission: Mission, weeks: int) -> Goals:
    """Return capabilities and targets; a target is read at the end of its week."""
    rows = {stock.key: row for row, stock in enumerate(stocks_of(mission))}
    capabilities: list[tuple[int, int]] = []
    parts: list[tuple[int, int]] = []
    for capability in mission.capabilities.values():
        first = len(parts)
        parts.extend((rows[f"competence/{key}"], people) for key, people in capability.made_of.items())
        capabilities.append((first, len(parts)))
    priorities = [-capability.priority for capability in mission.capabilities.values()]
    order = sorted(range(len(priorities)), key=lambda k: (priorities[k], k))
    ids = list(mission.capabilities)
    targets = [(ids.index(key), boundary(week, weeks)) for key, week, _ in targets_of(mission)]
    return Goals(
        table(CAPABILITY, capabilities),
        table(PART, parts),
        np.array(order, np.int32),
        _formed_first(mission),
        table(TARGET, targets),
    )


def _formed_first(mission: Mission) -> Ints:
    """Return the units formed first at each boundary, shape (capabilities, weeks of the mission + 1)."""
    first = np.array(list(formed_first(mission).values()), np.int32)
    first = first.reshape(len(mission.capabilities), mission.weeks)
    return np.concatenate((first[:, :1], first), axis=1)


def boundary(week: int, weeks: int) -> int:
    """Return the boundary at which the end of a week is read, inside what is simulated."""
    return min(max(week + 1, 0), weeks)


def targets_of(mission: Mission) -> list[tuple[str, int, int]]:
    """Return (capability, week, units wanted) by week, then by capability; of dates in one week the most."""
    keys = list(mission.capabilities)
    found = [(w, row, n) for row, key in enumerate(keys) for w, n in mission.wanted_by_week(key).items()]
    return [(keys[row], week, units) for week, row, units in sorted(found)]
