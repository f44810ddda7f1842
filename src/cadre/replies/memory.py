"""Memory: what somebody has confirmed of replies, kept in the mission folder as `replies.yaml`.

Small and readable: headings and words with what they mean, what sheets of a party leave out, in which order
it writes days, and which files were read. People may edit it; whatever it says goes before any likeness.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from ruamel.yaml import YAML

from cadre.errors import BadInput, Fault, Place
from cadre.messages import listed, quoted
from cadre.mission import Mission
from cadre.mission.nations import State
from cadre.mission_files.days import ORDERS, Order
from cadre.mission_files.folding import fold
from cadre.mission_files.names import REPLIES
from cadre.mission_files.safe_files import YAML_AT_MOST, text_of
from cadre.mission_files.yaml_files import parse_yaml
from cadre.replies.columns import NOTHING, columns

_HEAD = """\
# What headings and words of nations' replies mean in this mission, as it was confirmed.
# `cadre offers read` writes it; whatever stands here goes before any likeness. `nothing` is read by nobody.
"""
_OF_MANY = ("at", "caveats")
"""Columns in which a word may mean several things, parted by semicolons."""


@dataclass(frozen=True, slots=True)
class RememberedReply:
    """A reply that was read: party, file, hash, its statement of the ledger, and how much was left."""

    party: str
    file: str
    sha256: str
    statement: str
    left: int = 0


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered; headings and words as they were written."""

    headings: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    order: Mapping[str, Order] = field(default_factory=dict)
    seen: tuple[RememberedReply, ...] = ()

    def and_more(self, more: Memory) -> Memory:
        """Return both together; what is told last goes before."""
        words = {
            key: dict(self.words.get(key, {})) | dict(more.words.get(key, {}))
            for key in (*self.words, *more.words)
        }
        given = {
            key: dict(self.given.get(key, {})) | dict(more.given.get(key, {}))
            for key in (*self.given, *more.given)
        }
        seen = [
            one
            for one in self.seen
            if (one.sha256, one.party) not in {(new.sha256, new.party) for new in more.seen}
        ]
        headings, order = dict(self.headings) | dict(more.headings), dict(self.order) | dict(more.order)
        return Memory(headings, words, given, order, (*seen, *more.seen))

    def known_headings(self) -> dict[str, str]:
        """Return columns by headings, folded."""
        return {fold(heading): column for heading, column in self.headings.items()}

    def known_words(self) -> dict[str, dict[str, str]]:
        """Return what words mean by column and word, folded."""
        return {
            column: {fold(word): value for word, value in of.items()} for column, of in self.words.items()
        }


def remembered(folder: Path) -> Memory:
    """Read what is remembered in a mission folder.

    Raises
    ------
    BadInput
        The file holds something else.
    """
    if not (folder / REPLIES).exists():
        return Memory()
    return read_memory(folder, REPLIES)


def read_memory(folder: Path, name: str) -> Memory:
    """Read a file of this kind.

    Raises
    ------
    BadInput
        It is none, or says what cannot be.
    """
    data = parse_yaml(text_of(folder, name, at_most=YAML_AT_MOST), name).data
    faults = list(_faults(data, name))
    if faults:
        raise BadInput(faults)
    seen = tuple(
        RememberedReply(**{key: one[key] for key in RememberedReply.__slots__ if key in one})
        for one in data.get("read") or ()
    )
    return Memory(
        _texts(data.get("headings")),
        {str(column): _texts(words) for column, words in (data.get("words") or {}).items()},
        {str(party): _texts(given) for party, given in (data.get("given") or {}).items()},
        {str(party): order for party, order in (data.get("days") or {}).items()},
        seen,
    )


def _texts(table: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in (table or {}).items()}


def _faults(data: Mapping[str, Any], name: str) -> Iterable[Fault]:
    """Return what is wrong with the parts of the file: their kind, columns and orders that there are not."""
    known = {"headings": dict, "words": dict, "given": dict, "days": dict, "read": list}
    for key, value in data.items():
        if key not in known or not isinstance(value, known[key] | None):
            yield Fault.of(Place(name, path=(key,)), "replies.memory-part", known=listed(known))
            return
    for path in ("words", "given"):
        for key, of in (data.get(path) or {}).items():
            if not isinstance(of, dict):
                yield Fault.of(Place(name, path=(path, str(key))), "replies.memory-table")
    for one in data.get("read") or ():
        if not isinstance(one, dict) or not {"party", "file", "sha256", "statement"} <= set(one):
            yield Fault.of(Place(name, path=("read",)), "replies.memory-read")
    yield from _of_columns(data, name)


def _of_columns(data: Mapping[str, Any], name: str) -> Iterable[Fault]:
    named: list[tuple[tuple[str, ...], Any]]
    named = [(("headings", str(heading)), column) for heading, column in (data.get("headings") or {}).items()]
    named += [(("words", str(column)), column) for column in data.get("words") or {}]
    for of in (data.get("given") or {}).values():
        named += [(("given",), column) for column in of] if isinstance(of, dict) else []
    for path, column in named:
        if str(column) not in columns():
            known = listed(columns())
            yield Fault.of(
                Place(name, path=path), "replies.no-column", column=quoted(str(column)), known=known
            )
    for party, order in (data.get("days") or {}).items():
        if order not in ORDERS:
            yield Fault.of(
                Place(name, path=("days", str(party))), "replies.no-order", order=quoted(str(order))
            )


def unknown_values(memory: Memory, mission: Mission) -> tuple[Fault, ...]:
    """Return what words, or what sheets leave out, are said to mean and the mission does not have."""
    said = [
        (("words", column, word), column, value)
        for column, of in memory.words.items()
        for word, value in of.items()
    ]
    said += [
        (("given", party, column), column, value)
        for party, of in memory.given.items()
        for column, value in of.items()
    ]
    faults = []
    for path, column, value in said:
        known = _allowed(column, mission)
        parts = value.split(";") if column in _OF_MANY else [value]
        if known is not None and any(part.strip() not in known for part in parts):
            place = Place(path=tuple(filter(None, path)))
            faults.append(Fault.of(place, "replies.means-nothing", value=quoted(value), known=listed(known)))
    return tuple(faults)


def _allowed(column: str, mission: Mission) -> list[str] | None:
    """Return what may be meant in a column, None where that is no list of the mission's."""
    parts = {
        "party": mission.parties,
        "role": mission.roles,
        "skill": mission.roles,
        "at": {**mission.sites, NOTHING: None},
        "caveats": {**mission.sites, **mission.courses, NOTHING: None},
        "rank": (*mission.ranks, NOTHING),
        "state": get_args(State),
    }
    return list(parts[column]) if column in parts else None


def memory_text(memory: Memory) -> str:
    """Write the file."""
    parts: dict[str, Any] = {
        "headings": dict(memory.headings),
        "words": {column: dict(words) for column, words in memory.words.items() if words},
        "given": {party: dict(given) for party, given in memory.given.items() if given},
        "days": dict(memory.order),
        "read": [{key: getattr(one, key) for key in RememberedReply.__slots__} for one in memory.seen],
    }
    yaml, stream = YAML(typ="rt", pure=True), io.StringIO()
    yaml.allow_unicode, yaml.width = True, 110
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump({key: part for key, part in parts.items() if part}, stream)
    return _HEAD + "\n" + stream.getvalue()
