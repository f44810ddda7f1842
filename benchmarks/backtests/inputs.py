"""The log of inputs: what each case was first played with, and every change since, told.

Takes `inputs.csv` of a folder of cases, which a run adds a row to for each case it plays for the first time.
A case whose folder is not that of its last row is refused, so that no input is changed in silence.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from benchmarks.backtests.figures import grid_of
from benchmarks.backtests.plain_faults import plain
from cadre.errors import BadInput, Fault, Place
from cadre.mission.base import did_you_mean

LOG = "inputs.csv"
BEFORE, FIRST, AFTER = "before the first run", "first run", "after the first run"
WHEN = (BEFORE, FIRST, AFTER)
COLUMNS = ("case", "date", "when", "inputs", "what", "why")
LETTERS = 12
"""Letters of a fingerprint."""


@dataclass(frozen=True)
class Entry:
    """A row of the log.

    `inputs` is the fingerprint of the case's folder after a change or at the first run; anything before it.
    """

    case: str
    date: str
    when: str
    inputs: str
    what: str
    why: str


def fingerprint(folder: Path) -> str:
    """Give the first letters of SHA-256 over names and bytes of the folder's files, in the order of names.

    Of the files themselves: the folder `records` beside them holds what happened, and is no input.
    """
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:LETTERS]


def untold(history: Path, log: Iterable[Entry]) -> Iterator[Fault]:
    """Find cases whose folder is not as the last row of the log says."""
    last = {entry.case: entry.inputs for entry in log if entry.when != BEFORE}
    for case, told in last.items():
        now = fingerprint(history / case)
        if now != told:
            cure = f"undo the change, or tell it: {case},{dt.date.today()},{AFTER},{now},WHAT,WHY"
            yield plain(Place(LOG), f"{case} with inputs {now}", f"must be {told} as played", cure)


def note_first_runs(history: Path, log: Iterable[Entry], cases: Iterable[str], today: dt.date) -> None:
    """Add a row for each case that is played for the first time."""
    known = {entry.case for entry in log if entry.when == FIRST}
    new = [case for case in cases if case not in known]
    is_there = (history / LOG).exists()
    with (history / LOG).open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if not is_there:
            writer.writerow(COLUMNS)
        for case in new:
            first = (FIRST, fingerprint(history / case), "all", "first run")
            writer.writerow(astuple(Entry(case, str(today), *first)))


def read_log(history: Path, names: list[str]) -> tuple[Entry, ...]:
    """Read the log; empty where there is none yet.

    Raises
    ------
    BadInput
        With every row that is no row of the log.
    """
    if not (history / LOG).exists():
        return ()
    heads, *rows = grid_of(history / LOG)
    said = [[str(cell.content or "").strip() for cell in row] for row in (heads, *rows)]
    if tuple(said[0]) != COLUMNS:
        allowed = f"must be {', '.join(COLUMNS)}"
        raise BadInput([plain(Place(LOG, 1, 1), f"the columns {', '.join(said[0])}", allowed)])
    faults: list[Fault] = []
    for row, told in zip(rows, said[1:], strict=True):
        faults += _refused(row[0].place, told, names)
    if faults:
        raise BadInput(faults)
    return tuple(Entry(*told) for told in said[1:])


def _refused(place: Place, told: list[str], names: list[str]) -> Iterator[Fault]:
    """Find what is wrong with a row."""
    if len(told) != len(COLUMNS) or not all(told):
        allowed = f"must be {len(COLUMNS)}: {', '.join(COLUMNS)}"
        yield plain(place, f"{sum(map(bool, told))} filled cells", allowed, "quote a text that holds a comma")
        return
    case, _, when = told[:3]
    if case not in names:
        yield plain(place, f"the case {case!r}", "must be a case that is there", did_you_mean(case, names))
    if when not in WHEN:
        yield plain(place, repr(when), f"must be one of {', '.join(WHEN)}", did_you_mean(when, WHEN))
