"""Preferences: how the criteria of a decision count against each other, and what an option must reach.

What deciders have said about weights stands here, and nothing else: left out, all weights count as possible.
Criteria and their units are those of `cadre.criteria`.
"""

from __future__ import annotations

from itertools import pairwise

from pydantic import Field, model_validator

from cadre import criteria
from cadre.messages import listed, quoted
from cadre.mission.base import Basis, Frozen, Id, Ids, did_you_mean, refusal
from cadre.mission.quantity import to_make_1
from cadre.mission.units import Plain

ROUNDING = 1e-6
"""How far weights may be from adding up to 1."""
LEAST_ANCHORS = 2


class Anchors(Frozen):
    """What counts 0 and 1 on a criterion, in its own unit."""

    worst: Plain = Field(description="Amount that counts 0")
    best: Plain = Field(description="Amount that counts 1")


class Preferences(Frozen):
    """Weights by one of three ways, anchors or value functions, and bars, by criterion."""

    weights: dict[Id, Plain] = Field(default_factory=dict, description="Weights that add up to 1")
    swing: dict[Id, Plain] = Field(
        default_factory=dict,
        description="Points for the swing from worst to best: 100 for the criterion that matters most",
    )
    order: Ids = Field((), description="Criteria in order of importance, where nothing more is known")
    anchors: dict[Id, Anchors] = Field(
        default_factory=dict,
        description="What counts 0 and 1; left out, it follows from the mission's horizon and levers",
    )
    values: dict[Id, dict[Plain, Plain]] = Field(
        default_factory=dict,
        description="Value of an amount, from 0 to 1, with straight lines between; straight when left out",
    )
    bars: dict[Id, Plain] = Field(
        default_factory=dict, description="What an option must reach (or stay under) to be called good"
    )
    basis: Basis = Field((), description="Who said so")

    @model_validator(mode="after")
    def _one_way(self) -> Preferences:
        given = [name for name in ("weights", "swing", "order") if getattr(self, name)]
        if len(given) > 1:
            raise refusal("parts.weights-twice", given=listed(given, "and"))
        known = criteria.ids()
        for name in ("weights", "swing", "order", "anchors", "values", "bars"):
            for criterion in getattr(self, name):
                if criterion not in known:
                    every, cure = listed(known), did_you_mean(criterion, known)
                    about = {"criterion": quoted(criterion), "name": name}
                    raise refusal("parts.unknown-criterion", name, known=every, cure=cure, **about)
        return self

    @model_validator(mode="after")
    def _weights_count(self) -> Preferences:
        for name in ("weights", "swing"):
            for criterion, number in getattr(self, name).items():
                if number < 0:
                    raise refusal("parts.negative-weight", name, number=number, criterion=criterion)
        if self.weights and abs(sum(self.weights.values()) - 1) > ROUNDING:
            total = sum(self.weights.values())
            raise refusal("parts.weights-not-1", "weights", sum=float(total), cure=to_make_1(total))
        if self.swing and not any(self.swing.values()):
            raise refusal("parts.points-all-0", "swing")
        if len(set(self.order)) < len(self.order):
            raise refusal("parts.criterion-twice", "order")
        return self

    @model_validator(mode="after")
    def _anchors_point_one_way(self) -> Preferences:
        for criterion, ends in self.anchors.items():
            rises = criteria.named(criterion).better == "more"
            if ends.worst == ends.best or (ends.worst < ends.best) != rises:
                way = "parts.anchors-must-rise" if rises else "parts.anchors-must-fall"
                worst, best = float(ends.worst), float(ends.best)
                raise refusal(way, "anchors", criterion=criterion, worst=worst, best=best)
            if criterion in self.values:
                raise refusal("parts.anchors-and-values", "anchors", criterion=criterion)
        return self

    @model_validator(mode="after")
    def _values_rise_or_fall(self) -> Preferences:
        for criterion, anchors in self.values.items():
            points = sorted(anchors.items())
            steps = [b - a for (_, a), (_, b) in pairwise(points)]
            if len(points) < LEAST_ANCHORS or min(anchors.values()) != 0 or max(anchors.values()) != 1:
                least, most = (float(end(anchors.values(), default=0)) for end in (min, max))
                raise refusal(
                    "parts.values-not-0-to-1", "values", criterion=criterion, least=least, most=most
                )
            if not (all(s >= 0 for s in steps) or all(s <= 0 for s in steps)):
                raise refusal("parts.values-rise-and-fall", "values", criterion=criterion)
        return self
