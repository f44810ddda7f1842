"""Sheets about results: options compared, timetable, planned costs, targets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.money import planned_costs
from cadre.brief.reading import Reading, Shown, target_day
from cadre.brief.sheets import Format, Row, Sheet, sheet
from cadre.decision.types import Chance
from cadre.mission import Mission

_OPTIONS: tuple[tuple[str, int, Format], ...] = (
    ("Option", 8, "text"),
    ("Title", 44, "text"),
    ("Id", 30, "text"),
    ("Criterion", 30, "text"),
    ("Unit", 14, "text"),
    ("Better", 8, "text"),
    ("Median", 14, "number"),
    ("10th percentile", 14, "number"),
    ("90th percentile", 14, "number"),
    ("Mean", 14, "number"),
    ("95 % half width of the mean", 16, "number"),
    ("Search stopped: bound lower by", 16, "share"),
    ("Not told apart from", 16, "text"),
)
_TIMETABLE: tuple[tuple[str, int, Format], ...] = (
    ("Option", 8, "text"),
    ("Serial", 34, "text"),
    ("Course or project", 30, "text"),
    ("Site", 22, "text"),
    ("Trainees", 9, "whole"),
    ("Starts", 12, "date"),
    ("Ends before", 12, "date"),
    ("Should start by", 12, "date"),
    ("Instructors or advisers", 44, "text"),
    ("Seats short", 9, "whole"),
    ("Why", 36, "text"),
)
_COSTS: tuple[tuple[str, int, Format], ...] = (
    ("Option", 8, "text"),
    ("Payer", 18, "text"),
    ("Year", 8, "text"),
    ("Kind", 22, "text"),
    ("Planned cost", 18, "money"),
)
_TARGETS: tuple[tuple[str, int, Format], ...] = (
    ("Option", 8, "text"),
    ("Capability", 34, "text"),
    ("Kind", 10, "text"),
    ("Day", 12, "date"),
    ("Units wanted", 10, "whole"),
    ("Units, median", 10, "number"),
    ("10th percentile", 10, "number"),
    ("90th percentile", 10, "number"),
    ("Added to doing nothing, median", 10, "number"),
    ("Chance", 10, "share"),
    ("95 % half width", 10, "number"),
    ("Units planned", 10, "number"),
    ("What binds", 14, "text"),
    ("In words", 50, "text"),
)


def options_sheet(reading: Reading) -> Sheet:
    """Compare the options: a row per option and criterion, with the mean and its half width."""
    return sheet("Options compared", _OPTIONS, _compared(reading))


def _compared(reading: Reading) -> Iterator[Row]:
    comparison = reading.study.comparison
    for shown in reading.options:
        result, alike = shown.planned.programme.result, reading.not_told_apart(shown)
        searched = (result.left_open if result is not None and result.is_far else None, alike)
        for criterion in comparison.criteria:
            spread = comparison.spreads[shown.id][criterion.id]
            what = (shown.letter, shown.title, shown.id, criterion.title, criterion.unit, criterion.better)
            yield (*what, spread.median, spread.low, spread.high, spread.mean, spread.half_width, *searched)


def timetable_sheet(reading: Reading) -> Sheet:
    """List every serial and every activity of a project, placed or not."""
    rows = (row for shown in reading.active for part in (_serials, _activities) for row in part(shown))
    return sheet("Timetable", _TIMETABLE, rows)


def _serials(shown: Shown) -> Iterator[Row]:
    mission = shown.mission
    for serial in shown.planned.timetable.serials:
        people = ", ".join(dict.fromkeys(seat.person for seat in serial.seats if seat.person))
        short = sum(1 for seat in serial.seats if not seat.person)
        course, site = mission.title_of("courses", serial.course), mission.title_of("sites", serial.site)
        due = mission.date_of(serial.due + 1) - dt.timedelta(days=1)
        when = (_day(mission, serial.start), _day(mission, serial.ends), due)
        yield (shown.letter, serial.id, course, site, serial.trainees, *when, people, short, serial.why)


def _activities(shown: Shown) -> Iterator[Row]:
    mission = shown.mission
    for slot in shown.planned.timetable.activities:
        title, key = mission.title_of("projects", slot.project), f"{slot.project}: {slot.activity}"
        when = (_day(mission, slot.start), _day(mission, slot.ends), None)
        yield (shown.letter, key, title, "", None, *when, ", ".join(slot.advisers), None, "")


def _day(mission: Mission, week: int | None) -> dt.date | None:
    return None if week is None else mission.date_of(week)


def costs_sheet(reading: Reading) -> Sheet:
    """List planned costs by payer and calendar year; simulated totals stand among the options compared."""
    rows = ((s.letter, c.payer, c.year, c.kind, c.amount) for s in reading.options for c in planned_costs(s))
    name = f"Planned cost, {reading.mission.mission.currency}"
    made = sheet("Costs by payer and year", _COSTS, rows)
    return replace(made, columns=(*made.columns[:-1], replace(made.columns[-1], title=name)))


def targets_sheet(reading: Reading) -> Sheet:
    """List every target and floor with its chance, and what binds the plan."""
    rows = (_target(shown, chance) for shown in reading.options for chance in shown.chances)
    return sheet("Targets", _TARGETS, rows)


def _target(shown: Shown, chance: Chance) -> Row:
    mission, units = shown.mission, chance.units
    day = target_day(mission, chance.capability, chance.week)
    found = [
        target
        for target in shown.planned.programme.targets
        if (target.capability, target.week) == (chance.capability, chance.week) and chance.kind == "target"
    ]
    planned: Row = (found[0].reached, found[0].limit, found[0].told) if found else (None, "", "")
    what = (mission.title_of("capabilities", chance.capability), chance.kind, day, chance.wanted)
    added = None if chance.added is None else chance.added.median
    reached = (units.median, units.low, units.high, added, chance.share, chance.half_width)
    return (shown.letter, *what, *reached, *planned)
