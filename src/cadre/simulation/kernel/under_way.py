"""Serials under way on the first day: taught to their end by others, whatever becomes of the mission.

Step 8 of docs/model/simulation.md.
"""

from cadre.simulation.kernel.codes import CAME
from cadre.simulation.kernel.compiling import Game, Word, called
from cadre.simulation.kernel.expecting import length_of
from cadre.simulation.kernel.running import drop_out, graduate


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
    g, z, _, _, _ = game
    for u in range(g.under_way):
        i = z[g.under_way_serial + u]
        length = length_of(game, z[g.serials_course + i])
        if z[g.taught + i] < length and not z[g.shut + z[g.serials_site + i] * g.weeks + w]:
            drop_out(game, word, i)
            z[g.taught + i] += 1
            if z[g.taught + i] == length:
                graduate(game, word, i)
