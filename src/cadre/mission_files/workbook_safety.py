"""Workbook safety: what must be known of an Excel file before anything reads its cells.

Takes the bytes of a file, gives the formula cells of each sheet, or refuses: no workbook, too much once
unpacked, a sheet far too large, entities in its XML. Streams each part, so that a bomb is noticed while it
is still small.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from cadre.errors import Place
from cadre.mission_files.safe_files import MEGABYTE, ROWS_AT_MOST, refuse

UNPACKED_AT_MOST = 200 * MEGABYTE
"""Bytes of all parts of a workbook together, once unpacked."""
PARTS_AT_MOST = 1_000
COLUMNS_AT_MOST = 500
_CHUNK = 1 << 16
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    ValueError,
    LookupError,
    RuntimeError,
    EOFError,
    OSError,
    StopIteration,
)
"""What the standard library raises on a damaged archive or XML."""
_Attributes = dict[str, str]


def formula_cells(content: bytes, file: str) -> dict[str, list[str]]:
    """Find the cells that hold a formula.

    Returns
    -------
    dict of str to list of str
        Cell names such as `B17`, by sheet; every sheet has its entry.

    Raises
    ------
    BadInput
        The file is no workbook or breaks a limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_size(archive, file)
            sheets = _sheet_parts(archive, file)
            return {sheet: _Sheet(file, sheet).read(archive, part) for sheet, part in sheets.items()}
    except BROKEN:
        raise refuse(file, "files.no-workbook") from None


def _check_size(archive: zipfile.ZipFile, file: str) -> None:
    """Unpack every part once, piece by piece: what the file says of its own size is not to be trusted."""
    total = 0
    if len(archive.infolist()) > PARTS_AT_MOST:
        raise refuse(file, "files.too-many-parts", parts=len(archive.infolist()), most=PARTS_AT_MOST)
    for part in archive.infolist():
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                total += len(chunk)
                if total > UNPACKED_AT_MOST:
                    raise refuse(file, "files.grows-too-large", most=UNPACKED_AT_MOST / MEGABYTE)


def _parse(archive: zipfile.ZipFile, part: str, file: str, start: Callable[[str, _Attributes], None]) -> None:
    """Call `start` with the local name and attributes of every element."""
    parser = expat.ParserCreate()

    def refuse_entities(*_: object) -> None:
        raise refuse(file, "files.document-type")

    parser.StartDoctypeDeclHandler = refuse_entities
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    with archive.open(part) as stream:
        parser.ParseFile(stream)


def _sheet_parts(archive: zipfile.ZipFile, file: str) -> dict[str, str]:
    """Give the part of each sheet by the sheet's name."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, attributes: _Attributes) -> None:
        if name == "Relationship":
            targets[attributes["Id"]] = attributes["Target"]

    def sheet(name: str, attributes: _Attributes) -> None:
        if name == "sheet":
            key = next(value for key, value in attributes.items() if key.rpartition(":")[2] == "id")
            sheets[attributes["name"]] = targets[key]

    _parse(archive, "xl/_rels/workbook.xml.rels", file, relation)
    _parse(archive, "xl/workbook.xml", file, sheet)
    inside = {
        name: posixpath.normpath(posixpath.join("/xl", target)).lstrip("/") for name, target in sheets.items()
    }
    return {name: part for name, part in inside.items() if "/worksheets/" in part}


class _Sheet:
    """Goes through one sheet, keeps where it is and which cells hold formulas."""

    def __init__(self, file: str, sheet: str) -> None:
        self.file, self.sheet = file, sheet
        self.row = self.column = 0
        self.formulas: list[str] = []

    def read(self, archive: zipfile.ZipFile, part: str) -> list[str]:
        _parse(archive, part, self.file, self._element)
        return self.formulas

    def _element(self, name: str, attributes: _Attributes) -> None:
        if name == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
        elif name == "c":
            self._cell(attributes.get("r", ""))
        elif name == "f":
            self.formulas.append(f"{column_name(self.column)}{self.row}")

    def _cell(self, reference: str) -> None:
        match = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", reference)
        self.column = column_number(match[1]) if match else self.column + 1
        self.row = int(match[2]) if match else self.row
        # The heading takes a row of its own.
        if self.row > ROWS_AT_MOST + 1 or self.column > COLUMNS_AT_MOST:
            place = Place(self.file, cell=f"{self.sheet}!{column_name(self.column)}{self.row}")
            raise refuse(place, "files.cell-far-out", rows=ROWS_AT_MOST, columns=COLUMNS_AT_MOST)


def column_number(letters: str) -> int:
    """Give the number of a column, A being 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_name(number: int) -> str:
    """Give the letters of a column, 1 being A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
