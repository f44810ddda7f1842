"""Replications: the first day is set, then week after week is played in the order of its steps.

Takes an option laid out in an arena, the values drawn and a range of replications; writes counts and series.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cadre.simulation.kernel.calling import call_more
from cadre.simulation.kernel.claims import free_everybody, keep_holidays
from cadre.simulation.kernel.codes import CAME
from cadre.simulation.kernel.compiling import Game, Word, address, called, compiled, put_in
from cadre.simulation.kernel.deciding import decide, notice
from cadre.simulation.kernel.events import events, set_out
from cadre.simulation.kernel.expecting import foresight
from cadre.simulation.kernel.learning import begin_courses
from cadre.simulation.kernel.people import begin_season, bring_people, come_and_go, flows
from cadre.simulation.kernel.places import count_sites, places
from cadre.simulation.kernel.projects import projects
from cadre.simulation.kernel.reading import finish, read
from cadre.simulation.kernel.running import end_of_week, teach
from cadre.simulation.kernel.sampling import GOLDEN, list_powers, mixed
from cadre.simulation.kernel.starting import starts
from cadre.simulation.kernel.taking_up import take_up
from cadre.simulation.kernel.under_way import begin_under_way, go_on_under_way
from cadre.simulation.kernel.years import close_year
from cadre.simulation.layout import KernelLayout
from cadre.simulation.records import LISTED, NEVER

FIRST = np.int64(0)
"""Handed on as written in the code, it would have its function compiled once more."""
Floats = NDArray[np.float64]
Series = NDArray[np.float32]
Luck = tuple[Word, int, int, int]
Option = tuple[Any, Any, Any]


@called
def prepare(game: Game) -> None:
    """Set the state of the first day."""
    at, ints, floats, drawn, counts = game
    for i in range(at.state_from, at.state_to):
        ints[i] = 0
    for j in range(at.projects):
        ints[at.finished + j] = NEVER
    for a in range(at.activities):
        ints[at.done + a] = NEVER
        floats[at.progress + a] = 0.0
    for r in range(at.sites * at.facilities):
        floats[at.rooms_now + r] = floats[at.rooms + r]
    begin_courses(game)
    for c in range(at.courses):
        list_powers(floats, at.endures + c * 2 * LISTED, 1.0 - drawn[ints[at.courses_drops_out + c]])
    for k in range(at.stocks):
        ints[at.people + k] = int(drawn[ints[at.stocks_at_start + k]])
        counts[CAME] += ints[at.people + k]
        list_powers(floats, at.stays + k * 2 * LISTED, 1.0 - drawn[ints[at.stocks_leaves + k]])
    begin_under_way(game)
    foresight(game)
    begin_season(game, FIRST)
    set_out(game)


@put_in
def replicate(game: Game, series: Any, replication_word: Word, n: int) -> None:
    """Play one replication."""
    at, ints, _, _, _ = game
    prepare(game)
    bring_people(game, replication_word)
    if at.since > 0:
        take_up(game, replication_word)
    for w in range(at.since, at.weeks):
        word = mixed(replication_word + np.uint64(w + 1) * GOLDEN)
        close_year(game, w)
        events(game, word, w)
        come_and_go(game, w)
        read(game, series, n, w)
        places(game, word, w)
        notice(game, w)
        if w > 0 and ints[at.season_of + w] != ints[at.season_of + w - 1]:
            begin_season(game, ints[at.season_of + w])
        flows(game, word)
        free_everybody(game)
        projects(game, w)
        if ints[at.teaching + w]:
            keep_holidays(game, w)
            teach(game, w)
            decide(game, w)
            starts(game, w)
            call_more(game, w)
        count_sites(game, w)
        if ints[at.teaching + w]:
            go_on_under_way(game, word, w)
            end_of_week(game, word)
    read(game, series, n, at.weeks)
    finish(game)


@compiled
def play_some(option: Option, values: Any, luck_of: Luck, counts: Any, series: Any) -> None:
    """Play replications from `first` to `last` (exclusive)."""
    at, ints, floats = option
    seed_word, inner, first, last = luck_of
    for n in range(first, last):
        replication_word = mixed(seed_word + np.uint64(n + 1) * GOLDEN)
        drawn_address, counts_address = address(values[n // inner]), address(counts[n])
        replicate(
            Game(at, address(ints), address(floats), drawn_address, counts_address),
            series,
            replication_word,
            n,
        )


def play(arena: KernelLayout, values: Floats, luck_of: Luck, counts: Floats, series: Series) -> None:
    """Play replications and write their rows of `counts` and `series`.

    Parameters
    ----------
    arena : KernelLayout
        The option; left as it is, so that threads can share it.
    values : ndarray of float64, shape (outer, columns)
        Replication n takes row n // inner.
    luck_of : (uint64, int, int, int)
        Word of the seed, inner, first replication, and the one after the last.
    counts : ndarray of float64, shape (replications, width)
        Zero where it is written.
    series : ndarray of float32, shape (names, replications, points)
        Written.
    """
    option = (arena.guide, arena.whole.copy(), arena.real.copy())
    play_some(option, values, luck_of, counts, series)
