"""The register: every number of the brief, once, with an id that leads to where it comes from.

Takes what is known of a number when it is worked out, gives `Number`s in a fixed order and `Cited` pieces of
text that carry their ids. A brief shows no number of the study that was not registered here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cadre.decision.types import Spread
from cadre.words import Formats

SIGNIFICANT = 10
"""Significant digits of a stored number: enough to compare, few enough to be the same on every machine."""
STATED, PUBLISHED, OLDER = "stated in the mission", "published", "study.json of the last brief"
"""How numbers came that no part of the program computed."""
_HOW = {STATED: "labels.how-stated", PUBLISHED: "labels.how-published", OLDER: "labels.how-last-brief"}
"""Messages for them; what names a computation is the same in every language."""
NO_BREAK = "\u00a0"
"""Space at which no line breaks: between a number and its unit."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number.

    Parameters
    ----------
    id : str
        Readable and stable: `option.OPTION.cost`.
    label : str
        What it is, in words; `Numbers.label` puts before it whose it is.
    value, low, high : float
        Median with 80 % range, or three times the same where no chance is in it.
    unit : str
        As `cadre.brief.rounding` knows it.
    how : str
        The computation: a function or a section of `docs/model`.
    inputs : tuple of str
        Ids of other numbers, sets of mission paths (`set:...`) or mission paths.
    basis : tuple of str
        Ledger statements and pack figures reached through the inputs.
    of : str
        Whose it is: the letter of an option, a capability; empty for one that is nobody's.
    """

    id: str
    label: str
    value: float
    low: float
    high: float
    unit: str
    how: str
    inputs: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    of: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of text that shows a number; `id` leads to it.

    A small one is set smaller and, in print, without its reference. `target` marks the place that references
    to the number lead to; a quiet target does not print its reference, which the web and the workbook show.
    """

    id: str
    text: str
    small: bool = False
    target: bool = False
    quiet: bool = False


class Numbers:
    """All numbers of a brief, in the order in which they were registered."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats
        self._by_id: dict[str, Number] = {}

    def add(self, number: Number) -> Number:
        """Register a number.

        Raises
        ------
        ValueError
            When another number has its id: one id, one number.
        """
        if number.id in self._by_id:
            raise ValueError(f"the number {number.id!r} is registered twice")
        self._by_id[number.id] = number
        return number

    def __getitem__(self, key: str) -> Number:
        return self._by_id[key]

    def __contains__(self, key: str) -> bool:
        return key in self._by_id

    def __iter__(self) -> Iterator[Number]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def label(self, number: Number) -> str:
        """Return whose a number is and what it is."""
        if not number.of:
            return number.label
        return self.formats.catalogue.text("common.of", whose=number.of, what=number.label)

    def how(self, number: Number) -> str:
        """Return how a number was worked out."""
        return self.formats.catalogue.text(_HOW[number.how]) if number.how in _HOW else number.how

    def value(self, key: str) -> Cited:
        """Cite the value alone."""
        number = self[key]
        text = self.formats.number(number.value, number.unit)
        return Cited(key, text.replace(" ", NO_BREAK))

    def range(self, key: str) -> str:
        """Write the 80 % range, empty where there is none."""
        number = self[key]
        return "" if number.low == number.high else self.formats.range(number.low, number.high, number.unit)

    def with_range(self, key: str) -> Cited:
        """Cite the value with its 80 % range in parentheses."""
        value, bounds = self.value(key), self.range(key)
        return Cited(key, f"{value.text} ({bounds})" if bounds else value.text)

    def stacked(self, key: str) -> tuple[Cited | str, ...]:
        """Cite the value with its range below it, for a cell of a table."""
        bounds = self.range(key)
        return (self.value(key), "\n", Cited(key, bounds, small=True)) if bounds else (self.value(key),)

    def home(self, key: str) -> Cited:
        """Show the value with its range at the place where references to it lead."""
        return replace(self.with_range(key), target=True)

    def quiet(self, key: str) -> Cited:
        """Show the value at its home without printing its reference, for a cell among many."""
        return replace(self.value(key), target=True, quiet=True)

    def small(self, key: str, words: str = "{}") -> Cited:
        """Cite the value in small type, inside words."""
        return Cited(key, words.format(self.value(key).text), small=True)

    def in_order(self, first: Iterable[str]) -> Numbers:
        """Return the same register with some numbers first, in that order, and the rest as they were."""
        ordered = Numbers(self.formats)
        for key in dict.fromkeys((*first, *self._by_id)):
            ordered.add(self[key])
        return ordered

    def references(self) -> dict[str, int]:
        """Return the short reference of each number, as printed: its place in the register, from 1."""
        return {key: place for place, key in enumerate(self._by_id, start=1)}


def spread_number(number_id: str, label: str, spread: Spread, unit: str, how: str) -> Number:
    """Make a number of a spread; the caller adds the rest with `dataclasses.replace`."""
    return Number(number_id, label, spread.median, spread.low, spread.high, unit, how)


def exact_number(number_id: str, label: str, value: float, unit: str, how: str) -> Number:
    """Make a number without chance; the caller adds the rest with `dataclasses.replace`."""
    return Number(number_id, label, value, value, value, unit, how)


def stored(value: float) -> float | None:
    """Return a number as it is kept in files: ten significant digits, None for what is not finite."""
    if not math.isfinite(value):
        return None
    rounded = float(f"{value:.{SIGNIFICANT}g}")
    return 0.0 if rounded == 0 else rounded
