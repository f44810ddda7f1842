"""The plain comparison: futures of the old study, weighed by their likeness to what was counted.

Takes the first study and what was counted on a day, gives a weight for each future. That is what can be done
with a study that was kept, without a simulation that goes on from where the mission stands (importance
weights by a kernel: Beaumont, Zhang and Balding 2002).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from cadre.simulation.outcome import Outcome

Floats = NDArray[np.float64]

BANDWIDTHS = (0.1, 0.2, 0.35, 0.5, 0.75, 1.0)
"""Widths of the kernel in standard deviations of the futures; the best of them is what is compared."""


def likeness(study: Outcome, counted: Mapping[str, float], week: int) -> list[Floats]:
    """Return weights of the futures, shape (replications,), one array for each of `BANDWIDTHS`.

    Gaussian in the distance between what was counted at the beginning of a week and what each future held
    then, each stock in its own standard deviations.
    """
    (place,) = np.flatnonzero(study.points == week)
    away = np.zeros(study.replications)
    for name, value in counted.items():
        futures = study.series[name][:, place].astype(np.float64)
        if futures.std() > 0:
            away += ((futures - value) / futures.std()) ** 2
    return [np.exp(-(away - away.min()) / (2 * width**2)) for width in BANDWIDTHS]


def weighted_quantiles(futures: Floats, weights: Floats, levels: Sequence[float]) -> tuple[float, ...]:
    """Return the least futures at or below which lie at least such shares of the weight."""
    order = np.argsort(futures, kind="stable")
    below = np.cumsum(weights[order])
    at = np.searchsorted(below, np.array(levels) * below[-1])
    return tuple(map(float, futures[order][np.minimum(at, len(order) - 1)]))
