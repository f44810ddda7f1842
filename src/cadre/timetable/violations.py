"""The oracle: everything that is wrong with a timetable, worked out from the mission alone.

Takes a timetable, the programme and force plan it was made for, and their mission; gives one sentence for
each thing that is wrong. Knows nothing of how plans are made: rules are written a second time, on purpose.
Rules of people stand in `cadre.timetable.people_rules`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cadre.forces.plan import ForcePlan
from cadre.mission import Mission, end_of_run
from cadre.programme.plan import Programme
from cadre.programme.reckoning import reckon, shown_from
from cadre.timetable.demand import prerequisites, ready_weeks, serials_of
from cadre.timetable.people import people_of
from cadre.timetable.people_rules import people_faults
from cadre.timetable.plan import MOST_WEEKS_LATE, ActivitySlot, Serial, Timetable
from cadre.timetable.stays import finished, phase_weeks

TOLERANCE = 1e-6


def violations(
    timetable: Timetable,
    programme: Programme,
    forces: ForcePlan,
    mission: Mission,
    *,
    at: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Give everything that is wrong with a timetable; empty for a sound one.

    Parameters
    ----------
    timetable : Timetable
        The plan.
    programme, forces : Programme, ForcePlan
        What it was made for: serials, activities, posts; and the people.
    mission : Mission
        The mission with the option applied.
    at : mapping of str to str, optional
        Serials that were to be held at another site than the programme says.

    Returns
    -------
    tuple of str
        One sentence each, with serial, week and amount; in the order of the rules.
    """
    width = programme.period_weeks
    return (
        *_listed(timetable, _asked(programme, mission, at or {})),
        *_expected(timetable, programme, forces, mission),
        *(told for serial in timetable.serials for told in _weeks(serial, mission)),
        *(told for serial in timetable.serials for told in _reasons(serial)),
        *_sites_open(timetable, mission),
        *_trainees_ready(timetable, mission),
        *_rooms(timetable, mission),
        *_beds(timetable, programme, mission),
        *(told for slot in timetable.activities for told in _activity(slot, timetable, programme, mission)),
        *people_faults(timetable, mission, shown_from(mission, reckon(mission, programme.serials), width)),
    )


def _asked(programme: Programme, mission: Mission, at: Mapping[str, str]) -> tuple[Serial, ...]:
    """Give the serials that the programme asks for, at the sites where they are to be held."""
    return tuple(replace(s, site=at.get(s.id, s.site)) for s in serials_of(programme, mission))


def _listed(timetable: Timetable, serials: tuple[Serial, ...]) -> Iterator[str]:
    """Every serial stands once, as asked."""
    asked, told = (
        Counter((s.id, s.course, s.site, s.earliest, s.due, s.trainees) for s in of)
        for of in (serials, timetable.serials)
    )
    for key in asked - told:
        yield f"{key[0]}: asked for by the programme, not listed"
    for key in told - asked:
        yield f"{key[0]}: listed, not asked for by the programme, or twice"


def _expected(
    timetable: Timetable, programme: Programme, forces: ForcePlan, mission: Mission
) -> Iterator[str]:
    """Every activity of the programme stands once, and the people are those who come."""
    planned = Counter((a.project, a.activity) for a in programme.activities)
    if planned != Counter((a.project, a.activity) for a in timetable.activities):
        yield "activities: not those of the programme"
    if timetable.people != people_of(forces, programme, mission):
        yield "people: not those of the force plan and the programme"


def _weeks(serial: Serial, mission: Mission) -> Iterator[str]:
    """The start lies in the window and in an open week; the end follows from the calendar."""
    if serial.start is None:
        return
    course, site = mission.courses[serial.course], mission.sites[serial.site]
    if not serial.earliest <= serial.start <= serial.due + MOST_WEEKS_LATE:
        yield f"{serial.id}: starts in week {serial.start}, outside its window"
    closed = mission.closed_at(serial.site)
    if serial.start in closed:
        yield f"{serial.id}: starts in week {serial.start}, which is closed"
        return
    ends = end_of_run(serial.start, course.length, closed, may_pause=course.may_pause)
    if ends is None:
        yield f"{serial.id}: touches closed weeks from week {serial.start} and may not pause"
    elif serial.ends != ends:
        yield f"{serial.id}: ends in week {serial.ends}, the calendar says {ends}"
    last = mission.weeks if site.in_country else mission.exit_week
    if ends is not None and ends > last:
        yield f"{serial.id}: over in week {ends}, must be by week {last}"


def _reasons(serial: Serial) -> Iterator[str]:
    """What is dropped, late or short of people says why; what is dropped holds nothing."""
    if serial.start is None and (serial.ends is not None or serial.seats):
        yield f"{serial.id}: dropped, and yet it has an end or seats"
    if not serial.why and (serial.weeks_late or any(not seat.person for seat in serial.seats)):
        yield f"{serial.id}: dropped, late or short without a reason"


