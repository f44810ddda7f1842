"""Places: the mission pauses, projects take effect, sites open, close, reopen and are counted.

Steps 1 and 7 of docs/model/simulation.md, and what stands against teaching at a site.
"""

import numpy as np

from cadre.simulation import luck
from cadre.simulation.kernel.codes import (
    AFTER_EXIT,
    CLOSED,
    CLOSES,
    NOT_OPEN,
    NOT_YET,
    NOTHING,
    OPEN,
    PAUSED,
    SITE_CLOSED,
)
from cadre.simulation.kernel.compiling import Game, Word, called
from cadre.simulation.kernel.sampling import uniform
from cadre.simulation.records import NOBODY

MISSION = np.uint64(luck.slot("mission"))


@called
def places(game: Game, word: Word, w: int) -> None:
    """Pause the mission or let it go on, let projects take effect, open, close and reopen sites."""
    g, z, y, x, _ = game
    u = uniform(word, MISSION, CLOSES)
    if w >= z[g.exits]:
        z[g.paused] = 0
    elif z[g.paused]:
        z[g.paused] = u >= x[g.resumes]
    else:
        z[g.paused] = u < x[g.pauses]
    for i in range(g.adds):
        if z[g.finished + z[g.adds_project + i]] == w:
            site, facility = z[g.adds_site + i], z[g.adds_facility + i]
            if facility == NOBODY:
                z[g.beds_added + site] += z[g.adds_amount + i]
            else:
                y[g.rooms_now + site * g.facilities + facility] += z[g.adds_amount + i]
    if some_end(game, w) or w == 0:
        for c in range(g.courses):
            y[g.foreign_least + c] = foreign_share(game, c, w)
    for s in range(g.sites):
        was_open = z[g.state + s] != NOT_YET
        open_or_close(game, word, s, w)
        if not was_open and z[g.state + s] != NOT_YET:
            z[g.decides] = z[g.renews] = 1


@called
def some_end(game: Game, w: int) -> bool:
    """Say whether a project takes effect this week."""
    g, z, _, _, _ = game
    for j in range(g.projects):  # noqa: SIM110  (a generator is not compiled)
        if z[g.finished + j] == w:
            return True
    return False


@called
def foreign_share(game: Game, c: int, w: int) -> float:
    """Share of each skill's people who must be foreign from this week on, after exit too."""
    g, z, _, x, _ = game
    if not z[g.courses_asks + c] or z[g.together + c] >= g.shown_after:
        return 0.0
    for j in range(g.projects):
        if z[g.alone + c * g.projects + j] and z[g.finished + j] <= w:
            return 0.0
    return x[z[g.courses_foreign + c]]


@called
def open_or_close(game: Game, word: Word, s: int, w: int) -> None:
    """Open a site when its day has come and its gates are open; then let it close and reopen.

    In weeks shut by plan it is closed, and open in the first after them.
    """
    g, z, _, x, _ = game
    state = z[g.state + s]
    shut = g.shut + s * g.weeks + w
    if z[shut] or (w > 0 and z[shut - 1] and state != NOT_YET):
        if state != NOT_YET:
            z[g.state + s] = CLOSED if z[shut] else OPEN
        return
    if state == NOT_YET:
        if w >= x[z[g.sites_opens + s]] and all_over(
            game, z[g.sites_gate_from + s], z[g.sites_gate_to + s], g.finished, w
        ):
            z[g.state + s] = OPEN
        return
    u = uniform(word, z[g.sites_slot + s], CLOSES)
    if state == OPEN and u < x[z[g.sites_closes + s]]:
        z[g.state + s] = CLOSED
    elif state == CLOSED and u < x[z[g.sites_reopens + s]]:
        z[g.state + s] = OPEN


@called
def all_over(game: Game, first: int, last: int, ends: int, w: int) -> bool:
    """Say whether everything listed in the links from `first` to `last` is over in week w."""
    g, z, _, _, _ = game
    for i in range(first, last):  # noqa: SIM110  (a generator is not compiled)
        if z[ends + z[g.links + i]] > w:
            return False
    return True


@called
def place_obstacle(game: Game, c: int, s: int, w: int) -> int:
    """Cause that lies in the site, the mission or its being over, the first in order, or NOTHING."""
    g, z, _, _, _ = game
    if z[g.state + s] == CLOSED:
        return SITE_CLOSED
    if z[g.state + s] == NOT_YET:
        return NOT_OPEN
    if z[g.paused]:
        return PAUSED
    return AFTER_EXIT if w >= z[g.exits] and stops_at_exit(game, c, s) else NOTHING


@called
def stops_at_exit(game: Game, c: int, s: int) -> bool:
    """Say whether a course at a site cannot go on without the mission."""
    g, z, y, _, _ = game
    return not z[g.sites_in_country + s] or y[g.foreign_least + c] > 0.0


@called
def count_sites(game: Game, w: int) -> None:
    """Step 7: a site is in use until exit, from the first week in which it is open with somebody there."""
    g, z, _, _, out = game
    if w < z[g.begins] or w >= z[g.exits]:
        return
    for s in range(g.sites):
        somebody = z[g.at_site + s] > 0 or z[g.trainees_at + s] > 0
        if out[g.site_weeks + s] > 0 or (somebody and z[g.state + s] == OPEN):
            out[g.site_weeks + s] += 1
