"""The strongest argument against each option, derived from its numbers.

Weaknesses from a fixed list are weighed from 0 to 1 (chances, shares, place between the best and the worst
option). What weighs on every option is told once; of each option the two are told that weigh more on it than
on others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cadre.brief.content import Words, joined
from cadre.brief.context import Context
from cadre.brief.number import Cited
from cadre.brief.register.page_one import LIKELY
from cadre.brief.register.results import chance_id
from cadre.brief.view import OptionView, target_day
from cadre.criteria import ATTRIBUTE, OUTCOME, Criterion
from cadre.decision.types import Chance
from cadre.words.criteria import message_of
from cadre.words.naming import inside

TOLD = 2
"""Arguments told of each option, and of all of them together."""
SLIGHT = 0.05
"""Gravity up to which a weakness is none: it is not told, however light the others are."""
GRAVE = 0.5
"""Gravity from which a weakness that every option has is told."""
WORST = 0.6
"""Gravity of being the worst of the options shown on a criterion: less than that of a likely failure."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A weakness.

    Parameters
    ----------
    key : str
        What it is about.
    gravity : float
        From 0 to 1.
    message : str
        Its message in the catalogue, which has a place for `number`.
    number : Cited
        What shows it.
    parts : mapping of str to object
        What else is put into the message.
    """

    key: str
    gravity: float
    message: str
    number: Cited
    parts: Mapping[str, object] = field(default_factory=dict)

    def sentences(self, context: Context, number: Words) -> Words:
        """Return its words with a number, or with the numbers of several options."""
        return context.say(self.message, number=number, **self.parts)


def weaknesses(context: Context) -> tuple[list[str], dict[str, tuple[Argument, ...]]]:
    """Return what weighs on every option, and every weakness of each by letter, doing nothing included."""
    found = {shown.letter: tuple(arguments(context, shown)) for shown in context.view.options}
    return common({shown.letter: found[shown.letter] for shown in context.view.active}), found


def weighs_on_all(context: Context) -> list[Words]:
    """Tell each weakness that every option has, with the number of each."""
    shared, found = weaknesses(context)
    active = {shown.letter: found[shown.letter] for shown in context.view.active}
    return [_told_once(context, active, key) for key in shared]


def strongest_against(context: Context, shown: OptionView) -> Words:
    """Return the arguments that weigh most on an option beyond what every one carries."""
    shared, found = weaknesses(context)
    said = [one.sentences(context, (one.number,)) for one in strongest(found, shown.letter, shared)]
    return joined(said, context.word("against.and")) if said else context.say("against.nothing")


def common(found: dict[str, tuple[Argument, ...]]) -> list[str]:
    """Choose what weighs at least `GRAVE` on every one of two or more options, the gravest first."""
    gravity = {letter: {a.key: a.gravity for a in of} for letter, of in found.items()}
    keys = list(dict.fromkeys(key for of in gravity.values() for key in of))
    least = {key: min(of.get(key, 0.0) for of in gravity.values()) for key in keys}
    grave = [key for key in keys if least[key] >= GRAVE and len(found) > 1]
    return sorted(grave, key=lambda key: -least[key])[:TOLD]


def strongest(found: dict[str, tuple[Argument, ...]], letter: str, shared: list[str]) -> list[Argument]:
    """Choose the arguments that weigh most on an option beyond what the lightest of the others carries."""
    others = [{a.key: a.gravity for a in of} for other, of in found.items() if other not in (letter, "0")]

    def excess(argument: Argument) -> float:
        return argument.gravity - min((of.get(argument.key, 0.0) for of in others), default=0.0)

    grave = [argument for argument in found[letter] if argument.gravity > SLIGHT]
    open_to_it = [argument for argument in grave if argument.key not in shared or letter == "0"]
    return sorted(open_to_it, key=lambda argument: (-round(excess(argument), 9), -argument.gravity))[:TOLD]


def _told_once(context: Context, found: dict[str, tuple[Argument, ...]], key: str) -> Words:
    """Tell a weakness of all options with the number of each."""
    of = {letter: next(a for a in given if a.key == key) for letter, given in found.items()}
    values: list[Words] = [(f"{letter} ", a.number) for letter, a in of.items()]
    return context.say(
        "against.of-all", what=next(iter(of.values())).sentences(context, context.chain(values))
    )


def arguments(context: Context, shown: OptionView) -> Iterator[Argument]:
    """Yield every weakness of an option that its numbers show."""
    yield from _chances(context, shown)
    if shown.is_nothing:
        return
    yield from _posts(context, shown)
    yield from _no_better(context, shown)
    yield from _refusals(context, shown)
    yield from _worst(context, shown)


def _chances(context: Context, shown: OptionView) -> Iterator[Argument]:
    """Yield the target and the floor least likely to be met; that none is likely where that is so."""
    for kind in ("target", "floor"):
        of = [chance for chance in shown.chances if chance.kind == kind]
        if len(of) > 1 and max(chance.share for chance in of) < LIKELY:
            number = context.value(shown, f"likely.{kind}s")
            parts: dict[str, object] = {"whole": context.numbers.value(f"{kind}s.count")}
            yield Argument(f"{kind}s", 1 - max(c.share for c in of), f"against.{kind}s", number, parts)
        elif of:
            chance = min(of, key=lambda c: c.share)
            number = context.numbers.value(f"{chance_id(shown.id, chance)}.chance")
            parts = chance_parts(context, shown, chance)
            yield Argument(f"{kind}.{chance.capability}", 1 - chance.share, f"against.{kind}", number, parts)


def chance_parts(context: Context, shown: OptionView, chance: Chance) -> dict[str, object]:
    """Return what a target or a floor asks for, of what, and by when."""
    title = shown.mission.title_of("capabilities", chance.capability).lower()
    day = shown.formats.day(target_day(shown.mission, chance.capability, chance.week))
    return {"wanted": _wanted(context, chance), "units": title, "day": day}


def _wanted(context: Context, chance: Chance) -> Cited:
    """Cite what a target or a floor asks for."""
    date = target_day(context.view.mission, chance.capability, chance.week)
    target = f"wanted.{chance.capability}.{date}"
    return context.numbers.value(target if chance.kind == "target" else f"floor.{chance.capability}")


def _posts(context: Context, shown: OptionView) -> Iterator[Argument]:
    for risk in context.view.study.comparison.fill:
        if risk.option == shown.id:
            floor = context.numbers.value("fill-floor")
            risky, parts = context.value(shown, "fill-risk"), {"floor": floor}
            yield Argument("fill", risk.share_below, "against.fill", risky, parts)
    fill = shown.fill
    if fill.critical_open:
        number = context.value(shown, "fill.critical-open")
        yield Argument("gaps", fill.critical_open / fill.critical, "against.gaps", number)


def _no_better(context: Context, shown: OptionView) -> Iterator[Argument]:
    """Tell in how many futures the option is better than doing nothing, where the search tells them apart."""
    for difference in context.view.study.comparison.differences:
        if (
            difference.of == shown.id
            and context.view.by_id[difference.to].is_nothing
            and difference.criterion == OUTCOME
            and context.view.study.comparison.are_distinguishable(difference.of, difference.to)
        ):
            number = context.numbers.value(f"difference.{difference.of}.{difference.to}.{OUTCOME}.better")
            yield Argument("no better", 1 - difference.share_better, "against.no-better", number)


def _refusals(context: Context, shown: OptionView) -> Iterator[Argument]:
    found = [a for a in context.view.study.comparison.acceptance if a.option == shown.id]
    refusing = [a for a in found if a.refused]
    if refusing:
        titles = context.formats.chain(
            inside(context.view.mission.title_of("parties", a.party)) for a in refusing
        )
        parts = {"parties": context.value(shown, "parties"), "titles": titles}
        number = context.value(shown, "refusing")
        yield Argument("refused", len(refusing) / len(found), "against.refused", number, parts)


def _worst(context: Context, shown: OptionView) -> Iterator[Argument]:
    """Tell on which criteria the option alone is the worst of the active ones, beyond the noise.

    What rests on plans is told only of an option that is told apart from each other one.
    """
    others = [one for one in context.view.active if one is not shown]
    apart = all(context.view.are_distinguishable(shown, other) for other in others)
    for criterion in context.view.study.comparison.criteria:
        told = apart or criterion.scalar == ATTRIBUTE
        if told and others and all(_worse(context, criterion, shown, other) for other in others):
            number, message = context.with_range(shown, criterion.id), message_of(criterion.id)
            yield Argument(f"worst.{criterion.id}", WORST, f"criteria.{message}.worst", number)


def _worse(context: Context, criterion: Criterion, shown: OptionView, other: OptionView) -> bool:
    """Return whether an option is worse than another, which so many futures tell and the numbers show.

    The median is worse, reads otherwise, and the mean of the paired difference lies beyond the 95 % interval
    that comes from the number of replications.
    """
    comparison, name = context.view.study.comparison, criterion.id
    of = {shown.id: 1.0, other.id: -1.0}
    by = next(d for d in comparison.differences if d.criterion == name and {d.of, d.to} == {*of})
    better = -1.0 if criterion.better == "less" else 1.0
    own, its = (comparison.spreads[one.id][name].median for one in (shown, other))
    reads_otherwise = context.value(shown, name).text != context.value(other, name).text
    behind = better * of[by.of] * by.spread.mean < -by.spread.half_width
    return better * (own - its) < 0 and reads_otherwise and behind
