"""Serials: what is reported of one follows its course: it starts, is taught, and ends or is cancelled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from cadre.errors import Fault, Place
from cadre.messages import message, quoted
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.tracking.records import GroupResult, Records, SerialReport

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
            yield _never(("serials", key), "never-started", report.serial, by_then)
    for key, result in records.groups.items():
        known, name = (started, "never-started") if result.passed is None else (ended, "never-ended")
        if result.serial not in known:
            yield _never(("groups", key), name, result.serial, known)


def _never(at: tuple[str, str], name: str, serial: str, known: Collection[str]) -> Fault:
    cure = did_you_mean(serial, known)
    place = Place(path=(*at, "serial"))
    return Fault.of(place, f"tracking.{name}", serial=quoted(serial), cure=cure)


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
    """Yield classes that grow: more sat the test, or still attend, than attended the first day or since."""
    started = reports_of(records, "started")
    for key, report in records.serials.items():
        begun = started.get(report.serial)
        if report.what not in ("in class", "ended") or begun is None or report.people is None:
            continue
        attended, place = begun[1].people or 0, Place(path=("serials", key, "people"))
        if report.people > attended:
            values = {"people": report.people, "attended": attended}
            yield Fault.of(place, "tracking.more-than-began", other=quoted(begun[0]), **values)
    yield from _grown(records, {serial: one.people or 0 for serial, (_, one) in started.items()})


def _grown(records: Records, attended: Mapping[str, int]) -> Iterator[Fault]:
    """Yield classes with more people than at the last count; of two on one day that of more counts."""
    last: Of = {}
    for key, report in sorted(records.serials.items(), key=lambda item: item[1].on):
        if report.what not in ("in class", "ended") or report.people is None:
            continue
        before = last.get(report.serial)
        if before is not None and before[1].on < report.on:
            was, place = before[1].people or 0, Place(path=("serials", key, "people"))
            if was < report.people <= attended.get(report.serial, 0):
                values = {"people": report.people, "before": was}
                yield Fault.of(place, "tracking.more-than-last", other=quoted(before[0]), **values)
        if before is None or (report.on, report.people) > (before[1].on, before[1].people or 0):
            last[report.serial] = key, report


def groups_within(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield groups of a serial that are together more than all of it: who attends, who sat, who passed."""
    told = records.groups.items()
    attending = [(key, one) for key, one in told if one.passed is None]
    results = [(key, one) for key, one in told if one.passed is not None]
    started, ended = reports_of(records, "started"), reports_of(records, "ended")
    yield from _beyond(attending, started, "people")
    yield from _beyond(results, ended, "people")
    yield from _beyond(results, ended, "passed")


def _beyond(groups: Iterable[tuple[str, GroupResult]], wholes: Of, name: str) -> Iterator[Fault]:
    sums: dict[str, int] = {}
    for key, one in groups:
        whole = getattr(wholes[one.serial][1], name) if one.serial in wholes else None
        sums[one.serial] = sums.get(one.serial, 0) + getattr(one, name)
        if whole is not None and sums[one.serial] > whole:
            place, other = Place(path=("groups", key, name)), quoted(wholes[one.serial][0])
            values = {"sum": sums[one.serial], "whole": whole}
            yield Fault.of(place, "tracking.groups-beyond", other=other, **values)
