"""What changed since the last brief: facts, options, and the numbers that these moved."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Block, Bullets, Paragraph, Section, Small, Strong, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.numbers import Number
from cadre.brief.since import Fact, Moved, Since, Switched
from cadre.brief.since_words import told_cause, told_value

LISTED = 40
"""Facts, and numbers moved, listed in print; `cadre since` prints all."""
OLDER = "study.json of the last brief"


def numbers_of_last(since: Since) -> Iterator[Number]:
    """Give each number that moved as the last brief had it: `last.ID`, which leads to what it is now."""
    for moved in since.moved:
        yield Number(
            f"last.{moved.id}", f"Last brief, {moved.label}", *moved.before, moved.unit, OLDER, (moved.id,)
        )


def since_section(context: Context) -> Section:
    """Write what changed since the last brief, and which fact moved which number."""
    since = context.since
    if since is None:
        return Section("since", TITLE, (Paragraph(("There is no last brief to compare with.",)),))
    blocks: list[Block] = [Paragraph(_lead(context, since))]
    if since.came or since.went:
        blocks.append(
            Bullets((*_switched("Came: ", since.came, "before"), *_switched("Went: ", since.went, "now")))
        )
    if since.facts:
        blocks.append(_facts(since.facts))
    if since.moved:
        blocks.append(_moved(context, since.moved))
    return Section("since", TITLE, tuple(blocks))


TITLE = "What changed since the last brief, and which fact moved it"


def _lead(context: Context, since: Since) -> Words:
    partly = "" if since.whole else " Of the older mission only the inputs of its numbers are known."
    return words(
        Strong(f"Last brief as known on {context.formats.day(since.as_of)}. "),
        f"{len(since.facts)} facts changed; {len(since.moved)} of {since.compared} numbers compared moved "
        "beyond the 80 % range of either brief. Where several facts could have moved a number, two studies "
        f"cannot tell which did.{partly}",
    )


def _switched(lead: str, switched: tuple[Switched, ...], when: str) -> Iterator[Words]:
    for one in switched:
        yield words(Strong(lead), one.title, Small(f" ({one.option})"), f"; {when}: {one.why}.")


def _facts(facts: tuple[Fact, ...]) -> Table:
    rows = tuple(
        ((fact.path,), (told_value(fact.before),), (told_value(fact.after),)) for fact in facts[:LISTED]
    )
    rest = len(facts) - LISTED
    note: Words = (Small(f"{rest} more: `cadre since NEW OLD` prints all."),) if rest > 0 else ()
    return Table("facts", "Facts that changed", ("What", "Before", "Now"), (60, 58, 58), rows, note=note)


def _moved(context: Context, moved: tuple[Moved, ...]) -> Table:
    numbers = context.numbers
    rows = tuple(
        (
            (f"{one.label[:1].upper()}{one.label[1:]}",),
            (numbers.home(f"last.{one.id}"),),
            (numbers.with_range(one.id),),
            (told_cause(one),),
        )
        for one in moved[:LISTED]
    )
    rest = len(moved) - LISTED
    note: Words = (Small(f"{rest} more: `cadre since NEW OLD` prints all."),) if rest > 0 else ()
    columns = ("Number", "Last brief", "Now", "What moved it")
    return Table("moved", "Numbers that moved", columns, (50, 28, 28, 70), rows, (1, 2), note)
