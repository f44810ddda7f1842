"""A mutant: the files of a changed mission, and what the change means.

A way is a function that changes the files of a sound mission and says what the mission that is read must be:
the same, another only at some paths, refused, or whatever it may be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal

from cadre.mission import Mission
from cadre.mission_files import read_mission, write_mission
from cadre.mission_files.names import LEDGER, MISSION, WORKBOOK
from cadre.mission_files.tables import tables
from cadre.mission_files.writing import csv_text, yaml_text

SCHOOL = Path(__file__).with_name("school")
"""The mission that is changed: small, and of nearly every part that a mission may have."""
Keys = tuple[str, ...]
Files = Mapping[str, bytes]
Form = Literal["yaml", "csv", "excel"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mission that was read must be.

    Parameters
    ----------
    may_differ : tuple of path, or None
        Where it may differ from the mission that was changed; None for anywhere.
    number : float, optional
        What stands at the first of these paths where the mission is read.
    must_read, must_refuse : bool
        Whether it may not be refused; whether it may not be read.
    """

    may_differ: tuple[Keys, ...] | None = None
    number: float | None = None
    must_read: bool = False
    must_refuse: bool = False


FREE = Meaning()
SAME = Meaning(())
SAME_AND_READ = Meaning((), must_read=True)
REFUSED = Meaning(must_refuse=True)


@dataclass(frozen=True, slots=True)
class Mutant:
    """The files of a changed mission.

    Parameters
    ----------
    way : str
        How they were changed.
    files : mapping of str to bytes
        By name.
    meaning : Meaning
        What they must be read as.
    touch : callable, optional
        What is done to the folder besides: links, folders in a file's place.
    """

    way: str
    files: Files
    meaning: Meaning = FREE
    touch: Callable[[Path], None] | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """A sound mission in one form of its files."""

    form: Form
    files: Files
    mission: Mission
    document: Mapping[str, Any]

    def with_file(self, name: str, content: bytes | str) -> dict[str, bytes]:
        """Give its files with one of them written anew."""
        return dict(self.files) | {name: content if isinstance(content, bytes) else content.encode()}


Way = Callable[[Random, Base], Mutant | None]
"""Changes a mission; None where the dice fell so that nothing can be changed."""


@cache
def base(form: Form) -> Base:
    """Give the mission in a form: as people wrote it, with all tables as CSV, or as a workbook."""
    mission = read_mission(SCHOOL)
    files = _FILES[form](mission)
    return Base(form, files, mission, mission.document())


def _as_written(_mission: Mission) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(SCHOOL.iterdir()) if file.is_file()}


def _as_tables(mission: Mission) -> dict[str, bytes]:
    document: dict[str, Any] = {"cadre": 1} | mission.document()
    files: dict[str, bytes] = {}
    for name, (path, _) in tables().items():
        holder = document
        for key in path[:-1]:
            holder = holder.get(key, {})
        if holder.get(path[-1]):
            files[f"{name}.csv"] = csv_text(name, holder.pop(path[-1])).encode()
    ledger = document.pop("ledger", None)
    if ledger:
        files[LEDGER] = yaml_text(ledger, None).encode()
    return files | {MISSION: yaml_text(document, Mission).encode()}


def _as_workbook(mission: Mission) -> dict[str, bytes]:
    from tempfile import TemporaryDirectory  # noqa: PLC0415  (once a process)

    with TemporaryDirectory() as folder:
        write_mission(mission, folder, "excel")
        return {WORKBOOK: (Path(folder) / WORKBOOK).read_bytes()}


_FILES: dict[Form, Callable[[Mission], dict[str, bytes]]] = {
    "yaml": _as_written,
    "csv": _as_tables,
    "excel": _as_workbook,
}
