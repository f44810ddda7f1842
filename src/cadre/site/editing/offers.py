"""Offers as rows that people type: what their reader may see and change, and what rows would bring.

Takes the document that rows began from and the newest one, gives an `OffersProposal`: every row with what is
wrong or odd at its cells. A nation's representative deals with its own offers alone: those of others are not
there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from cadre.errors import Fault, MissionWarning, Place
from cadre.mission.base import id_like
from cadre.mission.nations import Offer
from cadre.mission.shape import Field, columns_of
from cadre.mission_files import ReadMission
from cadre.mission_files.folding import fold
from cadre.mission_files.tree import Path
from cadre.site.editing.cells import CellEdits, Conflict, applied, rebased, text_at, value_at
from cadre.site.editing.checking import checked

TABLE = "offers"
COLUMNS: Mapping[str, Field] = columns_of(Offer)
JUDGED = ("honoured", "late", "basis")
"""Columns that planners fill in about a nation: it does not see them."""
_TITLED = {"party": "parties", "role": "roles"}
"""Columns that name something with a title, and the table of it."""
LONGEST_STEM = 54


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose offers somebody deals with: all, or one nation's."""

    nation: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that they see."""
        return tuple(name for name in COLUMNS if not self.nation or name not in ("party", *JUDGED))

    def sees(self, offer: Mapping[str, Any]) -> bool:
        """Say whether an offer is there for them."""
        return not self.nation or offer.get("party") == self.nation


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A row as it was typed: the offer that it changes (empty for a new one), its cells, whether it goes."""

    key: str
    cells: Mapping[str, str]
    gone: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.key and not any(text.strip() for text in self.cells.values())


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """A row with what it would do and what is told of it.

    Parameters
    ----------
    row : OfferRow
        As it was typed.
    key : str
        Of the offer, a new one's too.
    what : str
        `new`, `changed`, `gone` or `same`; `unknown` where there is no such offer.
    before : dict of str to str
        What stood in cells that change.
    faults, warnings, theirs : dict
        By column, `""` for the row: what is wrong, what is odd, what others wrote there meanwhile.
    """

    row: OfferRow
    key: str
    what: str
    before: Mapping[str, str]
    faults: Mapping[str, Sequence[Fault]]
    warnings: Mapping[str, Sequence[MissionWarning]]
    theirs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OffersProposal:
    """What rows would bring; `read` is the mission with all of it, None where something is in the way.

    `others` are faults that stand at no row: something else in the mission rests on what goes or changes.
    """

    rows: tuple[ProposedRow, ...]
    others: tuple[Fault, ...]
    read: ReadMission | None

    @property
    def changes(self) -> tuple[ProposedRow, ...]:
        """The rows that do something."""
        return tuple(one for one in self.rows if one.what != "same")


def keys_of(document: Mapping[str, Any], scope: Scope, find: str = "") -> list[str]:
    """Return the ids of the offers that somebody sees, with `find` of those that hold it."""
    wanted = fold(find)
    return [
        key
        for key, offer in document.get(TABLE, {}).items()
        if scope.sees(offer) and (not wanted or wanted in fold(_words_of(key, offer, scope)))
    ]


def _words_of(key: str, offer: Mapping[str, Any], scope: Scope) -> str:
    return " ".join([key, *(str(value) for column, value in offer.items() if column in scope.columns)])


def rows_of(document: Mapping[str, Any], scope: Scope, keys: Iterable[str]) -> list[OfferRow]:
    """Return offers as rows, with the columns that somebody sees."""
    return [
        OfferRow(key, {column: text_at(document, (TABLE, key, column)) for column in scope.columns})
        for key in keys
    ]


def propose(
    rows: Iterable[OfferRow], base: Mapping[str, Any], newest: Mapping[str, Any], scope: Scope
) -> OffersProposal:
    """Tell what rows would bring.

    Parameters
    ----------
    rows : iterable of OfferRow
        As they were typed; empty ones are passed over.
    base, newest : mapping
        Documents: that which the rows began from, and that which they go into.
    scope : Scope
        Whose offers they may speak of.
    """
    keyed = _keyed([_meant(row, newest) for row in rows if not row.is_empty], base, newest, scope)
    edits, whats = CellEdits(), dict[int, str]()
    cells, gone, new = dict[Path, str](), list[Path](), list[Path]()
    for number, (key, row) in enumerate(keyed):
        whats[number], found = _edits_of(key, row, base, scope)
        cells |= found
        gone += [(TABLE, key)] if whats[number] == "gone" else []
        new += [(TABLE, key)] if whats[number] == "new" else []
    edits, conflicts = rebased(CellEdits(cells, tuple(gone), tuple(new)), base, newest)
    document, unread = applied(newest, edits)
    result = checked(document) if any(what not in ("same", "unknown") for what in whats.values()) else None
    faults = [*unread, *(result.faults if result is not None else ())]
    twice = _twice(key for key, _ in keyed)
    told = tuple(
        _told(
            _up_to_date(row, key, base, newest),
            key,
            "twice" if key in twice else whats[number],
            (newest, faults, conflicts),
            result,
        )
        for number, (key, row) in enumerate(keyed)
    )
    at_rows = {key for key, _ in keyed}
    others = tuple(one for one in faults if one.where.path[:1] != (TABLE,) or one.where.path[1:2] == ()
                   or one.where.path[1] not in at_rows)  # fmt: skip
    stopped = faults or conflicts or any(one.what in ("unknown", "twice") for one in told)
    return OffersProposal(told, others, result.read if result is not None and not stopped else None)


