"""References: what records name is in the mission."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from cadre.errors import Fault, Place
from cadre.messages import listed, message, quoted
from cadre.mission import Mission
from cadre.mission.base import did_you_mean, or_defined
from cadre.tracking.records import REPORTED, Count, Records

Known = Callable[[Mission], Collection[str]]


class NamedReference(NamedTuple):
    """A column that names something: its table, itself, the message that says it, where it is defined."""

    table: str
    column: str
    what: str
    table_of_the_mission: str


NAMED = (
    NamedReference("movements", "offer", "tracking.unknown-offer", "offers"),
    NamedReference("movements", "site", "checks.unknown-site", "sites"),
    NamedReference("offer_states", "offer", "tracking.unknown-offer", "offers"),
    NamedReference("serials", "course", "checks.unknown-course", "courses"),
    NamedReference("serials", "site", "checks.unknown-site", "sites"),
    NamedReference("postings", "competence", "checks.unknown-competence", "competences"),
    NamedReference("intake", "recruits", "checks.unknown-pool-of-recruits", "recruits"),
    NamedReference("steps", "project", "checks.unknown-project", "projects"),
    NamedReference("site_states", "site", "checks.unknown-site", "sites"),
    NamedReference("occurrences", "event", "checks.unknown-event", "events"),
    NamedReference("injuries", "site", "checks.unknown-site", "sites"),
    NamedReference("injuries", "party", "checks.unknown-party", "parties"),
)
"""Columns whose ids stand in one table of the mission."""
COUNTED: dict[str, tuple[str, Known, str]] = {
    "recruits": ("checks.unknown-pool-of-recruits", lambda m: m.recruits, "recruits"),
    "competence": ("checks.unknown-competence", lambda m: m.competences, "competences"),
    "hosts": (
        "checks.unknown-skill",
        lambda m: (*m.skills, *(key for key, one in m.courses.items() if one.teaches)),
        "skills",
    ),
}
"""What `of` names in a count, by who was counted."""


def unknown_ids(records: Records, mission: Mission) -> Iterator[Fault]:
    """Yield ids that nothing in the mission has."""
    for table, column, what, where in NAMED:
        known = getattr(mission, where)
        for key, report in records.of(table).items():
            named = getattr(report, column)
            if named is not None and named not in known:
                yield _unknown((table, key, column), (what, named), known, where)
    for key, count in records.counts.items():
        _, counted, _ = COUNTED[count.what]
        if count.of not in counted(mission):
            yield _uncounted(key, count, mission)
    for key, step in records.steps.items():
        project = mission.projects.get(step.project)
        if project is not None and step.activity not in project.activities:
            thing = "checks.unknown-activity", step.activity
            where = f"projects.{step.project}.activities"
            yield _unknown(("steps", key, "activity"), thing, project.activities, where)


def _uncounted(key: str, count: Count, mission: Mission) -> Fault:
    """Return the fault of a count of what is not there, or is counted under another word."""
    what, counted, where = COUNTED[count.what]
    path, known = ("counts", key, "of"), counted(mission)
    other = next((kind for kind, (_, there, _) in COUNTED.items() if count.of in there(mission)), None)
    if other is None:
        return _unknown(path, (what, count.of), known, where)
    cure = message("tracking.counted-as", kind=quoted(other), known=listed(known))
    said = message(what, id=quoted(count.of))
    return Fault.of(Place(path=path), "tracking.unknown-id", what=said, cure=cure)


def _unknown(path: tuple[str, ...], thing: tuple[str, str], known: Collection[str], where: str) -> Fault:
    what, named = thing
    cure = or_defined(named, known, where)
    said = message(what, id=quoted(named))
    return Fault.of(Place(path=path), "tracking.unknown-id", what=said, cure=cure)


def named_once(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield people who are given a second name."""
    first: dict[str, str] = {}
    for key, one in records.names.items():
        other = first.setdefault(one.person, key)
        if other != key:
            place, ids = Place(path=("names", key, "person")), {"other": quoted(other)}
            yield Fault.of(place, "tracking.named-twice", person=quoted(one.person), **ids)


def unknown_reporters(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield reports of somebody who is not among those who are to report, where these are listed."""
    known = records.reporters
    for table in REPORTED if known else ():
        for key, report in records.of(table).items():
            if report.reported_by not in known:
                cure = did_you_mean(report.reported_by, known)
                place = Place(path=(table, key, "reported_by"))
                yield Fault.of(place, "tracking.unknown-reporter", id=quoted(report.reported_by), cure=cure)
