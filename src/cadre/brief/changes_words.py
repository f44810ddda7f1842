"""What changed between two briefs, in words: facts, options, numbers and what moved them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from cadre.brief.changes import MovedNumber, Since, Switched
from cadre.words import Catalogue, Formats

NAMED = 4
"""Facts named for each number; all are in the list of facts."""
LONG = 80
"""Characters of a value that are told."""


def number_words(ends: tuple[float, float, float], unit: str, formats: Formats) -> str:
    """Write a number with its range."""
    value, low, high = ends
    sentence = formats.number(value, unit)
    return sentence if low == high or math.isnan(value) else f"{sentence} ({formats.range(low, high, unit)})"


def cause_words(moved: MovedNumber, words: Catalogue) -> str:
    """Say what moved a number, no stronger than two studies allow."""
    if not moved.facts:
        return words.text("since.cause-none")
    named, rest = Formats(words).chain(moved.facts[:NAMED]), len(moved.facts) - NAMED
    if rest > 0:
        named = words.text("since.named-and-more", facts=named, count=rest)
    direct = "yes" if moved.direct else "no"
    if len(moved.facts) == 1:
        return words.text("since.cause-one", facts=named, direct=direct)
    return words.text("since.cause-several", facts=named, direct=direct)


def why_words(one: Switched, words: Catalogue) -> str:
    """Say why an option is in one of the briefs only, as the other brief said it."""
    return one.text or words.text("since.not-allowed")


def lines(of: Since, formats: Formats) -> Iterator[str]:
    """Write what changed, one thing a line."""
    words = formats.catalogue
    yield words.text("since.line-lead", day=of.as_of, facts=len(of.facts))
    if not of.whole:
        yield words.text("since.line-partly")
    for fact in of.facts:
        yield f"  {fact.path}: {value_words(fact.before, words)} -> {value_words(fact.after, words)}"
    for o in of.came:
        yield words.text("since.line-came", title=o.title, option=o.option, why=why_words(o, words))
    for o in of.went:
        yield words.text("since.line-went", title=o.title, option=o.option, why=why_words(o, words))
    yield words.text("since.line-moved", moved=len(of.moved), compared=of.compared)
    for moved in of.moved:
        before, after = (number_words(ends, moved.unit, formats) for ends in (moved.before, moved.after))
        yield f"  {moved.id}: {before} -> {after}; {cause_words(moved, words)}"


def value_words(value: Any, words: Catalogue) -> str:
    """Write a fact on one line, a long one cut short."""
    text = words.text("since.not-there") if value is None else str(value)
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"
