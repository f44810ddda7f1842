"""What was reported of serials as xAPI statements (1.0.3): classes that began, were over, were given up.

Actors are classes, as groups that are known by the id of their serial: no mission folder knows a trainee. A
record that was corrected or withdrawn is stated and voided, as nothing is overwritten here either. Map:
docs/exchange.md.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from cadre.mission import Mission
from cadre.rosters.appointments import uid_of
from cadre.tracking.records import Records, SerialReport

VERSION = "1.0.3"
HOME = "https://cadre.invalid"
"""Whose accounts and activities these are: a name that no network resolves (RFC 2606)."""
VERBS = {
    "started": ("http://adlnet.gov/expapi/verbs/initialized", "initialized"),
    "in class": ("http://adlnet.gov/expapi/verbs/progressed", "progressed"),
    "ended": ("http://adlnet.gov/expapi/verbs/completed", "completed"),
    "cancelled": ("https://w3id.org/xapi/adl/verbs/abandoned", "abandoned"),
}
VOIDED = "http://adlnet.gov/expapi/verbs/voided", "voided"
COURSE = "http://adlnet.gov/expapi/activities/course"
Statement = dict[str, Any]


def xapi_text(mission: Mission, records: Records) -> str:
    """Return all statements as a JSON array, in the order in which they were reported.

    Parameters
    ----------
    mission : Mission
        For the titles of courses and sites.
    records : Records
        All that were reported by the day, corrected ones among them.
    """
    return json.dumps(list(statements(mission, records)), ensure_ascii=False, indent=1) + "\n"


def statements(mission: Mission, records: Records) -> Iterator[Statement]:
    """Yield the statements of serials."""
    course_of = {one.serial: one.course for one in records.serials.values() if one.what == "started"}
    told = sorted(records.serials.items(), key=lambda item: (item[1].reported_on, item[0]))
    for key, report in told:
        if report.corrects is not None:
            yield _voiding(mission, key, report)
        if not report.withdrawn:
            yield _statement(mission, key, report, course_of.get(report.serial))


def _id(mission: Mission, *key: str) -> str:
    return uid_of(mission, "xapi", *key)


def _at(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _verb(verb: tuple[str, str]) -> dict[str, Any]:
    return {"id": verb[0], "display": {"en": verb[1]}}


def _group(name: str) -> dict[str, Any]:
    return {"objectType": "Group", "account": {"homePage": HOME, "name": name}}


def _activity(*path: str) -> str:
    return "/".join((HOME, *(quote(part, safe="") for part in path)))


def _statement(mission: Mission, key: str, report: SerialReport, course: str | None) -> Statement:
    name = course or report.serial.partition("@")[0]
    title = mission.title_of("courses", name) if name in mission.courses else name
    activity = {"name": {"en": title}, "type": COURSE}
    extensions = {
        _activity("extensions", "record"): key,
        _activity("extensions", "reporter"): report.reported_by,
    }
    made: Statement = {
        "id": _id(mission, key),
        "actor": _group(report.serial),
        "verb": _verb(VERBS[report.what]),
        "object": {"objectType": "Activity", "id": _activity("courses", name), "definition": activity},
        "result": _result(report),
        "context": {"platform": "Cadre", "extensions": extensions},
        "timestamp": _at(report.on),
        "version": VERSION,
    }
    return made


def _result(report: SerialReport) -> dict[str, Any]:
    """Return what came of it: how many were there; of a test who sat and passed, as a score."""
    people = {_activity("extensions", "people"): report.people} if report.people is not None else {}
    found: dict[str, Any] = {"completion": report.what == "ended"}
    if people:
        found["extensions"] = people
    if report.what == "ended" and report.people:
        passed = report.passed or 0
        found["score"] = {"scaled": passed / report.people, "raw": passed, "min": 0, "max": report.people}
    if report.cause is not None:
        found["response"] = report.cause
    return found


def _voiding(mission: Mission, key: str, report: SerialReport) -> Statement:
    """Return the statement that takes back the one of the record that is corrected."""
    return {
        "id": _id(mission, "voids", key),
        "actor": _group(report.reported_by),
        "verb": _verb(VOIDED),
        "object": {"objectType": "StatementRef", "id": _id(mission, str(report.corrects))},
        "timestamp": _at(report.reported_on),
        "version": VERSION,
    }
