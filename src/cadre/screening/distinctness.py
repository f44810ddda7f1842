"""Warnings about the set of options shown: three sizes of one, a padded extreme, near twins.

Takes the options shown without doing nothing, gives `Warned`. Cases that such warnings would have caught
stand in docs/design/decision.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from cadre import criteria
from cadre.criteria import COST
from cadre.mission import Mission
from cadre.plans import Warned
from cadre.reasons.screening import NearTwins, PaddedExtreme, ThreeSizes
from cadre.screening.distance import Evaluated, are_twins, differing_levers, ranges_of
from cadre.screening.selection import pads

SIZES = 3
"""Options that differ in one ordinal lever alone and so make three sizes of one."""


def warnings(mission: Mission, shown: Sequence[Evaluated]) -> tuple[Warned, ...]:
    """Return all warnings about the options shown, doing nothing left out."""
    return (*three_sizes(mission, shown), *padded_extremes(shown), *near_twins(mission, shown))


def three_sizes(mission: Mission, shown: Sequence[Evaluated]) -> Iterator[Warned]:
    """Find three or more options that differ in one lever alone, with ever more or ever less effort."""
    for lever, known in mission.levers.items():
        order = list(known.choices)
        groups: dict[tuple[tuple[str, str], ...], list[Evaluated]] = {}
        for e in shown:
            rest = tuple((k, c) for k, c in e.option.choices.items() if k != lever)
            groups.setdefault(rest, []).append(e)
        for group in groups.values():
            sizes = sorted(group, key=lambda e: order.index(e.option.choices[lever]))
            if len(sizes) >= SIZES and any(
                _steady([e.measures[k] for e in sizes]) for k in criteria.efforts()
            ):
                ids = tuple(e.option.id for e in sizes)
                yield Warned(ids, ThreeSizes(ids, lever))


def _steady(values: Sequence[float]) -> bool:
    steps = [b - a for a, b in pairwise(values)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def padded_extremes(shown: Sequence[Evaluated]) -> Iterator[Warned]:
    """Find the option that asks for most, where another one gains as much for clearly less."""
    for e in shown:
        extreme = [
            k for k in criteria.efforts() if all(e.measures[k] >= other.measures[k] for other in shown)
        ]
        for other in shown:
            if other is not e and extreme and pads(e, other):
                pair, more = (e.option.id, other.option.id), e.measures[COST] - other.measures[COST]
                yield Warned(pair, PaddedExtreme(*pair, more))
                break


def near_twins(mission: Mission, shown: Sequence[Evaluated]) -> Iterator[Warned]:
    """Find pairs of options that are nearer to each other than distinct options are."""
    ranges = ranges_of(mission, shown)
    for one, other in combinations(shown, 2):
        if are_twins(mission, one, other, ranges):
            pair = (one.option.id, other.option.id)
            yield Warned(pair, NearTwins(*pair, differing_levers(mission, one.option, other.option)))
