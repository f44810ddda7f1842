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
from cadre.simulation.kernel.compiling import Game, Word, called
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
    g, z, _, _, _ = game
    for i in range(g.stints):
        if z[g.stints_place_from + i] == z[g.stints_place_to + i]:
            z[g.come + i * WAVES] = z[g.stints_people + i]
        else:
            fill_places(game, i, mixed(replication_word + np.uint64(z[g.stints_turn + i] + 1) * GOLDEN))
        stand(game, i * WAVES)
        on_time, later = z[g.come + i * WAVES], z[g.come + i * WAVES + 1]
        if later > 0:
            stand(game, i * WAVES + 1)
            late = wave_begins(game, i * WAVES + 1)
            z[g.differs + min(late, g.weeks)] |= late > wave_begins(game, i * WAVES)
            on_time += later if late == wave_begins(game, i * WAVES) else 0
        z[g.differs + min(wave_begins(game, i * WAVES), g.weeks)] |= on_time < z[g.stints_people + i]


@called
def fill_places(game: Game, i: int, word: Word) -> None:
    """Settle for each place of a stint whether its person comes, and whether late: who relieves is not."""
    g, z, y, x, _ = game
    sure, fresh, follows = z[g.stints_sure + i], z[g.stints_fresh + i], z[g.stints_follows + i]
    for j in range(z[g.stints_place_from + i], z[g.stints_place_to + i]):
        place = z[g.links + j]
        relieves = follows and z[g.came + place]
        if sure:
            z[g.came + place], z[g.drawn_in + place], y[g.lot + place] = 1, z[g.stints_turn + i] + 1, 0.0
        elif fresh:
            draw_lot(game, place, uniform(word, z[g.places_slot + place], COMES), z[g.stints_turn + i] + 1)
            z[g.came + place] = y[g.lot + place] < x[z[g.stints_chance + i]]
        if z[g.came + place]:
            z[g.come + i * WAVES + (0 if sure or relieves else 1)] += 1


@called
def draw_lot(game: Game, place: int, u: float, turn: int) -> None:
    """Give a place its lot for a rotation: the one of the last time, or a new one."""
    g, z, y, x, _ = game
    kept = x[g.followed]
    if not z[g.drawn_in + place]:
        y[g.lot + place] = u
    elif z[g.drawn_in + place] != turn and u >= kept:
        y[g.lot + place] = (u - kept) / (1.0 - kept)
    z[g.drawn_in + place] = turn


@called
def wave_begins(game: Game, wave: int) -> int:
    """First week on their posts of the people of a stint who come on time, or of those who come late."""
    g, z, _, _, _ = game
    return max(z[g.begins], wave_due(game, wave))


@called
def wave_due(game: Game, wave: int) -> int:
    """Week in which they would come to a mission that has begun."""
    g, z, _, x, _ = game
    i = wave // WAVES
    return z[g.stints_begins + i] + (int(x[z[g.stints_late + i]]) if wave % WAVES else 0)


@called
def stand(game: Game, wave: int) -> None:
    """Note when people stand on their posts; new ones of later rotations begin serials after the overlap."""
    g, z, _, x, _ = game
    i, people = wave // WAVES, z[g.come + wave]
    if people == 0:
        return
    begins, ends = wave_begins(game, wave), min(z[g.stints_ends + i], g.weeks)
    takes_over = z[g.stints_fresh + i] != 0 and z[g.stints_turn + i] > 0
    ready = max(begins, wave_due(game, wave) + int(x[g.overlap])) if takes_over else begins
    if begins < ends:
        note(game, begins, wave * CHANGES + COME)
        note(game, ends, wave * CHANGES + GO)
    if ready < ends:
        z[g.got_ready + wave] = 1
        note(game, ready, wave * CHANGES + ARE_READY)
    count_stay(game, z[g.stints_pool + i], people, begins, ends)


@called
def count_stay(game: Game, q: int, people: int, begins: int, ends: int) -> None:
    """Count the weeks on posts of people of a pool; of fewer than none they are taken back."""
    g, z, _, _, out = game
    person_weeks = people * max(0, ends - begins)
    count_weeks(game, z[g.pools_role + q], people, begins, ends)
    if not z[g.pools_local + q]:
        out[PERSON_WEEKS] += person_weeks
        if z[g.pools_in_country + q]:
            out[EXPOSURE] += person_weeks


