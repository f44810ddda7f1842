"""The best sequence of stays for every post at once, at given prices of people.

Takes `Pairs` as a `Grid` and a price for each offer's people, gives for each post the greatest worth of a
sequence of stays less their prices (docs/model/forces.md, Prices). This is all the search asks again and
again, so everything that does not depend on prices is laid out once: each pair and each week at which a stay
of it may end, sorted by week, then post.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cadre.forces.filling.pairs import Pairs
from cadre.solving.linear import Floats, Ints

NEVER = -1e15
"""Worth of what cannot be."""
SAME = 1e-9
"""Worth below which two sequences are alike."""


@dataclass(frozen=True)
class Grid:
    """Pairs laid out by the week at which a stay may end.

    Parameters
    ----------
    pairs : Pairs
        The pairs.
    posts, weeks : int
        How many.
    wrong_costs : float
        What a week at the wrong rank takes from the worth of a week filled; 0 or more.
    """

    pairs: Pairs
    posts: int
    weeks: int
    wrong_costs: float = 0.0

    @cached_property
    def mirror(self) -> Grid:
        """The same grid with weeks counted backwards."""
        return Grid(self.pairs.mirrored(self.weeks), self.posts, self.weeks, self.wrong_costs)

    @cached_property
    def longest(self) -> int:
        """Longest stay of any pair."""
        return int(self.pairs.longest.max(initial=0))

    @cached_property
    def rate(self) -> Floats:
        """Worth of one week of each pair."""
        return self.pairs.priority - self.wrong_costs * self.pairs.wrong

    @cached_property
    def kinds(self) -> list[tuple[int, int]]:
        """Pairs by least stay and wrong rank: each kind has its own table of best beginnings."""
        found = set(zip(self.pairs.least.tolist(), self.pairs.wrong.tolist(), strict=True))
        return sorted(found)

    @cached_property
    def kind_rate(self) -> Floats:
        """Worth of one week by kind and post, shape (kinds, posts)."""
        priority = np.zeros(self.posts)
        priority[self.pairs.post] = self.pairs.priority
        wrong = np.array([wrong for _, wrong in self.kinds], np.float64)
        return np.asarray(priority - self.wrong_costs * wrong[:, None])

    @cached_property
    def pair_kind(self) -> Ints:
        """Kind of each pair."""
        place = {kind: number for number, kind in enumerate(self.kinds)}
        both = zip(self.pairs.least.tolist(), self.pairs.wrong.tolist(), strict=True)
        return np.array([place[kind] for kind in both], np.int64)

    @cached_property
    def entries(self) -> tuple[Ints, Ints]:
        """Pair and week of each possible end, sorted by week, then post."""
        first = self.pairs.begins + self.pairs.least
        count = self.pairs.ends - first + 1
        pair = np.repeat(np.arange(first.size), count)
        week = np.arange(pair.size) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
        order = np.lexsort((self.pairs.post[pair], week))
        return pair[order], week[order]

    @cached_property
    def earliest(self) -> Ints:
        """Earliest beginning of a stay for each entry."""
        pair, week = self.entries
        return np.asarray(np.maximum(self.pairs.begins[pair], week - self.pairs.longest[pair]))

    @cached_property
    def place(self) -> Ints:
        """Where each entry finds its best beginning in the flat table (kinds, weeks + 1, posts)."""
        pair, _ = self.entries
        row = self.pair_kind[pair] * (self.weeks + 1) + self.earliest
        return np.asarray(row * self.posts + self.pairs.post[pair])

    @cached_property
    def worth(self) -> Floats:
        """Rate times week of each entry."""
        pair, week = self.entries
        return np.asarray(self.rate[pair] * week)

    @cached_property
    def week_at(self) -> Ints:
        """First entry of each week, shape (weeks + 2,)."""
        return np.asarray(np.searchsorted(self.entries[1], np.arange(self.weeks + 2)), np.int64)

    @cached_property
    def runs(self) -> tuple[Ints, Ints, Ints]:
        """First entry of each run of the same week and post (and the end of all), its post, its week."""
        pair, week = self.entries
        post = self.pairs.post[pair]
        first = np.flatnonzero(np.diff(week * self.posts + post, prepend=-1))
        return np.append(first, pair.size), post[first], week[first]

    @cached_property
    def run_at(self) -> Ints:
        """First run of each week, shape (weeks + 2,)."""
        return np.asarray(np.searchsorted(self.runs[2], np.arange(self.weeks + 2)), np.int64)

    @cached_property
    def run_of(self) -> Ints:
        """Run of each post and week, -1 where there is none, shape (posts, weeks + 1)."""
        found = np.full((self.posts, self.weeks + 1), -1, np.int64)
        found[self.runs[1], self.runs[2]] = np.arange(self.runs[1].size)
        return found


@dataclass(frozen=True)
class Sequences:
    """The best sequences at some prices.

    Parameters
    ----------
    grid : Grid
        What they were found on.
    best : ndarray of float64, shape (weeks + 1, posts)
        Greatest worth of stays that end by a week; the last row is that of the post.
    begun : ndarray of float64, shape (kinds, weeks + 1, posts)
        Best up to a beginning, less rate times week; `NEVER` where no stay may begin.
    ended : ndarray of float64, shape (entries,)
        Greatest worth up to each entry.
    """

    grid: Grid
    best: Floats
    begun: Floats
    ended: Floats


def best_sequences(grid: Grid, prices: Floats, taken: Ints | None = None) -> Sequences:
    """Find the best sequence of stays for each post by dynamic programming over weeks.

    `best[e] = max(best[e-1], max over pairs of rate e - price + max over s of best[s] - rate s)`, where s
    runs from the earliest beginning to e less the least stay. The inner maximum does not depend on the
    offer but only on its earliest beginning: a table of running maxima serves all offers of a post.

    Parameters
    ----------
    grid : Grid
        Pairs by week.
    prices : ndarray of float64, shape (offers,)
        Price of one person of each offer.
    taken : ndarray of int64, shape (stays, 3), optional
        Pair, beginning and end of stays that stand already; sequences leave their weeks alone.
    """
    best = np.zeros((grid.weeks + 1, grid.posts))
    begun = np.full((len(grid.kinds), grid.weeks + 1, grid.posts), NEVER)
    table = begun.copy()
    ended = grid.worth - prices[grid.pairs.offer[grid.entries[0]]]
    shut, cleared = _shut(grid, taken)
    for week in range(1, grid.weeks + 1):
        if week - 1 in cleared:
            table[:, :, cleared[week - 1]] = NEVER
        for kind, (least, _) in enumerate(grid.kinds):
            if (start := week - least) >= 0:
                begun[kind, start] = best[start] - grid.kind_rate[kind] * start
                begun[kind, start][shut[kind, start]] = NEVER
                rows = table[kind, max(0, week - grid.longest) : start + 1]
                np.maximum(rows, begun[kind, start], out=rows)
        _end(grid, week, best, table=table, ended=ended)
    return Sequences(grid, best, begun, ended)


def _end(grid: Grid, week: int, best: Floats, *, table: Floats, ended: Floats) -> None:
    """Let stays end in a week: the best of each post with one of them, or without."""
    best[week] = best[week - 1]
    here = slice(grid.week_at[week], grid.week_at[week + 1])
    if here.start == here.stop:
        return
    ended[here] += table.reshape(-1)[grid.place[here]]
    runs = slice(grid.run_at[week], grid.run_at[week + 1])
    first, post, _ = grid.runs
    reached = np.maximum.reduceat(ended[here], first[runs] - here.start)
    best[week, post[runs]] = np.maximum(best[week, post[runs]], reached)


def _shut(grid: Grid, taken: Ints | None) -> tuple[NDArray[np.bool_], dict[int, list[int]]]:
    """Say where no stay may begin because one stands, and which posts each first week of one clears.

    A stay that begins less than its least weeks before one that stands would run into it; a sequence goes
    on behind it, from its end.
    """
    shut = np.zeros((len(grid.kinds), grid.weeks + 1, grid.posts), np.bool_)
    cleared: dict[int, list[int]] = {}
    for pair, begins, ends in [] if taken is None else taken.tolist():
        post = int(grid.pairs.post[pair])
        cleared.setdefault(begins, []).append(post)
        for kind, (least, _) in enumerate(grid.kinds):
            shut[kind, max(0, begins - least + 1) : ends, post] = True
    return shut, cleared


def stays_in(found: Sequences) -> Ints:
    """Return the stays of the best sequences, shape (stays, 3): pair, beginning, end.

    All posts are walked back together, each from its last stay to its first.
    """
    grid = found.grid
    weeks = np.arange(1, grid.weeks + 1)[:, None]
    rises = np.where(found.best[1:] > found.best[:-1] + SAME, weeks, 0)
    last = np.maximum.accumulate(np.vstack([np.zeros((1, grid.posts), np.int64), rises]), axis=0)
    post, week = np.arange(grid.posts), np.full(grid.posts, grid.weeks)
    steps: list[Ints] = [np.zeros((0, 3), np.int64)]
    while True:
        ends = last[week, post]
        post, ends = post[ends > 0], ends[ends > 0]
        if not post.size:
            return np.concatenate(steps)
        entry = _best_entry(found, grid.run_of[post, ends])
        week = _beginning(found, entry, post)
        steps.append(np.stack([grid.entries[0][entry], week, ends], axis=1))


def _best_entry(found: Sequences, run: Ints) -> Ints:
    """Return the best entry of each run, the first of equals."""
    first = found.grid.runs[0]
    count = first[run + 1] - first[run]
    offset = np.cumsum(count) - count
    entry = np.arange(count.sum()) + np.repeat(first[run] - offset, count)
    worth = found.ended[entry]
    top = np.flatnonzero(worth == np.repeat(np.maximum.reduceat(worth, offset), count))
    _, once = np.unique(np.repeat(np.arange(run.size), count)[top], return_index=True)
    return np.asarray(entry[top[once]])


def _beginning(found: Sequences, entry: Ints, post: Ints) -> Ints:
    """The best beginning of each entry's stay, the earliest of equals: long stays need fewer people."""
    grid = found.grid
    pair, week = grid.entries[0][entry], grid.entries[1][entry]
    length = np.arange(int(grid.pairs.longest[pair].max()), 0, -1)
    begins = week[:, None] - length
    allowed = (begins >= grid.earliest[entry][:, None]) & (length >= grid.pairs.least[pair][:, None])
    worth = found.begun[grid.pair_kind[pair][:, None], np.maximum(begins, 0), post[:, None]]
    chosen = np.where(allowed, worth, 2 * NEVER).argmax(axis=1)
    return np.asarray(begins[np.arange(entry.size), chosen])


