"""Frame: days that lie outside, closed periods that close nothing, questions of nothing, places, prices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from cadre.errors import MissionWarning, Place
from cadre.messages import Content
from cadre.mission.calendar import Holiday
from cadre.mission.mission import Mission
from cadre.mission.quantity import Quantity
from cadre.mission.working import Working

TOLD_OTHERWISE = frozenset(("closed", "holidays", "wanted"))
"""Parts whose days are told where they lie outside the mission."""
YEARS_BEFORE, YEARS_AFTER = 10, 100
"""So far from its first day a day of the mission is hardly meant; ends in 2099 mean that nobody set one."""


def _at(*path: str) -> Place:
    return Place(path=path)


def closed_periods_close_something(mission: Mission) -> Iterator[MissionWarning]:
    """A closed period takes a week of the mission from a site or from a nation's people there."""
    working, calendar = mission.working, mission.calendar
    for n, period in enumerate(calendar.closed):
        without = calendar.model_copy(update={"closed": _without(calendar.closed, n)})
        rest, least = replace(working, calendar=without), working.days.least
        yield from _odd_period(mission, period, rest, (("calendar", "closed", str(n)), least))
    for key, site in mission.sites.items():
        for n, period in enumerate(site.closed):
            fewer = site.model_copy(update={"closed": _without(site.closed, n)})
            rest, least = replace(working, sites={**mission.sites, key: fewer}), working.days_at(key).least
            yield from _odd_period(mission, period, rest, (("sites", key, "closed", str(n)), least))


def _without(periods: tuple[Holiday, ...], n: int) -> tuple[Holiday, ...]:
    return (*periods[:n], *periods[n + 1 :])


def _odd_period(
    mission: Mission, period: Holiday, rest: Working, about: tuple[tuple[str, ...], int]
) -> Iterator[MissionWarning]:
    """Compare the weeks lost with and without a period; `about` holds its path and the least days there."""
    path, least = about
    if not _in_time(mission, period):
        frame = {"first": mission.mission.starts, "last": _last(mission)}
        yield MissionWarning.about(_at(*path), "warnings.closed-out-of-time", **frame)
    elif mission.working.lost == rest.lost:
        yield MissionWarning.about(_at(*path), "warnings.closes-nothing", least=least)


def _last(mission: Mission) -> dt.date:
    return mission.date_of(mission.weeks)


def _in_time(mission: Mission, period: Holiday) -> bool:
    ends = _last(mission) - dt.timedelta(days=1)
    return any(True for _ in period.between(mission.mission.starts, ends))


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


def days_near_the_mission(mission: Mission) -> Iterator[MissionWarning]:
    """A day lies in the years around the mission: another century, or another calendar, is soon typed."""
    starts = mission.mission.starts
    for name in type(mission).model_fields:
        if name not in ("ledger", "figures"):
            for path, day in _days(getattr(mission, name), (name,)):
                years = round((day - starts).days / 365.25)
                if not TOLD_OTHERWISE.isdisjoint(path):
                    continue
                if not -YEARS_BEFORE < years < YEARS_AFTER and day != dt.date.max:
                    about: dict[str, Content] = {"day": day, "years": abs(years), "starts": starts}
                    yield MissionWarning.about(_at(*path), "warnings.far-day", **about)


def _days(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dt.date]]:
    """Return every day of a part of the mission with its path, of an uncertain one both ends."""
    if isinstance(node, dt.date):
        yield path, node
    elif isinstance(node, Quantity):
        ends = dict.fromkeys((node.low, node.high)) if node.unit == "date" else ()
        yield from ((path, dt.date.fromordinal(int(end))) for end in ends)
    else:
        for key, child in _inside(node):
            yield from _days(child, (*path, key))


def _inside(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, BaseModel):
        fields = type(node).model_fields.items()
        yield from ((name, getattr(node, name)) for name, field in fields if not field.exclude)
    elif isinstance(node, Mapping):
        yield from ((str(key), child) for key, child in node.items())
    elif isinstance(node, tuple):
        yield from ((str(number), child) for number, child in enumerate(node))


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
