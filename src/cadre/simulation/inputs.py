"""Inputs: a mission and its plans as plain arrays, so that every option runs in the same compiled kernel.

Takes a mission, its programme, force plan and timetable, and the draws; gives `Inputs`. Without force plan
and timetable, for screening, posts are filled as offers are on average and serials are planned at the
beginning of their period.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission, end_of_run
from cadre.programme.plan import Programme
from cadre.simulation.draws import Draws
from cadre.simulation.event_tables import event_table
from cadre.simulation.outcome import CAUSES, POINT_WEEKS
from cadre.simulation.place_tables import facilities_of, rooms_of, site_table, stops, work_tables
from cadre.simulation.policy_tables import policy_tables, rows_for_calls, weeks_ahead
from cadre.simulation.records import (
    CALLED_AT_ONCE,
    NEED,
    NEVER,
    PHASE,
    SERIAL,
    USE,
    CountLayout,
    Flags,
    Ints,
    Table,
    Tables,
    count_columns,
)
from cadre.simulation.seasons import season_of
from cadre.simulation.staff_tables import staff_tables
from cadre.simulation.standing import Standing, now_tables, rows_running
from cadre.simulation.stays import PersonStay, PostPlace, stays_of
from cadre.simulation.streams import slot
from cadre.simulation.table_builder import TableBuilder, table, whole
from cadre.simulation.training_tables import Lists, course_table, stock_table, wanted
from cadre.simulation.under_way import rows_under_way, under_way_at, under_way_table
from cadre.simulation.years import new_years
from cadre.timetable.demand import serials_of
from cadre.timetable.plan import Serial, Timetable


@dataclass(frozen=True)
class Plans:
    """What is played: the programme, and the force plan and the timetable where they were made."""

    programme: Programme
    forces: ForcePlan | None = None
    timetable: Timetable | None = None


@dataclass(frozen=True)
class Inputs:
    """What the kernel reads, and what is needed to price what it counts.

    Parameters
    ----------
    tables, frame
        Records and numbers of the mission.
    values : ndarray of float64, shape (outer, columns)
        What was drawn.
    posts : dict of str to ndarray of float64, shape (weeks,)
        Foreign posts planned in each week, by role.
    not_planned : int
        Serials that the timetable could not place.
    """

    tables: Tables
    frame: CountLayout
    values: NDArray[np.float64]
    posts: dict[str, NDArray[np.float64]]
    not_planned: int

    @property
    def posts_by_week(self) -> NDArray[np.float64]:
        """Foreign posts planned in each week, of all roles, shape (weeks,)."""
        return sum(self.posts.values(), np.zeros(self.frame.weeks))


def inputs(
    mission: Mission,
    plans: Plans,
    draws: Draws,
    *,
    weeks: int | None = None,
    standing: Standing | None = None,
) -> Inputs:
    """Turn a mission and its plans into arrays.

    Parameters
    ----------
    mission, plans
        The option's.
    draws : Draws
        Of the same mission.
    weeks : int, optional
        Weeks to play; all of the mission's when left out.
    standing : Standing, optional
        The recorded state to go on from; the first day when left out.
    """
    length = mission.weeks if weeks is None else min(weeks, mission.weeks)
    builder, stays = TableBuilder(mission, draws), stays_of(mission, plans.programme, plans.forces)
    planned = serials_planned(mission, plans)
    if standing is not None:
        stays = [*stays, *_beside_the_plan(mission, stays, standing)]
        planned = tuple(serial for serial in planned if serial.id not in standing.over)
    tables = _tables(builder, plans, stays, (_serials(mission, planned, standing), length), standing)
    held = [s for s in stays if not mission.roles[s.role].local]
    posts = _posts(mission, plans, held)
    by_week = {role: np.zeros(length) for role in mission.roles}
    for opens, closes, people, role in posts:
        by_week[role][opens : max(opens, closes)] += people
    return Inputs(
        tables,
        _frame(builder, tables, length, plans, standing),
        builder.values(),
        by_week,
        sum(serial.start is None for serial in planned),
    )


def _posts(mission: Mission, plans: Plans, stays: list[PersonStay]) -> list[tuple[int, int, int, str]]:
    """Return (opens, closes, people, role) of every foreign post line planned."""
    if plans.forces is None:
        return [(stay.begins, stay.ends, stay.people, stay.role) for stay in stays]
    return [(x.opens, min(x.closes, mission.exit_week), x.people, x.role) for x in plans.forces.lines]


def serials_planned(mission: Mission, plans: Plans) -> tuple[Serial, ...]:
    """Return the timetable's serials, or the programme's, each at the first week of its period that can."""
    if plans.timetable is not None:
        return plans.timetable.serials
    return tuple(
        _at_first_week(_may_start(mission, (s.course, s.site), mission.weeks), s)
        for s in serials_of(plans.programme, mission)
    )


def _at_first_week(may_start: Flags, serial: Serial) -> Serial:
    later = may_start[serial.earliest :]
    return replace(serial, start=serial.earliest + (int(later.argmax()) if later.any() else 0))


def _may_start(mission: Mission, held: tuple[str, str], weeks: int) -> Flags:
    """Say in which weeks the calendar lets a course start at a site.

    Where the site alone is closed it does: what then stands against a serial is the place.
    """
    course, (key, site) = mission.courses[held[0]], held
    outside, closed = mission.working.outside(key, site), mission.closed_at(site)
    run = 1 if course.may_pause and not outside else course.length
    return _open_for((closed, closed - mission.closed_weeks, outside), weeks, run, course.may_pause)


@lru_cache(maxsize=1024)
def _open_for(
    without: tuple[frozenset[int], frozenset[int], frozenset[int]], weeks: int, length: int, may_pause: bool
) -> Flags:
    """Say in which weeks a course may start; kept, since options share calendar and courses.

    `without`: weeks closed, those of them closed at the site alone, those outside of the course's periods.
    """
    closed, shut, outside = without
    ends = [end_of_run(week, length, closed, may_pause=may_pause, outside=outside) for week in range(weeks)]
    starts = np.array([end is not None or week in shut for week, end in enumerate(ends)], np.uint8)
    starts.flags.writeable = False
    return starts


def _beside_the_plan(mission: Mission, stays: list[PersonStay], standing: Standing) -> Iterator[PersonStay]:
    """Yield people who are there and were not planned to be: for a tour, or until their offer ends."""
    planned = Counter[tuple[str, str, int]]()
    for stay in stays:
        planned[stay.offer, stay.site, stay.begins] += stay.people
    for (offer, site, begins), people in (standing.present or {}).items():
        more = people - planned[offer, site, begins]
        ends = min(begins + mission.tours.weeks, mission.weeks_of(mission.offers[offer])[1])
        if more > 0 and ends > standing.week:
            of = mission.offers[offer]
            away = tuple(sorted(mission.working.away(of.party, site)))
            places = tuple(PostPlace(f"beside/{offer}/{site}/{begins}", n) for n in range(more))
            yield PersonStay(
                of.role,
                site,
                begins,
                ends,
                more,
                begins,
                offer,
                sure=True,
                not_for=of.not_for,
                places=places,
                away=away,
            )


def _tables(
    builder: TableBuilder,
    plans: Plans,
    stays: list[PersonStay],
    played: tuple[Table, int],
    standing: Standing | None,
) -> Tables:
    mission, (serials, weeks) = builder.mission, played
    lists = Lists(mission, facilities_of(mission))
    courses, work = course_table(builder, lists), work_tables(builder, lists, activities_planned(plans))
    staff, goal = staff_tables(builder, stays), wanted(mission, weeks)
    policy, years = policy_tables(mission, stays), new_years(mission, weeks)
    open_before, open_week = _teaching_weeks(mission)
    return Tables(
        stocks=stock_table(builder),
        courses=courses,
        phases=table(PHASE, lists.phases),
        needs=table(NEED, lists.needs),
        uses=table(USE, lists.uses),
        sites=site_table(builder),
        projects=work.projects,
        activities=work.activities,
        adds=work.adds,
        pools=staff.pools,
        choices=staff.choices,
        stints=staff.stints,
        places=staff.places,
        serials=serials,
        under_way=under_way_table(builder, len(serials) - len(under_way_at(mission, standing)), standing),
        calls=policy.calls,
        **now_tables(builder, standing, stays, _first_called(mission, serials, standing))._asdict(),
        events=event_table(builder),
        goals=policy.goals,
        capabilities=goal.capabilities,
        parts=goal.parts,
        targets=goal.targets,
        links=builder.linked(),
        host_links=staff.host_links,
        ranked=goal.ranked,
        formed_first=goal.formed_first,
        alone=work.alone,
        rooms=rooms_of(mission),
        barred=staff.barred,
        away=staff.away[:, :weeks],
        teaching=np.array([w not in mission.closed_weeks for w in range(weeks)], np.uint8),
        may_start=_starts(mission, weeks),
        shut=_shut(mission, weeks),
        open_before=open_before,
        open_week=open_week,
        wants=policy.wants,
        strength=policy.strength,
        group_of=policy.group_of,
        explodes=policy.explodes,
        goal_of=policy.goal_of,
        season_of=season_of(mission, weeks),
        new_years=years,
        year_of=np.array(np.searchsorted(years, np.arange(weeks), side="right"), np.int32),
    )


def _first_called(mission: Mission, serials: Table, standing: Standing | None) -> int:
    """Return the row behind those of the plan: classes called besides it, and those that run, stand there."""
    running = len(standing.running) if standing else 0
    return len(serials) - len(under_way_at(mission, standing)) - CALLED_AT_ONCE - running


def _serials(mission: Mission, serials: tuple[Serial, ...], standing: Standing | None) -> Table:
    """Return the serials by planned week, then by the course's priority, then as written."""
    courses, sites = list(mission.courses), list(mission.sites)
    played = [s for s in serials if s.start is not None and s.start < mission.weeks and s.trainees > 0]
    played.sort(key=lambda s: (s.start, -mission.courses[s.course].priority))
    rows = [
        (courses.index(s.course), sites.index(s.site), s.start, s.trainees, slot(f"serial/{s.id}"))
        for s in played
    ]
    behind = [*rows_running(mission, standing), *rows_for_calls(), *rows_under_way(mission, standing)]
    return table(SERIAL, [*rows, *behind])


