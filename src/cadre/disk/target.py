"""Target: a folder to write to, where what is not ready yet is kept, and what killed runs left there."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

UNREADY, READY = "unready", "ready"
_LEFT = re.compile(rf"\.(.*)\.(\d+)\.({UNREADY}|{READY})")
_NAME_AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Target:
    """A folder to write to.

    Parameters
    ----------
    asked : Path
        As somebody typed it.
    folder : Path
        The same without links on its way.
    beside : Path
        Folder on the same disk in which what is not ready yet is kept; outside the mission where it can be.
    """

    asked: Path
    folder: Path
    beside: Path

    def own(self, state: str) -> Path:
        """Return the folder in which this process keeps what is `UNREADY`, or `READY` to be moved."""
        return self.beside / f".{self._name}.{os.getpid()}.{state}"

    @property
    def unfinished(self) -> Path:
        """The folder of what a stopped run keeps for the next one."""
        return self.beside / f".{self._name}.unfinished"

    @property
    def _name(self) -> str:
        return self.folder.name[:_NAME_AT_MOST]

    def clear_left(self) -> None:
        """Finish or remove what killed runs left: files that were ready are moved, the others dropped."""
        for entry in list(self.beside.iterdir()) if self.beside.is_dir() else ():
            found = _LEFT.fullmatch(entry.name)
            if found and found[1] == self._name and not _lives(int(found[2])):
                if found[3] == READY:
                    move_all(entry, self.folder)
                elif self.folder.is_dir():  # of an exchange: files are in both, folders in the old one alone
                    put_back(entry, self.folder, folders_only=True)
                shutil.rmtree(entry, ignore_errors=True)


def move_all(ready: Path, folder: Path) -> None:
    """Move files into a folder, over those of their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in sorted(ready.iterdir()):
        entry.replace(folder / entry.name)


def put_back(old: Path, folder: Path, *, folders_only: bool = False) -> None:
    """Move what only the old folder holds into the one in its place."""
    for entry in list(old.iterdir()):
        if not os.path.lexists(folder / entry.name) and (not folders_only or entry.is_dir()):
            entry.rename(folder / entry.name)


def _lives(process: int) -> bool:
    """Say whether another process of this number runs."""
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # of somebody else
        return True
    return True
