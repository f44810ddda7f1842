"""Numbers about chance itself: what of a spread is open details and what is luck, how sure an order is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.number import Number, exact_number
from cadre.brief.register.keys import Key, key, of_option
from cadre.brief.register.results import criterion_unit
from cadre.brief.view import StudyView
from cadre.decision.types import BestOn, VarianceShares

APART = "cadre.decision.variance_decomposition: futures played again (docs/model/decision.md)"


BEST = "cadre.decision.best_options: elimination (KN) and paired t (docs/model/decision.md)"


def numbers_of_chance(view: StudyView) -> Iterator[Number]:
    """Yield every number about the two kinds of chance, and about which option is best."""
    for best in view.study.comparison.best_on:
        inputs = tuple(f"option.{option}.{best.criterion}" for option in best.order)
        yield from (replace(number, inputs=inputs) for number in _best(best, view))
    found = view.study.comparison.variance_shares
    if found:
        label = view.words.text("labels.replays")
        yield exact_number("replays", label, found[0].replays, "number", f"counted ({APART})")
    for one in found:
        for number in _apart(one, view):
            yield replace(number, inputs=(f"option.{one.option}.{one.criterion}",))


def _best(best: BestOn, view: StudyView) -> Iterator[Number]:
    begins, word = key("best.CRITERION", best.criterion), view.words.text
    of = word("labels.best-on", criterion=view.short_title_of(best.criterion))

    def number(name: str, label: str, value: float, unit: str) -> Number:
        return replace(exact_number(begins.below(name), label, value, unit, BEST), of=of)

    for place, sure in enumerate(best.ahead, start=1):
        first, second = (view.lettered(option) for option in best.order[place - 1 : place + 1])
        yield number(key("ahead.N", place), word("labels.ahead", first=first, second=second), sure, "share")
    yield number("jointly", word("labels.jointly"), best.jointly, "share")
    unit = criterion_unit(view, best.criterion)
    worth = (100 * best.indifference, "points") if unit == "share" else (best.indifference, unit)
    yield number("indifference", word("labels.indifference"), *worth)
    yield number("probability", word("labels.probability"), best.probability, "share")
    yield number("needed", word("labels.elimination-needed"), best.needed, "number")
    yield number("played", word("labels.elimination-played"), best.played, "number")


def apart_id(one: VarianceShares) -> Key:
    """Return the beginning of the ids of what is told apart of one criterion."""
    return of_option(one.option, key("apart.CRITERION", one.criterion))


def _apart(one: VarianceShares, view: StudyView) -> Iterator[Number]:
    begins, unit = apart_id(one), criterion_unit(view, one.criterion)
    of, criterion, word = (
        view.lettered(one.option),
        view.short_title_of(one.criterion),
        view.words.text,
    )
    label = word("labels.spread", criterion=criterion)
    yield replace(exact_number(begins.below("spread"), label, one.spread, unit, APART), of=of)
    if one.told == "too rare":
        return
    label = word("labels.details", criterion=criterion)
    yield Number(begins.below("details"), label, one.details, one.low, one.high, "share", APART, of=of)
    label = word("labels.left", criterion=criterion)
    yield replace(exact_number(begins.below("left"), label, one.spread_left, unit, APART), of=of)
