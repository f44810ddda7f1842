"""Safe files: opening what lies in a mission folder, within limits and never outside it.

Takes a folder and a file's name, gives bytes or text, or raises `BadInput` with one fault that says what is
wrong with the file. Reads nothing of what the files mean.
"""

from __future__ import annotations

import os
from pathlib import Path

from cadre.disk import told
from cadre.disk.failures import short
from cadre.errors import BadInput, Fault, Place

MEGABYTE = 1_000_000
YAML_AT_MOST = 2 * MEGABYTE
"""Bytes of one YAML file; the positions of every value are kept, which costs time."""
TABLE_AT_MOST = 20 * MEGABYTE
"""Bytes of one CSV file or workbook."""
ROWS_AT_MOST = 200_000
"""Rows of one table or sheet."""


def refuse(where: Place | str, found: str, allowed: str, cure: str = "") -> BadInput:
    """Build the exception for one fault of one file."""
    place = Place(file=where) if isinstance(where, str) else where
    return BadInput([Fault(place, found, allowed, cure)])


def checked_folder(folder: Path | str) -> Path:
    """Give the mission folder, resolved.

    Raises
    ------
    BadInput
        Nothing there, a file in its place, or a folder that cannot be read.
    """
    path = Path(folder)
    with told(path):
        try:
            path.stat()
        except FileNotFoundError:
            raise refuse(
                short(folder),
                "nothing there",
                "must be a mission folder",
                "mend the path, or begin one with `cadre new`",
            ) from None
        if not path.is_dir():
            cure = "give the folder that holds the file"
            raise refuse(short(folder), "a file", "must be a mission folder", cure)
        os.listdir(path)
        return Path(os.path.realpath(path))


def bytes_of(folder: Path, name: str, *, at_most: int) -> bytes:
    """Read a file of the folder.

    Raises
    ------
    BadInput
        It lies outside the folder (a link), is no ordinary file, is too large, is empty or cannot be opened.
    """
    path = Path(os.path.realpath(folder / name))
    if not path.is_relative_to(folder):
        raise refuse(
            name,
            "a path that leaves the mission folder",
            "must lie inside the folder",
            "copy the file into the folder",
        )
    if not path.is_file():
        raise refuse(name, "no ordinary file", "must be a file", "remove it, or put the file there")
    try:
        size = path.stat().st_size
        if size > at_most:
            allowed = f"must be at most {at_most / MEGABYTE:g} MB"
            raise refuse(
                name, f"{size / MEGABYTE:.1f} MB", allowed, "leave out what the mission does not need"
            )
        content = path.read_bytes()
    except OSError as error:
        raise refuse(
            name, f"a file that cannot be read ({error.strerror})", "must be readable", "mend its permissions"
        ) from None
    if not content.strip():
        raise refuse(name, "an empty file", "must hold something", "write it, or remove the file")
    return content


def text_of(folder: Path, name: str, *, at_most: int) -> str:
    """Read a text file of the folder: UTF-8, with or without a byte-order mark.

    Raises
    ------
    BadInput
        As `bytes_of`, and for bytes that are not UTF-8.
    """
    content = bytes_of(folder, name, at_most=at_most)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a byte-order mark the decoder counts from behind it.
        offset = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
        line = content.count(b"\n", 0, offset) + 1
        column = offset - (content.rfind(b"\n", 0, offset) + 1) + 1
        found = f"the byte 0x{content[offset]:02x} at offset {offset}"
        raise refuse(
            Place(name, line, column), found, "must be UTF-8 text", "save the file as UTF-8"
        ) from None
