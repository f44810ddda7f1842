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
    at, ints, _, _, _ = game
    return ints[at.stops + ints[at.courses_phase_to + c] - 1]


@called
def end_of(game: Game, area: int, week: int, weeks: int) -> int:
    """Week after the last of so many teaching weeks at a site from a week on, closed weeks between them.

    `area`: site, or the number of sites for the calendar alone.
    """
    at, ints, _, _, _ = game
    if weeks <= 0:
        return week
    n = ints[at.open_before + area * (at.span + 1) + min(week, at.span)] + max(0, week - at.span) + weeks
    beyond = n - ints[at.open_before + area * (at.span + 1) + at.span]
    return at.span + beyond if beyond > 0 else ints[at.open_week + area * at.span + n - 1] + 1


@called
def begin_by(game: Game, end: int, weeks: int) -> int:
    """Last week in which so many teaching weeks of the calendar may begin that are over at a boundary."""
    at, ints, _, _, _ = game
    n = ints[at.open_before + at.sites * (at.span + 1) + end] - weeks
    return ints[at.open_week + at.sites * at.span + n] if n >= 0 else n


@called
def share_posted(game: Game, c: int, weeks: int) -> float:
    """Share of those in a class with so many weeks left who are expected to be posted."""
    at, ints, floats, drawn, _ = game
    share = listed_power(floats, at.endures + c * 2 * LISTED, weeks) * floats[at.passing + c]
    if ints[at.courses_hosts + c] != NOBODY:
        share *= 1.0 - drawn[ints[at.courses_teaches_on + c]]
    return share * drawn[ints[at.courses_posted + c]] if ints[at.courses_grants + c] != NOBODY else 0.0


@called
def stays(game: Game, k: int, weeks: int) -> float:
    """Share of a stock's people expected to be left after so many weeks."""
    at, _, floats, _, _ = game
    return listed_power(floats, at.stays + k * 2 * LISTED, weeks)


@called
def foresight(game: Game) -> None:
    """List who stays from goal to goal, and what all serials planned will bring and take."""
    at, ints, floats, _, _ = game
    if not at.reacts:
        return
    for c in range(at.courses):
        for t in range(at.goals):
            floats[at.ending + c * at.goals + t] = 0.0
    for k in range(at.stocks):
        for t in range(at.goals):
            floats[at.taken + k * at.goals + t] = 0.0
            if t > 0:
                weeks = ints[at.goals_week + t] - ints[at.goals_week + t - 1]
                floats[at.between + k * at.goals + t] = stays(game, k, weeks)
    for i in range(at.planned):
        foresee_planned(game, i, 1.0)
        if ints[at.courses_source + ints[at.serials_course + i]] != NOBODY:
            ints[at.to_ask + ints[at.courses_source + ints[at.serials_course + i]]] += ints[
                at.serials_trainees + i
            ]


@called
def foresee_planned(game: Game, i: int, sign: float) -> None:
    """Add a planned serial to those still to come, or take it from them, with its planned week."""
    at, ints, _, _, _ = game
    c, begins, people = (
        ints[at.serials_course + i],
        ints[at.serials_planned + i],
        sign * ints[at.serials_trainees + i],
    )
    source = ints[at.courses_source + c]
    ends = end_of(game, ints[at.serials_site + i], begins, length_of(game, c))
    arrive(game, at.taken + source * at.goals, source, people, (begins, ints[at.goal_of + begins + 1]))
    arrive(game, at.ending + c * at.goals, ints[at.courses_grants + c], people, (ends, NO_GOAL))


