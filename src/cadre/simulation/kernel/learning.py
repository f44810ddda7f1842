"""Courses learn: with each doubling of serials held, fewer instructors teach as many and fewer fail.

Courses learn, docs/model/simulation.md. Until it learns, a course is as written, to the last bit.
"""

from cadre.simulation.kernel.compiling import Game, called
from cadre.simulation.records import NOBODY


@called
def begin_courses(game: Game) -> None:
    """Set what every course takes and yields on the first day."""
    g, z, y, x, _ = game
    for j in range(g.needs):
        y[g.one_for + j] = seats_each(game, j)
    for p in range(g.phases):
        z[g.stops + p] = z[g.phases_stops + p]
    for c in range(g.courses):
        if z[g.courses_lasts + c] != NOBODY:
            z[g.stops + z[g.courses_phase_to + c] - 1] = int(x[z[g.courses_lasts + c]])
        y[g.staff_left + c] = y[g.fails_left + c] = 1.0
        y[g.passing + c] = x[z[g.courses_passes + c]]
        z[g.held_so_far + c] = z[g.courses_held_before + c] + 1
        z[g.doubles_at + c] = 2 * z[g.held_so_far + c]


@called
def learn(game: Game, c: int) -> None:
    """Count a serial taught to its end; improve the course if the number of them has doubled."""
    g, z, y, x, _ = game
    z[g.held_so_far + c] += 1
    if z[g.courses_learns_staff + c] == NOBODY or z[g.held_so_far + c] < z[g.doubles_at + c]:
        return
    z[g.doubles_at + c] *= 2
    z[g.decides] = z[g.renews] = 1
    least = y[g.courses_learns_to + c]
    y[g.staff_left + c] = max(least, y[g.staff_left + c] * x[z[g.courses_learns_staff + c]])
    y[g.fails_left + c] = max(least, y[g.fails_left + c] * x[z[g.courses_learns_fails + c]])
    y[g.passing + c] = 1.0 - (1.0 - x[z[g.courses_passes + c]]) * y[g.fails_left + c]
    first = z[g.phases_need_from + z[g.courses_phase_from + c]]
    last = z[g.phases_need_to + z[g.courses_phase_to + c] - 1]
    for j in range(first, last):
        y[g.one_for + j] = seats_each(game, j) / y[g.staff_left + c]


@called
def seats_each(game: Game, j: int) -> float:
    """Seats for each instructor of a need in this future, before anything is learnt; 1 where it is fixed."""
    g, z, _, x, _ = game
    return x[z[g.needs_one_per + j]] if z[g.needs_one_per + j] != NOBODY else 1.0
