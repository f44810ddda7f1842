"""What is wrong with a programme, worked out from the plan and the mission alone.

Knows no solver and no model.

Takes a programme, its mission and, where it was planned within them, the posts that could be filled; gives
each rule broken. Serials, people, places and projects are judged here, whether posts suffice
in `manning`, whether those stand that must in `establishment`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from cadre.mission import Mission
from cadre.programme.offered import OfferedPeople
from cadre.programme.plan import Programme
from cadre.programme.prices import done_from
from cadre.programme.projection import Batch, StockProjection, project_stocks
from cadre.programme.staffing_violations import staffing_violations
from cadre.programme.support_violations import At, support_violations
from cadre.reasons import BrokenRule
from cadre.reasons import broken_programme as broken

ROOM = 1e-4
"""People, rooms or beds by which a sum may miss its bound: solvers keep rows to 1e-6 of their entries."""


def violations(
    programme: Programme, mission: Mission, *, offered: Sequence[OfferedPeople] | None = None
) -> tuple[BrokenRule, ...]:
    """Return everything that is wrong with a programme; empty for a sound one.

    Parameters
    ----------
    programme : Programme
        The plan.
    mission : Mission
        What it is for.
    offered : sequence of OfferedPeople, optional
        People of offers that it may count on, as given to the planning.
    """
    strange = tuple(_strange(programme, mission))
    if strange:
        return strange
    followed = project_stocks(mission, programme.serials)
    return (
        *_serials(programme, mission, followed),
        *_gates(programme, mission),
        *_people(followed),
        *_stated(programme, mission, followed),
        *_rooms(programme, mission, followed),
        *_beds(programme, mission, followed),
        *_activities(programme, mission),
        *staffing_violations(programme, mission, followed, offered=offered),
        *support_violations(programme, mission, followed, offered=offered),
    )


def _strange(programme: Programme, mission: Mission) -> Iterator[BrokenRule]:
    """Find what the mission does not know; nothing else can be judged then."""
    for batch in programme.serials:
        course = mission.courses.get(batch.course)
        if course is None or batch.site not in course.sites:
            yield broken.UnknownCourse(batch.course, batch.site)
        elif not 0 <= batch.week < mission.weeks:
            yield broken.UnknownWeek(batch.course, batch.site, batch.week)
    for post in programme.posts:
        if post.role not in mission.roles or post.site not in mission.sites:
            yield broken.UnknownPost(post.role, post.site)
        elif not 0 <= post.rotation * programme.rotation_weeks < mission.exit_week:
            yield broken.UnknownRotation(post.role, post.site, post.rotation)
    for begun in programme.activities:
        project = mission.projects.get(begun.project)
        if project is None or begun.activity not in project.activities:
            yield broken.UnknownActivity(begun.project, begun.activity)


def _serials(programme: Programme, mission: Mission, followed: StockProjection) -> Iterator[BrokenRule]:
    """A batch is of a course held, begins and ends in time, and its classes are neither thin nor overfull."""
    for batch in followed.batches:
        for rule in _batch(batch, mission):
            yield broken.BatchBroken(batch.plan.course, batch.plan.site, batch.plan.week, rule)


def _batch(batch: Batch, mission: Mission) -> Iterator[BrokenRule]:
    plan, course = batch.plan, mission.courses[batch.plan.course]
    if not course.held:
        yield broken.NotHeld()
    if batch.start is None:
        yield broken.CannotBegin()
    elif batch.end > mission.weeks:
        yield broken.EndsTooLate(batch.end)
    if plan.serials < 1 or plan.serials != int(plan.serials):
        yield broken.SoManySerials(plan.serials)
    seats = course.seats
    if not seats.least <= plan.seats <= seats.most:
        yield broken.ClassSize(plan.seats, seats.least, seats.most)
    if not seats.least * plan.serials - ROOM <= plan.trainees <= plan.seats * plan.serials + ROOM:
        yield broken.Trainees(plan.trainees, plan.serials, seats.least, plan.seats)


def _gates(programme: Programme, mission: Mission) -> Iterator[BrokenRule]:
    """No serial begins at a site before the projects that open it are finished."""
    for batch in programme.serials:
        for key, project in mission.projects.items():
            done = _done(programme, mission, key) * programme.period_weeks
            if batch.site in project.effects.opens and batch.week < done:
                rule = broken.NotFinished(key)
                yield broken.BatchBroken(batch.course, batch.site, batch.week, rule)


def _done(programme: Programme, mission: Mission, project: str) -> float:
    if not mission.projects[project].carried_out:
        return math.inf
    return done_from(programme, mission, project)


def _people(followed: StockProjection) -> Iterator[BrokenRule]:
    """Trainees of a week were in their pool when it began."""
    for pool, week, taken, there in followed.taken:
        if taken > there + ROOM:
            yield broken.PoolShort(pool, week, taken, there)


def _stated(programme: Programme, mission: Mission, followed: StockProjection) -> Iterator[BrokenRule]:
    """Stocks and hosts in the plan are those that follow from its serials, and targets those of its units."""
    yield from _same("holders", programme.stocks, {k: tuple(v) for k, v in followed.holders.items()})
    yield from _same("hosts", programme.hosts, {k: followed.hosts_with(k) for k in mission.skills})
    yield from _units(programme, mission, followed)
    for target in programme.targets:
        week = mission.floor_judged if target.week >= mission.weeks else max(target.week, 0)
        units = programme.units[target.capability][week]
        if abs(target.reached - units) > ROOM:
            yield broken.NotReached(target.capability, target.week, target.reached)


def _same(
    of: Literal["holders", "hosts"],
    stated: Mapping[str, Sequence[float]],
    true: Mapping[str, Sequence[float]],
) -> Iterator[BrokenRule]:
    for key in sorted(set(stated) ^ set(true)):
        yield broken.SeriesMissing(of, key)
    for key in sorted(set(stated) & set(true)):
        if any(abs(a - b) > ROOM for a, b in zip(stated[key], true[key], strict=True)):
            yield broken.SeriesWrong(of, key)


def _units(programme: Programme, mission: Mission, followed: StockProjection) -> Iterator[BrokenRule]:
    """Units of all capabilities together are made of no more people than hold each competence."""
    need: dict[str, list[float]] = defaultdict(lambda: [0.0] * mission.weeks)
    for key, units in programme.units.items():
        if min(units, default=0.0) < -ROOM:
            yield broken.UnitsNegative(key)
        for competence, people in mission.capabilities[key].made_of.items():
            need[competence] = [n + people * u for n, u in zip(need[competence], units, strict=True)]
    for competence, wanted in need.items():
        for week, (n, there) in enumerate(zip(wanted, followed.holders[competence], strict=True)):
            if n > there + ROOM:
                yield broken.UnitsOverdrawn(competence, week, n, there)


def _phase_weeks(mission: Mission, batch: Batch) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield each teaching week of a batch with what one serial uses in it."""
    first = 0
    for phase in mission.courses[batch.plan.course].phases:
        for week in batch.taught[first : first + phase.weeks]:
            yield week, dict(phase.uses)
        first += phase.weeks


