"""Chance: where the spread of each outcome comes from, and how sure it is which option is best."""

from __future__ import annotations

from itertools import pairwise

from cadre.brief.content import Block, Paragraph, Piece, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.register_chance import apart_id
from cadre.decision.types import BestOn, KindsOfChance, Told

NOT_TOLD_APART = "not told apart"
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


def best_on_each(context: Context) -> tuple[Block, ...]:
    """Write how sure it is which option is best on each end that holds chance."""
    told = context.reading.study.comparison.best_on
    if not told:
        return ()
    note = (
        "By the means over all futures, doing nothing left out. After each letter: the confidence that its "
        "mean is truly ahead of the next one's, as far as the number of futures goes (paired t), and then "
        "that the whole order is right, at least. Best: what sequential elimination leaves, with the "
        "probability stated the best or no further behind it than the difference stated; futures: those it "
        "took to tell, of those played. Not told apart: a longer search for plans could turn the order. "
        "Whether the mission is as it was written is another question.",
    )
    columns = ("Criterion", "Order", "Whole order", "Best, or no further behind", "As near", "Futures")
    rows = tuple(_best(context, one) for one in told)
    caption = "How sure it is which option is best"
    return (Table("best", caption, columns, (40, 48, 18, 44, 16, 32), rows, (), note),)


def _ordered(context: Context, one: BestOn) -> bool:
    """Say whether each option of an order is told apart from the next."""
    return all(context.reading.study.comparison.told_apart(*two) for two in pairwise(one.order))


def _best(context: Context, one: BestOn) -> tuple[Words, ...]:
    key, numbers, lettered = f"best.{one.criterion}", context.numbers, context.reading.lettered
    criterion = next(k for k in context.reading.study.comparison.criteria if k.id == one.criterion)
    order: list[Piece] = []
    for place, option in enumerate(one.order[:-1], start=1):
        told = context.reading.study.comparison.told_apart(option, one.order[place])
        confident: Piece = numbers.quiet(f"{key}.ahead.{place}") if told else NOT_TOLD_APART
        order += [f"{lettered(option)} (", confident, "), "]
    points = " points" if criterion.unit == "share" else ""
    chosen: Words = ("these futures do not suffice to say",)
    if one.chosen is not None:
        probable, apart = numbers.quiet(f"{key}.probability"), numbers.quiet(f"{key}.indifference")
        chosen = words(f"{lettered(one.chosen)}: ", probable, ", within ", apart, points)
    if one.not_told_apart:
        rivals = ", ".join(map(lettered, one.not_told_apart))
        chosen = (f"{lettered(one.chosen or one.order[0])} is {NOT_TOLD_APART} from {rivals}",)
    return (
        (criterion.title,),
        words(*order, lettered(one.order[-1])),
        (numbers.quiet(f"{key}.jointly") if _ordered(context, one) else NOT_TOLD_APART,),
        chosen,
        (", ".join(lettered(option) for option in one.near) or "none",),
        words(numbers.quiet(f"{key}.needed"), " of ", numbers.quiet(f"{key}.played")),
    )
