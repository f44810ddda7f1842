"""Events: what ends, delays or shrinks the mission, and who goes home then.

What comes before step 0 of docs/model/simulation.md, Events.
"""

import math

from cadre.simulation.kernel.codes import CHANCE, CLOSES, DELAYS, ENDS, HALF, HAZARD, SHRINKS
from cadre.simulation.kernel.compiling import Game, Word, called
from cadre.simulation.kernel.people import count_stay, stood, wave_begins
from cadre.simulation.kernel.reading import form_units
from cadre.simulation.kernel.sampling import uniform
from cadre.simulation.records import NOBODY, WAVES


@called
def set_out(game: Game) -> None:
    """Set the first week with the mission, which a chance of the first day may delay, and the one without."""
    g, z, y, x, _ = game
    z[g.begins] = z[g.held_until] = g.begin
    z[g.exits] = g.exit
    y[g.staying] = 1.0
    for e in range(g.events):
        first = z[g.events_trigger + e] == CHANCE and z[g.events_week + e] == 0
        if first and z[g.events_effect + e] == DELAYS and x[z[g.events_drawn + e]] > 0.0:
            z[g.begins] = max(z[g.begins], min(g.exit, int(x[z[g.events_size + e]])))


@called
def events(game: Game, word: Word, w: int) -> None:
    """Let events happen at the beginning of a week; then the mission leaves if its time is over."""
    g, z, _, _, _ = game
    if g.events == 0:
        return
    for e in range(g.events):
        if z[g.happened + e] == 0 and w < z[g.exits] and comes_true(game, word, e, w):
            happen(game, e, w)
    if w == z[g.exits] and w < g.exit:
        leave(game, w)
    if w > 0 and w == z[g.held_until]:
        z[g.decides] = z[g.renews] = 1


@called
def comes_true(game: Game, word: Word, e: int, w: int) -> bool:
    """Say whether an event that has not happened does so this week."""
    g, z, _, x, out = game
    if z[g.events_trigger + e] == HAZARD:
        return uniform(word, z[g.events_slot + e], CLOSES) < x[z[g.events_hazard + e]]
    if z[g.events_week + e] != w:
        return False
    if z[g.events_trigger + e] == CHANCE:
        return x[z[g.events_drawn + e]] > 0.0
    if z[g.events_capability + e] != NOBODY:
        form_units(game)
        return z[g.units + z[g.events_capability + e]] < z[g.events_fewer + e]
    found = 0.0
    for i in range(z[g.events_counted_from + e], z[g.events_counted_to + e]):
        found += out[g.graduates + z[g.links + i]]
    return found < z[g.events_fewer + e]


@called
def happen(game: Game, e: int, w: int) -> None:
    """Let an event have its effect; the mission then decides anew."""
    g, z, _, x, _ = game
    size, effect = x[z[g.events_size + e]], z[g.events_effect + e]
    z[g.happened + e] = w + 1
    z[g.decides] = z[g.renews] = 1
    if effect == ENDS and w + int(size) < z[g.exits]:
        z[g.exits] = w + int(size)
        z[g.ended_by] = e + 1
    elif effect == DELAYS:
        z[g.held_until] = min(g.exit, max(z[g.held_until], w + int(size)))
    elif effect == SHRINKS:
        shrink(game, w, size)


@called
def shrink(game: Game, w: int, share: float) -> None:
    """Let a share of the foreign people stay, of each pool the nearest whole number, now and from now on."""
    g, z, y, x, _ = game
    count_by_week(game, w)
    for q in range(g.pools):
        z[g.there + q] = stood(game, q, z[g.present + q])
    y[g.staying] *= share
    for q in range(g.pools):
        people = stood(game, q, z[g.present + q])
        gone = z[g.there + q] - people
        if not z[g.pools_local + q]:
            z[g.at_site + z[g.pools_site + q]] -= gone
            z[g.foreign] -= gone
        here = 1.0 if z[g.pools_local + q] else x[g.here]
        z[g.there + q] = math.floor(people * here + HALF)
        z[g.able + q] = math.floor(stood(game, q, z[g.ready + q]) * here + HALF)


@called
def leave(game: Game, w: int) -> None:
    """Let everybody on a post go home, for good; nobody comes any more."""
    g, z, _, _, _ = game
    count_by_week(game, w)
    for q in range(g.pools):
        z[g.present + q] = z[g.ready + q] = z[g.there + q] = z[g.able + q] = 0
    for s in range(g.sites):
        z[g.at_site + s] = 0
    for v in range(w, g.boundaries):
        z[g.first_change + v] = 0
    z[g.foreign] = 0
    z[g.held_until] = min(z[g.held_until], w)


@called
def count_by_week(game: Game, w: int) -> None:
    """Take back the weeks on posts counted beforehand from a week on, and count them as they pass."""
    g, z, _, _, _ = game
    if z[g.by_week]:
        return
    z[g.by_week] = 1
    for wave in range(g.stints * WAVES):
        if z[g.come + wave] == 0:
            continue
        i = wave // WAVES
        begins, ends = max(w, wave_begins(game, wave)), min(z[g.stints_ends + i], g.weeks)
        count_stay(game, z[g.stints_pool + i], -z[g.come + wave], begins, ends)
