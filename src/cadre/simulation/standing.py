"""Standing: the recorded state of a week, from which a simulation goes on instead of from the first day.

Takes what is known of the beginning of a week, by ids; gives the tables from which the kernel takes it up.
Rule: docs/model/simulation.md, From a recorded state.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cadre.mission import Mission
from cadre.simulation.records import (
    NEVER,
    NOBODY,
    NOW_ACTIVITY,
    NOW_COURSE,
    NOW_EVENT,
    NOW_MOVE,
    NOW_PROJECT,
    NOW_RUNNING,
    NOW_SITE,
    NOW_STINT,
    NOW_STOCK,
    Table,
)
from cadre.simulation.stays import PersonStay
from cadre.simulation.streams import slot
from cadre.simulation.table_builder import TableBuilder, table
from cadre.simulation.training_tables import stocks_of

SiteNow = Literal["not open", "open", "closed"]
SITE_STATES: tuple[SiteNow, ...] = ("not open", "open", "closed")
"""In the order of the kernel's codes."""


@dataclass(frozen=True)
class RunningSerial:
    """A serial that is being taught.

    Parameters
    ----------
    id, course, site : str
        Which one.
    people, began_with : int
        In class when they were last counted, and on its first day.
    taught, frozen : int
        Teaching weeks over, and weeks it stood still.
    ago : int
        Teaching weeks since the count: who dropped out in them is drawn.
    with_hosts : bool
        Whether hosts teach it together with the mission.
    alone : bool
        Whether hosts began it alone after exit, who pass fewer.
    """

    id: str
    course: str
    site: str
    people: int
    began_with: int
    taught: int
    frozen: int = 0
    ago: int = 0
    with_hosts: bool = False
    alone: bool = False


@dataclass(frozen=True)
class StockCount:
    """People of a stock, counted at the beginning of a week; None: as many as the first day had.

    From that week on people leave it as they are assumed to, and those in `moves` (week, people; fewer than
    none go) come at the end of their weeks. Recruits come as assumed from `arrivals_from` on.
    """

    people: int | None
    week: int = 0
    moves: tuple[tuple[int, int], ...] = ()
    arrivals_from: int = 0


@dataclass(frozen=True)
class Standing:
    """The state at the beginning of a week.

    Parameters
    ----------
    week : int
        From 1.
    stocks : mapping of str to StockCount
        By key as in `stocks_of`; every stock.
    running : sequence of RunningSerial
        The longest running first.
    over : frozenset of str
        Planned serials that started or were cancelled: they are not waited for.
    present : mapping of (str, str, int) to int, optional
        People who came, by offer, site and first planned week of their stay; none where one is left out. None
        where nobody knows who came: then it is drawn, as before the first day.
    sites : mapping of str to SiteNow
        State of each site.
    paused : bool
        Whether the whole mission is.
    ended, together, graduates : mapping of str to int
        By course: serials taught to the end, those of them with hosts, and people who passed.
    finished : mapping of str to int
        Week from which the effects of a project hold.
    activities : mapping of (str, str) to (float, int or None)
        Of those begun: weeks of work done, and the week from which it is over.
    happened : mapping of str to int
        Week in which an event happened.
    """

    week: int
    stocks: Mapping[str, StockCount]
    running: Sequence[RunningSerial] = ()
    over: frozenset[str] = frozenset()
    present: Mapping[tuple[str, str, int], int] | None = field(default_factory=dict)
    sites: Mapping[str, SiteNow] = field(default_factory=dict)
    paused: bool = False
    ended: Mapping[str, int] = field(default_factory=dict)
    together: Mapping[str, int] = field(default_factory=dict)
    graduates: Mapping[str, int] = field(default_factory=dict)
    finished: Mapping[str, int] = field(default_factory=dict)
    activities: Mapping[tuple[str, str], tuple[float, int | None]] = field(default_factory=dict)
    happened: Mapping[str, int] = field(default_factory=dict)


