"""Remarks and notes: what people write beside a mission, kept when it goes from one form to another.

Remarks stand in columns `remarks` of tables and sheets, and in `remarks.csv` for what stands in files without
such a column; notes stand on sheets and in CSV files whose name begins with `notes`. No part of the mission.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cadre.mission_files import names
from cadre.mission_files.headings import Grid, from_headings, headings_in, rows_below
from cadre.mission_files.safe_files import TABLE_AT_MOST, text_of
from cadre.mission_files.sheets import PATH, REMARKS
from cadre.mission_files.tree import Path as Keys
from cadre.mission_files.tree import Tree
from cadre.mission_files.workbook import Notes, notes_in

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?")
_UNSAFE = re.compile(r"[^\w .()-]")


def remarks_in(grid: Grid) -> Tree:
    """Read `remarks.csv`: the path of what they stand beside, and the remarks."""
    tree = Tree()
    grid = from_headings(grid, (PATH,), tree)
    headings = headings_in(grid, {PATH: True}, (PATH,), ((REMARKS,), tree))
    for row in rows_below(grid) if headings is not None else ():
        cells = {name: cell for name, cell in zip(headings or (), row, strict=False) if name}
        if REMARKS in cells and not cells[REMARKS].is_empty:
            tree.remarks[_keys(cells[PATH].text)] = cells[REMARKS].text
    return tree


def _keys(path: str) -> Keys:
    """Split a path; what a choice sets is one key behind `set`, as in the tree."""
    keys = path.split(".")
    if "set" in keys[:-1] and keys[0] in ("levers", "nothing"):
        at = keys.index("set") + 1
        keys[at:] = [".".join(keys[at:])]
    return tuple(keys)


def remarks_text(remarks: Mapping[Keys, str]) -> str:
    """Write `remarks.csv`."""
    return _csv([[PATH, REMARKS], *([".".join(path), remark] for path, remark in remarks.items())])


def notes_of(folder: Path, only: str) -> Notes:
    """Read the notes of a folder, or of one workbook in it."""
    notes: Notes = {}
    if only or (folder / names.WORKBOOK).is_file():
        notes |= notes_in(folder, only or names.WORKBOOK)
    for file in [] if only else sorted(folder.iterdir()):
        if names.is_notes(file.name):
            lines = io.StringIO(text_of(folder, file.name, at_most=TABLE_AT_MOST), newline="")
            notes[file.stem] = [[_note_in(cell) for cell in row] for row in csv.reader(lines)]
    return notes


def _note_in(text: str) -> Any:
    if not text:
        return None
    return float(text) if _NUMBER.fullmatch(text) else text


def notes_files(notes: Notes) -> dict[str, bytes]:
    """Return the files for sheets of notes; a name that no file can have is changed."""
    files: dict[str, bytes] = {}
    for sheet, rows in notes.items():
        name, number = _UNSAFE.sub("-", sheet.strip()), 1
        while f"{name}.csv".lower() in {known.lower() for known in files}:
            number += 1
            name = f"{_UNSAFE.sub('-', sheet.strip())}-{number}"
        files[f"{name}.csv"] = _csv(rows).encode()
    return files


def _csv(rows: Iterable[Iterable[Any]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows([_note_text(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _note_text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
