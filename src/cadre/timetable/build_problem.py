"""From a mission to `TimetableProblem`s: first the activities of projects, then, after these, the serials.

Takes people, serials and activities by name, gives jobs, workers and resources by number
(docs/model/timetable.md). Projects come first since they open sites, add rooms and let hosts teach alone;
their advisers are then busy for the serials.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cadre.mission import Mission
from cadre.mission.training import Course, Needs, Phase
from cadre.programme.plan import Programme
from cadre.programme.projection import project_stocks, shown_from
from cadre.timetable.demand import prerequisites, ready_weeks
from cadre.timetable.facts import Facts
from cadre.timetable.plan import MOST_WEEKS_LATE, ActivitySlot, Person, Serial
from cadre.timetable.problem import Job, SeatNeed, Stage, TimetableProblem, Worker

BEDS = "beds"
"""Name of the resource that trainees and foreign posts share at a site."""
NEVER = 1 << 30
"""A week that does not come."""


def frame(people: Sequence[Person], mission: Mission) -> TimetableProblem:
    """Return a problem without jobs and resources: weeks, sites, skills, workers."""
    sites, skills = tuple(mission.sites), tuple(mission.skills)
    workers = tuple(_worker(person, sites, skills) for person in people)
    return TimetableProblem(
        weeks=mission.weeks,
        exits=mission.exit_week,
        closed=mission.closed_weeks,
        jobs=(),
        workers=workers,
        capacity=(),
        resources=(),
        skills=skills,
        sites=sites,
        in_country=tuple(site.in_country for site in mission.sites.values()),
        shut=tuple(mission.closed_at(site) for site in mission.sites),
    )


def _worker(person: Person, sites: tuple[str, ...], skills: tuple[str, ...]) -> Worker:
    return Worker(
        id=person.id,
        skills=frozenset(skills.index(skill) for skill in person.skills),
        site=sites.index(person.site) if person.site else -1,
        here=person.here,
        arrives=person.arrives,
        leaves=person.leaves,
        leave=person.leave,
        foreign=person.foreign,
        host=person.origin == "host",
        barred=frozenset(person.not_for),
        away=person.away,
    )


def local_skills(mission: Mission) -> frozenset[str]:
    """Return the skills that only local roles hold: needs for them fall away where only hosts teach."""
    local = {skill for role in mission.roles.values() if role.local for skill in role.skills}
    return frozenset(
        local - {skill for role in mission.roles.values() if not role.local for skill in role.skills}
    )


# ---- activities


def activities_of(programme: Programme, mission: Mission) -> tuple[ActivitySlot, ...]:
    """Return the programme's activities without a week, in its order."""
    weeks = programme.period_weeks
    return tuple(
        ActivitySlot(a.project, a.activity, None, None, due=a.period * weeks + weeks - 1)
        for a in sorted(programme.activities)
    )


def activity_weeks(project: str, activity: str, mission: Mission) -> int:
    """Return the weeks an activity takes: expected ones, rounded up, at least one."""
    return max(1, math.ceil(mission.projects[project].activities[activity].weeks.mean - 1e-9))


def activity_problem(
    slots: Sequence[ActivitySlot],
    people: Sequence[Person],
    programme: Programme,
    mission: Mission,
    facts: Facts | None = None,
) -> TimetableProblem:
    """Pose the activities: advisers as workers, no rooms, closed weeks and holidays do not touch them."""
    problem = frame([replace(person, away=()) for person in people], mission)
    index = {(slot.project, slot.activity): j for j, slot in enumerate(slots)}
    over = {(a.project, a.activity): a.ends for a in facts.activities} if facts else {}
    jobs = []
    for slot in slots:
        waits = predecessors(slot, mission)
        before = [key for key in waits if key not in over]
        job = _activity_job(slot, problem, mission)
        first = [slot.due - programme.period_weeks + 1, facts.week if facts else 0]
        job = replace(job, earliest=max([*first, *(over[key] or 0 for key in waits if key in over)]))
        job = replace(job, after=tuple(sorted(index[key] for key in before if key in index)))
        jobs.append(job if all(key in index for key in before) else replace(job, latest=-1))
    return replace(problem, jobs=tuple(jobs))


