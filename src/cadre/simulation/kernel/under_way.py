"""Serials under way on the first day: taught to their end by others, whatever becomes of the mission.

Step 8 of docs/model/simulation.md.
"""

from cadre.simulation.kernel.codes import CAME, DROPS, GONE
from cadre.simulation.kernel.compiling import Game, Word, called
from cadre.simulation.kernel.expecting import length_of
from cadre.simulation.kernel.running import graduate
from cadre.simulation.kernel.sampling import lost_of, uniform
from cadre.simulation.records import LISTED


@called
def begin_under_way(game: Game) -> None:
    """Put the people in training into their classes."""
    g, z, _, x, out = game
    for u in range(g.under_way):
        i = z[g.under_way_serial + u]
        z[g.in_class + i] = int(x[z[g.under_way_people + u]])
        z[g.taught + i] = length_of(game, z[g.serials_course + i]) - z[g.under_way_left + u]
        out[CAME] += z[g.in_class + i]


@called
def go_on_under_way(game: Game, word: Word, w: int) -> None:
    """End a week of those whose site is not closed by plan: trainees drop out; in the end they pass on."""
    g, z, y, x, out = game
    for u in range(g.under_way):
        i = z[g.under_way_serial + u]
        c = z[g.serials_course + i]
        if z[g.taught + i] == length_of(game, c) or z[g.shut + z[g.serials_site + i] * g.weeks + w]:
            continue
        luck, people, share = (
            uniform(word, z[g.serials_slot + i], DROPS),
            z[g.in_class + i],
            x[z[g.courses_drops_out + c]],
        )
        if luck > 1.0 - people * share:
            dropped = lost_of(y, g.endures + c * 2 * LISTED, luck, people, share)
            z[g.in_class + i] -= dropped
            out[GONE] += dropped
        z[g.taught + i] += 1
        if z[g.taught + i] == length_of(game, c):
            graduate(game, word, i)
