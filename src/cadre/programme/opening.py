"""Which sites a relaxation gives up, where every site used costs posts however little is taught there.

Takes a draft and the solution of its relaxation; gives narrower bounds and the solution within them. A
relaxation uses a third of a site and pays for a third of its steps; whole steps are paid where a plan
stands, so that it does better with fewer sites. Knows the solver only as a function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from cadre.programme.draft import Draft
from cadre.programme.frame import Floats, Ints
from cadre.programme.tightening import is_dear, least_step
from cadre.solving.linear import LinearModel

NONE, WHOLE = 0.05, 0.9
"""Parts of a step, on the mean of its rotations, below which a site is given up, and above which it stays."""
UNUSED = 1e-4
"""Part of a step that is none: what an interior point leaves."""
PERCENT = 100.0
"""The first objective where nothing is reached."""

Relax = Callable[[LinearModel], tuple[float, Floats] | None]
"""Gives the value of a relaxation and its solution."""


Steps = list[tuple[str, Ints]]
"""Rules with steps that stand at one site by themselves, with their columns, shape (levels, rotations)."""


@dataclass(frozen=True)
class Opened:
    """Bounds of all columns with some sites given up, and the relaxation's value and solution in them."""

    lower: Floats
    upper: Floats
    value: float
    values: Floats
    given_up: frozenset[str] = frozenset()


def opened(draft: Draft, value: float, values: Floats, relax: Relax) -> Opened:
    """Give up one site after the other, the least used first, as long as that costs less than its steps.

    What a site's steps would cost if they were whole is told in posts; a post is worth as much as all posts
    under the ceiling reach together, divided by their number.
    """
    lower, upper, _ = draft.lp.bounds()
    best, sites = Opened(lower, upper, value, values), _steps(draft)
    if not draft.mission.ceiling:
        return best
    left = sorted(sites, key=lambda site: float(_use(sites[site], values).mean()))
    waiting = [site for site in left if _use(sites[site], values).mean() <= NONE]
    for site in left[len(waiting) :]:
        if _use(sites[site], best.values).mean() >= WHOLE:
            continue
        fewer = _given_up(draft, best, {one: sites[one] for one in (*waiting, site)}, relax)
        posts = draft.mission.ceiling * draft.frame.rotations
        saved = _unpaid(draft, sites[site], best.values) / posts * (PERCENT - best.value)
        if fewer is None or fewer.value - best.value > saved:
            break
        best, waiting = fewer, []
    return _given_up(draft, best, {site: sites[site] for site in waiting}, relax) or best


def _given_up(draft: Draft, best: Opened, sites: dict[str, Steps], relax: Relax) -> Opened | None:
    """Solve anew without some sites; None where there is no solution. Sites not used at all cost none."""
    upper = best.upper.copy()
    for _, chosen in (step for steps in sites.values() for step in steps):
        upper[chosen] = 0.0
    fewer = best.given_up | set(sites)
    if all((_use(steps, best.values) <= UNUSED).all() for steps in sites.values()):
        return Opened(best.lower, upper, best.value, best.values, fewer)
    answer = relax(draft.lp.only(draft.lp.objectives, best.lower, upper))
    return None if answer is None else Opened(best.lower, upper, *answer, fewer)


def _steps(draft: Draft) -> dict[str, Steps]:
    """Give the dear rules that stand at each site by themselves, with their columns."""
    sites: dict[str, Steps] = {}
    for (key, site), chosen in draft.levels.items():
        if draft.mission.support[key].at != "headquarters" and is_dear(draft.mission, key):
            sites.setdefault(site, []).append((key, chosen))
    return sites


def _use(steps: Steps, values: Floats) -> Floats:
    """Give the part of a step that is taken in each rotation, of the rule that takes most."""
    return np.asarray(np.max([values[chosen].sum(axis=0) for _, chosen in steps], axis=0), np.float64)


def _unpaid(draft: Draft, steps: Steps, values: Floats) -> float:
    """Count the posts that whole steps cost above what is paid, over rotations in which one is taken."""
    posts = 0.0
    for key, chosen in steps:
        use = values[chosen].sum(axis=0)
        posts += float(least_step(draft.mission, key) * (1 - use[use > NONE]).sum())
    return posts
