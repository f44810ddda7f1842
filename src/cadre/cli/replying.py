"""What `offers read` prints: how headings and words are read, what enters, and what it asks."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadre.cli.printing import print_json, print_sentence, print_table
from cadre.cli.warnings import as_data, print_warnings
from cadre.errors import Place

if TYPE_CHECKING:
    from cadre.replies import RepliesProposal
    from cadre.replies.changes import OfferChange
    from cadre.replies.columns import ReplyTable
    from cadre.replies.proposing import ReadReply, ReplyEntry
    from cadre.words import Catalogue

SHOWN = ("role", "people", "begins", "ends", "state")
MOST_TOLD = 100
"""Cells that are not understood and are told one by one."""
MOST_TEXT = 60
"""Characters of a row that is no offer."""


def is_asked() -> bool:
    """Say whether somebody sits at a terminal to answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def answer(question: str) -> str:
    """Ask; nothing where the answer is cut off."""
    print(question, end=" ", flush=True)
    return (sys.stdin.readline() or "").strip().lower()


def confirmed(folder: Path, words: Catalogue) -> bool:
    """Ask whether to enter what was shown; no, where nobody is there."""
    if not is_asked():
        return False
    return answer(words.text("replies.ask", folder=str(folder))) in words.text("replies.yes-words").split()


def show_proposal(
    proposal: RepliesProposal, words: Catalogue, *, as_json: bool, entered: bool | None
) -> None:
    """Print what is proposed: tables that fit 80 columns, or JSON."""
    if as_json:
        print_json(_data(proposal, words) | {"entered": bool(entered)})
        return
    for read in proposal.reads:
        _show_read(read, words)
    if proposal.meanings:
        print(words.text("replies.words-alike"))
        rows = [(one.text, one.column, one.value) for one in proposal.meanings]
        print_table(_heads(words, "word", "of", "column"), rows, wide=0)
        print()
    for entry in proposal.entries:
        _show_entry(entry, proposal, words)
    if not proposal.changes_anything and not proposal.faults:
        print_sentence(words.text("replies.nothing-new"))


def _heads(words: Catalogue, *names: str) -> tuple[str, ...]:
    return tuple(words.text(f"replies.column-{name}") for name in names)


def _show_read(read: ReadReply, words: Catalogue) -> None:
    if read.is_known:
        print_sentence(words.text("replies.file-known", file=read.reply.name))
        return
    for table in read.tables:
        _show_table(table, read.reply.name, words)
    for one in read.passed:
        text = one.text if len(one.text) <= MOST_TEXT else f"{one.text[: MOST_TEXT - 1]}…"
        cell = one.place.cell.rpartition("!")[2]
        print_sentence(words.text(f"replies.passed-{one.why}", text=text, cell=cell))
    print_warnings(read.warnings, words)
    print()


def _show_table(table: ReplyTable, file: str, words: Catalogue) -> None:
    name = "replies.file-read" if table.page.name else "replies.file-read-text"
    print_sentence(words.text(name, file=file, sheet=table.page.name, cell=_headings_at(table)))
    rows = [
        (
            heading.text,
            heading.column if heading.column not in ("", "nothing") else words.text("replies.reads-nothing"),
            words.text(f"replies.how-{heading.how}"),
        )
        for heading in table.headings.values()
    ]
    print_table(_heads(words, "heading", "column", "how"), rows, wide=0)


def _headings_at(table: ReplyTable) -> str:
    return table.at.cell.rpartition("!")[2]


def _show_entry(entry: ReplyEntry, proposal: RepliesProposal, words: Catalogue) -> None:
    title = proposal.mission.title_of("parties", entry.party)
    values = {"party": title, "file": entry.read.reply.name, "date": entry.read.date.isoformat()}
    print_sentence(words.text("replies.reply-of", **values))
    rows = [_row(change.id, proposal, change, words) for change in entry.changes.entered]
    rows += [_row(key, proposal, None, words) for key in entry.changes.same]
    if rows:
        print_table(_heads(words, "offer", "what", "people", "begins", "ends", "state"), rows, wide=0)
    for change in entry.changes.entered:
        for field, before in change.before.items():
            shown = {"before": _plain(before), "after": _plain(change.after[field])}
            print_sentence(words.text("replies.was", offer=change.id, field=field, **shown))
    for key in entry.changes.gone:
        print_sentence(words.text("replies.is-gone", offer=key))
    print()


def _row(
    key: str, proposal: RepliesProposal, change: OfferChange | None, words: Catalogue
) -> tuple[str, ...]:
    old = proposal.mission.offers[key].model_dump(mode="json") if key in proposal.mission.offers else {}
    whole: dict[str, Any] = {**old, **(dict(change.after) if change is not None else {})}
    what = "is-same" if change is None else "is-new" if change.is_new else "is-changed"
    state = words.text(f"replies.state-{whole['state']}") if "state" in whole else ""
    cells = (str(whole.get(name, "")) for name in ("people", "begins", "ends"))
    return (key, words.text(f"replies.{what}"), *cells, state)


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "–"
    return str(value) if value not in (None, "") else "–"


def show_entered(proposal: RepliesProposal, folder: Path, written: tuple[str, ...], words: Catalogue) -> None:
    """Print what was written, and what was left."""
    if written and proposal.changes_anything:
        count = sum(len(entry.changes.entered) for entry in proposal.entries)
        values = {"folder": str(folder), "files": ", ".join(sorted(written))}
        print_sentence(words.text("replies.entered", count=count, **values))
    if proposal.faults:
        from cadre.cli.output import one_line, tell
        from cadre.words.saying import told

        sys.stdout.flush()
        tell(*(one_line(told(fault, words)) for fault in proposal.faults[:MOST_TOLD]))
        tell(words.text("replies.left", count=len({fault.where for fault in proposal.faults})))


# ---- JSON


def _data(proposal: RepliesProposal, words: Catalogue) -> dict[str, Any]:
    from cadre.words.saying import line

    faults = [{"where": str(fault.where), "told": line(fault, words)} for fault in proposal.faults]
    return {
        "files": [_file(read, words) for read in proposal.reads],
        "words": [{"column": one.column, "word": one.text, "means": one.value} for one in proposal.meanings],
        "replies": [_entry(entry) for entry in proposal.entries],
        "not_understood": faults,
        "to_confirm": proposal.to_confirm,
    }


def _file(read: ReadReply, words: Catalogue) -> dict[str, Any]:
    headings = [
        {"heading": one.text, "column": one.column or None, "how": one.how}
        for table in read.tables
        for one in table.headings.values()
    ]
    passed = [{"cell": _cell(one.place), "why": one.why, "text": one.text} for one in read.passed]
    known = {"file": read.reply.name, "sha256": read.reply.digest, "known": read.is_known}
    return known | {"headings": headings, "passed": passed, "warnings": as_data(read.warnings, words)}


def _cell(place: Place) -> str:
    return place.cell


def _entry(entry: ReplyEntry) -> dict[str, Any]:
    def change(one: OfferChange) -> Mapping[str, Any]:
        return {"id": one.id, "new": one.is_new, "before": one.before, "after": one.after}

    return {
        "party": entry.party,
        "file": entry.read.reply.name,
        "date": entry.read.date,
        "entered": [change(one) for one in entry.changes.entered],
        "same": entry.changes.same,
        "gone": entry.changes.gone,
        "remarks": entry.remarks,
    }
