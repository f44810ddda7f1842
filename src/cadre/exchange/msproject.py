"""The plan in force as Microsoft Project XML (MSPDI), and the closed days of such a file.

Tasks are serials, under a summary task for each course, and activities, under one for each project; resources
are people; assignments are the weeks in which somebody holds a seat. Elements stand in the order of the
published schema (mspdi_pj12). Map: docs/exchange.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from cadre.errors import BadInput, Fault, Place
from cadre.messages import as_written
from cadre.mission import Mission
from cadre.mission.calendar import WEEKDAYS, Holiday
from cadre.rosters.appointments import teaching_days
from cadre.rosters.sheets import Roster
from cadre.timetable.stays import stays_in
from cadre.tracking.records import Records

SPACE = "http://schemas.microsoft.com/project"
VERSION = "12"
"""Of the schema that files are written by: that of Project 2007, which later ones read."""
BEGINS, MIDDAY, AGAIN, ENDS = "08:00:00", "12:00:00", "13:00:00", "17:00:00"
HOURS = 8
BASE_CALENDAR = 1
NO_EARLIER, AFTER_FINISH, HOURS_FORMAT, WORKER, ONCE = "4", "1", "5", "1", "1"
"""Codes of the schema: start no earlier than; finish to start; durations in hours; a person; days once."""
NO_WEEKDAY = "0"
"""Type of a day of the week that stands for days of the year (schema of Project 2003)."""
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ProjectTask:
    """A task: its name, level and first and last days; summary tasks have none of their own work."""

    key: str
    name: str
    level: int
    first: dt.date
    last: dt.date
    days: int
    done: int = 0
    after: tuple[str, ...] = ()
    summary: bool = False


def project_bytes(roster: Roster) -> bytes:
    """Write the plan in force.

    Parameters
    ----------
    roster : Roster
        Of the mission as it is carried out.
    """
    mission = roster.mission
    tasks = list(_tasks(roster))
    uids = {task.key: place + 1 for place, task in enumerate(tasks)}
    people = {one.id: place + 1 for place, one in enumerate(roster.timetable.people)}
    root = Xml.Element("Project", xmlns=SPACE)
    _texts(root, _header(mission))
    _calendar(Xml.SubElement(Xml.SubElement(root, "Calendars"), "Calendar"), mission)
    holder = Xml.SubElement(root, "Tasks")
    for task in tasks:
        _task(Xml.SubElement(holder, "Task"), task, uids)
    holder = Xml.SubElement(root, "Resources")
    for one in roster.timetable.people:
        about = {"UID": people[one.id], "ID": people[one.id], "Name": roster.named(one.id), "Type": WORKER}
        more = {"Group": roster.role(one), "MaxUnits": "1.0", "CalendarUID": BASE_CALENDAR}
        _texts(Xml.SubElement(holder, "Resource"), about | more)
    holder = Xml.SubElement(root, "Assignments")
    for place, stay in enumerate(stays_in(roster.timetable, mission)):
        if stay.where in uids and stay.person in people:
            days = (mission.date_of(stay.begins), mission.date_of(stay.ends) - dt.timedelta(days=1))
            about = {"UID": place + 1, "TaskUID": uids[stay.where], "ResourceUID": people[stay.person]}
            more = {"Finish": f"{days[1]}T{ENDS}", "Start": f"{days[0]}T{BEGINS}", "Units": "1.0"}
            _texts(Xml.SubElement(holder, "Assignment"), about | more)
    Xml.indent(root, " ")
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _texts(element: Xml.Element, values: Values) -> None:
    for name, value in values.items():
        Xml.SubElement(element, name).text = str(value)


def _header(mission: Mission) -> Values:
    return {
        "SaveVersion": VERSION,
        "Name": mission.mission.title,
        "Title": mission.mission.title,
        "ScheduleFromStart": "1",
        "StartDate": f"{mission.mission.starts}T{BEGINS}",
        "CurrencyCode": mission.mission.currency,
        "CalendarUID": BASE_CALENDAR,
        "DefaultStartTime": BEGINS,
        "DefaultFinishTime": ENDS,
        "MinutesPerDay": HOURS * 60,
        "MinutesPerWeek": HOURS * 60 * len(mission.calendar.working_days),
    }


# ---- calendar


def _calendar(element: Xml.Element, mission: Mission) -> None:
    """Write the working days of the host, and its days off in stretches."""
    _texts(element, {"UID": BASE_CALENDAR, "Name": mission.mission.host, "IsBaseCalendar": "1"})
    week = Xml.SubElement(element, "WeekDays")
    for number in range(1, 8):
        day = WEEKDAYS[(number - 2) % 7]
        _week_day(Xml.SubElement(week, "WeekDay"), number, works=day in mission.calendar.working_days)
    holder = Xml.SubElement(element, "Exceptions")
    for title, first, last in _days_off(mission):
        _exception(Xml.SubElement(holder, "Exception"), title, first, last)


def _week_day(element: Xml.Element, number: int, *, works: bool) -> None:
    _texts(element, {"DayType": number, "DayWorking": int(works)})
    if works:
        times = Xml.SubElement(element, "WorkingTimes")
        for begins, ends in ((BEGINS, MIDDAY), (AGAIN, ENDS)):
            _texts(Xml.SubElement(times, "WorkingTime"), {"FromTime": begins, "ToTime": ends})


def _days_off(mission: Mission) -> Iterator[tuple[str, dt.date, dt.date]]:
    first = mission.mission.starts
    last = mission.date_of(mission.exit_week + mission.mission.looks_beyond_exit)
    found = {
        (holiday.title, *span)
        for holiday in mission.working.days.off
        for span in holiday.between(first, last)
    }
    yield from sorted(found, key=lambda one: (one[1], one[2], one[0]))


def _exception(element: Xml.Element, title: str, first: dt.date, last: dt.date) -> None:
    _texts(element, {"EnteredByOccurrences": "0"})
    period = Xml.SubElement(element, "TimePeriod")
    _texts(period, {"FromDate": f"{first}T00:00:00", "ToDate": f"{last}T23:59:00"})
    _texts(element, {"Occurrences": (last - first).days + 1, "Name": title, "Type": ONCE, "DayWorking": "0"})


# ---- tasks


def _tasks(roster: Roster) -> Iterator[ProjectTask]:
    """Yield the tasks in order: each course with its serials, each project with its activities."""
    mission, timetable = roster.mission, roster.timetable
    for key in mission.courses:
        serials = sorted(
            (one.start, one.id, one)
            for one in timetable.serials
            if one.course == key and one.start is not None
        )
        tasks = [
            ProjectTask(
                one.id,
                one.id,
                2,
                mission.date_of(start),
                _last(mission, one.ends or start + 1),
                len(teaching_days(mission, one.site, start, one.ends or start + 1)),
                _done(roster.records, one.id),
            )
            for start, _, one in serials
        ]
        yield from _under(f"course:{key}", mission.title_of("courses", key), tasks)
    for key, project in mission.projects.items():
        slots = sorted(
            (a.start, a.activity, a) for a in timetable.activities if a.project == key and a.start is not None
        )
        tasks = [
            ProjectTask(
                slot.id,
                project.activities[slot.activity].title or slot.activity,
                2,
                mission.date_of(start),
                _last(mission, slot.ends or start + 1),
                len(teaching_days(mission, "", start, slot.ends or start + 1)),
                _progress(roster.records, key, slot.activity),
                tuple(f"{key}/{before}" for before in project.activities[slot.activity].after),
            )
            for start, _, slot in slots
        ]
        yield from _under(f"project:{key}", mission.title_of("projects", key), tasks)


def _last(mission: Mission, ends: int) -> dt.date:
    return mission.date_of(ends) - dt.timedelta(days=1)


def _under(key: str, name: str, tasks: list[ProjectTask]) -> Iterator[ProjectTask]:
    if tasks:
        first, last = min(task.first for task in tasks), max(task.last for task in tasks)
        yield ProjectTask(key, name, 1, first, last, 0, summary=True)
        yield from tasks


def _done(records: Records, serial: str) -> int:
    """Return percent complete: all once it ended, none before it did; what lies between nobody reports."""
    return 100 * any(one.serial == serial and one.what == "ended" for one in records.serials.values())


def _progress(records: Records, project: str, activity: str) -> int:
    told = [one for one in records.steps.values() if (one.project, one.activity) == (project, activity)]
    if any(one.what == "finished" for one in told):
        return 100
    return round(100 * max((one.done or 0.0 for one in told), default=0.0))


def _task(element: Xml.Element, task: ProjectTask, uids: Mapping[str, int]) -> None:
    duration = f"PT{task.days * HOURS}H0M0S"
    place = uids[task.key]
    about: dict[str, object] = {
        "UID": place,
        "ID": place,
        "Name": task.name,
        "OutlineLevel": task.level,
        "Start": f"{task.first}T{BEGINS}",
        "Finish": f"{task.last}T{ENDS}",
    }
    if not task.summary:
        about |= {"Duration": duration, "DurationFormat": HOURS_FORMAT}
    about |= {"Milestone": "0", "Summary": int(task.summary), "PercentComplete": task.done}
    if not task.summary:
        about |= {"ConstraintType": NO_EARLIER, "CalendarUID": BASE_CALENDAR}
        about |= {"ConstraintDate": f"{task.first}T{BEGINS}"}
    _texts(element, about)
    for before in task.after:
        if before in uids:
            link = {"PredecessorUID": uids[before], "Type": AFTER_FINISH, "LinkLag": "0"}
            _texts(Xml.SubElement(element, "PredecessorLink"), link)


# ---- closed days


def closed_periods(text: bytes, file: str) -> tuple[Holiday, ...]:
    """Return the days off of the base calendars of a file, in order of their first days.

    Raises
    ------
    BadInput
        It is no such file, or has no days off.
    """
    place = Place(file=file)
    try:
        if b"<!DOCTYPE" in text:
            raise Xml.ParseError("DOCTYPE")
        root = Xml.fromstring(text)  # entities need a DOCTYPE
    except Xml.ParseError as error:
        raise BadInput([Fault.of(place, "exchange.no-project", problem=as_written(str(error)))]) from None
    if root.tag != f"{{{SPACE}}}Project":
        raise BadInput([Fault.of(place, "exchange.no-project", problem=as_written(root.tag))])
    found = {one for calendar in root.iter(f"{{{SPACE}}}Calendar") for one in _off(calendar)}
    if not found:
        raise BadInput([Fault.of(place, "exchange.no-closed-period")])
    named = {(first, last) for first, last, title in found if title}
    told = sorted((f, e, title) for f, e, title in found if title or (f, e) not in named)
    return tuple(Holiday(begins=first, ends=last, title=title) for first, last, title in told)


def _off(calendar: Xml.Element) -> Iterator[tuple[dt.date, dt.date, str]]:
    """Yield the days of a base calendar on which nobody works, but for those that come again.

    As exceptions (from Project 2007 on), and as days of the week of type 0 (Project 2003; later ones write
    both).
    """
    names = {"": SPACE}
    if calendar.findtext("IsBaseCalendar", "0", names) not in ("1", "true"):
        return
    older = [
        one
        for one in calendar.iterfind("WeekDays/WeekDay", names)
        if one.findtext("DayType", "", names) == NO_WEEKDAY
    ]
    for one in (*calendar.iterfind("Exceptions/Exception", names), *older):
        works = one.findtext("DayWorking", "0", names) in ("1", "true")
        first = one.findtext("TimePeriod/FromDate", "", names)
        last = one.findtext("TimePeriod/ToDate", "", names)
        if not works and first and last and one.findtext("Type", ONCE, names) == ONCE:
            days = (dt.datetime.fromisoformat(day).date() for day in (first, last))
            yield next(days), next(days), one.findtext("Name", "", names)
