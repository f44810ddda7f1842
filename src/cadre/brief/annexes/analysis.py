"""The analysis in full: agreement in detail, information, and last the ranks over weights."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.annexes.chance import variance_shares
from cadre.brief.content import (
    Block,
    Bullets,
    Paragraph,
    Piece,
    Section,
    Table,
    Words,
    capital,
    joined,
)
from cadre.brief.context import Context
from cadre.brief.pages.options import within_gaps
from cadre.brief.view import OptionView
from cadre.decision.agreement.types import Agreement
from cadre.decision.analysis import DecisionAnalysis, Information

BARS = 5
"""Quantities of a tornado told of each option and criterion."""


def _none(context: Context) -> Paragraph:
    return Paragraph(context.say("analysis.not-judged"), small=True)


def agreement_details_section(context: Context) -> Section:
    """Write who blocks each option, who would have to be won, and which changes would bring all in."""
    analysis = context.view.study.analysis
    title = context.word("analysis.agreement")
    if analysis is None or not analysis.agreement:
        return Section("agreement-details", title, (_none(context),))
    items = tuple(
        _who(context, context.view.by_id[agreement.option], agreement) for agreement in analysis.agreement
    )
    amended = tuple(
        context.said(f"option.{agreement.option}.said.amendment.{place}", at_home=True)
        for agreement in analysis.agreement
        for place in range(1, len(agreement.amendments) + 1)
    )
    blocks: list[Block] = [Bullets(items)]
    if amended:
        blocks += [Paragraph(context.say("analysis.changes")), Bullets(amended)]
    return Section("agreement-details", title, tuple(blocks))


def _who(context: Context, shown: OptionView, agreement: Agreement) -> Words:
    what = context.listed([*_breaking(context, shown, agreement)])
    return context.say("analysis.who", letter=shown.letter, what=what)


def _breaking(context: Context, shown: OptionView, agreement: Agreement) -> Iterator[Words]:
    """Say how likely silence holds, who breaks it, what caveats leave others, who would have to be won."""
    say = context.say

    def cite(name: str) -> Piece:
        return context.value(shown, f"agreement.{name}")

    yield say("analysis.nobody-breaks", chance=cite("chance"), apart=cite("apart"), together=cite("together"))
    for place, blocking in enumerate(agreement.blocking, start=1):
        parties = _parties(context, blocking.parties)
        yield say("analysis.blocking", parties=parties, share=cite(f"blocking.{place}"))
    if agreement.pivotal is not None and agreement.pivotal_share:
        party = _parties(context, (agreement.pivotal,))
        yield say("analysis.pivotal", party=party, share=cite("pivotal"))
    if agreement.shifted_cost or agreement.shifted_posts:
        yield say("analysis.caveats", cost=cite("shifted-cost"), posts=cite("shifted-posts"))
    sets = [_parties(context, of) for of in agreement.to_win if of]
    if sets:
        yield say("analysis.to-win", sets=context.formats.either(sets))


def _parties(context: Context, parties: tuple[str, ...]) -> str:
    titles = (context.view.mission.title_of("parties", party).lower() for party in parties)
    return context.formats.every([*titles])


def information_section(context: Context) -> Section:
    """Write what open details are worth beside noise, price and day, and what of each spread is theirs."""
    analysis, title = context.view.study.analysis, context.word("analysis.information")
    if analysis is None:
        return Section("information", title, (_none(context), *variance_shares(context)))
    names = WORTH if analysis.bars else {k: of for k, of in WORTH.items() if k != "agreed"}
    rows = tuple(_worth(context, one, tuple(names)) for one in analysis.learnt)
    columns = ("learnt", *names, "by", "last-useful")
    widths = (50, *names.values(), 17, 17)
    headings, note = _columns(context, *columns), context.say("analysis.information-note")
    numeric = tuple(range(1, 1 + len(names)))
    table = Table("information", title, headings, widths, rows, numeric, note)
    return Section("information", title, (table, *variance_shares(context)))


WORTH = {
    "changes": 14,
    "targets": 13,
    "floors": 13,
    "cost": 17,
    "value": 11,
    "floor": 11,
    "money": 16,
    "agreed": 13,
}
"""Numbers told of what is learnt, with the width of their columns."""


def _columns(context: Context, *names: str) -> tuple[str, ...]:
    return tuple(context.word(f"analysis.column-{name}") for name in names)


def _worth(context: Context, one: Information, names: tuple[str, ...]) -> tuple[Words, ...]:
    numbers = tuple(_cited(context, f"information.{one.detail}.{name}") for name in names)
    days = ((context.formats.day(when) or "–",) for when in (one.can_learn_by, one.last_useful))
    return ((context.view.detail(one.detail),), *numbers, *days)


def ranks_section(context: Context) -> Section:
    """Write how options rank over all weights, where that flips, and what moves each criterion most."""
    analysis = context.view.study.analysis
    title = context.word("analysis.ranks")
    if analysis is None:
        return Section("ranks", title, (_none(context),))
    blocks: list[Block] = [
        Paragraph(_lead(context, analysis)),
        _ranks(context, analysis),
        _central(context, analysis),
    ]
    places = [
        place
        for place, switch in enumerate(analysis.switches, start=1)
        if context.view.study.comparison.are_distinguishable(switch.below, switch.above)
    ]
    if places:
        flips = tuple(capital(context.said(f"said.switch.{place}", at_home=True)) for place in places)
        blocks += [Paragraph(context.say("analysis.flips")), Bullets(flips)]
    if analysis.swings:
        blocks.append(_tornado(context, analysis))
    return Section("ranks", title, tuple(blocks))


def _lead(context: Context, analysis: DecisionAnalysis) -> Words:
    weights: list[Words] = [
        (f"{context.view.short_title_of(c)} ", context.numbers.value(f"weight.{c}"))
        for c in analysis.weighing.weights
    ]
    lead = context.say("analysis.lead", kind=analysis.weighing.kind, weights=context.chain(weights))
    alike = within_gaps(context)
    return joined([lead, *((context.say("analysis.as-planned"), alike) if alike else ())], " ")


def _ranks(context: Context, analysis: DecisionAnalysis) -> Table:
    places = range(1, len(analysis.acceptability) + 1)
    rows = tuple(
        (
            (context.view.lettered(one.option),),
            *(_cited(context, f"option.{one.option}.rank.{rank}") for rank in places),
        )
        for one in analysis.acceptability
    )
    ranked = (context.word("analysis.column-rank", rank=rank) for rank in places)
    columns = (context.word("common.the-option"), *ranked)
    return Table(
        "ranks",
        context.word("analysis.ranks-caption"),
        columns,
        (14, *(16 for _ in places)),
        rows,
        tuple(places),
    )


def _central(context: Context, analysis: DecisionAnalysis) -> Table:
    criteria = list(analysis.weighing.weights)
    rows = tuple(
        (
            (context.view.lettered(one.option),),
            *(_cited(context, f"option.{one.option}.central.{criterion}") for criterion in criteria),
            _cited(context, f"option.{one.option}.confidence"),
        )
        for one in analysis.acceptability
    )
    weights = (
        context.word("analysis.column-weight", criterion=context.view.short_title_of(criterion))
        for criterion in criteria
    )
    columns = (context.word("common.the-option"), *weights, context.word("analysis.column-first"))
    numeric = tuple(range(1, len(columns)))
    caption = context.word("analysis.central-caption")
    return Table("central", caption, columns, (14, *(20 for _ in numeric)), rows, numeric)


def _cited(context: Context, key: str) -> Words:
    return (context.numbers.quiet(key),) if key in context.numbers else ("–",)


def _tornado(context: Context, analysis: DecisionAnalysis) -> Table:
    """List, for each option and criterion, the quantities that explain most of its variance."""
    rows_of: dict[tuple[str, str], int] = {}
    rows: list[tuple[Words, ...]] = []
    for swing in sorted(analysis.swings, key=lambda s: -s.index):
        pair = (swing.option, swing.criterion)
        rows_of[pair] = rows_of.get(pair, 0) + 1
        if rows_of[pair] <= BARS:
            key = f"option.{swing.option}.swing.{swing.criterion}.{swing.path}"
            ends = tuple(_cited(context, f"{key}.{name}") for name in ("at-low", "at-high", "index"))
            letter, name = context.view.lettered(swing.option), context.view.short_title_of
            rows.append(((letter,), (name(swing.criterion),), (context.view.quantity(swing.path),), *ends))
    rows.sort(key=lambda row: (str(row[0][0]), str(row[1][0])))
    names = ("criterion", "quantity", "at-low", "at-high", "explained")
    columns = (context.word("common.the-option"), *_columns(context, *names))
    caption, widths = context.word("analysis.tornado"), (12, 18, 60, 26, 26, 26)
    return Table("tornado", caption, columns, widths, tuple(rows), (3, 4, 5))
