"""Failures: what the file system refuses, as one fault with its cure."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cadre.errors import BadInput, Fault, Place
from cadre.messages import Message, as_written, fault_text, message

LONGEST = 120
"""Characters of a path that are told."""
TOLD = {
    errno.ENOSPC: "disk.no-room",
    errno.EDQUOT: "disk.no-room",
    errno.EFBIG: "disk.no-room",
    errno.EACCES: "disk.no-permission",
    errno.EPERM: "disk.no-permission",
    errno.EROFS: "disk.no-permission",
    errno.EISDIR: "disk.folder-in-the-way",
    errno.ENOTEMPTY: "disk.folder-in-the-way",
    errno.EEXIST: "disk.something-in-the-way",
    errno.ENOTDIR: "disk.file-in-the-way",
    errno.ENAMETOOLONG: "disk.path-too-long",
    errno.ELOOP: "disk.link-to-itself",
    errno.ENOENT: "disk.nothing-there",
}
"""What is told, by the number of the failure."""


def failure(error: OSError, path: Path | str | None = None, kept: Message | None = None) -> BadInput:
    """Return a failure of the file system as a fault.

    Parameters
    ----------
    error : OSError
        What was raised.
    path : Path, optional
        What was asked for; what the error names when left out.
    kept : Message, optional
        What is as it was in spite of it.
    """
    where = path if path is not None else error.filename if error.filename is not None else ""
    reason = (error.strerror or str(error) or type(error).__name__).rstrip(".").lower()
    name = TOLD.get(error.errno or 0)
    found, allowed, cure = fault_text(name) if name else fault_text("disk.other", why=as_written(reason))
    cure = message("disk.cure-and-kept", cure=cure, kept=kept) if kept is not None else cure
    return BadInput([Fault(Place(file=short(where)), found, allowed, cure)])


@contextmanager
def failures_as_faults(path: Path | str | None = None) -> Iterator[None]:
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
