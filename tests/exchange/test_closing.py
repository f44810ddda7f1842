"""Closed periods of calendars, put into a mission."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from cadre.cli import run
from cadre.errors import BadInput
from cadre.exchange.closing import new_periods, with_closed
from cadre.mission.calendar import Holiday
from cadre.mission_files import read_mission
from tests.missions.demining_records import FOLDER

Printed = pytest.CaptureFixture[str]
FEAST = Holiday(begins=dt.date(2025, 6, 2), ends=dt.date(2025, 6, 8), title='feast: "of" {all}')
ICS = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//tests//tests//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20250101T000000Z
DTSTART;VALUE=DATE:20250602
DTEND;VALUE=DATE:20250609
SUMMARY:feast
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20250101T000000Z
DTSTART;VALUE=DATE:20250805
SUMMARY:within the harvest
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTAMP:20250101T000000Z
DTSTART;VALUE=DATE:19990805
SUMMARY:long ago
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "school"))


@pytest.fixture
def feasts(tmp_path: Path) -> Path:
    file = tmp_path / "feasts.ics"
    file.write_text(ICS.replace("\n", "\r\n"), "utf-8", newline="")
    return file


def test_only_lines_are_added_and_the_mission_reads(school: Path) -> None:
    before = (school / "mission.yaml").read_text("utf-8").splitlines()
    made = with_closed(school, [FEAST])
    after = made.splitlines()
    (added,) = [line for line in after if line not in before]
    assert before == [line for line in after if line != added]
    (school / "mission.yaml").write_text(made, "utf-8")
    closed = read_mission(school).calendar.closed
    assert (4, FEAST) == (len(closed), closed[-1])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("calendar:\n  closed:\n", ""),
        ("  closed:\n", "  working_days: [monday, tuesday, wednesday, thursday, friday]\n"),
    ],
)
def test_what_is_missing_is_made(school: Path, old: str, new: str) -> None:
    text = (school / "mission.yaml").read_text("utf-8")
    lines = text.split("\n")
    first = lines.index("calendar:")
    kept = "\n".join(lines[:first] + lines[first + 6 :])
    part = new and f"calendar:\n{new}"
    (school / "mission.yaml").write_text(kept + part, "utf-8")
    (school / "mission.yaml").write_text(with_closed(school, [FEAST]), "utf-8")
    assert (FEAST,) == read_mission(school).calendar.closed
    assert old


def test_a_list_on_one_line_is_refused(school: Path) -> None:
    text = (school / "mission.yaml").read_text("utf-8")
    lines = text.split("\n")
    first = lines.index("calendar:")
    one = ["calendar: {closed: [{begins: 2025-08-04, ends: 2025-08-17}]}"]
    (school / "mission.yaml").write_text("\n".join(lines[:first] + one + lines[first + 6 :]), "utf-8")
    with pytest.raises(BadInput, match="on one line"):
        with_closed(school, [FEAST])


def test_what_is_closed_already_and_what_lies_outside_is_passed_over() -> None:
    mission = read_mission(FOLDER)
    inside = Holiday(begins=dt.date(2025, 8, 5), ends=dt.date(2025, 8, 6))
    outside = Holiday(begins=dt.date(1999, 8, 5), ends=dt.date(1999, 8, 6))
    partly = Holiday(begins=dt.date(2025, 8, 15), ends=dt.date(2025, 8, 20))
    assert (FEAST, partly) == new_periods(mission, [FEAST, inside, outside, partly])


def test_periods_are_shown_first_and_written_once_asked_for(
    school: Path, feasts: Path, capsys: Printed
) -> None:
    before = (school / "mission.yaml").read_bytes()
    assert 0 == run(["import", str(school), str(feasts)])
    printed = capsys.readouterr().out
    assert "2025-06-02 to 2025-06-08: feast" in printed
    assert "1 period is new, of 3 found; nothing was written" in printed
    assert before == (school / "mission.yaml").read_bytes()
    assert 0 == run(["import", str(school), str(feasts), "--write"])
    assert "1 period was added" in capsys.readouterr().out
    assert "feast" == read_mission(school).calendar.closed[-1].title
    assert 0 == run(["import", str(school), str(feasts), "--write"])
    assert "All 3 periods found are closed already" in capsys.readouterr().out


PROJECT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
  <Calendars>
    <Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
      <WeekDays>
        <WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>
        <WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>
          <FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>
        <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
          <FromDate>2025-06-02T00:00:00</FromDate><ToDate>2025-06-08T23:59:00</ToDate></TimePeriod></WeekDay>
        <WeekDay><DayType>0</DayType><DayWorking>1</DayWorking><TimePeriod>
          <FromDate>2025-07-05T00:00:00</FromDate><ToDate>2025-07-05T23:59:00</ToDate></TimePeriod></WeekDay>
      </WeekDays>EXCEPTIONS
    </Calendar>
    <Calendar><UID>2</UID><Name>A person</Name><IsBaseCalendar>0</IsBaseCalendar>
      <WeekDays><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
        <FromDate>2025-10-06T00:00:00</FromDate><ToDate>2025-10-10T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays>
    </Calendar>
  </Calendars>
</Project>
"""
"""As Project 2003 writes calendars; later versions write `EXCEPTIONS` besides."""
EXCEPTIONS = """
      <Exceptions><Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod>
        <FromDate>2025-06-02T00:00:00</FromDate><ToDate>2025-06-08T23:59:00</ToDate></TimePeriod>
        <Occurrences>7</Occurrences><Name>feast</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>"""


@pytest.mark.parametrize(("more", "title"), [("", "–"), (EXCEPTIONS, "feast")])
def test_days_off_of_a_project_file_are_added(
    school: Path, tmp_path: Path, capsys: Printed, more: str, title: str
) -> None:
    """Its days off alone: no day that is worked, nobody's own holiday, and none of them twice."""
    file = tmp_path / "plan.xml"
    file.write_text(PROJECT.replace("EXCEPTIONS", more), "utf-8")
    assert 0 == run(["import", str(school), str(file), "--write"])
    printed = capsys.readouterr().out
    assert f"2025-06-02 to 2025-06-08: {title}" in printed
    assert "1 period was added" in printed
    closed = read_mission(school).calendar.closed
    assert (4, FEAST.begins, FEAST.ends) == (len(closed), closed[-1].begins, closed[-1].ends)


def test_a_file_that_is_not_there_or_no_calendar_is_refused(school: Path, tmp_path: Path) -> None:
    assert 2 == run(["import", str(school), str(tmp_path / "gone.ics")])
    (tmp_path / "a.ics").write_text("hello", "utf-8")
    assert 2 == run(["import", str(school), str(tmp_path / "a.ics")])
