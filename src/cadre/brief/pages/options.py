"""The options side by side: what each yields, costs, risks and leaves behind; medians with 80 % ranges."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cadre.brief.content import (
    Block,
    Paragraph,
    Section,
    Table,
    Words,
    ended,
    joined,
)
from cadre.brief.context import Context
from cadre.brief.number import Cited
from cadre.brief.register.registry import TAIL_FIGURE
from cadre.brief.view import OptionView
from cadre.criteria import Entry, on_page_one
from cadre.words.criteria import message_of

OPEN = "open.programme"
"""Number of an option whose search stopped far from its bound."""
NAME_WIDTH = 46
"""Of the first column, beside the widths of `cadre.criteria.Column`."""


def options_section(context: Context) -> Section:
    """Write the table of options and what to know when reading it."""
    options = context.view.options
    rows = tuple(_row(context, shown) for shown in options)
    blocks: list[Block] = [_table(context, rows), Paragraph(_legend(context), small=True)]
    dominated = [shown for shown in options if shown.dominated is not None]
    blocks += [Paragraph(_dominated(context, shown), small=True) for shown in dominated]
    alike, bought = within_gaps(context), _money_buys(context)
    blocks += [Paragraph(sentences, small=True) for sentences in (alike, bought) if sentences]
    blocks += [
        Paragraph(context.say("options.note", what=ended(context.said(f"said.warning.{place}"))), small=True)
        for place in range(1, len(context.view.study.warnings) + 1)
    ]
    return Section("options", context.word("options.title"), tuple(blocks))


def _table(context: Context, rows: tuple[tuple[Words, ...], ...]) -> Table:
    shown = on_page_one()
    headings = (context.word(f"criteria.{message_of(entry.id)}.column") for entry, _ in shown)
    columns, caption = (context.word("options.column-option"), *headings), context.word("options.caption")
    widths = (NAME_WIDTH, *(column.width for _, column in shown))
    return Table("options", caption, columns, widths, rows, tuple(range(1, len(columns))))


def _row(context: Context, shown: OptionView) -> tuple[Words, ...]:
    return (_name(context, shown), *(_cell(context, shown, entry) for entry, _ in on_page_one()))


def _cell(context: Context, shown: OptionView, entry: Entry) -> Words:
    """Return what an option yields on a criterion, with its 80 % range below where chance is in it."""
    own = CELLS.get(entry.id)
    if own is not None:
        return own(context, shown)
    return context.stacked(shown, entry.id) if entry.scalar else (context.value(shown, entry.id),)


def _name(context: Context, shown: OptionView) -> Words:
    """Return letter and title, and below them how far from its bound the search for its plan stopped."""
    message = "options.name" if shown.dominated is None else "options.name-dominated"
    name = context.say(message, letter=shown.letter, title=shown.title[:1].upper() + shown.title[1:])
    if not _is_open(context, shown):
        return name
    number = context.value(shown, OPEN)
    stopped = context.word("options.search-stopped", number=number.text)
    return (*name, "\n", Cited(number.id, stopped, small=True))


def _is_open(context: Context, shown: OptionView) -> bool:
    return f"option.{shown.id}.{OPEN}" in context.numbers


def within_gaps(context: Context) -> Words:
    """Name the options whose order a longer search could turn, empty where there are none."""
    lettered = context.view.lettered
    pairs = sorted(
        context.formats.every(sorted((lettered(pair.ahead), lettered(pair.behind))))
        for pair in context.view.study.comparison.within_gaps
    )
    return (
        context.say("options.not-told-apart", pairs=context.word("common.semicolon").join(pairs))
        if pairs
        else ()
    )


def _posts(context: Context, shown: OptionView) -> Words:
    """Return the peak with its tail below, so that nobody overlooks it; an annex has the other parts."""
    if not shown.peak.tail:
        return (context.value(shown, "needed"),)
    tail = context.value(shown, "needed.tail")
    of_it = Cited(tail.id, context.word("options.of-it-tail", number=tail.text), small=True)
    return (context.value(shown, "needed"), "\n", of_it)


def _filled(context: Context, shown: OptionView) -> Words:
    if not shown.peak.total:
        return context.say("options.no-posts")
    return context.stacked(shown, "manned" if f"option.{shown.id}.manned" in context.numbers else "filled")


CELLS: Mapping[str, Callable[[Context, OptionView], Words]] = {"posts": _posts, "filled": _filled}
"""Cells that tell more than the criterion: the posts needed rather than those filled, and their tail."""


def _legend(context: Context) -> Words:
    numbers, say = context.numbers, context.say
    parts: list[Words] = [
        say("options.legend", futures=numbers.value("replications")),
        _short_of_people(context),
        say("options.legend-tail"),
        _beside_published(context),
        _searched(context),
        say("options.legend-floors", years=numbers.value("looks-beyond-exit")),
        _on_agreement(context),
        say(
            "options.legend-shown",
            shown=numbers.value("options.shown"),
            screened=numbers.value("options.screened"),
        ),
    ]
    return joined([part for part in parts if part], " ")


def _searched(context: Context) -> Words:
    """Say what it means that the bound of a search is lower, where that is told of an option."""
    if not any(_is_open(context, shown) for shown in context.view.options):
        return ()
    return context.say("options.legend-searched")


def _short_of_people(context: Context) -> Words:
    """Return the chance that too few posts are filled, option by option."""
    risks: list[Words] = [
        (f"{shown.letter} ", context.value(shown, "fill-risk"))
        for shown in context.view.options
        if f"option.{shown.id}.fill-risk" in context.numbers
    ]
    if not risks:
        return ()
    floor = context.numbers.value("fill-floor")
    return context.say("options.legend-fill", floor=floor, chances=context.chain(risks))


def _money_buys(context: Context) -> Words:
    """Tell what money buys between neighbours on the frontier, unless search leaves their order open."""
    analysis, comparison = context.view.study.analysis, context.view.study.comparison
    steps = analysis.frontier if analysis is not None else ()
    sentences = [
        context.said(f"said.frontier.{place}")
        for place, step in enumerate(steps, start=1)
        if comparison.are_distinguishable(step.cheaper, step.dearer)
    ]
    return context.say("options.money-buys", what=joined(sentences, " ")) if sentences else ()


def _on_agreement(context: Context) -> Words:
    judged = context.view.study.analysis is not None
    return context.say("options.legend-agreement" if judged else "options.legend-no-agreement")


def _beside_published(context: Context) -> Words:
    """Return people in all for each trainer or adviser beside the published range, where there is one."""
    figure = f"figure.{TAIL_FIGURE}"
    if figure not in context.numbers:
        return ()
    each: list[Words] = [
        (f"{shown.letter} ", context.value(shown, "needed.per-trainer"))
        for shown in context.view.active
        if shown.peak.total
    ]
    published = context.numbers.with_range(figure)
    return context.say("options.legend-per-trainer", each=context.chain(each), published=published)


def _dominated(context: Context, shown: OptionView) -> Words:
    dominated = shown.dominated
    assert dominated is not None
    by = context.view.lettered(dominated.by)
    sentences = context.said(f"option.{shown.id}.said.dominated")
    return context.say("options.dominated", letter=shown.letter, by=by, why=sentences)
