"""Numbers about chance itself: what of a spread is open details and what is luck, how sure an order is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.numbers import Number, exact_number
from cadre.brief.reading import Reading
from cadre.brief.register_results import criterion_unit
from cadre.decision.types import BestOn, KindsOfChance

APART = "cadre.decision.kinds_of_chance: futures played again (docs/model/decision.md)"


BEST = "cadre.decision.best_on: elimination (KN) and paired t (docs/model/decision.md)"


def numbers_of_chance(reading: Reading) -> Iterator[Number]:
    """Give every number about the two kinds of chance, and about which option is best."""
    for best in reading.study.comparison.best_on:
        inputs = tuple(f"option.{option}.{best.criterion}" for option in best.order)
        yield from (replace(number, inputs=inputs) for number in _best(best, reading))
    told = reading.study.comparison.kinds_of_chance
    if told:
        label = "Futures played again for each option"
        yield exact_number("replays", label, told[0].replays, "number", f"counted ({APART})")
    for one in told:
        for number in _apart(one, reading):
            yield replace(number, inputs=(f"option.{one.option}.{one.criterion}",))


def _best(best: BestOn, reading: Reading) -> Iterator[Number]:
    key, about = f"best.{best.criterion}", f"Best on {best.criterion}"
    for place, sure in enumerate(best.ahead, start=1):
        first, second = (reading.lettered(option) for option in best.order[place - 1 : place + 1])
        label = f"{about}: confidence that the mean of {first} is truly ahead of that of {second}"
        yield exact_number(f"{key}.ahead.{place}", label, sure, "share", BEST)
    label = f"{about}: least confidence that the whole order is right"
    yield exact_number(f"{key}.jointly", label, best.jointly, "share", BEST)
    unit = criterion_unit(reading, best.criterion)
    worth = (100 * best.indifference, "points") if unit == "share" else (best.indifference, unit)
    yield exact_number(f"{key}.indifference", f"{about}: difference worth telling apart", *worth, BEST)
    label = f"{about}: probability that elimination keeps its promise"
    yield exact_number(f"{key}.probability", label, best.probability, "share", BEST)
    yield exact_number(
        f"{key}.needed", f"{about}: futures that elimination took", best.needed, "number", BEST
    )
    yield exact_number(f"{key}.played", f"{about}: futures played", best.played, "number", BEST)


def apart_id(one: KindsOfChance) -> str:
    """Give the beginning of the ids of what is told apart of one criterion."""
    return f"option.{one.option}.apart.{one.criterion}"


def _apart(one: KindsOfChance, reading: Reading) -> Iterator[Number]:
    key, unit = apart_id(one), criterion_unit(reading, one.criterion)
    about = f"{reading.lettered(one.option)}: {one.criterion}, "
    yield exact_number(f"{key}.spread", f"{about}standard deviation", one.spread, unit, APART)
    if one.told == "too rare":
        return
    label = f"{about}share of the variance that comes from open details (95 % interval)"
    yield Number(f"{key}.details", label, one.details, one.low, one.high, "share", APART)
    label = f"{about}standard deviation that luck alone would leave"
    yield exact_number(f"{key}.left", label, one.spread_left, unit, APART)
