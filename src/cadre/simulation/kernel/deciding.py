"""The mission decides: it looks ahead from what is there to each goal, and finds what is short.

The mission reacts, docs/model/simulation.md: the look ahead, what is reserved, what is short.
"""

import math

from cadre.simulation.kernel.claims import people_for
from cadre.simulation.kernel.codes import HALF
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.kernel.sampling import listed_power
from cadre.simulation.records import LISTED, NEVER, NOBODY


@called
def decide(game: Game, w: int) -> None:
    """Look ahead anew at the beginning of a rotation, when a site opened first, when a course has learnt."""
    g, z, _, _, _ = game
    if w % g.tour == 0:
        z[g.decides] = 1
    if not g.reacts or not z[g.decides] or w >= z[g.exits]:
        return
    z[g.decides] = 0
    z[g.decided] = w
    look_ahead(game, w)
    count_short(game, w)


@called
def length_of(game: Game, c: int) -> int:
    """Teaching weeks of a course."""
    g, z, _, _, _ = game
    return z[g.stops + z[g.courses_phase_to + c] - 1]


@called
def share_posted(game: Game, c: int, weeks: int) -> float:
    """Share of those in a class with so many weeks left who are expected to be posted."""
    g, z, y, x, _ = game
    share = listed_power(y, g.endures + c * 2 * LISTED, weeks) * y[g.passing + c]
    if z[g.courses_hosts + c] != NOBODY:
        share *= 1.0 - x[z[g.courses_teaches_on + c]]
    return share * x[z[g.courses_posted + c]] if z[g.courses_grants + c] != NOBODY else 0.0


@called
def look_ahead(game: Game, w: int) -> None:
    """Reckon the people expected at each goal, and who and what is taken by what runs and is planned."""
    g, z, y, _, _ = game
    for k in range(g.stocks):
        for t in range(g.goals):
            y[g.expected + k * g.goals + t] = kept(game, k, z[g.people + k], z[g.goals_week + t] - w)
    for i in range(g.areas * g.skills * g.ahead):
        z[g.reserved + i] = 0
    for i in range(g.sites * g.ahead):
        z[g.reserved_beds + i] = 0
    for i in range(g.sites * g.facilities * g.ahead):
        y[g.reserved_rooms + i] = 0.0
    for r in range(z[g.runs]):
        i = z[g.running + r]
        left = length_of(game, z[g.serials_course + i]) - z[g.taught + i]
        expect(game, i, z[g.in_class + i], w, left)
        reserve(game, i, z[g.began_with + i], w)
    for u in range(g.under_way):
        i = z[g.under_way_serial + u]
        expect(game, i, z[g.in_class + i], w, length_of(game, z[g.serials_course + i]) - z[g.taught + i])
    for r in range(z[g.waits]):
        foresee(game, z[g.waiting + r], w)
    for i in range(z[g.next_serial], g.planned):
        foresee(game, i, max(w, z[g.serials_planned + i]))


@called
def kept(game: Game, k: int, people: float, weeks: int) -> float:
    """People of a stock who are expected to be left after so many weeks; none before them."""
    g, _, y, _, _ = game
    return people * listed_power(y, g.stays + k * 2 * LISTED, weeks) if weeks >= 0 else 0.0


@called
def foresee(game: Game, i: int, begins: int) -> None:
    """Reckon with a serial that has not begun: what it takes and what it will give."""
    g, z, _, _, _ = game
    c, people = z[g.serials_course + i], z[g.serials_trainees + i]
    take(game, z[g.courses_source + c], people, begins)
    expect(game, i, people, begins, length_of(game, c))
    reserve(game, i, people, begins)


@called
def take(game: Game, source: int, people: int, begins: int) -> None:
    """Expect fewer people in a stock that a class takes its trainees from."""
    g, z, y, _, _ = game
    for t in range(g.goals if source != NOBODY else 0):
        after = z[g.goals_week + t] - begins
        y[g.expected + source * g.goals + t] -= kept(game, source, people, after) if after > 0 else 0.0


@called
def expect(game: Game, i: int, people: int, begins: int, left: int) -> None:
    """Expect those of a class who will be posted at its end."""
    g, z, y, _, _ = game
    c = z[g.serials_course + i]
    k = z[g.courses_grants + c]
    if k == NOBODY:
        return
    posted = people * share_posted(game, c, left)
    for t in range(g.goals):
        y[g.expected + k * g.goals + t] += kept(game, k, posted, z[g.goals_week + t] - begins - left)


