"""Planned serials that serve nothing any more are called off, so that their people and trainees are free.

The mission reacts, docs/model/simulation.md: what is called off.
"""

import math

from cadre.simulation.kernel.codes import CALLED_OFF
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.kernel.expecting import foreseen, length_of, stays
from cadre.simulation.records import NOBODY, SURE


@called
def call_off(game: Game, w: int) -> bool:
    """Call off planned serials whose graduates serve nothing, the last first; say whether there are any."""
    g, z, _, _, _ = game
    some = False
    begin_anew(game)
    for r in range(g.courses if z[g.goal_of + w + 1] < g.goals else 0):
        c = z[g.explodes + r]
        if may_be_idle(game, c) and find_beyond(game, c, w):
            some |= call_off_course(game, c, w)
    return some


@called
def begin_anew(game: Game) -> None:
    """Reckon with all serials that have not begun."""
    g, z, _, _, _ = game
    z[g.drops] = 0
    for i in range(z[g.next_serial], g.planned):
        z[g.off + i] = 0
    for r in range(z[g.waits]):
        z[g.off + z[g.waiting + r]] = 0
    for k in range(g.stocks):
        z[g.let_off + k] = 0


@called
def may_be_idle(game: Game, c: int) -> bool:
    """Say whether a course only serves goals and courses: it trains no hosts, and shows none able."""
    g, z, y, _, _ = game
    k = z[g.courses_grants + c]
    if not z[g.courses_idles + c] or y[g.short + k] > 0.0:
        return False
    if z[g.people + k] < z[g.asked + k] + z[g.to_ask + k] - z[g.let_off + k]:
        return False
    return not z[g.courses_shows + c] or y[g.foreign_least + c] == 0.0


@called
def find_beyond(game: Game, c: int, w: int) -> bool:
    """Find the holders beyond what is wanted at each goal ahead; say whether there are any at the last."""
    g, z, y, _, _ = game
    k = z[g.courses_grants + c]
    for t in range(g.goals - 1, z[g.goal_of + w + 1] - 1, -1):
        y[g.beyond_at + t] = beyond(game, k, t)
        if t == g.goals - 1 and y[g.beyond_at + t] <= 0.0:
            return False
    return True


@called
def beyond(game: Game, k: int, t: int) -> float:
    """Holders beyond what is wanted at a goal, without those kept for chance.

    Capabilities of lower priority lose theirs first.
    """
    g, z, y, _, _ = game
    expected = max(0.0, y[g.expected + k * g.goals + t])
    y[g.unclaimed + k] = expected
    for j in range(g.parts):
        of = z[g.parts_stock + j]
        y[g.unclaimed + of] = max(0.0, y[g.expected + of * g.goals + t])
    free = lacking = 0.0
    for r in range(g.capabilities):
        n = z[g.ranked + r]
        wants = z[g.wants + t * g.capabilities + n]
        units, wanted = form(game, n), float(-1 - wants if wants < 0 else wants)
        for j in range(z[g.capabilities_part_from + n], z[g.capabilities_part_to + n]):
            if z[g.parts_stock + j] == k:
                each = z[g.parts_people + j]
                lacking += each * max(0.0, wanted - units)
                free = each * max(0.0, units - wanted) + (free if wanted == 0.0 else 0.0)
    return free + y[g.unclaimed + k] - lacking - SURE * math.sqrt(expected)


@called
def form(game: Game, n: int) -> float:
    """Form units of a capability from those unclaimed."""
    g, z, y, _, _ = game
    first, last = z[g.capabilities_part_from + n], z[g.capabilities_part_to + n]
    units = y[g.unclaimed + z[g.parts_stock + first]] / z[g.parts_people + first]
    for j in range(first + 1, last):
        units = min(units, y[g.unclaimed + z[g.parts_stock + j]] / z[g.parts_people + j])
    for j in range(first, last):
        y[g.unclaimed + z[g.parts_stock + j]] -= z[g.parts_people + j] * units
    return units


@called
def call_off_course(game: Game, c: int, w: int) -> bool:
    """Call off serials of a course, the last planned first, as long as their graduates are beyond."""
    g, z, _, _, _ = game
    some = False
    for i in range(g.planned - 1, z[g.next_serial] - 1, -1):
        if z[g.serials_course + i] == c and z[g.serials_planned + i] < z[g.exits]:
            some |= is_idle(game, i, z[g.serials_planned + i], w)
    for r in range(z[g.waits] - 1, -1, -1):
        if z[g.serials_course + z[g.waiting + r]] == c:
            z[g.drops] |= is_idle(game, z[g.waiting + r], w, w)
    return some or z[g.drops] > 0


@called
def is_idle(game: Game, i: int, begins: int, w: int) -> bool:
    """Say whether all graduates of a serial are beyond what is wanted; then reckon without it."""
    g, z, y, _, _ = game
    c, people = z[g.serials_course + i], z[g.serials_trainees + i]
    k, ends, posted = z[g.courses_grants + c], begins + length_of(game, c), people * y[g.posts + c]
    from_goal = max(z[g.goal_of + w + 1], z[g.goal_of + min(ends, g.span + 1)])
    for t in range(from_goal, g.goals):
        if y[g.beyond_at + t] < posted * stays(game, k, z[g.goals_week + t] - ends):
            return False
    for t in range(from_goal, g.goals):
        y[g.beyond_at + t] -= posted * stays(game, k, z[g.goals_week + t] - ends)
    z[g.off + i] = 1
    if z[g.courses_source + c] != NOBODY:
        z[g.let_off + z[g.courses_source + c]] += people
    foreseen(game, c, -float(people), begins, w)
    return True


@called
def drop_waiting(game: Game) -> None:
    """Let those that wait and were called off wait no longer."""
    g, z, _, _, out = game
    still = z[g.drops] = 0
    for r in range(z[g.waits]):
        i = z[g.waiting + r]
        if z[g.off + i]:
            source = z[g.courses_source + z[g.serials_course + i]]
            if source != NOBODY:
                z[g.asked + source] -= z[g.serials_trainees + i]
            out[CALLED_OFF] += 1
        else:
            z[g.waiting + still] = i
            still += 1
    z[g.waits] = still
