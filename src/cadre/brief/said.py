"""Figures inside sentences that earlier stages wrote: each is a number of the register, with an id.

Takes a sentence (why an option is dominated, what binds, why a post stays open), finds the figures in it,
gives `Number`s and the sentence again with its figures cited. Titles of options in quotation marks, days and
ids are no figures. A figure is as exact as the sentence said it: what it follows from stands in its inputs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cadre.brief.content import Words, words
from cadre.brief.numbers import Cited, Number, Numbers
from cadre.words import Catalogue

AS_SAID = "as said"
"""Unit of a figure whose unit is in the words around it."""
_SCALES = {"k": 1e3, "M": 1e6, "bn": 1e9}
_SKIPPED = (
    r"“[^”]*”|\"[^\"]*\"|\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2} \d{4}|[\w@#/.-]*[A-Za-z_@#/][\w@#/.-]*"
)
_FIGURE = re.compile(
    rf"(?P<skipped>{_SKIPPED})"
    r"|(?P<value>\d+(?:,\d{3})*(?:\.\d+)?)(?P<rest> ?%| (?:k|M|bn)\b(?= |,|\.|;|$))?"
)
_CURRENCY = re.compile(r"(?:^|(?<=[ (]))[A-Z]{3} $")
_COUNTED = ("person-weeks", "posts", "years", "people", "serials", "units", "post-weeks")
_LABEL = 80


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with figures: the id they share, what it is about, its text, and what it follows from.

    `of` is the letter of the option that it is about, empty where it is about none; `figures` where its
    figures stand, looked for in the text where nobody said so.
    """

    id: str
    about: str
    text: str
    how: str
    inputs: tuple[str, ...] = ()
    of: str = ""
    figures: tuple[Figure, ...] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a sentence: where it stands, what it is worth, in which unit."""

    begins: int
    ends: int
    value: float
    unit: str


def figures(text: str) -> Iterator[Figure]:
    """Give the figures of a sentence in order."""
    for found in _FIGURE.finditer(text):
        if found["value"] is None:
            continue
        value, rest = float(found["value"].replace(",", "")), (found["rest"] or "").strip()
        begins, ends, unit = found.start(), found.end(), AS_SAID
        money = _CURRENCY.search(text[:begins])
        if rest == "%":
            value, unit = value / 100, "share"
        elif money is not None:
            value, unit, begins = value * _SCALES.get(rest, 1.0), "money", money.start()
        elif rest:
            value *= _SCALES[rest]
        else:
            unit = next((word for word in _COUNTED if text[ends:].startswith(f" {word}")), AS_SAID)
        yield Figure(begins, ends, value, unit)


def figures_of(said: Said) -> tuple[Figure, ...]:
    """Give the figures of a sentence in order: those that are stated, else those that its text shows."""
    return tuple(figures(said.text)) if said.figures is None else said.figures


def numbers_of(said: Said, words: Catalogue) -> Iterator[Number]:
    """Give the figures of a sentence as numbers: `ID.1`, `ID.2` and so on."""
    for place, figure in enumerate(figures_of(said), start=1):
        label = _around(said.text, figure)
        if said.of:
            label = words.text("labels.figure-in", about=said.about, clause=label)
        key, ends, of = f"{said.id}.{place}", (figure.value,) * 3, said.of or said.about
        yield Number(key, label, *ends, figure.unit, said.how, said.inputs, of=of)


def cite(said: Said, numbers: Numbers, *, at_home: bool = False) -> Words:
    """Give a sentence with its figures cited; at home, references to them lead here."""
    pieces: list[str | Cited] = []
    last = 0
    for place, figure in enumerate(figures_of(said), start=1):
        cited = numbers.value(f"{said.id}.{place}")
        pieces += [
            said.text[last : figure.begins],
            Cited(cited.id, cited.text, target=at_home, quiet=at_home),
        ]
        last = figure.ends
    return words(*pieces, said.text[last:])


def _around(text: str, figure: Figure) -> str:
    """Give the clause that a figure stands in."""
    before = max(text.rfind(mark, 0, figure.begins) + len(mark) for mark in (", ", "; ", ": "))
    start = before if before > 1 else 0
    ends = [place for mark in (", ", "; ", ": ") if (place := text.find(mark, figure.ends)) >= 0]
    clause = text[start : min(ends, default=len(text))].strip()
    return clause if len(clause) <= _LABEL else f"{clause[:_LABEL]}…"
