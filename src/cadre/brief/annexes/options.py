"""The options in full and those dropped, with the reason of each."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Block, Paragraph, Section, Small, Strong, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.rounding import shown_range
from cadre.study import Screened

LISTED, NAMED = 30, 3
"""Reasons listed in print, and options named for each.

All of them stand in the workbook and in study.json.
"""
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
    reasons: dict[str, list[Screened]] = {}
    for entry in context.reading.study.screened:
        if not entry.kept:
            reasons.setdefault(context.reading.in_letters(entry.reason), []).append(entry)
    blocks: list[Block] = [*_dropped(context, reasons)] if reasons else [Paragraph(("None was dropped.",))]
    for rule in context.reading.mission.rules:
        told = words(Strong("Excluded by rule: "), f"{_rule(rule.never)} ({rule.because}).")
        blocks.append(Paragraph(told, small=True))
    return Section("dropped", "Options dropped, and why", tuple(blocks))


def _dropped(context: Context, reasons: dict[str, list[Screened]]) -> Iterator[Block]:
    order = sorted(reasons, key=lambda reason: -len(reasons[reason]))
    rows = tuple(_row(context, reason, reasons[reason]) for reason in order[:LISTED])
    caption, widths = f"{sum(map(len, reasons.values()))} options dropped", (64, 12, 22, 78)
    yield Table("dropped", caption, DROPPED, widths, rows, numeric=(1,), note=(Small(MEASURES),))
    rest = sum(len(reasons[reason]) for reason in order[LISTED:])
    if rest:
        told = f"{rest} more, each for a reason of its own, stand in the workbook (sheet Options screened)."
        yield Paragraph((told,), small=True)


def _row(context: Context, reason: str, entries: list[Screened]) -> tuple[Words, ...]:
    """Write a reason with how many options it dropped, what they would cost, and the first of them."""
    costs = [entry.measures["cost"] for entry in entries if "cost" in entry.measures]
    cost = shown_range(min(costs), max(costs), "money") if costs else "–"
    rest = len(entries) - NAMED
    named = ", ".join(entry.option for entry in entries[:NAMED])
    more = f", {rest} more" if rest > 0 else ""
    currency = context.reading.mission.mission.currency
    return (reason,), (f"{len(entries)}",), (f"{currency} {cost}",), (Small(f"{named}{more}"),)


def _rule(never: dict[str, tuple[str, ...]]) -> str:
    return " with ".join(f"{lever} {' or '.join(choices)}" for lever, choices in never.items())
