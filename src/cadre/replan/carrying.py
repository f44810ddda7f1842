"""What of an older plan a changed mission still knows, and the programme that a timetable amounts to.

Takes plans and the mission, gives plans; what is left out is told by `moves`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from cadre.forces.plan import PostLine
from cadre.mission import Mission
from cadre.programme.following import following
from cadre.programme.plan import ActivityStart, PostBatch, Programme, SerialBatch
from cadre.timetable.plan import Timetable


def carried(programme: Programme, mission: Mission) -> Programme:
    """Return an older programme in a changed mission: what the mission still knows, and what follows."""
    serials = tuple(batch for batch in programme.serials if _held(batch, mission))
    posts = tuple(post for post in programme.posts if _stands(post, programme.rotation_weeks, mission))
    activities = tuple(a for a in programme.activities if _carried_out(a, mission))
    return following(replace(programme, serials=serials, posts=posts, activities=activities), mission)


def _held(batch: SerialBatch, mission: Mission) -> bool:
    course = mission.courses.get(batch.course)
    return course is not None and course.held and batch.site in course.sites


def _stands(post: PostBatch, rotation_weeks: int, mission: Mission) -> bool:
    known = post.role in mission.roles and post.site in mission.sites
    return known and post.rotation * rotation_weeks < mission.exit_week


def _carried_out(activity: ActivityStart, mission: Mission) -> bool:
    project = mission.projects.get(activity.project)
    return project is not None and project.carried_out and activity.activity in project.activities


def carried_lines(lines: tuple[PostLine, ...], mission: Mission) -> tuple[PostLine, ...]:
    """Return the older lines that a changed mission still knows, cut at its exit."""
    known = (x for x in lines if x.role in mission.roles and x.site in mission.sites)
    asked = (
        replace(x, closes=min(x.closes, mission.exit_week), critical=mission.roles[x.role].critical)
        for x in known
        if not mission.roles[x.role].local
    )
    return tuple(line for line in asked if line.opens < line.closes)


def as_timed(programme: Programme, timetable: Timetable, mission: Mission) -> Programme:
    """Return the programme that a timetable amounts to: serials where they stand, without those dropped."""
    width = programme.period_weeks
    serials, trainees = Counter[tuple[str, str, int]](), Counter[tuple[str, str, int]]()
    most = Counter[tuple[str, str, int]]()
    for serial in timetable.serials:
        if serial.start is not None:
            key = (serial.course, serial.site, serial.start)
            serials[key] += 1
            trainees[key] += serial.trainees
            most[key] = max(most[key], serial.trainees)
    batches = (SerialBatch(*key, n, float(trainees[key]), most[key]) for key, n in serials.items())
    slots = (
        ActivityStart(a.project, a.activity, a.start // width)
        for a in timetable.activities
        if a.start is not None
    )
    timed = replace(programme, serials=tuple(sorted(batches)), activities=tuple(sorted(slots)))
    return carried(timed, mission)
