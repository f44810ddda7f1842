"""Workbook sheets: one sheet laid out: headings, a row of help, cells, widths and heights, drop-downs.

Takes columns and rows, knows nothing of missions besides where the ids of other sheets stand.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cadre.mission.shape import Field, Kind, kind_of
from cadre.mission_files.headings import HELP
from cadre.mission_files.offered import Offered
from cadre.mission_files.sheets import ID, Plan, plans
from cadre.mission_files.template import LISTS, help_of
from cadre.mission_files.workbook_cells import column_name
from cadre.mission_files.workbook_styles import Styles, write_cell

ROWS_WITH_LISTS = 1_000
"""Rows of each sheet that have drop-downs."""
FIRST_ROW = 2
"""The first row below headings and help, from 0."""
A4 = 9
_ON_ONE_PAGE = 230
"""Characters of all columns that can still be read on one page; wider sheets are printed on several."""
_WIDTHS: dict[Kind, int] = {"yes/no": 12, "date": 13, "choice": 18, "number": 16, "quantity": 26, "list": 26}
_WIDTH, _WIDEST = 22, 60
_LINE, _HELP_LINE, _HIGHEST = 15, 12.5, 400
"""Points."""
_SMALLER = 1.15
"""How many more characters of the help's size a line holds."""
_ROOM = 0.9
"""Share of a line that words fill before they are broken."""

Row = Sequence[tuple[Any, tuple[Kind, str]]]
"""Of each cell its content, None for an empty one, and its kind and unit."""


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A column: its heading, its field, what it offers, and its width where it is not to follow from them."""

    heading: str
    field: Field
    offered: Offered | None = None
    width: int = 0


@dataclass(frozen=True, slots=True)
class Writing:
    """One workbook while it is written; `lists` holds where the words of drop-downs stand."""

    book: Any
    styles: Styles
    lists: dict[tuple[str, ...], str] = field(default_factory=dict)


def write_sheet(
    writing: Writing, name: str, columns: Sequence[FieldColumn], rows: Sequence[Row], *, fixed: int
) -> Any:
    """Write a sheet, and give it; the first `fixed` columns stay when it is scrolled."""
    sheet = writing.book.add_worksheet(name)
    widths = [_width(column, [row[number][0] for row in rows]) for number, column in enumerate(columns)]
    sheet.freeze_panes(FIRST_ROW, max(fixed, 1))
    _lay_out(sheet, widths, fixed)
    _write_head(sheet, columns, widths, writing)
    for number, column in enumerate(columns):
        kind = kind_of(column.field.type)
        sheet.set_column(number, number, widths[number], writing.styles.cell(kind))
        last = FIRST_ROW + len(rows) + ROWS_WITH_LISTS
        offer(sheet, (FIRST_ROW, number, last, number), column.offered, writing)
    for number, row in enumerate(rows, start=FIRST_ROW):
        lines = max(_lines(content, width) for (content, _), width in zip(row, widths, strict=True))
        if lines > 1:
            sheet.set_row(number, min(lines * _LINE, _HIGHEST))
        for place, (content, of) in enumerate(row):
            write_cell(sheet, (number, place), content, writing.styles, of)
    return sheet


def _lay_out(sheet: Any, widths: Sequence[int], fixed: int) -> None:
    """Set how the sheet is printed."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.repeat_rows(0, FIRST_ROW - 1)
    pages = math.ceil(sum(widths) / _ON_ONE_PAGE)
    sheet.fit_to_pages(pages, 0)
    if pages > 1:
        sheet.repeat_columns(0, max(fixed, 1) - 1)


def _write_head(sheet: Any, columns: Sequence[FieldColumn], widths: Sequence[int], writing: Writing) -> None:
    texts = [help_of(column.field) for column in columns]
    texts[0] = f"{HELP} {texts[0]}"
    lines = max(_lines(text, width * _SMALLER) for text, width in zip(texts, widths, strict=True))
    sheet.set_row(1, min(lines * _HELP_LINE + 4, _HIGHEST))
    for number, (column, text) in enumerate(zip(columns, texts, strict=True)):
        sheet.write_string(0, number, column.heading, writing.styles.heading(required=column.field.required))
        sheet.write_string(1, number, text, writing.styles.help())


def _width(column: FieldColumn, contents: Iterable[Any]) -> int:
    if column.width:
        return column.width
    longest = max((len(str(content)) for content in contents if content is not None), default=0)
    least = _WIDTHS.get(kind_of(column.field.type), _WIDTH)
    return max(least, len(column.heading) + 3, min(longest + 2, _WIDEST))


def _lines(content: Any, width: float) -> int:
    """Return how many lines a content takes in a column."""
    if content is None:
        return 1
    lines = str(content).split("\n")
    return sum(1 if len(line) <= width else math.ceil(len(line) / (width * _ROOM)) for line in lines)


def offer(sheet: Any, cells: tuple[int, int, int, int], offered: Offered | None, writing: Writing) -> None:
    """Return cells a drop-down."""
    if offered is None or not (offered.words or offered.sheet):
        return
    source = _ids_of(offered.sheet) if offered.sheet else _reference(offered.words, writing)
    sheet.data_validation(*cells, {"validate": "list", "source": source, "show_error": offered.only})


def _ids_of(sheet: str) -> str:
    """Return the cells of another sheet that hold ids, as many as there are."""
    plan = plans()[sheet]
    number = plan.headings.index(ID) if isinstance(plan, Plan) else 0
    letter, first = column_name(number + 1), FIRST_ROW + 1
    ids = f"'{sheet}'!${letter}${first}:${letter}${first + ROWS_WITH_LISTS}"
    return f"=OFFSET('{sheet}'!${letter}${first},0,0,MAX(1,COUNTA({ids})),1)"


def _reference(words: tuple[str, ...], writing: Writing) -> str:
    """Return the cells of the hidden sheet that hold words; a new column when no list has them yet."""
    if words not in writing.lists:
        letter = column_name(len(writing.lists) + 1)
        writing.lists[words] = f"={LISTS}!${letter}$1:${letter}${len(words)}"
    return writing.lists[words]


def write_lists(writing: Writing) -> None:
    """Write the hidden sheet that drop-downs read."""
    sheet = writing.book.add_worksheet(LISTS)
    for column, words in enumerate(writing.lists):
        for row, word in enumerate(words):
            sheet.write_string(row, column, word)
    sheet.hide()


def write_notes(notes: Mapping[str, Iterable[Iterable[Any]]], writing: Writing) -> None:
    """Write sheets of notes as they are."""
    for name, rows in notes.items():
        sheet = writing.book.add_worksheet(name)
        sheet.set_column(0, 0, _WIDEST)
        for row, cells in enumerate(rows):
            for column, content in enumerate(cells):
                if content is not None:
                    write_cell(sheet, (row, column), content, writing.styles, ("anything", "date"))
