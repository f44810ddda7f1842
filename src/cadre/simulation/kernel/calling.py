"""Classes called besides the plan, where people, rooms and trainees are there.

The mission reacts, docs/model/simulation.md: what is called.
"""

import math

import numpy as np

from cadre.simulation.kernel.claims import enough_free, foreign_for, people_for
from cadre.simulation.kernel.codes import CALLED, EPS, NOTHING, OPEN
from cadre.simulation.kernel.compiling import Game, called, put_in
from cadre.simulation.kernel.deciding import AS_WANTED, BEYOND, find_short, lacks_something, serves, spare
from cadre.simulation.kernel.expecting import foreseen, length_of, reserve
from cadre.simulation.kernel.sampling import GOLDEN, mixed
from cadre.simulation.kernel.starting import obstacle, start
from cadre.simulation.records import NOBODY


@called
def call_more(game: Game, w: int) -> None:
    """Call classes besides the plan, the most worth first, as long as each serves a goal.

    Where none would serve any goal ahead, a mission that goes on calls those that lead beyond them.
    """
    g, z, _, _, _ = game
    if w >= z[g.exits] or z[g.paused] or w < z[g.held_until]:
        return
    call_towards(game, w, AS_WANTED)
    if g.goes_on and not lacks_something(game, w):
        find_short(game, w, BEYOND)
        call_towards(game, w, BEYOND)
        find_short(game, w, AS_WANTED)


@called
def call_towards(game: Game, w: int, beyond: int) -> None:
    """Call classes towards what is wanted, or beyond it."""
    g, z, _, _, _ = game
    z[g.goes_beyond] = beyond
    for r in range(g.calls):
        while call(game, r, w):
            find_short(game, w, beyond)
    z[g.goes_beyond] = 0


@put_in
def call(game: Game, r: int, w: int) -> bool:
    """Call one class of a course at a site if one can begin that serves a goal; say whether it did."""
    g, z, _, _, out = game
    c, s = z[g.calls_course + r], z[g.calls_site + r]
    if not serves(game, c, w) or w + length_of(game, c) > z[g.exits]:
        return False
    if z[g.state + s] != OPEN or not z[g.may_start + (c * g.sites + s) * g.weeks + w]:
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
    if z[g.goes_beyond]:
        z[g.gone_on + z[g.courses_source + c]] += people
    foreseen(game, c, float(people), w, w)
    reserve(game, i, people, w)
    start(game, i, w, people)
    return True


@called
def trainees_for(game: Game, c: int, w: int) -> int:
    """Trainees of a class called now: seats, people to spare, and no more than are short; 0 if too few."""
    g, z, y, _, _ = game
    k, source, least = z[g.courses_grants + c], z[g.courses_source + c], z[g.courses_least + c]
    short = math.ceil(y[g.short + k] / y[g.posts + c] - EPS)
    people = min(float(z[g.courses_most + c]), max(float(least), short))
    if source != NOBODY:
        if z[g.people + source] < least:
            return 0
        people = min(people, spare(game, source, w))
    if z[g.goes_beyond]:
        people = min(people, more_than_expected(game, source))
    return int(people) if people >= least else 0


@called
def more_than_expected(game: Game, source: int) -> float:
    """Recruits of a pool beyond those expected, whom no class beyond the targets has taken."""
    g, z, _, x, _ = game
    if source == NOBODY or z[g.stocks_more + source] == NOBODY:
        return 0.0
    return x[z[g.stocks_more + source]] - float(z[g.gone_on + source])


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
    g, z, _, _, _ = game
    c, s, begins, taught = z[g.serials_course + i], z[g.serials_site + i], w - z[g.decided], 0
    for p in range(z[g.courses_phase_from + c], z[g.courses_phase_to + c]):
        ends = min(begins + z[g.stops + p] - taught, g.ahead)
        if not has_room(game, (s, p), trainees, begins, ends):
            return False
        for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
            skill, group, weeks = z[g.needs_skill + j], z[g.group_of + z[g.needs_skill + j]], (begins, ends)
            need, foreign = people_for(game, j, trainees), foreign_for(game, c, j, trainees)
            if not are_all_free(game, (s, skill), need, foreign, weeks):
                return False
            if group != NOBODY:
                need, foreign = people_of_group(game, (c, p, group), trainees)
                if not are_all_free(game, (s, group), need, foreign, weeks):
                    return False
        begins, taught = ends, z[g.stops + p]
    return True