@called
def look_ahead(game: Game, w: int) -> None:
    """Reckon the people expected at each goal with what runs and is planned."""
    at, ints, floats, _, _ = game
    first = ints[at.goal_of + w + 1]
    expect_planned(game)
    for k in range(at.stocks):
        arrive(game, at.expected + k * at.goals, k, float(ints[at.people + k]), (w, first))
    for r in range(ints[at.runs]):
        expect_class(game, ints[at.running + r], w, first)
    for u in range(at.under_way):
        expect_class(game, ints[at.under_way_serial + u], w, first)
    for r in range(ints[at.waits]):
        i = ints[at.waiting + r]
        c, people = ints[at.serials_course + i], float(ints[at.serials_trainees + i])
        source, k = ints[at.courses_source + c], ints[at.courses_grants + c]
        ends = end_of(game, ints[at.serials_site + i], w, length_of(game, c))
        arrive(game, at.expected + source * at.goals, source, -people, (w, first))
        arrive(game, at.expected + k * at.goals, k, people * floats[at.posts + c], (ends, first))
    for k in range(at.stocks):
        for t in range(first + 1, at.goals):
            cell = k * at.goals + t
            floats[at.expected + cell] += floats[at.expected + cell - 1] * floats[at.between + cell]


@called
def expect_planned(game: Game) -> None:
    """Expect what serials still to come bring and take, at the shares by which courses now post."""
    at, ints, floats, _, _ = game
    for cell in range(at.stocks * at.goals):
        floats[at.expected + cell] = -floats[at.taken + cell]
    for c in range(at.courses):
        floats[at.posts + c] = share_posted(game, c, length_of(game, c))
        k = ints[at.courses_grants + c]
        for t in range(at.goals if k != NOBODY else 0):
            floats[at.expected + k * at.goals + t] += (
                floats[at.ending + c * at.goals + t] * floats[at.posts + c]
            )


@called
def expect_class(game: Game, i: int, w: int, first: int) -> None:
    """Expect those of a class that goes on who will be posted at its end."""
    at, ints, _, _, _ = game
    c = ints[at.serials_course + i]
    k, left = ints[at.courses_grants + c], length_of(game, c) - ints[at.taught + i]
    posted = ints[at.in_class + i] * share_posted(game, c, left)
    ends = end_of(game, ints[at.serials_site + i], w, left)
    arrive(game, at.expected + k * at.goals, k, posted, (ends, first))


@called
def arrive(game: Game, row: int, k: int, people: float, when: tuple[int, int]) -> None:
    """Expect people in a stock, at the first goal that is not before they come.

    `row`: where they are noted by goal; `when`: week in which they come, first of the goals that count.
    """
    at, ints, floats, _, _ = game
    week, first = when
    if k == NOBODY or week > at.span:
        return
    t = max(first, ints[at.goal_of + week])
    if t < at.goals:
        floats[row + t] += people * stays(game, k, ints[at.goals_week + t] - week)


@called
def expect(game: Game, k: int, people: float, week: int, first: int) -> None:
    """Expect more people in a stock from a week on, at all goals from the `first` ahead."""
    at, ints, floats, _, _ = game
    if k == NOBODY or week > at.span:
        return
    t = max(first, ints[at.goal_of + week])
    if t < at.goals:
        left = people * stays(game, k, ints[at.goals_week + t] - week)
        floats[at.expected + k * at.goals + t] += left
        for later in range(t + 1, at.goals):
            left *= floats[at.between + k * at.goals + later]
            floats[at.expected + k * at.goals + later] += left


@called
def foreseen(game: Game, held: tuple[int, int], people: float, begins: int, w: int) -> None:
    """Reckon with people more, or fewer, who begin a course in a week.

    `held`: course, site.
    """
    at, ints, floats, _, _ = game
    c, s = held
    first = ints[at.goal_of + w + 1]
    expect(game, ints[at.courses_source + c], -people, begins, max(first, ints[at.goal_of + begins + 1]))
    ends = end_of(game, s, begins, length_of(game, c))
    expect(game, ints[at.courses_grants + c], people * floats[at.posts + c], ends, first)


