"""What changed between two briefs, in words: facts, options, numbers and what moved them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from cadre.brief.since import Moved, Since
from cadre.words import Formats

NAMED = 4
"""Facts named for each number; all are in the list of facts."""
LONG = 80
"""Characters of a value that are told."""


def told_number(ends: tuple[float, float, float], unit: str, formats: Formats) -> str:
    """Write a number with its range."""
    value, low, high = ends
    told = formats.number(value, unit)
    return told if low == high or math.isnan(value) else f"{told} ({formats.range(low, high, unit)})"


def told_cause(moved: Moved) -> str:
    """Say what moved a number, no stronger than two studies allow."""
    if not moved.facts:
        return "nothing stated changed that could have moved it"
    named = ", ".join(moved.facts[:NAMED]) + (
        f" and {len(moved.facts) - NAMED} more" if len(moved.facts) > NAMED else ""
    )
    if len(moved.facts) == 1:
        return f"moved by {named}" if moved.direct else f"moved by {named}, through the plans"
    return f"moved by one or more of {named}" + ("" if moved.direct else ", through the plans")


def lines(of: Since, formats: Formats) -> Iterator[str]:
    """Write what changed, one thing a line."""
    yield f"Since the brief as known on {of.as_of}: {len(of.facts)} facts changed."
    if not of.whole:
        yield "  The older study does not hold its whole mission: only inputs of its numbers were compared."
    yield from (f"  {fact.path}: {told_value(fact.before)} -> {told_value(fact.after)}" for fact in of.facts)
    yield from (f"Came: {o.title} [{o.option}]; before: {o.why}" for o in of.came)
    yield from (f"Went: {o.title} [{o.option}]; now: {o.why}" for o in of.went)
    yield f"{len(of.moved)} of {of.compared} numbers compared moved beyond their ranges."
    for moved in of.moved:
        before, after = (told_number(ends, moved.unit, formats) for ends in (moved.before, moved.after))
        yield f"  {moved.id}: {before} -> {after}; {told_cause(moved)}"


def told_value(value: Any) -> str:
    """Write a fact on one line, a long one cut short."""
    text = "not there" if value is None else str(value)
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"
