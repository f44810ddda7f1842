"""Samples in few numbers: what of an outcome enters the brief and study.json. Raw samples never do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cadre.decision.samples import spread
from cadre.decision.types import Spread
from cadre.simulation.outcome import Floats, Outcome


@dataclass(frozen=True, slots=True)
class Band:
    """A series over time: weeks, median, 10th and 90th percentile, all of one length."""

    weeks: tuple[int, ...]
    median: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def spreads_of(outcome: Outcome) -> dict[str, Spread]:
    """Return every scalar of an outcome in five numbers."""
    return {
        name: spread(sample) if np.isfinite(sample).all() else _open_ended(sample)
        for name, sample in outcome.scalars.items()
    }


def _open_ended(sample: Floats) -> Spread:
    """Return the quantiles of a sample in which some things never happen (infinite); it has no mean."""
    low, median, high = (float(np.quantile(sample, q, method="inverted_cdf")) for q in (0.1, 0.5, 0.9))
    return Spread(median, low, high, np.inf, np.inf)


def bands_of(outcome: Outcome) -> dict[str, Band]:
    """Return every series of an outcome as bands."""
    weeks = tuple(int(week) for week in outcome.points)
    return {name: Band(weeks, *_quantiles(sample)) for name, sample in outcome.series.items()}


def _quantiles(sample: NDArray[np.float32]) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    median, low, high = np.quantile(sample, (0.5, 0.1, 0.9), axis=0)
    return tuple(map(float, median)), tuple(map(float, low)), tuple(map(float, high))
