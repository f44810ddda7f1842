"""The workbook: what planners go on working with, as tables. Data only: every cell is a value, no text is ever read as a formula.

Takes the context of a brief, gives the bytes of an Excel file: the same bytes for the same study, since its date is the planner's day.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cadre.brief.context import Context
from cadre.brief.money import planned_costs
from cadre.brief.reading import Shown, target_day
from cadre.brief.rounding import stored
from cadre.brief.sheets_posts import asks_rows, offer_rows, requirement_rows

Cell = str | float | int | bool | dt.date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: name, headings with widths and formats, rows.

    A format is `text`, `date`, `money`, `share`, `number` or `whole`.
    """

    name: str
    columns: tuple[tuple[str, int, str], ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: tuple[int, ...] = ()


FORMATS: dict[str, dict[str, object]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"},
    "money": {"num_format": "#,##0", "valign": "top"},
    "share": {"num_format": "0%", "valign": "top"},
    "number": {"num_format": "#,##0.0##", "valign": "top"},
    "whole": {"num_format": "#,##0", "valign": "top"},
}


def workbook_of(context: Context) -> bytes:
    """Write the workbook."""
    import xlsxwriter  # noqa: PLC0415  (only needed here)

    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    day = context.reading.as_of
    book.set_properties(
        {
            "title": context.reading.mission.mission.title,
            "author": "Cadre",
            "created": dt.datetime(day.year, day.month, day.day),
        }
    )
    formats = {name: book.add_format(style) for name, style in FORMATS.items()}
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8E8E8"}
    )
    total = {name: book.add_format({**style, "bold": True, "top": 1}) for name, style in FORMATS.items()}
    for sheet in sheets(context):
        _write(book.add_worksheet(sheet.name), sheet, (formats, head, total))
    book.close()
    return target.getvalue()


def _write(page: Any, sheet: Sheet, styles: tuple[dict[str, Any], Any, dict[str, Any]]) -> None:
    formats, head, total = styles
    for column, (title, width, kind) in enumerate(sheet.columns):
        page.set_column(column, column, width, formats[kind])
        page.write_string(0, column, title, head)
    for place, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _cell(page, (place, column), value, formats[sheet.columns[column][2]])
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
        _sums(page, sheet, total)


def _sums(page: Any, sheet: Sheet, total: dict[str, Any]) -> None:
    """Write a sum below the columns that have one: a formula, with the value that it has."""
    if not sheet.sums:
        return
    last = len(sheet.rows)
    page.write_string(last + 1, 0, "Total", total["text"])
    for column in sheet.sums:
        letter = chr(ord("A") + column)
        value = sum(row[column] for row in sheet.rows if isinstance(row[column], int | float))  # type: ignore[misc]
        page.write_formula(
            last + 1,
            column,
            f"=SUM({letter}2:{letter}{last + 1})",
            total[sheet.columns[column][2]],
            stored(value),
        )


def _cell(page: Any, at: tuple[int, int], value: Cell, style: Any) -> None:
    """Write a value as what it is; text never as a formula or a link."""
    if value is None:
        page.write_blank(*at, None, style)
    elif isinstance(value, bool):
        page.write_string(*at, "yes" if value else "no", style)
    elif isinstance(value, int | float):
        number = stored(float(value))
        page.write_blank(*at, None, style) if number is None else page.write_number(*at, number, style)
    elif isinstance(value, dt.date):
        page.write_datetime(*at, dt.datetime(value.year, value.month, value.day), style)
    else:
        page.write_string(*at, value, style)


def sheets(context: Context) -> Iterator[Sheet]:
    """Give every sheet in order."""
    yield _options(context)
    yield _requirements(context)
    yield _asks(context)
    yield _offers(context)
    yield _timetable(context)
    yield _costs(context)
    yield _targets(context)
    yield _screened(context)
    yield _numbers(context)
    yield _ledger(context)


def _columns(*columns: tuple[str, int, str]) -> tuple[tuple[str, int, str], ...]:
    return columns


def _options(context: Context) -> Sheet:
    """Compare the options: one row per option and criterion, with mean and its half width."""
    comparison = context.reading.study.comparison
    rows = tuple(
        (
            shown.letter,
            shown.title,
            shown.id,
            c.title,
            c.unit,
            c.better,
            s.median,
            s.low,
            s.high,
            s.mean,
            s.half_width,
        )
        for shown in context.reading.options
        for c in comparison.criteria
        for s in (comparison.spreads[shown.id][c.id],)
    )
    columns = _columns(
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
    )
    return Sheet("Options compared", columns, rows)


