"""Numerals: a number as people write its digits, read as the one number that it can mean, or refused.

Takes text such as `1 250`, `1.250,5` or `1,250.5` and, where the mission says it, the form of its numbers;
gives the number, or `Unclear` with every reading. Knows no units.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, get_args

NumberForm = Literal["1,234.5", "1.234,5", "1 234,5", "1'234.5"]
"""How a mission writes numbers: the sign between thousands, and the one before decimals."""
FORMS: tuple[NumberForm, ...] = get_args(NumberForm)

_FORM: ContextVar[NumberForm | None] = ContextVar("form of numbers", default=None)
"""Of the mission that is being read; None where it does not say."""

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009\u2007]")
_QUOTES = "'\u2019\u02bc"
_ELSEWHERE = str.maketrans({"\u2212": "-", "\u066b": ",", "\u066c": ".", "\uff0c": ",", "\uff0e": "."})
_PLAIN = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)[eE][-+]?\d+")
"""What only programs write: read the same in every form."""


class WrittenFloat(float):
    """A number that a file holds as digits without quotes: what was written stands beside it."""

    text: str

    def __new__(cls, text: str) -> WrittenFloat:
        """Read the digits as programs do."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __reduce__(self) -> tuple[type[WrittenFloat], tuple[str]]:
        """Copy and pickle with what was written."""
        return type(self), (self.text,)


@dataclass(frozen=True, slots=True)
class Unclear(ValueError):
    """A text that means several numbers, or, with no reading, none."""

    text: str
    readings: tuple[tuple[NumberForm, float], ...]

    @property
    def values(self) -> tuple[float, ...]:
        """The numbers that it may mean, each once, the least first."""
        return tuple(sorted({value for _, value in self.readings}))


@contextmanager
def written_in(form: NumberForm | None) -> Iterator[None]:
    """Read numbers in a form until the end of the block."""
    token = _FORM.set(form)
    try:
        yield
    finally:
        _FORM.reset(token)


def form_of_numbers() -> NumberForm | None:
    """Return the form in which numbers are read now, None where nobody has said."""
    return _FORM.get()


def number_of(text: str, form: NumberForm | None = None) -> float:
    """Return the number that a text means.

    Parameters
    ----------
    text : str
        Digits of any script with signs between them; spaces of any width may stand between thousands.
    form : str, optional
        The form of the mission's numbers. What does not fit it, or without one, is read where all other
        forms agree: programs and packs write a decimal point whatever a mission says.

    Raises
    ------
    Unclear
        Where it means several numbers, or none.
    """
    digits = "".join(_in_ascii(sign) for sign in text.strip().translate(_ELSEWHERE))
    if _PLAIN.fullmatch(digits):
        return float(digits)
    said = _read(digits, form) if form is not None else None
    if said is not None:
        return said
    found = [(f, value) for f in FORMS if (value := _read(digits, f)) is not None]
    if len({value for _, value in found}) != 1:
        raise Unclear(text, tuple(found))
    return found[0][1]


def _in_ascii(sign: str) -> str:
    """Return the digit of any script as that of the others: a group begins with 1 to 9 in all of them."""
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _read(digits: str, form: NumberForm) -> float | None:
    """Return what digits mean in a form, None where they are none of it.

    Thousands stand in groups of three, or of two before the last three (India); a first group is never 0.
    Spaces and apostrophes stand between thousands in every form.
    """
    between, point = form[1], form[-2]
    signs = (
        rf"(?:{_SPACES.pattern}|[{_QUOTES}_]" + (rf"|{re.escape(between)}" if between in ",." else "") + ")"
    )
    whole = rf"\d+|[1-9]\d{{0,2}}(?P<sign>{signs})\d{{3}}(?:(?P=sign)\d{{3}})*|[1-9]\d?(?:,\d{{2}})+,\d{{3}}"
    match = re.fullmatch(rf"(?P<minus>[-+]?)(?P<whole>{whole})?(?:{re.escape(point)}(?P<part>\d+)?)?", digits)
    if match is None or (match["whole"] is None and match["part"] is None):
        return None
    if match["whole"] is not None and "," in match["whole"] and point == ",":
        return None
    kept = "".join(d for d in match["whole"] or "0" if d.isdigit())
    return float(f"{match['minus']}{kept}.{match['part'] or '0'}")