@called
def people_of_group(game: Game, whose: tuple[int, int, int], trainees: int) -> tuple[int, int]:
    """People of a group of skills that a phase needs, and how many of them must be foreign.

    `whose`: course, phase, group.
    """
    g, z, _, _, _ = game
    c, p, group = whose
    need = foreign = 0
    for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
        if z[g.group_of + z[g.needs_skill + j]] == group:
            need += people_for(game, j, trainees)
            foreign += foreign_for(game, c, j, trainees)
    return need, foreign


@called
def are_all_free(game: Game, place: tuple[int, int], need: int, foreign: int, weeks: tuple[int, int]) -> bool:
    """Say whether people of a kind are free through some weeks, and the foreign ones among them.

    `place`: site, kind.
    """
    g, _, _, _, _ = game
    s, kind = place
    if not are_free(game, place, need, weeks[0], weeks[1]):
        return False
    return foreign == 0 or are_free(game, (s, kind + g.skills // 2), foreign, weeks[0], weeks[1])


@called
def has_room(game: Game, place: tuple[int, int], trainees: int, begins: int, ends: int) -> bool:
    """Say whether beds and the rooms of a phase are free from one week reserved to another.

    `place`: site, phase.
    """
    g, z, y, _, _ = game
    s, p = place
    beds = z[g.sites_beds + s]
    free_beds = beds + z[g.beds_added + s] - z[g.at_site + s] - trainees
    for t in range(begins, ends if beds != NOBODY else begins):
        if z[g.reserved_beds + s * g.ahead + t] > free_beds:
            return False
    for j in range(z[g.phases_use_from + p], z[g.phases_use_to + p]):
        room = s * g.facilities + z[g.uses_facility + j]
        for t in range(begins, ends):
            if y[g.rooms_now + room] - y[g.reserved_rooms + room * g.ahead + t] < y[g.uses_amount + j] - EPS:
                return False
    return True


@called
def are_free(game: Game, place: tuple[int, int], people: int, begins: int, ends: int) -> bool:
    """Say whether people of a kind are free at a site week by week, and in all the country with hosts.

    `place`: site, kind: those who hold a skill, or any of a group of skills.
    """
    g, z, _, _, _ = game
    s, skill = place
    hosts, able, first = 0, able_at(game, s, skill), z[g.decided]
    if z[g.sites_in_country + s]:
        for r in range(z[g.host_links + skill], z[g.host_links + skill + 1]):
            hosts += z[g.people + z[g.links + r]]
    here = g.reserved + (s * g.skills + skill) * g.ahead
    for t in range(begins, ends):
        if people > min(able, planned_at(game, s, skill, first + t)) + hosts - z[here + t]:
            return False
    if hosts == 0:
        return True
    everywhere = g.reserved + (g.sites * g.skills + skill) * g.ahead
    for t in range(begins, ends):
        there = hosts
        for other in range(g.sites):
            if z[g.sites_in_country + other]:
                there += min(able_at(game, other, skill), planned_at(game, other, skill, first + t))
        if people > there - z[everywhere + t]:
            return False
    return True


@called
def able_at(game: Game, s: int, skill: int) -> int:
    """People on posts at a site who hold a skill and are ready to begin serials now."""
    g, z, _, _, _ = game
    at, there = s * g.skills + skill, 0
    for r in range(z[g.choices_foreign_from + at], z[g.choices_local_to + at]):
        there += z[g.able + z[g.links + r]]
    return there


@called
def planned_at(game: Game, s: int, skill: int, week: int) -> int:
    """People on posts at a site who hold a skill and are planned for a week."""
    g, z, _, _, _ = game
    return z[g.strength + (s * g.skills + skill) * g.span + week] if week < g.span else 0
