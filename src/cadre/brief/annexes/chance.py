"""Chance: where the spread of each outcome comes from."""

from __future__ import annotations

from cadre.brief.content import Block, Paragraph, Table, Words
from cadre.brief.context import Context
from cadre.brief.register_chance import apart_id
from cadre.decision.types import KindsOfChance, Told

IN_WORDS: dict[Told, str] = {
    "nearly all details": "nearly all from open details",
    "more details": "more from open details than from luck",
    "not told": "not told which counts more",
    "more luck": "more from luck than from open details",
    "nearly all luck": "nearly all from luck",
    "too rare": "varies too rarely to be told",
}


def kinds_of_chance(context: Context) -> tuple[Block, ...]:
    """Write how much of each spread comes from open details and how much from luck."""
    told = context.reading.study.comparison.kinds_of_chance
    if not told:
        return (Paragraph(("Open details and luck were not told apart in this study.",), small=True),)
    note = (
        context.numbers.value("replays"),
        " futures of each option were played again with the same open details and fresh luck. "
        "What is open could be learnt or settled, luck could not. From open details: share of the "
        "variance that would go, on average, if every one of them were known (95 % interval, from the number "
        "of replays); left: standard deviation that luck alone would leave. What cannot vary has no row.",
    )
    columns = ("Option", "Criterion", "Standard deviation", "From open details", "Left", "In words")
    rows = tuple(_row(context, one) for one in told)
    caption = "Two kinds of chance: where the spread of each outcome comes from"
    return (Table("kinds-of-chance", caption, columns, (12, 46, 26, 30, 24, 46), rows, (2, 3, 4), note),)


def _row(context: Context, one: KindsOfChance) -> tuple[Words, ...]:
    key, numbers = apart_id(one), context.numbers
    titles = {k.id: k.title for k in context.reading.study.comparison.criteria}
    return (
        (context.reading.lettered(one.option),),
        (titles[one.criterion],),
        (numbers.quiet(f"{key}.spread"),),
        (numbers.home(f"{key}.details") if f"{key}.details" in numbers else "–",),
        (numbers.quiet(f"{key}.left") if f"{key}.left" in numbers else "–",),
        (IN_WORDS[one.told],),
    )
