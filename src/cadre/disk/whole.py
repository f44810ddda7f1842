"""Whole: a file or a folder of files replaced so that nobody, and no kill, ever meets half of it.

A folder is made anew beside its place and the two are exchanged in one step of the kernel. Where that cannot
be (a disk of its own, somebody's working folder, no right to write beside it) the old files are removed
before the new ones are moved in, so that files of two runs never stand side by side; the next run finishes.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from cadre.disk.target import READY, UNREADY, Target, move_all, put_back

OTHERS_AT_MOST = 1_000
"""Other things in a folder that are carried over when it is exchanged."""
_HERE, _EXCHANGE = -100, 2
"""Of renameat2(2): the working folder, and the flag that exchanges two names."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one move: what stood there before stays until the new one is complete.

    What is no file (a terminal, a pipe) is written to; behind a link the file that it leads to is replaced.

    Raises
    ------
    OSError
        Where the disk refuses it.
    """
    path = Path(os.path.realpath(path))
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        path.write_bytes(content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".cadre.", suffix=".part", dir=path.parent)
    beside = Path(name)
    try:
        os.close(handle)
        _write(beside, content)
        beside.chmod(0o666 & ~_mask() if mode is None else stat.S_IMODE(mode))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def replace_folder(files: Mapping[str, bytes], target: Target) -> tuple[Path, ...]:
    """Write files to a folder, all or nothing; others in it are left alone.

    Returns
    -------
    tuple of Path
        The files.

    Raises
    ------
    OSError
        Where the disk refuses something; what stood there before is whole then.
    """
    folder, new = target.folder, target.own(UNREADY)
    shutil.rmtree(new, ignore_errors=True)
    try:
        new.mkdir()
        for name, content in files.items():
            _write(new / name, content)
        for name in files:
            if (folder / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / name))
        others = [entry for entry in _entries(folder) if entry != new and entry.name not in files]
        exchanged = folder.exists() and _exchanged(new, folder, others)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    if exchanged:
        _drop_old(new, folder, files)
    elif folder.exists():
        _moved_in(new, target, files)
    else:
        new.rename(folder)
    return tuple(target.asked / name for name in files)


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.exists() else []


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _mode(path: Path) -> int | None:
    """Return the kind and permissions of what stands somewhere; None where nothing does."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _exchanged(new: Path, folder: Path, others: Sequence[Path]) -> bool:
    """Exchange a folder with the one in its place; False, with nothing changed, where that cannot be."""
    if _works_in(folder) or len(others) > OTHERS_AT_MOST or new.parent == folder:
        return False
    try:
        new.chmod(stat.S_IMODE(folder.stat().st_mode))
        for entry in others:
            if not _is_folder(entry):
                os.link(entry, new / entry.name, follow_symlinks=False)
        _exchange(new, folder)
    except OSError:
        for entry in others:
            (new / entry.name).unlink(missing_ok=True)
        return False
    return True


def _works_in(folder: Path) -> bool:
    """Say whether we stand in a folder, which would be another one once it is exchanged."""
    try:
        return Path.cwd().is_relative_to(folder)
    except FileNotFoundError:
        return False


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(path.lstat().st_mode)


def _drop_old(old: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    """Remove the old files; what is not the brief's goes to the new folder, and stays where it cannot."""
    put_back(old, folder)
    for entry in list(old.iterdir()):
        if entry.name in files or (not _is_folder(entry) and os.path.lexists(folder / entry.name)):
            entry.unlink()
    with suppress(OSError):
        old.rmdir()


def _exchange(one: Path, other: Path) -> None:
    """Exchange two names.

    Raises
    ------
    OSError
        This system or this disk cannot.
    """
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))


def _moved_in(new: Path, target: Target, files: Mapping[str, bytes]) -> None:
    """Remove the old files and move the new ones in; whoever is killed on the way is finished by the next."""
    ready = target.own(READY)
    shutil.rmtree(ready, ignore_errors=True)
    new.rename(ready)
    for name in files:
        (target.folder / name).unlink(missing_ok=True)
    move_all(ready, target.folder)
    ready.rmdir()
