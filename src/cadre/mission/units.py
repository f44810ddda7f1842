"""Units: reading one number with its unit, as people write it, into canonical units.

Takes `12`, `65%`, `5 years`, `1.2 M`, `2018-10-01`; gives a float in the canonical unit, or a refusal that
says what was found, what is allowed and the cure. Canonical units: share 0-1, weeks, people, money in the
mission's currency, monthly share 0-1, weekly share 0-1, times a year, date as an ordinal day
(`datetime.date.toordinal`).
"""

from __future__ import annotations

import datetime as dt
import math
import re
from functools import partial
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cadre.messages import Content, Message, listed, message, quoted, readable
from cadre.mission.base import refusal, shown
from cadre.mission.numerals import Unclear, WrittenFloat, form_of_numbers, number_of
from cadre.mission.unit_words import has_to_be_worked_out, unit_word

WEEKS_PER_YEAR = 365.25 / 7
"""Mean weeks in a year of 365.25 days."""


class Unit(NamedTuple):
    """A dimension: its bounds, the help text of what may stand there, and the factors of words people write.

    What a fault says of it is `fields.unit-NAME` in the catalogue.
    """

    least: float
    greatest: float
    help: str
    words: dict[str, float]


_PERCENT = {"": 1.0, "%": 0.01}
_YEAR, _MONTH = WEEKS_PER_YEAR, WEEKS_PER_YEAR / 12
UNITS: dict[str, Unit] = {
    "share": Unit(0, 1, "must be a share such as 0.65 or 65%, from 0 to 1", _PERCENT),
    "share a week": Unit(
        0, 1, "must be a share such as 0.5% a week, from 0 to 1", _PERCENT | {"% a week": 0.01}
    ),
    "share a month": Unit(
        0, 1, "must be a share such as 2% a month, from 0 to 1", _PERCENT | {"% a month": 0.01}
    ),
    "weeks": Unit(
        0,
        5200,
        "must be a length of time such as 12 weeks, 18 months or 5 years, from 0 to 5,200 weeks",
        {"": 1, "week": 1, "weeks": 1, "day": 1 / 7, "days": 1 / 7}
        | {"month": _MONTH, "months": _MONTH, "year": _YEAR, "years": _YEAR},
    ),
    "people": Unit(
        0,
        1e7,
        "must be a number of people from 0 to 10,000,000",
        {"": 1, "people": 1, "person": 1, "seats": 1, "trainees": 1},
    ),
    "people a year": Unit(
        0,
        1e7,
        "must be a number of people a year from 0 to 10,000,000",
        {"": 1, "people a year": 1, "a year": 1},
    ),
    "growth a year": Unit(
        -0.9,
        9,
        "must be a growth such as 5% or -10% a year, from -90% to 900%",
        _PERCENT | {"% a year": 0.01},
    ),
    "times a year": Unit(
        0, 365, "must be how often a year, from 0 to 365", {"": 1, "times a year": 1, "a year": 1}
    ),
    "money": Unit(
        0,
        1e13,
        "must be an amount of money from 0 to 10,000,000 M, such as 12000, 12 k or 1.2 M",
        {"": 1, "k": 1e3, "M": 1e6},
    ),
    "serials": Unit(
        0,
        1e6,
        "must be a number of serials such as 3 or 3 serials, from 0 to 1,000,000",
        {"": 1, "serial": 1, "serials": 1},
    ),
    "latitude": Unit(-90, 90, "must be degrees north of the equator such as 33.3, from -90 to 90", {"": 1}),
    "longitude": Unit(-180, 180, "must be degrees east of Greenwich such as 44.4, from -180 to 180", {"": 1}),
    "number": Unit(0, 1e9, "must be a number from 0 to 1,000,000,000", {"": 1}),
    "date": Unit(1, 3652059, "must be a date such as 2018-10-01", {}),
}
_DIGITS = r"[-+\u2212]?[\d\s.,'\u2019\u02bc\u066b\u066c_]*\d[.,]?(?:[eE][-+]?\d+)?"
_TEXT = re.compile(rf"^\s*({_DIGITS})\s*(%?\s*[A-Za-z\u00c0-\u024f ]*|[€$£¥₹₽₺₴])$")
_AS_USUAL = str.maketrans(
    {"\u066a": "%", "\uff05": "%", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " "}
)


