"""Planned: what the plan expects by a week: people who passed, and money at mean prices."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.replan.reading import Before
from cadre.timetable.plan import Serial

Money = Iterator[tuple[str, float]]


def ends_week(mission: Mission, serial: Serial) -> int:
    """Return the week after the last planned week of a serial that has a week."""
    closed, week = mission.closed_at(serial.site), serial.start or 0
    left = mission.courses[serial.course].length
    while left > 0:
        left -= week not in closed
        week += 1
    return week


def expected_by(mission: Mission, plan: Before, week: int, course: str | None = None) -> float:
    """Return how many the plan expects to have passed before a week, of courses that grant a competence.

    Of one course, where one is named.
    """
    over = [
        one
        for one in plan.timetable.serials
        if one.start is not None
        and (course == one.course if course else mission.courses[one.course].grants is not None)
        and ends_week(mission, one) <= week
    ]
    return sum(one.trainees * mission.courses[one.course].yield_mean for one in over)


def planned_money(mission: Mission, plan: Before, week: int) -> dict[str, float]:
    """Return what the plan costs before a week, at mean prices, by what it is spent on.

    Foreign posts count as the plan fills them.
    """
    found = dict.fromkeys(("posts", "local posts", "courses", "sites", "projects", "command"), 0.0)
    for kind in (_posts, _local_posts, _courses, _sites, _projects, _command):
        for about, amount in kind(mission, plan, week):
            found[about] += amount
    return found


def _mean(mission: Mission, path: str) -> float:
    return mission.quantities[path].mean


def _posts(mission: Mission, plan: Before, week: int) -> Money:
    role_of = {line.id: line.role for line in plan.staff.lines}
    for stint in plan.staff.stints:
        years = max(0, min(stint.ends, week, mission.exit_week) - stint.begins) / WEEKS_PER_YEAR
        yield "posts", stint.people * years * _mean(mission, f"roles.{role_of[stint.line]}.costs_a_year")


def _local_posts(mission: Mission, plan: Before, week: int) -> Money:
    tour = plan.programme.rotation_weeks
    for post in plan.programme.posts:
        if mission.roles[post.role].local:
            begins = post.rotation * tour
            years = max(0, min(begins + tour, week, mission.exit_week) - begins) / WEEKS_PER_YEAR
            yield "local posts", post.people * years * _mean(mission, f"roles.{post.role}.costs_a_year")


def _courses(mission: Mission, plan: Before, week: int) -> Money:
    for serial in plan.timetable.serials:
        if serial.start is not None and serial.start < week:
            path = f"courses.{serial.course}"
            each = serial.trainees * _mean(mission, f"{path}.costs_a_trainee")
            yield "courses", _mean(mission, f"{path}.costs") + each


def _sites(mission: Mission, plan: Before, week: int) -> Money:
    for site in dict.fromkeys(serial.site for serial in plan.timetable.serials):
        weeks = min(week, mission.exit_week) - mission.opening_week(site)
        if weeks > 0:
            running = weeks / WEEKS_PER_YEAR * _mean(mission, f"sites.{site}.costs_a_year")
            yield "sites", _mean(mission, f"sites.{site}.costs_to_open") + running


def _projects(mission: Mission, plan: Before, week: int) -> Money:
    for one in plan.timetable.activities:
        if one.start is not None and one.start < week:
            yield "projects", _mean(mission, f"projects.{one.project}.activities.{one.activity}.costs")


def _command(mission: Mission, _: Before, week: int) -> Money:
    if mission.command:
        years = min(week, mission.exit_week) / WEEKS_PER_YEAR
        yield "command", years * _mean(mission, f"commands.{mission.command}.costs_a_year")
