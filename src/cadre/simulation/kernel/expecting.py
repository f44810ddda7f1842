"""The look ahead: people expected at each goal, and who and what is taken by what runs and is planned.

The mission reacts, docs/model/simulation.md: expected people, what is reserved.
"""

import numpy as np

from cadre.simulation.kernel.claims import foreign_for, people_for
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.kernel.sampling import listed_power
from cadre.simulation.records import LISTED, NOBODY

NO_GOAL = np.int64(0)
"""No goal is passed yet: a number written in a call would have the function compiled once more."""


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
def stays(game: Game, k: int, weeks: int) -> float:
    """Share of a stock's people expected to be left after so many weeks."""
    g, _, y, _, _ = game
    return listed_power(y, g.stays + k * 2 * LISTED, weeks)


@called
def foresight(game: Game) -> None:
    """List who stays from goal to goal, and what all serials planned will bring and take."""
    g, z, y, _, _ = game
    if not g.reacts:
        return
    for c in range(g.courses):
        for t in range(g.goals):
            y[g.ending + c * g.goals + t] = 0.0
    for k in range(g.stocks):
        for t in range(g.goals):
            y[g.taken + k * g.goals + t] = 0.0
            if t > 0:
                weeks = z[g.goals_week + t] - z[g.goals_week + t - 1]
                y[g.between + k * g.goals + t] = stays(game, k, weeks)
    for i in range(g.planned):
        foresee_planned(game, i, 1.0)
        if z[g.courses_source + z[g.serials_course + i]] != NOBODY:
            z[g.to_ask + z[g.courses_source + z[g.serials_course + i]]] += z[g.serials_trainees + i]


@called
def foresee_planned(game: Game, i: int, sign: float) -> None:
    """Add a planned serial to those still to come, or take it from them, with its planned week."""
    g, z, _, _, _ = game
    c, begins, people = z[g.serials_course + i], z[g.serials_planned + i], sign * z[g.serials_trainees + i]
    source, ends = z[g.courses_source + c], begins + length_of(game, c)
    arrive(game, g.taken + source * g.goals, source, people, (begins, z[g.goal_of + begins + 1]))
    arrive(game, g.ending + c * g.goals, z[g.courses_grants + c], people, (ends, NO_GOAL))


@called
def look_ahead(game: Game, w: int) -> None:
    """Reckon the people expected at each goal with what runs and is planned."""
    g, z, y, _, _ = game
    first = z[g.goal_of + w + 1]
    expect_planned(game)
    for k in range(g.stocks):
        arrive(game, g.expected + k * g.goals, k, float(z[g.people + k]), (w, first))
    for r in range(z[g.runs]):
        expect_class(game, z[g.running + r], w, first)
    for u in range(g.under_way):
        expect_class(game, z[g.under_way_serial + u], w, first)
    for r in range(z[g.waits]):
        i = z[g.waiting + r]
        c, people = z[g.serials_course + i], float(z[g.serials_trainees + i])
        source, k, ends = z[g.courses_source + c], z[g.courses_grants + c], w + length_of(game, c)
        arrive(game, g.expected + source * g.goals, source, -people, (w, first))
        arrive(game, g.expected + k * g.goals, k, people * y[g.posts + c], (ends, first))
    for k in range(g.stocks):
        for t in range(first + 1, g.goals):
            at = k * g.goals + t
            y[g.expected + at] += y[g.expected + at - 1] * y[g.between + at]


@called
def expect_planned(game: Game) -> None:
    """Expect what serials still to come bring and take, at the shares by which courses now post."""
    g, z, y, _, _ = game
    for at in range(g.stocks * g.goals):
        y[g.expected + at] = -y[g.taken + at]
    for c in range(g.courses):
        y[g.posts + c] = share_posted(game, c, length_of(game, c))
        k = z[g.courses_grants + c]
        for t in range(g.goals if k != NOBODY else 0):
            y[g.expected + k * g.goals + t] += y[g.ending + c * g.goals + t] * y[g.posts + c]


@called
def expect_class(game: Game, i: int, w: int, first: int) -> None:
    """Expect those of a class that goes on who will be posted at its end."""
    g, z, _, _, _ = game
    c = z[g.serials_course + i]
    k, left = z[g.courses_grants + c], length_of(game, c) - z[g.taught + i]
    posted = z[g.in_class + i] * share_posted(game, c, left)
    arrive(game, g.expected + k * g.goals, k, posted, (w + left, first))


@called
def arrive(game: Game, row: int, k: int, people: float, when: tuple[int, int]) -> None:
    """Expect people in a stock, at the first goal that is not before they come.

    `row`: where they are noted by goal; `when`: week in which they come, first of the goals that count.
    """
    g, z, y, _, _ = game
    week, first = when
    if k == NOBODY or week > g.span:
        return
    t = max(first, z[g.goal_of + week])
    if t < g.goals:
        y[row + t] += people * stays(game, k, z[g.goals_week + t] - week)


