"""Scores of forecasts against what happened.

Takes samples and values, gives what the page tells. CRPS is that of the `scoringrules` library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import scoringrules
from numpy.typing import NDArray

from cadre.decision.samples import spread

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Score:
    """A forecast against what happened, all in the unit of the figure.

    Parameters
    ----------
    happened : float
        What happened, above 0.
    low, median, high : float
        10th, 50th and 90th percentile of the forecast.
    rank : float
        Share of futures below what happened, equal ones counted half: the probability integral transform, 0
        where all lie above and 1 where all lie below.
    crps : float
        Continuous ranked probability score of the sample, by `scoringrules` (Gneiting and Raftery 2007,
        Journal of the American Statistical Association 102, section 4.2); of a single value it is its
        distance.
    planned : float
        The plan's own value.
    carried : float or None
        The last rate carried on.
    """

    happened: float
    low: float
    median: float
    high: float
    rank: float
    crps: float
    planned: float
    carried: float | None

    @property
    def inside(self) -> bool:
        """Whether what happened lies in the 80 % range, its ends included."""
        return self.low <= self.happened <= self.high

    @property
    def missed(self) -> float:
        """By how much what happened lies above (or, negative, below) the range, as a share of it."""
        over, under = max(0.0, self.happened - self.high), max(0.0, self.low - self.happened)
        return (over - under) / self.happened


def scored(sample: Floats, happened: float, *, planned: float, carried: float | None) -> Score:
    """Score a sample of futures, shape (replications,)."""
    ends = spread(sample)
    rank = np.mean(sample < happened) + np.mean(sample == happened) / 2
    crps = float(scoringrules.crps_ensemble(happened, sample, estimator="qd"))
    return Score(happened, ends.low, ends.median, ends.high, float(rank), crps, planned, carried)


@dataclass(frozen=True, slots=True)
class Summary:
    """Many scores together.

    Parameters
    ----------
    points, inside : int
        Scored, and those inside their 80 % range.
    above, below : int
        Outside: what happened lay above the range, or below it.
    middle_rank, mean_rank : float
        Median and mean of the ranks; 0.5 where forecasts lean to neither side.
    crps : float
        Mean of the CRPS, each as a share of what happened, so that soldiers and euros can be added.
    beyond_plan : float
        Skill against the plan: 1 - CRPS / distance of the plan, above 0 where the forecast is better.
    beyond_carrying : float or None
        The same against carrying on, over the `carried` points that have a rate; None without.
    carried : int
        Points that have a rate to be carried on.
    """

    points: int
    inside: int
    above: int
    below: int
    middle_rank: float
    mean_rank: float
    crps: float
    beyond_plan: float
    beyond_carrying: float | None
    carried: int


def summary(scores: Sequence[Score]) -> Summary:
    """Put scores together; each point counts once.

    Raises
    ------
    ValueError
        Without a score.
    """
    if not scores:
        raise ValueError("there is no point to be scored")
    ranks = np.array([s.rank for s in scores])
    rated = [(s, s.carried) for s in scores if s.carried is not None]
    return Summary(
        points=len(scores),
        inside=sum(s.inside for s in scores),
        above=sum(s.happened > s.high for s in scores),
        below=sum(s.happened < s.low for s in scores),
        middle_rank=float(np.median(ranks)),
        mean_rank=float(ranks.mean()),
        crps=_mean(s.crps / s.happened for s in scores),
        beyond_plan=skill((s, s.planned) for s in scores),
        beyond_carrying=skill(rated) if rated else None,
        carried=len(rated),
    )


def skill(pairs: Iterable[tuple[Score, float]]) -> float:
    """Give 1 - mean CRPS / mean distance of other values, each as a share of what happened.

    0 where both are without fault, minus infinity where the other alone is.
    """
    pairs = list(pairs)
    own = _mean(score.crps / score.happened for score, _ in pairs)
    other = _mean(abs(value - score.happened) / score.happened for score, value in pairs)
    if other == 0:
        return 0.0 if own == 0 else -np.inf
    return 1 - own / other


def _mean(values: Iterable[float]) -> float:
    return float(np.mean(list(values)))
