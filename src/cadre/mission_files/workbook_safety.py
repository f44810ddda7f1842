"""Workbook safety: the parts of an Excel file, opened within limits before anything reads its cells.

Takes the bytes of a file, gives its archive, or refuses: no workbook, too much once unpacked, entities in its
XML. Streams each part, so that a bomb is noticed while it is still small.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from cadre.mission_files.safe_files import MEGABYTE, refuse

UNPACKED_AT_MOST = 200 * MEGABYTE
"""Bytes of all parts of a workbook together, once unpacked."""
PARTS_AT_MOST = 1_000
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
    OverflowError,
)
"""What the standard library raises on a damaged archive or XML."""
Attributes = dict[str, str]
YES = ("1", "true")
"""How a part says yes."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a workbook lie in its archive.

    Parameters
    ----------
    sheets : dict of str to str
        The part of each sheet, by the sheet's name.
    texts, styles : str
        The parts of shared texts and of formats; `""` where there is none.
    from_1904 : bool
        Whether days count from 1904 instead of 1900.
    hidden : frozenset of str
        The sheets that nobody sees.
    """

    sheets: dict[str, str]
    texts: str
    styles: str
    from_1904: bool
    hidden: frozenset[str] = frozenset()


@contextmanager
def opened(content: bytes, file: str) -> Iterator[zipfile.ZipFile]:
    """Open the archive of a workbook; whatever is damaged inside the block is no workbook.

    Raises
    ------
    BadInput
        The file is no workbook or breaks a limit.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_size(archive, file)
            yield archive
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


@dataclass(frozen=True, slots=True)
class Handler:
    """Who is told of the local name and attributes of every element, of its end, and of text."""

    start: Callable[[str, Attributes], None]
    end: Callable[[str], None] | None = None
    text: Callable[[str], None] | None = None


def parse(archive: zipfile.ZipFile, part: str, file: str, handler: Handler) -> None:
    """Go through a part."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse_entities(*_: object) -> None:
        raise refuse(file, "files.document-type")

    start, end = handler.start, handler.end
    parser.StartDoctypeDeclHandler = refuse_entities
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    if end is not None:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if handler.text is not None:
        parser.CharacterDataHandler = handler.text
    with archive.open(part) as stream:
        parser.ParseFile(stream)


def parts_of(archive: zipfile.ZipFile, file: str) -> Parts:
    """Find the parts that hold sheets, shared texts and formats."""
    targets: dict[str, str] = {}
    kinds: dict[str, str] = {}
    sheets: dict[str, str] = {}
    hidden: set[str] = set()
    found: dict[str, Any] = {"1904": False}

    def relation(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            targets[attributes["Id"]] = _inside(attributes["Target"])
            kinds[attributes.get("Type", "").rpartition("/")[2]] = targets[attributes["Id"]]

    def sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            key = next(value for key, value in attributes.items() if key.rpartition(":")[2] == "id")
            sheets[attributes["name"]] = targets[key]
            if attributes.get("state", "visible") != "visible":
                hidden.add(attributes["name"])
        elif name == "workbookPr":
            found["1904"] = attributes.get("date1904", "") in YES

    parse(archive, "xl/_rels/workbook.xml.rels", file, Handler(relation))
    parse(archive, "xl/workbook.xml", file, Handler(sheet))
    tables = {name: part for name, part in sheets.items() if "/worksheets/" in part}
    return Parts(
        tables, kinds.get("sharedStrings", ""), kinds.get("styles", ""), found["1904"], frozenset(hidden)
    )


def unseen(attributes: Attributes, size: str, *, unless_said: bool = False) -> bool:
    """Say whether a row or column is hidden, filtered, folded away or of no size.

    Parameters
    ----------
    attributes : dict
        Of its element.
    size : str
        The attribute that holds its height or width.
    unless_said : bool
        What holds where neither is said.
    """
    hidden, written = attributes.get("hidden"), attributes.get(size)
    if hidden is None and written is None:
        return unless_said
    return hidden in YES or (written is not None and float(written) == 0)


def _inside(target: str) -> str:
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
