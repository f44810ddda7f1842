"""Comparing: two revisions, file by file, as lines taken away and lines added."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

CONTEXT = 3
"""Unchanged lines around a change."""
Kind = Literal["same", "gone", "new", "skipped"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a comparison."""

    kind: Kind
    text: str


def compare(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Return the files that differ, each with its lines; nothing where the two are equal."""
    names = sorted({*before, *after})
    found = ((name, _lines(before.get(name, ""), after.get(name, ""))) for name in names)
    return tuple((name, lines) for name, lines in found if lines)


def _lines(before: str, after: str) -> tuple[Line, ...]:
    if before == after:
        return ()
    told = difflib.unified_diff(before.splitlines(), after.splitlines(), n=CONTEXT, lineterm="")
    return tuple(_line(text) for text in list(told)[2:])


def _line(text: str) -> Line:
    if text.startswith("@@"):
        return Line("skipped", "")
    kinds: dict[str, Kind] = {"+": "new", "-": "gone"}
    return Line(kinds.get(text[0], "same"), text[1:])
