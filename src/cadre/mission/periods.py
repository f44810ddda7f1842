"""Periods as people type them: `March to June`, `1 to 30 August`, `2019-03-01 to 2019-06-30`, `Ramadan`.

Takes text, gives a `Span`: days from one to another, once, every year, or every lunar year. A month alone
is all of it; the end of a period counts; a period whose end lies before its begin goes on into the next year
(`December to January`). Names of months are read in English and French, those of the lunar calendar in
Latin letters. What is not clear is refused.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, PlainSerializer

from cadre.messages import quoted
from cadre.mission import lunar
from cadre.mission.base import Frozen, refusal, shown

How = Literal["once", "yearly", "lunar"]
"""How often a period comes."""
_MONTHS = {
    name: number
    for names in (
        "january,february,march,april,may,june,july,august,september,october,november,december",
        "janvier,fevrier,mars,avril,mai,juin,juillet,aout,septembre,octobre,novembre,decembre",
    )
    for number, name in enumerate(names.split(","), 1)
}
LEAST_LETTERS = 3
"""Letters by which the name of a month may be shortened to."""
MONTHS = 12
_TO = re.compile(r"\s+(?:to|until|till|through|au|a|jusqu'au)\s+|\s*[\u2013\u2014]\s*|\s+-\s+", re.IGNORECASE)
_BARE_HYPHEN = re.compile(r"^([^\W\d]+)-([^\W\d]+)$|^(\d{1,2})-(\d{1,2}\s+[^\W\d].*)$")
_FROM = re.compile(r"^(?:from|every year|each year|chaque annee|du|de)\s+(?:from\s+|du\s+|de\s+)?")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_MARK = re.compile(
    r"^(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?(?:\s+|$))?(?:of\s+)?([^\d]*?)\s*(?:(?<!\d)(\d{4}))?$"
)
_DAY_LAST = re.compile(r"^([^\d]+?)\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$")


class Mark(NamedTuple):
    """A day: `year` 0 where it comes again, `month` 0 where the other end says it, `day` 0 for all."""

    year: int
    month: int
    day: int
    is_lunar: bool = False


class Span(Frozen):
    """Days from `first` to `last` (year, month, day), both counted.

    The year is 0 where it comes again; day 0 is the first, or the last, of the month.
    """

    text: str
    how: How
    first: tuple[int, int, int]
    last: tuple[int, int, int]

    def __str__(self) -> str:
        return self.text

    def between(self, begins: dt.date, ends: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
        """Return each time that it comes as (first day, last day), where it touches the days between two."""
        for first, last in self._times(begins, ends):
            if first <= ends.toordinal() and begins.toordinal() <= last:
                yield dt.date.fromordinal(max(1, first)), dt.date.fromordinal(last)

    def _times(self, begins: dt.date, ends: dt.date) -> Iterator[tuple[int, int]]:
        if self.how == "once":
            yield _ordinal(self.first, *self.first[:1]), _ordinal(self.last, *self.last[:1], is_last=True)
            return
        is_lunar, over = self.how == "lunar", self._goes_on()
        of = lunar.year_of if is_lunar else _year_of
        for year in range(max(1, of(begins) - 1), of(ends) + 1):
            first = _ordinal(self.first, year, is_lunar=is_lunar)
            yield first, _ordinal(self.last, year + over, is_lunar=is_lunar, is_last=True)

    def _goes_on(self) -> bool:
        """Say whether it ends in the year after that in which it begins."""
        (_, m, d), (_, n, e) = self.first, self.last
        return (n, e or 31) < (m, d or 1)


def _year_of(day: dt.date) -> int:
    return day.year


def _ordinal(mark: tuple[int, int, int], year: int, *, is_lunar: bool = False, is_last: bool = False) -> int:
    """Return a mark's day in a year; 29 February of a year without one is the 28th, so with lunar months."""
    _, month, day = mark
    most = lunar.days_in(year, month) if is_lunar else calendar.monthrange(year, month)[1]
    day = min(day or (most if is_last else 1), most)
    return lunar.day_of(year, month, day) if is_lunar else dt.date(year, month, day).toordinal()


