"""Published figures of a case: what was announced at its start, and what happened.

Takes a table of `missions/history/outcomes`, gives `Figure`s, or all faults of the table at once. Knows no
model.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.backtests.plain_faults import plain
from cadre.errors import BadInput, Fault, Place
from cadre.messages import Message
from cadre.mission import Mission
from cadre.mission.base import did_you_mean
from cadre.mission_files.csv_files import parse_csv
from cadre.mission_files.headings import Cell, Grid
from cadre.mission_files.safe_files import TABLE_AT_MOST, text_of

KNOWN = ("before", "after")
STRENGTHS = ("weak", "fair", "strong")
COLUMNS = ("known", "date", "quantity", "figure", "source", "strength", "rule")
COST, PEOPLE, TRAINED, UNITS = "cost", "people", "trained", "units."


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A published figure.

    Parameters
    ----------
    date : date
        The figure holds at the end of its week.
    quantity : str
        `units.CAPABILITY` (units that stand), `cost` (spent since the start, in the mission's currency),
        `people` (sent by nations and present) or `trained` (since the start, counted as the mission says).
    figure : float
        Above 0.
    known : str
        `before` the start, such as what was announced: it gives the rate that is carried on until something
        has happened, and is not scored. `after`: what happened.
    source : str
        Who published it.
    strength : str
        `strong`: a document of the mission or of who pays for it; `fair`: press that names who said it;
        `weak`: recalled, or derived from other figures.
    rule : str
        What was counted. Across a change of rule nothing is carried on.
    """

    date: dt.date
    quantity: str
    figure: float
    known: str
    source: str
    strength: str
    rule: str


def read_figures(path: Path, mission: Mission) -> tuple[Figure, ...]:
    """Read what was published of a case, in the order of dates.

    Raises
    ------
    BadInput
        With every fault of the table: its columns, its cells, and figures that the mission cannot forecast.
    """
    grid = grid_of(path)
    faults = list(_columns_refused(grid, path.name))
    if faults:
        raise BadInput(faults)
    rows = [dict(zip(COLUMNS, cells, strict=True)) for cells in _in_order(grid)]
    faults = [fault for row in rows for fault in _cells_refused(row, mission)] + list(_repeated(rows))
    if faults:
        raise BadInput(faults)
    return tuple(sorted(_figure(row) for row in rows))


def grid_of(path: Path) -> Grid:
    """Give the cells of a table, without empty lines.

    Raises
    ------
    BadInput
        The file is missing, empty or no CSV.
    """
    grid = parse_csv(text_of(path.parent.resolve(), path.name, at_most=TABLE_AT_MOST), path.name)
    return [row for row in grid if not all(cell.is_empty for cell in row)]


def _text(cell: Cell) -> str:
    return "" if cell.is_empty else str(cell.content).strip()


def _columns_refused(grid: Grid, file: str) -> Iterator[Fault]:
    """Find columns that are missing, unknown or twice, and rows that are longer or shorter than the first."""
    heads = [_text(cell) for cell in grid[0]]
    for name in COLUMNS:
        if name not in heads:
            yield plain(Place(file, 1, 1), f"no column {name!r}", "must be there", f"add {name!r}")
    for cell in grid[0]:
        name = _text(cell)
        if name not in COLUMNS:
            cure = did_you_mean(name, COLUMNS)
            yield plain(cell.place, f"the unknown column {name!r}", "must be a column of outcomes", cure)
        elif heads.count(name) > 1:
            yield plain(cell.place, f"the column {name!r} twice", "must stand once", "leave one out")
    for row in grid[1:]:
        if len(row) != len(heads):
            comma = "quote a text that holds a comma"
            yield plain(
                row[0].place, f"{len(row)} cells", f"must be {len(heads)}, as in the first row", comma
            )
    if len(grid) == 1:
        yield plain(Place(file, 1, 1), "no row", "must hold at least one figure", "add what happened")


def _in_order(grid: Grid) -> Iterator[list[Cell]]:
    """Give the cells of each row in the order of `COLUMNS`."""
    places = [[_text(cell) for cell in grid[0]].index(name) for name in COLUMNS]
    yield from ([row[place] for place in places] for row in grid[1:])


def _cells_refused(row: Mapping[str, Cell], mission: Mission) -> Iterator[Fault]:
    """Find what is wrong with the cells of a row."""
    for name, allowed in (("known", KNOWN), ("strength", STRENGTHS)):
        if _text(row[name]) not in allowed:
            cure = did_you_mean(_text(row[name]), allowed)
            yield _fault(row, name, f"must be one of {', '.join(allowed)}", cure)
    for name in ("source", "rule"):
        if row[name].is_empty:
            yield _fault(row, name, "must be told", f"write the {name} of the figure")
    yield from _quantity_refused(row, mission)
    yield from _figure_refused(row)
    yield from _date_refused(row, mission)


def _fault(row: Mapping[str, Cell], name: str, allowed: str, cure: Message | str) -> Fault:
    found = repr(_text(row[name])) if not row[name].is_empty else "nothing"
    place = row[name].place
    return plain(Place(place.file, place.line, place.column, place.cell, (name,)), found, allowed, cure)


def _quantity_refused(row: Mapping[str, Cell], mission: Mission) -> Iterator[Fault]:
    known = (COST, PEOPLE, TRAINED, *(f"{UNITS}{key}" for key in mission.capabilities))
    if _text(row["quantity"]) not in known:
        cure = did_you_mean(_text(row["quantity"]), known)
        yield _fault(row, "quantity", "must be cost, people, trained or units.CAPABILITY", cure)


def _figure_refused(row: Mapping[str, Cell]) -> Iterator[Fault]:
    if not 0 < _number(_text(row["figure"])) < math.inf:
        yield _fault(row, "figure", "must be a number above 0", "write digits alone, such as 2680")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _date_refused(row: Mapping[str, Cell], mission: Mission) -> Iterator[Fault]:
    day = _day(_text(row["date"]))
    if day is None:
        yield _fault(row, "date", "must be a day", "write it as 2014-06-30")
        return
    starts, last = mission.mission.starts, mission.date_of(mission.floor_week)
    if _text(row["known"]) == "after" and not starts <= day < last:
        allowed = f"must lie from {starts} to before {last}, while the host is followed"
        yield _fault(row, "date", allowed, "correct the date, or lengthen mission.horizon")
    if _text(row["known"]) == "before" and day <= starts and _text(row["quantity"]) != PEOPLE:
        allowed = f"must lie after the start, {starts}: the day by which the figure was announced"
        yield _fault(row, "date", allowed, "a rate needs the time in which it is reached")


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _repeated(rows: Iterable[Mapping[str, Cell]]) -> Iterator[Fault]:
    """Find figures of one quantity and day that stand twice."""
    rows = list(rows)
    keys = [tuple(_text(row[name]) for name in ("known", "date", "quantity")) for row in rows]
    counted = Counter(keys)
    for row, key in zip(rows, keys, strict=True):
        if counted[key] > 1:
            yield _fault(row, "quantity", "must stand once for a day", "keep the stronger source")


def _figure(row: Mapping[str, Cell]) -> Figure:
    said = {name: _text(cell) for name, cell in row.items()}
    day = dt.date.fromisoformat(said["date"])
    figure = float(said["figure"])
    return Figure(
        day, said["quantity"], figure, said["known"], said["source"], said["strength"], said["rule"]
    )
