"""Workbook writing: a document of a mission to the bytes of `mission.xlsx`, the same bytes each time.

A sheet for each table that has rows, and the sheet `settings` for everything else.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from typing import Any

import xlsxwriter

from cadre.mission.shape import columns_of
from cadre.mission_files.cells import cell_of
from cadre.mission_files.names import WORKBOOK
from cadre.mission_files.safe_files import refuse
from cadre.mission_files.settings import COLUMNS, SHEET, settings_of
from cadre.mission_files.tables import is_keyed, tables

CELL_AT_MOST = 32_767
"""Characters of one cell; Excel's own limit."""
_WRITTEN = dt.datetime(2000, 1, 1)
"""A fixed date inside the file, so that equal missions give equal bytes."""


def workbook_bytes(document: Mapping[str, Any]) -> bytes:
    """Write a workbook.

    Raises
    ------
    BadInput
        A text is longer than a cell can hold.
    """
    stream = io.BytesIO()
    book = new_workbook(stream)
    settings, sheets = _parted(document)
    _write_sheet(book, SHEET, list(COLUMNS), settings_of(settings))
    for name, rows in sheets.items():
        heads, lines = table_rows(name, rows)
        _write_sheet(book, name, heads, lines)
    book.close()
    return stream.getvalue()


def new_workbook(stream: io.BytesIO) -> Any:
    """Begin a workbook in memory that takes every text as it is."""
    plain = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, {"in_memory": True} | plain)
    book.set_properties({"created": _WRITTEN})
    return book


def _parted(document: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part a document into settings and tables."""
    settings = dict(document)
    sheets: dict[str, Any] = {}
    for name, (path, _) in tables().items():
        holder: dict[str, Any] = settings
        for key in path[:-1]:
            holder[key] = dict(holder.get(key, {}))
            holder = holder[key]
        if holder.get(path[-1]):
            sheets[name] = holder.pop(path[-1])
    return {key: value for key, value in settings.items() if key != "ledger" or value}, sheets


def _write_sheet(book: Any, name: str, heads: list[str], lines: Iterable[Iterable[Any]]) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 1)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
        sheet.set_column(column, column, max(12, len(head) + 2))
    for row, line in enumerate(lines, start=1):
        for column, content in enumerate(line):
            _write_cell(sheet, row, column, content)


def _write_cell(sheet: Any, row: int, column: int, content: Any) -> None:
    """Write a cell; numbers that Excel would shorten to 16 digits stand as text."""
    if content is None:
        return
    if isinstance(content, bool):
        sheet.write_boolean(row, column, content)
    elif isinstance(content, int | float) and float(f"{content:.16G}") == content:
        sheet.write_number(row, column, content)
    else:
        text = repr(content) if isinstance(content, float) else str(content)
        if len(text) > CELL_AT_MOST:
            raise refuse(WORKBOOK, "files.text-beyond-cell", length=len(text), most=CELL_AT_MOST)
        sheet.write_string(row, column, text)


def table_rows(name: str, rows: Any) -> tuple[list[str], Iterable[list[Any]]]:
    """Give the headings and the cells of a table; None for an empty cell."""
    columns = columns_of(tables()[name][1])
    records = list(rows.items()) if is_keyed(name) else [("", row) for row in rows]
    flat = [(key, {head: _at(record, head) for head in columns}) for key, record in records]
    used = [
        h
        for h, column in columns.items()
        if column.required or any(cells[h] is not None for _, cells in flat)
    ]
    lines = [
        [cell_of(cells[h], columns[h].type) if cells[h] is not None else None for h in used]
        for _, cells in flat
    ]
    if is_keyed(name):
        return ["id", *used], [[key, *line] for (key, _), line in zip(flat, lines, strict=True)]
    return used, lines


def _at(record: Any, heading: str) -> Any:
    for key in heading.split("."):
        record = record.get(key) if isinstance(record, Mapping) else None
    return record
