"""Regret: by how much an option falls short of the best one, future by future.

Takes samples, gives `Regret` per option and criterion (docs/model/decision.md, "Regret").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cadre.criteria import Criterion
from cadre.decision.samples import Samples
from cadre.decision.types import Regret
from cadre.statistics.arrays import Floats

TOLERANCE = 0.05
"""Regret that is within tolerance: 5 points of a share, else this share of the greatest mean."""


def regrets_on(values: Floats, better: str) -> Floats:
    """Return each option's regret in each future.

    R_d(n) = max_k v_k(n) - v_d(n), or v_d(n) - min_k v_k(n) where less is better (Savage 1951).

    Parameters
    ----------
    values : ndarray of float64, shape (options, replications)
    better : str
        `more` or `less`.

    Returns
    -------
    ndarray of float64, shape (options, replications)
        Zero or more.
    """
    rising = values if better == "more" else -values
    return np.asarray(rising.max(axis=0) - rising, dtype=np.float64)


def tolerance_of(criterion: Criterion, values: Floats) -> float:
    """Return the regret that counts as within tolerance on a criterion."""
    if criterion.unit == "share":
        return TOLERANCE
    return TOLERANCE * float(np.abs(values.mean(axis=1)).max())


def regrets(over: Sequence[Criterion], samples: Samples) -> tuple[Regret, ...]:
    """Return the regret of each option on each criterion over the replications."""
    given = []
    for k in over:
        values = np.stack([of[k.id] for of in samples.values()])
        tolerance = tolerance_of(k, values)
        for option, r in zip(samples, regrets_on(values, k.better), strict=True):
            p90 = float(np.quantile(r, 0.9))
            within = float(np.mean(r <= tolerance))
            given.append(Regret(option, k.id, float(r.mean()), p90, float(r.max()), within, tolerance))
    order = {option: i for i, option in enumerate(samples)}
    return tuple(sorted(given, key=lambda g: order[g.option]))
