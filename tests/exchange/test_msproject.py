"""Microsoft Project XML against the published schema of Project 2007 (mspdi_pj12), written down here by hand.

The schema itself may not be copied, and no program that reads such files runs without Java or Windows. So
what it asks of the elements that are written is restated: their order, their types, which must be there.
"""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as Xml

import pytest

from cadre.errors import BadInput
from cadre.exchange.msproject import SPACE, closed_periods, project_bytes
from cadre.timetable.stays import stays_in
from tests.rosters.example import known as known_now
from tests.rosters.example import roster

DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
DURATION = re.compile(r"PT\d+H\d+M\d+S")
TIME, NUMBER, TRUE = re.compile(r"\d\d:\d\d:\d\d"), re.compile(r"-?\d+"), re.compile(r"[01]")
FLOAT, TEXT = re.compile(r"\d+\.\d+"), re.compile(r"(?s).{1,512}")
EVERY = None
"""Of an element that holds others."""
SCHEMA: dict[str, dict[str, re.Pattern[str] | None]] = {
    "Project": {
        "SaveVersion": NUMBER, "Name": TEXT, "Title": TEXT, "ScheduleFromStart": TRUE, "StartDate": DATE,
        "CurrencyCode": re.compile("[A-Z]{3}"), "CalendarUID": NUMBER, "DefaultStartTime": TIME,
        "DefaultFinishTime": TIME, "MinutesPerDay": NUMBER, "MinutesPerWeek": NUMBER, "Calendars": EVERY,
        "Tasks": EVERY, "Resources": EVERY, "Assignments": EVERY,
    },
    "Calendars": {"Calendar": EVERY},
    "Calendar": {"UID": NUMBER, "Name": TEXT, "IsBaseCalendar": TRUE, "WeekDays": EVERY, "Exceptions": EVERY},
    "WeekDays": {"WeekDay": EVERY},
    "WeekDay": {"DayType": re.compile("[0-7]"), "DayWorking": TRUE, "WorkingTimes": EVERY},
    "WorkingTimes": {"WorkingTime": EVERY},
    "WorkingTime": {"FromTime": TIME, "ToTime": TIME},
    "Exceptions": {"Exception": EVERY},
    "Exception": {"EnteredByOccurrences": TRUE, "TimePeriod": EVERY, "Occurrences": NUMBER, "Name": TEXT,
                  "Type": re.compile("[1-9]"), "DayWorking": TRUE},
    "TimePeriod": {"FromDate": DATE, "ToDate": DATE},
    "Tasks": {"Task": EVERY},
    "Task": {
        "UID": NUMBER, "ID": NUMBER, "Name": TEXT, "OutlineLevel": NUMBER, "Start": DATE, "Finish": DATE,
        "Duration": DURATION, "DurationFormat": re.compile("3|4|5|6|7|8|9|10|11|12|19|20|21|35"),
        "Milestone": TRUE, "Summary": TRUE, "PercentComplete": NUMBER, "ConstraintType": re.compile("[0-7]"),
        "CalendarUID": NUMBER, "ConstraintDate": DATE, "PredecessorLink": EVERY,
    },
    "PredecessorLink": {"PredecessorUID": NUMBER, "Type": re.compile("[0-3]"), "LinkLag": NUMBER},
    "Resources": {"Resource": EVERY},
    "Resource": {"UID": NUMBER, "ID": NUMBER, "Name": TEXT, "Type": re.compile("[0-1]"), "Group": TEXT,
                 "MaxUnits": FLOAT, "CalendarUID": NUMBER},
    "Assignments": {"Assignment": EVERY},
    "Assignment": {"UID": NUMBER, "TaskUID": NUMBER, "ResourceUID": NUMBER, "Finish": DATE, "Start": DATE,
                   "Units": FLOAT},
}  # fmt: skip
"""Of each element its parts in the order of the schema, and the form of those that hold a value."""
NEEDED = {"Project": {"SaveVersion", "CurrencyCode"}, "Calendar": {"UID"}, "WeekDay": {"DayType"},
          "Task": {"UID"}, "Resource": {"UID"}, "Assignment": {"UID"}}  # fmt: skip
MANY = {
    "Calendar",
    "WeekDay",
    "WorkingTime",
    "Exception",
    "Task",
    "Resource",
    "Assignment",
    "PredecessorLink",
}
NAMES = {"": SPACE}


