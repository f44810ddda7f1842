"""Unread: files beside a mission that could be meant for it and are not read.

A file of a table, a workbook or a text of data by another name is a fault, since a misspelt name would drop a
part of the mission; other files are told of where their name or form says that they hold data.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from cadre.errors import Fault, MissionWarning, Place
from cadre.messages import Message, message, readable
from cadre.mission.base import did_you_mean
from cadre.mission_files.names import (
    MISSION,
    REMARKS,
    REPLIES,
    TEMPLATE,
    WORKBOOK,
    WORKBOOK_ENDING,
    is_notes,
    known_files,
)

WATCHED = (".yaml", ".yml", ".csv", ".xlsx", ".xls", ".xlsm", ".ods")
"""Endings of files that a planner could take for a part of the mission: another name is a fault."""
SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".ods")
"""Of these the endings of workbooks, in whatever form."""
OF_DATA = frozenset((
    ".tsv", ".tab", ".psv", ".dif", ".slk", ".prn", ".dat", ".data", ".json", ".toml", ".xml",
    ".xlsb", ".xltx", ".xltm", ".xlt", ".xlam", ".fods", ".ots", ".numbers", ".gsheet", ".et",
    ".parquet", ".feather", ".dbf", ".mdb", ".accdb", ".sqlite",
))  # fmt: skip
"""Endings of files that hold data in a form that is not read."""
LIKE = 0.8
"""Likeness of a name, from 0 to 1, from which it is taken for that of a part."""
_LOCKS = re.compile(r"~\$(.+)|\.~lock\.(.+)#")
"""What Excel and LibreOffice put beside a file that they have open."""
_FRAME = re.compile(
    r"[\s_.()\[\]-]+|(?:copy|kopie|copie|copia) (?:of|von|de|di)"
    r"|copy|kopie|copie|old|new|final|backup|bak|\d+"
)
"""What people and programs put around the name of a copy."""


def unknown_files(folder: Path) -> Iterator[Fault]:
    """Return the faults of files that look like a part of the mission and have no name of one."""
    known = (*known_files(), TEMPLATE, REPLIES, REMARKS)
    for path in sorted(folder.iterdir()):
        is_own = path.name in known or _is_hidden(path) or is_notes(path.name)
        if path.suffix.lower() in WATCHED and not is_own:
            yield Fault.of(Place(path.name), "files.unknown-file", cure=_cure_of(path, known))


def _cure_of(path: Path, known: Iterable[str]) -> Message:
    """Return the cure for a file: a new name does not make a table of a workbook, or of another form."""
    form, near = path.suffix.lower(), _part_like(path.name)
    wanted = WORKBOOK if near == MISSION and form in SPREADSHEETS else near
    has_mission = any((path.parent / name).exists() for name in (MISSION, WORKBOOK))
    if form == WORKBOOK_ENDING and not has_mission and wanted in ("", WORKBOOK):
        return message("files.give-the-workbook", file=readable(path.name))
    if form in SPREADSHEETS and wanted and not wanted.endswith(form):
        return message("files.save-it-as", file=wanted)
    return did_you_mean(path.name, known)


def unread_files(folder: Path, only: str = "") -> Iterator[MissionWarning]:
    """Return the warnings of files and folders that could be meant for the mission and are not read.

    Where but one workbook is read, `only`, nothing beside it could be meant.
    """
    for path in sorted(folder.iterdir()):
        lock = _LOCKS.fullmatch(path.name)
        if lock is not None:
            parts = (only,) if only else (*known_files(), REMARKS)
            yield from _open_elsewhere(folder, lock[1] or lock[2], parts)
        elif only or _is_hidden(path) or path.name in known_files():
            continue
        elif path.is_dir():
            yield from _in_folder(path)
        elif path.suffix.lower() not in WATCHED and (path.suffix.lower() in OF_DATA or _part_like(path.name)):
            near = _part_like(path.name) or "nothing"
            yield MissionWarning.about(Place(path.name), "warnings.file-not-read", near=near)


def missions_inside(folder: Path) -> Iterator[str]:
    """Return the names of the folders in a folder that hold a mission themselves."""
    for path in sorted(folder.iterdir()):
        if not _is_hidden(path) and any(os.path.isfile(path / name) for name in (MISSION, WORKBOOK)):
            yield path.name


def _is_hidden(path: Path) -> bool:
    return path.name.startswith((".", "~"))


def _open_elsewhere(folder: Path, name: str, parts: Iterable[str]) -> Iterator[MissionWarning]:
    """Warn of a part that a spreadsheet program has open; Excel leaves out the first two letters of names."""
    held = next((known for known in parts if known in (name, known[:2] + name)), None)
    if held is not None and (folder / held).exists():
        yield MissionWarning.about(Place(held), "warnings.open-elsewhere", file=held)


def _in_folder(folder: Path) -> Iterator[MissionWarning]:
    try:
        names = {path.name for path in folder.iterdir()} if not folder.is_symlink() else set()
    except OSError:
        return
    held = sorted(names & known_files().keys())
    if held and "study.json" not in names:
        yield MissionWarning.about(Place(folder.name), "warnings.folder-not-read", file=held[0])


def _part_like(name: str) -> str:
    """Return the part that the name of a file is like, whatever its endings; empty where it is like none."""
    known = {part.partition(".")[0]: part for part in known_files()} | {"mission": MISSION}
    for piece in (name.partition(".")[0].lower(), _FRAME.sub("", name.lower().partition(".")[0])):
        near = difflib.get_close_matches(piece.strip(), known, n=1, cutoff=LIKE)
        if near:
            return known[near[0]]
    return ""
