"""The strongest argument against each option, derived from its numbers.

The two worst of a fixed list of weaknesses, of different kinds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cadre.brief.content import Bullets, Piece, Section, Strong, Words, words
from cadre.brief.context import Context
from cadre.brief.reading import Shown, day, target_day
from cadre.brief.register_results import chance_id

TOLD = 2
"""Arguments told of each option."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A weakness: its kind, how grave it is from 0 to 1 (a chance or a share), and the words."""

    kind: str
    gravity: float
    words: Words


def against_section(context: Context) -> Section:
    """Write the strongest argument against each option, doing nothing included."""
    items = tuple(_told(shown, strongest(context, shown)) for shown in context.reading.options)
    return Section("against", "The strongest argument against each", (Bullets(items),))


def strongest(context: Context, shown: Shown) -> list[Argument]:
    """Choose the gravest argument of each kind, the gravest kinds first."""
    best: dict[str, Argument] = {}
    for argument in _arguments(context, shown):
        if argument.kind not in best or argument.gravity > best[argument.kind].gravity:
            best[argument.kind] = argument
    return sorted(best.values(), key=lambda argument: -argument.gravity)[:TOLD]


def _told(shown: Shown, arguments: list[Argument]) -> Words:
    pieces: list[Piece] = [Strong(f"{shown.letter}: ")]
    for place, argument in enumerate(arguments):
        pieces += ["; and " if place else "", *argument.words]
    return words(*pieces, "." if arguments else "no weakness among those looked for stands out.")


def _arguments(context: Context, shown: Shown) -> Iterator[Argument]:
    yield from _chances(context, shown)
    if shown.is_nothing:
        return
    yield from _posts(context, shown)
    yield from _no_better(context, shown)
    yield from _refusals(context, shown)


def _chances(context: Context, shown: Shown) -> Iterator[Argument]:
    for chance in shown.chances:
        cited = context.numbers.value(f"{chance_id(shown.id, chance)}.chance")
        title = shown.mission.title_of("capabilities", chance.capability).lower()
        date = day(target_day(shown.mission, chance.capability, chance.week))
        verb = "still hold on" if chance.kind == "floor" else "are there by"
        told = words("the chance that ", f"{chance.wanted:g} {title} {verb} {date} is ", cited)
        yield Argument(chance.kind, 1 - chance.share, told)


def _posts(context: Context, shown: Shown) -> Iterator[Argument]:
    for risk in context.reading.study.comparison.fill:
        if risk.option == shown.id:
            told = words(
                "the chance that fewer than ",
                f"{100 * risk.floor:.0f} % of its post-weeks are filled is ",
                context.value(shown, "fill-risk"),
            )
            yield Argument("fill", risk.share_below, told)
    fill = shown.fill
    if fill.critical_open:
        told = words(
            "nobody offers ", context.value(shown, "fill.critical-open"), " of its critical post-weeks"
        )
        yield Argument("gaps", fill.critical_open / fill.critical, told)


def _no_better(context: Context, shown: Shown) -> Iterator[Argument]:
    """Tell in how many futures the option is no better than doing nothing."""
    for difference in context.reading.study.comparison.differences:
        if (
            difference.of == shown.id
            and context.reading.by_id[difference.to].is_nothing
            and difference.criterion == "outcome"
        ):
            cited = context.numbers.value(f"difference.{difference.of}.{difference.to}.outcome.better")
            told = words(
                "it reaches more of the targets than doing nothing in only ", cited, " of the futures"
            )
            yield Argument("no better", 1 - difference.share_better, told)


def _refusals(context: Context, shown: Shown) -> Iterator[Argument]:
    found = [a for a in context.reading.study.comparison.acceptance if a.option == shown.id]
    refusing = [a for a in found if a.refused]
    if refusing:
        titles = ", ".join(f"“{context.reading.mission.title_of('parties', a.party)}”" for a in refusing)
        told = words(
            f"it asks {len(refusing)} of {len(found)} types of party ({titles}) for what they say "
            "they will not accept"
        )
        yield Argument("refused", len(refusing) / len(found), told)