@called
def reserve(game: Game, i: int, people: int, begins: int) -> None:
    """Reserve the people, rooms and beds of a class through the weeks that it has left."""
    g, z, y, _, _ = game
    c, s, t = z[g.serials_course + i], z[g.serials_site + i], begins - z[g.decided]
    taught = z[g.taught + i]
    for p in range(z[g.courses_phase_from + c] + z[g.phase + i], z[g.courses_phase_to + c]):
        while taught < z[g.stops + p] and t < g.ahead:
            for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
                need, at = people_for(game, j, people), z[g.needs_skill + j] * g.ahead + t
                z[g.reserved + s * g.skills * g.ahead + at] += need
                z[g.reserved + g.sites * g.skills * g.ahead + at] += need if z[g.sites_in_country + s] else 0
            for j in range(z[g.phases_use_from + p], z[g.phases_use_to + p]):
                at = (s * g.facilities + z[g.uses_facility + j]) * g.ahead + t
                y[g.reserved_rooms + at] += y[g.uses_amount + j]
            z[g.reserved_beds + s * g.ahead + t] += people
            taught += 1
            t += 1


@called
def count_short(game: Game, w: int) -> None:
    """Find the holders short at the goals that are left, of competences that hold back most; then explode.

    `short_until`: the last goal at which some are short, 0 where none is.
    """
    g, z, y, _, _ = game
    for k in range(g.stocks):
        y[g.short + k] = 0.0
        z[g.short_until + k] = 0
    for t in range(g.goals):
        if z[g.goals_week + t] > w:
            short_at(game, t)
    for k in range(g.stocks):
        z[g.own_short + k] = z[g.short_until + k]
    for r in range(g.courses):
        explode(game, z[g.explodes + r])


@called
def short_at(game: Game, t: int) -> None:
    """Form the units expected at a goal, and note who is short of those that hold back most."""
    g, z, y, _, _ = game
    for k in range(g.stocks):
        y[g.unclaimed + k] = max(0.0, y[g.expected + k * g.goals + t])
    for r in range(g.capabilities):
        n = z[g.ranked + r]
        first, last, units = z[g.capabilities_part_from + n], z[g.capabilities_part_to + n], float(NEVER)
        for j in range(first, last):
            units = min(units, y[g.unclaimed + z[g.parts_stock + j]] / z[g.parts_people + j])
        wanted = float(z[g.wants + t * g.capabilities + n])
        for j in range(first, last if units < wanted else first):
            k, each, others = z[g.parts_stock + j], z[g.parts_people + j], wanted
            for i in range(first, last):
                if i != j:
                    others = min(others, y[g.unclaimed + z[g.parts_stock + i]] / z[g.parts_people + i])
            if y[g.unclaimed + k] / each <= others:
                level = min(wanted, max(others, units + 1.0))
                y[g.short + k] = max(y[g.short + k], each * level - y[g.unclaimed + k])
                z[g.short_until + k] = max(z[g.short_until + k], z[g.goals_week + t])
        for j in range(first, last):
            y[g.unclaimed + z[g.parts_stock + j]] -= z[g.parts_people + j] * units


@called
def explode(game: Game, c: int) -> None:
    """Let a course whose graduates are short call for those whom it would teach, if too few are there."""
    g, z, y, _, _ = game
    k, source = z[g.courses_grants + c], z[g.courses_source + c]
    if NOBODY in (k, source) or y[g.short + k] < HALF:
        return
    weeks = length_of(game, c)
    share = share_posted(game, c, weeks)
    if share <= 0.0:
        return
    lack = y[g.short + k] / share - z[g.people + source]
    if lack > 0.0:
        y[g.short + source] = max(y[g.short + source], lack)
        z[g.short_until + source] = max(z[g.short_until + source], z[g.short_until + k] - weeks)


@called
def spare(game: Game, k: int, w: int) -> float:
    """People of a stock whom no serial planned in the coming weeks will need, with those who are to come."""
    g, z, _, x, _ = game
    there = least = float(z[g.people + k])
    for r in range(z[g.waits]):
        i = z[g.waiting + r]
        waits = r < z[g.still] or r >= z[g.looked]  # those between began this week, or were given up
        there -= (
            z[g.serials_trainees + i] if waits and z[g.courses_source + z[g.serials_course + i]] == k else 0
        )
    least = min(least, there)
    mean = x[z[g.stocks_mean + k] + z[g.season]] if z[g.stocks_mean + k] != NOBODY else 0.0
    i = z[g.next_serial]
    while i < g.planned and z[g.serials_planned + i] < w + g.ahead:
        if z[g.courses_source + z[g.serials_course + i]] == k:
            there -= z[g.serials_trainees + i]
            least = min(least, there + math.floor(mean * (z[g.serials_planned + i] - w)))
        i += 1
    return least
