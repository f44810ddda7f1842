"""Serials that run: they teach, stand still, break off, and in the end pass their trainees on.

Steps 5 and 8 of docs/model/simulation.md.
"""

from cadre.simulation.kernel.claims import claim_rooms, claim_staff, has_rooms, phase_of
from cadre.simulation.kernel.codes import (
    AFTER_EXIT,
    DROPS,
    GONE,
    HELD,
    INSTRUCTORS,
    NOTHING,
    PASSES,
    POSTED,
    REPEATS,
    ROOMS,
    TEACHES,
)
from cadre.simulation.kernel.compiling import Game, Word, called
from cadre.simulation.kernel.learning import learn
from cadre.simulation.kernel.places import place_obstacle
from cadre.simulation.kernel.sampling import binomial, lost_of, uniform
from cadre.simulation.records import LISTED, NOBODY, STAFF_SHARE, WAIT_WEEKS


@called
def teach(game: Game, w: int) -> None:
    """Step 5: running serials, the oldest first, take rooms and people, or stand still, or break off."""
    at, ints, _, _, counts = game
    kept = 0
    for r in range(ints[at.runs]):
        i = ints[at.running + r]
        cause = place_obstacle(game, ints[at.serials_course + i], ints[at.serials_site + i], w)
        if cause == NOTHING and not has_rooms(game, i):
            cause = ROOMS
        if cause == NOTHING:
            claim_rooms(game, i)
            if not claim_staff(game, i, ints[at.began_with + i], STAFF_SHARE):
                cause = INSTRUCTORS
        ints[at.teaches + i] = cause == NOTHING
        if cause != NOTHING:
            ints[at.frozen + i] += 1
            counts[at.waited + cause] += 1
        if ints[at.frozen + i] > WAIT_WEEKS or cause == AFTER_EXIT:
            break_off(game, i, cause)
        else:
            ints[at.running + kept] = i
            kept += 1
    ints[at.runs] = kept


@called
def phase_after(game: Game, c: int, taught: int) -> int:
    """Phases of a course that are over after so many teaching weeks."""
    at, ints, _, _, _ = game
    over = 0
    for p in range(ints[at.courses_phase_from + c], ints[at.courses_phase_to + c]):
        over += ints[at.stops + p] <= taught
    return over


@called
def break_off(game: Game, i: int, cause: int) -> None:
    """Return a serial up; its trainees go back to where they came from."""
    at, ints, _, _, counts = game
    go_back(game, ints[at.serials_course + i], ints[at.in_class + i])
    ints[at.trainees_at + ints[at.serials_site + i]] -= ints[at.in_class + i]
    ints[at.in_class + i] = 0
    leave_row(game, i)
    counts[HELD] -= 1
    counts[at.lost + cause] += 1


@called
def leave_row(game: Game, i: int) -> None:
    """Leave the row of a class called besides the plan to another one."""
    at, ints, _, _, _ = game
    if i >= at.planned:
        ints[at.began_with + i] = 0


@called
def go_back(game: Game, c: int, people: int) -> None:
    """Send people back to where a course takes its trainees from."""
    at, ints, _, _, counts = game
    if ints[at.courses_source + c] == NOBODY:
        counts[GONE] += people
    else:
        ints[at.people + ints[at.courses_source + c]] += people


@called
def end_of_week(game: Game, word: Word) -> None:
    """Step 8: trainees drop out; serials taught to the end pass their trainees on."""
    at, ints, _, _, _ = game
    kept = 0
    for r in range(ints[at.runs]):
        i = ints[at.running + r]
        c, s = ints[at.serials_course + i], ints[at.serials_site + i]
        ints[at.trainees_at + s] -= drop_out(game, word, i)
        ints[at.taught + i] += ints[at.teaches + i]
        ints[at.phase + i] += ints[at.taught + i] == ints[at.stops + phase_of(game, i)]
        if phase_of(game, i) == ints[at.courses_phase_to + c]:
            ints[at.trainees_at + s] -= ints[at.in_class + i]
            graduate(game, word, i)
        else:
            ints[at.running + kept] = i
            kept += 1
    ints[at.runs] = kept


@called
def drop_out(game: Game, word: Word, i: int) -> int:
    """Let trainees of a serial drop out, and give how many."""
    at, ints, floats, drawn, counts = game
    c, people = ints[at.serials_course + i], ints[at.in_class + i]
    u, share = uniform(word, ints[at.serials_slot + i], DROPS), drawn[ints[at.courses_drops_out + c]]
    if u <= 1.0 - people * share:
        return 0
    dropped = lost_of(floats, at.endures + c * 2 * LISTED, u, people, share)
    ints[at.in_class + i] -= dropped
    counts[GONE] += dropped
    return dropped


@called
def graduate(game: Game, word: Word, i: int) -> None:
    """Let the trainees of a serial pass, repeat or leave, teach on, be posted or be lost."""
    at, ints, floats, drawn, counts = game
    c, slot, people = ints[at.serials_course + i], ints[at.serials_slot + i], ints[at.in_class + i]
    ints[at.in_class + i] = 0
    leave_row(game, i)
    ints[at.together + c] += ints[at.beside + i]
    if ints[at.together + c] >= at.shown_after:
        floats[at.foreign_least + c] = 0.0
    passes = floats[at.passing + c]
    if ints[at.beyond + i]:
        passes *= drawn[at.alone_passes]
    passed = binomial(uniform(word, slot, PASSES), people, passes)
    again = binomial(uniform(word, slot, REPEATS), people - passed, drawn[ints[at.courses_repeats + c]])
    go_back(game, c, again)
    counts[GONE] += people - passed - again
    counts[at.graduates + c] += passed
    if ints[at.courses_hosts + c] != NOBODY:
        teachers = binomial(uniform(word, slot, TEACHES), passed, drawn[ints[at.courses_teaches_on + c]])
        ints[at.people + ints[at.courses_hosts + c]] += teachers
        passed -= teachers
    if ints[at.courses_grants + c] == NOBODY:
        go_back(game, c, passed)
    else:
        posted = binomial(uniform(word, slot, POSTED), passed, drawn[ints[at.courses_posted + c]])
        ints[at.people + ints[at.courses_grants + c]] += posted
        counts[GONE] += passed - posted
    learn(game, c)