def _sites_open(timetable: Timetable, mission: Mission) -> Iterator[str]:
    """No serial starts at a site before its date, or before the projects that open it are finished."""
    done = finished(timetable, mission)
    for serial in timetable.serials:
        if serial.start is None:
            continue
        if serial.start < mission.opening_week(serial.site) - TOLERANCE:
            yield f"{serial.id}: starts in week {serial.start}, before {serial.site} opens"
        for key, project in mission.projects.items():
            opens = project.carried_out and serial.site in project.effects.opens
            if opens and done.get(key, mission.weeks) > serial.start:
                yield f"{serial.id}: starts in week {serial.start}, before {key} opens {serial.site}"


def _trainees_ready(timetable: Timetable, mission: Mission) -> Iterator[str]:
    """Those from whom a serial takes its trainees are over before it."""
    by_id = {serial.id: serial for serial in timetable.serials}
    for key, before in prerequisites(timetable.serials, mission).items():
        start = by_id[key].start
        for other in before if start is not None else ():
            ends = by_id[other].ends
            if ends is None or ends > (start or 0):
                yield f"{key}: starts in week {start}, before its trainees come from {other}"
    for key, ready in ready_weeks(timetable.serials, mission).items():
        start = by_id[key].start
        if start is not None and start < ready:
            yield f"{key}: starts in week {start}, before its trainees come from those under way ({ready})"


def _rooms(timetable: Timetable, mission: Mission) -> Iterator[str]:
    """At each site and in each week, what the phases hold of a facility is there."""
    used: dict[tuple[str, str, int], float] = {}
    for serial in timetable.serials:
        if serial.start is not None:
            for phase, begins, ends in phase_weeks(serial, mission):
                for facility, amount in phase.uses.items():
                    for week in range(begins, ends):
                        key = (serial.site, facility, week)
                        used[key] = used.get(key, 0.0) + amount
    done = finished(timetable, mission)
    for (site, facility, week), amount in sorted(used.items()):
        there = mission.sites[site].facilities.get(facility, 0) + _added(site, facility, week, done, mission)
        if amount > there + TOLERANCE:
            yield f"{site}: {amount:g} {facility} held in week {week}, {there} there"


def _added(site: str, facility: str, week: int, done: dict[str, int], mission: Mission) -> int:
    return sum(
        mission.projects[key].effects.adds.get(site, {}).get(facility, 0)
        for key, finished in done.items()
        if finished <= week
    )


def _beds(timetable: Timetable, programme: Programme, mission: Mission) -> Iterator[str]:
    """At each site with a limit, trainees find a bed beside the foreign posts in each week."""
    done = finished(timetable, mission)
    for site_id, site in mission.sites.items():
        if site.beds is None:
            continue
        for week in range(mission.weeks):
            trainees = sum(
                s.trainees
                for s in timetable.serials
                if s.site == site_id and s.start is not None and s.start <= week < (s.ends or 0)
            )
            beds = site.beds + _added(site_id, "beds", week, done, mission)
            if trainees and trainees + _posts(site_id, week, programme, mission) > beds:
                yield f"{site_id}: {trainees} trainees beside the posts in week {week}, {beds} beds"


def _posts(site: str, week: int, programme: Programme, mission: Mission) -> int:
    if week >= mission.exit_week:
        return 0
    return sum(
        b.people
        for b in programme.posts
        if b.site == site
        and b.rotation == week // programme.rotation_weeks
        and not mission.roles[b.role].local
    )


def _activity(
    slot: ActivitySlot, timetable: Timetable, programme: Programme, mission: Mission
) -> Iterator[str]:
    """An activity starts from its period on, after what it follows, lasts its weeks, is over by exit."""
    if slot.weeks_late and not slot.why:
        yield f"{slot.id}: dropped or late without a reason"
    if slot.start is None or slot.ends is None:
        return
    project = mission.projects[slot.project]
    weeks = max(1, math.ceil(project.activities[slot.activity].weeks.mean - TOLERANCE))
    period = {(a.project, a.activity): a.period for a in programme.activities}.get(
        (slot.project, slot.activity), 0
    )
    if slot.start < period * programme.period_weeks:
        yield f"{slot.id}: starts in week {slot.start}, before its period"
    if slot.due != (period + 1) * programme.period_weeks - 1:
        yield f"{slot.id}: due in week {slot.due}, the programme says otherwise"
    if slot.ends != slot.start + weeks or slot.ends > mission.exit_week:
        yield f"{slot.id}: over in week {slot.ends}, must be {slot.start + weeks} and by exit"
    yield from _follows(slot, timetable, mission)


def _follows(slot: ActivitySlot, timetable: Timetable, mission: Mission) -> Iterator[str]:
    ends = {(a.project, a.activity): a.ends for a in timetable.activities}
    project = mission.projects[slot.project]
    before = [(slot.project, a) for a in project.activities[slot.activity].after]
    before += [(p, a) for p in project.after for a in mission.projects[p].activities]
    for key in before:
        if mission.projects[key[0]].carried_out and not (ends.get(key) or mission.weeks) <= (slot.start or 0):
            yield f"{slot.id}: starts in week {slot.start}, before {'/'.join(key)} is finished"
