"""The exact choice among stays, as a linear model: each post a path through its weeks.

Takes stays that may be used, gives a `LinearModel`. Knows no solver. A stay is one column with three
entries: it leaves a node (post, week), enters another, and takes a person. Rows for every week of every
stay, as one would first write them, are ten times as many entries.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cadre.forces.filling.stay_dp import Grid
from cadre.solving.linear import Floats, Ints, LinearModel


@dataclass(frozen=True)
class Network:
    """The model, and the columns of its stays, shape (stays,)."""

    linear: LinearModel
    columns: Ints

    def chosen(self, values: Floats) -> NDArray[np.bool_]:
        """Say which stays a solution takes."""
        return np.asarray(np.rint(values[self.columns]) == 1)


def network(grid: Grid, stays: Ints, people: Ints, *, apart: bool) -> Network:
    """Write the model over some stays.

    Parameters
    ----------
    grid : Grid
        Tells pairs, and what a week at the wrong rank costs.
    stays : ndarray of int64, shape (stays, 3)
        Pair, beginning, end; no row twice.
    people : ndarray of int64, shape (offers,)
        People of each offer that may be used.
    apart : bool
        Two goals in their order, instead of one sum at the cost of a wrong rank.
    """
    linear = LinearModel()
    pair, begins, ends = stays.T
    columns = linear.add(pair.size, 0, 1, integer=True)
    _paths(grid, stays, linear, columns)
    offers, row = np.unique(grid.pairs.offer[pair], return_inverse=True)
    linear.require("people of an offer", [(row, columns, 1)], upper=people[offers].astype(np.float64))
    weeks = (ends - begins).astype(np.float64)
    if apart:
        linear.minimise([(columns, -grid.pairs.priority[pair] * weeks)])
        linear.minimise([(columns, grid.pairs.wrong[pair] * weeks)])
    else:
        linear.minimise([(columns, -grid.rate[pair] * weeks)])
    return Network(linear, columns)


def _paths(grid: Grid, stays: Ints, linear: LinearModel, columns: Ints) -> None:
    """Let one unit flow through each post: out of a node as much as into it, one at its first.

    Nodes are the weeks at which some stay of the post begins or ends; a waiting column joins each to the
    next. The last node of a post needs no row.
    """
    pair, begins, ends = stays.T
    place = grid.pairs.post[pair] * (grid.weeks + 1)
    nodes = np.unique(np.concatenate([place + begins, place + ends]))
    post = nodes // (grid.weeks + 1)
    follows = np.flatnonzero(post[1:] == post[:-1])
    waits = linear.add(follows.size, 0, 1)
    first = np.diff(post, prepend=-1) != 0
    kept = np.zeros(nodes.size, np.bool_)
    kept[follows] = True
    row = np.cumsum(kept) - 1
    ways = (
        (np.searchsorted(nodes, place + begins), columns, 1.0),
        (np.searchsorted(nodes, place + ends), columns, -1.0),
        (follows, waits, 1.0),
        (follows + 1, waits, -1.0),
    )
    terms = [(row[node[kept[node]]], column[kept[node]], sign) for node, column, sign in ways]
    flow = first[kept].astype(np.float64)
    linear.require("one person in a post", terms, flow, flow)
