"""Classes called besides the plan, where people, rooms and trainees are there.

The mission reacts, docs/model/simulation.md: what is called.
"""

import math

import numpy as np

from cadre.simulation.kernel.claims import enough_free, foreign_for, people_for
from cadre.simulation.kernel.codes import CALLED, EPS, NOTHING, OPEN
from cadre.simulation.kernel.compiling import Game, called, put_in
from cadre.simulation.kernel.deciding import AS_WANTED, BEYOND, find_short, lacks_something, serves, spare
from cadre.simulation.kernel.expecting import end_of, foreseen, length_of, reserve
from cadre.simulation.kernel.sampling import GOLDEN, mixed
from cadre.simulation.kernel.starting import obstacle, start
from cadre.simulation.records import NOBODY


@called
def call_more(game: Game, w: int) -> None:
    """Call classes besides the plan, the most worth first, as long as each serves a goal.

    Where none would serve any goal ahead, a mission that goes on calls those that lead beyond them.
    """
    at, ints, _, _, _ = game
    if w >= ints[at.exits] or ints[at.paused] or w < ints[at.held_until]:
        return
    call_towards(game, w, AS_WANTED)
    if at.goes_on and not lacks_something(game, w):
        find_short(game, w, BEYOND)
        call_towards(game, w, BEYOND)
        find_short(game, w, AS_WANTED)


@called
def call_towards(game: Game, w: int, beyond: int) -> None:
    """Call classes towards what is wanted, or beyond it."""
    at, ints, _, _, _ = game
    ints[at.goes_beyond] = beyond
    for r in range(at.calls):
        while call(game, r, w):
            find_short(game, w, beyond)
    ints[at.goes_beyond] = 0


@put_in
def call(game: Game, r: int, w: int) -> bool:
    """Call one class of a course at a site if one can begin that serves a goal; say whether it did."""
    at, ints, _, _, counts = game
    c, s = ints[at.calls_course + r], ints[at.calls_site + r]
    if not serves(game, c, s, w) or end_of(game, s, w, length_of(game, c)) > ints[at.exits]:
        return False
    if ints[at.state + s] != OPEN or not ints[at.may_start + (c * at.sites + s) * at.weeks + w]:
        return False
    i = free_row(game)
    if i == NOBODY:
        return False
    ints[at.serials_course + i] = c
    ints[at.serials_site + i] = s
    ints[at.taught + i] = ints[at.phase + i] = ints[at.frozen + i] = 0
    if not enough_free(game, i, ints[at.courses_least + c]):  # mostly so, and told at little cost
        return False
    people = ints[at.serials_trainees + i] = trainees_for(game, c, w)
    if people == 0 or obstacle(game, i, w, people) != NOTHING or not has_time(game, i, people, w):
        return False
    ints[at.calls_made + r] += 1
    ints[at.serials_slot + i] = np.int64(
        mixed(np.uint64(ints[at.calls_slot + r]) + np.uint64(ints[at.calls_made + r]) * GOLDEN)
    )
    counts[CALLED] += 1
    if ints[at.goes_beyond]:
        ints[at.gone_on + ints[at.courses_source + c]] += people
    foreseen(game, (c, s), float(people), w, w)
    reserve(game, i, people, w)
    start(game, i, w, people)
    return True


@called
def trainees_for(game: Game, c: int, w: int) -> int:
    """Trainees of a class called now: seats, people to spare, and no more than are short; 0 if too few."""
    at, ints, floats, _, _ = game
    k, source, least = ints[at.courses_grants + c], ints[at.courses_source + c], ints[at.courses_least + c]
    short = math.ceil(floats[at.short + k] / floats[at.posts + c] - EPS)
    people = min(float(ints[at.courses_most + c]), max(float(least), short))
    if source != NOBODY:
        if ints[at.people + source] < least:
            return 0
        people = min(people, spare(game, source, w))
    if ints[at.goes_beyond]:
        people = min(people, more_than_expected(game, source))
    return int(people) if people >= least else 0


@called
def more_than_expected(game: Game, source: int) -> float:
    """Recruits of a pool beyond those expected, whom no class beyond the targets has taken."""
    at, ints, _, drawn, _ = game
    if source == NOBODY or ints[at.stocks_more + source] == NOBODY:
        return 0.0
    return drawn[ints[at.stocks_more + source]] - float(ints[at.gone_on + source])


@called
def free_row(game: Game) -> int:
    """Return a row for a class called besides the plan that no class uses, or NOBODY.

    Rows of classes of a recorded state lie before them: every replication takes those up again.
    """
    at, ints, _, _, _ = game
    for i in range(at.planned + at.now_running, at.callable_to):
        if ints[at.began_with + i] == 0:
            return i
    return NOBODY


