"""Places: the mission pauses, projects take effect, sites open, close, reopen and are counted.

Steps 1 and 7 of docs/model/simulation.md, and what stands against teaching at a site.
"""

import numpy as np

from cadre.simulation import streams
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

MISSION = np.uint64(streams.slot("mission"))


@called
def places(game: Game, word: Word, w: int) -> None:
    """Pause the mission or let it go on, let projects take effect, open, close and reopen sites."""
    at, ints, floats, drawn, _ = game
    u = uniform(word, MISSION, CLOSES)
    if w >= ints[at.exits]:
        ints[at.paused] = 0
    elif ints[at.paused]:
        ints[at.paused] = u >= drawn[at.resumes]
    else:
        ints[at.paused] = u < drawn[at.pauses]
    for i in range(at.adds):
        if ints[at.finished + ints[at.adds_project + i]] == w:
            site, facility = ints[at.adds_site + i], ints[at.adds_facility + i]
            if facility == NOBODY:
                ints[at.beds_added + site] += ints[at.adds_amount + i]
            else:
                floats[at.rooms_now + site * at.facilities + facility] += ints[at.adds_amount + i]
    if some_end(game, w) or w == at.since:
        for c in range(at.courses):
            floats[at.foreign_least + c] = foreign_share(game, c, w)
    for s in range(at.sites):
        was_open = ints[at.state + s] != NOT_YET
        open_or_close(game, word, s, w)
        if not was_open and ints[at.state + s] != NOT_YET:
            ints[at.decides] = ints[at.renews] = 1


@called
def some_end(game: Game, w: int) -> bool:
    """Say whether a project takes effect this week."""
    at, ints, _, _, _ = game
    for j in range(at.projects):  # noqa: SIM110  (a generator is not compiled)
        if ints[at.finished + j] == w:
            return True
    return False


@called
def foreign_share(game: Game, c: int, w: int) -> float:
    """Share of each skill's people who must be foreign from this week on, after exit too."""
    at, ints, _, drawn, _ = game
    if not ints[at.courses_asks + c] or ints[at.together + c] >= at.shown_after:
        return 0.0
    for j in range(at.projects):
        if ints[at.alone + c * at.projects + j] and ints[at.finished + j] <= w:
            return 0.0
    return drawn[ints[at.courses_foreign + c]]


@called
def open_or_close(game: Game, word: Word, s: int, w: int) -> None:
    """Open a site when its day has come and its gates are open; then let it close and reopen.

    In weeks shut by plan it is closed, and open in the first after them.
    """
    at, ints, _, drawn, _ = game
    state = ints[at.state + s]
    shut = at.shut + s * at.weeks + w
    if ints[shut] or (w > 0 and ints[shut - 1] and state != NOT_YET):
        if state != NOT_YET:
            ints[at.state + s] = CLOSED if ints[shut] else OPEN
        return
    if state == NOT_YET:
        if w >= drawn[ints[at.sites_opens + s]] and all_over(
            game, ints[at.sites_gate_from + s], ints[at.sites_gate_to + s], at.finished, w
        ):
            ints[at.state + s] = OPEN
        return
    u = uniform(word, ints[at.sites_slot + s], CLOSES)
    if state == OPEN and u < drawn[ints[at.sites_closes + s]]:
        ints[at.state + s] = CLOSED
    elif state == CLOSED and u < drawn[ints[at.sites_reopens + s]]:
        ints[at.state + s] = OPEN


@called
def all_over(game: Game, first: int, last: int, ends: int, w: int) -> bool:
    """Say whether everything listed in the links from `first` to `last` is over in week w."""
    at, ints, _, _, _ = game
    for i in range(first, last):  # noqa: SIM110  (a generator is not compiled)
        if ints[ends + ints[at.links + i]] > w:
            return False
    return True


@called
def place_obstacle(game: Game, c: int, s: int, w: int) -> int:
    """Cause that lies in the site, the mission or its being over, the first in order, or NOTHING."""
    at, ints, _, _, _ = game
    if ints[at.state + s] == CLOSED:
        return SITE_CLOSED
    if ints[at.state + s] == NOT_YET:
        return NOT_OPEN
    if ints[at.paused]:
        return PAUSED
    return AFTER_EXIT if w >= ints[at.exits] and stops_at_exit(game, c, s) else NOTHING


@called
def stops_at_exit(game: Game, c: int, s: int) -> bool:
    """Say whether a course at a site cannot go on without the mission."""
    at, ints, floats, _, _ = game
    return not ints[at.sites_in_country + s] or floats[at.foreign_least + c] > 0.0


@called
def count_sites(game: Game, w: int) -> None:
    """Step 7: a site is in use until exit, from the first week in which it is open with somebody there."""
    at, ints, _, _, counts = game
    if w < ints[at.begins] or w >= ints[at.exits]:
        return
    for s in range(at.sites):
        somebody = ints[at.at_site + s] > 0 or ints[at.trainees_at + s] > 0
        if counts[at.site_weeks + s] > 0 or (somebody and ints[at.state + s] == OPEN):
            counts[at.site_weeks + s] += 1
