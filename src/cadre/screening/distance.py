"""Distance: how much two options differ, in what is decided and in what it leads to.

Takes evaluated options, gives numbers from 0 to 1 (docs/model/decision.md, "Distinctness").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cadre import criteria
from cadre.criteria import Criterion
from cadre.mission import Mission
from cadre.options import Option
from cadre.reasons import Reason

HIDDEN_WEIGHT = 0.5
"""Weight of a lever that is kept out of names, beside 1 for each of the others."""
TWIN = 0.12
"""Options nearer than this are near twins: less than one lever of five and a tenth of each range;"""
ALIKE = 0.15
"""so are two that differ in one lever and on average by less than this part of each range."""
LEVER_SHARE = 0.5
"""Weight of the levers in the distance; the measures have the rest."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """An option as the fast evaluation saw it; `why` is what stands against carrying it out."""

    option: Option
    measures: Mapping[str, float] = field(default_factory=dict)
    why: Reason | None = None


def measured_by(mission: Mission) -> tuple[Criterion, ...]:
    """Return the measures of the fast evaluation, in the order in which differences are told."""
    return tuple(
        entry.of(mission.mission.currency, mission.years_beyond_exit) for entry in criteria.screened()
    )


def beaten_on(mission: Mission) -> tuple[Criterion, ...]:
    """Return the measures on which an option must be beaten to be dropped.

    What it leads to, what nations pay and risk.
    """
    beaten = {entry.id for entry in criteria.screened() if entry.beaten_on}
    return tuple(measure for measure in measured_by(mission) if measure.id in beaten)


def differing_levers(mission: Mission, one: Option, other: Option) -> tuple[str, ...]:
    """Return the levers at which two options stand differently, in the order written."""
    return tuple(lever for lever in mission.levers if one.choices.get(lever) != other.choices.get(lever))


def ranges_of(mission: Mission, candidates: Sequence[Evaluated]) -> dict[str, float]:
    """Return the range of each measure over the options compared."""
    seen = {k.id: [c.measures[k.id] for c in candidates] for k in measured_by(mission)}
    return {k: max(values, default=0.0) - min(values, default=0.0) for k, values in seen.items()}


def lever_distance(mission: Mission, one: Option, other: Option) -> float:
    """Return the weighted share of levers that differ; 0 where there are no levers."""
    weights = {k: HIDDEN_WEIGHT if lever.screened_only else 1.0 for k, lever in mission.levers.items()}
    different = sum(weights[lever] for lever in differing_levers(mission, one, other))
    return different / sum(weights.values()) if weights else 0.0


def measure_distance(one: Evaluated, other: Evaluated, ranges: Mapping[str, float]) -> float:
    """Return the mean over the measures of |difference| / range, where the range is above 0."""
    spans = {k: span for k, span in ranges.items() if span > 0}
    apart = [abs(one.measures[k] - other.measures[k]) / span for k, span in spans.items()]
    return min(1.0, sum(apart) / len(apart)) if apart else 0.0


def distance(mission: Mission, one: Evaluated, other: Evaluated, ranges: Mapping[str, float]) -> float:
    """Return the distance of two options, from 0 (the same) to 1 (unlike in everything)."""
    levers = lever_distance(mission, one.option, other.option)
    return LEVER_SHARE * levers + (1 - LEVER_SHARE) * measure_distance(one, other, ranges)


def are_twins(mission: Mission, one: Evaluated, other: Evaluated, ranges: Mapping[str, float]) -> bool:
    """Say whether two options are near in all, or differ in one lever that changes little."""
    if distance(mission, one, other, ranges) < TWIN:
        return True
    single = len(differing_levers(mission, one.option, other.option)) <= 1
    return single and measure_distance(one, other, ranges) < ALIKE
