"""Workbook, hidden: rows, columns and sheets that nobody sees, though they count like all others.

Takes what was read of a sheet, gives warnings that name what of it holds something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cadre.errors import MissionWarning, Place
from cadre.messages import listed
from cadre.mission_files.workbook_cells import Sheet, column_name


def hidden_in(sheet: str, held: Sheet, file: str) -> Iterator[MissionWarning]:
    """Return the warnings of a sheet."""
    if held.hidden and held.cells:
        yield MissionWarning.about(Place(file, cell=f"{sheet}!A1"), "warnings.hidden-sheet")
        return
    rows = sorted(held.hidden_rows & {row for row, _ in held.cells})
    if rows:
        place, named = Place(file, cell=f"{sheet}!A{rows[0]}"), listed(_runs(rows, str))
        yield MissionWarning.about(place, "warnings.hidden-rows", rows=named, count=len(rows))
    spans = held.hidden_columns
    columns = sorted({c for _, c in held.cells if any(first <= c <= last for first, last in spans)})
    if columns:
        place = Place(file, cell=f"{sheet}!{column_name(columns[0])}1")
        named = listed(_runs(columns, column_name))
        yield MissionWarning.about(place, "warnings.hidden-columns", columns=named, count=len(columns))


def _runs(numbers: Sequence[int], name: Callable[[int], str]) -> Iterator[str]:
    """Name rising numbers, those that follow each other as one run: `3`, `5-9`."""
    first = last = numbers[0]
    for number in (*numbers[1:], -1):
        if number != last + 1:
            yield name(first) if first == last else f"{name(first)}-{name(last)}"
            first = number
        last = number
