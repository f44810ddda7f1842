"""Failures: what the file system refuses, as one fault with its cure."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cadre.errors import BadInput, Fault, Place

LONGEST = 120
"""Characters of a path that are told."""
_ROOM = ("no room left", "make room there, or name another place")
_RIGHTS = ("no permission", "mend its permissions, or name another place")
_FOLDER = ("a folder", "move the folder away, a file must stand there")
TOLD = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: _ROOM,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: _RIGHTS,
    errno.EISDIR: _FOLDER,
    errno.ENOTEMPTY: _FOLDER,
    errno.EEXIST: ("something else there", "move it away, or name another place"),
    errno.ENOTDIR: ("a file where a folder must be", "name a place below a folder"),
    errno.ENAMETOOLONG: ("a path that is too long", "name a shorter one"),
    errno.ELOOP: ("a link that leads to itself", "remove it, or name another place"),
    errno.ENOENT: ("nothing there", "mend the path"),
}
"""What is found, and what helps, by the number of the failure."""


def failure(error: OSError, path: Path | str | None = None, kept: str = "") -> BadInput:
    """Give a failure of the file system as a fault.

    Parameters
    ----------
    error : OSError
        What was raised.
    path : Path, optional
        What was asked for; what the error names when left out.
    kept : str
        What is as it was in spite of it.
    """
    where = path if path is not None else error.filename if error.filename is not None else ""
    other = (error.strerror or str(error) or type(error).__name__).rstrip(".").lower()
    found, cure = TOLD.get(error.errno or 0, (other, "mend it, and try again"))
    told_cure = "; ".join([cure, kept] if kept else [cure])
    return BadInput([Fault(Place(file=short(where)), found, "must be possible to read and write", told_cure)])


@contextmanager
def told(path: Path | str | None = None) -> Iterator[None]:
    """Turn a failure inside the block into a fault.

    Raises
    ------
    BadInput
        Where the file system refuses something.
    """
    try:
        yield
    except OSError as error:
        raise failure(error, path) from None


def short(path: object) -> str:
    """Write a path so that it can be read: its end alone where it is very long."""
    text = os.fsdecode(path) if isinstance(path, bytes | os.PathLike) else str(path)
    return text if len(text) <= LONGEST else f"…{text[-LONGEST:]}"
