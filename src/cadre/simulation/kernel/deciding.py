"""The mission decides: it looks ahead from what is there to each goal, and finds what is short.

The mission reacts, docs/model/simulation.md: when it looks ahead; what is short, serves, is to spare.
"""

import math

import numpy as np

from cadre.simulation.kernel.calling_off import call_off, drop_waiting
from cadre.simulation.kernel.codes import EPS, HALF
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.kernel.expecting import foresee_planned, length_of, look_ahead, reserve_all
from cadre.simulation.records import NEVER, NOBODY

AS_WANTED, BEYOND = np.int64(0), np.int64(1)
"""What is short of: what is wanted, or what could be beyond it."""


@called
def notice(game: Game, w: int) -> None:
    """Note that a rotation begins, or that people came other than planned: reason to look ahead."""
    g, z, _, _, _ = game
    if w % g.tour == 0:
        z[g.decides] = z[g.renews] = 1
    z[g.decides] |= z[g.differs + w]


@called
def decide(game: Game, w: int) -> None:
    """Look ahead anew where something has changed: what is short, what is called off, what is reserved."""
    g, z, _, _, _ = game
    join(game, w)
    if not g.reacts:
        return
    if z[g.decides] and w < z[g.exits]:
        z[g.decides] = 0
        look_ahead(game, w)
        count_short(game, w)
        if (not g.goes_on or lacks_something(game, w)) and call_off(game, w):
            count_short(game, w)
    if z[g.drops]:
        drop_waiting(game)
    if z[g.renews] and w < z[g.exits]:
        z[g.renews] = 0
        z[g.decided] = w
        reserve_all(game, w)


@called
def join(game: Game, w: int) -> None:
    """Let serials whose planned week has come wait, and reckon no longer with them as still to come."""
    g, z, _, _, _ = game
    while z[g.next_serial] < g.planned and z[g.serials_planned + z[g.next_serial]] <= w:
        i = z[g.next_serial]
        z[g.waiting + z[g.waits]] = i
        z[g.waits] += 1
        z[g.next_serial] += 1
        z[g.drops] |= z[g.off + i]
        source = z[g.courses_source + z[g.serials_course + i]]
        if source != NOBODY:
            z[g.asked + source] += z[g.serials_trainees + i]
            z[g.to_ask + source] -= z[g.serials_trainees + i]
        if g.reacts:
            foresee_planned(game, i, -1.0)


@called
def count_short(game: Game, w: int) -> None:
    """Find the holders short at the goals that are left, of competences that hold back most; then explode.

    `short_until`: the last goal at which some are short, 0 where none is.
    """
    find_short(game, w, AS_WANTED)


@called
def find_short(game: Game, w: int, beyond: int) -> None:
    """Find who is short of what is wanted, or, beyond it, of as many units as can be at exit."""
    g, z, y, _, _ = game
    for k in range(g.stocks):
        y[g.short + k] = 0.0
        z[g.short_until + k] = 0
    for t in range(z[g.goal_of + w + 1], g.goals):
        short_at(game, t, beyond)
    for k in range(g.stocks):
        z[g.own_short + k] = z[g.short_until + k]
    for r in range(g.courses):
        explode(game, z[g.explodes + r])


@called
def short_at(game: Game, t: int, beyond: int) -> None:
    """Form the units expected at a goal, and note who is short of those that hold back most."""
    g, z, y, _, _ = game
    for j in range(g.parts):
        k = z[g.parts_stock + j]
        y[g.unclaimed + k] = max(0.0, y[g.expected + k * g.goals + t])
    for r in range(g.capabilities):
        n = z[g.ranked + r]
        first, last = z[g.capabilities_part_from + n], z[g.capabilities_part_to + n]
        units = next_least = float(NEVER)
        for j in range(first, last):
            level = y[g.unclaimed + z[g.parts_stock + j]] / z[g.parts_people + j]
            next_least = min(next_least, max(level, units))
            units = min(units, level)
        wanted = wanted_at(game, t, n, beyond)
        if units < wanted - EPS:
            hold_back(game, n, t, (units, next_least, wanted))
        for j in range(first, last):
            y[g.unclaimed + z[g.parts_stock + j]] -= z[g.parts_people + j] * units


