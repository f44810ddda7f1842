"""The plan in force as OneRoster 1.1 CSV: a manifest, and files of schools, courses, classes, people.

Every file holds all there is (`bulk`), so that status and date of change stay empty, as the binding says.
People go by the ids of the plan: no mission folder knows a name. Map: docs/exchange.md.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from cadre.rosters.appointments import uid_of
from cadre.rosters.sheets import Roster
from cadre.timetable.plan import Serial
from cadre.timetable.stays import stays_in

VERSION = "1.1"
FIRST = ("sourcedId", "status", "dateLastModified")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "academicSessions": ("title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear"),
    "orgs": ("name", "type", "identifier", "parentSourcedId"),
    "courses": ("schoolYearSourcedId", "title", "courseCode", "grades", "orgSourcedId", "subjects",
                "subjectCodes"),
    "classes": ("title", "grades", "courseSourcedId", "classCode", "classType", "location", "schoolSourcedId",
                "termSourcedIds", "subjects", "subjectCodes", "periods"),
    "users": ("enabledUser", "orgSourcedIds", "role", "username", "userIds", "givenName", "familyName",
              "middleName", "identifier", "email", "sms", "phone", "agentSourcedIds", "grades", "password"),
    "enrollments": ("classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary", "beginDate",
                    "endDate"),
}  # fmt: skip
"""Columns of each file after those that all have, in the order of the binding."""
FILES = ("academicSessions", "categories", "classes", "classResources", "courses", "courseResources",
         "demographics", "enrollments", "lineItems", "orgs", "resources", "results", "users")  # fmt: skip
"""Every file of the binding, in the order in which the manifest names them."""
ZIPPED = (2000, 1, 1, 0, 0, 0)
"""A fixed time inside the archive, so that equal plans are equal bytes."""
Cells = Mapping[str, str]


def oneroster_bytes(roster: Roster) -> bytes:
    """Return the archive of all files.

    Parameters
    ----------
    roster : Roster
        Of the mission as it is carried out.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in oneroster_files(roster).items():
            archive.writestr(zipfile.ZipInfo(name, ZIPPED), text.encode())
    return stream.getvalue()


def oneroster_files(roster: Roster) -> dict[str, str]:
    """Return the text of each file by its name, the manifest first."""
    tables = {
        "academicSessions": list(_sessions(roster)),
        "orgs": list(_orgs(roster)),
        "courses": list(_courses(roster)),
        "classes": list(_classes(roster)),
        "users": list(_users(roster)),
        "enrollments": list(_enrollments(roster)),
    }
    files = {"manifest.csv": _text(("propertyName", "value"), _manifest(roster))}
    for name, rows in tables.items():
        heads = (*FIRST, *COLUMNS[name])
        files[f"{name}.csv"] = _text(heads, ([row.get(head, "") for head in heads] for row in rows))
    return files


def _text(heads: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows([heads, *rows])
    return stream.getvalue()


def _manifest(roster: Roster) -> Iterator[tuple[str, str]]:
    yield "manifest.version", "1.0"
    yield "oneroster.version", VERSION
    for name in FILES:
        yield f"file.{name}", "bulk" if name in COLUMNS else "absent"
    yield "source.systemName", "Cadre"
    yield "source.systemCode", _id(roster, "mission")


def _id(roster: Roster, *key: str) -> str:
    return uid_of(roster.mission, "oneroster", *key)


def _year(day: dt.date) -> str:
    return str(day.year)


def _sessions(roster: Roster) -> Iterator[Cells]:
    """Yield a school year for each calendar year of the mission, and in it a term as far as it lasts."""
    first = roster.mission.mission.starts
    weeks = roster.mission.exit_week + roster.mission.mission.looks_beyond_exit
    last = roster.mission.date_of(weeks)
    for year in range(first.year, last.year + 1):
        begins, ends = max(first, dt.date(year, 1, 1)), min(last, dt.date(year, 12, 31))
        for kind, parent in (("schoolYear", ""), ("term", _id(roster, "schoolYear", str(year)))):
            yield {
                "sourcedId": _id(roster, kind, str(year)),
                "title": str(year),
                "type": kind,
                "startDate": begins.isoformat(),
                "endDate": ends.isoformat(),
                "parentSourcedId": parent,
                "schoolYear": _year(ends),
            }


def _orgs(roster: Roster) -> Iterator[Cells]:
    mission = roster.mission
    head = _id(roster, "mission")
    yield {"sourcedId": head, "name": mission.mission.title, "type": "district"}
    for key in mission.sites:
        about = {"name": mission.title_of("sites", key), "type": "school", "identifier": key}
        yield {"sourcedId": _id(roster, "site", key), "parentSourcedId": head} | about


def _courses(roster: Roster) -> Iterator[Cells]:
    for key in roster.mission.courses:
        about = {"title": roster.mission.title_of("courses", key), "courseCode": key}
        yield {"sourcedId": _id(roster, "course", key), "orgSourcedId": _id(roster, "mission")} | about


def _held(roster: Roster) -> Iterator[tuple[Serial, dt.date, dt.date]]:
    for serial in roster.timetable.serials:
        if serial.start is not None:
            first, after = (
                roster.mission.date_of(serial.start),
                roster.mission.date_of(serial.ends or serial.start + 1),
            )
            yield serial, first, after - dt.timedelta(days=1)


def _classes(roster: Roster) -> Iterator[Cells]:
    for serial, first, last in _held(roster):
        terms = ",".join(_id(roster, "term", str(year)) for year in range(first.year, last.year + 1))
        yield {
            "sourcedId": _id(roster, "class", serial.id),
            "title": serial.id,
            "courseSourcedId": _id(roster, "course", serial.course),
            "classCode": serial.id,
            "classType": "scheduled",
            "location": roster.mission.title_of("sites", serial.site),
            "schoolSourcedId": _id(roster, "site", serial.site),
            "termSourcedIds": terms,
        }


def _users(roster: Roster) -> Iterator[Cells]:
    sites = {site: _id(roster, "site", site) for site in roster.mission.sites}
    for one in roster.timetable.people:
        yield {
            "sourcedId": _id(roster, "user", one.id),
            "enabledUser": "true",
            "orgSourcedIds": sites.get(one.site, ",".join(sites.values())),
            "role": "teacher",
            "username": one.id,
            "givenName": one.id,
            "familyName": roster.role(one),
            "identifier": one.id,
        }


def _enrollments(roster: Roster) -> Iterator[Cells]:
    held = {serial.id: serial for serial, _, _ in _held(roster)}
    for stay in stays_in(roster.timetable, roster.mission):
        if stay.where in held:
            yield {
                "sourcedId": _id(
                    roster, "seat", stay.where, str(stay.phase), stay.skill, stay.person, str(stay.begins)
                ),
                "classSourcedId": _id(roster, "class", stay.where),
                "schoolSourcedId": _id(roster, "site", held[stay.where].site),
                "userSourcedId": _id(roster, "user", stay.person),
                "role": "teacher",
                "primary": "false",
                "beginDate": roster.mission.date_of(stay.begins).isoformat(),
                "endDate": (roster.mission.date_of(stay.ends) - dt.timedelta(days=1)).isoformat(),
            }