def _requirements(context: Context) -> Sheet:
    columns = _columns(
        ("Option", 8, "text"),
        ("Line", 30, "text"),
        ("Critical", 9, "text"),
        ("Role", 28, "text"),
        ("Posts", 8, "whole"),
        ("Rank", 12, "text"),
        ("Skills", 24, "text"),
        ("Languages", 16, "text"),
        ("Site", 22, "text"),
        ("From", 12, "date"),
        ("To", 12, "date"),
        ("Tour, weeks", 8, "whole"),
        ("Follows from", 26, "text"),
        ("Post-weeks", 11, "whole"),
        ("Arrived", 10, "whole"),
        ("Confirmed", 10, "whole"),
        ("Pledged", 10, "whole"),
        ("Indicated", 10, "whole"),
        ("Open", 10, "whole"),
        ("Offered by", 36, "text"),
        ("Why open", 36, "text"),
    )
    rows = tuple(row for shown in context.reading.active for row in requirement_rows(shown))
    return Sheet("Requirements", columns, rows)


def _asks(context: Context) -> Sheet:
    columns = _columns(
        ("Option", 8, "text"),
        ("Rank", 8, "whole"),
        ("People", 8, "whole"),
        ("Role", 28, "text"),
        ("Site", 22, "text"),
        ("From", 12, "date"),
        ("To", 12, "date"),
        ("Post-weeks closed", 12, "whole"),
        ("Critical", 9, "text"),
    )
    return Sheet(
        "Further asks", columns, tuple(row for shown in context.reading.active for row in asks_rows(shown))
    )


def _offers(context: Context) -> Sheet:
    letters = [shown.letter for shown in context.reading.active]
    columns = _columns(
        ("Offer", 22, "text"),
        ("Party", 26, "text"),
        ("Role", 28, "text"),
        ("People", 8, "whole"),
        ("From", 12, "date"),
        ("To", 12, "date"),
        ("State", 12, "text"),
        ("Kept, chance", 10, "share"),
        ("Not at", 18, "text"),
        ("Not for", 18, "text"),
        ("Only if", 30, "text"),
        ("Basis", 14, "text"),
        *((f"Post-weeks used in {letter}", 12, "whole") for letter in letters),
    )
    return Sheet("Offers", columns, tuple(offer_rows(context.reading)))


def _timetable(context: Context) -> Sheet:
    columns = _columns(
        ("Option", 8, "text"),
        ("Serial", 34, "text"),
        ("Course", 30, "text"),
        ("Site", 22, "text"),
        ("Trainees", 9, "whole"),
        ("Starts", 12, "date"),
        ("Ends", 12, "date"),
        ("Should start by", 12, "date"),
        ("Instructors", 44, "text"),
        ("Seats short", 9, "whole"),
        ("Why", 36, "text"),
    )
    return Sheet(
        "Timetable", columns, tuple(row for shown in context.reading.active for row in _serials(shown))
    )


def _serials(shown: Shown) -> Iterator[tuple[Cell, ...]]:
    mission = shown.mission
    for serial in shown.planned.timetable.serials:
        begins, ends = (
            mission.date_of(week) if week is not None else None for week in (serial.start, serial.ends)
        )
        people = ", ".join(dict.fromkeys(seat.person for seat in serial.seats if seat.person))
        short = sum(1 for seat in serial.seats if not seat.person)
        course, site = mission.title_of("courses", serial.course), mission.title_of("sites", serial.site)
        due = mission.date_of(serial.due + 1) - dt.timedelta(days=1)
        yield (
            shown.letter,
            serial.id,
            course,
            site,
            serial.trainees,
            begins,
            ends,
            due,
            people,
            short,
            serial.why,
        )
    for slot in shown.planned.timetable.activities:
        begins, ends = (
            mission.date_of(week) if week is not None else None for week in (slot.start, slot.ends)
        )
        title = mission.title_of("projects", slot.project)
        yield (
            shown.letter,
            f"{slot.project}: {slot.activity}",
            title,
            "",
            None,
            begins,
            ends,
            None,
            ", ".join(slot.advisers),
            None,
            "",
        )