def _starts(mission: Mission, weeks: int) -> Flags:
    rows = [_may_start(mission, (key, site), weeks) for key in mission.courses for site in mission.sites]
    return np.array(rows, np.uint8).reshape(len(rows), weeks)


def _shut(mission: Mission, weeks: int) -> Flags:
    """Say in which weeks each site is closed by plan; the calendar's closed weeks are in `teaching`."""
    rows = [
        [w in mission.closed_at(site) - mission.closed_weeks for w in range(weeks)] for site in mission.sites
    ]
    return np.array(rows, np.uint8).reshape(len(rows), weeks)


def _teaching_weeks(mission: Mission) -> tuple[Ints, Ints]:
    """Return teaching weeks before each boundary, and which they are, by site and of the calendar alone."""
    closed = [*(mission.closed_at(site) for site in mission.sites), mission.closed_weeks]
    before = np.zeros((len(closed), mission.weeks + 1), np.int32)
    which = np.zeros((len(closed), mission.weeks), np.int32)
    for row, weeks in enumerate(closed):
        taught = np.array([w not in weeks for w in range(mission.weeks)])
        before[row, 1:] = np.cumsum(taught)
        which[row, : before[row, -1]] = np.flatnonzero(taught)
    return before, which


def activities_planned(plans: Plans) -> dict[tuple[str, str], int]:
    """Return the week in which each planned activity begins: the timetable's, or its period's first."""
    if plans.timetable is not None:
        slots = plans.timetable.activities
        return {(a.project, a.activity): a.start for a in slots if a.start is not None}
    weeks = plans.programme.period_weeks
    return {(a.project, a.activity): a.period * weeks for a in plans.programme.activities}


