"""Workbook cells: the used cells of each sheet, read within limits.

Takes the bytes of a workbook, gives what stands in its cells and which hold formulas or errors. Nothing is
laid out for cells that hold nothing, so that one stray cell far out costs nothing; a cell that cannot be read
is refused by name.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cadre.errors import BadInput, Place
from cadre.messages import Content
from cadre.mission_files.safe_files import ROWS_AT_MOST, refuse
from cadre.mission_files.workbook_formats import Shown, Since1904, day_of, formats_in, length_of
from cadre.mission_files.workbook_safety import (
    YES,
    Attributes,
    Handler,
    Parts,
    opened,
    parse,
    parts_of,
    unseen,
)
from cadre.mission_files.workbook_shown import Other

COLUMNS_AT_MOST = 500
CELLS_AT_MOST = 1_000_000
"""Cells of one workbook that hold something."""
TEXT_AT_MOST = 50_000_000
"""Characters of one workbook."""
_REFERENCE = re.compile(r"([A-Za-z]{1,9})([0-9]{1,12})")
_NUMBER = re.compile(r"\s*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\s*")
_PLACE = re.compile(r"[0-9]{1,9}")
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class Sheet:
    """What one sheet holds.

    Parameters
    ----------
    cells : dict of (int, int) to content
        Text, number, yes or no, day, time or length, by row and column, both counted from 1.
    formulas, errors : list of str
        Cells that hold a formula; cells that show an error, with it: `B17`, `B17 #N/A`.
    hidden : bool
        Whether nobody sees the sheet.
    hidden_rows, hidden_columns : set of int, list of (int, int)
        Rows that nobody sees, filtered ones too; first and last of columns that nobody sees.
    merged : list of str
        Ranges of cells that are merged into one, such as `A1:C1`.
    shown_otherwise : dict of str to (Other, float)
        Cells whose format shows another number than the one that they hold.
    """

    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    formulas: list[str] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    shown_otherwise: dict[str, tuple[Other, float]] = field(default_factory=dict)


def sheets_in(content: bytes, file: str, *, unless: Callable[[str], bool]) -> dict[str, Sheet]:
    """Read the sheets of a workbook.

    Parameters
    ----------
    content : bytes
        Of the file.
    file : str
        Its name, for faults.
    unless : callable
        Says of a sheet's name whether to leave it out.

    Returns
    -------
    dict of str to Sheet
        In the order of the workbook.

    Raises
    ------
    BadInput
        No workbook, too large, or a cell that cannot be read.
    """
    with opened(content, file) as archive:
        parts = parts_of(archive, file)
        reader = _Reader(archive, file, parts)
        return {name: reader.sheet(name) for name in parts.sheets if not unless(name)}


def _texts_in(archive: zipfile.ZipFile, part: str, file: str) -> list[str]:
    """Return the shared texts of a workbook."""
    texts: list[str] = []
    pieces: list[str] = []
    total = silent = 0
    within = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal within, silent
        silent += name == "rPh"
        within = name == "t" and not silent
        if name == "si":
            pieces.clear()

    def end(name: str) -> None:
        nonlocal within, silent, total
        silent -= name == "rPh"
        within = False
        if name == "si":
            texts.append(_decoded("".join(pieces)))
            total += len(texts[-1])
            _refuse_length(total, file)

    def text(piece: str) -> None:
        if within:
            pieces.append(piece)

    if part:
        parse(archive, part, file, Handler(start, end, text))
    return texts


def _decoded(text: str) -> str:
    """Return the characters that XML cannot hold and Excel writes as `_x000B_`."""
    return _CODE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _refuse_length(total: int, file: str) -> None:
    if total > TEXT_AT_MOST:
        raise refuse(file, "files.too-much-text", most=TEXT_AT_MOST)


class _Reader:
    """Goes through the sheets of one workbook."""

    def __init__(self, archive: zipfile.ZipFile, file: str, parts: Parts) -> None:
        self.archive, self.file, self.parts = archive, file, parts
        self.texts = _texts_in(archive, parts.texts, file)
        self.shown: list[Shown | Other] = formats_in(archive, parts.styles, file)
        self.used = self.length = 0

    def sheet(self, name: str) -> Sheet:
        reading = _SheetReader(self, name)
        parse(self.archive, self.parts.sheets[name], self.file, reading.handler)
        reading.sheet.hidden = name in self.parts.hidden
        return reading.sheet


class _SheetReader:
    """Goes through one sheet and keeps where it is."""

    def __init__(self, book: _Reader, name: str) -> None:
        self.book, self.name = book, name
        self.sheet = Sheet()
        self.row = self.column = self.silent = 0
        self.kind = self.style = ""
        self.pieces: list[str] = []
        self.within = self.holds = self.rows_unseen = False

    @property
    def handler(self) -> Handler:
        """Who is told of the sheet's elements."""
        return Handler(self.start, self.end, self.text)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._go(attributes.get("r", ""))
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.pieces.clear()
            self.holds = False
        elif name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
            if unseen(attributes, "ht", unless_said=self.rows_unseen):
                self.sheet.hidden_rows.add(self.row)
        elif name == "col" and unseen(attributes, "width"):
            self.sheet.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
        elif name == "sheetFormatPr":
            self.rows_unseen = attributes.get("zeroHeight", "") in YES
        elif name == "f":
            self.sheet.formulas.append(self.cell)
        elif name == "rPh":
            self.silent += 1
        elif name == "mergeCell":
            self.sheet.merged.append(attributes.get("ref", ""))
        self.within = name in ("v", "t") and not self.silent
        self.holds = self.holds or self.within

    def text(self, piece: str) -> None:
        if self.within:
            self.pieces.append(piece)

    def end(self, name: str) -> None:
        self.within = False
        if name == "c" and self.holds:
            self._keep("".join(self.pieces))
        elif name == "rPh":
            self.silent -= 1

    @property
    def cell(self) -> str:
        """The cell's name, such as `B17`."""
        return f"{column_name(self.column)}{self.row}"

    def refused(self, name: str, /, cell: str = "", **values: Content) -> BadInput:
        return refuse(Place(self.book.file, cell=f"{self.name}!{cell or self.cell}"), name, **values)

    def _go(self, reference: str) -> None:
        """Move to the cell of a reference, or to the next one where it has none."""
        match = _REFERENCE.fullmatch(reference)
        if match:
            self.column, self.row = column_number(match[1].upper()), int(match[2])
        else:
            self.column += 1
        if self.row < 1 or (reference and not match):
            cell = reference[:20] or self.cell
            raise self.refused("files.impossible-cell", cell)
        # The heading takes a row of its own.
        if self.row > ROWS_AT_MOST + 1 or self.column > COLUMNS_AT_MOST:
            raise self.refused("files.cell-far-out", rows=ROWS_AT_MOST, columns=COLUMNS_AT_MOST)

    def _keep(self, text: str) -> None:
        content = self._content(text)
        if content is None or content == "":
            return
        if (self.row, self.column) in self.sheet.cells:
            raise self.refused("files.same-cell-again")
        self.sheet.cells[self.row, self.column] = content
        self.book.used += 1
        self.book.length += len(text)
        _refuse_length(self.book.length, self.book.file)
        if self.book.used > CELLS_AT_MOST:
            raise self.refused("files.too-many-cells", most=CELLS_AT_MOST)

    def _content(self, text: str) -> Any:
        if self.kind == "s":
            return self._shared(text)
        if self.kind in ("str", "inlineStr"):
            return _decoded(text)
        if self.kind == "d":
            return text
        if self.kind == "b":
            return text.strip() in ("1", "true")
        if self.kind == "e":
            self.sheet.errors.append((self.cell, text.strip()))
            return None
        return self._number(text) if text.strip() else None

    def _shared(self, text: str) -> str:
        number, texts = text.strip(), self.book.texts
        if _PLACE.fullmatch(number) and int(number) < len(texts):
            return texts[int(number)]
        raise self.refused("files.lost-text")

    def _number(self, text: str) -> float | dt.datetime | dt.time | dt.timedelta:
        number = float(text) if _NUMBER.fullmatch(text) else math.nan
        if not math.isfinite(number):
            raise self.refused("files.no-number-in-cell")
        shown = self.book.shown[int(self.style)] if self.style else "number"
        made: dt.datetime | dt.time | dt.timedelta | None = None
        if shown == "day":
            made = day_of(number, from_1904=self.book.parts.from_1904)
        elif shown == "length":
            made = length_of(number)
        elif isinstance(shown, Other) and number:
            self.sheet.shown_otherwise[self.cell] = (shown, number)
        if made is not None:
            return made
        return Since1904(number) if self.book.parts.from_1904 else number


def column_number(letters: str) -> int:
    """Return the number of a column, A being 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_name(number: int) -> str:
    """Return the letters of a column, 1 being A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