def _costs(context: Context) -> Sheet:
    """List planned costs by payer and calendar year; the simulated totals stand beside them in `Options compared`."""
    rows = tuple(
        (shown.letter, cost.payer, cost.year, cost.kind, cost.amount)
        for shown in context.reading.options
        for cost in planned_costs(shown)
    )
    currency = context.reading.mission.mission.currency
    columns = _columns(
        ("Option", 8, "text"),
        ("Payer", 18, "text"),
        ("Year", 8, "text"),
        ("Kind", 22, "text"),
        (f"Planned cost, {currency}", 18, "money"),
    )
    return Sheet("Costs by payer and year", columns, rows)


def _targets(context: Context) -> Sheet:
    rows = tuple(
        (
            shown.letter,
            shown.mission.title_of("capabilities", c.capability),
            c.kind,
            target_day(shown.mission, c.capability, c.week),
            c.wanted,
            c.units.median,
            c.units.low,
            c.units.high,
            c.share,
            c.half_width,
            *_limit(shown, c.capability, c.week),
        )
        for shown in context.reading.options
        for c in shown.chances
    )
    columns = _columns(
        ("Option", 8, "text"),
        ("Capability", 34, "text"),
        ("Kind", 10, "text"),
        ("Day", 12, "date"),
        ("Units wanted", 10, "whole"),
        ("Units, median", 10, "number"),
        ("10th percentile", 10, "number"),
        ("90th percentile", 10, "number"),
        ("Chance", 10, "share"),
        ("95 % half width", 10, "number"),
        ("Units planned", 10, "number"),
        ("What binds", 14, "text"),
        ("In words", 50, "text"),
    )
    return Sheet("Targets", columns, rows)


def _limit(shown: Shown, capability: str, week: int) -> tuple[Cell, Cell, Cell]:
    found = [t for t in shown.planned.programme.targets if (t.capability, t.week) == (capability, week)]
    return (found[0].reached, found[0].limit, found[0].told) if found else (None, "", "")


def _screened(context: Context) -> Sheet:
    study = context.reading.study
    names = list(dict.fromkeys(name for entry in study.screened for name in entry.measures))
    columns = _columns(
        ("Option", 44, "text"),
        ("Title", 44, "text"),
        ("Shown", 8, "text"),
        ("Reason", 50, "text"),
        *((name, 12, "number") for name in names),
    )
    rows = tuple(
        (e.option, e.title, e.kept, e.reason, *(e.measures.get(name) for name in names))
        for e in study.screened
    )
    return Sheet("Options screened", columns, rows)


def _numbers(context: Context) -> Sheet:
    references = context.numbers.references()
    rows = tuple(
        (
            references[n.id],
            n.id,
            n.label,
            n.value,
            n.low,
            n.high,
            n.unit,
            n.how,
            ", ".join(n.inputs),
            ", ".join(n.basis),
        )
        for n in context.numbers
    )
    columns = _columns(
        ("Reference", 9, "whole"),
        ("Id", 44, "text"),
        ("What it is", 50, "text"),
        ("Value", 14, "number"),
        ("Low", 14, "number"),
        ("High", 14, "number"),
        ("Unit", 12, "text"),
        ("Computed by", 40, "text"),
        ("Inputs", 40, "text"),
        ("Rests on", 40, "text"),
    )
    return Sheet("Numbers", columns, rows)


def _ledger(context: Context) -> Sheet:
    ledger = context.reading.mission.ledger
    rows = tuple(
        (
            key,
            s.says,
            s.attribution,
            s.by,
            s.reliability,
            s.credibility,
            s.group,
            s.source or "",
            s.date,
            s.why,
            ", ".join(s.basis),
        )
        for key, s in ledger.statements.items()
    )
    columns = _columns(
        ("Id", 8, "text"),
        ("Statement", 70, "text"),
        ("Attribution", 14, "text"),
        ("By", 24, "text"),
        ("Reliability", 10, "text"),
        ("Credibility", 10, "whole"),
        ("Group", 16, "text"),
        ("Source", 18, "text"),
        ("Date", 12, "date"),
        ("Why", 40, "text"),
        ("Basis", 16, "text"),
    )
    return Sheet("Ledger", columns, rows)
