"""Template: an empty workbook that helps people fill it in: headings with their meaning, and drop-downs.

Takes a path and, if there is one, the mission whose ids the drop-downs offer. Filled in and saved as
`mission.xlsx` it is a mission folder.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cadre.disk import told, write_whole
from cadre.mission import Mission
from cadre.mission.mission import FORMAT
from cadre.mission.shape import Field, choices_of, columns_of, fields_of, inner, is_record, kind_of
from cadre.mission.units import UNITS
from cadre.mission_files.settings import COLUMNS, SHEET
from cadre.mission_files.tables import is_keyed, tables
from cadre.mission_files.workbook_cells import column_name
from cadre.mission_files.workbook_writing import new_workbook

ROWS_WITH_LISTS = 1_000
"""Rows of each sheet that have drop-downs."""
LISTS, INSTRUCTIONS = "lists", "instructions"
_IDS = {
    "party": "parties",
    "role": "roles",
    "grants": "competences",
    "recruits": "recruits",
    "sites": "sites",
    "source": "sources",
}
"""Columns that hold ids of another table."""
_TEXT = (
    ("Fill in the sheets and save the file as mission.xlsx in the mission folder.", ""),
    (
        "Sheets such as offers and courses hold one thing a row; the sheet settings holds the rest.",
        "",
    ),
    ("Point at a heading to read what it means. Headings in bold must be filled in.", ""),
    ("Formulas are refused: paste values.", ""),
    ("", ""),
    ("What to write in a cell", "For example"),
    ("a number with its unit", "65%   18 months   1.2 M"),
    ("a day", "2018-10-01"),
    ("yes or no", "yes"),
    ("a list", "besmaya; taji"),
    ("names with numbers", "classroom 1; demolition-range 0.5"),
    ("what is known of a number", "min 65%; likely 80%; max 92%; basis A1; L2"),
    ("the same, from low to high", "low 10; high 20"),
    ("the same, by chances", "choices 3 = 40%, 5 = 60%; basis A1"),
    ("a condition on the option", "command: rotating | permanent   or   years <= 3"),
    ("anything deeper", "{bomb-disposal: {one_per: 5}, interpreter: 2}"),
    ("", ""),
    ("An offer", ""),
)
_EXAMPLE = {
    "id": "instructors-2019",
    "party": "willing",
    "role": "instructor",
    "people": 8,
    "begins": "2019-01-07",
    "ends": "2020-06-30",
    "state": "pledged",
    "honoured": "min 50%; likely 70%; max 90%",
    "not_at": "taji",
    "only_if": "command: rotating | permanent; years <= 3",
}


def write_template(path: Path | str, mission: Mission | None = None) -> None:
    """Write the template workbook, in one move.

    Parameters
    ----------
    path : Path or str
        The file to write.
    mission : Mission, optional
        The drop-downs then offer its parties, roles, sites and so on.
    """
    with told(path):
        write_whole(Path(path), template_bytes(mission))


def template_bytes(mission: Mission | None = None) -> bytes:
    """Give the template workbook as the bytes of a file."""
    stream = io.BytesIO()
    book = new_workbook(stream)
    _write_instructions(book)
    lists = _Lists(mission)
    for name, (_, row_type) in tables().items():
        columns = columns_of(row_type)
        if is_keyed(name):
            columns = {
                "id": Field("id", str, "A short name of lower-case letters, digits, - and _", True, "")
            } | columns
        _write_table(book, name, columns, lists)
    _write_settings(book)
    lists.write(book)
    book.close()
    return stream.getvalue()


class _Lists:
    """The words that drop-downs offer, kept in columns of a hidden sheet."""

    def __init__(self, mission: Mission | None) -> None:
        self.mission = mission
        self.columns: dict[tuple[str, ...], str] = {}

    def reference(self, words: tuple[str, ...]) -> str:
        """Give the cells that hold these words; a new column when no list has them yet."""
        if words not in self.columns:
            letter = column_name(len(self.columns) + 1)
            self.columns[words] = f"={LISTS}!${letter}$1:${letter}${len(words)}"
        return self.columns[words]

    def words(self, field: Field) -> tuple[str, ...]:
        """Give the words that a column allows; empty when it takes any."""
        if kind_of(field.type) == "yes/no":
            return ("yes", "no")
        if self.mission is not None and field.name in _IDS:
            path = tables()[_IDS[field.name]][0]
            node: Any = self.mission
            for key in path:
                node = getattr(node, key)
            return tuple(node)
        return choices_of(field.type)

    def write(self, book: Any) -> None:
        sheet = book.add_worksheet(LISTS)
        for column, words in enumerate(self.columns):
            for row, word in enumerate(words):
                sheet.write_string(row, column, word)
        sheet.hide()


def _write_instructions(book: Any) -> None:
    sheet = book.add_worksheet(INSTRUCTIONS)
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 90)
    sheet.set_column(1, 1, 60)
    for row, (left, right) in enumerate(_TEXT):
        style = bold if left in ("What to write in a cell", "An offer") else None
        sheet.write_string(row, 0, left, style)
        sheet.write_string(row, 1, right, style)
    for row, (heading, example) in enumerate(_EXAMPLE.items(), start=len(_TEXT)):
        sheet.write_string(row, 0, heading)
        sheet.write_string(row, 1, str(example))


def help_of(field: Field) -> str:
    """Give the meaning of a column, with what may stand in it."""
    allowed = ""
    if field.unit:
        allowed = f" It {UNITS[field.unit].help}."
    elif choices_of(field.type):
        allowed = f" One of: {', '.join(choices_of(field.type))}."
    elif kind_of(field.type) == "date":
        allowed = " A day such as 2018-10-01."
    return f"{field.help}.{allowed}{' Must be given.' if field.required else ''}"


def _write_table(book: Any, name: str, columns: dict[str, Field], lists: _Lists) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    bold, plain = book.add_format({"bold": True}), book.add_format({"italic": True})
    for number, (heading, field) in enumerate(columns.items()):
        sheet.write_string(0, number, heading, bold if field.required else plain)
        sheet.write_comment(0, number, help_of(field))
        sheet.set_column(number, number, max(12, len(heading) + 2))
        words = lists.words(field)
        if words:
            rule = {"validate": "list", "source": lists.reference(words)}
            # Several ids may stand in one cell, which a list of single words would refuse.
            strict = kind_of(field.type) != "list"
            sheet.data_validation(
                1, number, ROWS_WITH_LISTS, number, rule | {"error_type": "stop" if strict else "information"}
            )


def _write_settings(book: Any) -> None:
    """Write the paths that every mission needs, with what they mean beside them."""
    sheet = book.add_worksheet(SHEET)
    sheet.freeze_panes(1, 1)
    bold = book.add_format({"bold": True})
    for column, (heading, width) in enumerate(zip((*COLUMNS, "meaning"), (40, 40, 90), strict=True)):
        sheet.write_string(0, column, heading, bold)
        sheet.set_column(column, column, width)
    for row, (path, value, meaning) in enumerate(_needed(), start=1):
        sheet.write_string(row, 0, path)
        if value:
            sheet.write_number(row, 1, value)
        sheet.write_string(row, 2, meaning)


def _needed() -> Iterator[tuple[str, int, str]]:
    yield "cadre", FORMAT, "Version of the folder format."
    for part in fields_of(Mission):
        if part.required and is_record(part.type):
            for field in fields_of(inner(Mission, part.name)):
                if kind_of(field.type) not in ("table", "records"):
                    yield f"{part.name}.{field.name}", 0, help_of(field)
        elif part.required:
            yield part.name, 0, help_of(part)
