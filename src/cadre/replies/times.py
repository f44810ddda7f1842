"""Periods and lengths of time as people write them: `March - August 2019`, `6 months`.

Single days are read by `cadre.mission_files.days`.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from cadre.mission_files.days import Order, ascii_digits, days_in
from cadre.mission_files.folding import fold
from cadre.replies.likeness import named_words, words_for

_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?")


_DAYS_OF = {"days": 1, "weeks": 7, "months": 31, "years": 366}
_LONGEST_DAYS = 100 * 366
"""Longer times are slips."""


class Period(NamedTuple):
    """A first and a last day."""

    begins: dt.date
    ends: dt.date


class Length(NamedTuple):
    """A length of time in a unit: days, weeks, months or years."""

    number: float
    unit: str

    def __str__(self) -> str:
        return f"{self.number:g} {self.unit}"


def period_in(content: Any, order: Order | None = None) -> tuple[Period, ...]:
    """Return every period that a text may mean: `March - August 2019`, `du 1er mars au 31 août 2019`."""
    text = str(content)
    for left, right in _halves(text):
        ends = days_in(right, order, last=True)
        if not ends:
            continue
        year = re.search(r"\d{4}", ascii_digits(right))
        begins = days_in(left, order) or (days_in(f"{left} {year[0]}", order) if year else ())
        if begins:
            return tuple(Period(b, e) for b in begins for e in ends if b <= e)
    return ()


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Part a text in two wherever a sign or word stands between two days."""
    words = "|".join(re.escape(word) for word in sorted(words_for("between"), key=len, reverse=True))
    start = "|".join(re.escape(word) for word in sorted(words_for("from"), key=len, reverse=True))
    for match in re.finditer(rf"\s*[–—]\s*|\s+-\s+|-|\s+(?:{words})\s+", text, re.IGNORECASE):
        left, right = text[: match.start()], text[match.end() :]
        yield re.sub(rf"^\s*(?:{start})\s+", "", left, flags=re.IGNORECASE).strip(), right.strip()


def length_in(content: Any) -> Length | None:
    """Return the length of time that a text means: `6 months`, `26 Wochen`, `un an` is none of them."""
    match = _LENGTH.fullmatch(ascii_digits(str(content)).strip())
    unit = named_words("units").get(fold(match[2])) if match else None
    if match is None or unit is None:
        return None
    return Length(float(match[1].replace(",", ".")), unit)


def end_of(begins: dt.date, length: Length) -> dt.date | None:
    """Return the last day of a time that begins on a day; None where months are not whole, or too many."""
    if not 0 < length.number * _DAYS_OF[length.unit] <= _LONGEST_DAYS:
        return None
    if length.unit in ("days", "weeks"):
        return begins + dt.timedelta(days=round(length.number * (7 if length.unit == "weeks" else 1)) - 1)
    months = length.number * (12 if length.unit == "years" else 1)
    if not float(months).is_integer():
        return None
    whole = begins.year * 12 + begins.month - 1 + int(months)
    year, month = divmod(whole, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(begins.day, last)) - dt.timedelta(days=1)
