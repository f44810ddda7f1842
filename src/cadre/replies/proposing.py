"""Proposing: what a reply would bring into a mission, told before anything is written.

Takes files and a mission folder, gives a `Proposal`: how headings and words are read, which offers enter,
change, stay or are gone, what is not understood, and whether anything of it has still to be confirmed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cadre.errors import BadInput, Fault, MissionWarning, Place
from cadre.messages import quoted
from cadre.mission import Mission
from cadre.mission.nations import Offer
from cadre.mission_files.days import days_in
from cadre.mission_files.folding import fold
from cadre.mission_files.reading import read_mission
from cadre.mission_files.safe_files import checked_folder
from cadre.replies.changes import Changes, changes_of
from cadre.replies.columns import NOTHING, ReplyTable, tables_in
from cadre.replies.findings import Findings, Known, Meaning, Passed, Understood
from cadre.replies.likeness import words_for
from cadre.replies.memory import Memory, RememberedReply, remembered, unknown_values
from cadre.replies.nations import party_within
from cadre.replies.rows import read_rows
from cadre.replies.sheets import Page, Reply, read_reply

HASH_TOLD = 12
"""Characters of a hash that a source tells."""


@dataclass(frozen=True, slots=True)
class ReplyInstructions:
    """What is told with a call: of headings and words, the encoding of text files, the day of the replies."""

    told: Memory = field(default_factory=Memory)
    encoding: str = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ReadReply:
    """A file with its tables, and what was found in them."""

    reply: Reply
    tables: tuple[ReplyTable, ...]
    offers: tuple[Understood, ...]
    faults: tuple[Fault, ...]
    passed: tuple[Passed, ...]
    date: dt.date
    is_known: bool = False

    @property
    def warnings(self) -> tuple[MissionWarning, ...]:
        """What is odd in the sheets that hold tables."""
        read = {table.page.name for table in self.tables}
        return tuple(one for page in self.reply.pages if page.name in read for one in page.warnings)


@dataclass(frozen=True, slots=True)
class ReplyEntry:
    """What one file brings of one party: as a new statement of the ledger, unless nothing changes."""

    party: str
    read: ReadReply
    changes: Changes
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RepliesProposal:
    """What files would bring into a mission.

    Parameters
    ----------
    folder, mission
        Of the mission, as it is.
    reads : tuple of Read
        The files in their order.
    entries : tuple of Entry
        One for each party of each file.
    meanings : tuple of Meaning
        Words that are read by likeness.
    memory, told : Memory
        What was remembered, and what was told with this call.
    faults : tuple of Fault
        What is not understood, by its cell.
    """

    folder: Path
    mission: Mission
    reads: tuple[ReadReply, ...]
    entries: tuple[ReplyEntry, ...]
    meanings: tuple[Meaning, ...]
    memory: Memory
    told: Memory
    faults: tuple[Fault, ...] = field(default=())

    @property
    def changes_anything(self) -> bool:
        """Whether an offer enters or changes."""
        return any(entry.changes.entered for entry in self.entries)

    @property
    def to_confirm(self) -> bool:
        """Whether a heading or a word is read that nobody has confirmed."""
        unsure = (
            h for read in self.reads if not read.is_known for t in read.tables for h in t.headings.values()
        )
        return bool(self.meanings) or any(h.how != "remembered" and h.text != h.column for h in unsure)

    def learnt(self) -> Memory:
        """Return what is remembered once it is confirmed: every heading and word as it was read."""
        headings = {
            heading.text: heading.column or NOTHING
            for read in self.reads
            for table in read.tables
            for heading in table.headings.values()
            if heading.how != "remembered" and heading.text != heading.column
        }
        words: dict[str, dict[str, str]] = {}
        for meaning in self.meanings:
            words.setdefault(meaning.column, {})[meaning.text] = meaning.value
        return Memory(headings, words).and_more(self._of_parties())

    def _of_parties(self) -> Memory:
        """Return what was told of all as said of the parties that these files are of."""
        parties = {entry.party for entry in self.entries}
        given = {key: value for key, value in self.told.given.get("", {}).items() if key == "state"}
        order = self.told.order.get("")
        return replace(
            self.told,
            given={party: given for party in parties} if given else {},
            order=dict.fromkeys(parties, order) if order else {},
        )


def propose(
    files: Sequence[Path], folder: Path, asked: ReplyInstructions, *, today: dt.date
) -> RepliesProposal:
    """Read replies and tell what they would bring.

    Parameters
    ----------
    files : sequence of Path
        Workbooks, CSV or TSV files.
    folder : Path
        Of the mission.
    asked : ReplyInstructions
        What is told with this call; it goes before what is remembered.
    today : datetime.date
        The day of reading: the date of a reply that names none.

    Raises
    ------
    BadInput
        A file or the mission cannot be read, or the memory says what cannot be.
    """
    folder = checked_folder(folder)
    mission, memory = read_mission(folder), remembered(folder)
    known = memory.and_more(asked.told)
    if wrong := unknown_values(known, mission):
        raise BadInput(wrong, mission.mission.language)
    faults: list[Fault] = []
    reads, meanings, entries = [], set(), []
    offers = dict(mission.offers)
    for file in files:
        reply = read_reply(file, asked.encoding)
        read, found = _read(reply, mission, known, (asked.date, today))
        reads.append(read)
        if read.is_known:
            continue
        meanings |= found.meanings
        faults += read.faults
        so_far = mission.model_copy(update={"offers": dict(offers)})
        for entry, more in _entries(read, so_far, known, found):
            entries.append(entry)
            faults += more
            offers |= _with_changes(entry.changes, so_far)
    return RepliesProposal(
        folder,
        mission,
        tuple(reads),
        tuple(entries),
        tuple(sorted(meanings)),
        memory,
        asked.told,
        tuple(sorted(set(faults))),
    )


def _read(
    reply: Reply, mission: Mission, known: Memory, dates: tuple[dt.date | None, dt.date]
) -> tuple[ReadReply, Findings]:
    """Read one file; one that was read whole before is told as known and read no more."""
    date, today = dates
    whole = [seen for seen in known.seen if seen.sha256 == reply.digest]
    if whole and not any(seen.left for seen in whole):
        return ReadReply(reply, (), (), (), (), date or today, is_known=True), Findings()
    tables = tuple(table for page in reply.pages for table in tables_in(page, known.known_headings()))
    found = Findings()
    for table in tables:
        _add(found, table, mission, known)
    if not tables:
        found.faults.append(Fault.of(Place(reply.name), "replies.no-table"))
    found.passed += _not_read(reply.pages, tables)
    on = date or _date_in(tables, found.passed, today) or today
    read = ReadReply(reply, tables, tuple(found.offers), tuple(found.faults), tuple(found.passed), on)
    return read, found


def _not_read(pages: Iterable[Page], tables: Iterable[ReplyTable]) -> list[Passed]:
    """Tell the sheets in which no table was found."""
    with_table = {table.page.name for table in tables}
    return [
        Passed(Place(page.file, cell=f"{page.name}!A1"), "sheet", page.name)
        for page in pages
        if page.rows and page.name and page.name not in with_table
    ]


def _add(found: Findings, table: ReplyTable, mission: Mission, known: Memory) -> None:
    """Read one table into the findings."""
    default = _party_of(table, mission)
    rows = read_rows(table, mission, Known(known.known_words(), known.given, known.order), default)
    for first, second in table.twice:
        rows.faults.append(
            Fault.of(table.at, "replies.column-twice", first=quoted(first), second=quoted(second))
        )
    found.offers += rows.offers
    found.faults += rows.faults
    found.meanings |= rows.meanings
    titles = [cell for row in table.above for cell in {c.place: c for c in row if c.text}.values()]
    found.passed += [Passed(cell.place, "note", cell.text) for cell in titles] + rows.passed


def _party_of(table: ReplyTable, mission: Mission) -> str | None:
    """Return the party that a whole sheet is of: by its titles, else its name, else the file's name."""
    titles = [cell.text for row in table.above for cell in row if cell.text]
    for texts in (
        titles,
        [table.page.name],
        [Path(table.page.file).stem.replace("_", " ").replace("-", " ")],
    ):
        named = {match.name for text in texts if (match := party_within(text, mission.parties)) is not None}
        if len(named) == 1:
            return named.pop()
    return None


