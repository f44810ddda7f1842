"""Does a text fit a box? An estimate on the safe side, without a typesetter.

Takes texts, widths in points and a size of type; gives lines and heights. Letters count the mean width of a
wide face, and words are broken as a slide program breaks them.
"""

from __future__ import annotations

import math

LETTER = 0.54
"""Mean width of a letter in ems: Arial's running text has 0.50; the rest is safety."""
LEADING = 1.22
"""Height of a line in ems."""
BOLD_LETTER = 0.62
"""Mean width of a letter of a bold word in ems."""
CELL_MARGIN, ROW_MARGIN = 3.0, 1.8
"""Space beside and above the text of a cell, in points."""


def lines(text: str, width: float, size: float) -> int:
    """Return the lines that a text takes at a size of type, in a box of so many points.

    A word longer than a line is broken.
    """
    room = max(1, math.floor(width / (LETTER * size)))
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: int) -> int:
    count, used = 1, 0
    for word in line.split(" "):
        length = len(word)
        if used and used + 1 + length > room:
            count, used = count + 1, 0
        used = used + length + (1 if used else 0)
        while used > room:
            count, used = count + 1, used - room
    return count


def height(texts: list[str], width: float, size: float, *, gap: float = 0.0) -> float:
    """Return the height in points of texts below each other, with a gap in ems after each."""
    return sum((lines(text, width, size) * LEADING + gap) * size for text in texts)


def column_widths(heads: tuple[str, ...], shares: tuple[int, ...], room: float, size: float) -> list[float]:
    """Share a width out among columns, none so narrow that a word of its head would break.

    Parameters
    ----------
    heads : tuple of str
        Titles of the columns.
    shares : tuple of int
        Relative widths.
    room, size : float
        Width of the table and size of the type of heads, in points.
    """
    longest = (max(map(len, name.split(" "))) * BOLD_LETTER * size + 2 * CELL_MARGIN for name in heads)
    least = [min(width, room / len(heads)) for width in longest]  # a word that is endless breaks all the same
    wanted = [room * share / sum(shares) for share in shares]
    both = list(zip(wanted, least, strict=True))
    spare = room - sum(max(pair) for pair in both)
    wide = sum(width for width, at_least in both if width > at_least) or 1.0
    return [width + spare * width / wide if width > at_least else at_least for width, at_least in both]


def rows_that_fit(rows: list[list[str]], widths: list[float], size: float, room: float) -> int:
    """Return how many rows of a table fit, counted from the first; the head is one of them.

    Parameters
    ----------
    rows : list of list of str
        Cells.
    widths : list of float
        Inner width of each column in points.
    size : float
        Of the type, in points.
    room : float
        Height in points.
    """
    used = 0.0
    for place, row in enumerate(rows):
        used += row_height(row, widths, size)
        if used > room:
            return place
    return len(rows)


def row_height(row: list[str], widths: list[float], size: float) -> float:
    """Return the height of a row: that of its tallest cell, with its margins."""
    tallest = max(lines(cell, width, size) for cell, width in zip(row, widths, strict=True))
    return tallest * LEADING * size + 2 * ROW_MARGIN