def number_in(value: Any, unit: str, at: str = "") -> float:
    """Read one number with its unit.

    Raises
    ------
    PydanticCustomError
        With what was found, what is allowed and the cure.
    """
    rule = UNITS[unit]
    if unit == "date":
        number = _ordinal(value, at)
    elif isinstance(value, str | WrittenFloat):
        number = _worded(value if isinstance(value, str) else value.text, unit, at)
    elif isinstance(value, bool) or not isinstance(value, int | float):
        raise refusal("fields.not-of-unit", at, value=shown(value), unit=_allowed(unit))
    else:
        # An integer too large for a float is out of bounds like any other.
        number = float(value) if isinstance(value, float) or abs(value) <= rule.greatest else math.inf
    if not math.isfinite(number) or not rule.least <= number <= rule.greatest:
        plain = value if isinstance(value, int | float) else number
        cure = _as_percent(plain, value) if rule.greatest == 1 else None
        cure = cure or message("fields.within-bounds")
        raise refusal("fields.beyond-unit", at, value=shown(value), unit=_allowed(unit), cure=cure)
    return number


def _as_percent(number: float, value: Any) -> Message | None:
    """Return the cure for a share that somebody wrote as a percentage without its sign."""
    if not 1 < number <= 100 or "%" in str(value):  # noqa: PLR2004  (percent)
        return None
    return message("fields.write-it", text=f"{plainly(float(number))}%")


def _allowed(unit: str) -> Message:
    return message(f"fields.unit-{unit.replace(' ', '-')}")


def _worded(text: str, unit: str, at: str) -> float:
    """Read `12 weeks` or `8% of graduates`: a number, a word of the unit, and after `of` any words."""
    rule = UNITS[unit]
    match = _TEXT.match(text.translate(_AS_USUAL).split(" of ", 1)[0])
    if match is None:
        cure = _bare_number(text, unit)
        raise refusal("fields.no-number-with-unit", at, value=quoted(text), unit=_allowed(unit), cure=cure)
    word = unit_word(match[2])
    if word not in rule.words:
        other, cure = quoted(" ".join(match[2].split())), _without_unit(match[1], match[2].strip(), unit)
        raise refusal(
            "fields.other-unit", at, value=quoted(text), unit=_allowed(unit), other=other, cure=cure
        )
    number = clear_number(match[1], at, shown_as=text, word=word)
    # Division keeps 65% the same float as 0.65.
    return number / 100 if rule.words[word] == _PERCENT["%"] else number * rule.words[word]


_ABOUT = re.compile(
    r"(?:[~\u2248\u223c\u00b1<>\u2264\u2265\u2243]+|\b(?:about|around|roughly|approx|approximately|some|almost|nearly"
    r"|up to|at least|at most|over|under|circa|ca|c|max|min|etwa|rund|circa|environ|env|jusqu'à|au moins"
    r"|bis zu|mindestens|höchstens)\b\.?)\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:[+*?!;\u2020\u2021\u00b9\u00b2\u00b3]+|\([^\d()]*\)|\(\d\)|\bapprox\b\.?)$", re.IGNORECASE
)
"""What people write before and behind a number of which they are not sure, or that a note belongs to."""
_CURRENCY = re.compile(
    r"[€$£¥₹₽₺₴]|\b(?:EUR|USD|GBP|CHF|CAD|AUD|NOK|SEK|DKK|PLN|JPY)\b|(?:,|\.)[-\u2013\u2014]+$"
)
_NOT_KNOWN = re.compile(
    r"(?:[-\u2013\u2014?.]+|n/?a|tb[acd]|unknown|open|none|nil|k\.? ?a\.?|inconnu|unbekannt|offen)\W*", re.I
)
"""What people write where they do not know."""


def _bare_number(text: str, unit: str) -> Message:
    """Return the cure for a text in which one number stands with a word or sign that no number has."""
    if _NOT_KNOWN.fullmatch(text.strip()):
        return message("fields.range-or-nothing")
    number = _BEHIND.sub("", _ABOUT.sub("", text.strip(), count=1))
    is_sure = number == text.strip()
    number = " ".join(_CURRENCY.sub(" ", number).split()) if unit == "money" else number
    match = _TEXT.match(number.translate(_AS_USUAL))
    if match is None or not _is_read(number, unit):
        return message("fields.write-a-number")
    return message("fields.write-it" if is_sure else "fields.write-it-or-range", text=readable(number))


def _is_read(text: str, unit: str) -> bool:
    try:
        number_in(text, unit)
    except PydanticCustomError:
        return False
    return True


def _word_of(text: str) -> str:
    match = _TEXT.match(text.translate(_AS_USUAL))
    return unit_word(match[2]) if match else ""


def _without_unit(digits: str, word: str, unit: str) -> Message:
    """Return the cure for a number with the unit of something else."""
    factors = UNITS[unit].words
    words = [one for one in factors if one and f"{one}s" not in factors]
    try:
        values = [number_of(digits, form_of_numbers())]
    except Unclear as unclear:
        values = list(unclear.values)
    is_one = len(values) == UNITS[unit].greatest == 1 and "%" not in word
    percent = _as_percent(values[0], digits) if is_one else None
    if percent is not None:
        return percent
    if words and word and has_to_be_worked_out(word, factors.values()):
        return message("fields.work-it-out", units=listed(words))
    if len(values) > 1:
        return message("fields.write-either", less=plainly(values[0]), more=plainly(values[-1]))
    if not words:
        return message("fields.write-it", text=digits.strip())
    return message("fields.write-without-unit", text=digits.strip(), units=listed(words))


