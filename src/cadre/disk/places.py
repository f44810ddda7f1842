"""Places: whether a folder can be written to, asked before anything is worked out.

Takes a path as somebody typed it, gives a `Target`, or raises `BadInput` with what stands in the way.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from cadre.disk.failures import failures_as_faults, short
from cadre.disk.target import Target
from cadre.errors import BadInput, Fault, Place

ROOM = 4_000_000
"""Bytes written once as a trial: about what a small brief takes."""


def target_folder(path: Path | str, *, apart: Path | str | None = None, files: Iterable[str] = ()) -> Target:
    """Make sure that files can be written to a folder.

    Parameters
    ----------
    path : Path or str
        The folder; the ones around it are made.
    apart : Path or str, optional
        A mission folder: it cannot be the place, and nothing unready is kept inside it.
    files : iterable of str
        Names that will be written there.

    Raises
    ------
    BadInput
        A file in its place, a folder in the place of a file, no permission, no room, a path that cannot be.
    """
    with failures_as_faults(path):
        folder = Path(os.path.realpath(path))
        mission = Path(os.path.realpath(apart)) if apart is not None else None
        _refuse_others(path, folder, mission, files)
        folder.parent.mkdir(parents=True, exist_ok=True)
        target = Target(Path(path), folder, _beside(folder, mission))
        target.clear_left()
        _try(target.beside)
    with failures_as_faults(os.environ.get("TMPDIR", "/tmp")):
        _try(Path(tempfile.gettempdir()))
    return target


def _refuse_others(path: Path | str, folder: Path, mission: Path | None, files: Iterable[str]) -> None:
    if _mode(Path(path)) is not None and not folder.is_dir():
        raise _refused(path, "disk.file-for-a-folder")
    if folder.parent == folder:
        raise _refused(path, "disk.root")
    if folder == mission:
        raise _refused(path, "disk.mission-folder")
    for name in files:
        if (folder / name).is_dir():
            raise _refused(folder / name, "disk.folder-for-a-file")


def _mode(path: Path) -> int | None:
    """Return the mode of what stands somewhere, links followed; None where nothing does."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _refused(where: Path | str, name: str) -> BadInput:
    return BadInput([Fault.of(Place(file=short(where)), name)])


def _beside(folder: Path, mission: Path | None) -> Path:
    """Choose where to keep what is not ready: beside the folder, outside the mission, on the same disk."""
    places = [folder.parent, *([mission.parent] if mission is not None else [])]
    outside = [place for place in places if mission is None or not place.is_relative_to(mission)]
    for place in outside:
        if os.access(place, os.W_OK | os.X_OK) and _disk(place) == _disk(folder):
            return place
    return folder if folder.is_dir() else folder.parent


def _disk(path: Path) -> int:
    while not path.exists():
        path = path.parent
    return path.stat().st_dev


def _try(place: Path) -> None:
    """Write as much as a small brief takes, and remove it."""
    with tempfile.TemporaryFile(dir=place) as file:
        file.write(bytes(ROOM))
        file.flush()
        os.fsync(file.fileno())