def _activity_job(slot: ActivitySlot, problem: TimetableProblem, mission: Mission) -> Job:
    project, local = mission.projects[slot.project], local_skills(mission)
    activity = project.activities[slot.activity]
    needs = tuple(
        SeatNeed(problem.skills.index(k), n, foreign=0 if k in local else n, aside=k in local)
        for k, n in activity.advisers.items()
        if n
    )
    return Job(
        id=slot.id,
        kind=slot.project,
        site=problem.sites.index(activity.site or mission.headquarters),
        earliest=slot.due,
        due=slot.due,
        latest=mission.exit_week - 1,
        deadline=mission.exit_week,
        priority=project.priority,
        stages=(Stage(activity_weeks(slot.project, slot.activity, mission), needs),),
        heeds_closed=False,
    )


def predecessors(slot: ActivitySlot, mission: Mission) -> list[tuple[str, str]]:
    """Return what must be finished before an activity, within its project and in those it comes after."""
    project = mission.projects[slot.project]
    before = [(slot.project, a) for a in project.activities[slot.activity].after]
    for other in project.after:
        if mission.projects[other].carried_out:
            before += [(other, a) for a in mission.projects[other].activities]
    return before


def finished(slots: Iterable[ActivitySlot], mission: Mission) -> dict[str, int]:
    """Give, for each project all of whose activities are placed, the week from which it is finished."""
    ends: dict[str, dict[str, int]] = {}
    for slot in slots:
        if slot.ends is not None:
            ends.setdefault(slot.project, {})[slot.activity] = slot.ends
    return {
        p: max(done.values()) for p, done in ends.items() if len(done) == len(mission.projects[p].activities)
    }


# ---- places


def opening_weeks(done: Mapping[str, int], mission: Mission) -> dict[str, int]:
    """Return the first week in which each site is open: its date, and the end of projects that open it."""
    opens = {site: math.ceil(mission.opening_week(site) - 1e-9) for site in mission.sites}
    for project_id, project in mission.projects.items():
        for site in project.effects.opens if project.carried_out else ():
            opens[site] = max(opens[site], done.get(project_id, NEVER))
    return opens


def capacities(
    done: Mapping[str, int], programme: Programme, mission: Mission
) -> dict[tuple[str, str], list[float]]:
    """Return what each site has of each facility, and of beds for trainees, by week.

    What finished projects add is counted from their end. Beds are what foreign posts leave over; a site
    without a limit on beds has no entry for them.
    """
    found: dict[tuple[str, str], list[float]] = {}
    for site_id, site in mission.sites.items():
        for facility, number in site.facilities.items():
            found[site_id, facility] = [float(number)] * mission.weeks
        if site.beds is not None:
            found[site_id, BEDS] = [float(site.beds)] * mission.weeks
    for project, week in done.items():
        for site_id, added in mission.projects[project].effects.adds.items():
            for facility, number in added.items():
                if facility == BEDS and mission.sites[site_id].beds is None:
                    continue
                row = found.setdefault((site_id, facility), [0.0] * mission.weeks)
                row[week:] = [value + number for value in row[week:]]
    _take_beds(found, programme, mission)
    return found


def _take_beds(found: dict[tuple[str, str], list[float]], programme: Programme, mission: Mission) -> None:
    for batch in programme.posts:
        row = found.get((batch.site, BEDS))
        if row is not None and not mission.roles[batch.role].local:
            begins = batch.rotation * programme.rotation_weeks
            for week in range(begins, min(begins + programme.rotation_weeks, mission.exit_week)):
                row[week] -= batch.people


def _take_held(found: Mapping[tuple[str, str], list[float]], facts: Facts, mission: Mission) -> None:
    """Take what the serials that run hold of rooms and beds."""
    for (site, facility, week), amount in facts.rooms_held(mission).items():
        if (site, facility) in found and week < mission.weeks:
            found[site, facility][week] -= amount
    for site in mission.sites:
        for week in range(facts.week, mission.weeks if (site, BEDS) in found else 0):
            found[site, BEDS][week] -= facts.in_class(site, week)


