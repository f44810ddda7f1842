"""Recording: rows of records are added to their files, so that no kill loses what was reported.

A file is replaced in one move by itself with its new rows; whoever adds holds a lock on the folder meanwhile,
so that two who report at once both get through. What is added is checked with all that stands there first.
"""

from __future__ import annotations

import csv
import fcntl
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cadre.disk import failures_as_faults, write_whole
from cadre.errors import BadInput, Fault, MissionWarning, Place
from cadre.messages import quoted
from cadre.mission import Mission
from cadre.mission.base import did_you_mean, or_removed
from cadre.mission.numerals import written_in
from cadre.mission_files.csv_files import parse_csv
from cadre.mission_files.headings import Cell
from cadre.mission_files.safe_files import TABLE_AT_MOST, checked_folder, text_of
from cadre.mission_files.sheets import ID, Plan
from cadre.mission_files.tables import rows_in
from cadre.mission_files.tree import Tree, joined
from cadre.tracking.reading import ENDING, FOLDER, checked, tables, trees_of
from cadre.tracking.records import Records

LOCK = ".lock"
Row = Mapping[str, str]
"""Cells of a new record by their headings, as people write them."""
Rows = Mapping[str, Sequence[Row]]
"""New records by table."""
_LETTERS = {"injuries": "injury", "spending": "money", "site_states": "site", "offer_states": "offer"}
"""How ids of records begin that are given none, where it is not the table's name without its s."""


class Recorded:
    """What was added, by table the ids; what stood there already; what of all records is odd.

    Parameters
    ----------
    added, known : dict of str to list of str
        Ids by table. A row that says to the letter what its id says already is known: to report again what
        was reported changes nothing.
    records : Records
        All there are now.
    warnings : tuple of MissionWarning
        Of all records.
    """

    def __init__(
        self,
        added: dict[str, list[str]],
        known: dict[str, list[str]],
        whole: tuple[Records, tuple[MissionWarning, ...]],
    ) -> None:
        self.added, self.known = added, known
        self.records, self.warnings = whole


def record(source: Path | str, mission: Mission, rows: Rows) -> Recorded:
    """Add records to a mission.

    Parameters
    ----------
    source : Path or str
        The mission folder; `records` in it is made where it is missing.
    mission : Mission
        What stands in it.
    rows : mapping of str to sequence of mapping
        New records by table; a row without an id gets the next free one.

    Raises
    ------
    BadInput
        With every fault of the new rows, and of old and new ones together; then nothing is written.
    """
    folder = checked_folder(source)
    with failures_as_faults(folder / FOLDER), written_in(mission.mission.numbers), _locked(folder / FOLDER):
        trees = trees_of(folder)
        new, known = _new_rows(trees, rows)
        others = [tree for name, tree in trees.items() if name not in new]
        whole = checked(joined([*others, *_grown(trees, new)]), mission)
        for name, lines in new.items():
            _append(folder, tables()[name], lines)
    added = {name: [row[ID] for row in lines] for name, lines in new.items()}
    return Recorded(added, known, whole)


