"""Workbook, shown: numbers whose format shows another number than the cell holds.

A format may put `%`, `k` or `months` behind a number as mere text, or leave out thousands: somebody who sees
`85k` has typed 85, or 85,000, and only the cell knows. Takes formats (ECMA-376 18.8.31) and what was read
of a sheet, gives by what factor a format shows another number, and warnings. What is read is what the cell
holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cadre.errors import MissionWarning, Place
from cadre.messages import Content
from cadre.mission.unit_words import unit_word
from cadre.mission.units import UNITS, plainly

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(.)', re.DOTALL)
"""Texts in quotes, single signs behind a backslash, gaps, signs that fill, currencies, colours, the rest."""
_GENERAL = re.compile("general", re.IGNORECASE)
_DIGITS = re.compile(r"[0#?][0#?.,]*")
_SCALED = re.compile(r"[0#?.]*(,+)$")
_PLACES = 3
"""Digits behind the point that a warning shows."""
_OTHERS = {
    "T": 1e3,
    "Tsd": 1e3,
    "Tsd.": 1e3,
    "m": 1e6,
    "Mio.": 1e6,
    "mn": 1e6,
    "Mn": 1e6,
    "bn": 1e9,
    "Mrd": 1e9,
    "Mrd.": 1e9,
}
"""Words for thousands and more that stand in formats and in no text."""


class Other(NamedTuple):
    """What a format shows instead: the number without its last `thousands` groups, and `text` behind it."""

    factor: float
    thousands: int
    text: str

    def of(self, number: float) -> str:
        """Return what a reader of the cell sees, to three digits behind the point."""
        return f"{plainly(round(number / 1000**self.thousands, _PLACES))}{self.text}"


@cache
def shown_instead(code: str) -> Other | None:
    """Return what a format shows, None where it is the number that the cell holds."""
    literal, bare, percent = "", "", False
    for quoted, escaped, currency, plain in _TOKEN.findall(_GENERAL.sub("0", code.partition(";")[0])):
        literal += quoted + escaped + ("" if currency or plain in "0#?.,%" else plain)
        bare += plain if plain in tuple("0#?.,") else ""
        percent = percent or plain == "%"
    if not _DIGITS.search(bare) or percent:
        return None
    scaled = _SCALED.search(bare)
    thousands = len(scaled[1]) if scaled else 0
    factor = _factor(literal.strip()) / 1000**thousands
    return None if factor == 1 else Other(factor, thousands, literal.rstrip())


def _factor(word: str) -> float:
    """Return what a word behind a number makes of it: 0.01 for `%`, 1 for words of no unit."""
    word = re.sub("[€$£¥₹₽₺₴]|\\b[A-Z]{3}\\b", "", word).strip()
    factors = (
        unit.words[unit_word(word)] for unit in UNITS.values() if word and unit_word(word) in unit.words
    )
    return _OTHERS.get(word, next(factors, 1.0))


def warnings_of_formats(
    sheet: str, cells: dict[str, tuple[Other, float]], file: str
) -> Iterator[MissionWarning]:
    """Return the warnings of a sheet: one for each column, at its first cell."""
    columns: dict[tuple[str, Other], list[str]] = {}
    for cell, (other, _) in cells.items():
        columns.setdefault((cell.rstrip("0123456789"), other), []).append(cell)
    for (_, other), among in columns.items():
        held = cells[among[0]][1]
        values: dict[str, Content] = {"shown": other.of(held), "held": plainly(held), "more": len(among) - 1}
        yield MissionWarning.about(
            Place(file, cell=f"{sheet}!{among[0]}"), "warnings.shown-otherwise", **values
        )