@called
def reserve_all(game: Game, w: int) -> None:
    """Reserve what running serials, those that wait and those to come take, unless they are called off."""
    at, ints, _, _, _ = game
    free_all(game)
    ints[at.adds_up] = 1
    for r in range(ints[at.runs]):
        reserve(game, ints[at.running + r], ints[at.began_with + ints[at.running + r]], w)
    for r in range(ints[at.waits]):
        reserve(game, ints[at.waiting + r], ints[at.serials_trainees + ints[at.waiting + r]], w)
    for i in range(ints[at.next_serial], at.planned):
        if ints[at.serials_planned + i] >= w + at.ahead:
            break
        if not ints[at.off + i]:
            reserve(game, i, ints[at.serials_trainees + i], ints[at.serials_planned + i])
    ints[at.adds_up] = 0
    add_up(game, at.reserved, at.areas * at.skills)
    add_up(game, at.reserved_beds, at.sites)


@called
def free_all(game: Game) -> None:
    """Reserve nothing."""
    at, ints, floats, _, _ = game
    for i in range(at.areas * at.skills * at.ahead):
        ints[at.reserved + i] = 0
    for i in range(at.sites * at.ahead):
        ints[at.reserved_beds + i] = 0
    for i in range(at.sites * at.facilities * at.ahead):
        floats[at.reserved_rooms + i] = 0.0


@called
def add_up(game: Game, where: int, rows: int) -> None:
    """Turn changes from week to week, row by row, into what is reserved in each week."""
    at, ints, _, _, _ = game
    for row in range(rows):
        for cell in range(where + row * at.ahead + 1, where + (row + 1) * at.ahead):
            ints[cell] += ints[cell - 1]


@called
def reserve(game: Game, i: int, people: int, begins: int) -> None:
    """Reserve the people, rooms and beds of a class through the weeks that it has left, closed ones too."""
    at, ints, floats, _, _ = game
    c, s, t = ints[at.serials_course + i], ints[at.serials_site + i], begins - ints[at.decided]
    taught = ints[at.taught + i]
    for p in range(ints[at.courses_phase_from + c] + ints[at.phase + i], ints[at.courses_phase_to + c]):
        over = end_of(game, s, t + ints[at.decided], ints[at.stops + p] - taught)
        ends = min(over - ints[at.decided], at.ahead)
        for j in range(ints[at.phases_need_from + p], ints[at.phases_need_to + p]):
            need, foreign, skill = (
                people_for(game, j, people),
                foreign_for(game, c, j, people),
                ints[at.needs_skill + j],
            )
            reserve_kind(game, (s, skill), need, foreign, (t, ends))
            if ints[at.group_of + skill] != NOBODY:
                reserve_kind(game, (s, ints[at.group_of + skill]), need, foreign, (t, ends))
        for j in range(ints[at.phases_use_from + p], ints[at.phases_use_to + p]):
            room = (s * at.facilities + ints[at.uses_facility + j]) * at.ahead
            for week in range(t, ends):
                floats[at.reserved_rooms + room + week] += floats[at.uses_amount + j]
        add_weeks(game, at.reserved_beds + s * at.ahead, people, (t, ends))
        if ends == at.ahead:
            return
        t, taught = ends, ints[at.stops + p]


@called
def reserve_kind(game: Game, place: tuple[int, int], need: int, foreign: int, weeks: tuple[int, int]) -> None:
    """Reserve people of a kind, and the foreign ones among them, at a site and in all the country.

    `place`: site, kind; `weeks`: the first, and the one after the last.
    """
    at, ints, _, _, _ = game
    s, kind = place
    here, sent = at.reserved + (s * at.skills + kind) * at.ahead, at.skills // 2 * at.ahead
    everywhere = at.reserved + (at.sites * at.skills + kind) * at.ahead
    add_weeks(game, here, need, weeks)
    if ints[at.sites_in_country + s]:
        add_weeks(game, everywhere, need, weeks)
    if foreign > 0:
        add_weeks(game, here + sent, foreign, weeks)


@called
def add_weeks(game: Game, row: int, people: int, weeks: tuple[int, int]) -> None:
    """Add people to the weeks of a row; while all are reserved, to its changes, added up in the end."""
    at, ints, _, _, _ = game
    first, end = weeks
    if first >= end:
        return
    if ints[at.adds_up]:
        ints[row + first] += people
        if end < at.ahead:
            ints[row + end] -= people
        return
    for week in range(first, end):
        ints[row + week] += people
