"""A plan at once: posts take the stays of their best sequences while people last, and choose again.

Takes a `Grid`, prices and people, gives stays. With good prices few posts want the same people, so that
few rounds are needed; the plan is then near the best.
"""

from __future__ import annotations

import numpy as np

from cadre.forces.filling.stay_dp import Grid, best_sequences, stays_in
from cadre.solving.linear import Floats, Ints

NOBODY_LEFT = 1e9
"""Price of an offer without people: above the worth of any stay."""


def constructed(grid: Grid, prices: Floats, people: Ints, stays: Ints | None = None) -> Ints:
    """Return stays that use no more people than there are and fill no post twice.

    In each round all posts find their best sequences with the people left; stays are taken in the order of
    their worth above the price, and what was taken stands. People whom nobody wants at their price are then
    given away free.

    Parameters
    ----------
    grid : Grid
        Pairs by week.
    prices : ndarray of float64, shape (offers,)
        Price of one person of each offer.
    people : ndarray of int64, shape (offers,)
        People of each offer.
    stays : ndarray of int64, shape (stays, 3), optional
        Pair, beginning, end of stays that stand from the first.

    Returns
    -------
    ndarray of int64, shape (stays, 3)
    """
    taken = np.zeros((0, 3), np.int64) if stays is None else stays
    for asked in (prices, np.zeros_like(prices)):
        while True:
            used = np.bincount(grid.pairs.offer[taken[:, 0]], minlength=people.size)
            left = people - used
            now = np.where(left > 0, asked, NOBODY_LEFT)
            wanted = stays_in(best_sequences(grid, now, taken))
            if not wanted.size:
                break
            taken = np.concatenate([taken, _first_served(grid, wanted, now, left)])
    return taken


def _first_served(grid: Grid, wanted: Ints, prices: Floats, left: Ints) -> Ints:
    """Take stays in the order of their worth above the price, as long as there are people."""
    pair, begins, ends = wanted.T
    offer = grid.pairs.offer[pair]
    worth = grid.rate[pair] * (ends - begins) - prices[offer]
    order = np.lexsort((-worth, offer))
    ranked = offer[order]
    turn = np.arange(ranked.size) - np.searchsorted(ranked, ranked)
    return np.asarray(wanted[order[turn < left[ranked]]])
