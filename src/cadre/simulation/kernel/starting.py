"""Serials that start or wait: step 6 of docs/model/simulation.md.

Most that wait are refused again in a week for the same cause; these are told apart at little cost.
"""

import math

from cadre.simulation.kernel.claims import (
    claim_rooms,
    claim_staff,
    enough_free,
    has_rooms,
    hosts_stand,
    people_for,
    unclaim,
)
from cadre.simulation.kernel.codes import (
    AFTER_EXIT,
    CAME,
    EPS,
    HELD,
    INSTRUCTORS,
    LATE,
    NOTHING,
    PAUSED,
    ROOMS,
    THINNED,
    TRAINEES,
)
from cadre.simulation.kernel.compiling import Game, called, put_in
from cadre.simulation.kernel.deciding import count_short, serves, spare
from cadre.simulation.kernel.expecting import foreseen, length_of
from cadre.simulation.kernel.places import place_obstacle, stops_at_exit
from cadre.simulation.records import FULL_WEEKS, NOBODY, WAIT_WEEKS


@called
def starts(game: Game, w: int) -> None:
    """Step 6: planned serials start, the longest planned first, or wait; what waited too long is lost."""
    g, z, _, _, out = game
    still = z[g.begun_now] = 0
    if z[g.waits] == 0 and g.calls == 0:
        return
    for q in range(g.pools):
        z[g.free + q] = min(z[g.free + q], z[g.able + q])
    for r in range(z[g.waits]):
        i = z[g.waiting + r]
        if try_to_start(game, i, w):
            no_longer_ask(game, i)
        elif w - z[g.serials_planned + i] >= WAIT_WEEKS:
            no_longer_ask(game, i)
            out[g.lost + z[g.cause + i]] += 1
        else:
            z[g.waiting + still] = i
            still += 1
    z[g.waits] = still


@called
def no_longer_ask(game: Game, i: int) -> None:
    """Take back what a serial that waits no longer asked of its stock."""
    g, z, _, _, _ = game
    source = z[g.courses_source + z[g.serials_course + i]]
    if source != NOBODY:
        z[g.asked + source] -= z[g.serials_trainees + i]


@put_in
def try_to_start(game: Game, i: int, w: int) -> bool:
    """Start a serial if the calendar lets it and nothing stands against it; say whether it did."""
    g, z, _, _, out = game
    cell = z[g.serials_course + i] * g.sites + z[g.serials_site + i]
    if not z[g.may_start + cell * g.weeks + w]:
        return False
    people = 0 if is_hopeless(game, i, w) else class_size(game, i, w)
    if people == 0:
        remember(game, i, w)
        out[g.waited + z[g.cause + i]] += 1
        return False
    start(game, i, w, people)
    return True


@called
def is_hopeless(game: Game, i: int, w: int) -> bool:
    """Say whether a serial like it was refused this week and nothing began since: then so is this one.

    Many wait for the same people at the same site, so that most need not be looked at.
    """
    g, z, _, _, _ = game
    cell = z[g.serials_course + i] * g.sites + z[g.serials_site + i]
    like = z[g.refused + cell] - 1
    if like < 0 or z[g.refused_at + cell] != w * (g.serials + 1) + z[g.begun_now]:
        return False
    same = z[g.serials_trainees + like] == z[g.serials_trainees + i]
    late, likes = w - z[g.serials_planned + i], w - z[g.serials_planned + like]
    if same and (late >= FULL_WEEKS) == (likes >= FULL_WEEKS):
        z[g.cause + i] = z[g.cause + like]
        return True
    return False


@called
def remember(game: Game, i: int, w: int) -> None:
    """Note that a serial was refused, in which week and after how many that began in it."""
    g, z, _, _, _ = game
    cell = z[g.serials_course + i] * g.sites + z[g.serials_site + i]
    z[g.refused + cell] = i + 1
    z[g.refused_at + cell] = w * (g.serials + 1) + z[g.begun_now]


