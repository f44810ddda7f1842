"""Sheets about results: options compared, timetable, planned costs, targets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.money import BY_YEAR, planned_costs, years_paid
from cadre.brief.register.reasoned import text_for
from cadre.brief.view import OptionView, StudyView, target_day
from cadre.brief.workbook.sheet import Format, Row, WorkbookSheet, sheet
from cadre.decision.types import Chance
from cadre.mission import Mission
from cadre.words.naming import named

_OPTIONS: tuple[tuple[str, int, Format], ...] = (
    ("option", 8, "text"),
    ("title", 44, "text"),
    ("id", 30, "text"),
    ("criterion", 30, "text"),
    ("unit", 14, "text"),
    ("better", 8, "text"),
    ("median", 14, "number"),
    ("low-tenth", 14, "number"),
    ("high-tenth", 14, "number"),
    ("mean", 14, "number"),
    ("half-width-of-the-mean", 16, "number"),
    ("search-stopped-bound-lower-by", 16, "share"),
    ("not-told-apart-from", 16, "text"),
)
_TIMETABLE: tuple[tuple[str, int, Format], ...] = (
    ("option", 8, "text"),
    ("serial", 34, "text"),
    ("course-or-project", 30, "text"),
    ("site", 22, "text"),
    ("trainees", 9, "whole"),
    ("starts", 12, "date"),
    ("ends-before", 12, "date"),
    ("should-start-by", 12, "date"),
    ("instructors-or-advisers", 44, "text"),
    ("seats-short", 9, "whole"),
    ("why", 36, "text"),
)
_COSTS: tuple[tuple[str, int, Format], ...] = (
    ("option", 8, "text"),
    ("payer", 18, "text"),
    ("year", 8, "text"),
    ("kind", 22, "text"),
    ("planned-cost", 18, "money"),
)
_YEARS: tuple[tuple[str, int, Format], ...] = (
    ("option", 8, "text"),
    ("year", 8, "text"),
    ("median", 18, "money"),
    ("low-tenth", 18, "money"),
    ("high-tenth", 18, "money"),
    ("mean", 18, "money"),
)
_TARGETS: tuple[tuple[str, int, Format], ...] = (
    ("option", 8, "text"),
    ("capability", 34, "text"),
    ("kind", 10, "text"),
    ("day", 12, "date"),
    ("units-wanted", 10, "whole"),
    ("units-median", 10, "number"),
    ("low-tenth", 10, "number"),
    ("high-tenth", 10, "number"),
    ("added-to-doing-nothing-median", 10, "number"),
    ("chance", 10, "share"),
    ("half-width", 10, "number"),
    ("units-planned", 10, "number"),
    ("what-binds", 14, "text"),
    ("in-words", 50, "text"),
)


def options_sheet(view: StudyView) -> WorkbookSheet:
    """Compare the options: a row per option and criterion, with the mean and its half width."""
    return sheet(view.words, "compared", _OPTIONS, _compared(view))


def _compared(view: StudyView) -> Iterator[Row]:
    comparison, words = view.study.comparison, view.words
    for shown in view.options:
        result, alike = shown.planned.programme.result, view.within_gaps(shown)
        searched = (result.left_open if result is not None and result.is_far else None, alike)
        for criterion in comparison.criteria:
            spread = comparison.spreads[shown.id][criterion.id]
            unit, better = named(words, "unit", criterion.unit), named(words, "better", criterion.better)
            what = (shown.letter, shown.title, shown.id, view.title_of(criterion), unit, better)
            yield (*what, spread.median, spread.low, spread.high, spread.mean, spread.half_width, *searched)


def timetable_sheet(view: StudyView) -> WorkbookSheet:
    """List every serial and every activity of a project, placed or not."""
    rows = (row for shown in view.active for part in (_serials, _activities) for row in part(shown))
    return sheet(view.words, "timetable", _TIMETABLE, rows)


def _serials(shown: OptionView) -> Iterator[Row]:
    mission = shown.mission
    for serial in shown.planned.timetable.serials:
        people = ", ".join(dict.fromkeys(seat.person for seat in serial.seats if seat.person))
        short = sum(1 for seat in serial.seats if not seat.person)
        course, site = mission.title_of("courses", serial.course), mission.title_of("sites", serial.site)
        due = mission.date_of(serial.due + 1) - dt.timedelta(days=1)
        when = (_day(mission, serial.start), _day(mission, serial.ends), due)
        why = text_for(serial.why, shown)
        yield (shown.letter, serial.id, course, site, serial.trainees, *when, people, short, why)


def _activities(shown: OptionView) -> Iterator[Row]:
    mission = shown.mission
    for slot in shown.planned.timetable.activities:
        title, key = mission.title_of("projects", slot.project), f"{slot.project}: {slot.activity}"
        when = (_day(mission, slot.start), _day(mission, slot.ends), None)
        yield (shown.letter, key, title, "", None, *when, ", ".join(slot.advisers), None, "")


def _day(mission: Mission, week: int | None) -> dt.date | None:
    return None if week is None else mission.date_of(week)


def costs_sheet(view: StudyView) -> WorkbookSheet:
    """List planned costs by payer and calendar year; simulated totals stand among the options compared."""
    words = view.words
    rows = (
        (s.letter, named(words, "payer", c.payer), c.year, named(words, "spent", c.kind), c.amount)
        for s in view.options
        for c in planned_costs(s)
    )
    made = sheet(words, "costs", _COSTS, rows)
    title = words.text("sheets.planned-cost-in", currency=view.mission.mission.currency)
    return replace(made, columns=(*made.columns[:-1], replace(made.columns[-1], title=title)))


def yearly_sheet(view: StudyView) -> WorkbookSheet:
    """List what is paid in each calendar year in the futures played, its overrun included."""
    rows = (
        (shown.letter, str(year), spread.median, spread.low, spread.high, spread.mean)
        for shown in view.options
        for year in years_paid(shown)
        for spread in (shown.spreads[f"{BY_YEAR}{year}"],)
    )
    made = sheet(view.words, "years", _YEARS, rows)
    title = view.words.text("sheets.median-cost-in", currency=view.mission.mission.currency)
    median = replace(made.columns[2], title=title)
    return replace(made, columns=(*made.columns[:2], median, *made.columns[3:]))


def targets_sheet(view: StudyView) -> WorkbookSheet:
    """List every target and floor with its chance, and what binds the plan."""
    rows = (_target(shown, chance) for shown in view.options for chance in shown.chances)
    return sheet(view.words, "targets", _TARGETS, rows)


def _target(shown: OptionView, chance: Chance) -> Row:
    mission, units = shown.mission, chance.units
    day = target_day(mission, chance.capability, chance.week)
    found = [
        target
        for target in shown.planned.programme.targets
        if (target.capability, target.week) == (chance.capability, chance.week) and chance.kind == "target"
    ]
    limit = named(shown.words, "limit", found[0].limit) if found else ""
    why = text_for((target.why for target in found[:1] if target.why is not None), shown)
    planned: Row = (found[0].reached, limit, why) if found else (None, "", "")
    kind = named(shown.words, "kind", chance.kind)
    what = (mission.title_of("capabilities", chance.capability), kind, day, chance.wanted)
    added = None if chance.added is None else chance.added.median
    reached = (units.median, units.low, units.high, added, chance.share, chance.half_width)
    return (shown.letter, *what, *reached, *planned)