def _open(mission: Mission, site: str, week: int) -> bool:
    """Say whether a site teaches in a week."""
    there = mission.sites[site].in_country or week < mission.exit_week
    return there and week not in mission.closed_at(site) and week >= mission.opening_week(site)


def _rooms(programme: Programme, mission: Mission, followed: StockProjection) -> Iterator[BrokenRule]:
    """Room-weeks used in a period are within facilities, those of finished projects included."""
    used: dict[tuple[str, str, int], float] = defaultdict(float)
    for batch in followed.batches:
        for week, uses in _phase_weeks(mission, batch):
            for facility, rooms in uses.items():
                used[batch.plan.site, facility, week // programme.period_weeks] += rooms * batch.plan.serials
    for (site, facility, period), rooms in sorted(used.items()):
        first = period * programme.period_weeks
        last = min(first + programme.period_weeks, mission.weeks)
        weeks = sum(_open(mission, site, w) for w in range(first, last))
        there = mission.sites[site].facilities.get(facility, 0)
        there += _added(programme, mission, (site, facility, period))
        if rooms > there * weeks + ROOM:
            yield broken.RoomsShort(facility, site, period, rooms, there * weeks)


def _added(programme: Programme, mission: Mission, at: At) -> int:
    """Return the facilities or beds that finished projects have added to a site by a period."""
    site, facility, period = at
    return sum(
        project.effects.adds.get(site, {}).get(facility, 0)
        for key, project in mission.projects.items()
        if _done(programme, mission, key) <= period
    )


def _beds(programme: Programme, mission: Mission, followed: StockProjection) -> Iterator[BrokenRule]:
    """Trainees and foreign posts present in the mean of a period are within the beds of a site."""
    present = followed.present(mission, programme.period_weeks)
    for batch in programme.posts:
        if mission.roles[batch.role].local:
            continue
        first = batch.rotation * programme.rotation_weeks
        for week in range(first, min(first + programme.rotation_weeks, mission.exit_week)):
            period = week // programme.period_weeks
            weeks = min(programme.period_weeks, mission.weeks - period * programme.period_weeks)
            present[batch.site, period] += batch.people / weeks
    for (site, period), people in sorted(present.items()):
        beds = mission.sites[site].beds
        if beds is not None:
            there = beds + _added(programme, mission, (site, "beds", period))
            if people > there + ROOM:
                yield broken.BedsShort(site, period, people, there)


def _activities(programme: Programme, mission: Mission) -> Iterator[BrokenRule]:
    """Activities begin once, after what must come before them, and end by exit."""
    starts = {(a.project, a.activity): a.period for a in programme.activities}
    if len(starts) < len(programme.activities):
        yield broken.BegunTwice()
    for (project, name), period in starts.items():
        for rule in _activity(programme, mission, starts, (project, name)):
            yield broken.ActivityBroken(project, name, period, rule)


def _activity(
    programme: Programme,
    mission: Mission,
    starts: Mapping[tuple[str, str], int],
    begun: tuple[str, str],
) -> Iterator[BrokenRule]:
    project, name = begun
    period, width, activity = (
        starts[begun],
        programme.period_weeks,
        mission.projects[project].activities[name],
    )
    if not mission.projects[project].carried_out:
        yield broken.NotCarriedOut()
    if period < 0 or period * width + activity.weeks.mean > mission.exit_week + ROOM:
        yield broken.BeyondExit()
    for before in activity.after:
        lag = max(1, math.ceil(mission.projects[project].activities[before].weeks.mean / width - 1e-9))
        if (project, before) not in starts or starts[project, before] + lag > period:
            yield broken.NotFinished(before)
    for other in mission.projects[project].after:
        if _done(programme, mission, other) > period:
            yield broken.NotFinished(other)