# ---- serials


def serial_problem(  # noqa: PLR0913  (what is placed, on what, of which mission)
    serials: Sequence[Serial],
    *,
    base: TimetableProblem,
    done: Mapping[str, int],
    programme: Programme,
    mission: Mission,
    facts: Facts | None = None,
) -> TimetableProblem:
    """Pose the serials: people from `base`, rooms and opening weeks after the projects `done`.

    Parameters
    ----------
    serials : sequence of Serial
        What is to be placed.
    base : TimetableProblem
        Workers and the weeks in which they are busy.
    done : mapping of str to int
        Week from which each finished project is finished.
    programme, mission : Programme, Mission
        Posts that take beds, what hosts have been shown to teach; all else.
    facts : Facts, optional
        What is so already; the serials are then those it asks for.
    """
    rooms, opens = capacities(done, programme, mission), opening_weeks(done, mission)
    resources, index = list(rooms), {serial.id: j for j, serial in enumerate(serials)}
    if facts is None:
        before, ready = prerequisites(serials, mission), ready_weeks(serials, mission)
        shown = shown_from(mission, project_stocks(mission, programme.serials), programme.period_weeks)
    else:
        before, ready, shown = facts.after, facts.ready, facts.alone
        opens |= facts.opens
        _take_held(rooms, facts, mission)
    jobs = []
    for serial in serials:
        job = _serial_job(serial, base, resources, mission)
        after = tuple(sorted(index[b] for b in before.get(serial.id, ())))
        alone = min(_alone_from(serial.course, done, mission), shown.get(serial.course, NEVER))
        first = max(job.earliest, ready.get(serial.id, 0))
        jobs.append(replace(job, earliest=first, after=after, alone_from=alone, opens=opens[serial.site]))
    names = tuple(f"{facility}@{site}" for site, facility in resources)
    capacity = tuple(tuple(row) for row in rooms.values())
    return replace(base, jobs=tuple(jobs), resources=names, capacity=capacity, leads=True)


def _serial_job(
    serial: Serial, base: TimetableProblem, resources: list[tuple[str, str]], mission: Mission
) -> Job:
    course, site = mission.courses[serial.course], mission.sites[serial.site]
    return Job(
        id=serial.id,
        kind=serial.course,
        site=base.sites.index(serial.site),
        earliest=serial.earliest,
        due=serial.due,
        latest=serial.due + MOST_WEEKS_LATE,
        deadline=mission.weeks if site.in_country else mission.exit_week,
        priority=course.priority,
        stages=tuple(_stage(serial, phase, course, resources, mission) for phase in course.phases),
        pauses=course.may_pause,
        outside=mission.working.outside(serial.course, serial.site),
        periods="; ".join(map(str, course.only_in)),
    )


def _stage(
    serial: Serial, phase: Phase, course: Course, resources: list[tuple[str, str]], mission: Mission
) -> Stage:
    uses = [
        (resources.index((serial.site, facility)), amount)
        for facility, amount in phase.uses.items()
        if amount > 0
    ]
    if (serial.site, BEDS) in resources:
        uses.append((resources.index((serial.site, BEDS)), float(serial.trainees)))
    return Stage(phase.weeks, _needs(phase.instructors, serial.trainees, course, mission), tuple(uses))


def _needs(needs: Needs, trainees: int, course: Course, mission: Mission) -> tuple[SeatNeed, ...]:
    skills, local, share = list(mission.skills), local_skills(mission), course.foreign_at_least.mean
    return tuple(
        SeatNeed(
            skills.index(skill),
            need.people_for(trainees),
            foreign=0 if skill in local else math.ceil(share * need.people_for(trainees) - 1e-9),
            aside=skill in local,
        )
        for skill, need in needs.items()
    )


def _alone_from(course: str, done: Mapping[str, int], mission: Mission) -> int:
    return min(
        (week for p, week in done.items() if course in mission.projects[p].effects.hosts_teach_alone),
        default=NEVER,
    )