def clear_number(digits: str, at: str = "", *, shown_as: str = "", word: str = "") -> float:
    """Read digits as the mission writes its numbers.

    Parameters
    ----------
    digits : str
        What was written, without its unit.
    at : str
        The key inside the value, when the value is a mapping.
    shown_as, word : str
        The whole text, and its unit: a fault repeats them.

    Raises
    ------
    PydanticCustomError
        Where they mean several numbers, with all of them, or none.
    """
    try:
        return number_of(digits, form_of_numbers())
    except Unclear as unclear:
        if not unclear.readings:
            raise refusal("fields.no-number", at, value=quoted(shown_as or digits)) from None
        behind = word if word[:1] in ("", "%") else f" {word}"
        less, more = (f"{plainly(end(unclear.values))}{behind}" for end in (min, max))
        values: dict[str, Content] = {"less": less, "more": more}
        raise refusal("fields.unclear-number", at, value=quoted(shown_as or digits), **values) from None


def plainly(number: float) -> str:
    """Write a number as every form reads it: without signs between thousands, no three digits at the end."""
    text = repr(number).removesuffix(".0")
    whole, point, part = text.partition(".")
    return f"{whole}{point}{part}0" if len(part) == 3 else text  # noqa: PLR2004  (a group of thousands)


def _plain_number_in(value: Any) -> Any:
    if isinstance(value, WrittenFloat):
        return clear_number(value.text)
    if not isinstance(value, str):
        return value
    number = clear_number(value)
    if not math.isfinite(number):
        raise refusal("fields.no-number", value=shown(value))
    return number


Plain = Annotated[float, BeforeValidator(_plain_number_in, json_schema_input_type=float | str)]
"""A number without a unit, as people write it."""


def _figure_in(value: Any) -> Any:
    return clear_number(value.text) if isinstance(value, WrittenFloat) else value


Figured = BeforeValidator(_figure_in)
"""Of a field that holds a number or a text: a text stays one, a number that means two is refused."""


def _ordinal(value: Any, at: str) -> float:
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return float(value.toordinal())
    try:
        return float(dt.date.fromisoformat(str(value)).toordinal())
    except ValueError:
        raise refusal("fields.no-day", at, value=shown(value)) from None


def count_in(value: Any, unit: str) -> Any:
    """Read a whole number of a unit: `26 weeks`, `300 people`.

    Months, years and days are rounded to whole weeks, since no calendar has `5 years` of them; nothing else
    is rounded.
    """
    if value is None:
        return None
    number = number_in(value, unit)
    rounds = unit == "weeks" and isinstance(value, str) and re.search("day|month|year", _word_of(value))
    if not rounds and not number.is_integer():
        raise refusal(f"fields.whole-{unit}", value=shown(value), **rounded(number))
    return round(number)


def rounded(number: float) -> dict[str, str]:
    """Return the two whole numbers next to one that is none, for a message that tells them."""
    return {"less": str(math.floor(number)), "more": str(math.ceil(number))}


WeekCount = Annotated[
    int, BeforeValidator(partial(count_in, unit="weeks"), json_schema_input_type=float | str)
]
"""A whole number of weeks; `5 years` is rounded."""

PeopleCount = Annotated[
    int, BeforeValidator(partial(count_in, unit="people"), json_schema_input_type=float | str)
]
"""A whole number of people."""


def _part_in(value: Any, unit: str) -> Any:
    """Read a number of a unit that need not be whole; whole ones are integers."""
    number = number_in(value, unit)
    return round(number) if number.is_integer() else number


PartCount = Annotated[
    int | float, BeforeValidator(partial(_part_in, unit="people"), json_schema_input_type=float | str)
]
"""A number of people, part-time ones counted by their part: 2, 0.5, 1.5."""

Latitude = Annotated[
    float, BeforeValidator(partial(number_in, unit="latitude"), json_schema_input_type=float | str)
]
"""Degrees north of the equator; south of it they are negative."""
Longitude = Annotated[
    float, BeforeValidator(partial(number_in, unit="longitude"), json_schema_input_type=float | str)
]
"""Degrees east of Greenwich; west of it they are negative."""

SerialCount = Annotated[
    int, BeforeValidator(partial(count_in, unit="serials"), json_schema_input_type=float | str)
]
"""A whole number of serials."""
