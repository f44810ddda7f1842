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
_ROOM = "make room there, or name another place"
_RIGHTS = "mend its permissions, or name another place"
CURES = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: _ROOM,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: _RIGHTS,
    errno.ENAMETOOLONG: "name a shorter path",
    errno.ELOOP: "remove the link that leads to itself",
    errno.ENOTDIR: "name a place below a folder; a file stands in its way",
    errno.EISDIR: "move the folder away; a file must stand there",
    errno.ENOTEMPTY: "move the folder away; a file must stand there",
    errno.ENOENT: "mend the path",
}
"""What helps, by the number of the failure."""


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
    reason = (error.strerror or str(error) or type(error).__name__).rstrip(".")
    cure = CURES.get(error.errno or 0, "mend it, and give the same command again")
    allowed = "must be possible to read and write"
    return BadInput(
        [Fault(Place(file=short(where)), reason.lower(), allowed, f"{cure}{kept and f'; {kept}'}")]
    )


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
