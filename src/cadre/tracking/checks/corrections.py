"""Corrections: each stands in place of one record of its table, once, and later; nothing is told twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cadre.errors import Fault, Place
from cadre.messages import quoted
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.tracking.records import REPORTED, Records, Report

BESIDE = ("reported_on", "reported_by", "means", "rule", "corrects", "withdrawn")
"""Columns in which two reports of the same thing may differ."""


def _corrects(table: str, key: str) -> Place:
    return Place(path=(table, key, "corrects"))


def correct_something(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield corrections of nothing."""
    for table in REPORTED:
        known = records.of(table)
        for key, report in known.items():
            if report.corrects == key:
                yield Fault.of(_corrects(table, key), "tracking.corrects-itself", id=quoted(key))
            elif report.corrects is not None and report.corrects not in known:
                others = [other for other in known if other != key]
                cure = did_you_mean(report.corrects, others)
                place, named = _corrects(table, key), quoted(report.corrects)
                yield Fault.of(place, "tracking.corrects-nothing", id=named, table=table, cure=cure)


def corrected_once(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield second corrections of the same record: nobody knows which of the two holds."""
    for table in REPORTED:
        first: dict[str, str] = {}
        for key, report in records.of(table).items():
            if report.corrects is None:
                continue
            other = first.setdefault(report.corrects, key)
            if other != key:
                ids = {"id": quoted(report.corrects), "other": quoted(other)}
                yield Fault.of(_corrects(table, key), "tracking.corrected-twice", **ids)


def corrected_later(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield corrections that were reported before what they correct."""
    for table in REPORTED:
        known = records.of(table)
        for key, report in known.items():
            was = known.get(report.corrects or "")
            if was is not None and key != report.corrects and report.reported_on < was.reported_on:
                days = {"first": was.reported_on, "day": report.reported_on}
                place = Place(path=(table, key, "reported_on"))
                yield Fault.of(place, "tracking.corrected-before", id=quoted(str(report.corrects)), **days)


def reported_once(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield records that say what another one says already.

    The same may happen twice on a day: then each names what it was seen by (`means`).
    """
    for table in REPORTED:
        yield from _twice(table, records.of(table))


def _twice(table: str, reports: Mapping[str, Report]) -> Iterator[Fault]:
    first: dict[Any, dict[str, str]] = {}
    for key, report in reports.items():
        said = tuple(value for name, value in report if name not in BESIDE)
        by_means = first.setdefault(said, {})
        other = _same(by_means, report.means)
        if other is not None:
            yield Fault.of(Place(path=(table, key)), "tracking.reported-twice", other=quoted(other))
        by_means.setdefault(report.means, key)


def counted_once_a_day(records: Records, _: Mission) -> Iterator[Fault]:
    """Yield counts of the same people on the same day, by the same rule, that give other numbers."""
    first: dict[tuple[object, ...], tuple[str, int]] = {}
    counts: list[tuple[str, str, tuple[object, ...], int]] = [
        ("counts", key, (one.what, one.of, one.on, one.rule), one.people)
        for key, one in records.counts.items()
    ]
    counts += [
        ("serials", key, (one.serial, one.on), one.people or 0)
        for key, one in records.serials.items()
        if one.what == "in class"
    ]
    for table, key, of, people in counts:
        other, counted = first.setdefault(of, (key, people))
        if people != counted:
            place, told = Place(path=(table, key, "people")), {"people": people, "counted": counted}
            yield Fault.of(place, "tracking.counted-otherwise", other=quoted(other), **told)


def _same(by_means: Mapping[str, str], means: str) -> str | None:
    """Return the earlier report seen by the same means, or where one of the two names none."""
    if not means:
        return next(iter(by_means.values()), None)
    return by_means.get(means, by_means.get(""))
