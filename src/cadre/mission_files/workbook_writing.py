"""Workbook writing: a document of a mission to the bytes of `mission.xlsx`, the same bytes each time.

A sheet for each part of the model, filled in or still empty. Which sheets and columns there are is worked out
from the model (`sheets.py`), what they offer as well (`offered.py`).
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import xlsxwriter

from cadre.mission import Mission
from cadre.mission.shape import Field, Kind, columns_of, is_record, kind_of, type_at
from cadre.mission_files.cells import cell_of
from cadre.mission_files.offered import Offered, offered_for, offered_in
from cadre.mission_files.set_sheets import set_rows_of
from cadre.mission_files.settings import SHEET
from cadre.mission_files.sheets import (
    ID,
    INSIDE,
    PATH,
    REMARKS,
    VALUE,
    Plan,
    SetPlan,
    found_at,
    plans,
    settings_paths,
)
from cadre.mission_files.tables import is_keyed, tables
from cadre.mission_files.template import BESIDE_HELP, help_of, unit_text, write_instructions
from cadre.mission_files.tree import Path
from cadre.mission_files.workbook import Notes
from cadre.mission_files.workbook_sheets import (
    FIRST_ROW,
    FieldColumn,
    Row,
    Writing,
    offer,
    write_lists,
    write_notes,
    write_sheet,
)
from cadre.mission_files.workbook_styles import Styles

_WRITTEN = dt.datetime(2000, 1, 1)
"""A fixed date inside the file, so that equal missions give equal bytes."""
Remarks = dict[Path, str]
"""By the path of what they stand beside; taken out as they are written."""
_LEFT = "notes-remarks"
"""Sheet of remarks on what is no longer there."""
_TEXT: tuple[Kind, str] = ("text", "")


def workbook_bytes(
    document: Mapping[str, Any], remarks: Remarks | None = None, notes: Notes | None = None
) -> bytes:
    """Write a workbook.

    Parameters
    ----------
    document : mapping
        The mission as plain data; as good as empty for a workbook to be filled in.
    remarks : mapping, optional
        Of people, by path.
    notes : mapping, optional
        Sheets of notes.

    Raises
    ------
    BadInput
        A text is longer than a cell can hold.
    """
    stream = io.BytesIO()
    plain = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, {"in_memory": True} | plain)
    book.set_properties({"created": _WRITTEN})
    writing = Writing(book, Styles(book))
    left = dict(remarks or {})
    write_instructions(book, writing.styles)
    _write_settings(document, left, writing)
    for plan in plans().values():
        _write_plan(plan, document, left, writing)
    write_notes(dict(notes or {}) | _remarks_left(left, notes or {}), writing)
    write_lists(writing)
    book.close()
    return stream.getvalue()


def _remarks_left(left: Remarks, notes: Notes) -> Notes:
    """Return what nothing stands beside as rows of notes."""
    if not left:
        return {}
    rows: list[list[Any]] = [[".".join(path), remark] for path, remark in left.items()]
    return {_LEFT: [*notes.get(_LEFT, []), *rows]}


# ---- settings


def _write_settings(document: Mapping[str, Any], remarks: Remarks, writing: Writing) -> None:
    columns = [
        FieldColumn(PATH, _text_field(BESIDE_HELP[PATH]), Offered(tuple(settings_paths())), 34),
        *(
            FieldColumn(name, _text_field(BESIDE_HELP[name]), width=width)
            for name, width in ((VALUE, 48), ("unit", 20), ("help", 80), (REMARKS, 40))
        ),
    ]
    parts: list[tuple[str, Field | None]] = [*settings_paths().items()]
    parts += [(path, None) for path in _empty(document)]
    rows = [_settings_row(path, part, document, remarks) for path, part in parts]
    sheet = write_sheet(writing, SHEET, columns, rows, fixed=1)
    for row, (path, part) in enumerate(parts, start=FIRST_ROW):
        if part is not None:
            offered = offered_for(tuple(path.split(".")), part, document)
            offer(sheet, (row, 1, row, 1), offered, writing)


def _settings_row(path: str, part: Field | None, document: Mapping[str, Any], remarks: Remarks) -> Row:
    remark = remarks.pop(tuple(path.split(".")), None)
    if part is None:
        return [(path, _TEXT), (None, _TEXT), (None, _TEXT), (None, _TEXT), (remark, _TEXT)]
    beside = ((text, _TEXT) for text in (unit_text(part), help_of(part), remark))
    return [(path, _TEXT), _cell(_at(document, path), part), *beside]


def _empty(document: Mapping[str, Any]) -> Iterator[str]:
    """Return the paths of tables and records that are there and hold nothing: no sheet has a row for them."""
    for plan in plans().values():
        for path, node in found_at(document, plan.path):
            if not node and (isinstance(plan, Plan) or not plan.around):
                yield ".".join(path)


# ---- tables


def _write_plan(
    plan: Plan | SetPlan, document: Mapping[str, Any], remarks: Remarks, writing: Writing
) -> None:
    offered = offered_in(plan, document)
    columns = [
        FieldColumn(heading, _field_of(plan, heading), offered.get(heading)) for heading in plan.headings
    ]
    rows = _set_rows(plan, document, remarks) if isinstance(plan, SetPlan) else _rows(plan, document, remarks)
    fixed = len(plan.around) + (isinstance(plan, Plan) and plan.is_keyed)
    write_sheet(writing, plan.name, columns, list(rows), fixed=fixed)


def _field_of(plan: Plan | SetPlan, heading: str) -> Field:
    if heading in plan.columns:
        return plan.columns[heading]
    if heading in plan.around:
        text = BESIDE_HELP["around" if isinstance(plan, Plan) else "named"]
        return _text_field(text.format(one=heading), required=heading == plan.around[0])
    return _text_field(BESIDE_HELP[heading], required=heading == ID)


def _text_field(help_text: str, *, required: bool = False) -> Field:
    return Field("", str, help_text, required, "")


def _rows(plan: Plan, document: Mapping[str, Any], remarks: Remarks) -> Iterator[Row]:
    for path, node in found_at(document, plan.path):
        ids = [key for key, pattern in zip(path, plan.path, strict=True) if pattern == INSIDE]
        items = node.items() if plan.is_keyed else enumerate(node)
        for key, record in items:
            names = [*ids, str(key)] if plan.is_keyed else ids
            yield [
                *((name, _TEXT) for name in names),
                *(_cell(_at(record, name), part) for name, part in plan.columns.items()),
                (remarks.pop((*path, str(key)), None), _TEXT),
            ]


def _set_rows(plan: SetPlan, document: Mapping[str, Any], remarks: Remarks) -> Iterator[Row]:
    for _, part in found_at(document, plan.path):
        for row in set_rows_of(plan, part, remarks):
            ids = dict(zip(plan.around, row.ids, strict=False))
            cells = ids | dict(row.cells) | {REMARKS: remarks.pop(row.path, None)}
            yield [(cells.get(name), _set_kind(plan, name, cells)) for name in plan.headings]


def _set_kind(plan: SetPlan, name: str, cells: Mapping[str, Any]) -> tuple[Kind, str]:
    """Return kind and unit of a cell: of a value, those of what stands at its path."""
    if name in plan.columns:
        return kind_of(plan.columns[name].type), plan.columns[name].unit
    if name != VALUE or cells.get(PATH) is None:
        return _TEXT
    *above, last = str(cells[PATH]).split(".")
    record = type_at(Mission, tuple(above))
    found = columns_of(record).get(last) if record is not None and is_record(record) else None
    return ("anything", "") if found is None else (kind_of(found.type), found.unit)


def _cell(value: Any, part: Field) -> tuple[Any, tuple[Kind, str]]:
    content = None if value is None else cell_of(value, part.type)
    return content, (kind_of(part.type), part.unit)


def _at(record: Any, heading: str) -> Any:
    for key in heading.split("."):
        record = record.get(key) if isinstance(record, Mapping) else None
    return record


# ---- CSV


def table_rows(name: str, rows: Any, remarks: Remarks) -> tuple[list[str], Iterable[list[Any]]]:
    """Return the headings and the cells of a table: the columns that are used; None for an empty cell."""
    path, row_type = tables()[name]
    columns = columns_of(row_type)
    records = list(rows.items()) if is_keyed(name) else list(enumerate(rows))
    flat = [{head: _at(record, head) for head in columns} for _, record in records]
    used = [
        head
        for head, column in columns.items()
        if column.required or any(cells[head] is not None for cells in flat)
    ]
    lines = [
        [cell_of(cells[head], columns[head].type) if cells[head] is not None else None for head in used]
        for cells in flat
    ]
    beside = [remarks.pop((*path, str(key)), None) for key, _ in records]
    if any(beside):
        used.append(REMARKS)
        lines = [[*line, remark] for line, remark in zip(lines, beside, strict=True)]
    if is_keyed(name):
        return [ID, *used], [[key, *line] for (key, _), line in zip(records, lines, strict=True)]
    return used, lines
