"""Where a relaxation gives sites up, if every site used costs posts however little is taught there.

Takes a draft and the solution of its relaxation; gives narrower bounds and the solution within them. A
relaxation uses a third of a site and pays for a third of its steps; whole steps are paid where a plan
stands, so that it does better with fewer sites, or with one after the other. Knows the solver only as a
function.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from cadre.programme.draft import ModelDraft
from cadre.programme.frame import Floats, Ints
from cadre.programme.tightening import is_dear, least_step
from cadre.solving.linear import LinearModel

NONE, WHOLE = 0.05, 0.9
"""Parts of a step, on the mean of its rotations, below which a site is given up, and above which it stays."""
UNUSED = 1e-4
"""Part of a step that is none: what an interior point leaves."""
LITTLE = (0.5, 0.25)
"""Parts of a step up to which a site may be given up in a rotation: tried in this order."""
TRIES = 8
"""Relaxations that giving up sites in rotations may take."""
PERCENT = 100.0
"""The first objective where nothing is reached."""

Relax = Callable[[LinearModel], tuple[float, Floats] | None]
"""Gives the value of a relaxation and its solution."""
Stay = tuple[str, int]
"""A site, and a rotation in which people may be on posts there."""


@dataclass(frozen=True)
class Opened:
    """Bounds of all columns with some stays given up, and the relaxation's value and solution in them."""

    lower: Floats
    upper: Floats
    value: float
    values: Floats
    given_up: frozenset[Stay] = frozenset()


class SiteSteps:
    """The dear rules of each site that stand there by themselves, with what is worth a post."""

    def __init__(self, draft: ModelDraft) -> None:
        self.rotations = range(draft.frame.rotations)
        self.of: dict[str, list[tuple[int, Ints]]] = {}
        self.posts = (draft.mission.ceiling or 0) * draft.frame.rotations
        for (key, site), chosen in draft.levels.items():
            if draft.mission.support[key].at != "headquarters" and is_dear(draft.mission, key):
                self.of.setdefault(site, []).append((least_step(draft.mission, key), chosen))

    def use(self, site: str, values: Floats) -> Floats:
        """Return the part of a step that is taken in each rotation, of the rule that takes most."""
        taken = [values[chosen].sum(axis=0) for _, chosen in self.of[site]]
        return np.asarray(np.max(taken, axis=0), np.float64)

    def worth(self, stays: Collection[Stay], best: Opened) -> float:
        """Return what whole steps cost above what is paid, in percent of the first objective.

        A post is worth as much as all posts under the ceiling reach together, divided by their number.
        """
        posts = 0.0
        for site, r in stays:
            for least, chosen in self.of[site]:
                use = float(best.values[chosen[:, r]].sum())
                posts += least * (1 - use) if use > NONE else 0.0
        return posts / self.posts * (PERCENT - best.value)


def opened(draft: ModelDraft, value: float, values: Floats, relax: Relax) -> Opened:
    """Return up sites, then sites in single rotations, as long as that costs less than whole steps would."""
    lower, upper, _ = draft.lp.bounds()
    best, steps = Opened(lower, upper, value, values), SiteSteps(draft)
    if not draft.mission.ceiling:
        return best
    return _in_rotations(draft, _whole(draft, best, steps, relax), steps, relax)


def _whole(draft: ModelDraft, best: Opened, steps: SiteSteps, relax: Relax) -> Opened:
    """Return up one site after the other, the least used first."""
    mean = {site: float(steps.use(site, best.values).mean()) for site in steps.of}
    left = sorted(mean, key=lambda site: mean[site])
    waiting = [site for site in left if mean[site] <= NONE]
    for site in left[len(waiting) :]:
        if steps.use(site, best.values).mean() >= WHOLE:
            continue
        fewer = _without(draft, best, steps, _all_of((*waiting, site), steps), relax)
        if fewer is None or fewer.value - best.value > steps.worth(_all_of((site,), steps), best):
            break
        best, waiting = fewer, []
    return _without(draft, best, steps, _all_of(waiting, steps), relax) or best


def _all_of(sites: Collection[str], steps: SiteSteps) -> list[Stay]:
    return [(site, r) for site in sites for r in steps.rotations]


def _in_rotations(draft: ModelDraft, best: Opened, steps: SiteSteps, relax: Relax) -> Opened:
    """Up the site used least in each rotation: in all at once, or in half of them where that is dear."""
    waiting, tries = deque((little, steps.rotations) for little in LITTLE), 0
    while waiting and tries < TRIES:
        little, rotations = waiting.popleft()
        stays = _least_used(best, steps, little, rotations)
        if not stays:
            continue
        tries += 1
        fewer = _without(draft, best, steps, stays, relax)
        if fewer is not None and fewer.value - best.value <= steps.worth(stays, best):
            best = fewer
            waiting.appendleft((little, rotations))
        elif len(rotations) > 1:
            half = len(rotations) // 2
            waiting.extendleft([(little, rotations[half:]), (little, rotations[:half])])
    return best


def _least_used(best: Opened, steps: SiteSteps, little: float, rotations: range) -> list[Stay]:
    """Return the site used least of several in each rotation, where it is used for little of a step."""
    use = {site: steps.use(site, best.values) for site in steps.of}
    stays = []
    for r in rotations:
        used = sorted((float(use[site][r]), site) for site in use if (site, r) not in best.given_up)
        if len(used) > 1 and used[0][0] <= little:
            stays.append((used[0][1], r))
    return stays


def _without(
    draft: ModelDraft, best: Opened, steps: SiteSteps, stays: Collection[Stay], relax: Relax
) -> Opened | None:
    """Solve anew without some stays; None where there is no solution. Those not used at all cost none."""
    upper, fewer = best.upper.copy(), best.given_up | set(stays)
    taken = 0.0
    for site, r in stays:
        for _, chosen in steps.of[site]:
            taken = max(taken, float(best.values[chosen[:, r]].sum()))
            upper[chosen[:, r]] = 0.0
    if taken <= UNUSED:
        return Opened(best.lower, upper, best.value, best.values, fewer)
    answer = relax(draft.lp.only(draft.lp.objectives, best.lower, upper))
    return None if answer is None else Opened(best.lower, upper, *answer, fewer)
