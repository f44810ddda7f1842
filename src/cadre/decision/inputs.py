"""Inputs: what is analysed, and what several parts of an analysis need of it, each worked out once.

Takes a mission, the options' plans, their outcomes and every option screened; gives samples, draws, bars,
values and answers of the parties.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from cadre.criteria import Criterion
from cadre.decision.agreement.answers import Answers, Proposal, answers
from cadre.decision.amendments import ScreenedOption
from cadre.decision.analysis import RequiredValue, Weighing
from cadre.decision.anchors import anchors_of
from cadre.decision.bars import bars, good_in
from cadre.decision.positions import LatentPositions, PositionDraws, latent
from cadre.decision.samples import (
    Compared,
    Drawn,
    Samples,
    attributes,
    cost_for_conditions,
    criteria,
    drawn,
    samples_of,
)
from cadre.decision.weights import mean_weights, possible_weights, values_of, weighing
from cadre.forces.plan import ForcePlan
from cadre.mission import Mission, Quantity
from cadre.mission.events import Event, event_of
from cadre.simulation.outcome import Outcome
from cadre.statistics.arrays import Bools, Floats


class AnalysedOption(Compared, Protocol):
    """An option with its plans, as far as it is judged (`cadre.plans.Planned` is one)."""

    @property
    def forces(self) -> ForcePlan:
        """Who fills its posts."""


@dataclass(frozen=True)
class DecisionInputs:
    """What is analysed, with what several parts of the analysis need.

    Parameters
    ----------
    mission : Mission
        As read.
    shown : sequence of AnalysedOption
        The options, doing nothing first.
    outcomes : mapping of str to Outcome
        By option id.
    screened : sequence of Seen
        Every option screened.
    """

    mission: Mission
    shown: Sequence[AnalysedOption]
    outcomes: Mapping[str, Outcome]
    screened: Sequence[ScreenedOption]

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """What options are compared by."""
        return criteria(self.mission)

    @cached_property
    def samples(self) -> Samples:
        """Samples by option and criterion."""
        return samples_of(self.criteria, self.shown, self.outcomes)

    @property
    def options(self) -> tuple[str, ...]:
        """Ids of the options shown."""
        return tuple(self.samples)

    @property
    def streams(self) -> tuple[int, int]:
        """Seed and number of replications, the same for all."""
        first = self.outcomes[self.shown[0].option.id]
        return first.seed, first.replications

    @cached_property
    def draws(self) -> dict[str, Floats]:
        """What nobody knows, by path: as drawn where an option has it as the mission as read does."""
        found: dict[str, Floats] = {}
        for c in (*self.shown[1:], self.shown[0]):
            theirs = c.option.mission
            for path, x in self.outcomes[c.option.id].draws.items():
                if path not in found and _stated(theirs, path) == _stated(self.mission, path):
                    found[path] = x
        return found

    @cached_property
    def drawn(self) -> dict[str, dict[str, Drawn]]:
        """What nobody knows by option and path, with its order; options that share a quantity share both.

        Of quantities that move as one, such as a party's offers, the first stands for all. Events that happen
        in all futures or in none hold no chance.
        """
        shared: dict[tuple[str, Quantity | Event], Drawn] = {}
        found: dict[str, dict[str, Drawn]] = {}
        for c in self.shown:
            mission, draws = c.option.mission, self.outcomes[c.option.id].draws
            first: dict[str, str] = {}
            for path in draws:
                if path in mission.quantities:
                    first.setdefault(mission.luck_of(path), path)
            keys: dict[str, tuple[str, Quantity | Event]] = {
                path: (path, mission.quantities[path]) for path in first.values()
            }
            for path, x in draws.items():
                event = mission.events.get(event_of(path) or "")
                if event is not None and np.ptp(x) > 0:
                    keys[path] = (path, event)
            for path, key in keys.items():
                if key not in shared:
                    shared[key] = drawn(draws[path])
            found[c.option.id] = {path: shared[key] for path, key in keys.items()}
        return found

    @cached_property
    def bars(self) -> tuple[RequiredValue, ...]:
        """What an option must reach; none where the mission states none."""
        return bars(self.criteria, self.mission.preferences.bars)

    @cached_property
    def good(self) -> Bools | None:
        """Whether each option is good in each future, shape (replications, options); None without a bar."""
        return good_in(self.bars, self.samples) if self.bars else None

    @cached_property
    def weighing(self) -> Weighing:
        """How criteria count, whatever options are shown."""
        stated, measures = self.mission.preferences, [s.measures for s in self.screened]
        return weighing(stated, anchors_of(mean_weights(stated), self.mission, measures))

    @cached_property
    def values(self) -> Floats:
        """Values, shape (replications, options, criteria)."""
        return values_of(self.weighing, self.mission.preferences, self.samples)

    def weights(self, sets: int) -> dict[str, Floats]:
        """Return sets of possible weights by criterion, in the order of `values`."""
        over, drawn = possible_weights(self.mission.preferences, sets, self.streams[0])
        return {k: drawn[:, over.index(k)] for k in self.weighing.worst}

    @cached_property
    def joint(self) -> PositionDraws | None:
        """Who insists on what; None where no party has stated a position."""
        if not self.mission.positions:
            return None
        return self.stances.insisting()

    @cached_property
    def stances(self) -> LatentPositions:
        """What makes parties insist."""
        return latent(self.mission, self.draws, self.streams)

    @cached_property
    def answers(self) -> dict[str, Answers]:
        """How the parties answer each option but doing nothing, which needs no agreement."""
        if self.joint is None:
            return {}
        nothing = self.proposal(self.shown[0])
        return {c.option.id: answers(self.joint, self.proposal(c), nothing) for c in self.shown[1:]}

    def proposal(self, c: AnalysedOption) -> Proposal:
        """Return an option as a party sees it: as it needs posts, and its median cost before any overrun."""
        cost = float(np.median(cost_for_conditions(self.outcomes[c.option.id])))
        return Proposal(c.option.id, c.option.choices, attributes(c) | {"cost": cost})

    @cached_property
    def agreed(self) -> Bools:
        """Whether each option is agreed in each future, shape (replications, options)."""
        size = self.streams[1]
        given = [
            self.answers[o].agreed if o in self.answers else np.ones(size, np.bool_) for o in self.options
        ]
        return np.stack(given, axis=1)


def _stated(mission: Mission, path: str) -> Quantity | Event | None:
    """Return what a mission says of something that is drawn: a quantity, or the event that it settles."""
    return mission.quantities.get(path) or mission.events.get(event_of(path) or "")
