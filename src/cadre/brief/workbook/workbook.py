"""The workbook: what planners go on working with, as tables.

Data only: every cell is a value, no text is ever read as a formula. Takes the context of a brief, gives the
bytes of an Excel file: the same bytes for the same study, since its date is the planner's day.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from cadre.brief.context import Context
from cadre.brief.number import stored
from cadre.brief.render.text_metrics import lines
from cadre.brief.workbook.posts import asks_sheet, offers_sheet, requirements_sheet
from cadre.brief.workbook.records import ledger_sheet, numbers_sheet, screened_sheet
from cadre.brief.workbook.results import (
    costs_sheet,
    options_sheet,
    targets_sheet,
    timetable_sheet,
    yearly_sheet,
)
from cadre.brief.workbook.sheet import Cell, Row, WorkbookSheet
from cadre.words import Catalogue

FORMATS: dict[str, dict[str, object]] = {
    "text": {"text_wrap": True, "valign": "top", "quote_prefix": True},
    "date": {"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"},
    "money": {"num_format": "#,##0", "valign": "top"},
    "share": {"num_format": "0%", "valign": "top"},
    "number": {"num_format": "#,##0.0##", "valign": "top"},
    "whole": {"num_format": "#,##0", "valign": "top"},
}
SIZE, LINE, CHARACTER, HIGHEST = 11.0, 15.0, 5.6, 409.0
"""Of the type, of a row, of a character of a column's width, and the greatest of a row, in points."""
DRAFT_WIDTH = 40
"""Of the column beside the headings that says of a draft that it is one, in characters."""
HEAD = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8E8E8"}
LITERAL = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook_of(context: Context) -> bytes:
    """Write the workbook."""
    import xlsxwriter  # noqa: PLC0415  (only needed here)

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, LITERAL)
    created = dt.datetime.combine(context.view.as_of, dt.time())
    book.set_properties({"title": context.view.mission.mission.title, "author": "Cadre", "created": created})
    styles = {name: book.add_format(style) for name, style in FORMATS.items()} | {
        "head": book.add_format(HEAD)
    }
    styles |= {
        f"sum {name}": book.add_format({**style, "bold": True, "top": 1}) for name, style in FORMATS.items()
    }
    draft = context.draft
    for sheet in sheets(context):
        page = book.add_worksheet(sheet.name)
        _write(page, sheet, styles, context.view.words)
        if draft:
            _mark(page, len(sheet.columns), draft, styles["head"])
    book.close()
    return target.getvalue()


def tables_of(context: Context) -> dict[str, list[dict[str, Cell]]]:
    """Return the workbook's sheets as rows, each a mapping of column title to value."""
    return {
        sheet.name: [
            dict(zip((column.title for column in sheet.columns), row, strict=True)) for row in sheet.rows
        ]
        for sheet in sheets(context)
    }


def sheets(context: Context) -> tuple[WorkbookSheet, ...]:
    """Return every sheet in order."""
    view = context.view
    return (
        options_sheet(view),
        requirements_sheet(view),
        asks_sheet(view),
        offers_sheet(view),
        timetable_sheet(view),
        costs_sheet(view),
        yearly_sheet(view),
        targets_sheet(view),
        screened_sheet(view),
        numbers_sheet(context),
        ledger_sheet(view),
    )


def _write(page: Any, sheet: WorkbookSheet, styles: dict[str, Any], words: Catalogue) -> None:
    """Write a sheet with frozen headings, filters, and sums where it has some."""
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.title, styles["head"])
    page.set_row(0, LINE * _lines(sheet, tuple(column.title for column in sheet.columns)))
    for line, row in enumerate(sheet.rows, start=1):
        if (needed := _lines(sheet, row)) > 1:
            page.set_row(line, min(HIGHEST, LINE * needed))
        for place, value in enumerate(row):
            shown = words.text("common.yes" if value else "common.no") if isinstance(value, bool) else value
            _cell(page, (line, place), shown, styles[sheet.columns[place].format])
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
        _sums(page, sheet, styles, words.text("sheets.sum"))


def _mark(page: Any, columns: int, draft: str, style: Any) -> None:
    """Say of a sheet of a draft that it is one: at its first cell, beside its headings and in print."""
    page.write_string(0, columns, draft, style)
    page.set_column(columns, columns, DRAFT_WIDTH)
    page.write_comment(0, 0, draft, {"author": "Cadre"})
    page.set_header("&C" + draft.replace("&", "&&"))
    page.set_tab_color("#C00000")


def _lines(sheet: WorkbookSheet, row: Row) -> int:
    """The lines that the text of a row takes: not every program fits rows to it when it opens a file."""
    pairs = zip(row, sheet.columns, strict=True)
    return max((lines(v, c.width * CHARACTER, SIZE) for v, c in pairs if isinstance(v, str)), default=1)


def _sums(page: Any, sheet: WorkbookSheet, styles: dict[str, Any], title: str) -> None:
    """Write a sum below the columns that have one: a formula with its value, over what the filter shows."""
    if not sheet.sums:
        return
    last = len(sheet.rows) + 1
    page.write_string(last, 0, title, styles["sum text"])
    for place in sheet.sums:
        letter, style = chr(ord("A") + place), styles[f"sum {sheet.columns[place].format}"]
        values = [row[place] for row in sheet.rows]
        total = sum(value for value in values if isinstance(value, int | float))
        page.write_formula(last, place, f"=SUBTOTAL(109,{letter}2:{letter}{last})", style, stored(total))


def _cell(page: Any, at: tuple[int, int], value: Cell, style: Any) -> None:
    """Write a value as what it is; text never as a formula or a link."""
    number = stored(float(value)) if isinstance(value, int | float) else None
    if number is not None:
        page.write_number(*at, number, style)
    elif isinstance(value, dt.date):
        page.write_datetime(*at, dt.datetime.combine(value, dt.time()), style)
    elif isinstance(value, str):
        page.write_string(*at, value, style)
    else:
        page.write_blank(*at, None, style)
