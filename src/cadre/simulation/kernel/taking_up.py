"""Taking up: a recorded state is set in place of that of the first day.

From a recorded state, docs/model/simulation.md.
"""

import numpy as np

from cadre.simulation.kernel.codes import CAME, DELAYS, DROPS, ENDS, GONE, LEAVES, SHRINKS
from cadre.simulation.kernel.compiling import Game, Word, called
from cadre.simulation.kernel.events import count_by_week, leave
from cadre.simulation.kernel.learning import learn
from cadre.simulation.kernel.people import begin_season, come_and_go, flow
from cadre.simulation.kernel.running import phase_after
from cadre.simulation.kernel.sampling import GOLDEN, binomial, mixed, power, uniform
from cadre.simulation.records import NOBODY


@called
def take_up(game: Game, replication_word: Word) -> None:
    """Set the state at the beginning of the recorded week; who came is settled already."""
    at, ints, _, _, counts = game
    ints[at.paused] = at.paused_now
    for s in range(at.sites):
        ints[at.state + s] = ints[at.now_sites_state + s]
    take_up_events(game)
    take_up_work(game)
    for c in range(at.courses):
        for _ in range(ints[at.now_courses_ended + c]):
            learn(game, c)
        ints[at.together + c] = ints[at.now_courses_together + c]
        counts[at.graduates + c] = ints[at.now_courses_passed + c]
    take_up_stocks(game, replication_word)
    for r in range(at.now_running):
        take_up_class(game, r, replication_word)
    for w in range(at.since):
        come_and_go(game, w)
    if ints[at.exits] < at.since:
        leave(game, at.since)
    while ints[at.next_target] < at.targets and ints[at.targets_week + ints[at.next_target]] < at.since:
        ints[at.next_target] += 1
    while ints[at.year] < at.years and ints[at.new_years + ints[at.year]] < at.since:
        ints[at.year] += 1
    begin_season(game, ints[at.season_of + min(at.since, at.weeks - 1)])
    ints[at.decides] = ints[at.renews] = 1


@called
def take_up_events(game: Game) -> None:
    """Let events that happened have their effect; a first day that no report delayed was not."""
    at, ints, floats, drawn, _ = game
    ints[at.begins] = at.begin
    for e in range(at.events):
        w = ints[at.now_events_happened + e]
        if w == NOBODY:
            continue
        size, effect = drawn[ints[at.events_size + e]], ints[at.events_effect + e]
        ints[at.happened + e] = w + 1
        if effect == ENDS and w + int(size) < ints[at.exits]:
            ints[at.exits], ints[at.ended_by] = w + int(size), e + 1
        elif effect == DELAYS:
            ints[at.held_until] = min(at.exit, max(ints[at.held_until], w + int(size)))
            if w == 0:
                ints[at.begins] = max(ints[at.begins], min(at.exit, int(size)))
        elif effect == SHRINKS:
            count_by_week(game, at.since)
            floats[at.staying] *= size


@called
def take_up_work(game: Game) -> None:
    """Set how far activities are, and what finished projects added."""
    at, ints, floats, _, counts = game
    for a in range(at.activities):
        ints[at.done + a] = ints[at.now_activities_done + a]
        floats[at.progress + a] = floats[at.now_activities_progress + a]
        counts[at.begun + a] = ints[at.now_activities_begun + a]
    for j in range(at.projects):
        ints[at.finished + j] = ints[at.now_projects_finished + j]
    for i in range(at.adds):
        if ints[at.finished + ints[at.adds_project + i]] < at.since:
            site, facility = ints[at.adds_site + i], ints[at.adds_facility + i]
            if facility == NOBODY:
                ints[at.beds_added + site] += ints[at.adds_amount + i]
            else:
                floats[at.rooms_now + site * at.facilities + facility] += ints[at.adds_amount + i]


@called
def take_up_stocks(game: Game, replication_word: Word) -> None:
    """Set the people of every stock as last counted; since then they flow as assumed, beside known moves."""
    at, ints, floats, _, counts = game
    first = at.since
    for k in range(at.stocks):
        if ints[at.now_stocks_people + k] != NOBODY:
            counts[CAME] += ints[at.now_stocks_people + k] - ints[at.people + k]
            ints[at.people + k] = ints[at.now_stocks_people + k]
        first = min(first, ints[at.now_stocks_counted + k])
    for w in range(first, at.since):
        if w == first or ints[at.season_of + w] != ints[at.season_of + w - 1]:
            begin_season(game, ints[at.season_of + w])
        word = mixed(replication_word + np.uint64(w + 1) * GOLDEN)
        for k in range(at.stocks):
            if ints[at.now_stocks_counted + k] <= w:
                floats[at.luck + k] = uniform(word, ints[at.stocks_slot + k], LEAVES)
                flow(game, word, k, w >= ints[at.now_stocks_arrivals_from + k])
        move(game, w)


@called
def move(game: Game, w: int) -> None:
    """Let those known to have come to a stock, or gone, in a week do so; nobody goes who is not there."""
    at, ints, _, _, counts = game
    for i in range(at.now_moves):
        k = ints[at.now_moves_stock + i]
        if ints[at.now_moves_week + i] == w and ints[at.now_stocks_counted + k] <= w:
            people = max(ints[at.now_moves_people + i], -ints[at.people + k])
            ints[at.people + k] += people
            counts[CAME] += people


@called
def take_up_class(game: Game, r: int, replication_word: Word) -> None:
    """Put a serial that runs into its row; who dropped out since its people were counted is drawn."""
    at, ints, _, drawn, counts = game
    i, people = ints[at.now_running_serial + r], ints[at.now_running_people + r]
    ago, c = ints[at.now_running_ago + r], ints[at.serials_course + i]
    counts[CAME] += people
    if ago > 0:
        word = mixed(replication_word + np.uint64(at.since) * GOLDEN)
        stay = power(1.0 - drawn[ints[at.courses_drops_out + c]], ago)
        dropped = binomial(uniform(word, ints[at.serials_slot + i], DROPS), people, 1.0 - stay)
        counts[GONE] += dropped
        people -= dropped
    ints[at.in_class + i] = people
    ints[at.began_with + i] = ints[at.now_running_began + r]
    ints[at.taught + i] = ints[at.now_running_taught + r]
    ints[at.phase + i] = phase_after(game, c, ints[at.taught + i])
    ints[at.frozen + i] = ints[at.now_running_frozen + r]
    ints[at.beside + i] = ints[at.now_running_beside + r]
    ints[at.beyond + i] = ints[at.now_running_beyond + r]
    ints[at.trainees_at + ints[at.serials_site + i]] += people
    ints[at.running + ints[at.runs]] = i
    ints[at.runs] += 1
