"""What leads under which priorities, and what would change that; or plainly that these results cannot tell.

Nothing is said to lead whose order the noise of the futures or a longer search could turn.
"""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Bullets, Section, Words, capital, ended, joined
from cadre.brief.context import Context
from cadre.brief.number import NO_BREAK
from cadre.brief.pages.options import OPEN
from cadre.brief.pages.unknown import first_to_know
from cadre.decision.analysis import DecisionAnalysis
from cadre.decision.types import BestOn
from cadre.words.naming import inside

CHANGES, MOST = 1, 0.5
"""Turning points told on page one; and the share of priorities from which an option is said to lead."""


def leads_section(context: Context) -> Section:
    """Write what leads criterion by criterion, over all priorities, and what would change it."""
    by_criterion, over_all = [*_criteria(context)], [*_overall(context), *_changes(context)]
    items = [joined(told, " ") for told in (by_criterion, over_all, [*_unfinished(context)]) if told]
    blocks = (Bullets(tuple(items or [context.say("leads.nothing")])),)
    return Section("leads", context.word("leads.title"), blocks)


def equals(context: Context, one: BestOn) -> tuple[str, ...]:
    """Return the options of which these results cannot say which is best on a criterion, by id.

    One alone where it leads: it was chosen, no other is as near or reads the same, and no longer search could
    bring another before it.
    """
    first = one.chosen or one.order[0]
    if one.chosen is None and not one.near:
        return one.order
    number = f"option.{{}}.{one.criterion}"
    alike = [
        option
        for option in one.order
        if context.numbers.with_range(number.format(option)).text
        == context.numbers.with_range(number.format(first)).text
    ]
    return tuple(o for o in one.order if o in (first, *alike, *one.near, *one.within_gaps))


def _criteria(context: Context) -> Iterator[Words]:
    """Say of each end which option leads, or which cannot be told apart."""
    said: dict[tuple[str, ...], list[str]] = {}
    titles = {one.id: context.view.title_of(one) for one in context.view.study.comparison.criteria}
    for one in context.view.study.comparison.best_on:
        said.setdefault(equals(context, one), []).append(inside(titles[one.criterion]))
    for options, named in said.items():
        criteria, letters = context.formats.every(named), _letters(context, options)
        alone = len(options) == 1
        yield capital(
            context.say("leads.first" if alone else "leads.equal", criteria=criteria, letters=letters)
        )


def _letters(context: Context, options: tuple[str, ...]) -> str:
    return context.formats.every(sorted(context.view.lettered(option) for option in options))


def _overall(context: Context) -> Iterator[Words]:
    """Say how often an option comes first over all possible priorities, unless search could turn it."""
    analysis, comparison = context.view.study.analysis, context.view.study.comparison
    if analysis is None or len(context.view.active) < 2:  # noqa: PLR2004  (one alone leads nothing)
        return
    leading = analysis.leading
    rivals = [o.id for o in context.view.active if not comparison.are_distinguishable(o.id, leading)]
    rivals = [option for option in rivals if option != leading]
    number = f"option.{leading}.rank.1"
    if rivals:
        letters = _letters(context, (leading, *rivals))
        yield context.say("leads.cannot-tell", letters=letters)
    elif number in context.numbers:
        mostly = context.numbers[number].value > MOST
        yield context.say(
            f"leads.weights-{analysis.weighing.kind}" if mostly else "leads.most-often",
            letter=context.view.lettered(leading),
            share=context.numbers.value(number),
        )


def _changes(context: Context) -> Iterator[Words]:
    """Say at which values the order turns of options told apart, else what is worth knowing first."""
    analysis = context.view.study.analysis
    if analysis is None:
        return
    places = _turning(context, analysis)[:CHANGES]
    if places:
        what = joined([context.said(f"said.switch.{place}") for place in places], " ")
        yield ended(context.say("leads.change", what=what))
    first = first_to_know(context)
    if first and not places:
        yield ended(context.say("leads.to-know", what=first))


def _turning(context: Context, analysis: DecisionAnalysis) -> list[int]:
    apart = context.view.study.comparison.are_distinguishable
    return [n for n, one in enumerate(analysis.switches, start=1) if apart(one.below, one.above)]


def _unfinished(context: Context) -> Iterator[Words]:
    """Name the options whose plans a longer search could better, and by how much at most."""
    found: list[Words] = [
        (f"{shown.letter}{NO_BREAK}", context.value(shown, OPEN))
        for shown in context.view.active
        if f"option.{shown.id}.{OPEN}" in context.numbers
    ]
    if found:
        yield context.say("leads.unfinished", options=context.chain(found))