class NowTables(NamedTuple):
    """What the kernel takes up; no rows at all where it begins on the first day."""

    now_stocks: Table
    now_moves: Table
    now_running: Table
    now_courses: Table
    now_sites: Table
    now_projects: Table
    now_activities: Table
    now_events: Table
    now_stints: Table


EMPTY = NowTables(
    *(
        table(kind, [])
        for kind in (
            NOW_STOCK,
            NOW_MOVE,
            NOW_RUNNING,
            NOW_COURSE,
            NOW_SITE,
            NOW_PROJECT,
            NOW_ACTIVITY,
            NOW_EVENT,
            NOW_STINT,
        )
    )
)


def now_tables(
    builder: TableBuilder, standing: Standing | None, stays: Sequence[PersonStay], first_row: int
) -> NowTables:
    """Return the tables of a recorded state; rows of serials that run begin at `first_row`."""
    if standing is None:
        return EMPTY
    mission = builder.mission
    moves = [
        (row, week, people)
        for row, stock in enumerate(stocks_of(mission))
        for week, people in standing.stocks[stock.key].moves
    ]
    return NowTables(
        table(NOW_STOCK, [_stock(builder, standing, stock.key) for stock in stocks_of(mission)]),
        table(NOW_MOVE, moves),
        table(NOW_RUNNING, [_running(one, first_row + n) for n, one in enumerate(standing.running)]),
        table(NOW_COURSE, [_course(standing, key) for key in mission.courses]),
        table(NOW_SITE, [(SITE_STATES.index(standing.sites[key]),) for key in mission.sites]),
        table(NOW_PROJECT, [(standing.finished.get(key, NEVER),) for key in mission.projects]),
        table(NOW_ACTIVITY, _activities(mission, standing)),
        table(NOW_EVENT, [(standing.happened.get(key, NOBODY),) for key in mission.events]),
        table(NOW_STINT, _arrived(standing, stays)),
    )


def rows_running(mission: Mission, standing: Standing | None) -> list[tuple[int, ...]]:
    """Return the rows among the serials of those that run, which nobody still plans."""
    courses, sites = list(mission.courses), list(mission.sites)
    return [
        (courses.index(one.course), sites.index(one.site), NEVER, one.began_with, slot(f"serial/{one.id}"))
        for one in (standing.running if standing else ())
    ]


def _stock(builder: TableBuilder, standing: Standing, key: str) -> tuple[int, ...]:
    count = standing.stocks[key]
    people = NOBODY if count.people is None else count.people
    return people, count.week, count.arrivals_from


def _running(one: RunningSerial, row: int) -> tuple[int, ...]:
    return row, one.people, one.began_with, one.ago, one.taught, one.frozen, one.with_hosts, one.alone


def _course(standing: Standing, key: str) -> tuple[int, ...]:
    return standing.ended.get(key, 0), standing.together.get(key, 0), standing.graduates.get(key, 0)


def _activities(mission: Mission, standing: Standing) -> list[tuple[float, ...]]:
    names = [(key, name) for key, project in mission.projects.items() for name in project.activities]
    rows: list[tuple[float, ...]] = []
    for name in names:
        work, over = standing.activities.get(name, (0.0, None))
        rows.append((NEVER if over is None else over, int(name in standing.activities), work))
    return rows


def _arrived(standing: Standing, stays: Sequence[PersonStay]) -> list[tuple[int, ...]]:
    """Return how many of each stay that has begun came; NOBODY of those to come.

    Stays of one offer at one site from one week on share those who came, in their order.
    """
    if standing.present is None:
        return [(NOBODY,) for _ in stays]
    left = dict(standing.present)
    rows: list[tuple[int, ...]] = []
    for stay in stays:
        if stay.begins >= standing.week or not stay.places:
            rows.append((NOBODY,))
            continue
        key = stay.offer, stay.site, stay.begins
        came = min(stay.people, left.get(key, 0))
        left[key] = left.get(key, 0) - came
        rows.append((came,))
    return rows
