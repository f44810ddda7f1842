"""Row days: first and last day of a row, from two columns, one, or the first day and how long."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cadre.errors import Place
from cadre.messages import quoted
from cadre.mission_files.days import Order, days_in
from cadre.mission_files.folding import fold
from cadre.replies.likeness import named_words
from cadre.replies.row_cells import CellReading
from cadre.replies.sheets import ReplyCell, Row
from cadre.replies.times import Length, end_of, length_in, period_in

YEARS_AROUND = 30
"""Days further from the beginning of the mission are slips."""


class DayReading(CellReading):
    """Reads days and lengths of time."""

    def _period(self, row: Row, place: Place, party: str | None) -> tuple[Any, Any]:
        """Read first and last day, from two columns, one, or the first and how long."""
        order = self.known.order.get("") or self.known.order.get(party or "")
        periods = self._cells(row, "period")
        if periods and not (self._cells(row, "begins") and self._cells(row, "ends")):
            return self._in_one(periods[0], order)
        begins = self._day(row, place, "begins", order)
        if not self._cells(row, "ends") and self._cells(row, "lasts"):
            return begins, self._end(row, begins)
        ends = self._day(row, place, "ends", order)
        if begins is not None and ends is not None and ends < begins:
            values = {"begins": begins, "ends": ends}
            self._fault(self._empty(row, "ends"), "parts.ends-before-begins", **values)
        return begins, ends

    def _in_one(self, cell: ReplyCell, order: Order | None) -> tuple[Any, Any]:
        if not self._checked(cell):
            return None, None
        meant = self._meant(cell, "period")
        found = period_in(meant if meant is not None else cell.text, order)
        if len(found) == 1:
            return found[0]
        if found:
            shown = {
                "first": f"{found[0].begins} – {found[0].ends}",
                "second": f"{found[-1].begins} – {found[-1].ends}",
            }
            self._fault(cell.place, "replies.two-days", text=quoted(cell.text), **shown)
        else:
            self._fault(cell.place, "replies.no-period", text=quoted(cell.text))
        return None, None

    def _day(self, row: Row, place: Place, column: str, order: Order | None) -> dt.date | None:
        cells = self._cells(row, column)
        if cells and not self._checked(cells[0]):
            return None
        given = self._given(column)
        if not cells and given is None:
            self._fault(self._empty(row, column), "replies.nothing-said", column=column)
            return None
        content = (self._meant(cells[0], column) or cells[0].content) if cells else given
        where, text = (cells[0].place, cells[0].text) if cells else (place, str(given))
        days = [day for day in days_in(content, order, last=column == "ends") if self._is_near(day)]
        if len(days) == 1:
            return days[0]
        if days:
            both = {"first": str(days[0]), "second": str(days[-1])}
            self._fault(where, "replies.two-days", text=quoted(text), **both)
        else:
            self._fault(where, "replies.no-day", text=quoted(text))
        return None

    def _is_near(self, day: dt.date) -> bool:
        return abs(day.year - self.mission.mission.starts.year) <= YEARS_AROUND

    def _end(self, row: Row, begins: dt.date | None) -> dt.date | None:
        cell = self._cells(row, "lasts")[0]
        length = self._length(cell, "lasts")
        ends = end_of(begins, length) if begins is not None and length is not None else None
        if ends is None and length is not None and begins is not None:
            self._fault(cell.place, "replies.no-length", text=quoted(cell.text))
        return ends

    def _length(self, cell: ReplyCell, column: str) -> Length | None:
        """Read a length of time; the unit of a number alone stands in its heading."""
        if not self._checked(cell):
            return None
        text = self._meant(cell, column) or cell.text
        headings = (self.table.headings[number].text for number in self.table.columns(column))
        units = {named_words("units").get(word) for heading in headings for word in fold(heading).split()} - {
            None
        }
        length = length_in(text) or (length_in(f"{text} {units.pop()}") if len(units) == 1 else None)
        if length is None:
            self._fault(cell.place, "replies.no-length", text=quoted(cell.text))
        return length
