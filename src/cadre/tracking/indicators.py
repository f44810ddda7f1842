"""Indicators: what was planned and what came by the end of each period: graduates, units, people, money.

Made from the mission: one for each course, capability, nation that sends people, and kind of money.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cadre.tracking.records import REPORTED, Records
from cadre.tracking.running import RunningMission
from cadre.tracking.status import capability_now, course_now, money_now, parties_now

DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure at the end of a period: what the plan or the mission wants by then, and what there is.

    `kind` and `of` name it; `baseline` is what there was on the first day, in people, units or money.
    """

    kind: Literal["graduates", "units", "people", "money"]
    of: str
    begins: dt.date
    ends: dt.date
    baseline: float
    target: float
    actual: float


def periods(first: dt.date, last: dt.date, months: int = 1) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the periods of some months from one day to another: first and last day of each, cut at both ends.

    They are those of the calendar: quarters end in March, June, September and December.
    """
    while first <= last:
        over = (first.year * DECEMBER + first.month - 1) // months + 1
        year, month = divmod(over * months, DECEMBER)
        after = dt.date(year, month + 1, 1)
        yield first, min(after - dt.timedelta(days=1), last)
        first = after


def indicators(running: RunningMission, today: dt.date, months: int = 1) -> Iterator[Indicator]:
    """Yield the indicators of each period up to a day, as known on it.

    Parameters
    ----------
    running : RunningMission
        What was reported after `today` is left out, what happened later than a period's end with it.
    today : date
        The day.
    months : int
        Of a period: 1, 3 or 12.
    """
    known = running.on(today)
    starts = known.mission.mission.starts
    before = _at(known, starts - dt.timedelta(days=1))
    for begins, ends in periods(starts, today, months):
        for (kind, of), (target, actual) in _at(known, ends).items():
            yield Indicator(kind, of, begins, ends, before.get((kind, of), (0.0, 0.0))[1], target, actual)


Kind = Literal["graduates", "units", "people", "money"]
Figures = dict[tuple[Kind, str], tuple[float, float]]


def _at(known: RunningMission, day: dt.date) -> Figures:
    """Return target and actual of each indicator at the end of a day."""
    mission, plan, some = known.mission, known.plan, happened_by(known.records, day)
    found: Figures = {}
    for key in mission.courses:
        course = course_now(mission, plan, some, key, day)
        found["graduates", key] = course.expected, float(course.passed)
    for key in mission.capabilities:
        units = capability_now(mission, some, key, day)
        found["units", key] = float(units.wanted), float(units.units)
    for party in parties_now(mission, plan, some, day):
        found["people", party.party] = float(party.planned), float(party.present)
    for money in money_now(mission, plan, some, day):
        found["money", money.about] = money.planned, money.spent
    return found


def happened_by(records: Records, day: dt.date) -> Records:
    """Return the records of what happened on a day or before."""
    kept = {kind: {k: r for k, r in records.of(kind).items() if r.on <= day} for kind in REPORTED}
    return records.model_copy(update=kept)
