"""Headings: the first row of a table, found and read, and what stands above or below it that is no row.

Takes a grid and the headings that the model knows, gives the columns that are read. A heading that is not
known is one fault, whatever stands below it. A row of help, as workbooks of Cadre have it, is passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cadre.errors import Fault, Place
from cadre.messages import Message, listed, message, quoted
from cadre.mission.base import MOST_NAMED, did_you_mean, nearest
from cadre.mission_files.sheets import ID, REMARKS
from cadre.mission_files.tree import Path, Tree

HELP = "(i)"
"""How the first text of a row of help begins."""
LOOKED_AT = 20
"""Rows in which headings are looked for."""
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


def from_headings(grid: Grid, known: Collection[str], tree: Tree) -> Grid:
    """Return the rows from the headings on; a title above them is a fault."""
    counts = [_known_in(row, known) for row in grid[:LOOKED_AT]]
    first = next((i for i, row in enumerate(grid) if not all(cell.is_empty for cell in row)), 0)
    if first >= len(counts) or max(counts) < min(_ENOUGH, len(known)):
        return grid
    if not counts[first]:
        title = next(cell for cell in grid[first] if not cell.is_empty)
        first = counts.index(max(counts))
        line = str(grid[first][0].place.line)
        tree.faults.append(Fault.of(title.place, "files.title-above", title=quoted(title.text), line=line))
    return grid[first:]


def headings_in(
    grid: Grid, known: Mapping[str, bool], needed: Collection[str], whole: tuple[Path, Tree]
) -> list[str] | None:
    """Read the headings.

    Parameters
    ----------
    grid : list of list of Cell
        At least one row.
    known : mapping of str to bool
        All headings that may stand there, besides `remarks`, and whether every row needs it.
    needed : collection of str
        Those without which no row can be read.
    whole : (tuple of str, Tree)
        The path of the table, and the tree that is told of faults and of what is absent.

    Returns
    -------
    list of str or None
        By column its heading, empty where the column is not read; None where no row can be.
    """
    first, (at, tree) = grid[0], whole
    if not _known_in(first, known):
        place = next((cell.place for cell in first if not cell.is_empty), first[0].place)
        some = listed(list(known)[:MOST_NAMED])
        tree.faults.append(Fault.of(place, "files.no-headings", known=some))
        tree.partly.add(at)
        return None
    names: list[str] = []
    unknown: list[Cell] = []
    read = (*known, REMARKS)
    for cell in first:
        heading = heading_of(cell.text, read)
        again = heading in names
        names.append(heading if not again and heading in read else "")
        if again and cell.text:
            tree.faults.append(Fault.of(cell.place, "files.column-twice", column=quoted(cell.text)))
        elif cell.text and not names[-1]:
            unknown.append(cell)
    free = [name for name in known if name not in names]
    has_rows = any(True for _ in rows_below(grid))
    absent = [name for name in free if name in needed or (known[name] and has_rows)]
    free += [] if REMARKS in names else [REMARKS]
    tree.faults.extend(_of_headings(unknown, absent, first[0].place, free))
    tree.absent.update((at, tuple(name.split("."))) for name in absent)
    tree.absent.update({(at, ())} if unknown else ())
    is_lost = any(name in needed for name in absent)
    tree.partly.update({at} if is_lost else ())
    return None if is_lost else names


def _of_headings(unknown: list[Cell], absent: list[str], first: Place, free: list[str]) -> Iterator[Fault]:
    """Tell of unknown columns and of those that are missing, of a renamed one once."""
    left = list(absent)
    for cell in unknown:
        near = nearest(cell.text, left) or nearest(cell.text, free)
        if near is None and len(unknown) == len(left) == 1:
            about = {"column": quoted(cell.text), "meant": left.pop()}
            yield Fault.of(cell.place, "files.renamed-column", **about)
            continue
        left = [one for one in left if one != near]
        cure = did_you_mean(cell.text, [near]) if near else _kept_or_removed(free)
        yield Fault.of(cell.place, "files.unknown-column", column=quoted(cell.text), cure=cure)
    for name in left:
        yield _lacks(name, first)


def _kept_or_removed(free: list[str]) -> Message:
    """Return the cure for a column that is like none: what people note there stands under remarks."""
    return message("files.call-it-remarks") if REMARKS in free else message("faults.remove-it")


def _lacks(name: str, place: Place) -> Fault:
    if name == ID:
        return Fault.of(place, "files.no-column-id")
    return Fault.of(place, "files.no-column", column=quoted(name), name=name)


def heading_of(text: str, known: Collection[str]) -> str:
    """Return the heading that a text is, whatever its capitals and the spaces in it; else the text itself."""
    plain = "_".join(text.split()).casefold()
    return text if text in known or plain not in known else plain


def _known_in(row: list[Cell], known: Collection[str]) -> int:
    return len({heading_of(cell.text, known) for cell in row} & set(known))


def rows_below(grid: Grid) -> Iterator[list[Cell]]:
    """Return the rows that hold something, without the row of help right below the headings."""
    for number, row in enumerate(grid[1:]):
        filled = [cell for cell in row if not cell.is_empty]
        if filled and not (number == 0 and filled[0].text.startswith(HELP)):
            yield row


def strays(row: list[Cell], headings: Collection[Any], first: list[Cell]) -> Iterator[Fault]:
    """Return the faults of cells that stand under no heading at all."""
    for number, cell in enumerate(row):
        within = number < len(headings)
        if cell.is_empty or (within and not first[number].is_empty):
            continue
        in_text = not cell.place.cell and not within
        kind = "files.cell-without-heading" if in_text else "files.stray-cell"
        yield Fault.of(cell.place, kind, content=quoted(cell.content))
