"""Fill posts with single stays: any time a plan, a bound and the gap between them.

Takes a `FillingProblem` and limits, gives `Filling`s, each at least as good as the one before. Prices give
the bound and a first plan; exact choices in neighbourhoods of posts better the plan; where the stays that
could matter at all are few, one exact choice among all of them proves it best.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from cadre.forces.filling.construct import constructed
from cadre.forces.filling.neighbourhood import Near
from cadre.forces.filling.network import network
from cadre.forces.filling.pairs import pairs_of
from cadre.forces.filling.prices import PeoplePrices, first_prices
from cadre.forces.filling.problem import FillingProblem, PostStay
from cadre.forces.filling.stay_dp import Grid, stays_near
from cadre.solving import Limits, Result, Status
from cadre.solving.linear import Ints
from cadre.solving.optimise import solve

DEFAULT = Limits(gap=0.01, work=10.0, seconds=120.0)
"""Within 1 %, or after a hundred neighbourhoods."""
PRICE_STEPS = 400
"""Steps of the prices at most."""
STEPS_PER_PLAN = 25
"""Steps of the prices after which a plan is made from them."""
NEIGHBOURHOODS_PER_WORK = 10
"""Neighbourhoods searched that count as one unit of work."""
WRONG_RANK_SHARE = 0.005
"""Cost of a week at the wrong rank in the search, of the least priority. A plan is kept only where it is
better in the goals' order, whatever this says."""
NEAR = 0.25
"""Loss of the stays looked at in a neighbourhood at first, in weeks of the least priority."""
FAR = 8.0
"""Loss at which it is no longer widened."""
FRUITLESS = 12
"""Neighbourhoods in a row without progress after which the loss is doubled."""
PROVABLE = 30000
"""Stays among which the best plan of all is looked for at once."""
NODES = 0.05
"""Work of one exact choice: 50 branch-and-bound nodes."""
CLOSE = 1e-4
"""Relative gap of an exact choice."""


@dataclass(frozen=True)
class Filling:
    """A plan and what is known of it.

    `result` speaks of Σ priority × weeks left open, which is minimised; `worth` and `bound` of what is
    filled, which is maximised.
    """

    stays: tuple[PostStay, ...]
    worth: int
    wrong: int
    bound: float
    result: Result

    @property
    def gap(self) -> float:
        """(bound - worth) / worth."""
        return max(0.0, self.bound - self.worth) / max(1, self.worth)


def fill(
    problem: FillingProblem, limits: Limits = DEFAULT, *, report: Callable[[Filling], None] | None = None
) -> Filling:
    """Fill posts as well as the limits allow; an interrupt keeps the best plan so far.

    Parameters
    ----------
    problem : FillingProblem
        Posts and offers.
    limits : Limits
        Gap of the worth filled; work in tens of neighbourhoods; seconds as a safety net.
    report : callable, optional
        Told of every plan, bound and gap on the way.
    """
    plans = fillings(problem, limits)
    best = next(plans)
    try:
        for better in itertools.chain([best], plans):
            best = better
            if report:
                report(best)
    except KeyboardInterrupt:
        return replace(best, result=replace(best.result, status=Status.STOPPED))
    return best


def fillings(problem: FillingProblem, limits: Limits) -> Iterator[Filling]:
    """Yield better and better plans, the first within a second or two of a large problem."""
    search = _Search(problem, limits)
    yield search.filling()
    yield from search.settle_prices()
    search.prove()
    yield search.filling()
    yield from search.neighbourhoods()


