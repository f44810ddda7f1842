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
from cadre.simulation.kernel.expecting import end_of, foreseen, length_of
from cadre.simulation.kernel.places import place_obstacle, stops_at_exit
from cadre.simulation.records import FULL_WEEKS, NOBODY, WAIT_WEEKS


@called
def starts(game: Game, w: int) -> None:
    """Step 6: planned serials start, the longest planned first, or wait; what waited too long is lost."""
    at, ints, _, _, counts = game
    still = ints[at.begun_now] = 0
    if ints[at.waits] == 0 and at.calls == 0:
        return
    for q in range(at.pools):
        ints[at.free + q] = min(ints[at.free + q], ints[at.able + q])
    for r in range(ints[at.waits]):
        i = ints[at.waiting + r]
        if try_to_start(game, i, w):
            no_longer_ask(game, i)
        elif w - ints[at.serials_planned + i] >= WAIT_WEEKS:
            no_longer_ask(game, i)
            counts[at.lost + ints[at.cause + i]] += 1
        else:
            ints[at.waiting + still] = i
            still += 1
    ints[at.waits] = still


@called
def no_longer_ask(game: Game, i: int) -> None:
    """Take back what a serial that waits no longer asked of its stock."""
    at, ints, _, _, _ = game
    source = ints[at.courses_source + ints[at.serials_course + i]]
    if source != NOBODY:
        ints[at.asked + source] -= ints[at.serials_trainees + i]


@put_in
def try_to_start(game: Game, i: int, w: int) -> bool:
    """Start a serial if the calendar lets it and nothing stands against it; say whether it did."""
    at, ints, _, _, counts = game
    cell = ints[at.serials_course + i] * at.sites + ints[at.serials_site + i]
    if not ints[at.may_start + cell * at.weeks + w]:
        return False
    people = 0 if is_hopeless(game, i, w) else class_size(game, i, w)
    if people == 0:
        remember(game, i, w)
        counts[at.waited + ints[at.cause + i]] += 1
        return False
    start(game, i, w, people)
    return True


@called
def is_hopeless(game: Game, i: int, w: int) -> bool:
    """Say whether a serial like it was refused this week and nothing began since: then so is this one.

    Many wait for the same people at the same site, so that most need not be looked at.
    """
    at, ints, _, _, _ = game
    cell = ints[at.serials_course + i] * at.sites + ints[at.serials_site + i]
    like = ints[at.refused + cell] - 1
    if like < 0 or ints[at.refused_at + cell] != w * (at.serials + 1) + ints[at.begun_now]:
        return False
    same = ints[at.serials_trainees + like] == ints[at.serials_trainees + i]
    late, likes = w - ints[at.serials_planned + i], w - ints[at.serials_planned + like]
    if same and (late >= FULL_WEEKS) == (likes >= FULL_WEEKS):
        ints[at.cause + i] = ints[at.cause + like]
        return True
    return False


@called
def remember(game: Game, i: int, w: int) -> None:
    """Note that a serial was refused, in which week and after how many that began in it."""
    at, ints, _, _, _ = game
    cell = ints[at.serials_course + i] * at.sites + ints[at.serials_site + i]
    ints[at.refused + cell] = i + 1
    ints[at.refused_at + cell] = w * (at.serials + 1) + ints[at.begun_now]


@put_in
def class_size(game: Game, i: int, w: int) -> int:
    """Trainees with whom a serial can start this week; 0, and the cause noted, if it cannot."""
    at, ints, _, _, _ = game
    full = ints[at.serials_trainees + i]
    least = min(ints[at.courses_least + ints[at.serials_course + i]], full)
    cause = obstacle(game, i, w, full)
    if cause == NOTHING:
        return filled(game, i, w, full)
    if cause >= INSTRUCTORS and w - ints[at.serials_planned + i] >= FULL_WEEKS:
        cause = obstacle(game, i, w, least)
        if cause == NOTHING:
            people = full - 1
            while people > least and obstacle(game, i, w, people) != NOTHING:
                people -= 1
            return people
    ints[at.cause + i] = cause
    return 0


