"""The months of the lunar calendar of the Hijra, as days: the tabular calendar, by arithmetic alone.

Twelve months of 30 and 29 days in turn; in eleven years of a cycle of thirty the last month has a day more.
What is announced after a sighting of the moon may differ by a day or two; days that are known are written as
dates. Source: Reingold and Dershowitz 2018, *Calendrical Calculations* (4th edition), chapter 7, the civil
form (years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of a cycle are long).
"""

from __future__ import annotations

import datetime as dt

EPOCH = dt.date(622, 7, 19).toordinal()
"""First day of year 1, in the Gregorian calendar carried back (16 July 622 in that of Julius Caesar)."""
YEAR_DAYS, CYCLE_YEARS, LONG_YEARS, SHIFT = 354, 30, 11, 3
"""Days of a common year; years of a cycle and how many of them are long; where in the cycle these lie."""
MONTHS = {
    "muharram": 1,
    "safar": 2,
    "rabialawwal": 3,
    "rabialthani": 4,
    "rabialakhir": 4,
    "jumadaalula": 5,
    "jumadaalawwal": 5,
    "jumadaalakhira": 6,
    "jumadaalthani": 6,
    "rajab": 7,
    "shaban": 8,
    "shaaban": 8,
    "ramadan": 9,
    "ramadhan": 9,
    "ramazan": 9,
    "shawwal": 10,
    "chawwal": 10,
    "dhualqada": 11,
    "dhualqadah": 11,
    "dhulqadah": 11,
    "dhulqada": 11,
    "dhualhijja": 12,
    "dhualhijjah": 12,
    "dhulhijjah": 12,
    "dhulhijja": 12,
}
"""Months by their names in Latin letters, without signs and blanks."""


def day_of(year: int, month: int, day: int) -> int:
    """Return a day of the lunar calendar as the ordinal of a date (`datetime.date.toordinal`)."""
    before = (month - 1) * 29 + month // 2
    return EPOCH + day - 1 + before + YEAR_DAYS * (year - 1) + (SHIFT + LONG_YEARS * year) // CYCLE_YEARS


def days_in(year: int, month: int) -> int:
    """Return the days of a lunar month: 29 or 30."""
    following = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004  (months of a year)
    return day_of(*following, 1) - day_of(year, month, 1)


def year_of(day: dt.date) -> int:
    """Return the lunar year that holds a day; below 1 before the first."""
    year = int((day.toordinal() - EPOCH) // 354.36667) + 1
    while day_of(year, 1, 1) > day.toordinal():
        year -= 1
    while day_of(year + 1, 1, 1) <= day.toordinal():
        year += 1
    return year
