"""What changed since the last brief: facts, options, and the numbers that these moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cadre.brief.changes import Fact, MovedNumber, Since, Switched
from cadre.brief.changes_words import cause_words, value_words
from cadre.brief.content import Block, Bullets, Paragraph, Section, Table, Words
from cadre.brief.context import Context
from cadre.brief.number import OLDER, Number, Numbers
from cadre.brief.register.keys import key

LISTED = 40
"""Facts, and numbers moved, listed in print; `cadre since` prints all."""


def numbers_of_last(since: Since, numbers: Numbers) -> list[Number]:
    """Return each number that moved as the last brief had it: `last.ID`, which leads to what it is now."""
    return [_of_last(moved, numbers) for moved in since.moved]


def _of_last(moved: MovedNumber, numbers: Numbers) -> Number:
    """A number as the last brief had it, with what stands first in its label marked as that brief's."""
    now = numbers[moved.id]
    last = numbers.formats.catalogue.text("since.last-brief", number=now.of or now.label)
    label, of = (now.label, last) if now.of else (last, "")
    return Number(key("last").below(now.id), label, *moved.before, moved.unit, OLDER, (moved.id,), of=of)


def since_section(context: Context) -> Section:
    """Write what changed since the last brief, and which fact moved which number."""
    since, title = context.since, context.word("since.title")
    if since is None:
        return Section("since", title, (Paragraph(context.say("since.none")),))
    blocks: list[Block] = [Paragraph(_lead(context, since))]
    if since.came or since.went:
        blocks.append(
            Bullets((*_switched(context, "came", since.came), *_switched(context, "went", since.went)))
        )
    if since.facts:
        blocks.append(_facts(context, since.facts))
    if since.moved:
        blocks.append(_moved(context, since.moved))
    return Section("since", title, tuple(blocks))


def _lead(context: Context, since: Since) -> Words:
    return context.say(
        "since.lead",
        day=context.formats.day(dt.date.fromisoformat(since.as_of)),
        facts=len(since.facts),
        moved=len(since.moved),
        compared=since.compared,
        whole="yes" if since.whole else "no",
    )


def _switched(context: Context, which: str, switched: tuple[Switched, ...]) -> Iterator[Words]:
    for one in switched:
        why = context.view.text(one.why) if one.why is not None else context.word("since.not-allowed")
        yield context.say(f"since.{which}", title=one.title, option=one.option, why=why)


def _columns(context: Context, *names: str) -> tuple[str, ...]:
    return tuple(context.word(f"since.column-{name}") for name in names)


def _facts(context: Context, facts: tuple[Fact, ...]) -> Table:
    words = context.view.words
    rows = tuple(
        ((fact.path,), (value_words(fact.before, words),), (value_words(fact.after, words),))
        for fact in facts[:LISTED]
    )
    columns, note = _columns(context, "what", "before", "now"), _more(context, len(facts) - LISTED)
    return Table("facts", context.word("since.facts"), columns, (60, 58, 58), rows, note=note)


def _more(context: Context, rest: int) -> Words:
    return context.say("since.more", count=rest) if rest > 0 else ()


def _moved(context: Context, moved: tuple[MovedNumber, ...]) -> Table:
    numbers = context.numbers
    rows = tuple(
        (
            (f"{one.label[:1].upper()}{one.label[1:]}",),
            (numbers.home(f"last.{one.id}"),),
            (numbers.with_range(one.id),),
            (cause_words(one, context.view.words),),
        )
        for one in moved[:LISTED]
    )
    columns, note = _columns(context, "number", "last", "now", "cause"), _more(context, len(moved) - LISTED)
    return Table("moved", context.word("since.moved"), columns, (50, 28, 28, 70), rows, (1, 2), note)
