"""Cases: mission folders as written at their start, and tables of what happened beside them.

Takes `missions/history`, gives `Case`s, or all faults of all its tables at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from benchmarks.backtests.figures import Figure, read_figures
from benchmarks.backtests.inputs import Entry, read_log, untold
from benchmarks.backtests.plain_faults import plain
from cadre.errors import BadInput, Fault, Place
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.mission_files import read_mission
from cadre.tracking.reading import read_records
from cadre.tracking.records import Records

HISTORY = Path(__file__).resolve().parents[2] / "missions" / "history"
OUTCOMES = "outcomes"


@dataclass(frozen=True)
class Case:
    """A mission as known at its start, the figures published of it, and the log of its inputs.

    `records` are these figures as people would have reported them, each on the day of its publication.
    """

    name: str
    mission: Mission
    figures: tuple[Figure, ...]
    log: tuple[Entry, ...] = ()
    records: Records = field(default_factory=Records)

    @property
    def happened(self) -> tuple[Figure, ...]:
        """What is scored."""
        return tuple(figure for figure in self.figures if figure.known == "after")


def read_cases(history: Path = HISTORY) -> tuple[Case, ...]:
    """Read every case, in the order of names.

    Raises
    ------
    BadInput
        With the faults of all missions and tables: a case without a table of outcomes, a table without a
        case, inputs that are not those of the log, and whatever is wrong within them.
    """
    names = sorted(path.parent.name for path in history.glob("*/mission.yaml"))
    faults = list(_strays(history, names))
    log: tuple[Entry, ...] = ()
    try:
        log = read_log(history, names)
    except BadInput as bad:
        faults += bad.faults
    cases = []
    for name in names:
        try:
            cases.append(_read(history, name, log))
        except BadInput as bad:
            faults += (_named(fault, name) for fault in bad.faults)
    faults += untold(history, log)
    if faults:
        raise BadInput(faults)
    return tuple(cases)


def changed(case: Case, values: Mapping[str, str]) -> Case:
    """Give a case whose mission has other values at some paths.

    Raises
    ------
    BadInput
        Where the mission refuses a path or value.
    """
    try:
        return replace(case, mission=case.mission.changed(values))
    except ValidationError as error:
        raise BadInput(
            plain(Place(case.name, path=tuple(map(str, one["loc"]))), repr(one["input"]), one["msg"])
            for one in error.errors()
        ) from None


def _read(history: Path, name: str, log: tuple[Entry, ...]) -> Case:
    mission = read_mission(history / name)
    figures = read_figures(history / OUTCOMES / f"{name}.csv", mission)
    records = read_records(history / name, mission)
    return Case(name, mission, figures, tuple(entry for entry in log if entry.case == name), records)


def _named(fault: Fault, name: str) -> Fault:
    """Say of which case a mission's file is; a table of outcomes bears its name."""
    place = fault.where
    file = place.file if place.file.startswith(f"{name}.") else f"{name}/{place.file}"
    return Fault(
        Place(file, place.line, place.column, place.cell, place.path), fault.found, fault.allowed, fault.cure
    )


def _strays(history: Path, names: list[str]) -> Iterator[Fault]:
    if not names:
        yield plain(Place(history.name), "no case", "must hold folders with a mission.yaml", "add a case")
    for path in sorted((history / OUTCOMES).glob("*")):
        if path.stem not in names or path.suffix != ".csv":
            cure = did_you_mean(path.stem, names)
            found = f"the table {path.name!r}"
            yield plain(
                Place(f"{OUTCOMES}/{path.name}"), found, "must be CASE.csv of a case that is there", cure
            )
