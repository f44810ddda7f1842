"""TM8 compiled, on the simulation's own luck and samplers (`cadre.simulation.kernel`).

Takes a `Case` laid out by `layout` and a range of replications, writes the outputs of each. Numba keeps a
compiled function by the contents of its own file alone: when another file that it uses changes, empty its
cache.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from benchmarks.tm8 import case as tm8
from benchmarks.tm8 import layout as at
from benchmarks.tm8.case import Case
from benchmarks.tm8.draws import Play, draw, drawn, recruits, uniform_of
from cadre.simulation.kernel.compiling import address, called, compiled, put_in
from cadre.simulation.kernel.sampling import GOLDEN, mixed
from cadre.simulation.streams import seed_word

FIRST = np.int64(0)
"""Numbers written in the code would have each function compiled once more for each of them."""


# ---- the steps of a week


@called
def arrive(play: Play, word: Any, t: int) -> None:
    """Step 1: tours and recruits."""
    z, x, _ = play
    for i in range(z[at.TURNS_FROM + t], z[at.TURNS_FROM + t + 1]):
        pledge, people = z[at.TURNS + i], 0
        first = at.PLEDGES + pledge * at.PLEDGE_FIELDS
        if t < z[first + at.ENDS]:
            slot, promised = np.uint64(tm8.SLOT_PLEDGE + pledge), z[first + at.PROMISED]
            if uniform_of(mixed(word ^ (slot + at.KEY_HAPPENS))) < x[at.HONOURED + pledge]:
                show = mixed(word ^ (slot + at.KEY_SHOW))
                people = promised - drawn(play, ~show, promised, np.int64(at.STAYS_OUT))
        z[at.ABROAD + z[first + at.PLEDGE_SKILL]] += people - z[at.TOUR + pledge]
        z[at.TOUR + pledge] = people
    for c in range(at.N_INTAKES):
        people = recruits(play, np.uint64(z[at.WORDS + at.INTAKE_WORDS + c]), c)
        z[at.QUEUE + c] += people
        z[at.CAME] += people


@put_in
def open_and_close(play: Play) -> None:
    """Step 2: sites."""
    z = play.z
    for s in range(tm8.SITES):
        u = uniform_of(np.uint64(z[at.WORDS + at.SITE_WORDS + s]))
        stays, opens = u >= tm8.CLOSES, u < tm8.REOPENS
        z[at.OPEN + s] = stays if z[at.OPEN + s] else opens


@called
def leave(play: Play, t: int) -> None:
    """Step 3: tenure and attrition."""
    z = play.z
    if t > 0 and t % tm8.SHIFT == 0:
        for k in range(tm8.TRADES):
            first = at.FORCE + k * tm8.BINS
            z[first + 4] += z[first + 3]
            z[first + 3], z[first + 2], z[first + 1] = z[first + 2], z[first + 1], z[first]
            z[first] = 0
    gone = 0
    for j in range(at.CELLS):
        lost = draw(play, np.uint64(z[at.WORDS + j]), z[at.QUEUE + j], z[at.CHANCE_OF + j])
        z[at.QUEUE + j] -= lost
        gone += lost
    z[at.GONE] += gone


@put_in
def see_who_goes_on(z: Any) -> None:
    """Say which courses go on this week: those whose site is open and whose skill is staffed."""
    for k in range(tm8.SKILLS):
        z[at.PRESENT + k] = z[at.HOST + k] + z[at.ABROAD + k]
        z[at.STAFFED + k] = z[at.PRESENT + k] >= tm8.STAFF_SHARE * z[at.BUSY + k]
    for c in range(at.N_COURSES):
        site, skill = z[c * at.FIELDS + at.SITE], z[c * at.FIELDS + at.SKILL]
        z[at.GOES_ON + c] = z[at.OPEN + site] & z[at.STAFFED + skill]


@called
def teach(play: Play, word: Any) -> None:
    """Step 4: classes lose people, go on or not, and end.

    Classes of a course go on together, so they end in the order in which they began: a queue for each course,
    and a clock instead of the weeks left.
    """
    z = play.z
    gone = 0
    for c in range(at.N_COURSES):
        z[at.CLOCK + c] += z[at.GOES_ON + c]
        base = c * at.MOST_CLASSES
        first, last = base + z[at.HEAD + c], base + z[at.TAIL + c]
        for one in range(first, last):
            luck = mixed(word ^ (np.uint64(z[at.SLOT + one]) + at.KEY_DROPS))
            lost = draw(play, luck, z[at.PEOPLE + one], at.DROP + c)
            z[at.PEOPLE + one] -= lost
            gone += lost
        z[at.DRAWN] += last - first
        while first < last and z[at.END + first] == z[at.CLOCK + c]:
            finish(play, word, c, first)
            first += 1
        z[at.HEAD + c] = first - base
    z[at.GONE] += gone


@called
def finish(play: Play, word: Any, c: int, one: int) -> None:
    """Let the trainees of a class pass, repeat or leave."""
    z, slot, people = play.z, np.uint64(play.z[at.SLOT + one]), play.z[at.PEOPLE + one]
    z[at.BUSY + z[c * at.FIELDS + at.SKILL]] -= z[c * at.FIELDS + at.NEED]
    z[at.USED + z[c * at.FIELDS + at.SITE]] -= 1
    failed = drawn(play, mixed(word ^ (slot + at.KEY_FAILS)), people, at.FAIL + c)
    leaves = drawn(play, ~mixed(word ^ (slot + at.KEY_REPEAT)), failed, np.int64(at.LEAVES))
    z[at.GONE] += leaves
    z[at.DRAWN] += 2
    again, passed = failed - leaves, people - failed
    if c == tm8.NCO_COURSE:
        z[at.FORCE + tm8.BINS - 1] += again
        z[at.NCO] += passed
    elif c == tm8.TRAINERS_COURSE:
        skill = z[at.TEACHES + one - c * at.MOST_CLASSES]
        z[at.NCO] += again
        z[at.HOST + skill] += passed
        z[at.PRESENT + skill] += passed
    else:
        z[at.QUEUE + c] += again
        send_on(play, word, slot, c, passed)


@put_in
def send_on(play: Play, word: Any, slot: Any, c: int, passed: int) -> None:
    """Send those who passed to the next course, or to the force."""
    z = play.z
    if c >= 2:
        z[at.FORCE + (c - 2) * tm8.BINS] += passed
        z[at.GRADUATES] += passed
    else:
        others = drawn(play, ~mixed(word ^ (slot + at.KEY_ROUTE_2)), passed, np.int64(at.NOT_2))
        to_3 = drawn(play, mixed(word ^ (slot + at.KEY_ROUTE_3)), others, np.int64(at.TO_3))
        to_4 = drawn(play, mixed(word ^ (slot + at.KEY_ROUTE_4)), others - to_3, np.int64(at.TO_4))
        z[at.QUEUE + 2] += passed - others
        z[at.QUEUE + 3] += to_3
        z[at.QUEUE + 4] += to_4
        z[at.QUEUE + 5] += others - to_3 - to_4
        z[at.DRAWN] += 3


@put_in
def has_room(z: Any, c: int) -> bool:
    """Say whether site, skill, instructors and rooms allow one more class of a course."""
    site, skill = z[c * at.FIELDS + at.SITE], z[c * at.FIELDS + at.SKILL]
    free = z[at.PRESENT + skill] - z[at.BUSY + skill]
    return z[at.GOES_ON + c] and free >= z[c * at.FIELDS + at.NEED] and z[at.USED + site] < z[at.ROOMS + site]


@called
def start(z: Any, t: int) -> None:
    """Step 5: classes begin, trainers first."""
    trainers, nco = tm8.TRAINERS_COURSE, tm8.NCO_COURSE
    if z[at.NCO] >= z[trainers * at.FIELDS + at.LEAST] and has_room(z, trainers):
        start_trainers(z, t)
    senior = at.FORCE + t % tm8.TRADES * tm8.BINS + tm8.BINS - 1
    if z[at.NCO] < tm8.NCO_MOST and z[senior] >= z[nco * at.FIELDS + at.LEAST] and has_room(z, nco):
        people = less(z[senior], z[nco * at.FIELDS + at.SEATS])
        z[senior] -= people
        begin(z, t, np.int64(nco), people, FIRST)
    for c in range(tm8.QUEUES):
        # As many classes as `cap` and the queue allow: all full but the last, which has its least.
        for which in range(z[c * at.FIELDS + at.MOST]):
            if z[at.QUEUE + c] < z[c * at.FIELDS + at.LEAST] or not has_room(z, c):
                break
            people = less(z[at.QUEUE + c], z[c * at.FIELDS + at.SEATS])
            z[at.QUEUE + c] -= people
            begin(z, t, c, people, which)


@put_in
def less(a: int, b: int) -> int:
    """Give the smaller number."""
    return a if a < b else b


@called
def start_trainers(z: Any, t: int) -> None:
    """Begin a class of trainers for the skill that lacks most."""
    c = np.int64(tm8.TRAINERS_COURSE)
    most, gap, people = 0, 0.0, 0
    for k in range(tm8.SKILLS):
        z[at.LEARNING + k] = 0
    for i in range(z[at.HEAD + c], z[at.TAIL + c]):
        z[at.LEARNING + z[at.TEACHES + i]] += z[at.PEOPLE + c * at.MOST_CLASSES + i]
    for k in range(tm8.SKILLS):
        lacks = z[at.TARGETS + k] - z[at.HOST + k] - z[at.LEARNING + k]
        if lacks / z[at.TARGETS + k] > gap:
            most, gap, people = k, lacks / z[at.TARGETS + k], lacks
    people = less(people, less(z[c * at.FIELDS + at.SEATS], z[at.NCO]))
    if people >= z[c * at.FIELDS + at.LEAST]:
        z[at.NCO] -= people
        begin(z, t, c, people, FIRST)
        z[at.TEACHES + z[at.TAIL + c] - 1] = most


@called
def begin(z: Any, t: int, c: int, people: int, which: int) -> None:
    """Begin a class; where the queue of a course reaches its end, those under way move to its beginning."""
    base, head = c * at.MOST_CLASSES, z[at.HEAD + c]
    if z[at.TAIL + c] == at.MOST_CLASSES:
        for i in range(at.MOST_CLASSES - head):
            z[at.SLOT + base + i] = z[at.SLOT + base + head + i]
            z[at.PEOPLE + base + i] = z[at.PEOPLE + base + head + i]
            z[at.END + base + i] = z[at.END + base + head + i]
            if c == tm8.TRAINERS_COURSE:
                z[at.TEACHES + i] = z[at.TEACHES + head + i]
        z[at.HEAD + c], z[at.TAIL + c] = 0, at.MOST_CLASSES - head
    one = base + z[at.TAIL + c]
    z[at.SLOT + one] = tm8.SLOT_CLASS + t * tm8.SLOT_WEEK + c * 8 + which
    z[at.PEOPLE + one] = people
    z[at.END + one] = z[at.CLOCK + c] + z[c * at.FIELDS + at.LENGTH]
    z[at.TAIL + c] += 1
    z[at.BUSY + z[c * at.FIELDS + at.SKILL]] += z[c * at.FIELDS + at.NEED]
    z[at.USED + z[c * at.FIELDS + at.SITE]] += 1


# ---- replications


@put_in
def play_week(play: Play, word: Any, t: int) -> None:
    """Play one week."""
    z = play.z
    for j in range(at.WORDS_A_WEEK):
        z[at.WORDS + j] = np.int64(mixed(word ^ np.uint64(z[at.KEYS + j])))
    z[at.DRAWN] += at.WORDS_A_WEEK
    arrive(play, word, t)
    open_and_close(play)
    leave(play, t)
    see_who_goes_on(z)
    teach(play, word)
    start(z, t)


@put_in
def prepare(z: Any) -> None:
    """Set the state of the first day."""
    for i in range(at.STATE, at.WORDS):
        z[i] = 0
    for k in range(tm8.SKILLS):
        z[at.HOST + k] = z[at.HOSTS_AT_START + k]
        z[at.CAME] += z[at.HOST + k]
    for s in range(tm8.SITES):
        z[at.OPEN + s] = 1


@put_in
def count_up(z: Any, out: Any) -> None:
    """Write what `OUTPUTS` names."""
    out[0], out[2], out[4], out[6], out[7] = (
        *(z[at.GRADUATES], z[at.NCO]),
        *(z[at.CAME], z[at.GONE], z[at.DRAWN]),
    )
    for j in range(tm8.TRADES * tm8.BINS):
        out[1] += z[at.FORCE + j]
    for k in range(tm8.SKILLS):
        out[3] += z[at.HOST + k]
    out[5] = out[1] + out[2] + out[3]
    for c in range(tm8.QUEUES):
        out[5] += z[at.QUEUE + c]
    for c in range(at.N_COURSES):
        for i in range(z[at.HEAD + c], z[at.TAIL + c]):
            out[5] += z[at.PEOPLE + c * at.MOST_CLASSES + i]


@compiled
def play_some(arrays: Any, word: Any, weeks: int, span: tuple[int, int], out: Any) -> None:
    """Play a span of replications, its end exclusive, into the rows of `out`."""
    play = Play(address(arrays[0]), address(arrays[1]), address(arrays[2]))
    for n in range(span[0], span[1]):
        replication_word = mixed(word + np.uint64(n + 1) * GOLDEN)
        prepare(play.z)
        for t in range(weeks):
            play_week(play, mixed(replication_word + np.uint64(t + 1) * GOLDEN), t)
        count_up(play.z, address(out[n - span[0]]))


def simulate(case: Case, *, replications: int, seed: int, jobs: int = 1) -> at.Floats:
    """Play TM8.

    Parameters
    ----------
    case : Case
        The option.
    replications, seed : int
        The first k replications are the same however many follow.
    jobs : int
        Threads.

    Returns
    -------
    ndarray of float64, shape (replications, outputs)
        Columns as in `OUTPUTS`.
    """
    out = np.zeros((replications, len(tm8.OUTPUTS)))
    word, share = np.uint64(seed_word(seed)), -(-replications // jobs)

    def piece(first: int) -> None:
        last = min(first + share, replications)
        play_some(at.laid_out(case), word, case.weeks, (first, last), out[first:last])

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(piece, range(0, replications, share)))
    return out
