"""Rows of the grid of offers: out of a form, and as a page shows them with what is told at each cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cadre.errors import Fault
from cadre.mission.shape import choices_of
from cadre.site.editing.offers import COLUMNS, OfferRow, ProposedRow, Scope
from cadre.site.editing.pasting import KEY
from cadre.site.pages.telling import fault_line, placed_line, warning_line
from cadre.words import Catalogue

WHOLE = ""
"""A whole row, among its columns. What is told of a column that its reader does not see stays untold."""
NEW_ROWS = 3
"""Empty rows below the offers."""
_CELL = re.compile(r"r([0-9]{1,5})\.(\w{1,20})")
_LISTED = {"party": "parties", "role": "roles", "not_at": "sites", "not_for": "courses", "rank": "ranks"}
"""Columns that name things of the mission, and the part of it that has their ids."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its heading, its help, the words to choose from, and the list whose ids are offered."""

    id: str
    title: str
    help: str
    unit: str
    choices: tuple[tuple[str, str], ...] = ()
    listed: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: what stands there, what stood there, and everything that is told of it."""

    column: GridColumn
    text: str
    before: str | None = None
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the grid; `key` is empty for one that begins an offer, `named` what it will be called."""

    number: int
    key: str
    cells: tuple[GridCell, ...]
    named: str = ""
    what: str = ""
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    is_gone: bool = False
    since: Any = None


def columns_for(scope: Scope, words: Catalogue) -> tuple[GridColumn, ...]:
    """Return the columns that somebody sees."""
    return tuple(_column(name, words) for name in scope.columns)


def _column(name: str, words: Catalogue) -> GridColumn:
    field = COLUMNS[name]
    choices = tuple((one, words.text(f"site.offer-{one}")) for one in choices_of(field.type))
    title = words.text(f"site.column-{name.replace('_', '-')}")
    return GridColumn(name, title, field.help, field.unit, choices, _LISTED.get(name, ""))


def lists_for(columns: Iterable[GridColumn], document: Mapping[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Return ids with titles by the part of the mission that columns offer."""
    named = {column.listed for column in columns} - {""}
    return {part: [(key, _title(one)) for key, one in _items(document.get(part))] for part in sorted(named)}


def _items(part: Any) -> Iterable[tuple[str, Any]]:
    return part.items() if isinstance(part, Mapping) else ((str(one), {}) for one in part or ())


def _title(thing: Any) -> str:
    return str(thing.get("title", "")) if isinstance(thing, Mapping) else ""


def typed(form: Mapping[str, str], scope: Scope) -> list[OfferRow]:
    """Return the rows of a form in their order; other fields of it are passed over."""
    rows: dict[int, dict[str, str]] = {}
    for name, text in form.items():
        match = _CELL.fullmatch(name)
        if match is not None:
            rows.setdefault(int(match[1]), {})[match[2]] = text.replace("\r\n", "\n")
    return [
        OfferRow(
            row.get(KEY, "").strip(),
            {name: text for name, text in row.items() if name in scope.columns},
            gone=row.get("gone") == "yes",
        )
        for _, row in sorted(rows.items())
    ]


def standing(
    rows: Sequence[OfferRow], columns: Sequence[GridColumn], since: Mapping[str, Any]
) -> list[GridRow]:
    """Return offers as rows of the grid, with the step by which each came to its state."""
    return [
        GridRow(number, row.key, _cells(row, columns), named=row.key, since=since.get(row.key))
        for number, row in enumerate(rows)
    ]


def empty(columns: Sequence[GridColumn], begin: int) -> list[GridRow]:
    """Return rows that begin offers, numbered from `begin`."""
    return [GridRow(begin + n, "", _cells(OfferRow("", {}), columns)) for n in range(NEW_ROWS)]


def proposed(rows: Iterable[ProposedRow], columns: Sequence[GridColumn], words: Catalogue) -> list[GridRow]:
    """Return rows as they were typed, with everything that is told of them at its cell."""
    return [_proposed(number, one, columns, words) for number, one in enumerate(rows)]


def _proposed(number: int, one: ProposedRow, columns: Sequence[GridColumn], words: Catalogue) -> GridRow:
    cells = tuple(
        replace(
            cell,
            before=one.before.get(cell.column.id),
            faults=tuple(_faults(one, cell.column.id, words)),
            warnings=tuple(_warned(one, cell.column.id, words)),
        )
        for cell in _cells(one.row, columns)
    )
    row_faults = list(_faults(one, WHOLE, words))
    if one.what in ("unknown", "twice"):
        row_faults.append(words.text(f"site.offer-is-{one.what}", offer=one.key))
    return GridRow(
        number=number,
        key=one.row.key,
        cells=cells,
        named=one.key,
        what=one.what,
        faults=tuple(row_faults),
        warnings=tuple(_warned(one, WHOLE, words)),
        is_gone=one.row.gone,
    )


def _faults(one: ProposedRow, column: str, words: Catalogue) -> Iterator[str]:
    yield from (fault_line(fault, words) for fault in one.faults.get(column, ()))
    if column in one.theirs:
        theirs = one.theirs[column]
        name = "site.row-changed-meanwhile" if not column else "site.changed-meanwhile"
        yield words.text(name, theirs=theirs or "–")


def _warned(one: ProposedRow, column: str, words: Catalogue) -> Iterator[str]:
    yield from (warning_line(warning, words) for warning in one.warnings.get(column, ()))


def elsewhere(faults: Iterable[Fault], scope: Scope, words: Catalogue) -> tuple[str, ...]:
    """Return faults that stand at no row; a nation is told no more than that there are some."""
    if scope.nation:
        return (words.text("site.rests-on-offers"),) if any(True for _ in faults) else ()
    return tuple(placed_line(fault, words) for fault in faults)


def _cells(row: OfferRow, columns: Sequence[GridColumn]) -> tuple[GridCell, ...]:
    return tuple(GridCell(column, row.cells.get(column.id, "")) for column in columns)
