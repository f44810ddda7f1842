"""Replying: what a nation's spreadsheet would bring into a mission, and entering it, for the intake.

Takes the folder of the mission and the file, gives plain data. A representative's file speaks of its nation
alone: rows of other parties are counted and left out before anything of them is compared or told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from cadre.errors import Fault
from cadre.mission_files.days import ORDERS
from cadre.mission_files.names import REPLIES
from cadre.replies import Memory, RepliesProposal, ReplyInstructions, enter, propose
from cadre.replies.changes import OfferChange
from cadre.replies.columns import columns
from cadre.replies.memory import memory_text, remembered
from cadre.words import SOURCE, Catalogue, Language
from cadre.words.languages import has_area
from cadre.words.saying import line, said

_UNSAFE = re.compile(r"[^\w .()-]")
LONGEST_NAME = 100
FIELDS = ("role", "people", "begins", "ends", "state")


def file_name(name: str) -> str:
    """Return the name under which a file is read: letters, digits and few signs, its ending kept."""
    return _UNSAFE.sub("_", Path(name).name)[-LONGEST_NAME:].lstrip(". ") or "reply"


def instructions(told: Mapping[str, Any]) -> ReplyInstructions:
    """Return what is told with a file: `party`, `state`, `order` for all rows, and lines of `words`.

    A line reads `HEADING = COLUMN`, or `COLUMN: WORD = MEANING`; others are passed over.
    """
    headings, words = dict[str, str](), dict[str, dict[str, str]]()
    for text in str(told.get("words", "")).splitlines():
        left, sign, right = (part.strip() for part in text.rpartition("="))
        column, colon, word = (part.strip() for part in left.partition(":"))
        if sign and colon and column in columns():
            words.setdefault(column, {})[word] = right
        elif sign and left and right in columns():
            headings[left] = right
    given = {name: told[name] for name in ("party", "state") if told.get(name)}
    order = next((one for one in ORDERS if one == told.get("order")), None)
    memory = Memory(headings, words, {"": given} if given else {}, {"": order} if order else {})
    return ReplyInstructions(memory)


def read_reply(mission: Path, file: Path, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Read a reply and, where `enter` is asked, write it into the folder of the mission.

    Raises
    ------
    BadInput
        The file or the mission cannot be read, or the mission would not be sound.
    """
    before, nation = remembered(mission), str(asked["nation"])
    told = dict(asked["told"]) | ({"party": nation} if nation else {})
    whole = propose([file], mission, instructions(told), today=dt.date.fromisoformat(asked["today"]))
    proposal = _of(whole, nation) if nation else whole
    words = Catalogue(asked["language"])
    answer = _data(proposal, words) | {"left_out": len(whole.entries) - len(proposal.entries)}
    if not asked["enter"] or not proposal.changes_anything:
        return answer | {"entered": False}
    tongue: Language = proposal.mission.mission.language
    spoken = Catalogue(tongue if has_area(tongue, "replies") else SOURCE)
    enter(proposal, lambda message: said(message, spoken))
    if nation:
        _forget_words(mission, before)
    return answer | {"entered": True}


def _of(proposal: RepliesProposal, nation: str) -> RepliesProposal:
    return replace(proposal, entries=tuple(one for one in proposal.entries if one.party == nation))


def _forget_words(mission: Path, before: Memory) -> None:
    """Keep which files were read; what words mean for every nation is for planners to confirm."""
    kept = replace(before, seen=remembered(mission).seen)
    (mission / REPLIES).write_text(memory_text(kept), "utf-8")


def _data(proposal: RepliesProposal, words: Catalogue) -> dict[str, Any]:
    told = words if has_area(words.language, "replies") else Catalogue(SOURCE)
    headings = {
        (one.text, one.column, one.how): None
        for read in proposal.reads
        for table in read.tables
        for one in table.headings.values()
    }
    passed = [one for read in proposal.reads for one in read.passed]
    return {
        "headings": [{"text": text, "column": column, "how": how} for text, column, how in headings],
        "meanings": [{"column": m.column, "text": m.text, "value": m.value} for m in proposal.meanings],
        "passed": [{"cell": one.place.cell, "why": one.why, "text": one.text} for one in passed],
        "rows": [row for entry in proposal.entries for row in _rows(entry, proposal)],
        "gone": [key for entry in proposal.entries for key in entry.changes.gone],
        "not_understood": [{"cell": _cell(fault), "told": line(fault, told)} for fault in proposal.faults],
        "known": any(read.is_known for read in proposal.reads),
        "changes": proposal.changes_anything,
    }


def _cell(fault: Fault) -> str:
    return fault.where.cell or str(fault.where)


def _rows(entry: Any, proposal: RepliesProposal) -> list[dict[str, Any]]:
    rows = [_row(change.id, change, proposal) for change in entry.changes.entered]
    return [*rows, *(_row(key, None, proposal) for key in entry.changes.same)]


def _row(key: str, change: OfferChange | None, proposal: RepliesProposal) -> dict[str, Any]:
    offers = proposal.mission.offers
    old = offers[key].model_dump(mode="json") if key in offers else {}
    after = dict(change.after) if change is not None else {}
    what = "same" if change is None else "new" if change.is_new else "changed"
    cells = {name: _text((old | after).get(name)) for name in FIELDS}
    was = {name: _text(text) for name, text in change.before.items()} if change is not None else {}
    party = str((old | after).get("party", ""))
    others = {name: _text(text) for name, text in after.items() if name not in (*FIELDS, "party")}
    return {"id": key, "party": party, "what": what, "cells": cells, "was": was, "others": others}


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
