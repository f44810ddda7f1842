"""Safe files: opening what lies in a mission folder, within limits and never outside it.

Takes a folder and a file's name, gives bytes or text, or raises `BadInput` with one fault that says what is
wrong with the file. Reads nothing of what the files mean.
"""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from cadre.disk import failures_as_faults, finish_within
from cadre.disk.failures import short
from cadre.errors import BadInput, Fault, Place
from cadre.messages import Content, message

MEGABYTE = 1_000_000
YAML_AT_MOST = 2 * MEGABYTE
"""Bytes of one YAML file; the positions of every value are kept, which costs time."""
TABLE_AT_MOST = 20 * MEGABYTE
"""Bytes of one CSV file or workbook."""
SPREADSHEETS = (".xls", ".xlsm", ".xlsb", ".ods", ".fods", ".numbers", ".gsheet", ".et")
"""Endings of workbooks that are not read in their form."""
ROWS_AT_MOST = 200_000
"""Rows of one table or sheet."""

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Marks by which files begin that Excel saves as Unicode text."""
_MOST_NULLS = 8
"""Of so many bytes one may be 0; where it is more it is no UTF-8 but UTF-16 without a mark."""


def refuse(where: Place | str, name: str, /, **values: Content) -> BadInput:
    """Build the exception for one fault of one file, by its name in the catalogue."""
    place = Place(file=where) if isinstance(where, str) else where
    return BadInput([Fault.of(place, name, **values)])


def checked_folder(folder: Path | str) -> Path:
    """Return the mission folder, resolved; what a kill left ready in it is put in its place.

    Raises
    ------
    BadInput
        Nothing there, a file in its place, or a folder that cannot be read.
    """
    path = Path(folder)
    with failures_as_faults(path):
        try:
            path.stat()
        except FileNotFoundError:
            raise refuse(short(folder), "files.nothing-there") from None
        if not path.is_dir():
            cure = (
                "files.save-as-workbook" if path.suffix.lower() in SPREADSHEETS else "files.give-its-folder"
            )
            raise refuse(short(folder), "files.no-folder", cure=message(cure))
        os.listdir(path)
        real = Path(os.path.realpath(path))
        finish_within(real)
        return real


def bytes_of(folder: Path, name: str, *, at_most: int) -> bytes:
    """Read a file of the folder.

    Raises
    ------
    BadInput
        It lies outside the folder (a link), is no ordinary file, is too large, is empty or cannot be opened.
    """
    path = Path(os.path.realpath(folder / name))
    if not path.is_relative_to(folder):
        raise refuse(name, "files.outside-the-folder")
    if not path.is_file():
        raise refuse(name, "files.no-ordinary-file")
    try:
        size = path.stat().st_size
        if size > at_most:
            found, most = round(size / MEGABYTE, 1), at_most / MEGABYTE
            raise refuse(name, "files.too-large", size=found, most=most)
        content = path.read_bytes()
    except OSError as error:
        raise refuse(name, "files.unreadable-file", why=str(error.strerror)) from None
    if not content.strip():
        raise refuse(name, "files.empty-file")
    return content


def text_of(folder: Path, name: str, *, at_most: int) -> str:
    """Read a text file of the folder: UTF-8, with or without a byte-order mark, or UTF-16 with one.

    Raises
    ------
    BadInput
        As `bytes_of`, and for bytes that are not UTF-8.
    """
    content = bytes_of(folder, name, at_most=at_most)
    try:
        if content.startswith(UTF_16) and not content.startswith(codecs.BOM_UTF32_LE):
            return content.decode("utf-16")
        if content.count(0) > len(content) / _MOST_NULLS:
            raise UnicodeDecodeError("utf-8", content, content.index(0), content.index(0) + 1, "")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a byte-order mark the decoder counts from behind it.
        offset = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
        line = content.count(b"\n", 0, offset) + 1
        column = offset - (content.rfind(b"\n", 0, offset) + 1) + 1
        byte = {"byte": f"0x{content[offset]:02x}", "offset": str(offset)}
        raise refuse(Place(name, line, column), "files.not-utf-8", **byte) from None
