"""The judgement in full: agreement in detail, information, and last the ranks over weights."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.annexes.chance import kinds_of_chance
from cadre.brief.content import (
    Block,
    Bullets,
    Paragraph,
    Piece,
    Section,
    Strong,
    Table,
    Words,
    ended,
    joined,
    words,
)
from cadre.brief.context import Context
from cadre.brief.pages.options import not_told_apart
from cadre.brief.reading import Shown
from cadre.decision.judgement import Information, Judgement
from cadre.decision.silence import Agreement

NONE = Paragraph(("Not judged in this study.",), small=True)
BARS = 5
"""Quantities of a tornado told of each option and criterion."""


def agreement_details_section(context: Context) -> Section:
    """Write who blocks each option, who would have to be won, and which changes would bring all in."""
    judgement = context.reading.study.judgement
    title = "Agreement in detail"
    if judgement is None or not judgement.agreement:
        return Section("agreement-details", title, (NONE,))
    items = tuple(
        words(*_who(context, context.reading.by_id[agreement.option], agreement))
        for agreement in judgement.agreement
    )
    amended = tuple(
        ended(context.said(f"option.{agreement.option}.said.amendment.{place}", at_home=True))
        for agreement in judgement.agreement
        for place in range(1, len(agreement.amendments) + 1)
    )
    blocks: list[Block] = [Bullets(items)]
    if amended:
        blocks += [Paragraph((Strong("Changes that would make agreement more likely."),)), Bullets(amended)]
    return Section("agreement-details", title, tuple(blocks))


def _who(context: Context, shown: Shown, agreement: Agreement) -> Iterator[Piece]:
    def cite(name: str) -> Piece:
        return context.value(shown, f"agreement.{name}")

    yield Strong(f"{shown.letter}: ")
    yield from ("nobody breaks silence with a chance of ", cite("chance"))
    yield from (
        " (",
        cite("apart"),
        " if parties decided apart, ",
        cite("together"),
        " if all moved together)",
    )
    for place, blocking in enumerate(agreement.blocking, start=1):
        yield f"; {_parties(context, blocking.parties)} and no others break it in "
        yield cite(f"blocking.{place}")
    if agreement.pivotal is not None and agreement.pivotal_share:
        yield f"; {_parties(context, (agreement.pivotal,))} alone in "
        yield cite("pivotal")
    if agreement.shifted_cost or agreement.shifted_posts:
        yield from ("; caveats leave ", cite("shifted-cost"), " of the cost and ", cite("shifted-posts"))
        yield " of the posts to others"
    sets = [_parties(context, of) for of in agreement.to_win if of]
    if sets:
        yield f"; to be won: {' or '.join(sets)}"
    yield "."


def _parties(context: Context, parties: tuple[str, ...]) -> str:
    return " and ".join(context.reading.mission.title_of("parties", party).lower() for party in parties)


def information_section(context: Context) -> Section:
    """Write what open details are worth beside noise, price and day, and what of each spread is theirs."""
    judgement, title = context.reading.study.judgement, "What information is worth"
    if judgement is None:
        return Section("information", title, (NONE, *kinds_of_chance(context)))
    names = WORTH if judgement.bars else {k: of for k, of in WORTH.items() if k != "agreed"}
    rows = tuple(_worth(context, one, tuple(names)) for one in judgement.learnt)
    columns = ("What is learnt", *(title for title, _ in names.values()), "By", "Last useful")
    widths = (50, *(width for _, width in names.values()), 17, 17)
    note: Words = (
        "Were it known before deciding, another option would be chosen in so many of the futures; targets, "
        "floors and cost are what that changes, a mean over all of them. Worth: gain in expected value, in "
        "points of 100, averaged over the weights that are possible, and as money by the weight of the cost. "
        "Noise is the most that a detail without any effect showed; what does not exceed it is not known to "
        "matter. Figures have the digits that so many futures allow.",
    )
    numeric = tuple(range(1, 1 + len(names)))
    table = Table("information", title, columns, widths, rows, numeric, note)
    return Section("information", title, (table, *kinds_of_chance(context)))


WORTH = {
    "changes": ("Another option in", 14),
    "targets": ("Targets, points", 13),
    "floors": ("Floors, points", 13),
    "cost": ("Cost", 17),
    "value": ("Worth", 11),
    "floor": ("Noise", 11),
    "money": ("As money", 16),
    "agreed": ("Agreed and good", 13),
}
"""Numbers told of what is learnt: the title and width of their columns."""


def _worth(context: Context, one: Information, names: tuple[str, ...]) -> tuple[Words, ...]:
    numbers = tuple(_cited(context, f"information.{one.detail}.{name}") for name in names)
    days = ((context.formats.day(when) or "–",) for when in (one.can_learn_by, one.last_useful))
    return ((one.title,), *numbers, *days)


def ranks_section(context: Context) -> Section:
    """Write how options rank over all weights, where that flips, and what moves each criterion most."""
    judgement = context.reading.study.judgement
    title = "Ranks over weights, shown last: no result, but what a preference would have to be"
    if judgement is None:
        return Section("ranks", title, (NONE,))
    blocks: list[Block] = [
        Paragraph(_lead(context, judgement)),
        _ranks(context, judgement),
        _central(context, judgement),
    ]
    places = [
        place
        for place, switch in enumerate(judgement.switches, start=1)
        if context.reading.study.comparison.told_apart(switch.below, switch.above)
    ]
    if places:
        flips = tuple(ended(context.said(f"said.switch.{place}", at_home=True)) for place in places)
        blocks += [Paragraph((Strong("Where the ranking flips."),)), Bullets(flips)]
    if judgement.swings:
        blocks.append(_tornado(context, judgement))
    return Section("ranks", title, tuple(blocks))


def _lead(context: Context, judgement: Judgement) -> Words:
    kinds = {
        "stated": "The weights are stated",
        "order": "Only the order of weights is known",
        "any": "Nobody stated weights: all are taken as possible",
    }
    weights: list[Words] = [
        (f"{c} ", context.numbers.value(f"weight.{c}")) for c in judgement.weighing.weights
    ]
    return words(
        f"{kinds[judgement.weighing.kind]}; on average ",
        *joined(weights),
        ". The shares count weights and futures in which an option ranks first, second and so on (SMAA-2); "
        "where two lie close, the ranking is not settled.",
        *((" It holds for the plans as they are. ", *alike) if (alike := not_told_apart(context)) else ()),
    )


def _ranks(context: Context, judgement: Judgement) -> Table:
    places = range(1, len(judgement.acceptability) + 1)
    rows = tuple(
        (
            (context.reading.lettered(one.option),),
            *(_cited(context, f"option.{one.option}.rank.{rank}") for rank in places),
        )
        for one in judgement.acceptability
    )
    columns = ("Option", *(f"Rank {rank}" for rank in places))
    return Table(
        "ranks",
        "Share of weights and futures in which an option ranks so",
        columns,
        (14, *(16 for _ in places)),
        rows,
        tuple(places),
    )


def _central(context: Context, judgement: Judgement) -> Table:
    criteria = list(judgement.weighing.weights)
    rows = tuple(
        (
            (context.reading.lettered(one.option),),
            *(_cited(context, f"option.{one.option}.central.{criterion}") for criterion in criteria),
            _cited(context, f"option.{one.option}.confidence"),
        )
        for one in judgement.acceptability
    )
    columns = ("Option", *(f"Weight of {criterion}" for criterion in criteria), "First at these")
    numeric = tuple(range(1, len(columns)))
    caption = "Weights that put an option first on average, and how often it is first at them"
    return Table("central", caption, columns, (14, *(20 for _ in numeric)), rows, numeric)


def _cited(context: Context, key: str) -> Words:
    return (context.numbers.quiet(key),) if key in context.numbers else ("–",)


def _tornado(context: Context, judgement: Judgement) -> Table:
    """List, for each option and criterion, the quantities that explain most of its variance."""
    told: dict[tuple[str, str], int] = {}
    rows: list[tuple[Words, ...]] = []
    for swing in sorted(judgement.swings, key=lambda s: -s.index):
        pair = (swing.option, swing.criterion)
        told[pair] = told.get(pair, 0) + 1
        if told[pair] <= BARS:
            key = f"option.{swing.option}.swing.{swing.criterion}.{swing.path}"
            ends = tuple(_cited(context, f"{key}.{name}") for name in ("at-low", "at-high", "index"))
            rows.append(
                ((context.reading.lettered(swing.option),), (swing.criterion,), (swing.title,), *ends)
            )
    rows.sort(key=lambda row: (str(row[0][0]), str(row[1][0])))
    columns = (
        "Option",
        "Criterion",
        "Quantity",
        "Mean at its lowest tenth",
        "At its highest",
        "Variance explained",
    )
    return Table(
        "tornado", "What moves each criterion most", columns, (12, 18, 60, 26, 26, 26), tuple(rows), (3, 4, 5)
    )
