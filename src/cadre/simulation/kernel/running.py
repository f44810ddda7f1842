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
    g, z, _, _, out = game
    kept = 0
    for r in range(z[g.runs]):
        i = z[g.running + r]
        cause = place_obstacle(game, z[g.serials_course + i], z[g.serials_site + i], w)
        if cause == NOTHING and not has_rooms(game, i):
            cause = ROOMS
        if cause == NOTHING:
            claim_rooms(game, i)
            if not claim_staff(game, i, z[g.began_with + i], STAFF_SHARE):
                cause = INSTRUCTORS
        z[g.teaches + i] = cause == NOTHING
        if cause != NOTHING:
            z[g.frozen + i] += 1
            out[g.waited + cause] += 1
        if z[g.frozen + i] > WAIT_WEEKS or cause == AFTER_EXIT:
            break_off(game, i, cause)
        else:
            z[g.running + kept] = i
            kept += 1
    z[g.runs] = kept


@called
def break_off(game: Game, i: int, cause: int) -> None:
    """Give a serial up; its trainees go back to where they came from."""
    g, z, _, _, out = game
    go_back(game, z[g.serials_course + i], z[g.in_class + i])
    z[g.trainees_at + z[g.serials_site + i]] -= z[g.in_class + i]
    z[g.in_class + i] = 0
    leave_row(game, i)
    out[HELD] -= 1
    out[g.lost + cause] += 1


@called
def leave_row(game: Game, i: int) -> None:
    """Leave the row of a class called besides the plan to another one."""
    g, z, _, _, _ = game
    if i >= g.planned:
        z[g.began_with + i] = 0


@called
def go_back(game: Game, c: int, people: int) -> None:
    """Send people back to where a course takes its trainees from."""
    g, z, _, _, out = game
    if z[g.courses_source + c] == NOBODY:
        out[GONE] += people
    else:
        z[g.people + z[g.courses_source + c]] += people


@called
def end_of_week(game: Game, word: Word) -> None:
    """Step 8: trainees drop out; serials taught to the end pass their trainees on."""
    g, z, _, _, _ = game
    kept = 0
    for r in range(z[g.runs]):
        i = z[g.running + r]
        c, s = z[g.serials_course + i], z[g.serials_site + i]
        z[g.trainees_at + s] -= drop_out(game, word, i)
        z[g.taught + i] += z[g.teaches + i]
        z[g.phase + i] += z[g.taught + i] == z[g.stops + phase_of(game, i)]
        if phase_of(game, i) == z[g.courses_phase_to + c]:
            z[g.trainees_at + s] -= z[g.in_class + i]
            graduate(game, word, i)
        else:
            z[g.running + kept] = i
            kept += 1
    z[g.runs] = kept


@called
def drop_out(game: Game, word: Word, i: int) -> int:
    """Let trainees of a serial drop out, and give how many."""
    g, z, y, x, out = game
    c, people = z[g.serials_course + i], z[g.in_class + i]
    u, share = uniform(word, z[g.serials_slot + i], DROPS), x[z[g.courses_drops_out + c]]
    if u <= 1.0 - people * share:
        return 0
    dropped = lost_of(y, g.endures + c * 2 * LISTED, u, people, share)
    z[g.in_class + i] -= dropped
    out[GONE] += dropped
    return dropped


@called
def graduate(game: Game, word: Word, i: int) -> None:
    """Let the trainees of a serial pass, repeat or leave, teach on, be posted or be lost."""
    g, z, y, x, out = game
    c, slot, people = z[g.serials_course + i], z[g.serials_slot + i], z[g.in_class + i]
    z[g.in_class + i] = 0
    leave_row(game, i)
    z[g.together + c] += z[g.beside + i]
    if z[g.together + c] >= g.shown_after:
        y[g.foreign_least + c] = 0.0
    passes = y[g.passing + c]
    if z[g.beyond + i]:
        passes *= x[g.alone_passes]
    passed = binomial(uniform(word, slot, PASSES), people, passes)
    again = binomial(uniform(word, slot, REPEATS), people - passed, x[z[g.courses_repeats + c]])
    go_back(game, c, again)
    out[GONE] += people - passed - again
    out[g.graduates + c] += passed
    if z[g.courses_hosts + c] != NOBODY:
        teachers = binomial(uniform(word, slot, TEACHES), passed, x[z[g.courses_teaches_on + c]])
        z[g.people + z[g.courses_hosts + c]] += teachers
        passed -= teachers
    if z[g.courses_grants + c] == NOBODY:
        go_back(game, c, passed)
    else:
        posted = binomial(uniform(word, slot, POSTED), passed, x[z[g.courses_posted + c]])
        z[g.people + z[g.courses_grants + c]] += posted
        out[GONE] += passed - posted
    learn(game, c)