def _frame(
    builder: TableBuilder, tables: Tables, weeks: int, plans: Plans, standing: Standing | None
) -> CountLayout:
    """The numbers of the whole mission; a timetable has placed leave, so that it takes no share then."""
    here = np.maximum(0.0, 1 - builder.draws.of("tours.leave") / builder.mission.tours.weeks)
    mission, of = builder.mission, builder.draws.of
    lost = of(f"commands.{mission.command}.weeks_lost") if mission.command else 0.0
    pauses, resumes = stops(builder, mission.pauses, "pauses")
    return CountLayout(
        weeks,
        standing.week if standing else 0,
        bool(standing and standing.paused),
        mission.begin_week,
        mission.exit_week,
        min(mission.floor_week, weeks),
        POINT_WEEKS,
        builder.column(whole(of("tours.handover") + lost)),
        builder.column(1.0 if plans.timetable is not None else here),
        pauses,
        resumes,
        builder.quantity("hosts_teach_alone.passes"),
        mission.hosts_teach_alone.after or NEVER,
        mission.policy.reacts != "never",
        mission.policy.beyond_targets,
        mission.tours.weeks,
        weeks_ahead(mission),
        _first_called(mission, tables.serials, standing),
        len(tables.serials) - len(tables.under_way),
        mission.weeks,
        builder.quantity("reliability.followed"),
        *count_columns(tables, len(mission.roles), len(CAUSES)),
    )
