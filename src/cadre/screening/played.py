"""Played: options set against each other as they were planned and played in full.

Takes the criteria of options, replication by replication on common random numbers, gives which differ beyond
the noise.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from cadre import criteria
from cadre.criteria import Criterion
from cadre.differences import SLACK, difference
from cadre.mission import Mission
from cadre.reasons.decision import Differs
from cadre.simulation.outcome import Outcome
from cadre.statistics.arrays import Floats

NOISE = 1.959964
"""Standard errors of the mean of a paired difference within which it is noise: a 95 % interval."""


def beaten_in_full(mission: Mission) -> tuple[Criterion, ...]:
    """Return what an option must be worse on to be called worse, played in full; what it is for always is."""
    currency, years, ends = mission.mission.currency, mission.years_beyond_exit, criteria.yields()
    judged = (e for e in criteria.compared() if e.scalar and (e.beaten_in_full or e.id in ends))
    return tuple(entry.of(currency, years) for entry in judged)


def samples_in_full(mission: Mission, outcomes: Mapping[str, Outcome]) -> dict[str, dict[str, Floats]]:
    """Return by option what it is judged by in full, replication by replication."""
    over = beaten_in_full(mission)
    return {option: {k.id: of.scalars[k.scalar] for k in over} for option, of in outcomes.items()}


class Played:
    """Options played on common random numbers; of two the replications that both have are compared."""

    def __init__(self, mission: Mission, samples: Mapping[str, Mapping[str, Floats]]) -> None:
        self.over = beaten_in_full(mission)
        self.samples = samples
        self.means = {
            option: {key: float(np.mean(values)) for key, values in of.items()}
            for option, of in samples.items()
        }

    def replications(self, option: str) -> int:
        """Return how many replications of an option were played."""
        return min(len(values) for values in self.samples[option].values())

    def ahead(self, one: str, other: str, criterion: Criterion) -> int:
        """Return 1 where one is better than another on a criterion beyond the noise, -1 where worse, else 0.

        By the paired difference on common random numbers (Law 2015, section 10.2.1).
        """
        a, b = self.samples[one][criterion.id], self.samples[other][criterion.id]
        n = min(len(a), len(b))
        by = (a[:n] - b[:n]) if criterion.better == "more" else (b[:n] - a[:n])
        mean = float(by.mean())
        noise = NOISE * float(by.std(ddof=1)) / math.sqrt(n) if n > 1 else math.inf
        slack = SLACK * max(1.0, abs(self.means[one][criterion.id]), abs(self.means[other][criterion.id]))
        return 0 if abs(mean) <= noise + slack else int(math.copysign(1, mean))

    def better_in_all(self, one: str, other: str) -> bool:
        """Say whether an option is better than another on every criterion, beyond the noise."""
        return all(self.ahead(one, other, k) > 0 for k in self.over)

    def beats(self, one: str, other: str) -> bool:
        """Say whether an option is better than another on a criterion and worse on none, beyond the noise."""
        found = [self.ahead(one, other, k) for k in self.over]
        return min(found) >= 0 and max(found) > 0

    def worse(self, one: str, other: str) -> tuple[Differs, ...]:
        """Return in what an option is worse than another, beyond the noise."""
        return tuple(self._by(one, other, k) for k in self.over if self.ahead(one, other, k) < 0)

    def changes(self, one: str, other: str) -> tuple[Differs, ...]:
        """Return in what an option differs from another, beyond the noise."""
        return tuple(self._by(one, other, k) for k in self.over if self.ahead(one, other, k))

    def _by(self, one: str, other: str, k: Criterion) -> Differs:
        """Return by how much two options differ, over the replications that both have."""
        a, b = self.samples[one][k.id], self.samples[other][k.id]
        n = min(len(a), len(b))
        return difference(k.id, float((a[:n] - b[:n]).mean()))
