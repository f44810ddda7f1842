"""Why a job is late, dropped or short of people, with week and amount.

Takes a board on which everything else stands, gives reasons. Nothing is guessed: the last week in which the
job would have been on time is tried again, and what stands against it there is the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.reasons import Reason
from cadre.reasons.timetable import (
    AsLateAs,
    CannotStart,
    Expected,
    HeldOnlyIn,
    Holders,
    MakesWay,
    NoRoom,
    NotOverBy,
    PeopleShort,
    Pinned,
    ServeOthers,
    SiteNeverOpens,
    SiteOpens,
    WaitsFor,
    WaitsForDropped,
    WaitsForUnplanned,
    WeeksClosed,
)
from cadre.timetable.plan import NO_LEAD
from cadre.timetable.problem import Job, TimetableProblem, stops_of
from cadre.timetable.schedule import PartialSchedule
from cadre.timetable.staffing import crew_for, lead_of, teachers

FEW = 20
"""Weeks that are looked at, at most, from the last one back."""


def cause(schedule: PartialSchedule, j: int) -> Reason | None:
    """Return what stands against starting a job on time, everything else standing where it is.

    None where nothing does. The job may stand on the board; it is lifted and put back. The due week is
    looked at first, then the weeks before it.
    """
    job, placed = schedule.problem.jobs[j], schedule.remove(j)
    on_time = _first_against(schedule, job, min(job.due, job.latest))
    if placed is not None:
        schedule.restore(j, placed)
        return on_time
    late = _first_against(schedule, job, job.latest) if job.latest > job.due else on_time
    if late == on_time or late is None or on_time is None:
        return on_time or late
    return AsLateAs(on_time, job.latest, late)


def late_because(schedule: PartialSchedule, j: int) -> Reason | None:
    """Return why a placed job is late: what stands against its due week, or who holds it where it is."""
    if (why := cause(schedule, j)) is not None:
        return why
    pinned, stands = schedule.instance.pinned.get(j), schedule.problem.jobs[j].stands
    if pinned is not None:
        return Pinned(pinned)
    return Expected(stands) if stands is not None else None


def moved_because(schedule: PartialSchedule, j: int) -> Reason | None:
    """Return what stands against starting a job where it is expected, everything else standing where it is.

    What it could have alone and gives up for others is `MakesWay`. None where nobody expected it.
    """
    job = schedule.problem.jobs[j]
    if job.stands is None:
        return None
    if j in schedule.instance.pinned and schedule.placed[j] is not None:
        return Pinned(schedule.instance.pinned[j])
    placed = schedule.remove(j)
    against = _against(schedule, job, job.stands)
    if placed is not None:
        schedule.restore(j, placed)
    if job.stands not in schedule.instance.starts[j]:
        return against or CannotStart()
    return MakesWay(against or ServeOthers())


def _first_against(schedule: PartialSchedule, job: Job, last: int) -> Reason | None:
    weeks = range(last, max(job.earliest, last - FEW) - 1, -1)
    return next((why for week in weeks if (why := _against(schedule, job, week)) is not None), None)


def missing_people(schedule: PartialSchedule, j: int) -> Iterator[Reason]:
    """Return which seats of a placed job nobody holds."""
    job, placed = schedule.problem.jobs[j], schedule.placed[j]
    short: dict[tuple[int, int, int], int] = {}
    for shift in placed.crew if placed is not None else ():
        if shift.worker is None:
            key = (shift.skill, shift.begins, shift.ends)
            short[key] = short.get(key, 0) + 1
    site = schedule.problem.sites[job.site]
    for (k, b, e), n in sorted(short.items()):
        skill, who = schedule.problem.skills[k], _holders(schedule, job, k, (b, e))
        yield PeopleShort(n, False, skill, site, b, _last(b, e), who)


def without_lead(schedule: PartialSchedule, j: int) -> Reason | None:
    """Return that nobody teaches a placed job from its first week to its last, where somebody should."""
    job, placed = schedule.problem.jobs[j], schedule.placed[j]
    if placed is None or not schedule.problem.leads or not teachers(job, placed.crew):
        return None
    return NO_LEAD if lead_of(job, placed.crew, placed.start, placed.ends) is None else None


def _holders(schedule: PartialSchedule, job: Job, skill: int, weeks: tuple[int, int]) -> Holders | None:
    """Return where those who hold the skill are: taken, or not there so long."""
    if schedule.problem.handovers:
        return None
    begins, ends = weeks
    workers = [
        schedule.problem.workers[p] for p in schedule.instance.candidates.get((job.site, skill, False), ())
    ]
    there = [w for w in workers if w.here <= begins < w.leaves]
    stay = sum(w.is_there(begins, ends) for w in there)
    return Holders(len(there), len(there) - stay, stay)


def _last(begins: int, ends: int) -> int | None:
    """Return the last week of those from `begins` to `ends` (exclusive), None where it is the first."""
    return None if ends == begins + 1 else ends - 1


def _against(schedule: PartialSchedule, job: Job, week: int) -> Reason | None:
    return (
        _before(schedule, job, week)
        or _place_closed(schedule.problem, job, week)
        or _rooms(schedule, job, week)
        or _people(schedule, job, week)
    )


def _before(schedule: PartialSchedule, job: Job, week: int) -> Reason | None:
    for before in job.after:
        placed = schedule.placed[before]
        name = schedule.problem.jobs[before].id
        if placed is None:
            return WaitsForDropped(name)
        if placed.ends > week:
            return WaitsFor(name, placed.ends)
    return WaitsForUnplanned() if job.latest < job.earliest else None


def _place_closed(problem: TimetableProblem, job: Job, week: int) -> Reason | None:
    site = problem.sites[job.site]
    if job.opens > week:
        return SiteOpens(site, job.opens) if job.opens < problem.weeks else SiteNeverOpens(site)
    return None


def _rooms(schedule: PartialSchedule, job: Job, week: int) -> Reason | None:
    stops = schedule.instance.stops(job, week)
    if stops is None:
        last = week + job.length
        closed = (
            []
            if week in job.outside
            else sorted(w for w in schedule.problem.closed_for(job) if week <= w < last)
        )
        if closed:
            where = None if schedule.problem.closed >= set(closed) else schedule.problem.sites[job.site]
            return WeeksClosed(closed[0], _last(closed[0], closed[-1] + 1), where)
        if job.outside and stops_of(replace(job, outside=frozenset()), week, schedule.problem) is not None:
            return HeldOnlyIn(job.kind, job.periods)
        return NotOverBy(min(job.deadline, schedule.problem.weeks))
    short = schedule.short_room(job, week, stops)
    if short is None:
        return None
    resource, amount, begins, ends = short
    facility, _, site = schedule.problem.resources[resource].partition("@")
    return NoRoom(facility, site, begins, _last(begins, ends), amount)


def _people(schedule: PartialSchedule, job: Job, week: int) -> Reason | None:
    stops = schedule.instance.stops(job, week)
    if stops is None:
        return None
    crew = crew_for(schedule, job, week, stops=stops, handovers=True)
    missing = crew.missing
    crew.undo()
    if missing is None:
        return None
    skill, site = schedule.problem.skills[missing.skill], schedule.problem.sites[job.site]
    weeks = missing.begins, _last(missing.begins, missing.ends)
    return PeopleShort(missing.people, missing.foreign, skill, site, *weeks)