@put_in
def class_size(game: Game, i: int, w: int) -> int:
    """Trainees with whom a serial can start this week; 0, and the cause noted, if it cannot."""
    g, z, _, _, _ = game
    full = z[g.serials_trainees + i]
    least = min(z[g.courses_least + z[g.serials_course + i]], full)
    cause = obstacle(game, i, w, full)
    if cause == NOTHING:
        return filled(game, i, w, full)
    if cause >= INSTRUCTORS and w - z[g.serials_planned + i] >= FULL_WEEKS:
        cause = obstacle(game, i, w, least)
        if cause == NOTHING:
            people = full - 1
            while people > least and obstacle(game, i, w, people) != NOTHING:
                people -= 1
            return people
    z[g.cause + i] = cause
    return 0


@called
def filled(game: Game, i: int, w: int, full: int) -> int:
    """Trainees of a planned class, with as many more as serve, have a seat and need no more instructors."""
    g, z, y, _, _ = game
    c = z[g.serials_course + i]
    k, source = z[g.courses_grants + c], z[g.courses_source + c]
    if source == NOBODY or not serves(game, c, w):
        return full
    most = min(float(z[g.courses_most + c]), full + math.ceil(y[g.short + k] / y[g.posts + c] - EPS))
    most = min(most, full + spare(game, source, w))
    for p in range(z[g.courses_phase_from + c], z[g.courses_phase_to + c]):
        for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
            if z[g.needs_people + j] == 0:
                most = min(most, math.floor(people_for(game, j, full) * y[g.one_for + j] + EPS))
    people = max(full, int(most))
    while people > full and obstacle(game, i, w, people) != NOTHING:
        people -= 1
    if people > full:
        foreseen(game, c, float(people - full), w, w)
        count_short(game, w)
    return people


@called
def obstacle(game: Game, i: int, w: int, people: int) -> int:
    """First cause, in order, why a serial cannot start with so many trainees, or NOTHING."""
    g, z, _, _, _ = game
    s = z[g.serials_site + i]
    cause = no_time(game, i, w)
    if cause != NOTHING:
        return cause
    if not (enough_free(game, i, people) and claim_staff(game, i, people, 1.0)):
        return INSTRUCTORS
    unclaim(game)
    source = z[g.courses_source + z[g.serials_course + i]]
    if source != NOBODY and z[g.people + source] < people:
        return TRAINEES
    there = z[g.at_site + s] + z[g.trainees_at + s] + people
    if z[g.sites_beds + s] != NOBODY and there > z[g.sites_beds + s] + z[g.beds_added + s]:
        return ROOMS
    return NOTHING if has_rooms(game, i) else ROOMS


@called
def no_time(game: Game, i: int, w: int) -> int:
    """Cause that lies in the place, in a delay, or in an end announced that would break the serial off."""
    g, z, _, _, _ = game
    c, s = z[g.serials_course + i], z[g.serials_site + i]
    cause = place_obstacle(game, c, s, w)
    if cause != NOTHING:
        return cause
    if w < z[g.held_until]:
        return PAUSED
    if z[g.ended_by] and w + length_of(game, c) > z[g.exits] > w and stops_at_exit(game, c, s):
        return AFTER_EXIT
    return NOTHING


@called
def start(game: Game, i: int, w: int, people: int) -> None:
    """Start a serial: people, rooms and instructors are taken."""
    g, z, _, x, out = game
    c = z[g.serials_course + i]
    if z[g.courses_source + c] == NOBODY:
        out[CAME] += people
    else:
        z[g.people + z[g.courses_source + c]] -= people
    claim_rooms(game, i)
    claim_staff(game, i, people, 1.0)
    z[g.trainees_at + z[g.serials_site + i]] += people
    z[g.in_class + i] = people
    z[g.began_with + i] = people
    z[g.teaches + i] = 1
    z[g.beside + i] = hosts_stand(game, c, z[g.serials_site + i])
    z[g.beyond + i] = w >= z[g.exits] and z[g.courses_asks + c] > 0 and x[z[g.courses_foreign + c]] > 0.0
    z[g.running + z[g.runs]] = i
    z[g.runs] += 1
    z[g.begun_now] += 1
    out[HELD] += 1
    out[LATE] += w > z[g.serials_planned + i]
    out[THINNED] += people < z[g.serials_trainees + i]
    out[(g.started_beyond if w >= z[g.exits] else g.started) + c] += 1
    out[(g.trainees_beyond if w >= z[g.exits] else g.trainees) + c] += people
