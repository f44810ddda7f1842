"""Activities of projects go on as far as their advisers are there: step 4 of docs/model/simulation.md."""

import numpy as np

from cadre.simulation.kernel.claims import claim_skill
from cadre.simulation.kernel.codes import EPS
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.kernel.places import all_over
from cadre.simulation.records import NEVER, NOBODY

NO_COURSE, NO_ONE = np.int64(NOBODY), np.int64(0)
"""Handed on as written in the code, each would have its function compiled once more."""


@called
def projects(game: Game, w: int) -> None:
    """Let activities go on as far as their advisers are there; finish projects."""
    g, z, _, _, _ = game
    if w >= z[g.exits] or z[g.paused]:
        return
    for j in range(g.projects):
        after, until = z[g.projects_after_from + j], z[g.projects_after_to + j]
        if z[g.finished + j] == NEVER and all_over(game, after, until, g.finished, w):
            last = w + 1
            for a in range(z[g.projects_activity_from + j], z[g.projects_activity_to + j]):
                work(game, a, w)
                last = max(last, z[g.done + a])
            z[g.finished + j] = last


@called
def work(game: Game, a: int, w: int) -> None:
    """Let one activity go on by the share of its advisers that is there, the scarcest skill counting."""
    g, z, y, x, out = game
    after, until = z[g.activities_after_from + a], z[g.activities_after_to + a]
    if z[g.done + a] != NEVER or w < z[g.activities_planned + a]:
        return
    if not all_over(game, after, until, g.done, w):
        return
    if w < z[g.held_until] and y[g.progress + a] == 0.0:
        return
    share = 1.0
    for j in range(z[g.activities_need_from + a], z[g.activities_need_to + a]):
        z[g.logged] = 0
        place = (NO_COURSE, z[g.activities_site + a], z[g.needs_skill + j])
        got = claim_skill(game, place, NO_ONE, z[g.needs_people + j], NO_ONE)
        share = min(share, got / z[g.needs_people + j])
    y[g.progress + a] += share
    if share > 0.0:
        out[g.begun + a] = 1.0
    if y[g.progress + a] >= x[z[g.activities_weeks + a]] - EPS:
        z[g.done + a] = w + 1