def _date_in(tables: Iterable[ReplyTable], notes: Iterable[Passed], today: dt.date) -> dt.date | None:
    """Return the day that the titles of a reply name, where it is one and not to come."""
    contents = [cell.content for table in tables for row in table.above for cell in row if cell.text]
    contents += [note.text for note in notes if note.why == "note"]
    found = {day for content in contents for day in _days_of_title(content) if day <= today}
    return found.pop() if len(found) == 1 else None


def _days_of_title(content: object) -> Iterator[dt.date]:
    """Return the day that a title is: alone, behind a word such as `Date:`, or behind a place and a comma."""
    text = content
    if isinstance(content, str):
        before, sign, after = content.partition(":") if ":" in content else content.partition(",")
        words = fold(before).split()
        is_place = sign == "," and len(words) == 1 and not words[0].isdigit()
        text = after if (sign == ":" and fold(before) in words_for("date")) or is_place else content
    days = days_in(text) if isinstance(text, str | dt.date) else ()
    if len(days) == 1:
        yield days[0]


def _entries(
    read: ReadReply, mission: Mission, known: Memory, found: Findings
) -> Iterator[tuple[ReplyEntry, list[Fault]]]:
    """Part a file by party, and compare each part with the offers of the mission."""
    parties = list(dict.fromkeys(str(row.record["party"]) for row in read.offers))
    notes = tuple(one.text for one in found.passed if one.why in ("note", "none"))
    for party in parties:
        rows = [row for row in read.offers if row.record["party"] == party]
        changes, faults = changes_of(rows, mission, {party: earlier_offers(party, mission, known)})
        remarks = tuple(f"{_what(row)}: {'; '.join(row.remarks)}" for row in rows if row.remarks)
        yield ReplyEntry(party, read, changes, remarks + notes), faults


