"""Days: one day as people write it, in any of many languages.

Takes the content of a cell, gives every day that it may mean: one where it is clear, two where an order has
to be asked (`01/03/2019`), none where it is no day. Names of months are those of CLDR.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any, Literal

from cadre.mission_files.folding import fold

Order = Literal["day-first", "month-first"]
ORDERS: tuple[Order, ...] = ("day-first", "month-first")
LANGUAGES = (
    "en", "fr", "de", "es", "it", "pt", "nl", "sv", "nb", "da", "fi", "is", "et", "lv", "lt", "pl", "cs",
    "sk", "sl", "hr", "sr", "bs", "bg", "ro", "hu", "el", "tr", "ru", "uk", "sq", "mk", "ka", "ar",
)  # fmt: skip
"""Languages of nations that send people: their names of months, countries and languages are known."""
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
"""Numbers of Excel that may be days: 1954 to 2119."""
_FILLING = (
    *("st", "nd", "rd", "th", "of", "the", "er", "le", "de", "del", "di", "den", "der", "dem", "el", "il"),
    *("year", "г", "года", "à", "partir", "du", "on", "am", "o", "a"),
)
"""What stands between a day, a month and a year and means nothing."""
_BEFORE_1900 = dt.date(1899, 12, 30)
_CENTURY = 2_000
_YEARS = range(1_900, 2_200)
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ISO = re.compile(r"(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})")
_CLOCK = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE)
_THREE = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})\.?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_QUARTER = re.compile(
    r"(?:q|t)\s*([1-4])\s*[-/ ]?\s*(\d{4})|(\d{4})\s*[-/ ]?\s*(?:q|t)([1-4])", re.IGNORECASE
)


def days_in(content: Any, order: Order | None = None, *, last: bool = False) -> tuple[dt.date, ...]:
    """Return every day that the content of a cell may mean, the earliest first.

    Parameters
    ----------
    content : Any
        Text, a number of Excel, or a day.
    order : str, optional
        Which stands first where both day and month are numbers.
    last : bool
        Whether a month or quarter alone means its last day instead of its first.
    """
    if isinstance(content, dt.datetime | dt.date):
        return (content.date() if isinstance(content, dt.datetime) else content,)
    if isinstance(content, bool) or content is None:
        return ()
    if isinstance(content, int | float):
        return _serial(float(content))
    text = _CLOCK.sub("", _DASHES.sub("-", ascii_digits(str(content)).strip()))
    found = {day for day in _readings(text, order, last) if day is not None and day.year in _YEARS}
    return tuple(sorted(found))


def ascii_digits(text: str) -> str:
    """Write the digits of any script as ours."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _serial(number: float) -> tuple[dt.date, ...]:
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        return ()
    return (_BEFORE_1900 + dt.timedelta(days=int(number)),)


def _readings(text: str, order: Order | None, last: bool) -> Iterator[dt.date | None]:
    if match := _ISO.fullmatch(text):
        yield _day(match[1], match[3], match[4])
    elif match := _COMPACT.fullmatch(text):
        yield _day(*match.groups())
    elif match := _THREE.fullmatch(text):
        yield from _numbers(match, order)
    elif match := _QUARTER.fullmatch(text):
        year, quarter = int(match[2] or match[3]), int(match[1] or match[4])
        yield _of_month(year, 3 * quarter if last else 3 * quarter - 2, last)
    elif re.fullmatch(r"\d{5}(?:[.,]\d+)?", text):
        yield from _serial(float(text.replace(",", ".")))
    else:
        yield from _worded(text, last)


def _numbers(match: re.Match[str], order: Order | None) -> Iterator[dt.date | None]:
    """Read three numbers; between points nobody writes the month first."""
    first, sign, second, year = match.groups()
    orders = (order,) if order is not None else ORDERS
    if sign == "." or "day-first" in orders:
        yield _day(year, second, first)
    if sign != "." and "month-first" in orders:
        yield _day(year, first, second)
    if order is None and sign != "." and len(year) == 2:  # noqa: PLR2004  (a year of two digits may stand first)
        yield _day(first, second, year)


def _worded(text: str, last: bool) -> Iterator[dt.date | None]:
    """Read a month with a name, a year and perhaps a day, in any order; with other words it is no day."""
    months: list[frozenset[int]] = []
    numbers: list[str] = []
    for part in _PARTS.findall(unicodedata.normalize("NFC", text)):
        folded = fold(part)
        if part.isdigit():
            numbers.append(part)
        elif folded in _months():
            months.append(_months()[folded])
        elif folded not in _filling() and folded not in _weekdays():
            return
    if len(months) != 1 or not 1 <= len(numbers) <= 2:  # noqa: PLR2004  (a year, or a day and a year)
        return
    year = next((n for n in numbers if len(n) == 4), numbers[-1])  # noqa: PLR2004  (digits of a year)
    if len(numbers) == 1 and len(year) != 4:  # noqa: PLR2004
        return
    rest = list(numbers)
    rest.remove(year)
    for month in months[0]:
        yield _day(year, str(month), rest[0]) if rest else _of_month(int(year), month, last)


def _day(year: str, month: str, day: str) -> dt.date | None:
    full = int(year) + (_CENTURY if len(year) <= 2 else 0)  # noqa: PLR2004
    try:
        return dt.date(full, int(month), int(day))
    except ValueError:
        return None


def _of_month(year: int, month: int, last: bool) -> dt.date | None:
    if year not in _YEARS:
        return None
    return dt.date(year, month, calendar.monthrange(year, month)[1] if last else 1)


@cache
def _months() -> dict[str, frozenset[int]]:
    """Return the months of each name, folded; in two languages one name may be of two."""
    return _named("months")


@cache
def _weekdays() -> dict[str, frozenset[int]]:
    return _named("days")


@cache
def _filling() -> frozenset[str]:
    return frozenset(map(fold, _FILLING))


def _named(part: str) -> dict[str, frozenset[int]]:
    from babel import Locale  # noqa: PLC0415  (slow to import, only needed where names are looked for)

    found: dict[str, set[int]] = {}
    for language in LANGUAGES:
        contexts = getattr(Locale(language), part)
        for context, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
            widths = contexts.get(context, {})
            for number, name in widths.get(width, {}).items():
                found.setdefault(fold(str(name)), set()).add(number)
    if part == "months":
        found["sept"] = {9}
    return {name: frozenset(numbers) for name, numbers in found.items() if name and not name.isdigit()}
