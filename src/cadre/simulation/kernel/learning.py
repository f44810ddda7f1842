"""Courses learn: with each doubling of serials held, fewer instructors teach as many and fewer fail.

Courses learn, docs/model/simulation.md. Until it learns, a course is as written, to the last bit.
"""

from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.records import NOBODY


@called
def begin_courses(game: Game) -> None:
    """Set what every course takes and yields on the first day."""
    at, ints, floats, drawn, _ = game
    for j in range(at.needs):
        floats[at.one_for + j] = seats_each(game, j)
    for p in range(at.phases):
        ints[at.stops + p] = ints[at.phases_stops + p]
    for c in range(at.courses):
        if ints[at.courses_lasts + c] != NOBODY:
            ints[at.stops + ints[at.courses_phase_to + c] - 1] = int(drawn[ints[at.courses_lasts + c]])
        floats[at.staff_left + c] = floats[at.fails_left + c] = 1.0
        floats[at.passing + c] = drawn[ints[at.courses_passes + c]]
        ints[at.held_so_far + c] = ints[at.courses_held_before + c] + 1
        ints[at.doubles_at + c] = 2 * ints[at.held_so_far + c]


@called
def learn(game: Game, c: int) -> None:
    """Count a serial taught to its end; improve the course if the number of them has doubled."""
    at, ints, floats, drawn, _ = game
    ints[at.held_so_far + c] += 1
    if ints[at.courses_learns_staff + c] == NOBODY or ints[at.held_so_far + c] < ints[at.doubles_at + c]:
        return
    ints[at.doubles_at + c] *= 2
    ints[at.decides] = ints[at.renews] = 1
    least = floats[at.courses_learns_to + c]
    floats[at.staff_left + c] = max(
        least, floats[at.staff_left + c] * drawn[ints[at.courses_learns_staff + c]]
    )
    floats[at.fails_left + c] = max(
        least, floats[at.fails_left + c] * drawn[ints[at.courses_learns_fails + c]]
    )
    floats[at.passing + c] = 1.0 - (1.0 - drawn[ints[at.courses_passes + c]]) * floats[at.fails_left + c]
    first = ints[at.phases_need_from + ints[at.courses_phase_from + c]]
    last = ints[at.phases_need_to + ints[at.courses_phase_to + c] - 1]
    for j in range(first, last):
        floats[at.one_for + j] = seats_each(game, j) / floats[at.staff_left + c]


@called
def seats_each(game: Game, j: int) -> float:
    """Seats for each instructor of a need in this future, before anything is learnt; 1 where it is fixed."""
    at, ints, _, drawn, _ = game
    return drawn[ints[at.needs_one_per + j]] if ints[at.needs_one_per + j] != NOBODY else 1.0
