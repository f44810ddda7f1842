"""Classes called besides the plan, where people, rooms and trainees are there.

The mission reacts, docs/model/simulation.md: what is called.
"""

import math

import numpy as np

from cadre.simulation.kernel.claims import enough_free, people_for
from cadre.simulation.kernel.codes import CALLED, EPS, HALF, NOTHING, OPEN
from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.kernel.deciding import (
    count_short,
    expect,
    length_of,
    reserve,
    share_posted,
    spare,
    take,
)
from cadre.simulation.kernel.sampling import GOLDEN, mixed
from cadre.simulation.kernel.starting import obstacle, start
from cadre.simulation.records import NOBODY


@called
def call_more(game: Game, w: int) -> None:
    """Call classes besides the plan, the most worth first, as long as each serves a goal."""
    g, z, _, _, _ = game
    if w >= z[g.exits] or z[g.paused] or w < z[g.held_until]:
        return
    for r in range(g.calls):
        while call(game, r, w):
            count_short(game, w)


@called
def call(game: Game, r: int, w: int) -> bool:
    """Call one class of a course at a site if one can begin that serves a goal; say whether it did."""
    g, z, _, _, out = game
    c, s = z[g.calls_course + r], z[g.calls_site + r]
    if not is_called_for(game, c, w) or z[g.state + s] != OPEN or not z[g.may_start + c * g.weeks + w]:
        return False
    i = free_row(game)
    if i == NOBODY:
        return False
    z[g.serials_course + i] = c
    z[g.serials_site + i] = s
    z[g.taught + i] = z[g.phase + i] = z[g.frozen + i] = 0
    if not enough_free(game, i, z[g.courses_least + c]):  # mostly so, and told at little cost
        return False
    people = z[g.serials_trainees + i] = trainees_for(game, c, w)
    if people == 0 or obstacle(game, i, w, people) != NOTHING or not has_time(game, i, people, w):
        return False
    z[g.calls_made + r] += 1
    z[g.serials_slot + i] = np.int64(
        mixed(np.uint64(z[g.calls_slot + r]) + np.uint64(z[g.calls_made + r]) * GOLDEN)
    )
    out[CALLED] += 1
    foreseen(game, i, people, w)
    start(game, i, w, people)
    return True


@called
def foreseen(game: Game, i: int, people: int, w: int) -> None:
    """Reckon with a class that begins now."""
    g, z, _, _, _ = game
    c = z[g.serials_course + i]
    take(game, z[g.courses_source + c], people, w)
    expect(game, i, people, w, length_of(game, c))
    reserve(game, i, people, w)


@called
def is_called_for(game: Game, c: int, w: int) -> bool:
    """Say whether graduates of a course are short at a goal that a class begun now ends before."""
    g, z, y, _, _ = game
    k, source, ends = z[g.courses_grants + c], z[g.courses_source + c], w + length_of(game, c)
    if y[g.short + k] < HALF or ends > z[g.short_until + k] or ends > z[g.exits]:
        return False
    return source == NOBODY or z[g.own_short + source] == 0


@called
def trainees_for(game: Game, c: int, w: int) -> int:
    """Trainees of a class called now: seats, people to spare, and no more than are short; 0 if too few."""
    g, z, y, _, _ = game
    k, source, least = z[g.courses_grants + c], z[g.courses_source + c], z[g.courses_least + c]
    share = share_posted(game, c, length_of(game, c))
    if share <= 0.0:
        return 0
    people = min(float(z[g.courses_most + c]), max(float(least), math.ceil(y[g.short + k] / share - EPS)))
    if source != NOBODY:
        if z[g.people + source] < least:
            return 0
        people = min(people, spare(game, source, w))
    return int(people) if people >= least else 0


@called
def free_row(game: Game) -> int:
    """Give a row for a class called besides the plan that no class uses, or NOBODY."""
    g, z, _, _, _ = game
    for i in range(g.planned, g.callable_to):
        if z[g.began_with + i] == 0:
            return i
    return NOBODY


@called
def has_time(game: Game, i: int, trainees: int, w: int) -> bool:
    """Say whether people, rooms and beds are free of what runs and is planned while a class lasts."""
    g, z, y, _, _ = game
    c, s, t, taught = z[g.serials_course + i], z[g.serials_site + i], w - z[g.decided], 0
    beds = z[g.sites_beds + s]
    free_beds = beds + z[g.beds_added + s] - z[g.at_site + s] - trainees
    for p in range(z[g.courses_phase_from + c], z[g.courses_phase_to + c]):
        while taught < z[g.stops + p] and t < g.ahead:
            if beds != NOBODY and z[g.reserved_beds + s * g.ahead + t] > free_beds:
                return False
            for j in range(z[g.phases_use_from + p], z[g.phases_use_to + p]):
                room = s * g.facilities + z[g.uses_facility + j]
                left = y[g.rooms_now + room] - y[g.reserved_rooms + room * g.ahead + t]
                if left < y[g.uses_amount + j] - EPS:
                    return False
            for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
                if not are_free(game, (s, z[g.needs_skill + j]), people_for(game, j, trainees), w, t):
                    return False
            taught += 1
            t += 1
    return True


@called
def are_free(game: Game, place: tuple[int, int], people: int, w: int, t: int) -> bool:
    """Say whether people of a skill are free at a site in a week, and in all the country with hosts."""
    g, z, _, _, _ = game
    s, skill = place
    week, at = z[g.decided] + t, skill * g.ahead + t
    hosts = 0
    if z[g.sites_in_country + s]:
        for r in range(z[g.host_links + skill], z[g.host_links + skill + 1]):
            hosts += z[g.people + z[g.links + r]]
    if people > posted_at(game, s, skill, week) + hosts - z[g.reserved + s * g.skills * g.ahead + at]:
        return False
    if hosts == 0:
        return True
    there = hosts
    for other in range(g.sites):
        if z[g.sites_in_country + other]:
            there += posted_at(game, other, skill, week)
    return people <= there - z[g.reserved + g.sites * g.skills * g.ahead + at]


@called
def posted_at(game: Game, s: int, skill: int, week: int) -> int:
    """People on posts at a site who hold a skill: those ready now, no more than are planned for a week."""
    g, z, _, _, _ = game
    at, there = s * g.skills + skill, 0
    for r in range(z[g.choices_foreign_from + at], z[g.choices_local_to + at]):
        there += z[g.able + z[g.links + r]]
    planned = z[g.strength + at * g.span + week] if week < g.span else 0
    return min(there, planned)