@called
def has_time(game: Game, i: int, trainees: int, w: int) -> bool:
    """Say whether people, rooms and beds are free of what runs and is planned while a class lasts."""
    at, ints, _, _, _ = game
    c, s, begins, taught = ints[at.serials_course + i], ints[at.serials_site + i], w - ints[at.decided], 0
    for p in range(ints[at.courses_phase_from + c], ints[at.courses_phase_to + c]):
        over = end_of(game, s, begins + ints[at.decided], ints[at.stops + p] - taught)
        ends = min(over - ints[at.decided], at.ahead)
        if not has_room(game, (s, p), trainees, begins, ends):
            return False
        for j in range(ints[at.phases_need_from + p], ints[at.phases_need_to + p]):
            skill, group, weeks = (
                ints[at.needs_skill + j],
                ints[at.group_of + ints[at.needs_skill + j]],
                (begins, ends),
            )
            need, foreign = people_for(game, j, trainees), foreign_for(game, c, j, trainees)
            if not are_all_free(game, (s, skill), need, foreign, weeks):
                return False
            if group != NOBODY:
                need, foreign = people_of_group(game, (c, p, group), trainees)
                if not are_all_free(game, (s, group), need, foreign, weeks):
                    return False
        begins, taught = ends, ints[at.stops + p]
    return True


@called
def people_of_group(game: Game, whose: tuple[int, int, int], trainees: int) -> tuple[int, int]:
    """People of a group of skills that a phase needs, and how many of them must be foreign.

    `whose`: course, phase, group.
    """
    at, ints, _, _, _ = game
    c, p, group = whose
    need = foreign = 0
    for j in range(ints[at.phases_need_from + p], ints[at.phases_need_to + p]):
        if ints[at.group_of + ints[at.needs_skill + j]] == group:
            need += people_for(game, j, trainees)
            foreign += foreign_for(game, c, j, trainees)
    return need, foreign


@called
def are_all_free(game: Game, place: tuple[int, int], need: int, foreign: int, weeks: tuple[int, int]) -> bool:
    """Say whether people of a kind are free through some weeks, and the foreign ones among them.

    `place`: site, kind.
    """
    at, _, _, _, _ = game
    s, kind = place
    if not are_free(game, place, need, weeks[0], weeks[1]):
        return False
    return foreign == 0 or are_free(game, (s, kind + at.skills // 2), foreign, weeks[0], weeks[1])


@called
def has_room(game: Game, place: tuple[int, int], trainees: int, begins: int, ends: int) -> bool:
    """Say whether beds and the rooms of a phase are free from one week reserved to another.

    `place`: site, phase.
    """
    at, ints, floats, _, _ = game
    s, p = place
    beds = ints[at.sites_beds + s]
    free_beds = beds + ints[at.beds_added + s] - ints[at.at_site + s] - trainees
    for t in range(begins, ends if beds != NOBODY else begins):
        if ints[at.reserved_beds + s * at.ahead + t] > free_beds:
            return False
    for j in range(ints[at.phases_use_from + p], ints[at.phases_use_to + p]):
        room = s * at.facilities + ints[at.uses_facility + j]
        for t in range(begins, ends):
            if (
                floats[at.rooms_now + room] - floats[at.reserved_rooms + room * at.ahead + t]
                < floats[at.uses_amount + j] - EPS
            ):
                return False
    return True


@called
def are_free(game: Game, place: tuple[int, int], people: int, begins: int, ends: int) -> bool:
    """Say whether people of a kind are free at a site week by week, and in all the country with hosts.

    `place`: site, kind: those who hold a skill, or any of a group of skills.
    """
    at, ints, _, _, _ = game
    s, skill = place
    hosts, able, first = 0, able_at(game, s, skill), ints[at.decided]
    if ints[at.sites_in_country + s]:
        for r in range(ints[at.host_links + skill], ints[at.host_links + skill + 1]):
            hosts += ints[at.people + ints[at.links + r]]
    here = at.reserved + (s * at.skills + skill) * at.ahead
    for t in range(begins, ends):
        if people > min(able, planned_at(game, s, skill, first + t)) + hosts - ints[here + t]:
            return False
    if hosts == 0:
        return True
    everywhere = at.reserved + (at.sites * at.skills + skill) * at.ahead
    for t in range(begins, ends):
        there = hosts
        for other in range(at.sites):
            if ints[at.sites_in_country + other]:
                there += min(able_at(game, other, skill), planned_at(game, other, skill, first + t))
        if people > there - ints[everywhere + t]:
            return False
    return True


@called
def able_at(game: Game, s: int, skill: int) -> int:
    """People on posts at a site who hold a skill and are ready to begin serials now."""
    at, ints, _, _, _ = game
    cell, there = s * at.skills + skill, 0
    for r in range(ints[at.choices_foreign_from + cell], ints[at.choices_local_to + cell]):
        there += ints[at.able + ints[at.links + r]]
    return there


@called
def planned_at(game: Game, s: int, skill: int, week: int) -> int:
    """People on posts at a site who hold a skill and are planned for a week."""
    at, ints, _, _, _ = game
    return ints[at.strength + (s * at.skills + skill) * at.span + week] if week < at.span else 0
