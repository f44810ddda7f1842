"""The strongest argument for each option, derived from its numbers.

Merits from a fixed list are weighed from 0 to 1. Nothing is called the best that the noise of the futures or
a longer search could turn (`cadre.brief.pages.leads.equals`).
"""

from __future__ import annotations

from collections.abc import Iterator

from cadre.brief.content import Words, joined
from cadre.brief.context import Context
from cadre.brief.pages.counterarguments import Argument, chance_parts
from cadre.brief.pages.leads import equals
from cadre.brief.register.page_one import LIKELY
from cadre.brief.register.results import chance_id
from cadre.brief.view import OptionView
from cadre.criteria import OUTCOME
from cadre.words.naming import inside

TOLD = 2
"""Arguments told of each option."""
LEADS, ASKED = 0.9, 1.0
"""Merit of leading on a criterion, and of being what is asked."""


def strongest_for(context: Context, shown: OptionView, most: int = TOLD) -> Words:
    """Return the arguments that speak most for an option, or that its numbers show none."""
    found = sorted(merits(context, shown), key=lambda argument: -argument.gravity)[:most]
    if not found:
        return context.say("for.nothing")
    said = [argument.sentences(context, (argument.number,)) for argument in found]
    return joined(said, context.word("against.and"))


def merits(context: Context, shown: OptionView) -> Iterator[Argument]:
    """Yield every merit of an option that its numbers show."""
    yield from _asked(context, shown)
    yield from _leads(context, shown)
    yield from _likely(context, shown)
    yield from _beats_nothing(context, shown)
    yield from _accepted(context, shown)


def _asked(context: Context, shown: OptionView) -> Iterator[Argument]:
    if context.view.study.asked.option == shown.id and "targets.count" in context.numbers:
        number = context.value(shown, "likely.targets")
        parts = {"whole": context.numbers.value("targets.count")}
        yield Argument("asked", ASKED, "for.asked", number, parts)


def _leads(context: Context, shown: OptionView) -> Iterator[Argument]:
    """Tell on which ends it alone is the best, told apart from each other option."""
    titles = {one.id: context.view.title_of(one) for one in context.view.study.comparison.criteria}
    for one in context.view.study.comparison.best_on:
        if equals(context, one) == (shown.id,) and _reads_otherwise(context, shown, one.criterion):
            parts = {"criterion": inside(titles[one.criterion])}
            number = context.with_range(shown, one.criterion)
            yield Argument(f"leads.{one.criterion}", LEADS, "for.leads", number, parts)


def _reads_otherwise(context: Context, shown: OptionView, criterion: str) -> bool:
    """Say whether an option's value reads otherwise than that of each other one; nothing leads alone."""
    others = [context.value(one, criterion).text for one in context.view.active if one.id != shown.id]
    return bool(others) and context.value(shown, criterion).text not in others


def _likely(context: Context, shown: OptionView) -> Iterator[Argument]:
    """Tell the target and the floor most likely to be met, where it is likely and due to the mission."""
    nothing = next((one for one in context.view.options if one.is_nothing), None)
    without = {(c.capability, c.kind): c.share for c in nothing.chances} if nothing is not None else {}
    for kind in ("target", "floor"):
        of = [c for c in shown.chances if c.kind == kind and without.get((c.capability, kind), 0.0) < LIKELY]
        best = max(of, key=lambda chance: chance.share, default=None)
        if best is not None and best.share >= LIKELY and not shown.is_nothing:
            number = context.numbers.value(f"{chance_id(shown.id, best)}.chance")
            parts = chance_parts(context, shown, best)
            yield Argument(f"{kind}.{best.capability}", best.share, f"for.{kind}", number, parts)


def _beats_nothing(context: Context, shown: OptionView) -> Iterator[Argument]:
    for difference in context.view.study.comparison.differences:
        if (
            difference.of == shown.id
            and context.view.by_id[difference.to].is_nothing
            and difference.criterion == OUTCOME
            and difference.spread.low > 0
            and context.view.study.comparison.are_distinguishable(difference.of, difference.to)
        ):
            number = context.numbers.value(f"difference.{difference.of}.{difference.to}.{OUTCOME}")
            yield Argument("beats nothing", difference.share_better / 2, "for.beats-nothing", number)


def _accepted(context: Context, shown: OptionView) -> Iterator[Argument]:
    """Tell that no objection is likely, where one is likely to another option."""
    names = {one.id: f"option.{one.id}.objection" for one in context.view.active}
    found = {one: context.numbers[name].value for one, name in names.items() if name in context.numbers}
    own = found.get(shown.id)
    if own is not None and own < LIKELY <= max(found.values()):
        yield Argument("accepted", 1 - own, "for.accepted", context.value(shown, "objection"))