def _twice(keys: Iterable[str]) -> set[str]:
    seen, twice = set[str](), set[str]()
    for key in keys:
        (twice if key in seen else seen).add(key)
    return twice


def _keyed(
    rows: Sequence[OfferRow], base: Mapping[str, Any], newest: Mapping[str, Any], scope: Scope
) -> list[tuple[str, OfferRow]]:
    """Return rows with the key of their offer; new ones get the next that is free of party and role."""
    taken = {*base.get(TABLE, {}), *newest.get(TABLE, {}), *(row.key for row in rows)}
    found = []
    for row in rows:
        key = row.key
        if not key:
            party = scope.nation or row.cells.get("party", "")
            stem = id_like(f"{party}-{row.cells.get('role', '')}")[:LONGEST_STEM] or "offer"
            numbered = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
            key = next(name for name in numbered if name not in taken)
            taken.add(key)
        found.append((key, row))
    return found


def _meant(row: OfferRow, document: Mapping[str, Any]) -> OfferRow:
    """Read titles of parties and roles as their ids, where they name one."""
    cells = dict(row.cells)
    for column, table in _TITLED.items():
        text, things = fold(cells.get(column, "")), document.get(table, {})
        if cells.get(column, "") not in things and text:
            named = [key for key, one in things.items() if text in (fold(key), fold(one.get("title", "")))]
            cells |= {column: named[0]} if len(named) == 1 else {}
    return OfferRow(row.key, cells, row.gone)


def _edits_of(key: str, row: OfferRow, base: Mapping[str, Any], scope: Scope) -> tuple[str, dict[Path, str]]:
    """Return what a row does, and the cells that it sets."""
    offer = value_at(base, (TABLE, key))
    if offer is not None and not scope.sees(offer):
        return "unknown", {}
    if offer is None and row.key and scope.nation:
        return "unknown", {}
    if row.gone:
        return ("gone", {}) if offer is not None else ("same", {})
    cells = {column: text.strip() for column, text in row.cells.items() if column in scope.columns}
    if offer is None:
        cells |= {"party": scope.nation} if scope.nation else {}
        return "new", {(TABLE, key, column): text for column, text in cells.items() if text}
    changed: dict[Path, str] = {
        (TABLE, key, column): text
        for column, text in cells.items()
        if text != text_at(base, (TABLE, key, column)).strip()
    }
    return ("changed", changed) if changed else ("same", {})


def _up_to_date(row: OfferRow, key: str, base: Mapping[str, Any], newest: Mapping[str, Any]) -> OfferRow:
    """Return a row in which cells that its author left alone are as others have them now."""
    paths = {column: (TABLE, key, column) for column in row.cells}
    left = {
        c: text_at(newest, at) for c, at in paths.items() if row.cells[c].strip() == text_at(base, at).strip()
    }
    return OfferRow(row.key, dict(row.cells) | left, row.gone) if value_at(newest, (TABLE, key)) else row


def _told(
    row: OfferRow,
    key: str,
    what: str,
    about: tuple[Mapping[str, Any], Sequence[Fault], Sequence[Conflict]],
    result: Any,
) -> ProposedRow:
    newest, faults, conflicts = about
    before = {
        column: was
        for column, text in row.cells.items()
        if what == "changed" and (was := text_at(newest, (TABLE, key, column))) != text.strip()
    }
    warnings = result.warnings if result is not None and what in ("new", "changed") else ()
    return ProposedRow(
        row=row,
        key=key,
        what=what,
        before=before,
        faults=_by_column(key, faults),
        warnings=_by_column(key, warnings),
        theirs={_column(one.path): one.theirs for one in conflicts if one.path[:2] == (TABLE, key)},
    )


def _by_column(key: str, told: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for one in told:
        where: Place = one.where
        if where.path[:2] == (TABLE, key):
            found.setdefault(_column(where.path), []).append(one)
    return found


def _column(path: Path) -> str:
    """Return the column that a path of an offer leads to; empty for the row."""
    return path[2] if len(path) > 2 and path[2] in COLUMNS else ""  # noqa: PLR2004  (table, offer, column)
