"""Planned serials that serve nothing any more are called off, so that their people and trainees are free.

The mission reacts, docs/model/simulation.md: what is called off.
"""

import math

from cadre.simulation.kernel.codes import CALLED_OFF
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.kernel.expecting import end_of, foreseen, length_of, stays
from cadre.simulation.kernel.reading import taken_at
from cadre.simulation.records import NOBODY, SURE


@called
def call_off(game: Game, w: int) -> bool:
    """Call off planned serials whose graduates serve nothing, the last first; say whether there are any."""
    at, ints, _, _, _ = game
    some = False
    for r in range(at.courses if ints[at.goal_of + w + 1] < at.goals else 0):
        c = ints[at.explodes + r]
        if may_be_idle(game, c) and find_beyond(game, c, w):
            some |= call_off_course(game, c, w)
    return some


@called
def begin_anew(game: Game) -> None:
    """Reckon with all serials that have not begun: none is called off."""
    at, ints, _, _, _ = game
    ints[at.drops] = 0
    for i in range(ints[at.next_serial], at.planned):
        ints[at.off + i] = 0
    for r in range(ints[at.waits]):
        ints[at.off + ints[at.waiting + r]] = 0
    for k in range(at.stocks):
        ints[at.let_off + k] = 0


@called
def may_be_idle(game: Game, c: int) -> bool:
    """Say whether a course only serves goals and courses: it trains no hosts, and shows none able."""
    at, ints, floats, _, _ = game
    k = ints[at.courses_grants + c]
    if not ints[at.courses_idles + c] or floats[at.short + k] > 0.0:
        return False
    if ints[at.people + k] < ints[at.asked + k] + ints[at.to_ask + k] - ints[at.let_off + k]:
        return False
    return not ints[at.courses_shows + c] or floats[at.foreign_least + c] == 0.0


@called
def find_beyond(game: Game, c: int, w: int) -> bool:
    """Find the holders beyond what is wanted at each goal ahead; say whether there are any at the last."""
    at, ints, floats, _, _ = game
    k = ints[at.courses_grants + c]
    for t in range(at.goals - 1, ints[at.goal_of + w + 1] - 1, -1):
        floats[at.beyond_at + t] = beyond(game, k, t)
        if t == at.goals - 1 and floats[at.beyond_at + t] <= 0.0:
            return False
    return True


@called
def beyond(game: Game, k: int, t: int) -> float:
    """Holders in no unit that is wanted at a goal, without those kept for chance and for what is lacking."""
    at, ints, floats, _, _ = game
    expected = max(0.0, floats[at.expected + k * at.goals + t])
    floats[at.unclaimed + k] = expected
    for j in range(at.parts):
        of = ints[at.parts_stock + j]
        floats[at.unclaimed + of] = max(0.0, floats[at.expected + of * at.goals + t])
    lacking = 0.0
    for r in range(at.capabilities):
        n = ints[at.ranked + r]
        wants = ints[at.wants + t * at.capabilities + n]
        wanted = float(-1 - wants if wants < 0 else wants)
        units = form(game, n, taken_at(game, t, n, wanted))
        for j in range(ints[at.capabilities_part_from + n], ints[at.capabilities_part_to + n]):
            if ints[at.parts_stock + j] == k:
                lacking += ints[at.parts_people + j] * max(0.0, wanted - units)
    return floats[at.unclaimed + k] - lacking - SURE * math.sqrt(expected)


@called
def form(game: Game, n: int, most: float) -> float:
    """Form units of a capability from those unclaimed, so many at most."""
    at, ints, floats, _, _ = game
    first, last, units = ints[at.capabilities_part_from + n], ints[at.capabilities_part_to + n], most
    for j in range(first, last):
        units = min(units, floats[at.unclaimed + ints[at.parts_stock + j]] / ints[at.parts_people + j])
    for j in range(first, last):
        floats[at.unclaimed + ints[at.parts_stock + j]] -= ints[at.parts_people + j] * units
    return units


@called
def call_off_course(game: Game, c: int, w: int) -> bool:
    """Call off serials of a course, the last planned first, as long as their graduates are beyond."""
    at, ints, _, _, _ = game
    some = False
    for i in range(at.planned - 1, ints[at.next_serial] - 1, -1):
        if ints[at.serials_course + i] == c and ints[at.serials_planned + i] < ints[at.exits]:
            some |= is_idle(game, i, ints[at.serials_planned + i], w)
    for r in range(ints[at.waits] - 1, -1, -1):
        if ints[at.serials_course + ints[at.waiting + r]] == c:
            ints[at.drops] |= is_idle(game, ints[at.waiting + r], w, w)
    return some or ints[at.drops] > 0


@called
def is_idle(game: Game, i: int, begins: int, w: int) -> bool:
    """Say whether all graduates of a serial are beyond what is wanted; then reckon without it."""
    at, ints, floats, _, _ = game
    c, people = ints[at.serials_course + i], ints[at.serials_trainees + i]
    s, k, posted = ints[at.serials_site + i], ints[at.courses_grants + c], people * floats[at.posts + c]
    ends = end_of(game, s, begins, length_of(game, c))
    from_goal = max(ints[at.goal_of + w + 1], ints[at.goal_of + min(ends, at.span + 1)])
    for t in range(from_goal, at.goals):
        if floats[at.beyond_at + t] < posted * stays(game, k, ints[at.goals_week + t] - ends):
            return False
    for t in range(from_goal, at.goals):
        floats[at.beyond_at + t] -= posted * stays(game, k, ints[at.goals_week + t] - ends)
    ints[at.off + i] = 1
    if ints[at.courses_source + c] != NOBODY:
        ints[at.let_off + ints[at.courses_source + c]] += people
    foreseen(game, (c, s), -float(people), begins, w)
    return True


@called
def drop_waiting(game: Game) -> None:
    """Let those that wait and were called off wait no longer."""
    at, ints, _, _, counts = game
    still = ints[at.drops] = 0
    for r in range(ints[at.waits]):
        i = ints[at.waiting + r]
        if ints[at.off + i]:
            source = ints[at.courses_source + ints[at.serials_course + i]]
            if source != NOBODY:
                ints[at.asked + source] -= ints[at.serials_trainees + i]
            counts[CALLED_OFF] += 1
        else:
            ints[at.waiting + still] = i
            still += 1
    ints[at.waits] = still
