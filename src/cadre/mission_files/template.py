"""Template: the words of a workbook: what its first sheet says, and the help and unit of each column.

Meanings are those of the model; only what is the workbook's own (ids, paths, remarks) is said here.
"""

from __future__ import annotations

from typing import Any

from cadre.mission.quantity import Quantity
from cadre.mission.shape import Field, Kind, choices_of, inner, kind_of
from cadre.mission.units import UNITS, plainly
from cadre.mission_files.sheets import ID, PATH, REMARKS, VALUE, plans
from cadre.mission_files.workbook_styles import Styles

LISTS, INSTRUCTIONS = "lists", "instructions"
BESIDE_HELP = {
    ID: "A short name of lower-case letters, digits, - and _, by which other sheets name it",
    "around": "Id of the {one} that the row belongs to; again in each of its rows",
    "named": "Id of the {one}, in each of its rows",
    PATH: "What is set. In place of a word in capitals write the id of your row",
    VALUE: "Empty: left out. In levers: written as in the cell that the path leads to; null takes away",
    "unit": "What the value is counted in",
    "help": "What it means; not read",
    REMARKS: "Yours: kept, and no part of the mission",
}
"""Meaning of the columns that the model does not know."""
_UNITS: dict[Kind, str] = {
    "date": "day",
    "yes/no": "yes or no",
    "choice": "choice",
    "list": "list",
    "pairs": "names with numbers",
    "anything": "groups",
}
_TEXT = (
    ("How this workbook is filled in", ""),
    ("Each sheet holds one part of the mission; the sheet settings holds what stands alone.", ""),
    ("Row 1 of a sheet holds its headings, row 2 says what they mean. Write from row 3 on.", ""),
    ("Headings in dark blue must be filled in. An empty cell is left out, and means what row 2 says.", ""),
    ("What you name in one sheet (a site, a role) other sheets offer in their drop-down lists.", ""),
    ("Columns may be moved, those you do not need deleted. Headings and names of sheets stay.", ""),
    ("Write remarks in the column remarks, and whatever you like on a sheet called notes.", ""),
    ("Formulas, errors such as #N/A and merged cells are refused: write values, one a cell.", ""),
    ("Then: `cadre check FILE.xlsx`, and `cadre options FILE.xlsx` for what is to be decided.", ""),
    ("`cadre folder FILE.xlsx` makes text files of it, `cadre workbook DIR` a workbook of those.", ""),
    ("", ""),
    ("What to write in a cell", "For example"),
    ("a number, with its unit or without", "65%   18 months   1.2 M"),
    ("a day", "2018-10-01"),
    ("yes or no", "yes"),
    ("a list", "besmaya; taji"),
    ("names with numbers", "classroom 1; demolition-range 0.5"),
    ("targets by day", "2027-12-01 15; 2028-12-01 50"),
    ("people needed, and what that rests on", "bomb-disposal one per 5 seats (A11); interpreter 2"),
    ("what is known of a number", "min 65%; likely 80%; max 92%; basis A1; L2"),
    ("the same, from low to high", "low 10; high 20"),
    ("the same, by chances", "choices 3 = 40%, 5 = 60%; basis A1"),
    ("groups of names, or of names with numbers", "size: small | medium; length: two-years"),
    ("a condition on the option", "command: rotating | permanent   or   years <= 3"),
    ("", ""),
    ("How a lever is written", "Sheet levers"),
    ("what it is called: a row without a choice", "lever size, title Size"),
    ("a choice and what it sets", "lever size, choice small, title up to 30 posts, path ceiling, value 30"),
    (
        "more that it sets: a row for each path",
        "lever size, choice small, path mission.horizon, value 52 weeks",
    ),
    ("a choice that changes nothing", "lever size, choice as-planned"),
    ("", ""),
    ("Sheets", "What they hold"),
)
_HEADS = ("How this workbook is filled in", "What to write in a cell", "How a lever is written", "Sheets")


def write_instructions(book: Any, styles: Styles) -> None:
    """Write the first sheet: how to fill the others in, and where each is."""
    sheet = book.add_worksheet(INSTRUCTIONS)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 62)
    sheet.set_column(1, 1, 76)
    for row, (left, right) in enumerate(_TEXT):
        style = styles(bold=True, font_size=12, bottom=1) if left in _HEADS else styles(text_wrap=not left)
        sheet.write_string(row, 0, left, style)
        sheet.write_string(row, 1, right, style)
    link = styles(font_color="#1F4E79", underline=1)
    sheets = [("settings", "Everything that stands alone"), *((p.name, p.help) for p in plans().values())]
    for row, (name, help_text) in enumerate(sheets, start=len(_TEXT)):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", link, name)
        sheet.write_string(row, 1, help_text, styles())


def help_of(field: Field) -> str:
    """Return the meaning of a column, with what may stand in it and what it is when left out."""
    allowed = ""
    if field.unit:
        allowed = f" It {UNITS[field.unit].help}."
    elif choices_of(field.type):
        allowed = f" One of: {', '.join(choices_of(field.type))}."
    elif kind_of(field.type) == "list" and choices_of(inner(field.type, "0")):
        allowed = f" Of: {', '.join(choices_of(inner(field.type, '0')))}."
    elif kind_of(field.type) == "date":
        allowed = " A day such as 2018-10-01."
    left_out = _default_text(field.default)
    meaning = f"{field.help}." if field.help else ""
    default = f" Left out: {left_out}." if left_out else ""
    return f"{meaning}{allowed}{default}{' Must be given.' if field.required else ''}"


def _default_text(default: Any) -> str:
    """Return what a field is when left out, where that is worth a word."""
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, Quantity):
        return plainly(default.mean) if default.is_known and default.unit != "date" else ""
    if isinstance(default, int | float):
        return plainly(float(default))
    if isinstance(default, str | tuple):
        return default if isinstance(default, str) else "; ".join(map(str, default))
    return ""


def unit_text(field: Field) -> str:
    """Return what a value is counted in."""
    return field.unit or _UNITS.get(kind_of(field.type), "")
