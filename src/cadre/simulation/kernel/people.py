"""People of stints come, are ready and go; people of stocks leave, and recruits come.

Steps 2 and what is settled before the first week, docs/model/simulation.md.
"""

import math

import numpy as np

from cadre.simulation.kernel.codes import (
    ARE_READY,
    ARRIVES,
    CAME,
    COME,
    COMES,
    EXPOSURE,
    GO,
    GONE,
    HALF,
    LEAVES,
    PEAK,
    PERSON_WEEKS,
)
from cadre.simulation.kernel.compiling import Game, Word, called, put_in
from cadre.simulation.kernel.sampling import (
    GOLDEN,
    looked_up,
    lost_of,
    mark,
    mixed,
    poisson,
    tabulate,
    uniform,
)
from cadre.simulation.kernel.years import count_weeks
from cadre.simulation.records import CHANGES, LISTED, MARKS, NOBODY, SEASON, TABLE, WAVES


@called
def bring_people(game: Game, replication_word: Word) -> None:
    """Note when the people of the stints who come do so, may begin serials, and go."""
    at, ints, _, _, _ = game
    for i in range(at.stints):
        if ints[at.stints_place_from + i] == ints[at.stints_place_to + i]:
            ints[at.come + i * WAVES] = ints[at.stints_people + i]
        else:
            fill_places(game, i, mixed(replication_word + np.uint64(ints[at.stints_turn + i] + 1) * GOLDEN))
        stand(game, i * WAVES)
        on_time, later = ints[at.come + i * WAVES], ints[at.come + i * WAVES + 1]
        if later > 0:
            stand(game, i * WAVES + 1)
            late = wave_begins(game, i * WAVES + 1)
            ints[at.differs + min(late, at.weeks)] |= late > wave_begins(game, i * WAVES)
            on_time += later if late == wave_begins(game, i * WAVES) else 0
        ints[at.differs + min(wave_begins(game, i * WAVES), at.weeks)] |= on_time < ints[at.stints_people + i]


@called
def fill_places(game: Game, i: int, word: Word) -> None:
    """Settle for each place of a stint whether its person comes, and whether late: who relieves is not."""
    at, ints, floats, drawn, _ = game
    sure, fresh, follows = ints[at.stints_sure + i], ints[at.stints_fresh + i], ints[at.stints_follows + i]
    if at.since > 0 and ints[at.now_stints_arrived + i] != NOBODY:
        settle_places(game, i, word)
        return
    for j in range(ints[at.stints_place_from + i], ints[at.stints_place_to + i]):
        place = ints[at.links + j]
        relieves = follows and ints[at.came + place]
        if sure:
            ints[at.came + place], ints[at.drawn_in + place], floats[at.lot + place] = (
                1,
                ints[at.stints_turn + i] + 1,
                0.0,
            )
        elif fresh:
            draw_lot(
                game, place, uniform(word, ints[at.places_slot + place], COMES), ints[at.stints_turn + i] + 1
            )
            ints[at.came + place] = floats[at.lot + place] < drawn[ints[at.stints_chance + i]]
        if ints[at.came + place]:
            ints[at.come + i * WAVES + (0 if sure or relieves else 1)] += 1


@called
def settle_places(game: Game, i: int, word: Word) -> None:
    """Settle the places of a stint that has begun: who came did, by report; others may only still be late.

    The lot of a place, which its next rotation may follow, is drawn from those that agree with the report.
    """
    at, ints, floats, drawn, _ = game
    first, last = ints[at.stints_place_from + i], ints[at.stints_place_to + i]
    for j in range(first, last):
        place, came = ints[at.links + j], j - first < ints[at.now_stints_arrived + i]
        relieves = ints[at.stints_follows + i] and ints[at.came + place]
        u = uniform(word, ints[at.places_slot + place], COMES)
        chance = 1.0 if ints[at.stints_sure + i] else drawn[ints[at.stints_chance + i]]
        ints[at.drawn_in + place] = ints[at.stints_turn + i] + 1
        may_come = not relieves and not ints[at.stints_sure + i] and wave_due(game, i * WAVES + 1) >= at.since
        if came:
            floats[at.lot + place] = u * chance
            ints[at.come + i * WAVES] += 1
        elif may_come:
            floats[at.lot + place] = u
            came = u < chance
            ints[at.come + i * WAVES + 1] += came
        else:
            floats[at.lot + place] = chance + u * (1.0 - chance)
        ints[at.came + place] = came


@called
def draw_lot(game: Game, place: int, u: float, turn: int) -> None:
    """Return a place its lot for a rotation: the one of the last time, or a new one."""
    at, ints, floats, drawn, _ = game
    kept = drawn[at.followed]
    if not ints[at.drawn_in + place]:
        floats[at.lot + place] = u
    elif ints[at.drawn_in + place] != turn and u >= kept:
        floats[at.lot + place] = (u - kept) / (1.0 - kept)
    ints[at.drawn_in + place] = turn


@called
def wave_begins(game: Game, wave: int) -> int:
    """First week on their posts of the people of a stint who come on time, or of those who come late."""
    at, ints, _, _, _ = game
    return max(ints[at.begins], wave_due(game, wave))


@called
def wave_due(game: Game, wave: int) -> int:
    """Week in which they would come to a mission that has begun."""
    at, ints, _, drawn, _ = game
    i = wave // WAVES
    return ints[at.stints_begins + i] + (int(drawn[ints[at.stints_late + i]]) if wave % WAVES else 0)


