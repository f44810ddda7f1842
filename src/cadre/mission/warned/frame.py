"""Frame: days that lie outside, closed periods that close nothing, questions of nothing, places, prices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cadre.errors import MissionWarning, Place
from cadre.mission.calendar import Holiday
from cadre.mission.mission import Mission


def _at(*path: str) -> Place:
    return Place(path=path)


def closed_periods_close_something(mission: Mission) -> Iterator[MissionWarning]:
    """A closed period closes a week of the mission."""
    calendars: list[tuple[tuple[str, ...], tuple[Holiday, ...], frozenset[int]]] = [
        (("calendar", "closed"), mission.calendar.closed, frozenset()),
        *((("sites", k, "closed"), s.closed, mission.closed_weeks) for k, s in mission.sites.items()),
    ]
    for path, periods, before in calendars:
        for n, period in enumerate(periods):
            place = _at(*path, str(n))
            if not _in_time(mission, period):
                frame = {"first": mission.mission.starts, "last": _last(mission)}
                yield MissionWarning.about(place, "warnings.closed-out-of-time", **frame)
            elif not _closes(mission, periods, n, before):
                least = min(mission.calendar.least_days, len(mission.calendar.working_days))
                yield MissionWarning.about(place, "warnings.closes-nothing", least=least)


def _last(mission: Mission) -> dt.date:
    return mission.date_of(mission.weeks)


def _in_time(mission: Mission, period: Holiday) -> bool:
    return (period.ends or period.begins) >= mission.mission.starts and period.begins < _last(mission)


def _closes(mission: Mission, periods: tuple[Holiday, ...], n: int, before: frozenset[int]) -> bool:
    """Say whether fewer weeks are closed without one of the periods."""
    common = mission.calendar.closed if periods is not mission.calendar.closed else ()

    def weeks(closed: tuple[Holiday, ...]) -> frozenset[int]:
        calendar = mission.calendar.model_copy(update={"closed": closed})
        return calendar.closed_weeks(mission.mission.starts, mission.weeks)

    return weeks((*common, *periods)) != weeks((*common, *periods[:n], *periods[n + 1 :])) | before


def some_holiday_in_time(mission: Mission) -> Iterator[MissionWarning]:
    """Of the holidays written some lie within the mission: another year is soon copied."""
    holidays = mission.calendar.holidays
    if holidays and not any(_in_time(mission, holiday) for holiday in holidays):
        frame = {"first": mission.mission.starts, "last": _last(mission)}
        yield MissionWarning.about(_at("calendar", "holidays"), "warnings.holidays-out-of-time", **frame)


def sites_open_in_time(mission: Mission) -> Iterator[MissionWarning]:
    """A site opens before the mission exits."""
    exit_day = mission.date_of(mission.exit_week)
    for key, site in mission.sites.items():
        if site.opens is not None and site.opens.low >= exit_day.toordinal():
            yield MissionWarning.about(_at("sites", key, "opens"), "warnings.opens-after-exit", exit=exit_day)


def tours_within_the_mission(mission: Mission) -> Iterator[MissionWarning]:
    """A tour is no longer than the mission."""
    if "weeks" in mission.tours.model_fields_set and mission.tours.weeks > mission.exit_week:
        tour, weeks = mission.tours.weeks, mission.exit_week
        yield MissionWarning.about(_at("tours", "weeks"), "warnings.tour-too-long", tour=tour, weeks=weeks)


def planned_before_it_starts(mission: Mission) -> Iterator[MissionWarning]:
    """The planner stands before the first day."""
    today, starts = mission.mandate.as_of, mission.mission.starts
    if today is not None and today > starts:
        yield MissionWarning.about(
            _at("mandate", "as_of"), "warnings.planned-after-start", day=today, starts=starts
        )


def questions_have_an_answer(mission: Mission) -> Iterator[MissionWarning]:
    """An open question is answered by a lever, a quantity or an event."""
    for key, question in mission.mandate.open.items():
        if question.lever is None and question.quantity is None and question.event is None:
            yield MissionWarning.about(_at("mandate", "open", key), "warnings.question-of-nothing")


def sites_are_used(mission: Mission) -> Iterator[MissionWarning]:
    """At a site something is taught, or advised, or stands."""
    used = {mission.headquarters} | {serial.site for serial in mission.under_way.values()}
    used |= {site for course in mission.courses.values() for site in course.sites}
    for project in mission.projects.values():
        used |= {activity.site for activity in project.activities.values() if activity.site}
    for key in mission.sites:
        if key not in used:
            yield MissionWarning.about(_at("sites", key), "warnings.site-unused")


def posts_have_a_price(mission: Mission) -> Iterator[MissionWarning]:
    """A post costs something."""
    free = [key for key, role in mission.roles.items() if role.costs_a_year.high == 0]
    if mission.roles and len(free) == len(mission.roles):
        yield MissionWarning.about(_at("roles"), "warnings.no-post-costs")
        return
    for key in free:
        yield MissionWarning.about(_at("roles", key), "warnings.post-costs-nothing")
