"""OneRoster CSV against what its binding publishes: files, columns, values, and that ids lead to rows."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile

import pytest

from cadre.exchange.oneroster import oneroster_bytes
from tests.rosters.example import roster

HEADS = {
    "manifest": "propertyName,value",
    "academicSessions": "sourcedId,status,dateLastModified,title,type,startDate,endDate,"
    "parentSourcedId,schoolYear",
    "orgs": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    "courses": "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,"
    "subjects,subjectCodes",
    "classes": "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
    "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
    "users": "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
    "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
    "enrollments": "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,"
    "primary,beginDate,endDate",
}
"""Column headings of each file, as the binding of 1.1 lists them."""
MUST = {
    "academicSessions": ("title", "type", "startDate", "endDate", "schoolYear"),
    "orgs": ("name", "type"),
    "courses": ("title", "orgSourcedId"),
    "classes": ("title", "courseSourcedId", "classType", "schoolSourcedId", "termSourcedIds"),
    "users": ("enabledUser", "orgSourcedIds", "role", "username", "givenName", "familyName"),
    "enrollments": ("classSourcedId", "schoolSourcedId", "userSourcedId", "role"),
}
"""Columns that may not be empty, besides `sourcedId`."""
LEADS = {
    ("academicSessions", "parentSourcedId"): "academicSessions",
    ("orgs", "parentSourcedId"): "orgs",
    ("courses", "orgSourcedId"): "orgs",
    ("classes", "courseSourcedId"): "courses",
    ("classes", "schoolSourcedId"): "orgs",
    ("classes", "termSourcedIds"): "academicSessions",
    ("users", "orgSourcedIds"): "orgs",
    ("enrollments", "classSourcedId"): "classes",
    ("enrollments", "schoolSourcedId"): "orgs",
    ("enrollments", "userSourcedId"): "users",
}
VALUES = {
    ("academicSessions", "type"): {"term", "gradingPeriod", "schoolYear", "semester"},
    ("orgs", "type"): {"department", "school", "district", "local", "state", "national"},
    ("classes", "classType"): {"homeroom", "scheduled"},
    ("users", "enabledUser"): {"true", "false"},
    ("users", "role"): {
        "administrator",
        "aide",
        "guardian",
        "parent",
        "proctor",
        "relative",
        "student",
        "teacher",
    },
    ("enrollments", "role"): {"administrator", "proctor", "student", "teacher"},
    ("enrollments", "primary"): {"true", "false"},
}


@pytest.fixture(scope="module")
def files() -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(oneroster_bytes(roster()))) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    for name, heads in HEADS.items():
        assert heads == texts[f"{name}.csv"].split("\r\n")[0]
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()
    }


def test_the_manifest_names_every_file_of_the_binding(files: dict[str, list[dict[str, str]]]) -> None:
    told = {row["propertyName"]: row["value"] for row in files["manifest"]}
    assert ("1.0", "1.1") == (told["manifest.version"], told["oneroster.version"])
    named = {key.removeprefix("file."): value for key, value in told.items() if key.startswith("file.")}
    assert 13 == len(named)
    assert set(HEADS) - {"manifest"} == {name for name, value in named.items() if value == "bulk"}
    assert {"bulk", "absent"} == set(named.values())


def test_ids_are_given_once_and_lead_to_rows(files: dict[str, list[dict[str, str]]]) -> None:
    ids = {name: [row["sourcedId"] for row in files[name]] for name in MUST}
    assert all(len(set(some)) == len(some) > 0 for some in ids.values())
    for (name, column), to in LEADS.items():
        named = {one for row in files[name] for one in row[column].split(",") if one}
        assert named, (name, column)
        assert named <= set(ids[to]), (name, column)


def test_what_must_be_told_is_told_in_the_values_that_are_known(
    files: dict[str, list[dict[str, str]]],
) -> None:
    for name, columns in MUST.items():
        assert all(row[column] for row in files[name] for column in columns), name
    for (name, column), known in VALUES.items():
        assert {row[column] for row in files[name]} <= known
    days = [row[c] for row in files["enrollments"] for c in ("beginDate", "endDate")]
    days += [row[c] for row in files["academicSessions"] for c in ("startDate", "endDate")]
    assert all(dt.date.fromisoformat(day) for day in days)
    assert {""} == {row[c] for name in MUST for row in files[name] for c in ("status", "dateLastModified")}


def test_every_serial_is_a_class_and_everybody_a_user(files: dict[str, list[dict[str, str]]]) -> None:
    made = roster()
    assert {s.id for s in made.timetable.serials if s.start is not None} == {
        r["title"] for r in files["classes"]
    }
    assert set(made.people) == {row["username"] for row in files["users"]}
