"""Headings: the first row of a table, found and read, and what stands above or below it that is no row.

Takes a grid and the headings that the model knows, gives the columns that are read. A heading that is not
known is one fault, whatever stands below it. A row of help, as workbooks of Cadre have it, is passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from cadre.errors import Fault, Place
from cadre.messages import listed
from cadre.mission.base import MOST_NAMED, did_you_mean
from cadre.mission_files.sheets import ID, REMARKS
from cadre.mission_files.tree import Tree

HELP = "(i)"
"""How the first text of a row of help begins."""
_LOOKED_AT = 20
"""Rows among which headings are looked for where the first has none."""
_ENOUGH = 2
"""Headings that make a row one of headings."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell (nothing, text, a number, yes or no), and where."""

    content: Any
    place: Place

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return self.content is None or (isinstance(self.content, str) and not self.content.strip())

    @property
    def text(self) -> str:
        """What stands there as text without spaces around it."""
        return "" if self.content is None else str(self.content).strip()


Grid = list[list[Cell]]
"""Rows of cells; the first row holds the headings."""


def headings_in(grid: Grid, known: Collection[str], needed: Collection[str], tree: Tree) -> list[str] | None:
    """Read the headings.

    Parameters
    ----------
    grid : list of list of Cell
        At least one row.
    known : collection of str
        All headings that may stand there, besides `remarks`.
    needed : collection of str
        Those without which no row can be read.
    tree : Tree
        Is told of faults.

    Returns
    -------
    list of str or None
        By column its heading, empty where the column is not read; None where no row can be.
    """
    first = grid[0]
    if not _known_in(first, known):
        tree.faults.append(_misplaced(grid, known))
        return None
    names: list[str] = []
    for cell in first:
        again = cell.text in names
        names.append(cell.text if not again and cell.text in (*known, REMARKS) else "")
        if again and cell.text:
            tree.faults.append(Fault.of(cell.place, "files.column-twice", column=repr(cell.text)))
        elif cell.text and not names[-1]:
            left = [name for name in known if name not in {other.text for other in first}]
            cure = did_you_mean(cell.text, left or known)
            tree.faults.append(
                Fault.of(cell.place, "files.unknown-column", column=repr(cell.text), cure=cure)
            )
    missing = [name for name in needed if name not in names]
    for name in missing:
        tree.faults.append(lacks(name, first[0].place))
    return None if missing else names


def lacks(name: str, place: Place) -> Fault:
    """Give the fault of a column that is not there."""
    if name == ID:
        return Fault.of(place, "files.no-column-id")
    return Fault.of(place, "files.no-column", column=repr(name), name=name)


def _known_in(row: list[Cell], known: Collection[str]) -> int:
    return len({cell.text for cell in row} & set(known))


def _misplaced(grid: Grid, known: Collection[str]) -> Fault:
    """Give the fault of a first row without a single heading: they stand further down, or nowhere."""
    place = next((cell.place for cell in grid[0] if not cell.is_empty), grid[0][0].place)
    for row in grid[1:_LOOKED_AT]:
        if _known_in(row, known) >= min(_ENOUGH, len(known)):
            found = str(row[0].place.line)
            return Fault.of(place, "files.title-above-headings", row=found)
    some = listed(list(known)[:MOST_NAMED])
    return Fault.of(place, "files.no-headings", known=some)


def rows_below(grid: Grid) -> Iterator[list[Cell]]:
    """Give the rows that hold something, without the row of help right below the headings."""
    for number, row in enumerate(grid[1:]):
        filled = [cell for cell in row if not cell.is_empty]
        if filled and not (number == 0 and filled[0].text.startswith(HELP)):
            yield row


def strays(row: list[Cell], headings: Collection[Any], first: list[Cell]) -> Iterator[Fault]:
    """Give the faults of cells that stand under no heading at all."""
    for number, cell in enumerate(row):
        within = number < len(headings)
        if cell.is_empty or (within and not first[number].is_empty):
            continue
        in_text = not cell.place.cell and not within
        kind = "files.cell-without-heading" if in_text else "files.stray-cell"
        yield Fault.of(cell.place, kind, content=repr(cell.content))
