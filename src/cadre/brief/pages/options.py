"""The options side by side: what each yields, costs, risks and leaves behind; medians with 80 % ranges."""

from __future__ import annotations

from cadre.brief.content import Block, Paragraph, Piece, Section, Small, Strong, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.reading import Shown

COLUMNS = (
    "Option",
    "Targets reached",
    "Cost to exit",
    "Person-weeks at risk in country",
    "Foreign posts at the peak",
    "Years",
    "Posts filled",
    "Floors that hold after exit",
)
WIDTHS = (36, 13, 17, 16, 19, 8, 15, 14)


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
    blocks += [
        Paragraph(words(Strong("Note on the set: "), _told(context, warning.told)), small=True)
        for warning in context.reading.study.warnings
    ]
    return Section("options", "Between which options", tuple(blocks))


def _row(context: Context, shown: Shown) -> tuple[Words, ...]:
    return (
        _name(shown),
        context.stacked(shown, "outcome"),
        context.stacked(shown, "cost"),
        context.stacked(shown, "exposure"),
        _posts(context, shown),
        (context.value(shown, "years"),),
        _filled(context, shown),
        context.stacked(shown, "lasting"),
    )


def _name(shown: Shown) -> Words:
    mark = " (dominated)" if shown.dominated is not None else ""
    return (Strong(f"{shown.letter}{mark} "), shown.title[:1].upper() + shown.title[1:])


def _posts(context: Context, shown: Shown) -> Words:
    """Give the peak with its parts, so that nobody overlooks the tail."""
    if not shown.peak.total:
        return (context.value(shown, "needed"),)
    core: list[Piece] = [context.small(shown, "needed.trainers", "{} teach")]
    if shown.peak.advisers:
        core += [", ", context.small(shown, "needed.advisers", "{} advise")]
    return (
        context.value(shown, "needed"),
        "\n",
        *core,
        Small(","),
        "\n",
        context.small(shown, "needed.command", "{} command"),
        Small(","),
        "\n",
        context.small(shown, "needed.tail", "{} tail"),
    )


def _filled(context: Context, shown: Shown) -> Words:
    if not shown.peak.total:
        return (Small("no posts"),)
    cell = context.stacked(shown, "filled")
    if f"option.{shown.id}.fill-risk" not in context.numbers:
        return cell
    return (*cell, "\n", context.small(shown, "fill-risk", f"{{}} risk of <{_floor(context)} %"))


def _floor(context: Context) -> str:
    return f"{100 * context.reading.study.comparison.fill[0].floor:.0f}"


def _legend(context: Context) -> Words:
    numbers = context.numbers
    floors = context.reading.mission.mission.looks_beyond_exit
    return words(
        "Each figure is the median of ",
        numbers.value("replications"),
        " simulated futures, with the range that holds in 8 of 10 of them. ",
        "Targets reached are weighted by priority. Foreign posts are what the option needs; "
        "posts filled are those that offers would fill, of what is then planned. "
        "Tail is protection, headquarters and other support. Floors are what must still hold "
        f"{floors / 52.18:.0f} years after the last trainer left. "
        "The chance that anybody agrees is not estimated. Shown: ",
        numbers.value("options.shown"),
        " of ",
        numbers.value("options.screened"),
        " options that were screened; the others are listed with the reason in an annex.",
    )


def _dominated(context: Context, shown: Shown) -> Words:
    dominated = shown.dominated
    assert dominated is not None
    by = context.reading.lettered(dominated.by)
    return words(Strong(f"{shown.letter} is dominated by {by}: "), _told(context, dominated.reason))


def _told(context: Context, told: str) -> str:
    """Put letters where a reason names options, and end the sentence."""
    told = context.reading.in_letters(told)
    return told if told.endswith(".") else f"{told}."