def _with_changes(changes: Changes, mission: Mission) -> dict[str, Offer]:
    """Return the offers that enter or change as they would then be, for the files that come after."""
    found = {}
    for change in changes.entered:
        old = mission.offers[change.id].model_dump(mode="json") if not change.is_new else {}
        found[change.id] = Offer.model_validate(old | dict(change.after))
    return found


def _what(row: Understood) -> str:
    return f"{row.record['people']} {row.record['role']}"


def earlier_offers(party: str, mission: Mission, memory: Memory) -> frozenset[str]:
    """Return the ids of offers of a party that rest on its earlier replies."""
    statements = {seen.statement for seen in memory.seen if seen.party == party}
    return frozenset(
        key for key, offer in mission.offers.items() if offer.party == party and statements & set(offer.basis)
    )


def last_statement(party: str, mission: Mission, memory: Memory) -> str | None:
    """Return the statement of the last reply of a party that no later one supersedes."""
    statements = mission.ledger.statements
    replaced = {one.supersedes for one in statements.values()}
    own = [seen.statement for seen in memory.seen if seen.party == party]
    return next((key for key in reversed(own) if key in statements and key not in replaced), None)


def seen_with(
    proposal: RepliesProposal, statements: Mapping[tuple[str, str], str]
) -> tuple[RememberedReply, ...]:
    """Return the files as they are remembered once they are read, with what was left of each."""
    seen = []
    for entry in proposal.entries:
        reply = entry.read.reply
        key = (reply.digest, entry.party)
        before = next((one.statement for one in proposal.memory.seen if (one.sha256, one.party) == key), "")
        statement = statements.get(key) or before
        left = len({fault.where for fault in entry.read.faults})
        seen.append(RememberedReply(entry.party, reply.name, reply.digest, statement, left))
    return tuple(seen)