def name(element: Xml.Element) -> str:
    assert element.tag.startswith(f"{{{SPACE}}}")
    return element.tag.removeprefix(f"{{{SPACE}}}")


def broken(element: Xml.Element) -> list[str]:
    """Give what the published schema would refuse of an element and of all in it."""
    parts = SCHEMA[name(element)]
    names = [name(child) for child in element]
    found = [f"{name(element)}: unknown {part}" for part in names if part not in parts]
    if found:
        return found
    if names != sorted(names, key=list(parts).index):
        found.append(f"{name(element)}: {names} out of order")
    found += [f"{name(element)}: {part} twice" for part in set(names) - MANY if names.count(part) > 1]
    found += [f"{name(element)}: no {part}" for part in NEEDED.get(name(element), set()) - set(names)]
    for child in element:
        form = parts[name(child)]
        if form is None:
            found += broken(child)
        elif not form.fullmatch(child.text or ""):
            found.append(f"{name(child)}: {child.text}")
    return found


@pytest.fixture(scope="module")
def project() -> Xml.Element:
    return Xml.fromstring(project_bytes(roster()))


def test_a_file_is_what_the_published_schema_asks_for(project: Xml.Element) -> None:
    assert "Project" == name(project)
    assert [] == broken(project)


@pytest.mark.parametrize("spoil", ["order", "type", "unknown", "missing"])
def test_the_check_refuses_what_the_schema_refuses(spoil: str) -> None:
    element = Xml.fromstring(project_bytes(roster()))
    task = element.find("Tasks/Task", NAMES)
    assert task is not None
    if spoil == "order":
        task[:] = reversed(task[:])
    elif spoil == "type":
        task[0].text = "one"
    elif spoil == "unknown":
        Xml.SubElement(task, f"{{{SPACE}}}Colour").text = "red"
    else:
        task.remove(task[0])
    assert [] != broken(element)


def test_every_serial_and_activity_is_a_task_with_its_days(project: Xml.Element) -> None:
    made = roster()
    tasks = {t.findtext("Name", "", NAMES): t for t in project.iterfind("Tasks/Task", NAMES)}
    for serial in made.timetable.serials:
        if serial.start is not None:
            day = made.mission.date_of(serial.start)
            assert f"{day}T08:00:00" == tasks[serial.id].findtext("Start", "", NAMES)
    ended = {one.serial for one in made.records.serials.values() if one.what == "ended"}
    done = {key for key, task in tasks.items() if task.findtext("PercentComplete", "", NAMES) == "100"}
    assert ended <= done
    assert "20" == tasks["accreditation"].findtext("PercentComplete", "", NAMES)


def test_links_and_assignments_lead_to_what_there_is(project: Xml.Element) -> None:
    uids = {t.findtext("UID", "", NAMES) for t in project.iterfind("Tasks/Task", NAMES)}
    people = {r.findtext("UID", "", NAMES) for r in project.iterfind("Resources/Resource", NAMES)}
    links = [one.text for one in project.iter(f"{{{SPACE}}}PredecessorUID")]
    assert 3 == len(links)
    assert set(links) <= uids
    assigned = list(project.iterfind("Assignments/Assignment", NAMES))
    assert len(stays_in(roster().timetable, roster().mission)) == len(assigned)
    assert {a.findtext("TaskUID", "", NAMES) for a in assigned} <= uids
    assert {a.findtext("ResourceUID", "", NAMES) for a in assigned} <= people


def test_closed_days_come_back(project: Xml.Element) -> None:
    mission = known_now()[0]
    known = {(one.begins, one.ends, one.title) for one in mission.calendar.closed}
    read = closed_periods(Xml.tostring(project), "school.xml")
    assert known == {(one.begins, one.ends, one.title) for one in read}
    assert dt.date(2025, 8, 4) == read[0].begins


@pytest.mark.parametrize(
    "text",
    [
        b"<Project/>",
        b"not xml",
        b'<!DOCTYPE a [<!ENTITY b "c">]><Project xmlns="http://schemas.microsoft.com/project"/>',
    ],
)
def test_what_is_no_project_is_refused(text: bytes) -> None:
    with pytest.raises(BadInput):
        closed_periods(text, "x.xml")
