"""Prices of people and the bound they prove: a Lagrangian relaxation solved by subgradient steps.

Takes a `Grid` and the people of each offer, gives `PeoplePrices`. Where a person of an offer may be had by
every post at a price, posts no longer compete, and the best sequence of each, plus what all people cost, is
never less than the best plan (docs/model/forces.md, Prices). Steps are counted, never timed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from cadre.forces.filling.stay_dp import Grid, Sequences, best_sequences, stays_in
from cadre.solving.linear import Floats

STARTS = (0.0, 0.125, 0.25, 0.5, 1.0, 2.0)
"""Shares of the least priority that a week costs in the prices tried first."""
STEP = 0.2
"""First share of the step that would close the gap if the subgradient pointed straight at the best prices."""
SHRINK = 0.75
"""By how much steps shrink after `PATIENCE` steps without progress."""
PATIENCE = 4
PROGRESS = 1e-4
"""Relative improvement of the bound that counts as progress."""
MEMORY = 0.8
"""Weight of earlier subgradients in the direction (Camerini, Fratta and Maffioli 1975)."""
SMALLEST = 1e-3
"""Step at which the search for prices ends."""


@dataclass
class PeoplePrices:
    """The search for prices so far.

    Parameters
    ----------
    grid : Grid
        Without costs of a wrong rank, so that the bound is one on the first goal.
    people : ndarray of float64, shape (offers,)
        People of each offer.
    now, best : ndarray of float64, shape (offers,)
        Prices to be tried next, and those with the least bound.
    bound : float
        Least bound so far.
    """

    grid: Grid
    people: Floats
    now: Floats
    best: Floats = field(init=False)
    bound: float = field(init=False, default=np.inf)
    step: float = field(init=False, default=STEP)
    stalled: int = field(init=False, default=0)
    direction: Floats | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Begin with the first prices as the best."""
        self.best = self.now

    @property
    def settled(self) -> bool:
        """Whether steps have become too small to matter."""
        return self.step < SMALLEST

    def bound_at(self, prices: Floats) -> tuple[float, Sequences]:
        """Return the bound that prices prove, and the sequences: Σ people × price + Σ best of each post."""
        found = best_sequences(self.grid, prices)
        return float(self.people @ prices + found.best[-1].sum()), found

    def improve(self, reached: float) -> None:
        """Make one step, with the worth `reached` by the best plan as its target (Polyak 1969)."""
        bound, found = self.bound_at(self.now)
        self._keep(bound)
        offers = self.grid.pairs.offer[stays_in(found)[:, 0]]
        slope = np.bincount(offers, minlength=self.people.size) - self.people
        kept = slope if self.direction is None else MEMORY * self.direction + (1 - MEMORY) * slope
        self.direction = kept
        usable = np.where((self.now <= 0) & (kept < 0), 0.0, kept)
        length = self.step * max(0.0, bound - reached) / max(1.0, float(usable @ usable))
        self.now = np.maximum(0.0, self.now + length * usable)

    def _keep(self, bound: float) -> None:
        self.stalled = 0 if bound < self.bound * (1 - PROGRESS) or np.isinf(self.bound) else self.stalled + 1
        if bound < self.bound:
            self.bound, self.best = bound, self.now
        if self.stalled > PATIENCE:
            self.step, self.stalled = self.step * SHRINK, 0


def first_prices(grid: Grid, people: Floats) -> PeoplePrices:
    """Begin with the best of some prices that are the same for each week a person may stay."""
    weeks = np.zeros(people.size)
    np.maximum.at(weeks, grid.pairs.offer, grid.pairs.longest)
    least = float(grid.pairs.priority.min(initial=np.inf)) if weeks.size else 0.0
    weekly = least * weeks if np.isfinite(least) else weeks
    tried = [PeoplePrices(grid, people, share * weekly) for share in STARTS]
    bounds = [prices.bound_at(prices.now)[0] for prices in tried]
    chosen = tried[int(np.argmin(bounds))]
    chosen.bound = min(bounds)
    return chosen
