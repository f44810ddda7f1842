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
    at, ints, floats, drawn, _ = game
    ints[at.begins] = ints[at.held_until] = at.begin
    ints[at.exits] = at.exit
    floats[at.staying] = 1.0
    for e in range(at.events):
        first = ints[at.events_trigger + e] == CHANCE and ints[at.events_week + e] == 0
        if first and ints[at.events_effect + e] == DELAYS and drawn[ints[at.events_drawn + e]] > 0.0:
            ints[at.begins] = max(ints[at.begins], min(at.exit, int(drawn[ints[at.events_size + e]])))


@called
def events(game: Game, word: Word, w: int) -> None:
    """Let events happen at the beginning of a week; then the mission leaves if its time is over."""
    at, ints, _, _, _ = game
    if at.events == 0:
        return
    for e in range(at.events):
        if ints[at.happened + e] == 0 and w < ints[at.exits] and comes_true(game, word, e, w):
            happen(game, e, w)
    if w == ints[at.exits] and w < at.exit:
        leave(game, w)
    if w > 0 and w == ints[at.held_until]:
        ints[at.decides] = ints[at.renews] = 1


@called
def comes_true(game: Game, word: Word, e: int, w: int) -> bool:
    """Say whether an event that has not happened does so this week."""
    at, ints, _, drawn, counts = game
    if ints[at.events_trigger + e] == HAZARD:
        return uniform(word, ints[at.events_slot + e], CLOSES) < drawn[ints[at.events_hazard + e]]
    if ints[at.events_week + e] != w:
        return False
    if ints[at.events_trigger + e] == CHANCE:
        return drawn[ints[at.events_drawn + e]] > 0.0
    if ints[at.events_capability + e] != NOBODY:
        form_units(game, w)
        return ints[at.units + ints[at.events_capability + e]] < ints[at.events_fewer + e]
    found = 0.0
    for i in range(ints[at.events_counted_from + e], ints[at.events_counted_to + e]):
        found += counts[at.graduates + ints[at.links + i]]
    return found < ints[at.events_fewer + e]


@called
def happen(game: Game, e: int, w: int) -> None:
    """Let an event have its effect; the mission then decides anew."""
    at, ints, _, drawn, _ = game
    size, effect = drawn[ints[at.events_size + e]], ints[at.events_effect + e]
    ints[at.happened + e] = w + 1
    ints[at.decides] = ints[at.renews] = 1
    if effect == ENDS and w + int(size) < ints[at.exits]:
        ints[at.exits] = w + int(size)
        ints[at.ended_by] = e + 1
    elif effect == DELAYS:
        ints[at.held_until] = min(at.exit, max(ints[at.held_until], w + int(size)))
    elif effect == SHRINKS:
        shrink(game, w, size)


@called
def shrink(game: Game, w: int, share: float) -> None:
    """Let a share of the foreign people stay, of each pool the nearest whole number, now and from now on."""
    at, ints, floats, drawn, _ = game
    count_by_week(game, w)
    for q in range(at.pools):
        ints[at.there + q] = stood(game, q, ints[at.present + q])
    floats[at.staying] *= share
    for q in range(at.pools):
        people = stood(game, q, ints[at.present + q])
        gone = ints[at.there + q] - people
        if not ints[at.pools_local + q]:
            ints[at.at_site + ints[at.pools_site + q]] -= gone
            ints[at.foreign] -= gone
        here = 1.0 if ints[at.pools_local + q] else drawn[at.here]
        ints[at.there + q] = math.floor(people * here + HALF)
        ints[at.able + q] = math.floor(stood(game, q, ints[at.ready + q]) * here + HALF)


@called
def leave(game: Game, w: int) -> None:
    """Let everybody on a post go home, for good; nobody comes any more."""
    at, ints, _, _, _ = game
    count_by_week(game, w)
    for q in range(at.pools):
        ints[at.present + q] = ints[at.ready + q] = ints[at.there + q] = ints[at.able + q] = 0
    for s in range(at.sites):
        ints[at.at_site + s] = 0
    for v in range(w, at.boundaries):
        ints[at.first_change + v] = 0
    ints[at.foreign] = 0
    ints[at.held_until] = min(ints[at.held_until], w)


@called
def count_by_week(game: Game, w: int) -> None:
    """Take back the weeks on posts counted beforehand from a week on, and count them as they pass."""
    at, ints, _, _, _ = game
    if ints[at.by_week]:
        return
    ints[at.by_week] = 1
    for wave in range(at.stints * WAVES):
        if ints[at.come + wave] == 0:
            continue
        i = wave // WAVES
        begins, ends = max(w, wave_begins(game, wave)), min(ints[at.stints_ends + i], at.weeks)
        count_stay(game, ints[at.stints_pool + i], -ints[at.come + wave], begins, ends)
