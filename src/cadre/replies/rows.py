"""Rows: rows of a reply to offers, with everything of it that is not understood told by its cell.

Takes the tables of a reply, the mission and what is known already, gives `Findings`. Totals, blank rows, notes and
footnotes are told apart from offers; nothing is passed over without being said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cadre.errors import Fault, Place
from cadre.messages import Content
from cadre.mission import Mission
from cadre.mission_files.texts import error_in
from cadre.replies.columns import NOTHING, Table
from cadre.replies.days import Length, Order, days_in, end_of, length_in, period_in
from cadre.replies.likeness import SAME, Match, fold, named_words, words_for
from cadre.replies.nations import party_of, party_within
from cadre.replies.sheets import Cell, Row
from cadre.replies.terms import (
    NotUnderstood,
    Term,
    caveat_in,
    count_in,
    languages_in,
    rank_in,
    role_in,
    sites_in,
    state_in,
)

TOLD = ("role", "skill", "people", "begins", "ends", "period")
"""Columns that make a row one of offers."""
YEARS_AROUND = 30
"""Days further from the beginning of the mission are slips."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a reply is read.

    Parameters
    ----------
    words : mapping
        What words mean, by column and folded text, that somebody has confirmed.
    given : mapping
        What the sheet does not say, by party (`""` for all) and column: `party`, `state`, `begins`, ...
    order : mapping of str to str
        Which of day and month stands first, by party; under `""` for all.
    """

    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    order: Mapping[str, Order] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Meaning:
    """A word that is read by likeness, and what it is read as."""

    column: str
    text: str
    value: str
    likeness: float = field(compare=False, default=SAME)


@dataclass(frozen=True, slots=True)
class Understood:
    """A row that was understood: where it stands, the offer, and remarks about it."""

    place: Place
    record: Mapping[str, Any]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passed:
    """A row that is no offer: why (`total`, `none`, `hidden`, `note`), and its words."""

    place: Place
    why: str
    text: str


@dataclass(slots=True)
class Findings:
    """What was found in a reply."""

    offers: list[Understood] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    meanings: set[Meaning] = field(default_factory=set)
    passed: list[Passed] = field(default_factory=list)


def read_rows(table: Table, mission: Mission, known: Known, default: str | None) -> Findings:
    """Read the rows of a table.

    Parameters
    ----------
    table : Table
        Its headings are known.
    mission : Mission
        Whose roles, sites and parties the words mean.
    known : Known
        What words mean and what the sheet leaves out.
    default : str or None
        The party that the whole sheet is of, where its titles or name say so.
    """
    reading = _Reading(table, mission, known, default)
    for row in table.rows:
        reading.row(row)
    return reading.found


class _Reading:
    """Goes through the rows of one table."""

    def __init__(self, table: Table, mission: Mission, known: Known, default: str | None) -> None:
        self.table, self.mission, self.known = table, mission, known
        self.party = default
        self.found = Findings()
        self.sure = True

    # ---- what kind of row it is

    def row(self, row: Row) -> None:
        filled = list({cell.place: cell for cell in row if cell.text}.values())
        if not filled:
            return
        place = filled[0].place
        words = " · ".join(cell.text for cell in filled)
        if row[0].row in self.table.page.hidden:
            self.found.passed.append(Passed(place, "hidden", words))
            return
        if any(fold(cell.text.rstrip(":")) in words_for("total") for cell in filled[:2]):
            self.found.passed.append(Passed(place, "total", words))
        elif not any(self._cells(row, name) for name in TOLD) or self._is_note(filled):
            self._note(filled, place, words)
        elif self._is_nothing(row):
            self.found.passed.append(Passed(place, "none", words))
        else:
            self._offer(row, place)

    def _is_note(self, filled: list[Cell]) -> bool:
        """Say whether a row holds one text alone, or a mark and a text, as footnotes do."""
        texts = [cell for cell in filled if isinstance(cell.content, str)]
        marks = [cell for cell in texts if len(fold(cell.text)) <= 1]
        return len(texts) == len(filled) and len(filled) - len(marks) <= 1

    def _note(self, filled: list[Cell], place: Place, words: str) -> None:
        named = party_within(words, self.mission.parties) if len(filled) == 1 and not self._has("party") else None
        if named is not None and named.likeness == SAME:
            self.party = named.name
        else:
            self.found.passed.append(Passed(place, "note", words))

    def _is_nothing(self, row: Row) -> bool:
        """Say whether a row offers nobody."""
        cells = self._cells(row, "people")
        try:
            return bool(cells) and not cells[0].fault and not cells[0].is_borrowed and count_in(cells[0].content) == 0
        except NotUnderstood:
            return False

    # ---- one offer

    def _offer(self, row: Row, place: Place) -> None:
        self.sure = True
        party = self._party(row, place)
        record: dict[str, Any] = {"party": party}
        record["role"] = self._role(row, place)
        record["people"] = self._people(row, place)
        record["begins"], record["ends"] = self._period(row, place, party)
        record["state"] = self._value(row, place, "state", state_in)
        record |= self._details(row, party)
        if record["role"] in self.mission.roles and record.get("rank") == self.mission.roles[record["role"]].rank:
            record.pop("rank", None)  # an offer without one has that of its role
        if self.sure:
            remarks = tuple(cell.text for cell in self._cells(row, "remarks"))
            self.found.offers.append(Understood(place, record, remarks + self._kept(row)))

    def _fault(self, place: Place, name: str, /, **values: Content) -> None:
        self.sure = False
        self.found.faults.append(Fault.of(place, name, **values))

    def _has(self, name: str) -> bool:
        return bool(self.table.columns(name))

    def _cells(self, row: Row, name: str) -> list[Cell]:
        """Return the filled cells of a row below the headings of one column."""
        return [row[number] for number in self.table.columns(name) if row[number].text]

    def _checked(self, cell: Cell) -> bool:
        """Refuse what is no value."""
        if cell.fault == "error":
            self.sure = False
            self.found.faults.append(error_in(cell.place, cell.text))
        elif cell.fault:
            self._fault(cell.place, "replies.formula")
        return not cell.fault

    def _meant(self, cell: Cell, column: str) -> str | None:
        """Return what somebody has said that a word means."""
        return self.known.words.get(column, {}).get(fold(cell.text))

    def _read(self, cell: Cell, column: str, reader: Callable[[str], Term]) -> Any:
        """Read a word; what is read by likeness is told, to be confirmed."""
        if not self._checked(cell):
            return None
        try:
            term = reader(cell.text)
        except NotUnderstood as why:
            self._fault(cell.place, why.name, **why.values)
            return None
        if term.likeness < SAME:
            shown = term.value if isinstance(term.value, str) else "; ".join(_names(term.value))
            self.found.meanings.add(Meaning(column, cell.text, shown, term.likeness))
        return term.value

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

    def _party(self, row: Row, place: Place) -> str | None:
        cells = self._cells(row, "party")
        if not cells and self._given("party") is None and self.party is not None:
            return self.party
        party: str | None = self._value(row, place, "party", self._party_term)
        self.party = party or self.party
        return party

    def _party_term(self, text: str) -> Term:
        match: Match | None = party_of(text, self.mission.parties)
        if match is None:
            raise NotUnderstood("replies.unknown-party", text=repr(text))
        return Term(match.name, match.likeness)

    def _role(self, row: Row, place: Place) -> Any:
        column = "role" if self._cells(row, "role") or not self._cells(row, "skill") else "skill"
        if column == "role" and self._cells(row, "skill") and self._meant(self._cells(row, "role")[0], "role") is None:
            return self._of_two(row)
        return self._value(row, place, column, lambda text: role_in(text, self.mission))

    def _of_two(self, row: Row) -> Any:
        """Read the role by its own words, or where they do not do by those of the skill, or by both together."""
        role, skill = self._cells(row, "role")[0], self._cells(row, "skill")[0]
        for text in (role.text, f"{skill.text} {role.text}", skill.text):
            try:
                term = role_in(text, self.mission)
            except NotUnderstood:
                continue
            if text == role.text:
                return self._read(role, "role", lambda words: role_in(words, self.mission))
            self.found.meanings.add(Meaning("role", text, term.value, min(term.likeness, SAME - 1)))
            return term.value
        return self._read(role, "role", lambda words: role_in(words, self.mission))

    def _people(self, row: Row, place: Place) -> Any:
        cells = self._cells(row, "people")
        if cells and cells[0].is_borrowed:
            self._fault(cells[0].place, "replies.merged-count", text=repr(cells[0].text))
            return None
        if not cells or not self._checked(cells[0]):
            return None if cells else self._value(row, place, "people", lambda text: Term(count_in(text)))
        try:
            meant = self._meant(cells[0], "people")
            return count_in(meant if meant is not None else cells[0].content)
        except NotUnderstood as why:
            self._fault(cells[0].place, why.name, **why.values)
            return None

    # ---- days

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

    def _in_one(self, cell: Cell, order: Order | None) -> tuple[Any, Any]:
        if not self._checked(cell):
            return None, None
        meant = self._meant(cell, "period")
        found = period_in(meant if meant is not None else cell.text, order)
        if len(found) == 1:
            return found[0]
        if found:
            shown = {"first": f"{found[0].begins} – {found[0].ends}", "second": f"{found[-1].begins} – {found[-1].ends}"}
            self._fault(cell.place, "replies.two-days", text=repr(cell.text), **shown)
        else:
            self._fault(cell.place, "replies.no-period", text=repr(cell.text))
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
            self._fault(where, "replies.two-days", text=repr(text), **both)
        else:
            self._fault(where, "replies.no-day", text=repr(text))
        return None

    def _is_near(self, day: dt.date) -> bool:
        return abs(day.year - self.mission.mission.starts.year) <= YEARS_AROUND

    def _end(self, row: Row, begins: dt.date | None) -> dt.date | None:
        cell = self._cells(row, "lasts")[0]
        length = self._length(cell, "lasts")
        ends = end_of(begins, length) if begins is not None and length is not None else None
        if ends is None and length is not None and begins is not None:
            self._fault(cell.place, "replies.no-length", text=repr(cell.text))
        return ends

    def _length(self, cell: Cell, column: str) -> Length | None:
        """Read a length of time; the unit of a number alone stands in its heading."""
        if not self._checked(cell):
            return None
        text = self._meant(cell, column) or cell.text
        headings = (self.table.headings[number].text for number in self.table.columns(column))
        units = {named_words("units").get(word) for heading in headings for word in fold(heading).split()} - {None}
        length = length_in(text) or (length_in(f"{text} {units.pop()}") if len(units) == 1 else None)
        if length is None:
            self._fault(cell.place, "replies.no-length", text=repr(cell.text))
        return length

    # ---- what may be left out

    def _details(self, row: Row, party: str | None) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for cell in self._cells(row, "tour"):
            length = self._length(cell, "tour")
            found |= {"tour": str(length)} if length else {}
        for cell in self._cells(row, "rank") if self.mission.ranks else ():
            meant = self._meant(cell, "rank")
            rank = meant if meant is not None else self._read(cell, "rank", lambda text: rank_in(text, self.mission))
            found |= {"rank": rank} if rank and rank != NOTHING else {}
        speaks = self.mission.parties[party].speaks if party in self.mission.parties else ()
        languages = self._words_in(row, "languages", lambda text: languages_in(text, self.mission))
        own = tuple(word for word in languages if word not in speaks)
        found |= {"languages": own} if own else {}
        return found | self._shut_out(row)

    def _words_in(self, row: Row, column: str, reader: Callable[[str], Term]) -> tuple[str, ...]:
        """Read the words of a column that may be left out; none where somebody has said that it means nothing."""
        words: list[str] = []
        for cell in self._cells(row, column):
            meant = self._meant(cell, column)
            if meant is not None:
                words += [word.strip() for word in meant.split(";") if word.strip() != NOTHING]
            elif fold(cell.text) not in words_for("none"):
                words += self._read(cell, column, reader) or ()
        return tuple(dict.fromkeys(words))

    def _shut_out(self, row: Row) -> dict[str, Any]:
        """Read where they serve and what they do not do, as the caveats of an offer."""
        places = self._words_in(row, "at", lambda text: sites_in(text, self.mission))
        sites = [site for site in self.mission.sites if places and site not in places]
        courses: list[str] = []
        for cell in self._cells(row, "caveats"):
            meant = self._meant(cell, "caveats")
            if meant is not None:
                named = [word.strip() for word in meant.split(";") if word.strip() != NOTHING]
                sites += [word for word in named if word in self.mission.sites]
                courses += [word for word in named if word in self.mission.courses]
                continue
            found = self._read(cell, "caveats", lambda text: caveat_in(text, self.mission))
            sites += found[0] if found else ()
            courses += found[1] if found else ()
        shut = {"not_at": tuple(dict.fromkeys(sites)), "not_for": tuple(dict.fromkeys(courses))}
        return {name: words for name, words in shut.items() if words}

    def _kept(self, row: Row) -> tuple[str, ...]:
        """Return words of a row that no offer can hold and that are kept as remarks."""
        kept = [cell for cell in self._cells(row, "caveats") if self._meant(cell, "caveats") == NOTHING]
        kept += [] if self.mission.ranks else self._cells(row, "rank")
        return tuple(cell.text for cell in kept)


def _names(value: Any) -> list[str]:
    """Return the words in a value of several."""
    if isinstance(value, str):
        return [value]
    return [word for one in value for word in _names(one)] if isinstance(value, tuple) else [str(value)]
