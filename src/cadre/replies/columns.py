"""Columns: which row of a sheet holds the headings, and which column of offers each of them names.

Takes the rows of a sheet and what is known of headings (from this mission's earlier replies, or told on the
command line), gives the tables found: their headings with the column that each names and how that was found,
and their rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from cadre.errors import Place
from cadre.mission_files.folding import fold
from cadre.replies.likeness import ALIKE, SAME, likeness, lists_of
from cadre.replies.sheets import Page, Row

How = Literal["same", "remembered", "alike", "unknown"]
MANY = ("remarks", "nothing", "skill", "caveats", "languages")
"""Columns that several headings may name."""
NOTHING = "nothing"
NEEDED = ("role", "skill", "people")
"""Without one of them a row of words is no headings."""
LEAST = 2
"""Headings that a row must hold."""
UNSURE = 90.0
"""How alike a heading is that means something else in another language."""
DEEPEST = 60
"""Rows from the top in which headings are looked for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, the column that it names (`""` for none), how that was found, and how alike the two are."""

    text: str
    column: str
    how: How
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class ReplyTable:
    """Headings by the number of their column from 0, where they stand, the rows above and below.

    `twice` holds pairs of headings that mean the same column as surely.
    """

    page: Page
    headings: Mapping[int, Heading]
    at: Place
    above: tuple[Row, ...]
    rows: tuple[Row, ...]
    twice: tuple[tuple[str, str], ...] = ()

    def columns(self, name: str) -> tuple[int, ...]:
        """Return the numbers of the columns that were found to be of one name."""
        return tuple(number for number, heading in self.headings.items() if heading.column == name)


@cache
def columns() -> tuple[str, ...]:
    """Return the names of all columns that a reply may have."""
    return tuple(lists_of("headings.yaml"))


@cache
def _known_names() -> dict[str, frozenset[str]]:
    """Return for every name of a column, folded, which columns it may mean."""
    found: dict[str, set[str]] = {}
    for column, languages in lists_of("headings.yaml").items():
        for names in ([column], *languages.values()):
            for name in names:
                found.setdefault(fold(str(name)), set()).add(column)
    return {name: frozenset(of) for name, of in found.items() if name}


def tables_in(page: Page, known: Mapping[str, str]) -> tuple[ReplyTable, ...]:
    """Find the tables of a sheet.

    Parameters
    ----------
    page : Page
        The sheet.
    known : mapping of str to str
        Columns by headings, folded, that somebody has confirmed.

    Returns
    -------
    tuple of Table
        Another table begins where a row below holds other headings; the same ones again are passed over.
    """
    starts = _heading_rows(page.rows, known)
    found = []
    for number, (first, last, headings) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(page.rows)
        above = page.rows[:first] if number == 0 else ()
        assigned, twice = _assigned(headings)
        at = page.rows[first][min(headings)].place
        found.append(ReplyTable(page, assigned, at, above, page.rows[last + 1 : end], twice))
    return tuple(found)


def _heading_rows(rows: Sequence[Row], known: Mapping[str, str]) -> list[tuple[int, int, dict[int, Heading]]]:
    """Return first and last row of each set of headings, with what they name, from the top."""
    candidates = [
        (first, first + deep, headings)
        for first in range(min(len(rows), DEEPEST))
        for deep in (0, 1)
        if (headings := _headings(rows[first : first + deep + 1], known, deep))
    ]
    if not candidates:
        return []
    top = max(candidates, key=lambda one: (_worth(one[2]), one[0] - one[1], -one[0]))
    found = [top]
    for number in range(top[1] + 1, len(rows)):
        headings = _headings(rows[number : number + 1], known, 0) if _is_named(rows[number], known) else {}
        if headings and all(heading.how != "alike" for heading in headings.values() if heading.column):
            found.append((number, number, headings))
    return found


def _is_named(row: Row, known: Mapping[str, str]) -> bool:
    """Say whether enough cells of a row are headings that are known as they are."""
    named = (fold(cell.text) for cell in row if isinstance(cell.content, str))
    return sum(name in known or name in _known_names() for name in named) >= LEAST


def _worth(headings: Mapping[int, Heading]) -> float:
    named: dict[str, float] = {}
    for heading in headings.values():
        if heading.column:
            named[heading.column] = max(named.get(heading.column, 0.0), heading.likeness)
    return sum(named.values())


def _headings(rows: Sequence[Row], known: Mapping[str, str], deep: int) -> dict[int, Heading]:
    """Return what a row, or two of which the upper spans the lower, name; nothing where it is too little."""
    if len(rows) != deep + 1 or any(_is_long(row) for row in rows):
        return {}
    texts: dict[int, str] = {}
    for number in range(len(rows[0])):
        parts = list(dict.fromkeys(row[number].text for row in rows if row[number].text))
        if parts:
            texts[number] = " ".join(parts)
    if deep and not _spans(rows):
        return {}
    headings = {number: _named(text, known) for number, text in texts.items()}
    named = {heading.column for heading in headings.values() if heading.column and heading.column != NOTHING}
    enough = len(named) >= LEAST and not named.isdisjoint(NEEDED)
    return headings if enough else {}


def _is_long(row: Row) -> bool:
    """Say whether a row holds numbers or days, as headings do not."""
    return any(cell.content is not None and not isinstance(cell.content, str) for cell in row)


def _spans(rows: Sequence[Row]) -> bool:
    """Say whether the upper of two rows has merged cells over columns or into the lower one."""
    upper, lower = rows
    wide = any(cell.text and cell.place == after.place for cell, after in pairwise(upper))
    tall = any(cell.text and cell.is_borrowed for cell in lower)
    return (wide or tall) and any(cell.text and not cell.is_borrowed for cell in lower)


def _named(text: str, known: Mapping[str, str]) -> Heading:
    """Return what one heading names."""
    folded = fold(text)
    if folded in known:
        return Heading(text, known[folded], "remembered", SAME)
    same = _known_names().get(folded)
    if same is not None and len(same) == 1:
        return Heading(text, min(same), "same", SAME)
    if same is not None:
        return Heading(text, min(same, key=columns().index), "alike", UNSURE)
    column, how_alike = _nearest(folded)
    return Heading(text, column, "alike", how_alike) if how_alike >= ALIKE else Heading(text, "", "unknown")


@lru_cache(maxsize=4096)
def _nearest(folded: str) -> tuple[str, float]:
    """Return the column that a heading is most like."""
    scores: dict[str, float] = {}
    for name, of in _known_names().items():
        how_alike = likeness(folded, name)
        for column in of:
            scores[column] = max(scores.get(column, 0.0), how_alike)
    return max(scores.items(), key=lambda pair: pair[1])


def _assigned(headings: Mapping[int, Heading]) -> tuple[dict[int, Heading], tuple[tuple[str, str], ...]]:
    """Let each column be named once, by the heading that is most like it; tell which two are equally so."""
    found: dict[int, Heading] = {}
    first: dict[str, Heading] = {}
    twice = []
    for number in sorted(headings, key=lambda n: (-headings[n].likeness, n)):
        heading = headings[number]
        before = first.setdefault(heading.column, heading)
        again = bool(heading.column) and before is not heading and heading.column not in MANY
        if again and before.likeness == heading.likeness:
            twice.append((before.text, heading.text))
        found[number] = Heading(heading.text, "", "unknown") if again else heading
    return dict(sorted(found.items())), tuple(twice)
