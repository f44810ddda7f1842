"""Workbook formats: which cells hold days and times, and what day a number of Excel is."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from typing import Literal

from cadre.mission_files.workbook_safety import Attributes, Handler, parse
from cadre.mission_files.workbook_shown import Other, shown_instead

Shown = Literal["number", "day", "length"]
_DAYS = frozenset((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)))
"""Formats that Excel has by itself and that show a day or a time (ECMA-376 18.8.30)."""
_LENGTH = 46
_SILENT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_LEAP = 60
"""Up to here Excel counts from a day later, since for it 1900 had a 29 February."""
_LAST = 2_958_466
"""The day after 9999-12-31."""
_LIKELY = range(1990, 2100)
"""Years of numbers that are taken for days where a day is wanted; a year alone is a number of 1905."""


class Since1904(float):
    """A number of a workbook that counts days from 1904."""


def formats_in(archive: zipfile.ZipFile, part: str, file: str) -> list[Shown | Other]:
    """Return what cells of each style show, in the order of the styles: another number where it is one."""
    own: dict[int, str] = {}
    styles: list[int] = []
    inside = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal inside
        if name == "numFmt":
            own[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            styles.append(int(attributes.get("numFmtId", 0)))

    def end(name: str) -> None:
        nonlocal inside
        inside = inside and name != "cellXfs"

    if part:
        parse(archive, part, file, Handler(start, end))
    return [_shown(own[number]) if number in own else _usual(number) for number in styles]


def _usual(number: int) -> Shown:
    return "day" if number in _DAYS else "length" if number == _LENGTH else "number"


def _shown(code: str) -> Shown | Other:
    whole = code
    code = _SILENT.sub("", code.partition(";")[0])
    if _ELAPSED.search(code):
        return "length"
    if re.search("[dmyhs]", code, re.IGNORECASE) and "general" not in code.lower():
        return "day"
    return shown_instead(whole) or "number"


def day_of(number: float, *, from_1904: bool) -> dt.datetime | dt.time | None:
    """Return the day, or the time alone, that a number of Excel is; None where there is none."""
    if not 0 <= number < _LAST:
        return None
    if number < 1:
        return (dt.datetime.min + _length(number)).time()
    if from_1904:
        began = dt.datetime(1904, 1, 1)
    else:
        began = dt.datetime(1899, 12, 30) if number >= _LEAP else dt.datetime(1899, 12, 31)
    try:
        return began + _length(number)
    except OverflowError:
        return None


def likely_day(number: float) -> str | None:
    """Return the day, as people write it, that a number without a format of days stands for, if it is likely.

    Cells that were pasted as values lose their format and show such numbers.
    """
    day = day_of(number, from_1904=isinstance(number, Since1904))
    if not isinstance(day, dt.datetime) or day.time() != dt.time() or day.year not in _LIKELY:
        return None
    return day.date().isoformat()


def length_of(number: float) -> dt.timedelta | None:
    """Return the length that a number of days is, to the second; None where it is endless."""
    return _length(number) if abs(number) < _LAST else None


def _length(days: float) -> dt.timedelta:
    return dt.timedelta(seconds=round(days * 86_400))
