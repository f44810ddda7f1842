"""Where to look for a better plan: stays that lose little at the prices, and posts that share offers.

Takes a `Grid` and prices, gives orders of posts and the stays a neighbourhood of them may use. Knows no
solver.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cadre.forces.filling.stay_dp import Grid, best_sequences, stays_near
from cadre.solving.linear import Floats, Ints

STAYS_AT_ONCE = 15000
"""Stays of the posts of a neighbourhood. A third remains where the people are free; an exact choice among
them takes about a second."""
EVEN = 0.01
"""Weight of a post that loses nothing, in weeks of the least priority, so that it is drawn at times."""


@dataclass(frozen=True)
class Near:
    """Stays that lose little at the prices, and which posts share offers."""

    grid: Grid
    prices: Floats
    loss: float

    @cached_property
    def stays(self) -> Ints:
        """The stays, shape (stays, 3)."""
        return stays_near(self.grid, self.prices, self.loss)

    @cached_property
    def fit(self) -> Floats:
        """1 where an offer fits a post, shape (posts, offers)."""
        found = np.zeros((self.grid.posts, self.prices.size))
        found[self.grid.pairs.post, self.grid.pairs.offer] = 1
        return found

    @cached_property
    def shared(self) -> Floats:
        """Offers that fit both of two posts, shape (posts, posts)."""
        return np.asarray(self.fit @ self.fit.T)

    @cached_property
    def best(self) -> Floats:
        """Best worth of each post less prices."""
        return np.asarray(best_sequences(self.grid, self.prices).best[-1])

    def losses(self, stays: Ints, people: Ints) -> Floats:
        """Share out the gap to the bound over posts: what each loses, and its part of unused people."""
        pair, begins, ends = stays.T
        pairs = self.grid.pairs
        gain = self.grid.rate[pair] * (ends - begins) - self.prices[pairs.offer[pair]]
        lost = self.best - np.bincount(pairs.post[pair], weights=gain, minlength=self.grid.posts)
        left = people - np.bincount(pairs.offer[pair], minlength=people.size)
        idle = left * self.prices / np.maximum(1, self.fit.sum(axis=0))
        return np.asarray(np.maximum(0, lost) + self.fit @ idle)

    def order(self, stays: Ints, people: Ints, rng: np.random.Generator) -> Ints:
        """Return the posts in the order in which a neighbourhood takes them in.

        One post is drawn by what it loses against its best sequence and by the people it could have and
        nobody has; then come those that share the most offers with it and lose the most themselves.
        """
        weight = self.losses(stays, people) + EVEN * float(self.grid.pairs.priority.min())
        seed = int(rng.choice(weight.size, p=weight / weight.sum()))
        alike = self.shared[seed] / (np.diag(self.shared) + 1)
        score = alike * np.sqrt(weight) * rng.uniform(0.5, 1.5, weight.size)
        score[seed] = np.inf
        return np.argsort(-score, kind="stable")

    def freed(self, order: Ints) -> tuple[Ints, NDArray[np.bool_]]:
        """Return the stays of as many posts of an order as an exact choice can take, and these posts."""
        number = np.bincount(self.grid.pairs.post[self.stays[:, 0]], minlength=order.size)
        count = max(2, int(np.searchsorted(np.cumsum(number[order]), STAYS_AT_ONCE)))
        free = np.zeros(order.size, np.bool_)
        free[order[:count]] = True
        return self.stays[free[self.grid.pairs.post[self.stays[:, 0]]]], free