@contextmanager
def _locked(within: Path) -> Iterator[None]:
    """Hold the folder of records: others who add to it wait."""
    within.mkdir(exist_ok=True)
    handle = os.open(within / LOCK, os.O_CREAT | os.O_RDWR, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _new_rows(
    trees: Mapping[str, Tree], rows: Rows
) -> tuple[dict[str, list[dict[str, str]]], dict[str, list[str]]]:
    """Part what is new from what stands there, each with an id."""
    new: dict[str, list[dict[str, str]]] = {}
    known: dict[str, list[str]] = {}
    for name, lines in rows.items():
        if name not in tables():
            cure = did_you_mean(name, tables())
            place = Place(path=(name,))
            raise BadInput([Fault.of(place, "tracking.no-table", table=quoted(name), cure=cure)])
        held = trees[name].at((name,)) if name in trees else None
        taken = dict(held or {})
        for line in lines:
            cells = {heading: text for heading, text in line.items() if str(text).strip()}
            key = str(cells.get(ID) or _free(name, taken))
            cells = {ID: key} | cells
            read = _read(name, cells)
            if key in taken and taken[key] == read:
                known.setdefault(name, []).append(key)
                continue
            taken.setdefault(key, read)
            new.setdefault(name, []).append(cells)
    return new, known


def _free(name: str, taken: Mapping[str, Any]) -> str:
    """Return the next free id of a table: `serial-0042`."""
    stem, number = _LETTERS.get(name, name.removesuffix("s")), len(taken) + 1
    while f"{stem}-{number:04}" in taken:
        number += 1
    return f"{stem}-{number:04}"


def _read(name: str, cells: Row) -> Any:
    """Return what a row says as plain data, as a reader of the file gets it."""
    tree = _tree_of(tables()[name], [cells])
    return (tree.at((name,)) or {}).get(cells[ID])


def _tree_of(plan: Plan, rows: Sequence[Row]) -> Tree:
    """Read new rows as if they stood in a file of their own; a heading that is not known is refused."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    unknown = [heading for heading in headings if heading not in plan.headings]
    if unknown:
        raise BadInput(_unknown(plan, heading) for heading in unknown)
    needed = [name for name, field in plan.columns.items() if field.required and name not in headings]
    place = Place(f"{FOLDER}/{plan.name}{ENDING}")
    cells = [[Cell(row.get(heading, ""), place) for heading in (*headings, *needed)] for row in rows]
    return rows_in(plan, [[Cell(heading, place) for heading in (*headings, *needed)], *cells])[0]


def _unknown(plan: Plan, heading: str) -> Fault:
    cure = or_removed(heading, plan.headings)
    return Fault.of(
        Place(path=(plan.name, heading)), "files.unknown-column", column=quoted(heading), cure=cure
    )


def _grown(trees: Mapping[str, Tree], new: Mapping[str, Sequence[Row]]) -> Iterator[Tree]:
    """Yield the tables that grow, each with its new rows."""
    for name, rows in new.items():
        tree = _tree_of(tables()[name], rows)
        before = trees.get(name, Tree())
        held = before.at((name,)) or {}
        for key in tree.at((name,)) or {}:
            if key in held:
                tree.faults.append(Fault.of(tree.place((name, key)), "files.id-twice", id=quoted(key)))
        yield joined([before, tree], deep=True) if held else tree


def _append(folder: Path, plan: Plan, rows: Sequence[Row]) -> None:
    """Add rows to a file, which may not be there; a column that it lacks is added to its headings."""
    file = f"{FOLDER}/{plan.name}{ENDING}"
    before = text_of(folder, file, at_most=TABLE_AT_MOST) if (folder / file).exists() else ""
    grid = [[cell.text for cell in row] for row in parse_csv(before, file)] if before else [[]]
    first = [heading for heading in grid[0] if heading]
    wanted = first[:] or [ID, *(name for name, field in plan.columns.items() if field.required)]
    wanted += [h for h in plan.headings if h not in wanted and any(h in row for row in rows)]
    lines = [[row.get(heading, "") for heading in wanted] for row in rows]
    if wanted == first and before:
        text = before + ("" if before.endswith("\n") else "\n") + _text(lines, before)
    else:
        text = _text([wanted, *grid[1:], *lines], before)
    write_whole(folder / file, text.encode())


def _text(lines: Sequence[Sequence[str]], before: str) -> str:
    """Write rows as CSV, parted as the file is."""
    stream = io.StringIO(newline="")
    head = before.splitlines()[0] if before else ""
    sign = max((",", ";", "\t"), key=head.count) if head else ","
    csv.writer(stream, delimiter=sign, lineterminator="\n").writerows(lines)
    return stream.getvalue()
