"""The options in full and those dropped, with the reason of each."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Block, Paragraph, Section, Small, Strong, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.numbers import Cited
from cadre.brief.wording import LISTED, reasons_to_drop
from cadre.study import Screened

NAMED = 3
"""Options named for each reason in print; all of them stand in the workbook and in study.json."""
DROPPED = ("Why", "Options", "Cost", "Which")
MEASURES = (
    "Measures of the fast evaluation: a relaxed programme and few futures. They choose what is "
    "looked at closely, "
    "and are not to be compared with page one."
)


def levers_section(context: Context) -> Section:
    """Write the choices that make up each option shown."""
    reading = context.reading
    columns = ("What is decided", *(f"Option {option.letter}" for option in reading.active))
    rows = tuple(
        (
            (lever.title or key.replace("-", " "),),
            *((_choice(context, key, option.planned.option.choices.get(key)),) for option in reading.active),
        )
        for key, lever in reading.mission.levers.items()
    )
    titles = tuple(((option.letter,), (option.title,), (Small(option.id),)) for option in reading.options)
    blocks: list[Block] = [Table("titles", "Options shown", ("Letter", "Title", "Id"), (12, 84, 80), titles)]
    if rows and reading.active:
        blocks.append(
            Table("levers", "What each option chooses", columns, (36, *(26 for _ in reading.active)), rows)
        )
    return Section("levers", "The options shown", tuple(blocks))


def _choice(context: Context, lever: str, choice: str | None) -> str:
    if choice is None:
        return "–"
    return context.reading.mission.levers[lever].choices[choice].title or choice.replace("-", " ")


def dropped_section(context: Context) -> Section:
    """Write the options that were screened out, put together by the reason, and the rules."""
    reasons = reasons_to_drop(context.reading)
    blocks: list[Block] = [*_dropped(context, reasons)] if reasons else [Paragraph(("None was dropped.",))]
    for rule in context.reading.mission.rules:
        told = words(Strong("Excluded by rule: "), f"{_rule(rule.never)} ({rule.because}).")
        blocks.append(Paragraph(told, small=True))
    return Section("dropped", "Options dropped, and why", tuple(blocks))


def _dropped(context: Context, reasons: dict[str, list[Screened]]) -> Iterator[Block]:
    listed = list(reasons.values())
    rows = tuple(_row(context, place, entries) for place, entries in enumerate(listed[:LISTED], start=1))
    caption, widths = "Options dropped, by the reason", (64, 12, 22, 78)
    total: Words = (Small("Dropped in all: "), context.numbers.home("dropped"), Small(f". {MEASURES}"))
    yield Table("dropped", caption, DROPPED, widths, rows, numeric=(1,), note=total)
    rest = sum(map(len, listed[LISTED:]))
    if rest:
        told = f"{rest} more, each for a reason of its own, stand in the workbook (sheet Options screened)."
        yield Paragraph((told,), small=True)


def _row(context: Context, place: int, entries: list[Screened]) -> tuple[Words, ...]:
    """Write a reason with how many options it dropped, what they would cost, and the first of them."""
    numbers = context.numbers
    rest = len(entries) - NAMED
    named = ", ".join(entry.option for entry in entries[:NAMED])
    more = f", {rest} more" if rest > 0 else ""
    reason, count = context.said(f"said.dropped.{place}", at_home=True), numbers.quiet(f"dropped.{place}")
    return reason, (count,), _cost(context, f"dropped.{place}.cost"), (Small(f"{named}{more}"),)


def _cost(context: Context, key: str) -> Words:
    if key not in context.numbers:
        return ("–",)
    number = context.numbers[key]
    told = context.formats.with_currency(context.formats.range(number.low, number.high, "money"))
    return (Cited(key, told, target=True, quiet=True),)


def _rule(never: dict[str, tuple[str, ...]]) -> str:
    return " with ".join(f"{lever} {' or '.join(choices)}" for lever, choices in never.items())
