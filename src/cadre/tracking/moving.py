"""Moving: who is reported to have come to a stock or to have begun a course out of it, and what nobody tells.

Takes the records that hold and the mission; a stock is who was counted (`recruits`, `competence`, `hosts`)
and of what. Rule: docs/model/tracking.md, The recorded state.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from cadre.mission import Mission
from cadre.tracking.records import Records, SerialReport

Stock = tuple[str, str]


class StockFlow:
    """What came to a stock, less what went, between two days; and whether that is told.

    Host instructors with a skill are also those who teach on after courses that make them.
    """

    def __init__(self, records: Records, mission: Mission, stock: Stock) -> None:
        what, of = stock
        stocks = [stock]
        if what == "hosts" and of in mission.skills:
            stocks += [("hosts", key) for key, one in mission.courses.items() if of in one.teaches]
        moves = Counter[dt.date]()
        for one in stocks:
            for day, people in moves_of(records, mission, one):
                moves[day] += people
        self._days = sorted(moves)
        self._sums = [0, *accumulate(moves[day] for day in self._days)]
        self._silent = _without_report(records, mission, stock)

    def between(self, first: dt.date, last: dt.date) -> int:
        """Return what came after the first day, up to the last one."""
        return self._sums[bisect_right(self._days, last)] - self._sums[bisect_right(self._days, first)]

    def tells(self, first: dt.date, last: dt.date) -> bool:
        """Say whether somebody tells who came after the first day, up to the last one."""
        return not any(begins <= last and ends > first for begins, ends in self._silent)


def _without_report(records: Records, mission: Mission, stock: Stock) -> list[tuple[dt.date, dt.date]]:
    """Return times, first and last day, in which people may have come of whom no report tells."""
    what, of = stock
    if what == "competence":
        return [(day, day) for day, _ in _not_told(records, mission, of)] if _posted_of(records, of) else []
    if what != "recruits" or mission.recruits[of].a_year.high == 0:
        return []
    told = sorted((one.begins, one.on) for one in records.intake.values() if one.recruits == of)
    gaps, day = [], mission.mission.starts
    for begins, on in told:
        if begins > day:
            gaps.append((day, begins - ONE))
        day = max(day, on + ONE)
    return [*gaps, (day, dt.date.max)]


ONE = dt.timedelta(days=1)


def moves_of(records: Records, mission: Mission, stock: Stock) -> Iterator[tuple[dt.date, int]]:
    """Yield who is reported to have come to a stock (+), or to have begun a course out of it (-), with days.

    Graduates come by `postings` as far as these tell of so many, the first that passed before the others; the
    rest as they passed, the share assumed to be posted. Of a serial that is broken off those go back who were
    last counted in class.
    """
    what, of = stock
    started = {one.serial: one for one in records.serials.values() if one.what == "started"}
    in_class = {one.serial: one.people for one in _in_order(records) if one.what in ("started", "in class")}
    if what == "recruits":
        yield from ((one.on, one.people) for one in records.intake.values() if one.recruits == of)
    if what == "competence":
        yield from _to_posts(records, mission, of)
    for one in records.serials.values():
        begun = started.get(one.serial)
        if begun is None:
            continue
        course = str(begun.course)
        if one.what == "started" and source_of(mission, course) == stock:
            yield one.on, -(one.people or 0)
        elif one.what == "cancelled" and source_of(mission, course) == stock:
            yield one.on, in_class[one.serial] or 0
        elif one.what == "ended":
            yield from _ended(one, course, mission, stock)


def _in_order(records: Records) -> list[SerialReport]:
    return sorted(records.serials.values(), key=lambda report: report.on)


def _posted_of(records: Records, competence: str) -> int:
    """Return of how many graduates of a competence a report tells how many were posted."""
    return sum(one.of for one in records.postings.values() if one.competence == competence)


def _to_posts(records: Records, mission: Mission, competence: str) -> Iterator[tuple[dt.date, int]]:
    yield from ((one.on, one.people) for one in records.postings.values() if one.competence == competence)
    share, passed, before = mission.competences[competence].posted.mean, 0, 0
    for day, people in _not_told(records, mission, competence):
        passed += people
        posted = math.floor(passed * share + 0.5)
        yield day, posted - before
        before = posted


def _not_told(records: Records, mission: Mission, competence: str) -> Iterator[tuple[dt.date, int]]:
    """Yield graduates of a competence of whom no report tells who was posted, by the day they passed."""
    told = _posted_of(records, competence)
    course_of = {one.serial: str(one.course) for one in records.serials.values() if one.what == "started"}
    for one in _in_order(records):
        course = course_of.get(one.serial)
        if one.what == "ended" and course and mission.courses[course].grants == competence:
            people = (one.passed or 0) - (one.teach_on or 0)
            of_them = min(told, people)
            told -= of_them
            if people > of_them:
                yield one.on, people - of_them


def _ended(
    one: SerialReport, course: str, mission: Mission, stock: tuple[str, str]
) -> Iterator[tuple[dt.date, int]]:
    """Yield what the end of a serial brings to a stock: those who take it again, go on, and teach on."""
    grants, teach = mission.courses[course].grants, one.teach_on or 0
    if source_of(mission, course) == stock:
        yield one.on, (one.again or 0) + (0 if grants else (one.passed or 0) - teach)
    if stock == ("hosts", course):
        yield one.on, teach


def source_of(mission: Mission, course: str) -> tuple[str, str] | None:
    """Return the stock that trainees of a course come from; None where that is told nowhere."""
    of = mission.courses[course]
    if not of.after:
        return ("recruits", of.recruits) if of.recruits else None
    last = mission.courses[of.after[-1]]
    return ("competence", last.grants) if last.grants else source_of(mission, of.after[-1])