@called
def filled(game: Game, i: int, w: int, full: int) -> int:
    """Trainees of a planned class, with as many more as serve, have a seat and need no more instructors."""
    at, ints, floats, _, _ = game
    c = ints[at.serials_course + i]
    k, source = ints[at.courses_grants + c], ints[at.courses_source + c]
    if source == NOBODY or not serves(game, c, ints[at.serials_site + i], w):
        return full
    most = min(
        float(ints[at.courses_most + c]), full + math.ceil(floats[at.short + k] / floats[at.posts + c] - EPS)
    )
    most = min(most, full + spare(game, source, w))
    for p in range(ints[at.courses_phase_from + c], ints[at.courses_phase_to + c]):
        for j in range(ints[at.phases_need_from + p], ints[at.phases_need_to + p]):
            if ints[at.needs_people + j] == 0:
                most = min(most, math.floor(people_for(game, j, full) * floats[at.one_for + j] + EPS))
    people = max(full, int(most))
    while people > full and obstacle(game, i, w, people) != NOTHING:
        people -= 1
    if people > full:
        foreseen(game, (c, ints[at.serials_site + i]), float(people - full), w, w)
        count_short(game, w)
    return people


@called
def obstacle(game: Game, i: int, w: int, people: int) -> int:
    """First cause, in order, why a serial cannot start with so many trainees, or NOTHING."""
    at, ints, _, _, _ = game
    s = ints[at.serials_site + i]
    cause = no_time(game, i, w)
    if cause != NOTHING:
        return cause
    if not (enough_free(game, i, people) and claim_staff(game, i, people, 1.0)):
        return INSTRUCTORS
    unclaim(game)
    source = ints[at.courses_source + ints[at.serials_course + i]]
    if source != NOBODY and ints[at.people + source] < people:
        return TRAINEES
    there = ints[at.at_site + s] + ints[at.trainees_at + s] + people
    if ints[at.sites_beds + s] != NOBODY and there > ints[at.sites_beds + s] + ints[at.beds_added + s]:
        return ROOMS
    return NOTHING if has_rooms(game, i) else ROOMS


@called
def no_time(game: Game, i: int, w: int) -> int:
    """Cause that lies in the place, in a delay, or in an end announced that would break the serial off."""
    at, ints, _, _, _ = game
    c, s = ints[at.serials_course + i], ints[at.serials_site + i]
    cause = place_obstacle(game, c, s, w)
    if cause != NOTHING:
        return cause
    if w < ints[at.held_until]:
        return PAUSED
    if not ints[at.ended_by] or w >= ints[at.exits] or not stops_at_exit(game, c, s):
        return NOTHING
    return AFTER_EXIT if end_of(game, s, w, length_of(game, c)) > ints[at.exits] else NOTHING


@called
def start(game: Game, i: int, w: int, people: int) -> None:
    """Start a serial: people, rooms and instructors are taken."""
    at, ints, _, drawn, counts = game
    c = ints[at.serials_course + i]
    if ints[at.courses_source + c] == NOBODY:
        counts[CAME] += people
    else:
        ints[at.people + ints[at.courses_source + c]] -= people
    claim_rooms(game, i)
    claim_staff(game, i, people, 1.0)
    ints[at.trainees_at + ints[at.serials_site + i]] += people
    ints[at.in_class + i] = people
    ints[at.began_with + i] = people
    ints[at.teaches + i] = 1
    ints[at.beside + i] = hosts_stand(game, c, ints[at.serials_site + i])
    ints[at.beyond + i] = (
        w >= ints[at.exits] and ints[at.courses_asks + c] > 0 and drawn[ints[at.courses_foreign + c]] > 0.0
    )
    ints[at.running + ints[at.runs]] = i
    ints[at.runs] += 1
    ints[at.begun_now] += 1
    counts[HELD] += 1
    counts[LATE] += w > ints[at.serials_planned + i]
    counts[THINNED] += people < ints[at.serials_trainees + i]
    counts[(at.started_beyond if w >= ints[at.exits] else at.started) + c] += 1
    counts[(at.trainees_beyond if w >= ints[at.exits] else at.trainees) + c] += people
