"""The mission decides: it looks ahead from what is there to each goal, and finds what is short.

The mission reacts, docs/model/simulation.md: when it looks ahead; what is short, serves, is to spare.
"""

import math

import numpy as np

from cadre.simulation.kernel.calling_off import begin_anew, call_off, drop_waiting
from cadre.simulation.kernel.codes import EPS, HALF
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.kernel.expecting import (
    begin_by,
    end_of,
    foresee_planned,
    length_of,
    look_ahead,
    reserve_all,
)
from cadre.simulation.kernel.reading import taken_at
from cadre.simulation.records import NEVER, NOBODY

AS_WANTED, BEYOND = np.int64(0), np.int64(1)
"""What is short of: what is wanted, or what could be beyond it."""


@called
def notice(game: Game, w: int) -> None:
    """Note that a rotation begins, or that people came other than planned: reason to look ahead."""
    at, ints, _, _, _ = game
    if w % at.tour == 0:
        ints[at.decides] = ints[at.renews] = 1
    ints[at.decides] |= ints[at.differs + w]


@called
def decide(game: Game, w: int) -> None:
    """Look ahead anew where something has changed: what is short, what is called off, what is reserved."""
    at, ints, _, _, _ = game
    join(game, w)
    if not at.reacts:
        return
    if ints[at.decides] and w < ints[at.exits]:
        ints[at.decides] = 0
        look_ahead(game, w)
        begin_anew(game)
        count_short(game, w)
        if (not at.goes_on or lacks_something(game, w)) and call_off(game, w):
            count_short(game, w)
    if ints[at.drops]:
        drop_waiting(game)
    if ints[at.renews] and w < ints[at.exits]:
        ints[at.renews] = 0
        ints[at.decided] = w
        reserve_all(game, w)


@called
def join(game: Game, w: int) -> None:
    """Let serials whose planned week has come wait, and reckon no longer with them as still to come."""
    at, ints, _, _, _ = game
    while ints[at.next_serial] < at.planned and ints[at.serials_planned + ints[at.next_serial]] <= w:
        i = ints[at.next_serial]
        ints[at.waiting + ints[at.waits]] = i
        ints[at.waits] += 1
        ints[at.next_serial] += 1
        ints[at.drops] |= ints[at.off + i]
        source = ints[at.courses_source + ints[at.serials_course + i]]
        if source != NOBODY:
            ints[at.asked + source] += ints[at.serials_trainees + i]
            ints[at.to_ask + source] -= ints[at.serials_trainees + i]
        if at.reacts:
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
    at, ints, floats, _, _ = game
    for k in range(at.stocks):
        floats[at.short + k] = 0.0
        ints[at.short_until + k] = 0
    for t in range(ints[at.goal_of + w + 1], at.goals):
        short_at(game, t, beyond)
    for k in range(at.stocks):
        ints[at.own_short + k] = ints[at.short_until + k]
    for r in range(at.courses):
        explode(game, ints[at.explodes + r])


@called
def short_at(game: Game, t: int, beyond: int) -> None:
    """Form the units expected at a goal, and note who is short of those that hold back most."""
    at, ints, floats, _, _ = game
    for j in range(at.parts):
        k = ints[at.parts_stock + j]
        floats[at.unclaimed + k] = max(0.0, floats[at.expected + k * at.goals + t])
    for r in range(at.capabilities):
        n = ints[at.ranked + r]
        first, last = ints[at.capabilities_part_from + n], ints[at.capabilities_part_to + n]
        units = next_least = float(NEVER)
        for j in range(first, last):
            level = floats[at.unclaimed + ints[at.parts_stock + j]] / ints[at.parts_people + j]
            next_least = min(next_least, max(level, units))
            units = min(units, level)
        wanted = wanted_at(game, t, n, beyond)
        if units < wanted - EPS:
            hold_back(game, n, t, (units, next_least, wanted))
        taken = min(units, taken_at(game, t, n, wanted))
        for j in range(first, last):
            floats[at.unclaimed + ints[at.parts_stock + j]] -= ints[at.parts_people + j] * taken