@called
def wanted_at(game: Game, t: int, n: int, beyond: int) -> float:
    """Units of a capability wanted at a goal; beyond what is wanted, as many as can be at exit alone."""
    g, z, _, _, _ = game
    units = z[g.wants + t * g.capabilities + n]
    if beyond:
        return float(NEVER) if units < 0 else 0.0
    return float(-1 - units if units < 0 else units)


@called
def lacks_something(game: Game, w: int) -> bool:
    """Say whether a class of some course, begun now, would serve a goal."""
    g, _, _, _, _ = game
    some = False
    for c in range(g.courses):
        some |= serves(game, c, w)
    return some


@called
def hold_back(game: Game, n: int, t: int, levels: tuple[float, float, float]) -> None:
    """Note who is short of a capability: of those allowing the fewest units, up to what the others allow."""
    g, z, y, _, _ = game
    units, next_least, wanted = levels
    for j in range(z[g.capabilities_part_from + n], z[g.capabilities_part_to + n]):
        k, each = z[g.parts_stock + j], z[g.parts_people + j]
        level = y[g.unclaimed + k] / each
        others = min(wanted, next_least if level == units else units)
        if level <= others + EPS:
            level = min(wanted, max(others, units + 1.0))
            y[g.short + k] = max(y[g.short + k], each * level - y[g.unclaimed + k])
            z[g.short_until + k] = max(z[g.short_until + k], z[g.goals_week + t])


@called
def explode(game: Game, c: int) -> None:
    """Let a course whose graduates are short call for those whom it would teach, if too few are there."""
    g, z, y, _, _ = game
    k, source = z[g.courses_grants + c], z[g.courses_source + c]
    if NOBODY in (k, source) or y[g.short + k] < HALF:
        return
    share = y[g.posts + c]
    if share <= 0.0:
        return
    lack = y[g.short + k] / share - z[g.people + source]
    if lack > 0.0:
        y[g.short + source] = max(y[g.short + source], lack)
        z[g.short_until + source] = max(z[g.short_until + source], z[g.short_until + k] - length_of(game, c))


@called
def serves(game: Game, c: int, w: int) -> bool:
    """Say whether graduates of a course are short at a goal that a class begun now ends before."""
    g, z, y, _, _ = game
    k, source = z[g.courses_grants + c], z[g.courses_source + c]
    if k == NOBODY or w >= z[g.exits] or y[g.short + k] < HALF:
        return False
    if w + length_of(game, c) > z[g.short_until + k] or y[g.posts + c] <= 0.0:
        return False
    return source == NOBODY or z[g.own_short + source] == 0


@called
def spare(game: Game, k: int, w: int) -> float:
    """People of a stock whom no serial planned in the coming weeks will need, with those who are to come."""
    g, z, y, _, _ = game
    if z[g.spare_in] != w + 1:
        z[g.spare_in] = w + 1
        count_needed(game, w)
    there = float(z[g.people + k])
    left = there - z[g.asked + k]
    return min(there, left, left + y[g.least_left + k])


@called
def count_needed(game: Game, w: int) -> None:
    """Find how many more, or fewer, serials planned in the coming weeks will leave in each stock."""
    g, z, y, x, _ = game
    for k in range(g.stocks):
        z[g.needed + k] = 0
        y[g.least_left + k] = 0.0
    i = z[g.next_serial]
    while i < g.planned and z[g.serials_planned + i] < w + g.ahead:
        k = z[g.courses_source + z[g.serials_course + i]]
        if k != NOBODY and not z[g.off + i]:
            mean = x[z[g.stocks_mean + k] + z[g.season]] if z[g.stocks_mean + k] != NOBODY else 0.0
            z[g.needed + k] += z[g.serials_trainees + i]
            come = math.floor(mean * (z[g.serials_planned + i] - w))
            y[g.least_left + k] = min(y[g.least_left + k], come - z[g.needed + k])
        i += 1
