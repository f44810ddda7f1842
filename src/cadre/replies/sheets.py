"""Sheets: what nations send as rows of cells, each with the name that Excel gives it.

Takes the path of a workbook, a CSV or a TSV file, gives its sheets. Merged cells hold what their first cell
holds and are told by its place; formulas and errors are marked, since they are no values.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from cadre.disk import failures_as_faults
from cadre.disk.failures import short
from cadre.errors import MissionWarning, Place
from cadre.messages import quoted
from cadre.mission_files.safe_files import ROWS_AT_MOST, TABLE_AT_MOST, bytes_of, refuse
from cadre.mission_files.texts import ERRORS
from cadre.mission_files.workbook_cells import (
    CELLS_AT_MOST,
    COLUMNS_AT_MOST,
    Sheet,
    column_name,
    column_number,
    sheets_in,
)
from cadre.mission_files.workbook_shown import warnings_of_formats

ENDINGS = (".xlsx", ".csv", ".tsv", ".txt")
_SEPARATORS = (";", "\t", ",", "|")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class ReplyCell:
    """What stands in one cell of a reply.

    Parameters
    ----------
    content : Any
        Text, a number, yes or no, or a day; None where nothing stands there.
    place : Place
        File and cell; of a merged cell the first one.
    row : int
        From 1; a merged cell has its own.
    fault : str
        `formula` or `error` where it is no value.
    """

    content: Any
    place: Place
    row: int
    fault: str = ""

    @property
    def text(self) -> str:
        """What stands there as one line of text."""
        content = self.content
        if isinstance(content, float) and content.is_integer():
            content = int(content)
        return " ".join(str(content).split()) if content is not None else ""

    @property
    def is_borrowed(self) -> bool:
        """Whether it is a merged cell other than the first."""
        return self.place.line != self.row


Row = tuple[ReplyCell, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its name (`""` for a CSV file), rows, all as wide as the widest, and those nobody sees.

    `warnings` tell cells whose format shows another number than they hold.
    """

    file: str
    name: str
    rows: tuple[Row, ...]
    hidden: frozenset[int] = frozenset()
    warnings: tuple[MissionWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A file as it came: its name, the hash of its bytes (SHA-256, in hexadecimal), and its sheets."""

    name: str
    digest: str
    pages: tuple[Page, ...] = field(default=())


def read_reply(path: Path | str, encoding: str = "") -> Reply:
    """Read a file.

    Parameters
    ----------
    path : Path or str
        Of a workbook or a text file with commas, semicolons, tabs or bars between cells.
    encoding : str
        Of a text file that is no Unicode, such as `windows-1252`.

    Raises
    ------
    BadInput
        Nothing there, another kind of file, too large, or bytes that are no text.
    """
    whole = Path(os.path.realpath(path))
    with failures_as_faults(path):
        if not whole.exists():
            raise refuse(short(path), "replies.no-file")
    if whole.suffix.lower() not in ENDINGS:
        raise refuse(whole.name, "replies.other-kind", ending=quoted(whole.suffix))
    content = bytes_of(whole.parent, whole.name, at_most=TABLE_AT_MOST)
    digest = hashlib.sha256(content).hexdigest()
    if whole.suffix.lower() == ".xlsx":
        sheets = sheets_in(content, whole.name, unless=lambda _: False)
        pages = tuple(_page(held, whole.name, name) for name, held in sheets.items())
    else:
        pages = (_text_page(_decoded(content, whole.name, encoding), whole.name),)
    return Reply(whole.name, digest, pages)


# ---- workbooks


def _page(held: Sheet, file: str, name: str) -> Page:
    cells: dict[tuple[int, int], ReplyCell] = {}
    formulas = set(held.formulas)
    for (row, column), content in held.cells.items():
        place = _place(file, name, row, column)
        is_formula = f"{column_name(column)}{row}" in formulas
        cells[row, column] = ReplyCell(content, place, row, "formula" if is_formula else "")
    for key, shown in held.errors:
        letters, digits = re.match(r"([A-Z]+)([0-9]+)", key).groups()  # type: ignore[union-attr]  # names of cells
        row, column = int(digits), column_number(letters)
        cells[row, column] = ReplyCell(shown, _place(file, name, row, column), row, "error")
    _refuse_size(cells, file)
    for span in held.merged:
        _spread(span, cells)
    hidden = frozenset(row for row, _ in cells) if held.hidden else frozenset(held.hidden_rows)
    warnings = tuple(warnings_of_formats(name, held.shown_otherwise, file))
    return Page(file, name, _laid_out(cells, file, name), hidden, warnings)


def _place(file: str, name: str, row: int, column: int) -> Place:
    cell = f"{column_name(column)}{row}"
    return Place(file, row, column, f"{name}!{cell}" if name else cell)


def _refuse_size(cells: Mapping[tuple[int, int], ReplyCell], file: str) -> None:
    rows, width = len({row for row, _ in cells}), max((column for _, column in cells), default=0)
    if rows * width > CELLS_AT_MOST:
        raise refuse(file, "files.too-many-cells", most=CELLS_AT_MOST)


def _spread(span: str, cells: dict[tuple[int, int], ReplyCell]) -> None:
    """Let the cells of a merged range hold what the first one does, in rows and columns that are used."""
    match = _RANGE.fullmatch(span)
    first = (int(match[2]), column_number(match[1])) if match else (0, 0)
    if match is None or first not in cells:
        return
    rows = {row for row, _ in cells if first[0] <= row <= int(match[4])}
    last = min(column_number(match[3]), max(column for _, column in cells))
    for row in rows:
        for column in range(first[1], last + 1):
            cells[row, column] = replace(cells[first], row=row)


def _laid_out(cells: Mapping[tuple[int, int], ReplyCell], file: str, name: str) -> tuple[Row, ...]:
    """Lay cells out in rows of one width; rows that hold nothing are left out."""
    width = max((column for _, column in cells), default=0)
    rows: dict[int, dict[int, ReplyCell]] = {}
    for (row, column), cell in cells.items():
        rows.setdefault(row, {})[column] = cell
    return tuple(
        tuple(
            held.get(column) or ReplyCell(None, _place(file, name, row, column), row)
            for column in range(1, width + 1)
        )
        for row, held in sorted(rows.items())
    )


# ---- text files


def _decoded(content: bytes, file: str, encoding: str) -> str:
    """Read the bytes of a text file.

    Raises
    ------
    BadInput
        They are no Unicode and nobody has said what they are, or not what was said.
    """
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "")
    try:
        return content.decode(marked or encoding or "utf-8")
    except LookupError:
        raise refuse(file, "replies.unknown-encoding", encoding=quoted(encoding)) from None
    except UnicodeDecodeError as error:
        byte = f"0x{content[error.start]:02x}"
        raise refuse(
            file, "replies.no-unicode", byte=byte, line=content.count(b"\n", 0, error.start) + 1
        ) from None


def _text_page(text: str, file: str) -> Page:
    said = re.match(r"sep=(.)\r?\n", text)
    if said:
        text = text[said.end() :]
    cells: dict[tuple[int, int], ReplyCell] = {}
    for number, row in enumerate(
        _rows(text, said[1] if said else _separator(text), file), start=2 if said else 1
    ):
        if number > ROWS_AT_MOST:
            raise refuse(file, "files.too-many-rows", most=ROWS_AT_MOST)
        for column, content in enumerate(row[:COLUMNS_AT_MOST], start=1):
            if content.strip():
                place = _place(file, "", number, column)
                cells[number, column] = ReplyCell(
                    content, place, number, "error" if content.strip() in ERRORS else ""
                )
    _refuse_size(cells, file)
    return Page(file, "", _laid_out(cells, file, ""))


def _rows(text: str, separator: str, file: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        raise refuse(file, "replies.no-table-of-text") from None


def _separator(text: str) -> str:
    """Return the sign that parts most lines in as many cells; titles above the headings hold none."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]

    def parted(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines if sign in line]
        usual = max(set(counts), key=counts.count) if counts else 0
        return (counts.count(usual), usual) if usual else (0, 0)

    return max(_SEPARATORS, key=parted)
