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
    at, ints, _, drawn, counts = game
    for u in range(at.under_way):
        i = ints[at.under_way_serial + u]
        ints[at.in_class + i] = int(drawn[ints[at.under_way_people + u]])
        ints[at.taught + i] = length_of(game, ints[at.serials_course + i]) - ints[at.under_way_left + u]
        counts[CAME] += ints[at.in_class + i]


@called
def go_on_under_way(game: Game, word: Word, w: int) -> None:
    """End a week of those whose site is not closed by plan: trainees drop out; in the end they pass on."""
    at, ints, _, _, _ = game
    for u in range(at.under_way):
        i = ints[at.under_way_serial + u]
        length = length_of(game, ints[at.serials_course + i])
        if ints[at.taught + i] < length and not ints[at.shut + ints[at.serials_site + i] * at.weeks + w]:
            drop_out(game, word, i)
            ints[at.taught + i] += 1
            if ints[at.taught + i] == length:
                graduate(game, word, i)