def stays_near(grid: Grid, prices: Floats, loss: float, *, most: float = np.inf) -> Ints:
    """Return every stay that lies in a sequence at most `loss` worse than the best of its post.

    Parameters
    ----------
    grid : Grid
        Pairs by week.
    prices : ndarray of float64, shape (offers,)
        Price of one person of each offer.
    loss : float
        Worth by which a sequence with the stay may fall behind.
    most : float
        Stop once there are more; the answer is then not complete.

    Returns
    -------
    ndarray of int64, shape (stays, 3)
        Pair, beginning, end.
    """
    before = best_sequences(grid, prices).best
    after = best_sequences(grid.mirror, prices).best[::-1]
    pairs, kept = grid.pairs, [np.zeros((0, 3), np.int64)]
    for length in range(1, grid.longest + 1):
        suits = (pairs.least <= length) & (length <= pairs.longest)
        count = np.where(suits, pairs.ends - pairs.begins - length + 1, 0)
        pair = np.repeat(np.arange(count.size), count)
        begins = np.arange(pair.size) - np.repeat(np.cumsum(count) - count - pairs.begins, count)
        post = pairs.post[pair]
        reached = before[begins, post] + after[begins + length, post] + grid.rate[pair] * length
        near = before[-1, post] - reached + prices[pairs.offer[pair]] <= loss
        kept.append(np.stack([pair[near], begins[near], begins[near] + length], axis=1))
        if sum(len(stays) for stays in kept) > most:
            break
    return np.concatenate(kept)
