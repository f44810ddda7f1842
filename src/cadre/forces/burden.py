"""Burden sharing as a game: what each party brings to any set of parties, on average (Shapley 1953).

Takes a game, which tells for any set of parties what they reach by themselves, gives a `BurdenPart` for each.
Knows no solver; the game of a mission is `coverage` in `optimise`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import numpy as np

from cadre.solving.linear import Floats

Game: TypeAlias = Callable[[frozenset[str]], float]
"""What a set of parties reaches by itself."""

EXACT = 7
"""Parties up to which every set is asked for: 128 sets."""
ORDERS = 60
"""Pairs of orders drawn where there are more parties."""
NORMAL_95 = 1.96
"""Half width of a 95 % interval in standard errors."""


@dataclass(frozen=True, slots=True)
class BurdenPart:
    """Shapley value of a party in the unit of the game, with its 95 % interval (exact: no width).

    `alone` is what the party reaches by itself, `missed` what all would lose without it.
    """

    party: str
    value: float
    low: float
    high: float
    alone: float
    missed: float


def shapley(parties: Sequence[str], game: Game, *, seed: int = 0) -> tuple[BurdenPart, ...]:
    """Return each party its Shapley value: exact for up to `EXACT` parties, else from orders drawn.

    `value[p] = Σ_S |S|! (n - |S| - 1)! / n! (v(S + p) - v(S))` over the sets S without p (Shapley 1953).
    Where orders are drawn, each comes with its reverse, which narrows the interval (Mitchell et al. 2022);
    values still add up to what all reach.

    Parameters
    ----------
    parties : sequence of str
        Who plays.
    game : callable
        Asked once for each set.
    seed : int
        Of the orders drawn.
    """
    reached: dict[frozenset[str], float] = {}

    def asked(chosen: frozenset[str]) -> float:
        if chosen not in reached:
            reached[chosen] = game(chosen)
        return reached[chosen]

    exact = len(parties) <= EXACT
    values, widths = _exact(parties, asked) if exact else _drawn(parties, asked, seed)
    everyone = frozenset(parties)
    return tuple(
        BurdenPart(p, v, v - w, v + w, asked(frozenset({p})), asked(everyone) - asked(everyone - {p}))
        for p, v, w in zip(parties, values.tolist(), widths.tolist(), strict=True)
    )


def _exact(parties: Sequence[str], game: Game) -> tuple[Floats, Floats]:
    """Weigh every set of the others by how many orders begin with it."""
    count = len(parties)
    values = np.zeros(count)
    for number, party in enumerate(parties):
        others = [other for other in parties if other != party]
        for size in range(count):
            weight = math.factorial(size) * math.factorial(count - size - 1) / math.factorial(count)
            for chosen in map(frozenset, combinations(others, size)):
                values[number] += weight * (game(chosen | {party}) - game(chosen))
    return values, np.zeros(count)


def _drawn(parties: Sequence[str], game: Game, seed: int) -> tuple[Floats, Floats]:
    """Average over orders, each drawn with its reverse; pairs are independent of each other."""
    rng = np.random.default_rng(seed)
    orders = [rng.permutation(len(parties)) for _ in range(ORDERS)]
    brought = [[_brought(parties, game, way.tolist()) for way in (order, order[::-1])] for order in orders]
    pairs = np.asarray(brought).mean(axis=1)
    return pairs.mean(axis=0), NORMAL_95 * pairs.std(axis=0, ddof=1) / math.sqrt(ORDERS)


def _brought(parties: Sequence[str], game: Game, order: Sequence[int]) -> Floats:
    """Return what each party adds when they come in an order."""
    brought = np.zeros(len(parties))
    here: frozenset[str] = frozenset()
    for number in order:
        more = here | {parties[number]}
        brought[number] = game(more) - game(here)
        here = more
    return brought
