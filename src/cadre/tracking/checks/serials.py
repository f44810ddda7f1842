"""Serials: what is reported of one follows its course: it starts, is taught, and ends or is cancelled."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cadre.errors import Fault, Place
from cadre.messages import message, quoted
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.tracking.records import Records, SerialReport

ONCE = ("started", "ended", "cancelled")
"""What happens to a serial once at most."""
Of = dict[str, tuple[str, SerialReport]]
"""Key of the record and the record, by serial."""


def reports_of(records: Records, what: str) -> Of:
    """Return the first record of its kind, by serial."""
    found: Of = {}
    for key, report in records.serials.items():
        if report.what == what:
            found.setdefault(report.serial, (key, report))
    return found


def once_each(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield serials that start, end or are cancelled a second time."""
    for what in ONCE:
        first = reports_of(records, what)
        for key, report in records.serials.items():
            if report.what == what and first[report.serial][0] != key:
                ids = {"serial": quoted(report.serial), "other": quoted(first[report.serial][0])}
                said = message(f"tracking.has-{what}")
                yield Fault.of(Place(path=("serials", key, "what")), "tracking.again", what=said, **ids)


def begun_before(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield reports of serials that never started; one that never did may be cancelled all the same."""
    started = reports_of(records, "started")
    ended = reports_of(records, "ended")
    for key, report in records.serials.items():
        if report.what in ("in class", "ended") and report.serial not in started:
            by_then = [serial for serial, (_, begun) in started.items() if begun.on <= report.on]
            yield _never("serials", key, report.serial, by_then)
    for key, result in records.groups.items():
        if result.serial not in ended:
            yield _never("groups", key, result.serial, ended)


def _never(table: str, key: str, serial: str, known: Collection[str]) -> Fault:
    name = "tracking.never-started" if table == "serials" else "tracking.never-ended"
    cure = did_you_mean(serial, known)
    return Fault.of(Place(path=(table, key, "serial")), name, serial=quoted(serial), cure=cure)


def in_order(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield reports of a serial before it started, or after it was over."""
    started = reports_of(records, "started")
    over = reports_of(records, "cancelled") | reports_of(records, "ended")
    for key, report in records.serials.items():
        place = Place(path=("serials", key, "on"))
        begins, ends = started.get(report.serial), over.get(report.serial)
        if begins is not None and report.on < begins[1].on:
            yield Fault.of(place, "tracking.before-it-started", day=report.on, first=begins[1].on)
        if ends is None or ends[0] == key or (begins is not None and ends[1].on < begins[1].on):
            continue
        if report.on > ends[1].on:
            yield Fault.of(place, "tracking.after-it-was-over", day=report.on, last=ends[1].on)
        elif report.what == "cancelled":
            place, other = Place(path=("serials", key, "what")), quoted(ends[0])
            yield Fault.of(place, "tracking.over-twice", other=other)


def no_more_than_before(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield classes that grow: more sat the test, or still attend, than attended the first day."""
    started = reports_of(records, "started")
    for key, report in records.serials.items():
        begun = started.get(report.serial)
        if report.what not in ("in class", "ended") or begun is None or report.people is None:
            continue
        attended = begun[1].people or 0
        if report.people > attended:
            place, other = Place(path=("serials", key, "people")), quoted(begun[0])
            values = {"people": report.people, "attended": attended}
            yield Fault.of(place, "tracking.more-than-began", other=other, **values)


def groups_within(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield groups of a serial that are together more than all of it, and groups told twice."""
    ended = reports_of(records, "ended")
    for name in ("people", "passed"):
        sums: dict[str, int] = {}
        for key, result in records.groups.items():
            whole = getattr(ended[result.serial][1], name) if result.serial in ended else None
            sums[result.serial] = sums.get(result.serial, 0) + getattr(result, name)
            if whole is not None and sums[result.serial] > whole:
                place, other = Place(path=("groups", key, name)), quoted(ended[result.serial][0])
                values = {"sum": sums[result.serial], "whole": whole}
                yield Fault.of(place, "tracking.groups-beyond", other=other, **values)