@called
def wanted_at(game: Game, t: int, n: int, beyond: int) -> float:
    """Units of a capability wanted at a goal; beyond what is wanted, as many as can be at exit alone."""
    at, ints, _, _, _ = game
    units = ints[at.wants + t * at.capabilities + n]
    if beyond:
        return float(NEVER) if units < 0 else 0.0
    return float(-1 - units if units < 0 else units)


@called
def lacks_something(game: Game, w: int) -> bool:
    """Say whether a class of some course, begun now, would serve a goal."""
    at, _, _, _, _ = game
    some = False
    for c in range(at.courses):
        some |= serves(game, c, at.sites, w)
    return some


@called
def hold_back(game: Game, n: int, t: int, levels: tuple[float, float, float]) -> None:
    """Note who is short of a capability: of those allowing the fewest units, up to what the others allow."""
    at, ints, floats, _, _ = game
    units, next_least, wanted = levels
    for j in range(ints[at.capabilities_part_from + n], ints[at.capabilities_part_to + n]):
        k, each = ints[at.parts_stock + j], ints[at.parts_people + j]
        level = floats[at.unclaimed + k] / each
        others = min(wanted, next_least if level == units else units)
        if level <= others + EPS:
            level = min(wanted, max(others, units + 1.0))
            floats[at.short + k] = max(floats[at.short + k], each * level - floats[at.unclaimed + k])
            ints[at.short_until + k] = max(ints[at.short_until + k], ints[at.goals_week + t])


@called
def explode(game: Game, c: int) -> None:
    """Let a course whose graduates are short call for those whom it would teach, if too few are there."""
    at, ints, floats, _, _ = game
    k, source = ints[at.courses_grants + c], ints[at.courses_source + c]
    if NOBODY in (k, source) or floats[at.short + k] < HALF:
        return
    share = floats[at.posts + c]
    if share <= 0.0:
        return
    lack = floats[at.short + k] / share - ints[at.people + source]
    if lack > 0.0:
        floats[at.short + source] = max(floats[at.short + source], lack)
        begun_by = begin_by(game, ints[at.short_until + k], length_of(game, c))
        ints[at.short_until + source] = max(ints[at.short_until + source], begun_by)


@called
def serves(game: Game, c: int, area: int, w: int) -> bool:
    """Say whether graduates of a course are short at a goal that a class begun now ends before.

    `area`: the site at which it would be held, or the number of sites for the calendar alone.
    """
    at, ints, floats, _, _ = game
    k, source = ints[at.courses_grants + c], ints[at.courses_source + c]
    if k == NOBODY or w >= ints[at.exits] or floats[at.short + k] < HALF:
        return False
    if floats[at.posts + c] <= 0.0 or end_of(game, area, w, length_of(game, c)) > ints[at.short_until + k]:
        return False
    return source == NOBODY or ints[at.own_short + source] == 0


@called
def spare(game: Game, k: int, w: int) -> float:
    """People of a stock whom no serial planned in the coming weeks will need, with those who are to come."""
    at, ints, floats, _, _ = game
    if ints[at.spare_in] != w + 1:
        ints[at.spare_in] = w + 1
        count_needed(game, w)
    there = float(ints[at.people + k])
    left = there - ints[at.asked + k]
    return min(there, left, left + floats[at.least_left + k])


@called
def count_needed(game: Game, w: int) -> None:
    """Find how many more, or fewer, serials planned in the coming weeks will leave in each stock."""
    at, ints, floats, drawn, _ = game
    for k in range(at.stocks):
        ints[at.needed + k] = 0
        floats[at.least_left + k] = 0.0
    i = ints[at.next_serial]
    while i < at.planned and ints[at.serials_planned + i] < w + at.ahead:
        k = ints[at.courses_source + ints[at.serials_course + i]]
        if k != NOBODY and not ints[at.off + i]:
            mean = (
                drawn[ints[at.stocks_mean + k] + ints[at.season]]
                if ints[at.stocks_mean + k] != NOBODY
                else 0.0
            )
            ints[at.needed + k] += ints[at.serials_trainees + i]
            come = math.floor(mean * (ints[at.serials_planned + i] - w))
            floats[at.least_left + k] = min(floats[at.least_left + k], come - ints[at.needed + k])
        i += 1
