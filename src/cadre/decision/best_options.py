"""How sure it is which option is best: elimination and the order of the options, criterion by criterion.

Takes samples of the options shown, gives a `BestOn` for each end in which there is chance. Doing nothing is
left out: every option is held against it elsewhere, and it always costs least. Formulas:
docs/model/decision.md, "Selection".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import numpy as np

from cadre import criteria
from cadre.criteria import ATTRIBUTE, Criterion
from cadre.decision.samples import Samples
from cadre.decision.types import BestOn, Pair
from cadre.options import NOTHING
from cadre.statistics.arrays import Floats
from cadre.statistics.ranking_and_selection import LEAST_FIRST, SelectionGoal, ranking, select_best

INDIFFERENCE = 0.02
"""Difference that is worth telling apart: 2 points of a share, else this share of the greatest mean."""
PROBABILITY = 0.95
"""What the elimination promises."""
FIRST = 50
"""Futures of every option before one is dropped: floors take few values, and 20 told their variance badly."""
CERTAIN = 0.9999
"""A t distribution is not believed beyond: greater confidences are cut to this."""
LEAST_OPTIONS = 2
"""One option alone is not chosen."""


def best_on(over: Sequence[Criterion], samples: Samples, alike: Collection[Pair] = ()) -> tuple[BestOn, ...]:
    """Say which option is best on each end that holds chance, how sure that is, and what telling it took.

    Parameters
    ----------
    over : sequence of Criterion
        What options are compared by.
    samples : Samples
        Of the options shown, on the same random numbers.
    alike : collection of pairs
        Options that are not told apart: futures of their plans as they are say nothing of their order.
    """
    found = _each(over, {option: of for option, of in samples.items() if option != NOTHING})
    return tuple(replace(one, within_gaps=_rivals(one, alike)) for one in found)


def _rivals(one: BestOn, alike: Collection[Pair]) -> tuple[str, ...]:
    """Return the options that are not told apart from the one chosen, or from the first where none is."""
    best = one.chosen or one.order[0]
    return tuple(option for option in one.order if frozenset((best, option)) in alike)


def _each(over: Sequence[Criterion], samples: Samples) -> Iterator[BestOn]:
    ends = criteria.ids("end")
    for k in over:
        values = {option: of[k.id] for option, of in samples.items()}
        if k.id in ends and k.scalar != ATTRIBUTE and len(values) >= LEAST_OPTIONS:
            indifference = indifference_of(k, values)
            if indifference > 0:
                yield _best_on(k, values, indifference)


def indifference_of(criterion: Criterion, values: dict[str, Floats]) -> float:
    """Return the difference that is worth telling apart, in the unit of the criterion."""
    greatest = max(abs(float(x.mean())) for x in values.values())
    return INDIFFERENCE if criterion.unit == "share" else INDIFFERENCE * greatest


def _best_on(k: Criterion, values: dict[str, Floats], indifference: float) -> BestOn:
    futures = min(len(x) for x in values.values())
    aim = SelectionGoal(indifference, PROBABILITY, max(LEAST_FIRST, min(FIRST, futures)), better=k.better)
    found = select_best(tuple(values), lambda option, n: values[option][:n], aim, most=futures)
    ranked = ranking(k.id, values, k.better)
    means = {option: float(np.mean(x)) for option, x in values.items()}
    near = tuple(o for o in ranked.order[1:] if abs(means[o] - means[ranked.order[0]]) < indifference)
    return BestOn(
        criterion=k.id,
        order=ranked.order,
        ahead=tuple(min(CERTAIN, p) for p in ranked.sure),
        jointly=min(CERTAIN, ranked.jointly),
        near=near,
        chosen=found.best if found.settled else None,
        indifference=indifference,
        probability=PROBABILITY,
        needed=found.replications,
        played=futures * len(values),
    )