class _Search:
    """The best plan and bound so far, and how to better them."""

    def __init__(self, problem: FillingProblem, limits: Limits) -> None:
        self.begun = time.perf_counter()
        self.problem, self.limits = problem, limits
        pairs = pairs_of(problem)
        self.unit = float(pairs.priority.min(initial=1e9)) if pairs.priority.size else 1.0
        self.plain = Grid(pairs, len(problem.posts), problem.weeks)
        self.grid = replace(self.plain, wrong_costs=WRONG_RANK_SHARE * self.unit)
        self.people = np.array([offer.people for offer in problem.offers], np.int64)
        self.prices: PeoplePrices = first_prices(self.plain, self.people.astype(np.float64))
        self.bound, self.proved = self.prices.bound, False
        self.stays = np.zeros((0, 3), np.int64)
        self._offer(constructed(self.grid, self.prices.best, self.people))

    # ---- what is known

    def goals(self, stays: Ints) -> tuple[float, float]:
        """Return Σ priority × weeks, and minus the weeks at the wrong rank."""
        pair, weeks = stays[:, 0], stays[:, 2] - stays[:, 1]
        pairs = self.plain.pairs
        return float(pairs.priority[pair] @ weeks), -float(pairs.wrong[pair] @ weeks)

    def _offer(self, stays: Ints) -> bool:
        """Keep stays that are better in the goals' order."""
        better = self.goals(stays) > self.goals(self.stays)
        if better:
            self.stays = stays
        return better

    @property
    def reached(self) -> float:
        """Worth of the best plan."""
        return self.goals(self.stays)[0]

    @property
    def out_of_time(self) -> bool:
        """Whether the safety net has struck."""
        return time.perf_counter() - self.begun >= self.limits.seconds

    @property
    def good_enough(self) -> bool:
        """Whether the gap is what was asked for. Worth is whole: less than one below the bound is best."""
        self.bound = min(self.bound, self.prices.bound)
        room = max(self.limits.gap * self.reached, 1 - 1e-6)
        return self.bound - self.reached <= room

    def filling(self) -> Filling:
        """Return the best plan so far."""
        pairs, pair = self.plain.pairs, self.stays[:, 0]
        rows = np.stack([pairs.offer[pair], pairs.post[pair], *self.stays[:, 1:].T], axis=1)
        worth, wrong = self.goals(self.stays)
        enough = self.good_enough
        bound = max(worth, float(np.floor(self.bound + 1e-6)))
        everything = self.problem.worth
        result = Result(
            Status.OPTIMAL if enough else Status.FEASIBLE,
            everything - worth,
            everything - bound,
            by_seconds=self.out_of_time and not enough,
            seconds=time.perf_counter() - self.begun,
        )
        stays = tuple(sorted(PostStay(*row) for row in rows.tolist()))
        return Filling(stays, int(worth), -int(wrong), bound, result)

    # ---- prices

    def settle_prices(self) -> Iterator[Filling]:
        """Lower the bound, and make a plan from the prices now and then."""
        for step in range(1, PRICE_STEPS + 1):
            if self.prices.settled or self.good_enough or self.out_of_time:
                break
            self.prices.improve(self.reached)
            if step % STEPS_PER_PLAN == 0:
                self._offer(constructed(self.grid, self.prices.best, self.people))
                yield self.filling()
        self._offer(constructed(self.grid, self.prices.best, self.people))
        yield self.filling()

    # ---- exact choices

    def prove(self) -> None:
        """Choose among all stays that a better plan could hold, where these are few.

        A plan loses at least as much as any of its stays against the bound. So a plan better than the best
        so far holds no stay that loses more than the gap.
        """
        loss = self.bound - self.reached
        stays = stays_near(self.plain, self.prices.best, loss + 1e-6, most=PROVABLE)
        if stays.shape[0] > PROVABLE or self.out_of_time or not stays.size:
            return
        stays = np.unique(np.concatenate([stays, self.stays]), axis=0)
        model = network(self.plain, stays, self.people, apart=True)
        result, point = solve(model.linear, replace(self.limits, gap=0.0, work=5.0, seconds=self._rest()))
        if point is not None:
            self.bound = min(self.bound, -result.bound)
            self._offer(stays[model.chosen(point.values)])
        self.proved = result.status is Status.OPTIMAL

    def _rest(self) -> float:
        return max(0.1, self.limits.seconds - (time.perf_counter() - self.begun))

    def neighbourhoods(self) -> Iterator[Filling]:
        """Choose exactly in one neighbourhood of posts after the other."""
        near = Near(self.grid, self.prices.best, NEAR * self.unit)
        rng = np.random.default_rng(self.limits.seed)
        fruitless = 0
        for _ in range(int(min(self.limits.work, 1e6) * NEIGHBOURHOODS_PER_WORK)):
            if self.proved or self.good_enough or self.out_of_time:
                break
            better = self._better(near, rng)
            fruitless = 0 if better else fruitless + 1
            if better:
                yield self.filling()
            elif fruitless >= FRUITLESS and near.loss < FAR * self.unit:
                near, fruitless = replace(near, loss=2 * near.loss), 0
        yield self.filling()

    def _better(self, near: Near, rng: np.random.Generator) -> bool:
        """Free the stays of some posts and choose again for all of them at once."""
        offer, post = self.plain.pairs.offer, self.plain.pairs.post
        choice, free = near.freed(near.order(self.stays, self.people, rng))
        mine = free[post[self.stays[:, 0]]]
        stands = self.stays[~mine]
        left = self.people - np.bincount(offer[stands[:, 0]], minlength=self.people.size)
        usable = choice[left[offer[choice[:, 0]]] > 0]
        stays = np.unique(np.concatenate([usable, self.stays[mine]]), axis=0)
        model = network(self.grid, stays, left, apart=False)
        _, point = solve(model.linear, replace(self.limits, gap=CLOSE, work=NODES, seconds=self._rest()))
        if point is None:
            return False
        return self._offer(np.concatenate([stands, stays[model.chosen(point.values)]]))