@called
def note(game: Game, w: int, change: int) -> None:
    """Put a change of who is there on the list of its week."""
    g, z, _, _, _ = game
    z[g.next_change + change] = z[g.first_change + w]
    z[g.first_change + w] = change + 1


@called
def come_and_go(game: Game, w: int) -> None:
    """Let the people of stints come, be ready and go; nobody else's place changes."""
    g, z, _, x, out = game
    change = z[g.first_change + w] - 1
    while change >= 0:
        wave, kind = change // CHANGES, change % CHANGES
        q, people = z[g.stints_pool + wave // WAVES], z[g.come + wave]
        if kind == ARE_READY:
            z[g.ready + q] += people
        else:
            before = stood(game, q, z[g.present + q])
            z[g.present + q] += people if kind == COME else -people
            moved = stood(game, q, z[g.present + q]) - before
            if not z[g.pools_local + q]:
                z[g.at_site + z[g.pools_site + q]] += moved
                z[g.foreign] += moved
            if kind == GO and z[g.got_ready + wave]:
                z[g.ready + q] -= people
        # Leave takes its share of each pool, to the nearest whole person.
        share = 1.0 if z[g.pools_local + q] else x[g.here]
        z[g.there + q] = math.floor(stood(game, q, z[g.present + q]) * share + HALF)
        z[g.able + q] = math.floor(stood(game, q, z[g.ready + q]) * share + HALF)
        change = z[g.next_change + change] - 1
    out[PEAK] = max(out[PEAK], z[g.foreign])
    if z[g.by_week]:
        for q in range(g.pools):
            count_stay(game, q, stood(game, q, z[g.present + q]), w, w + 1)


@called
def stood(game: Game, q: int, people: int) -> int:
    """People of a pool who are left of so many, where an event has shrunk the mission."""
    g, z, y, _, _ = game
    return people if z[g.pools_local + q] else math.floor(people * y[g.staying] + HALF)


@called
def begin_season(game: Game, season: int) -> None:
    """Tabulate the weekly intake of each pool of recruits in a season."""
    g, z, y, x, _ = game
    z[g.season] = season * SEASON
    z[g.decides] = 1
    for k in range(g.stocks):
        if z[g.stocks_mean + k] != NOBODY:
            mean = z[g.stocks_mean + k] + z[g.season]
            tabulate(y, g.intake + k * TABLE, x[mean], x[mean + 1], int(x[mean + 2]))
            mark(z, g.marks + k * MARKS, y, g.intake + k * TABLE)


@called
def flows(game: Game, word: Word) -> None:
    """Let people leave the pools, the competences and the host instructors; then recruits come."""
    g, z, y, x, out = game
    for k in range(g.stocks):
        y[g.luck + k] = uniform(word, z[g.stocks_slot + k], LEAVES)
    for k in range(g.stocks):
        people, share, u = z[g.people + k], x[z[g.stocks_leaves + k]], y[g.luck + k]
        if u > 1.0 - people * share:
            gone = lost_of(y, g.stays + k * 2 * LISTED, u, people, share)
            z[g.people + k] -= gone
            out[GONE] += gone
        if z[g.stocks_mean + k] != NOBODY and x[z[g.stocks_mean + k] + z[g.season]] > 0.0:
            came = arrivals(game, k, uniform(word, z[g.stocks_slot + k], ARRIVES))
            z[g.people + k] += came
            out[CAME] += came


@called
def arrivals(game: Game, k: int, u: float) -> int:
    """Recruits who come to a pool in a week: looked up, or walked to where the table ends too soon."""
    g, z, y, x, _ = game
    came = looked_up(z, g.marks + k * MARKS, y, g.intake + k * TABLE, u)
    if came < TABLE:
        return came
    mean = z[g.stocks_mean + k] + z[g.season]
    return poisson(u, x[mean], x[mean + 1], int(x[mean + 2]))
