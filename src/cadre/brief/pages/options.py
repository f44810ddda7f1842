"""The options side by side: what each yields, costs, risks and leaves behind; medians with 80 % ranges."""

from __future__ import annotations

from cadre.brief.content import (
    Block,
    Paragraph,
    Section,
    Small,
    Strong,
    Table,
    Words,
    ended,
    joined,
    words,
)
from cadre.brief.context import Context
from cadre.brief.reading import Shown
from cadre.brief.registering import TAIL_FIGURE

COLUMNS = (
    "Option",
    "Targets reached",
    "Cost to exit",
    "Person-weeks at risk in country",
    "Foreign posts needed at the peak",
    "Years",
    "Posts filled",
    "Floors that hold after exit",
)
OPEN = "open.programme"
"""Number of an option whose search stopped far from its bound."""
SEARCH_STOPPED = "search stopped, bound {} lower"
"""As `cadre.solving.wording` tells it in the terminal."""
WIDTHS = (46, 12, 15, 16, 17, 7, 12, 13)


def options_section(context: Context) -> Section:
    """Write the table of options and what to know when reading it."""
    options = context.reading.options
    rows = tuple(_row(context, shown) for shown in options)
    table = Table(
        "options",
        "Options side by side: median, 80 % range below",
        COLUMNS,
        WIDTHS,
        rows,
        numeric=tuple(range(1, 8)),
    )
    blocks: list[Block] = [table, Paragraph(_legend(context), small=True)]
    dominated = [shown for shown in options if shown.dominated is not None]
    blocks += [Paragraph(_dominated(context, shown), small=True) for shown in dominated]
    alike, bought = not_told_apart(context), _money_buys(context)
    blocks += [Paragraph(told, small=True) for told in (alike, bought) if told]
    blocks += [
        Paragraph(
            words(Strong("Note on the set: "), *ended(context.said(f"said.warning.{place}"))), small=True
        )
        for place in range(1, len(context.reading.study.warnings) + 1)
    ]
    return Section("options", "Between which options", tuple(blocks))


def _row(context: Context, shown: Shown) -> tuple[Words, ...]:
    return (
        _name(context, shown),
        context.stacked(shown, "outcome"),
        context.stacked(shown, "cost"),
        context.stacked(shown, "exposure"),
        _posts(context, shown),
        (context.value(shown, "years"),),
        _filled(context, shown),
        context.stacked(shown, "lasting"),
    )


def _name(context: Context, shown: Shown) -> Words:
    """Give letter and title, and below them how far from its bound the search for its plan stopped."""
    mark = " (dominated)" if shown.dominated is not None else ""
    name = (Strong(f"{shown.letter}{mark} "), shown.title[:1].upper() + shown.title[1:])
    return (*name, "\n", context.small(shown, OPEN, SEARCH_STOPPED)) if _is_open(context, shown) else name


def _is_open(context: Context, shown: Shown) -> bool:
    return f"option.{shown.id}.{OPEN}" in context.numbers


def not_told_apart(context: Context) -> Words:
    """Name the options whose order a longer search could turn, empty where there are none."""
    lettered = context.reading.lettered
    pairs = sorted(
        " and ".join(sorted((lettered(pair.ahead), lettered(pair.behind))))
        for pair in context.reading.study.comparison.not_told_apart
    )
    if not pairs:
        return ()
    why = ": the search left more open than they differ, so neither is called better by its plan."
    return (Strong("Not told apart: "), f"{'; '.join(pairs)}{why}")


def _posts(context: Context, shown: Shown) -> Words:
    """Give the peak with its tail below, so that nobody overlooks it; an annex has the other parts."""
    if not shown.peak.tail:
        return (context.value(shown, "needed"),)
    return (context.value(shown, "needed"), "\n", context.small(shown, "needed.tail", "{} of it tail"))


def _filled(context: Context, shown: Shown) -> Words:
    if not shown.peak.total:
        return (Small("no posts"),)
    return context.stacked(shown, "filled")


def _legend(context: Context) -> Words:
    numbers = context.numbers
    return words(
        "Each figure is the median of ",
        numbers.value("replications"),
        " simulated futures, with the range that holds in 8 of 10 of them. ",
        "Targets reached are weighted by priority. Foreign posts are what the option needs; "
        "posts filled are those that offers would fill, of what is then planned",
        *_short_of_people(context),
        ". Tail is protection, headquarters and other support",
        *_beside_published(context),
        *_searched(context),
        ". Floors are what must still hold, in years after the last trainer left: ",
        numbers.value("looks-beyond-exit"),
        f". {_on_agreement(context)} Shown: ",
        numbers.value("options.shown"),
        " of ",
        numbers.value("options.screened"),
        " options that were screened; the others are listed with the reason in an annex.",
    )


def _searched(context: Context) -> Words:
    """Say what it means that the bound of a search is lower, where that is told of an option."""
    if not any(_is_open(context, shown) for shown in context.reading.options):
        return ()
    return (
        ". Where the search stopped, up to the share told of what the plan misses may be due to the search, "
        "not to the option",
    )


def _short_of_people(context: Context) -> Words:
    """Give the chance that too few posts are filled, option by option."""
    risks: list[Words] = [
        (f"{shown.letter} ", context.value(shown, "fill-risk"))
        for shown in context.reading.options
        if f"option.{shown.id}.fill-risk" in context.numbers
    ]
    if not risks:
        return ()
    return ("; chance of fewer than ", context.numbers.value("fill-floor"), ": ", *joined(risks))


def _money_buys(context: Context) -> Words:
    """Tell what money buys between neighbours on the frontier, unless search leaves their order open."""
    judgement, comparison = context.reading.study.judgement, context.reading.study.comparison
    steps = judgement.frontier if judgement is not None else ()
    told = [
        words(*ended(context.said(f"said.frontier.{place}")), " ")
        for place, step in enumerate(steps, start=1)
        if comparison.told_apart(step.cheaper, step.dearer)
    ]
    return words(Strong("What money buys: "), *(piece for one in told for piece in one)) if told else ()


def _on_agreement(context: Context) -> str:
    judged = context.reading.study.judgement is not None
    return (
        "Who would agree stands on page two."
        if judged
        else "The chance that anybody agrees is not estimated."
    )


def _beside_published(context: Context) -> Words:
    """Give people in all for each trainer or adviser beside the published range, where there is one."""
    figure = f"figure.{TAIL_FIGURE}"
    if figure not in context.numbers:
        return ()
    each: list[Words] = [
        (f"{shown.letter} ", context.value(shown, "needed.per-trainer"))
        for shown in context.reading.active
        if shown.peak.total
    ]
    told = "; people in all for each trainer or adviser: "
    return (told, *joined(each), "; published of a comparable mission: ", context.numbers.with_range(figure))


def _dominated(context: Context, shown: Shown) -> Words:
    dominated = shown.dominated
    assert dominated is not None
    by = context.reading.lettered(dominated.by)
    told = context.said(f"option.{shown.id}.said.dominated")
    return words(Strong(f"{shown.letter} is dominated by {by}: "), *ended(told))
