"""The options in full and those dropped, with the reason of each."""

from __future__ import annotations

from cadre.brief.content import Block, Paragraph, Section, Small, Strong, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.rounding import shown
from cadre.study import Screened

LISTED = 60
"""Dropped options listed in print; all of them stand in the workbook and in study.json."""
DROPPED = ("Option", "Outcome", "Lasting", "Cost", "Posts", "Why it was dropped")
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
    ids = tuple(((option.letter,), (option.id,), (option.title,)) for option in reading.options)
    blocks: list[Block] = [Table("ids", "Ids of the options", ("Letter", "Id", "Title"), (10, 62, 82), ids)]
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
    """Write the options that were screened out, each with its measures and the reason."""
    dropped = [entry for entry in context.reading.study.screened if not entry.kept]
    rows = tuple(_row(context, entry) for entry in dropped[:LISTED])
    caption, widths = f"{len(dropped)} options dropped", (56, 12, 12, 16, 10, 62)
    blocks: list[Block] = [
        Table("dropped", caption, DROPPED, widths, rows, numeric=(1, 2, 3, 4), note=(Small(MEASURES),))
    ]
    if len(dropped) > len(rows):
        told = (
            f"{len(dropped) - len(rows)} more stand in the workbook (sheet Options screened) and in "
            "study.json."
        )
        blocks.append(Paragraph((told,), small=True))
    for rule in context.reading.mission.rules:
        told_rule = words(Strong("Excluded by rule: "), f"{_rule(rule.never)} ({rule.because}).")
        blocks.append(Paragraph(told_rule, small=True))
    return Section("dropped", "Options dropped, and why", tuple(blocks))


def _row(context: Context, entry: Screened) -> tuple[Words, ...]:
    found, currency = entry.measures, context.reading.mission.mission.currency
    units = (("outcome", "share"), ("lasting", "share"), ("cost", "money"), ("posts", "posts"))
    measures = tuple(
        ((shown(found[name], unit, currency) if name in found else "–"),) for name, unit in units
    )
    return ((entry.option,), *measures, (entry.reason,))


def _rule(never: dict[str, tuple[str, ...]]) -> str:
    return " with ".join(f"{lever} {' or '.join(choices)}" for lever, choices in never.items())
