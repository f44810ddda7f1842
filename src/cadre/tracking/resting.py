"""Resting: which uncertain quantities a forecast figure rests on, and who stands behind these.

Takes the quantities drawn and what the figure came to, gives those that it moves with most, each with the
statements of the ledger under it and with whose voice they are. Rule: docs/model/tracking.md, Scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cadre.criteria import MONEY
from cadre.mission import Mission
from cadre.mission.judgements import NOT_PLAYED, basis_at

Floats = NDArray[np.float64]
MOST, LEAST = 3, 0.1
"""Quantities told of a figure at most, and the rank correlation below which none is (4 standard errors of
2,000 futures, so that among hundreds of quantities few are told by chance)."""
PUBLISHED = "P:"
"""How the names of published figures of a pack begin."""


@dataclass(frozen=True, slots=True, order=True)
class AssumedBy:
    """Who stands behind an assumption.

    A `source` by its name (its independence group, else who said it, else the document), the mission's own
    `assumption`, figures `published` in its pack, or `nobody`, where nothing is said of what it rests on.
    """

    kind: Literal["source", "assumption", "published", "nobody"]
    name: str = ""


@dataclass(frozen=True, slots=True)
class RestsOn:
    """A quantity that a figure moves with: path, rank correlation (-1 to 1), statements under it, voices."""

    path: str
    correlation: float
    basis: tuple[str, ...]
    voices: tuple[AssumedBy, ...]


class Resting:
    """What figures of one simulation rest on.

    Parameters
    ----------
    mission : Mission
        For units, statements and who said them.
    draws : mapping of str to ndarray of float64, shape (replications,)
        The value drawn for each uncertain quantity, by path.
    """

    def __init__(self, mission: Mission, draws: Mapping[str, Floats]) -> None:
        known = mission.quantities
        self.mission = mission
        self.paths = [
            path
            for path, values in draws.items()
            if path in known and not path.startswith(NOT_PLAYED) and np.ptp(values) > 0
        ]
        self._of_money = np.array([known[path].unit == MONEY for path in self.paths], np.bool_)
        self._ranks = np.array([_standard(draws[path]) for path in self.paths])

    def of(self, values: Floats, *, money: bool) -> tuple[RestsOn, ...]:
        """Return what a figure moves with most, the strongest first; prices move amounts of money alone."""
        if not self.paths or np.ptp(values) == 0:
            return ()
        found = self._ranks @ _standard(values) / len(values)
        if not money:
            found = np.where(self._of_money, 0.0, found)
        strongest = np.argsort(-np.abs(found), kind="stable")[:MOST]
        return tuple(self._at(int(row), float(found[row])) for row in strongest if abs(found[row]) >= LEAST)

    def _at(self, row: int, correlation: float) -> RestsOn:
        path = self.paths[row]
        basis = basis_at(self.mission, path)
        return RestsOn(path, round(correlation, 3), basis, tuple(voices_of(self.mission, basis)))


def _standard(values: Floats) -> Floats:
    """Return ranks (the middle of those of equal values) less their mean, by their standard deviation."""
    rising = np.sort(values)
    ranks = np.searchsorted(rising, values, "left") + np.searchsorted(rising, values, "right")
    return np.asarray((ranks - ranks.mean()) / ranks.std(), np.float64)


def voices_of(mission: Mission, basis: tuple[str, ...]) -> Iterator[AssumedBy]:
    """Yield whose voices statements are, each once, in their order."""
    yield from dict.fromkeys(_voice(mission, name) for name in basis) or (AssumedBy("nobody"),)


def _voice(mission: Mission, name: str) -> AssumedBy:
    statement = mission.ledger.statements.get(name)
    if statement is None:
        return AssumedBy("published" if name.startswith(PUBLISHED) else "nobody")
    source = mission.ledger.sources.get(statement.source or "")
    told = statement.group or statement.by or ((source.publisher or source.title) if source else "")
    if told:
        return AssumedBy("source", told)
    return AssumedBy("assumption" if statement.attribution in ("assumption", "derived") else "nobody")
