"""Rows: rows of a reply to offers, with everything of it that is not understood told by its cell.

Takes the tables of a reply, the mission and what is known already, gives `Findings`. Totals, blank rows,
notes and footnotes are told apart from offers; nothing is passed over without being said.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cadre.errors import Place
from cadre.messages import quoted
from cadre.mission import Mission
from cadre.mission_files.folding import fold
from cadre.replies.columns import NOTHING, ReplyTable
from cadre.replies.findings import Findings, Known, Meaning, Passed, Understood
from cadre.replies.likeness import SAME, Match, words_for
from cadre.replies.nations import party_of, party_within
from cadre.replies.row_days import DayReading
from cadre.replies.sheets import ReplyCell, Row
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


def read_rows(table: ReplyTable, mission: Mission, known: Known, default: str | None) -> Findings:
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


class _Reading(DayReading):
    """Goes through the rows of one table."""

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

    def _is_note(self, filled: list[ReplyCell]) -> bool:
        """Say whether a row holds one text alone, or a mark and a text, as footnotes do."""
        texts = [cell for cell in filled if isinstance(cell.content, str)]
        marks = [cell for cell in texts if len(fold(cell.text)) <= 1]
        return len(texts) == len(filled) and len(filled) - len(marks) <= 1

    def _note(self, filled: list[ReplyCell], place: Place, words: str) -> None:
        named = (
            party_within(words, self.mission.parties) if len(filled) == 1 and not self._has("party") else None
        )
        if named is not None and named.likeness == SAME:
            self.party = named.name
        else:
            self.found.passed.append(Passed(place, "note", words))

    def _is_nothing(self, row: Row) -> bool:
        """Say whether a row offers nobody."""
        cells = self._cells(row, "people")
        try:
            return (
                bool(cells)
                and not cells[0].fault
                and not cells[0].is_borrowed
                and count_in(cells[0].content) == 0
            )
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
        if (
            record["role"] in self.mission.roles
            and record.get("rank") == self.mission.roles[record["role"]].rank
        ):
            record.pop("rank", None)  # an offer without one has that of its role
        if self.sure:
            remarks = tuple(cell.text for cell in self._cells(row, "remarks"))
            self.found.offers.append(Understood(place, record, remarks + self._kept(row)))

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
            raise NotUnderstood("replies.unknown-party", text=quoted(text))
        return Term(match.name, match.likeness)

    def _role(self, row: Row, place: Place) -> Any:
        column = "role" if self._cells(row, "role") or not self._cells(row, "skill") else "skill"
        if (
            column == "role"
            and self._cells(row, "skill")
            and self._meant(self._cells(row, "role")[0], "role") is None
        ):
            return self._of_two(row)
        return self._value(row, place, column, lambda text: role_in(text, self.mission))

    def _of_two(self, row: Row) -> Any:
        """Read the role by its own words, else by both together, else by those of the skill."""
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
            self._fault(cells[0].place, "replies.merged-count", text=quoted(cells[0].text))
            return None
        if not cells or not self._checked(cells[0]):
            return None if cells else self._value(row, place, "people", lambda text: Term(count_in(text)))
        try:
            meant = self._meant(cells[0], "people")
            return count_in(meant if meant is not None else cells[0].content)
        except NotUnderstood as why:
            self._fault(cells[0].place, why.name, **why.values)
            return None

    # ---- what may be left out

    def _details(self, row: Row, party: str | None) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for cell in self._cells(row, "tour"):
            length = self._length(cell, "tour")
            found |= {"tour": str(length)} if length else {}
        for cell in self._cells(row, "rank") if self.mission.ranks else ():
            meant = self._meant(cell, "rank")
            rank = (
                meant
                if meant is not None
                else self._read(cell, "rank", lambda text: rank_in(text, self.mission))
            )
            found |= {"rank": rank} if rank and rank != NOTHING else {}
        own_party = self.mission.parties.get(party or "")
        speaks = own_party.speaks if own_party is not None else ()
        languages = self._words_in(row, "languages", lambda text: languages_in(text, self.mission))
        own = tuple(word for word in languages if word not in speaks)
        found |= {"languages": own} if own else {}
        return found | self._shut_out(row)

    def _words_in(self, row: Row, column: str, reader: Callable[[str], Term]) -> tuple[str, ...]:
        """Read the words of a column that may be left out; none where somebody has said `nothing`."""
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