@called
def expect(game: Game, k: int, people: float, week: int, first: int) -> None:
    """Expect more people in a stock from a week on, at all goals from the `first` ahead."""
    g, z, y, _, _ = game
    if k == NOBODY or week > g.span:
        return
    t = max(first, z[g.goal_of + week])
    if t < g.goals:
        left = people * stays(game, k, z[g.goals_week + t] - week)
        y[g.expected + k * g.goals + t] += left
        for later in range(t + 1, g.goals):
            left *= y[g.between + k * g.goals + later]
            y[g.expected + k * g.goals + later] += left


@called
def foreseen(game: Game, c: int, people: float, begins: int, w: int) -> None:
    """Reckon with people more, or fewer, who begin a course in a week."""
    g, z, y, _, _ = game
    first = z[g.goal_of + w + 1]
    expect(game, z[g.courses_source + c], -people, begins, max(first, z[g.goal_of + begins + 1]))
    expect(game, z[g.courses_grants + c], people * y[g.posts + c], begins + length_of(game, c), first)


@called
def reserve_all(game: Game, w: int) -> None:
    """Reserve what running serials, those that wait and those to come take, unless they are called off."""
    g, z, _, _, _ = game
    free_all(game)
    z[g.adds_up] = 1
    for r in range(z[g.runs]):
        reserve(game, z[g.running + r], z[g.began_with + z[g.running + r]], w)
    for r in range(z[g.waits]):
        reserve(game, z[g.waiting + r], z[g.serials_trainees + z[g.waiting + r]], w)
    for i in range(z[g.next_serial], g.planned):
        if z[g.serials_planned + i] >= w + g.ahead:
            break
        if not z[g.off + i]:
            reserve(game, i, z[g.serials_trainees + i], z[g.serials_planned + i])
    z[g.adds_up] = 0
    add_up(game, g.reserved, g.areas * g.skills)
    add_up(game, g.reserved_beds, g.sites)


@called
def free_all(game: Game) -> None:
    """Reserve nothing."""
    g, z, y, _, _ = game
    for i in range(g.areas * g.skills * g.ahead):
        z[g.reserved + i] = 0
    for i in range(g.sites * g.ahead):
        z[g.reserved_beds + i] = 0
    for i in range(g.sites * g.facilities * g.ahead):
        y[g.reserved_rooms + i] = 0.0


@called
def add_up(game: Game, where: int, rows: int) -> None:
    """Turn changes from week to week, row by row, into what is reserved in each week."""
    g, z, _, _, _ = game
    for row in range(rows):
        for at in range(where + row * g.ahead + 1, where + (row + 1) * g.ahead):
            z[at] += z[at - 1]


@called
def reserve(game: Game, i: int, people: int, begins: int) -> None:
    """Reserve the people, rooms and beds of a class through the weeks that it has left."""
    g, z, y, _, _ = game
    c, s, t = z[g.serials_course + i], z[g.serials_site + i], begins - z[g.decided]
    taught = z[g.taught + i]
    for p in range(z[g.courses_phase_from + c] + z[g.phase + i], z[g.courses_phase_to + c]):
        ends = min(t + z[g.stops + p] - taught, g.ahead)
        for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
            need, foreign, skill = (
                people_for(game, j, people),
                foreign_for(game, c, j, people),
                z[g.needs_skill + j],
            )
            reserve_kind(game, (s, skill), need, foreign, (t, ends))
            if z[g.group_of + skill] != NOBODY:
                reserve_kind(game, (s, z[g.group_of + skill]), need, foreign, (t, ends))
        for j in range(z[g.phases_use_from + p], z[g.phases_use_to + p]):
            room = (s * g.facilities + z[g.uses_facility + j]) * g.ahead
            for week in range(t, ends):
                y[g.reserved_rooms + room + week] += y[g.uses_amount + j]
        add_weeks(game, g.reserved_beds + s * g.ahead, people, (t, ends))
        if ends == g.ahead:
            return
        t, taught = ends, z[g.stops + p]


@called
def reserve_kind(game: Game, place: tuple[int, int], need: int, foreign: int, weeks: tuple[int, int]) -> None:
    """Reserve people of a kind, and the foreign ones among them, at a site and in all the country.

    `place`: site, kind; `weeks`: the first, and the one after the last.
    """
    g, z, _, _, _ = game
    s, kind = place
    here, sent = g.reserved + (s * g.skills + kind) * g.ahead, g.skills // 2 * g.ahead
    everywhere = g.reserved + (g.sites * g.skills + kind) * g.ahead
    add_weeks(game, here, need, weeks)
    if z[g.sites_in_country + s]:
        add_weeks(game, everywhere, need, weeks)
    if foreign > 0:
        add_weeks(game, here + sent, foreign, weeks)


@called
def add_weeks(game: Game, row: int, people: int, weeks: tuple[int, int]) -> None:
    """Add people to the weeks of a row; while all are reserved, to its changes, added up in the end."""
    g, z, _, _, _ = game
    first, end = weeks
    if first >= end:
        return
    if z[g.adds_up]:
        z[row + first] += people
        if end < g.ahead:
            z[row + end] -= people
        return
    for week in range(first, end):
        z[row + week] += people
