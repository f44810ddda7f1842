"""The two kinds of chance apart: what nobody knows yet, and luck.

Takes criteria in futures and in replays of them (the same details on fresh random numbers), gives how much of
their variance would go if every detail were known, with a 95 % interval. Formulas and sources:
docs/model/decision.md, "Two kinds of chance".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cadre.criteria import ATTRIBUTE, Criterion
from cadre.decision.samples import Compared, Samples, samples_of
from cadre.decision.types import VarianceShares, Verdict
from cadre.errors import BadInput, Fault, Place
from cadre.simulation.outcome import Outcome
from cadre.statistics.arrays import Floats

NORMAL_95 = 1.959964
"""Half of a 95 % interval in standard errors."""
LEAST = 2
"""Settings of details, and replications of each, that a variance needs."""
FEWEST = 20
"""Settings that must share in a variance: below, an interval from them covers too rarely
(docs/design/decision.md), and nothing is told."""
NEARLY, HALF = 0.9, 0.5
"""Shares of the variance above which nearly all, and more, is said to come from one kind."""


@dataclass(frozen=True, slots=True)
class VarianceParts:
    """Parts of a variance.

    Parameters
    ----------
    details, luck : float
        Variance between settings of the details, and within them. `details` is unbiased, so that it can come
        out below 0 where it is small.
    error : float
        Standard error of the share of details.
    settings : float
        How many settings share in the variance, `(sum t)^2 / sum t^2` with `t` the part of each (Kish 1965).
    """

    details: float
    streams: float
    error: float
    settings: float

    @property
    def share(self) -> float:
        """Share of details, from 0 to 1; 0 where nothing varies."""
        total = self.details + self.streams
        return min(1.0, max(0.0, self.details / total)) if total > 0 else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95 % interval; from 0 to 1 where too few settings share in the variance."""
        if self.settings < FEWEST:
            return 0.0, 1.0
        share, half_width = self.details / (self.details + self.streams), NORMAL_95 * self.error
        return min(1.0, max(0.0, share - half_width)), max(0.0, min(1.0, share + half_width))


def parts_of_variance(nested: Floats) -> VarianceParts:
    """Split a variance into that of what is open and that of luck: one-way random effects.

    `details = (MSB - MSW) / M`, `luck = MSW` (Searle, Casella and McCulloch 1992, section 3.5). The error of
    the share is by the delta method over settings, for any distribution (Janon et al. 2014 for M = 2).

    Parameters
    ----------
    nested : ndarray of float64, shape (settings, replications)
        Each row one setting of all details; its values differ by luck alone.

    Raises
    ------
    BadInput
        Fewer than 2 settings, or replications of each.
    """
    settings, m = nested.shape
    if min(settings, m) < LEAST:
        played = {"settings": settings, "replications": m}
        raise BadInput([Fault.of(Place(path=("nested",)), "study-faults.too-few-nested", **played)])
    mean = nested.mean(axis=1)
    between = m * (mean - mean.mean()) ** 2 * (settings / (settings - 1))
    within = nested.var(axis=1, ddof=1)
    varied = between + (m - 1) * within
    streams, total = float(within.mean()), float(varied.mean()) / m
    if total <= 0:
        return VarianceParts(0.0, 0.0, 0.0, 0.0)
    details = total - streams
    influence = (between - within - details / total * varied) / (m * total)
    error = float(influence.std(ddof=1) / np.sqrt(settings))
    return VarianceParts(details, streams, error, float(varied.sum() ** 2 / (varied**2).sum()))


def variance_shares(
    over: Sequence[Criterion],
    planned: Sequence[Compared],
    outcomes: Mapping[str, Outcome],
    replays: Mapping[str, Outcome],
) -> tuple[VarianceShares, ...]:
    """Tell the two kinds apart for every option and criterion in which there is chance.

    Parameters
    ----------
    over : sequence of Criterion
        What options are compared by.
    planned : sequence of Compared
        The options.
    outcomes : mapping of str to Outcome
        By option id.
    replays : mapping of str to Outcome
        The first futures again, with the same details and fresh random numbers; nothing is told without.

    Raises
    ------
    BadInput
        A replay is missing, is no finite number somewhere, or does not have the details of its future.
    """
    if not replays:
        return ()
    _refuse_other_details(outcomes, replays)
    samples, again = samples_of(over, planned, outcomes), samples_of(over, planned, replays)
    return tuple(_shares(over, samples, again))


def _shares(over: Sequence[Criterion], samples: Samples, again: Samples) -> Iterator[VarianceShares]:
    for option, of in samples.items():
        for k in over:
            second = again[option][k.id]
            pair = np.stack([of[k.id][: len(second)], second], axis=1)
            parts = parts_of_variance(pair)
            if k.scalar != ATTRIBUTE and parts.settings:
                total = parts.details + parts.streams
                spreads = float(np.sqrt(total)), float(np.sqrt(min(parts.streams, total)))
                yield VarianceShares(
                    option, k.id, parts.share, *parts.interval, *spreads, len(second), verdict(parts)
                )


def verdict(parts: VarianceParts) -> Verdict:
    """Say no more than the interval does."""
    low, high = parts.interval
    if parts.settings < FEWEST:
        return "too rare"
    if low >= NEARLY or high <= 1 - NEARLY:
        return "nearly all details" if low >= NEARLY else "nearly all luck"
    if low > HALF or high < HALF:
        return "more details" if low > HALF else "more luck"
    return "not told"


def _refuse_other_details(outcomes: Mapping[str, Outcome], replays: Mapping[str, Outcome]) -> None:
    """Replays with other details would count what is open as luck."""
    faults = []
    for option, again in replays.items():
        first = outcomes[option].draws if option in outcomes else {}
        other = [
            path for path, x in again.draws.items() if not np.array_equal(x, first.get(path, x[:0])[: len(x)])
        ]
        if other:
            where = Place(path=("replays", option))
            faults.append(Fault.of(where, "study-faults.other-details", detail=other[0]))
    if faults:
        raise BadInput(faults)
