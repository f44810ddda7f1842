"""Entering: a proposal written into the mission folder, all or nothing.

Each party's reply becomes a source with the file's name and hash and a statement with its date, on which its
offers then rest. The mission is read with everything in its place before a file of it is touched.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cadre.disk import failures_as_faults, replace_within
from cadre.messages import Message, message
from cadre.mission_files.names import REPLIES, TEMPLATE, known_files
from cadre.mission_files.reading import read_mission
from cadre.replies.memory import memory_text
from cadre.replies.proposing import HASH_TOLD, RepliesProposal, ReplyEntry, last_statement, seen_with
from cadre.replies.storing import Edits, edited

Say = Callable[[Message], str]
_NUMBERED = re.compile(r"L(\d+)")


def enter(proposal: RepliesProposal, say: Say) -> tuple[str, ...]:
    """Write what is proposed.

    Parameters
    ----------
    proposal : Proposal
        Confirmed; what it does not understand is left out.
    say : callable
        Makes the words of a message in the language of the mission.

    Returns
    -------
    tuple of str
        Names of the files that are new or changed; none where nothing changes.

    Raises
    ------
    BadInput
        The mission would not be sound, a table cannot be written to, or the disk refuses something. Nothing
        has changed then.
    """
    ledger = _Ledger(proposal, say)
    entries = [entry for entry in proposal.entries if entry.changes.entered]
    for entry in entries:
        ledger.add(entry)
    edits = {
        "sources": Edits(ledger.sources),
        "statements": Edits(ledger.statements),
        "offers": ledger.offers(),
    }
    files = edited(proposal.folder, edits)
    memory = proposal.memory.and_more(proposal.learnt())
    memory = memory.and_more(type(memory)(seen=seen_with(proposal, ledger.made)))
    if memory != proposal.memory:
        files[REPLIES] = memory_text(memory).encode("utf-8")
    if files:
        _tried(proposal.folder, files)
        _written(proposal.folder, files)
    return tuple(files)


class _Ledger:
    """Gathers sources, statements and offers of a proposal, each with an id of its own."""

    def __init__(self, proposal: RepliesProposal, say: Say) -> None:
        self.proposal, self.say = proposal, say
        self.sources: dict[str, dict[str, Any]] = {}
        self.statements: dict[str, dict[str, Any]] = {}
        self.made: dict[tuple[str, str], str] = {}
        self._remarks: dict[str, str] = {}
        self._new: dict[str, dict[str, Any]] = {}
        self._changed: dict[str, dict[str, Any]] = {}
        self._latest: dict[str, str] = {}

    def add(self, entry: ReplyEntry) -> None:
        """Add what one file says of one party."""
        old = self._last(entry.party)
        statement = self._statement(entry, old)
        self._latest[entry.party] = statement
        for change in entry.changes.entered:
            self._remarks |= {change.id: "; ".join(change.remarks)} if change.remarks else {}
            if change.id not in self.proposal.mission.offers:
                self._new[change.id] = (
                    self._new.get(change.id, {}) | dict(change.after) | {"basis": [statement]}
                )
            else:
                basis = self.proposal.mission.offers[change.id].basis
                kept = [key for key in basis if key not in (old, statement)]
                before = self._changed.get(change.id, {})
                self._changed[change.id] = before | dict(change.after) | {"basis": [statement, *kept]}

    def _last(self, party: str) -> str | None:
        """Return the statement of the reply before: of this call, or as it is remembered."""
        known = last_statement(party, self.proposal.mission, self.proposal.memory)
        return self._latest.get(party, known)

    def offers(self) -> Edits:
        """Return the rows of offers."""
        return Edits(self._new, self._changed, self._remarks)

    def _statement(self, entry: ReplyEntry, old: str | None) -> str:
        """Return the statement of a reply: that of an earlier reading of the same file, or a new one."""
        mission, reply = self.proposal.mission, entry.read.reply
        key = (reply.digest, entry.party)
        before = next(
            (one.statement for one in self.proposal.memory.seen if (one.sha256, one.party) == key), ""
        )
        if before in mission.ledger.statements:
            return before
        title = mission.title_of("parties", entry.party)
        source = self._source(entry, title)
        statement = self._next_id()
        self.statements[statement] = self._said(entry, title, source, old)
        self.made[key] = statement
        return statement

    def _source(self, entry: ReplyEntry, title: str) -> str:
        known = {**self.proposal.mission.ledger.sources, **self.sources}
        base = f"reply-{entry.party}-{entry.read.date}"[:56]
        key = next(
            k for n in range(1, len(known) + 2) if (k := base if n == 1 else f"{base}-{n}") not in known
        )
        reply = entry.read.reply
        note = self.say(message("replies.source-note", file=reply.name, hash=reply.digest[:HASH_TOLD]))
        name = self.say(message("replies.source-title", party=title))
        self.sources[key] = {
            "title": name,
            "publisher": title,
            "date": entry.read.date.isoformat(),
            "note": note,
        }
        return key

    def _next_id(self) -> str:
        known = {**self.proposal.mission.ledger.statements, **self.statements}
        numbers = [int(match[1]) for key in known if (match := _NUMBERED.fullmatch(key))]
        return f"L{max(numbers, default=0) + 1}"

    def _said(self, entry: ReplyEntry, title: str, source: str, old: str | None) -> dict[str, Any]:
        offered = "; ".join(self._offered(change.id, change.after) for change in entry.changes.entered)
        text = self.say(message("replies.says", party=title, offered=offered))
        if entry.remarks:
            text += " " + self.say(message("replies.says-remarks", remarks=" | ".join(entry.remarks)))
        said = {
            "says": text,
            "date": entry.read.date.isoformat(),
            "source": source,
            "attribution": "official",
        }
        if old is not None and self._date_of(old, entry.read.date) <= entry.read.date:
            said |= {"supersedes": old, "why": self.say(message("replies.later-reply"))}
        return said | {"by": title, "group": title}

    def _date_of(self, statement: str, default: dt.date) -> dt.date:
        if statement in self.statements:
            return dt.date.fromisoformat(self.statements[statement]["date"])
        return self.proposal.mission.ledger.statements[statement].date or default

    def _offered(self, key: str, after: Mapping[str, Any]) -> str:
        mission = self.proposal.mission
        whole = (
            mission.offers[key].model_dump(mode="json") if key in mission.offers else self._new.get(key, {})
        )
        whole = whole | dict(after)
        values = {name: whole[name] for name in ("people", "begins", "ends")}
        role = mission.title_of("roles", str(whole["role"]))
        state = message(f"replies.state-{whole['state']}")
        return self.say(message("replies.one-offer", role=role, state=state, **values))


def _tried(folder: Path, files: Mapping[str, bytes]) -> None:
    """Read the mission as it would be.

    Raises
    ------
    BadInput
        It would have faults.
    """
    with tempfile.TemporaryDirectory(prefix="cadre-replies-") as place:
        for name in (*known_files(), TEMPLATE, REPLIES):
            if (folder / name).is_file():
                shutil.copyfile(folder / name, Path(place) / name)
        for name, content in files.items():
            (Path(place) / name).write_bytes(content)
        read_mission(place)


def _written(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files in one step, whether we stand in the folder or not."""
    with failures_as_faults(folder):
        replace_within(files, Path(os.path.realpath(folder)))
