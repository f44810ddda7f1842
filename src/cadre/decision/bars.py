"""Bars: what an option must reach to be called good, and how often it does (satisficing).

Takes samples and stated bars, gives `RequiredValue`s, `Good`s and whether each option is good in each future.
Formulas and sources: docs/model/decision.md, "Bars".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cadre.criteria import Criterion
from cadre.decision.analysis import Good, RequiredValue
from cadre.decision.chances import half_width_of_share
from cadre.decision.samples import Samples
from cadre.statistics.arrays import Bools


def bars(over: Sequence[Criterion], stated: Mapping[str, float]) -> tuple[RequiredValue, ...]:
    """Return the bars that are stated; where none is, nothing is good and nothing fails."""
    return tuple(RequiredValue(k.id, k.better, stated[k.id]) for k in over if k.id in stated)


def clears(bar: RequiredValue, samples: Samples) -> Bools:
    """Say whether each option clears a bar in each future, shape (replications, options)."""
    values = np.stack([of[bar.criterion] for of in samples.values()], axis=1)
    return np.asarray(values >= bar.at if bar.better == "more" else values <= bar.at, np.bool_)


def good_in(over: Sequence[RequiredValue], samples: Samples) -> Bools:
    """Say whether each option clears every bar in each future, shape (replications, options).

    Satisficing (Simon 1956) by future: the domain criterion over several outcomes at once (Starr 1963).
    """
    given = np.ones((len(next(iter(next(iter(samples.values())).values()))), len(samples)), np.bool_)
    for bar in over:
        given &= clears(bar, samples)
    return given


def shares_good(good: Bools, options: Sequence[str]) -> tuple[Good, ...]:
    """Return the share of futures in which each option is good, with Wilson's half width."""
    counts = [int(n) for n in good.sum(axis=0)]
    return tuple(
        Good(option, count / len(good), half_width_of_share(count, len(good)))
        for option, count in zip(options, counts, strict=True)
    )