@called
def stand(game: Game, wave: int) -> None:
    """Note when people stand on their posts; new ones of later rotations begin serials after the overlap."""
    at, ints, _, drawn, _ = game
    i, people = wave // WAVES, ints[at.come + wave]
    if people == 0:
        return
    begins, ends = wave_begins(game, wave), min(ints[at.stints_ends + i], at.weeks)
    takes_over = ints[at.stints_fresh + i] != 0 and ints[at.stints_turn + i] > 0
    ready = max(begins, wave_due(game, wave) + int(drawn[at.overlap])) if takes_over else begins
    if begins < ends:
        note(game, begins, wave * CHANGES + COME)
        note(game, ends, wave * CHANGES + GO)
    if ready < ends:
        ints[at.got_ready + wave] = 1
        note(game, ready, wave * CHANGES + ARE_READY)
    count_stay(game, ints[at.stints_pool + i], people, begins, ends)


@called
def count_stay(game: Game, q: int, people: int, begins: int, ends: int) -> None:
    """Count the weeks on posts of people of a pool; of fewer than none they are taken back."""
    at, ints, _, _, counts = game
    begins = max(begins, at.since)
    person_weeks = people * max(0, ends - begins)
    count_weeks(game, ints[at.pools_role + q], people, begins, ends)
    if not ints[at.pools_local + q]:
        counts[PERSON_WEEKS] += person_weeks
        if ints[at.pools_in_country + q]:
            counts[EXPOSURE] += person_weeks


@called
def note(game: Game, w: int, change: int) -> None:
    """Put a change of who is there on the list of its week."""
    at, ints, _, _, _ = game
    ints[at.next_change + change] = ints[at.first_change + w]
    ints[at.first_change + w] = change + 1


@called
def come_and_go(game: Game, w: int) -> None:
    """Let the people of stints come, be ready and go; nobody else's place changes."""
    at, ints, _, drawn, counts = game
    change = ints[at.first_change + w] - 1
    while change >= 0:
        wave, kind = change // CHANGES, change % CHANGES
        q, people = ints[at.stints_pool + wave // WAVES], ints[at.come + wave]
        if kind == ARE_READY:
            ints[at.ready + q] += people
        else:
            before = stood(game, q, ints[at.present + q])
            ints[at.present + q] += people if kind == COME else -people
            moved = stood(game, q, ints[at.present + q]) - before
            if not ints[at.pools_local + q]:
                ints[at.at_site + ints[at.pools_site + q]] += moved
                ints[at.foreign] += moved
            if kind == GO and ints[at.got_ready + wave]:
                ints[at.ready + q] -= people
        # Leave takes its share of each pool, to the nearest whole person.
        share = 1.0 if ints[at.pools_local + q] else drawn[at.here]
        ints[at.there + q] = math.floor(stood(game, q, ints[at.present + q]) * share + HALF)
        ints[at.able + q] = math.floor(stood(game, q, ints[at.ready + q]) * share + HALF)
        change = ints[at.next_change + change] - 1
    counts[PEAK] = max(counts[PEAK], ints[at.foreign])
    if ints[at.by_week]:
        for q in range(at.pools):
            count_stay(game, q, stood(game, q, ints[at.present + q]), w, w + 1)


@called
def stood(game: Game, q: int, people: int) -> int:
    """People of a pool who are left of so many, where an event has shrunk the mission."""
    at, ints, floats, _, _ = game
    return people if ints[at.pools_local + q] else math.floor(people * floats[at.staying] + HALF)


@called
def begin_season(game: Game, season: int) -> None:
    """Tabulate the weekly intake of each pool of recruits in a season."""
    at, ints, floats, drawn, _ = game
    ints[at.season] = season * SEASON
    ints[at.decides] = 1
    for k in range(at.stocks):
        if ints[at.stocks_mean + k] != NOBODY:
            mean = ints[at.stocks_mean + k] + ints[at.season]
            tabulate(floats, at.intake + k * TABLE, drawn[mean], drawn[mean + 1], int(drawn[mean + 2]))
            mark(ints, at.marks + k * MARKS, floats, at.intake + k * TABLE)


@called
def flows(game: Game, word: Word) -> None:
    """Let people leave the pools, the competences and the host instructors; then recruits come."""
    at, ints, floats, _, _ = game
    for k in range(at.stocks):
        floats[at.luck + k] = uniform(word, ints[at.stocks_slot + k], LEAVES)
    for k in range(at.stocks):
        flow(game, word, k, True)


@put_in
def flow(game: Game, word: Word, k: int, arrive: bool) -> None:
    """Let people leave a stock, by its luck of the week, and then recruits come."""
    at, ints, floats, drawn, counts = game
    people, share, u = ints[at.people + k], drawn[ints[at.stocks_leaves + k]], floats[at.luck + k]
    if u > 1.0 - people * share:
        gone = lost_of(floats, at.stays + k * 2 * LISTED, u, people, share)
        ints[at.people + k] -= gone
        counts[GONE] += gone
    if not arrive or ints[at.stocks_mean + k] == NOBODY:
        return
    if drawn[ints[at.stocks_mean + k] + ints[at.season]] > 0.0:
        came = arrivals(game, k, uniform(word, ints[at.stocks_slot + k], ARRIVES))
        ints[at.people + k] += came
        counts[CAME] += came


@called
def arrivals(game: Game, k: int, u: float) -> int:
    """Recruits who come to a pool in a week: looked up, or walked to where the table ends too soon."""
    at, ints, floats, drawn, _ = game
    came = looked_up(ints, at.marks + k * MARKS, floats, at.intake + k * TABLE, u)
    if came < TABLE:
        return came
    mean = ints[at.stocks_mean + k] + ints[at.season]
    return poisson(u, drawn[mean], drawn[mean + 1], int(drawn[mean + 2]))
