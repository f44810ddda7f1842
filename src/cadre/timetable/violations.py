"""The oracle: everything that is wrong with a timetable, worked out from the mission alone.

Takes a timetable, the programme and force plan it was made for, and their mission; gives each rule that it
breaks. Knows nothing of how plans are made: rules are written a second time, on purpose.
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
from cadre.programme.projection import project_stocks, shown_from
from cadre.reasons import BrokenRule
from cadre.reasons import broken_timetable as broken
from cadre.timetable.demand import prerequisites, ready_weeks, serials_of
from cadre.timetable.facts import Facts
from cadre.timetable.people import people_of
from cadre.timetable.people_rules import people_faults
from cadre.timetable.plan import MOST_WEEKS_LATE, ActivitySlot, Serial, Timetable
from cadre.timetable.stays import finished, phase_weeks

TOLERANCE = 1e-6


def violations(  # noqa: PLR0913  (a plan, what it was made for, what was so)
    timetable: Timetable,
    programme: Programme,
    forces: ForcePlan,
    mission: Mission,
    *,
    at: Mapping[str, str] | None = None,
    facts: Facts | None = None,
) -> tuple[BrokenRule, ...]:
    """Return everything that is wrong with a timetable; empty for a sound one.

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
    facts : Facts, optional
        What was so already: serials asked for and people are then the facts', what is past or runs is not
        judged, and what is placed finds rooms and people beside it.

    Returns
    -------
    tuple of BrokenRule
        With serial, week and amount; in the order of the rules.
    """
    shown = (
        facts.alone
        if facts
        else shown_from(mission, project_stocks(mission, programme.serials), programme.period_weeks)
    )
    known = {slot.id for slot in facts.activities} if facts else set()
    placed = tuple(slot for slot in timetable.activities if slot.id not in known)
    return (
        *_listed(timetable, facts.asked if facts else _asked(programme, mission, at or {})),
        *_expected(timetable, programme, forces, mission, facts),
        *(rule for serial in timetable.serials for rule in _weeks(serial, mission)),
        *(rule for serial in timetable.serials for rule in _reasons(serial)),
        *_sites_open(timetable, mission, facts),
        *_trainees_ready(timetable, mission, facts),
        *_rooms(timetable, mission, facts),
        *_beds(timetable, programme, mission, facts),
        *(rule for slot in placed for rule in _activity(slot, timetable, programme, mission)),
        *people_faults(timetable, mission, shown, facts),
    )


def _asked(programme: Programme, mission: Mission, at: Mapping[str, str]) -> tuple[Serial, ...]:
    """Return the serials that the programme asks for, at the sites where they are to be held."""
    return tuple(replace(s, site=at.get(s.id, s.site)) for s in serials_of(programme, mission))


def _listed(timetable: Timetable, serials: tuple[Serial, ...]) -> Iterator[BrokenRule]:
    """Every serial stands once, as asked."""
    asked, listed = (
        Counter((s.id, s.course, s.site, s.earliest, s.due, s.trainees) for s in of)
        for of in (serials, timetable.serials)
    )
    for key in asked - listed:
        yield broken.NotListed(key[0])
    for key in listed - asked:
        yield broken.SerialNotAskedFor(key[0])


def _expected(
    timetable: Timetable,
    programme: Programme,
    forces: ForcePlan,
    mission: Mission,
    facts: Facts | None,
) -> Iterator[BrokenRule]:
    """Every activity stands once, those of the facts as they are, and the people are those who come."""
    known = facts.activities if facts else ()
    planned = {(a.project, a.activity) for a in programme.activities}
    planned |= {(a.project, a.activity) for a in known}
    stand = Counter((a.project, a.activity) for a in timetable.activities)
    if Counter(planned) != stand or not set(known) <= set(timetable.activities):
        yield broken.OtherActivities()
    if timetable.people != (facts.people if facts else people_of(forces, programme, mission)):
        yield broken.OtherPeople()


def _weeks(serial: Serial, mission: Mission) -> Iterator[BrokenRule]:
    """The start lies in the window and in an open week; the end follows from the calendar."""
    if serial.start is None:
        return
    course, site = mission.courses[serial.course], mission.sites[serial.site]
    if not serial.earliest <= serial.start <= serial.due + MOST_WEEKS_LATE:
        yield broken.OutsideWindow(serial.id, serial.start)
    closed = mission.closed_at(serial.site)
    if serial.start in closed:
        yield broken.StartsClosed(serial.id, serial.start)
        return
    ends = end_of_run(serial.start, course.length, closed, may_pause=course.may_pause)
    outside = mission.working.outside(serial.course, serial.site)
    if ends is not None and (touched := [week for week in range(serial.start, ends) if week in outside]):
        yield broken.OutsidePeriods(serial.id, touched[0], "; ".join(map(str, course.only_in)))
    if ends is None:
        yield broken.MayNotPause(serial.id, serial.start)
    elif serial.ends != ends:
        yield broken.OtherEnd(serial.id, serial.ends, ends)
    last = mission.weeks if site.in_country else mission.exit_week
    if ends is not None and ends > last:
        yield broken.OverLate(serial.id, ends, last)


def _reasons(serial: Serial) -> Iterator[BrokenRule]:
    """What is dropped, late or short of people says why; what is dropped holds nothing."""
    if serial.start is None and (serial.ends is not None or serial.seats):
        yield broken.DroppedHolds(serial.id)
    if not serial.why and (serial.weeks_late or any(not seat.person for seat in serial.seats)):
        yield broken.NoReason(serial.id)


def _sites_open(timetable: Timetable, mission: Mission, facts: Facts | None) -> Iterator[BrokenRule]:
    """No serial starts at a site before its date, or before the projects that open it are finished.

    What was reported of a site stands before what was planned.
    """
    done, told = finished(timetable, mission), facts.opens if facts else {}
    for serial in timetable.serials:
        if serial.start is None:
            continue
        if serial.site in told:
            if serial.start < told[serial.site]:
                yield broken.BeforeSite(serial.id, serial.start, serial.site)
            continue
        if serial.start < mission.opening_week(serial.site) - TOLERANCE:
            yield broken.BeforeSite(serial.id, serial.start, serial.site)
        for key, project in mission.projects.items():
            opens = project.carried_out and serial.site in project.effects.opens
            if opens and done.get(key, mission.weeks) > serial.start:
                yield broken.BeforeProject(serial.id, serial.start, key, serial.site)


def _trainees_ready(timetable: Timetable, mission: Mission, facts: Facts | None) -> Iterator[BrokenRule]:
    """Those from whom a serial takes its trainees are over before it."""
    by_id = {serial.id: serial for serial in timetable.serials}
    waits = facts.after if facts else prerequisites(timetable.serials, mission)
    for key, before in waits.items():
        start = by_id[key].start
        for other in before if start is not None else ():
            ends = by_id[other].ends
            if start is not None and (ends is None or ends > start):
                yield broken.BeforeTrainees(key, start, other)
    for key, ready in (facts.ready if facts else ready_weeks(timetable.serials, mission)).items():
        start = by_id[key].start
        if start is not None and start < ready:
            yield broken.BeforeUnderWay(key, start, ready)


def _rooms(timetable: Timetable, mission: Mission, facts: Facts | None) -> Iterator[BrokenRule]:
    """At each site and in each week, what the phases hold of a facility is there, beside what runs."""
    used: dict[tuple[str, str, int], float] = {}
    for serial in timetable.serials:
        if serial.start is not None:
            for phase, begins, ends in phase_weeks(serial, mission):
                for facility, amount in phase.uses.items():
                    for week in range(begins, ends):
                        key = (serial.site, facility, week)
                        used[key] = used.get(key, 0.0) + amount
    done, running = finished(timetable, mission), facts.rooms_held(mission) if facts else {}
    for (site, facility, week), own in sorted(used.items()):
        amount = own + running.get((site, facility, week), 0.0)
        there = mission.sites[site].facilities.get(facility, 0) + _added(site, facility, week, done, mission)
        if amount > there + TOLERANCE:
            yield broken.RoomsOver(site, amount, facility, week, there)


def _added(site: str, facility: str, week: int, done: dict[str, int], mission: Mission) -> int:
    return sum(
        mission.projects[key].effects.adds.get(site, {}).get(facility, 0)
        for key, finished in done.items()
        if finished <= week
    )


def _beds(
    timetable: Timetable, programme: Programme, mission: Mission, facts: Facts | None
) -> Iterator[BrokenRule]:
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
            beside = facts.in_class(site_id, week) if facts else 0
            if trainees and trainees + beside + _posts(site_id, week, programme, mission) > beds:
                yield broken.BedsOver(site_id, trainees, week, beds)


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
) -> Iterator[BrokenRule]:
    """An activity starts from its period on, after what it follows, lasts its weeks, is over by exit."""
    if slot.weeks_late and not slot.why:
        yield broken.NoReason(slot.id)
    if slot.start is None or slot.ends is None:
        return
    project = mission.projects[slot.project]
    weeks = max(1, math.ceil(project.activities[slot.activity].weeks.mean - TOLERANCE))
    period = {(a.project, a.activity): a.period for a in programme.activities}.get(
        (slot.project, slot.activity), 0
    )
    if slot.start < period * programme.period_weeks:
        yield broken.BeforePeriod(slot.id, slot.start)
    if slot.due != (period + 1) * programme.period_weeks - 1:
        yield broken.OtherDue(slot.id, slot.due)
    if slot.ends != slot.start + weeks or slot.ends > mission.exit_week:
        yield broken.OtherLength(slot.id, slot.ends, slot.start + weeks)
    yield from _follows(slot, timetable, mission)


def _follows(slot: ActivitySlot, timetable: Timetable, mission: Mission) -> Iterator[BrokenRule]:
    ends = {(a.project, a.activity): a.ends for a in timetable.activities}
    project = mission.projects[slot.project]
    before = [(slot.project, a) for a in project.activities[slot.activity].after]
    before += [(p, a) for p in project.after for a in mission.projects[p].activities]
    for key in before:
        if mission.projects[key[0]].carried_out and not (ends.get(key) or mission.weeks) <= (slot.start or 0):
            yield broken.BeforeFinished(slot.id, slot.start or 0, "/".join(key))