def span_in(value: Any) -> Any:
    """Read a period; a `Span`, and the mapping of one, are left as they are.

    Raises
    ------
    PydanticCustomError
        Where it is no period, or its days mean none.
    """
    if isinstance(value, Span):
        return value
    if isinstance(value, dt.date):
        value = value.isoformat()[:10]
    if not isinstance(value, str):
        raise refusal("parts.no-period", value=shown(value))
    text = " ".join(value.replace("\u2019", "'").split())
    first, last = _ends(text)
    if last.month and not first.month:
        first = Mark(last.year, last.month, first.day, last.is_lunar)
    if last.year and not first.year and not first.is_lunar:
        first = first._replace(year=last.year - ((first.month, first.day) > (last.month, last.day or 31)))
    if not first.month or not last.month or first.is_lunar != last.is_lunar:
        raise refusal("parts.no-period", value=quoted(value))
    if bool(first.year) != bool(last.year):
        raise refusal("parts.no-period", value=quoted(value))
    return _made(text, first, last)


def _made(text: str, first: Mark, last: Mark) -> Span:
    how: How = "once" if first.year else "lunar" if first.is_lunar else "yearly"
    for mark in (first, last):
        if not _is_day(mark):
            raise refusal("parts.no-such-day", value=quoted(text))
    if how == "once" and _ordinal(first[:3], first.year) > _ordinal(last[:3], last.year, is_last=True):
        raise refusal("parts.period-backwards", value=quoted(text))
    return Span(text=text, how=how, first=first[:3], last=last[:3])


def _is_day(mark: Mark) -> bool:
    """Say whether a month has the day, in some year where none is named."""
    if mark.is_lunar:
        return mark.day <= 30  # noqa: PLR2004  (the longest lunar month)
    leap = mark.year or 2024
    return mark.month <= MONTHS and leap > 0 and mark.day <= calendar.monthrange(leap, mark.month)[1]


def _ends(text: str) -> tuple[Mark, Mark]:
    """Return the two ends of a period; of one day or month it is both."""
    plain = _FROM.sub("", _plain(text))
    bare = _BARE_HYPHEN.match(plain)
    parts = [p for p in bare.groups() if p] if bare else _TO.split(plain)
    if len(parts) > 2:  # noqa: PLR2004  (an end and another)
        raise refusal("parts.no-period", value=quoted(text))
    marks = [_mark(part, text) for part in parts]
    return marks[0], marks[-1]


def _plain(text: str) -> str:
    """Return text in small letters without accents."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _mark(part: str, text: str) -> Mark:
    if iso := _ISO.match(part):
        return Mark(int(iso[1]), int(iso[2]), int(iso[3]))
    if found := _DAY_LAST.match(part):
        name, day, year = found.groups()
    elif found := _MARK.match(part):
        day, name, year = found.groups()
    else:
        raise refusal("parts.no-period", value=quoted(text))
    number = int(day or 0)
    if day is not None and not number:
        raise refusal("parts.no-such-day", value=quoted(text))
    if not name and day and not year:
        return Mark(0, 0, number)
    month, is_lunar = _month(name, text)
    if is_lunar and year:
        raise refusal("parts.lunar-year", value=quoted(text))
    return Mark(int(year or 0), month, number, is_lunar)


def _month(name: str, text: str) -> tuple[int, bool]:
    """Return the month of a name, which may be cut after three letters, and whether it is a lunar one."""
    letters = "".join(sign for sign in name if sign.isalpha())
    if letters in lunar.MONTHS:
        return lunar.MONTHS[letters], True
    found = {number for full, number in _MONTHS.items() if full.startswith(letters)}
    if len(letters) < LEAST_LETTERS or len(found) != 1:
        raise refusal("parts.no-period", value=quoted(text))
    return found.pop(), False


Period = Annotated[
    Span, BeforeValidator(span_in, json_schema_input_type=str), PlainSerializer(str, return_type=str)
]
"""A period as people write it."""
