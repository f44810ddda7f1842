"""Workbook styles: how cells of a workbook look, and how a value is written so that it stays what it is.

Text stays text when somebody edits its cell: columns of text have the format of text, and text that begins
like a formula is quoted besides. Days are days, shares are shown in percent, numbers that Excel would shorten
to 15 digits stand as text.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from cadre.mission.shape import Kind
from cadre.mission_files.names import WORKBOOK
from cadre.mission_files.safe_files import refuse

CELL_AT_MOST = 32_767
"""Characters of one cell; Excel's own limit."""
TEXT: tuple[Kind, ...] = ("text", "list", "pairs")
"""Kinds whose columns hold text, whatever it looks like."""
_AS_FORMULA = ("=", "+", "-", "@", "'")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_DAY = dt.date(1900, 3, 1)
"""Before it Excel counts a day that was none."""
_PERCENT = ("share", "growth")
_DIGITS_AT_MOST = 6


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **properties: Any) -> Any:
        """Return a format."""
        whole = {"font_name": "Calibri", "font_size": 11, "valign": "top"} | properties
        key = tuple(sorted(whole.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(whole)
        return self.made[key]

    def heading(self, *, required: bool) -> Any:
        """Return the format of a heading; those that must be filled in are darker."""
        colour = "#1F4E79" if required else "#5B7F9F"
        return self(bold=True, font_color="#FFFFFF", bg_color=colour, border=1, border_color="#FFFFFF")

    def help(self) -> Any:
        """Return the format of the row of help."""
        return self(
            italic=True, font_size=9, font_color="#404040", bg_color="#EAF0F6", text_wrap=True, bottom=1
        )

    def cell(self, kind: Kind, **more: Any) -> Any:
        """Return the format of a cell that may be filled in."""
        return self(text_wrap=True, **({"num_format": "@"} if kind in TEXT else {}), **more)


def write_cell(
    sheet: Any, place: tuple[int, int], content: Any, styles: Styles, of: tuple[Kind, str]
) -> None:
    """Write a cell.

    Parameters
    ----------
    sheet : Worksheet
        Of the writer.
    place : (int, int)
        Row and column from 0.
    content : text, number, bool or None
        None for a cell to be filled in.
    styles : Styles
        Of the workbook.
    of : (Kind, str)
        Kind and unit of what stands there.

    Raises
    ------
    BadInput
        A text is longer than a cell can hold.
    """
    kind, unit = of
    day = _day_in(content, kind, unit)
    if content is None:
        sheet.write_blank(*place, None, styles.cell(kind))
    elif isinstance(content, bool) and kind != "yes/no":
        sheet.write_boolean(*place, content, styles.cell(kind))
    elif day is not None:
        sheet.write_datetime(*place, day, styles.cell(kind, num_format="yyyy-mm-dd", align="left"))
    elif _is_whole(content) and kind not in TEXT:
        more = {"num_format": _number_format(float(content), unit)} if unit else {}
        more["align"] = "left"
        sheet.write_number(*place, content, styles.cell(kind, **more))
    else:
        _write_text(
            sheet, place, _text_of(content), styles.cell(kind), styles.cell("text", quote_prefix=True)
        )


def _day_in(content: Any, kind: Kind, unit: str) -> dt.date | None:
    if not isinstance(content, str) or not (kind == "date" or unit == "date") or not _DAY.fullmatch(content):
        return None
    try:
        day = dt.date.fromisoformat(content)
    except ValueError:
        return None
    return day if day >= _FIRST_DAY else None


def _is_whole(content: Any) -> bool:
    """Say whether a content is a number that Excel keeps with all its digits, whoever saves it."""
    is_number = isinstance(content, int | float) and not isinstance(content, bool)
    return is_number and float(f"{content:.15G}") == content


def _number_format(number: float, unit: str) -> str:
    if unit.startswith(_PERCENT):
        digits = next((n for n in range(_DIGITS_AT_MOST) if round(number, n + 2) == number), _DIGITS_AT_MOST)
        return f"0.{'0' * digits}%" if digits else "0%"
    return "#,##0" if number.is_integer() and unit == "money" else "General"


def _text_of(content: Any) -> str:
    if isinstance(content, bool):
        return "yes" if content else "no"
    return repr(content) if isinstance(content, float) else str(content)


def _write_text(sheet: Any, place: tuple[int, int], text: str, style: Any, quoted: Any) -> None:
    if len(text) > CELL_AT_MOST:
        raise refuse(WORKBOOK, "files.text-beyond-cell", length=len(text), most=CELL_AT_MOST)
    sheet.write_string(*place, text, quoted if text.startswith(_AS_FORMULA) else style)
