"""Chance: where the spread of each outcome comes from, and how sure it is which option is best."""

from __future__ import annotations

from itertools import pairwise

from cadre.brief.content import Block, Paragraph, Table, Words
from cadre.brief.context import Context
from cadre.brief.register.chance import apart_id
from cadre.criteria import Criterion
from cadre.decision.types import BestOn, VarianceShares

KINDS = ("criterion", "spread", "details", "left", "in-words")
BEST = ("criterion", "order", "whole-order", "best", "near", "futures")


def _columns(context: Context, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(context.word(f"chance.column-{name}") for name in names)


def variance_shares(context: Context) -> tuple[Block, ...]:
    """Write how much of each spread comes from open details and how much from luck."""
    rows_of = context.view.study.comparison.variance_shares
    if not rows_of:
        return (Paragraph(context.say("chance.not-apart"), small=True),)
    note = context.say("chance.kinds-note", replays=context.numbers.value("replays"))
    columns = (context.word("common.the-option"), *_columns(context, KINDS))
    rows = tuple(_row(context, one) for one in rows_of)
    caption, widths = context.word("chance.kinds"), (12, 46, 26, 30, 24, 46)
    return (Table("kinds-of-chance", caption, columns, widths, rows, (2, 3, 4), note),)


def _row(context: Context, one: VarianceShares) -> tuple[Words, ...]:
    key, numbers = apart_id(one), context.numbers
    titles = {k.id: context.view.title_of(k) for k in context.view.study.comparison.criteria}
    return (
        (context.view.lettered(one.option),),
        (titles[one.criterion],),
        (numbers.quiet(f"{key}.spread"),),
        (numbers.home(f"{key}.details") if f"{key}.details" in numbers else "–",),
        (numbers.quiet(f"{key}.left") if f"{key}.left" in numbers else "–",),
        context.say(f"chance.{one.told.replace(' ', '-')}"),
    )


def best_on_each(context: Context) -> tuple[Block, ...]:
    """Write how sure it is which option is best on each end that holds chance."""
    rows_of = context.view.study.comparison.best_on
    if not rows_of:
        return ()
    rows = tuple(_best(context, one) for one in rows_of)
    columns, caption, note = (
        _columns(context, BEST),
        context.word("chance.best"),
        context.say("chance.best-note"),
    )
    return (Table("best", caption, columns, (40, 48, 18, 44, 16, 32), rows, (), note),)


def _ordered(context: Context, one: BestOn) -> bool:
    """Say whether each option of an order is told apart from the next."""
    return all(context.view.study.comparison.are_distinguishable(*two) for two in pairwise(one.order))


def _best(context: Context, one: BestOn) -> tuple[Words, ...]:
    key, numbers, lettered = f"best.{one.criterion}", context.numbers, context.view.lettered
    criterion = next(k for k in context.view.study.comparison.criteria if k.id == one.criterion)
    apart = context.say("chance.not-told-apart")
    order: list[Words] = []
    for place, option in enumerate(one.order[:-1], start=1):
        rows_of = context.view.study.comparison.are_distinguishable(option, one.order[place])
        confidence = numbers.quiet(f"{key}.ahead.{place}") if rows_of else apart
        order.append(context.say("chance.ahead", letter=lettered(option), confidence=confidence))
    needed, played = numbers.quiet(f"{key}.needed"), numbers.quiet(f"{key}.played")
    near = context.formats.chain(lettered(option) for option in one.near)
    return (
        (context.view.title_of(criterion),),
        context.chain([*order, (lettered(one.order[-1]),)]),
        (numbers.quiet(f"{key}.jointly"),) if _ordered(context, one) else apart,
        _chosen(context, one, criterion),
        (near,) if near else context.say("chance.none-near"),
        context.say("chance.futures-of", needed=needed, played=played),
    )


def _chosen(context: Context, one: BestOn, criterion: Criterion) -> Words:
    """Say which option is best, or why none can be called so."""
    key, numbers, lettered = f"best.{one.criterion}", context.numbers, context.view.lettered
    if one.within_gaps:
        rivals = context.formats.chain(map(lettered, one.within_gaps))
        return context.say("chance.rivals", letter=lettered(one.chosen or one.order[0]), rivals=rivals)
    if one.chosen is None:
        return context.say("chance.cannot-say")
    return context.say(
        "chance.chosen",
        letter=lettered(one.chosen),
        probability=numbers.quiet(f"{key}.probability"),
        difference=numbers.quiet(f"{key}.indifference"),
        points="yes" if criterion.unit == "share" else "no",
    )
