"""Preferences: how the criteria of a decision count against each other, and what an option must reach.

What deciders have said about weights stands here, and nothing else: left out, all weights count as possible.
Criteria and their units are those of `cadre.criteria`.
"""

from __future__ import annotations

from itertools import pairwise

from pydantic import Field, model_validator

from cadre import criteria
from cadre.mission.base import Basis, Frozen, Id, Ids, did_you_mean, refusal

ROUNDING = 1e-6
"""How far weights may be from adding up to 1."""
LEAST_ANCHORS = 2


class Anchors(Frozen):
    """What counts 0 and 1 on a criterion, in its own unit."""

    worst: float = Field(description="Amount that counts 0")
    best: float = Field(description="Amount that counts 1")


class Preferences(Frozen):
    """Weights by one of three ways, anchors or value functions, and bars, by criterion."""

    weights: dict[Id, float] = Field(default_factory=dict, description="Weights that add up to 1")
    swing: dict[Id, float] = Field(
        default_factory=dict,
        description="Points for the swing from worst to best: 100 for the criterion that matters most",
    )
    order: Ids = Field((), description="Criteria in order of importance, where nothing more is known")
    anchors: dict[Id, Anchors] = Field(
        default_factory=dict,
        description="What counts 0 and 1; left out, it follows from the mission's horizon and levers",
    )
    values: dict[Id, dict[float, float]] = Field(
        default_factory=dict,
        description="Value of an amount, from 0 to 1, with straight lines between; straight when left out",
    )
    bars: dict[Id, float] = Field(
        default_factory=dict, description="What an option must reach (or stay under) to be called good"
    )
    basis: Basis = Field((), description="Who said so")

    @model_validator(mode="after")
    def _one_way(self) -> Preferences:
        given = [name for name in ("weights", "swing", "order") if getattr(self, name)]
        if len(given) > 1:
            raise refusal(" and ".join(given), "weights must be given in one way", "keep one of them")
        known = criteria.ids()
        for name in ("weights", "swing", "order", "anchors", "values", "bars"):
            for criterion in getattr(self, name):
                if criterion not in known:
                    found = f"the unknown criterion {criterion!r} in {name}"
                    allowed = "must be one of " + ", ".join(known)
                    raise refusal(found, allowed, did_you_mean(criterion, known), name)
        return self

    @model_validator(mode="after")
    def _weights_count(self) -> Preferences:
        for name in ("weights", "swing"):
            for criterion, number in getattr(self, name).items():
                if number < 0:
                    raise refusal(f"{number:g} for {criterion}", "must be 0 or more", "mend it", name)
        if self.weights and abs(sum(self.weights.values()) - 1) > ROUNDING:
            found = f"weights adding up to {sum(self.weights.values()):g}"
            raise refusal(found, "must add up to 1", "mend them, or write them as swing points", "weights")
        if self.swing and not any(self.swing.values()):
            raise refusal("points that are all 0", "one must be above 0", "give 100 to the first", "swing")
        if len(set(self.order)) < len(self.order):
            raise refusal("a criterion twice", "each must stand once", "leave one of them out", "order")
        return self

    @model_validator(mode="after")
    def _anchors_point_one_way(self) -> Preferences:
        for criterion, ends in self.anchors.items():
            better = criteria.named(criterion).better
            way = "rise" if better == "more" else "fall"
            if ends.worst == ends.best or (ends.worst < ends.best) != (way == "rise"):
                found = f"anchors of {criterion} from {ends.worst:g} (worst) to {ends.best:g} (best)"
                allowed = f"must {way} from worst to best, since {better} is better"
                raise refusal(found, allowed, "correct the two amounts", "anchors")
            if criterion in self.values:
                found = f"anchors and values of {criterion}"
                raise refusal(found, "must be given in one way", "keep one of them", "anchors")
        return self

    @model_validator(mode="after")
    def _values_rise_or_fall(self) -> Preferences:
        for criterion, anchors in self.values.items():
            points = sorted(anchors.items())
            steps = [b - a for (_, a), (_, b) in pairwise(points)]
            if len(points) < LEAST_ANCHORS or min(anchors.values()) != 0 or max(anchors.values()) != 1:
                found = f"values of {criterion} from {min(anchors.values(), default=0):g}"
                found += f" to {max(anchors.values(), default=0):g}"
                raise refusal(
                    found, "must reach from 0 to 1", "give the worst amount 0, the best 1", "values"
                )
            if not (all(s >= 0 for s in steps) or all(s <= 0 for s in steps)):
                found = f"values of {criterion} that rise and fall"
                raise refusal(found, "must only rise or only fall", "mend the values", "values")
        return self
