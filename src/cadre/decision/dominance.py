"""Dominance: options that no one should choose, since another is at least as good on every criterion.

Takes samples, gives `Dominated` with the reason. First order holds for everyone who prefers better to worse,
second order for everyone who also shuns risk (docs/model/decision.md, "Dominance").
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

import numpy as np

from cadre.criteria import Criterion
from cadre.decision.samples import Samples
from cadre.decision.types import Dominated, Pair
from cadre.differences import SLACK, worse
from cadre.reasons import Reason
from cadre.reasons.decision import LessCertain, WorseThan
from cadre.statistics.arrays import Floats

Order = Literal[1, 2]


def at_least_as_good(a: Floats, b: Floats, order: Order) -> bool:
    """Say whether `a` dominates `b` weakly, when more is better.

    First order, F_a(x) <= F_b(x) for all x: with samples of one size, each value of sorted `a` is at least
    that of sorted `b`. Second order, the integral of F_a is at most that of F_b up to all x: each running
    mean of sorted `a` is at least that of sorted `b` (Levy and Kroll 1978, quantile form; Levy 2016, theorems
    4.1 and 4.2).

    Parameters
    ----------
    a, b : ndarray of float64, shape (replications,)
        Samples of one size.
    """
    one, other = np.sort(a), np.sort(b)
    if order == 2:  # noqa: PLR2004  (the second order)
        size = np.arange(1, len(one) + 1)
        one, other = np.cumsum(one) / size, np.cumsum(other) / size
    return bool(np.all(one >= other - _rounding(one, other)))


def _rounding(one: Floats, other: Floats) -> float:
    return SLACK * max(1.0, float(np.abs(one).max()), float(np.abs(other).max()))


def order_of_dominance(
    over: Sequence[Criterion], by: Mapping[str, Floats], option: Mapping[str, Floats]
) -> Order | None:
    """Return the order at which `by` dominates `option`, or None.

    `by` must be at least as good on every criterion and, on one of them, `option` must not be at least as
    good as `by`. The order is 1 where first order holds on all criteria, else 2.
    """
    orders: tuple[Order, Order] = (1, 2)
    for order in orders:
        good = all(at_least_as_good(*_rising(k, by, option), order) for k in over)
        back = all(at_least_as_good(*_rising(k, option, by), order) for k in over)
        if good and not back:
            return order
    return None


def _rising(criterion: Criterion, a: Mapping[str, Floats], b: Mapping[str, Floats]) -> tuple[Floats, Floats]:
    """Turn a criterion of which less is better round, so that more is better."""
    sign = 1.0 if criterion.better == "more" else -1.0
    return sign * a[criterion.id], sign * b[criterion.id]


def dominated_options(
    over: Sequence[Criterion],
    samples: Samples,
    alike: Collection[Pair] = (),
) -> tuple[Dominated, ...]:
    """Return each dominated option once, with the best reason there is.

    Two options that are not told apart (`alike`) do not dominate each other: search alone could turn that.
    Named as `by` is an option at the lowest order, one that is not dominated itself where there is one, and
    the first shown among those.
    """
    orders = {
        (option, by): order
        for option in samples
        for by in samples
        if option != by
        and frozenset((option, by)) not in alike
        and (order := order_of_dominance(over, samples[by], samples[option])) is not None
    }
    beaten = {option for option, _ in orders}
    given = []
    for option in samples:
        by = [(order, b in beaten, i) for i, b in enumerate(samples) if (order := orders.get((option, b)))]
        if by:
            order, _, i = min(by)
            best = list(samples)[i]
            reason = _reason(over, samples[option], samples[best], best)
            given.append(Dominated(option, best, order, reason))
    return tuple(given)


def _reason(
    over: Sequence[Criterion], option: Mapping[str, Floats], by: Mapping[str, Floats], best: str
) -> Reason:
    """Return in means what the option is worse in; where the means are equal, what it is less certain in."""
    of, to = ({k.id: float(s[k.id].mean()) for k in over} for s in (option, by))
    found = worse(over, of, to)
    if found:
        return WorseThan(best, found)
    unsure = tuple(k.id for k in over if not at_least_as_good(*_rising(k, option, by), 2))
    return LessCertain(best, unsure)
