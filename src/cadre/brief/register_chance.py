"""Numbers about chance itself: how much of a spread is open details, and how much luck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cadre.brief.numbers import Number, exact_number
from cadre.brief.reading import Reading
from cadre.brief.register_results import criterion_unit
from cadre.decision.types import KindsOfChance

APART = "cadre.decision.kinds_of_chance: futures played again (docs/model/decision.md)"


def numbers_of_chance(reading: Reading) -> Iterator[Number]:
    """Give every number about the two kinds of chance."""
    told = reading.study.comparison.kinds_of_chance
    if told:
        label = "Futures played again for each option"
        yield exact_number("replays", label, told[0].replays, "number", f"counted ({APART})")
    for one in told:
        for number in _apart(one, reading):
            yield replace(number, inputs=(f"option.{one.option}.{one.criterion}",))


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
