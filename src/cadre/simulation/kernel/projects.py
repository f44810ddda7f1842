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
    at, ints, _, _, _ = game
    if w >= ints[at.exits] or ints[at.paused]:
        return
    for j in range(at.projects):
        after, until = ints[at.projects_after_from + j], ints[at.projects_after_to + j]
        if ints[at.finished + j] == NEVER and all_over(game, after, until, at.finished, w):
            last = w + 1
            for a in range(ints[at.projects_activity_from + j], ints[at.projects_activity_to + j]):
                work(game, a, w)
                last = max(last, ints[at.done + a])
            ints[at.finished + j] = last


@called
def work(game: Game, a: int, w: int) -> None:
    """Let one activity go on by the share of its advisers that is there, the scarcest skill counting."""
    at, ints, floats, drawn, counts = game
    after, until = ints[at.activities_after_from + a], ints[at.activities_after_to + a]
    if ints[at.done + a] != NEVER or w < ints[at.activities_planned + a]:
        return
    if not all_over(game, after, until, at.done, w):
        return
    if w < ints[at.held_until] and floats[at.progress + a] == 0.0:
        return
    share = 1.0
    for j in range(ints[at.activities_need_from + a], ints[at.activities_need_to + a]):
        ints[at.logged] = 0
        place = (NO_COURSE, ints[at.activities_site + a], ints[at.needs_skill + j])
        got = claim_skill(game, place, NO_ONE, ints[at.needs_people + j], NO_ONE)
        share = min(share, got / ints[at.needs_people + j])
    floats[at.progress + a] += share
    if share > 0.0:
        counts[at.begun + a] = 1.0
    if floats[at.progress + a] >= drawn[ints[at.activities_weeks + a]] - EPS:
        ints[at.done + a] = w + 1
