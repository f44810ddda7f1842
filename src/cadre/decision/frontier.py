"""Frontier: the options that no other one beats at no more cost, and what money buys between neighbours.

Takes samples and weights of targets and floors; gives a `FrontierStep` from each option on the frontier to
the next dearer one (docs/model/decision.md, "Efficient frontier").
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from cadre.criteria import COST, LASTING, OUTCOME
from cadre.decision.analysis import FrontierStep
from cadre.decision.samples import Samples, spread
from cadre.decision.types import Spread
from cadre.differences import SLACK, points
from cadre.reasons.decision import Gain, MoneyBuys
from cadre.statistics.arrays import Floats

BENEFITS = (OUTCOME, LASTING)
"""What money is spent for: what is reached and what lasts."""
POINT = 0.01
"""A point of a share."""


def efficient(samples: Samples, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return the options on the efficient frontier, the cheapest first.

    On means, an option is off it where another reaches and keeps no less, costs no more, and is better in one
    of the three; of equals the one shown first stands. Of targets and floors those count that have a weight,
    both where neither has.
    """
    counting = [k for k in BENEFITS if weights.get(k, 0.0) > 0] or list(BENEFITS)
    yields = {
        o: np.array([-float(of[COST].mean()), *(float(of[k].mean()) for k in counting)])
        for o, of in samples.items()
    }
    order = {option: place for place, option in enumerate(samples)}

    def beaten(option: str, by: str) -> bool:
        no_less, no_more = _covers(yields[by], yields[option]), _covers(yields[option], yields[by])
        return no_less and (not no_more or order[by] < order[option])

    found = [o for o in samples if not any(beaten(o, by) for by in samples if by != o)]
    return tuple(sorted(found, key=lambda o: -yields[o][0]))


def _covers(one: Floats, other: Floats) -> bool:
    """Say whether one yields no less of anything than another, but for rounding."""
    return bool(np.all(one >= other - SLACK * np.maximum(1.0, np.abs(other))))


def frontier(samples: Samples, weights: Mapping[str, float]) -> tuple[FrontierStep, ...]:
    """Return the steps between neighbours on the frontier: means of paired differences, and the rate.

    Parameters
    ----------
    samples : Samples
        Of the options shown, on the same random numbers.
    weights : mapping of str to float
        Mean weights by criterion.
    """
    return tuple(_step(samples, pair) for pair in pairwise(efficient(samples, weights)))


def _step(samples: Samples, pair: tuple[str, str]) -> FrontierStep:
    cheaper, dearer = (samples[option] for option in pair)
    differences: dict[str, Floats] = {k: dearer[k] - cheaper[k] for k in (*BENEFITS, COST)}
    targets, floors, cost = (spread(d) for d in differences.values())
    a_point = cost.mean * POINT / targets.mean if _is_real(targets) and targets.mean > 0 else None
    found = {OUTCOME: (targets, a_point), LASTING: (floors, None)}
    more, less = (
        tuple(
            Gain(k, points(of.mean), rate)
            for k, (of, rate) in found.items()
            if _is_real(of) and (of.mean > 0) == rises
        )
        for rises in (True, False)
    )
    buys = MoneyBuys(*pair, abs(cost.mean), more, less)
    return FrontierStep(*pair, cost.mean, targets.mean, floors.mean, a_point, buys)


def _is_real(difference: Spread) -> bool:
    """Say whether a mean difference lies outside the 95 % half width that so many futures leave."""
    return abs(difference.mean) > difference.half_width
