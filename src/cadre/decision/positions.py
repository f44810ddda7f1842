"""Positions drawn: how many parties of each type there are in each future, and what each insists on.

Takes parties and positions of a mission and the draws of its quantities, gives `LatentPositions` and from it
`PositionDraws`: joint draws, since stances hang together. Formulas and sources: docs/model/decision.md,
"Agreement by silence".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from cadre.mission import Mission
from cadre.mission.nations import Position
from cadre.mission.quantity import Quantity
from cadre.simulation.streams import uniforms
from cadre.statistics.arrays import Bools, Floats

REFUSES, WANTS = "will not accept", "wants"


@dataclass(frozen=True)
class PositionDraws:
    """Who is there and who insists.

    Parameters
    ----------
    positions : tuple of Position
        In the order written.
    there : dict of str to ndarray of bool, shape (replications, most)
        By type of party: whether its jth party exists; `most` is the greatest number drawn.
    insists : tuple of ndarray of bool, shape (replications, most)
        By position: whether the jth party of its type insists on it.
    bears : dict of str to ndarray of float64, shape (replications,)
        Share of its wants that a party may lose before it breaks silence.
    pays : tuple of str
        Types of party that carry posts and cost: contributors.
    """

    positions: tuple[Position, ...]
    there: dict[str, Bools]
    insists: tuple[Bools, ...]
    bears: dict[str, Floats]
    pays: tuple[str, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """Types of party, in the order of the mission."""
        return tuple(self.there)

    @property
    def replications(self) -> int:
        """Number of futures."""
        return len(next(iter(self.there.values())))

    def first(self, replications: int) -> PositionDraws:
        """Return the same in the first few futures only."""
        return PositionDraws(
            self.positions,
            {party: there[:replications] for party, there in self.there.items()},
            tuple(insists[:replications] for insists in self.insists),
            {party: bears[:replications] for party, bears in self.bears.items()},
            self.pays,
        )

    def any_insists(self, place: int) -> Floats:
        """Return 1 where some party of the type insists on a position, else 0; shape (replications,)."""
        return np.asarray(self.insists[place].any(axis=1), np.float64)


@dataclass(frozen=True)
class LatentPositions:
    """What makes parties insist: normals, and the thresholds below which they do.

    Parameters
    ----------
    positions, there, bears, pays
        As in `PositionDraws`.
    common, unknown : ndarray of float64, shape (replications,)
        A normal that all share; a correlation drawn between 0 and 1.
    own : tuple of ndarray of float64, shape (replications, most)
        A normal of each party for each position.
    thresholds : tuple of ndarray of float64, shape (replications,)
        By position: the quantile of its strength.
    """

    positions: tuple[Position, ...]
    there: dict[str, Bools]
    bears: dict[str, Floats]
    pays: tuple[str, ...]
    common: Floats
    unknown: Floats
    own: tuple[Floats, ...]
    thresholds: tuple[Floats, ...]

    def insisting(self, together: float | None = None) -> PositionDraws:
        """Say who insists on what.

        A party insists where `sqrt(r) C + sqrt(1 - r) e < ndtri(strength)`, C one normal for all parties, e
        one of its own for each party and position: a Gaussian copula of one factor (Vasicek 1987). The
        strength is drawn too, once for all parties of a type.

        Parameters
        ----------
        together : float, optional
            Correlation r. Nobody knows it when left out: it is then drawn between 0 and 1.
        """
        r = self.unknown if together is None else np.full(len(self.common), together)
        shared, apart = np.sqrt(r) * self.common, np.sqrt(1 - r)
        insists = tuple(
            self.there[q.party] & (shared[:, None] + apart[:, None] * own < threshold[:, None])
            for q, own, threshold in zip(self.positions, self.own, self.thresholds, strict=True)
        )
        return PositionDraws(self.positions, self.there, insists, self.bears, self.pays)


def latent(mission: Mission, draws: Mapping[str, Floats], streams: tuple[int, int]) -> LatentPositions:
    """Draw what makes parties insist.

    Parameters
    ----------
    mission : Mission
        Parties and positions.
    draws : mapping of str to ndarray of float64, shape (replications,)
        Values of quantities by path, as simulated.
    luck : (int, int)
        Seed and number of replications.
    """
    from scipy.special import ndtri  # noqa: PLC0415  (heavy, only needed when options are analysed)

    seed, n = streams
    speaking = {position.party for position in mission.positions}
    there = {p: _there(mission, p, draws, n) for p in mission.parties if p in speaking}
    own, thresholds = [], []
    for place, q in enumerate(mission.positions):
        thresholds.append(ndtri(_drawn(q.strength, f"positions.{place}.strength", draws, n)))
        most = range(there[q.party].shape[1])
        own.append(ndtri(np.stack([uniforms(seed, n, f"silence/{place}/{j}") for j in most], axis=1)))
    return LatentPositions(
        mission.positions,
        there,
        {p: _drawn(mission.parties[p].bears, f"parties.{p}.bears", draws, n) for p in there},
        tuple(p for p in there if mission.parties[p].kind == "contributor"),
        ndtri(uniforms(seed, n, "silence/common")),
        uniforms(seed, n, "silence/together"),
        tuple(own),
        tuple(thresholds),
    )


def _there(mission: Mission, party: str, draws: Mapping[str, Floats], n: int) -> Bools:
    """Say which parties of a type exist; a type that holds a position has at least one."""
    number = _drawn(mission.parties[party].how_many, f"parties.{party}.how_many", draws, n)
    whole = np.maximum(1, np.rint(number)).astype(np.int64)
    return np.asarray(np.arange(whole.max())[None, :] < whole[:, None], np.bool_)


def _drawn(quantity: Quantity, path: str, draws: Mapping[str, Floats], n: int) -> Floats:
    return draws[path] if path in draws else np.full(n, float(quantity.at(0.5)))


def minimal_sets(blocking: Bools, least_share: float) -> tuple[tuple[int, ...], ...]:
    """Return the least sets of columns such that nobody else blocks in at least a share of the rows.

    Parameters
    ----------
    blocking : ndarray of bool, shape (replications, parties)
        Who blocks.
    least_share : float
        Share of rows.

    Returns
    -------
    tuple of tuple of int
        All sets that suffice and no part of which does, smallest first; `((),)` where none is needed.
    """
    found: list[tuple[int, ...]] = []
    columns = range(blocking.shape[1])
    for size in range(blocking.shape[1] + 1):
        for chosen in combinations(columns, size):
            if any(set(smaller) <= set(chosen) for smaller in found):
                continue
            others = [k for k in columns if k not in chosen]
            if float((~blocking[:, others]).all(axis=1).mean()) >= least_share:
                found.append(chosen)
    return tuple(found)


def sensible_interval(ideals: Sequence[float], status_quo: float) -> tuple[float, float]:
    """Return what everyone accepts and no one would exchange for something all prefer, on one line.

    A party of ideal x and equal loss on both sides accepts what is no farther from x than the status quo:
    [min(q, 2x - q), max(q, 2x - q)]. Accepted by all is the intersection, Pareto optimal what lies between
    the outermost ideals (Tsebelis 2002, chapter 1). Where they do not meet only the status quo is left.
    """
    low = max(min(status_quo, 2 * x - status_quo) for x in ideals)
    high = min(max(status_quo, 2 * x - status_quo) for x in ideals)
    low, high = max(low, min(ideals)), min(high, max(ideals))
    return (low, high) if low <= high else (status_quo, status_quo)
