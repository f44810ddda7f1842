"""Row cells: single cells of a row read as words, with what is not understood told by its cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cadre.errors import Fault, Place
from cadre.messages import Content
from cadre.mission import Mission
from cadre.mission_files.folding import fold
from cadre.mission_files.texts import error_in
from cadre.replies.columns import ReplyTable
from cadre.replies.findings import Findings, Known, Meaning
from cadre.replies.likeness import SAME
from cadre.replies.sheets import ReplyCell, Row
from cadre.replies.terms import NotUnderstood, Term


class CellReading:
    """Reads cells of one table.

    `sure` is whether everything of the row was understood, `party` whose row it is.
    """

    def __init__(self, table: ReplyTable, mission: Mission, known: Known, default: str | None) -> None:
        self.table, self.mission, self.known = table, mission, known
        self.party = default
        self.found = Findings()
        self.sure = True
        self._terms: dict[tuple[str, str], Term | NotUnderstood] = {}

    def _fault(self, place: Place, name: str, /, **values: Content) -> None:
        self.sure = False
        self.found.faults.append(Fault.of(place, name, **values))

    def _has(self, name: str) -> bool:
        return bool(self.table.columns(name))

    def _cells(self, row: Row, name: str) -> list[ReplyCell]:
        """Return the filled cells of a row below the headings of one column."""
        return [row[number] for number in self.table.columns(name) if row[number].text]

    def _checked(self, cell: ReplyCell) -> bool:
        """Refuse what is no value."""
        if cell.fault == "error":
            self.sure = False
            self.found.faults.append(error_in(cell.place, cell.text))
        elif cell.fault:
            self._fault(cell.place, "replies.formula")
        return not cell.fault

    def _meant(self, cell: ReplyCell, column: str) -> str | None:
        """Return what somebody has said that a word means."""
        return self.known.words.get(column, {}).get(fold(cell.text))

    def _read(self, cell: ReplyCell, column: str, reader: Callable[[str], Term]) -> Any:
        """Read a word; what is read by likeness is told, to be confirmed."""
        if not self._checked(cell):
            return None
        term = self._term(cell.text, column, reader)
        if isinstance(term, NotUnderstood):
            self._fault(cell.place, term.name, **term.values)
            return None
        if term.likeness < SAME:
            shown = term.value if isinstance(term.value, str) else "; ".join(_names(term.value))
            self.found.meanings.add(Meaning(column, cell.text, shown, term.likeness))
        return term.value

    def _term(self, text: str, column: str, reader: Callable[[str], Term]) -> Term | NotUnderstood:
        """Read a word once, however many rows it stands in."""
        if (column, text) not in self._terms:
            try:
                self._terms[column, text] = reader(text)
            except NotUnderstood as why:
                self._terms[column, text] = why
        return self._terms[column, text]

    def _value(self, row: Row, place: Place, column: str, reader: Callable[[str], Term]) -> Any:
        """Read the word of a column that must be there, in the row or given for all."""
        cells = self._cells(row, column)
        if not cells and (given := self._given(column)) is not None:
            return given
        if not cells:
            self._fault(self._empty(row, column), "replies.nothing-said", column=column)
            return None
        meant = self._meant(cells[0], column)
        return meant if meant is not None else self._read(cells[0], column, reader)

    def _given(self, column: str) -> str | None:
        """Return what stands for an empty cell: said for all, or for the party of the row."""
        own = self.known.given.get(self.party or "", {})
        return self.known.given.get("", {}).get(column, own.get(column))

    def _empty(self, row: Row, column: str) -> Place:
        """Return the empty cell of a row, or the headings where none is of that column."""
        numbers = self.table.columns(column)
        return row[numbers[0]].place if numbers else self.table.at


def _names(value: Any) -> list[str]:
    """Return the words in a value of several."""
    if isinstance(value, str):
        return [value]
    return [word for one in value for word in _names(one)] if isinstance(value, tuple) else [str(value)]
