"""TM8 compiled, on the simulation's own luck and samplers (`cadre.simulation.kernel`).

Takes a `Case` laid out in arrays and a range of replications, writes the outputs of each. Every chance of TM8
is fixed, so that the binomial of (chance, people) is read off its distribution, tabulated when it is first
met: the numbers are those of the simulation's `binomial`. `z` holds whole numbers (case, then state), `x`
chances. Numba keeps compiled functions by the date of this file: touch it when the kernel changes.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.tm8 import case as tm8
from benchmarks.tm8.case import COURSES, Case
from cadre.simulation.kernel import (
    GOLDEN,
    address,
    compiled,
    few,
    looked_up,
    mark,
    mixed,
    power,
    tabulate,
    uniform,
)
from cadre.simulation.luck import seed_word
from cadre.simulation.records import MARKS, TABLE

Floats = NDArray[np.float64]

N_COURSES, N_PLEDGES, FIELDS, ENDS = len(COURSES), len(tm8.PLEDGES), 7, 4
SITE, LENGTH, SEATS, LEAST, NEED, SKILL, MOST = range(FIELDS)
# Where the case begins in z, then the state.
ROOMS = N_COURSES * FIELDS
HOSTS_AT_START, TARGETS = ROOMS + tm8.SITES, ROOMS + tm8.SITES + tm8.SKILLS
PLEDGES = TARGETS + tm8.SKILLS
INTAKE_MARKS = PLEDGES + N_PLEDGES * ENDS
QUEUE = INTAKE_MARKS + 2 * MARKS
FORCE = QUEUE + tm8.QUEUES
NCO = FORCE + tm8.TRADES * tm8.BINS
HOST = NCO + 1
TOUR = HOST + tm8.SKILLS
OPEN = TOUR + N_PLEDGES
PRESENT = OPEN + tm8.SITES
BUSY = PRESENT + tm8.SKILLS
STAFFED = BUSY + tm8.SKILLS
USED = STAFFED + tm8.SKILLS
LEARNING = USED + tm8.SITES
GRADUATES, CAME, GONE, CLASSES = range(LEARNING + tm8.SKILLS, LEARNING + tm8.SKILLS + 4)
CLASS = CLASSES + 1
COURSE, PEOPLE, LEFT, TEACHES, SLOT, CLASS_FIELDS = range(6)
MOST_CLASSES = 256
Z_LENGTH = CLASS + MOST_CLASSES * CLASS_FIELDS

# Chances by row: those of the case, then those that are the same in every one.
HONOURED = 0
CHANCE = HONOURED + N_PLEDGES
DROP, FAIL = 0, N_COURSES
WAITING = FAIL + N_COURSES
FORCE_LOSS = WAITING + 1
NCO_LOSS, HOST_LOSS = FORCE_LOSS + tm8.BINS, FORCE_LOSS + tm8.BINS + 1
LEAVES, STAYS_OUT = HOST_LOSS + 1, HOST_LOSS + 2
NOT_2, TO_3, TO_4, CHANCES = range(STAYS_OUT + 1, STAYS_OUT + 5)
INTAKE = CHANCE + CHANCES
MEANS = INTAKE + 2 * TABLE
X_LENGTH = MEANS + 4

MOST_PEOPLE, STEPS, WIDEST, BITS = 4096, 16, 12.0, 2.0**16
"""A distribution is kept in 16 steps of 16 bits, half a line of the cache, so that those in use stay
near; for more people, or a mean above 12, it is walked."""


class Play(NamedTuple):
    """What a replication works on."""

    z: Any
    x: Any
    steps: Any


@compiled
def draw(play: Play, u: float, people: int, chance: int) -> int:
    """Smallest k with P(Binomial(people, chance) <= k) >= u, for a chance up to one half.

    The steps hold the first 16 bits of P(X <= k). How many of them lie below those of u is counted without a
    branch; only where one equals them, or all lie below, the exact sampler is asked.
    """
    steps, row = play.steps, (chance * MOST_PEOPLE + people) * STEPS
    if people >= MOST_PEOPLE:
        return few(u, people, play.x[CHANCE + chance])
    bits = np.uint16(np.int64(u * BITS))
    k = 0
    for j in range(STEPS):
        k += steps[row + j] < bits
    if k == STEPS or steps[row + k] == bits:
        return exactly(play, u, people, chance)
    return k


@compiled
def exactly(play: Play, u: float, people: int, chance: int) -> int:
    """Give the draw of the simulation's sampler; write the steps if they are not there yet."""
    _, x, steps = play
    p, row = x[CHANCE + chance], (chance * MOST_PEOPLE + people) * STEPS
    if steps[row + STEPS - 1] == 0 and people * p <= WIDEST:
        write_steps(steps, row, people, p)
    return few(u, people, p)


@compiled
def write_steps(steps: Any, row: int, people: int, p: float) -> None:
    """Write 16 bits of what the walk of `few` compares with u; all of them set from where nobody is left."""
    term = total = power(1.0 - p, people)
    odds, left = p / (1.0 - p), float(people)
    # Bernoulli's inequality gives 0 without a look at the sum, which may be rounded below it.
    steps[row] = bits_of(max(total, 1.0 - people * p))
    for k in range(1, STEPS):
        term *= odds * max(0.0, left) / k
        left -= 1.0
        total += term
        steps[row + k] = bits_of(total)


@compiled
def bits_of(below: float) -> Any:
    """Give the first 16 bits of a chance; those of 1 are all set."""
    return np.uint16(min(np.int64(below * BITS), np.int64(BITS) - 1))


@compiled
def lose(play: Play, where: int, u: float, chance: int) -> None:
    """Let some of the people in a cell leave for good."""
    z = play.z
    gone = draw(play, u, z[where], chance)
    z[where] -= gone
    z[GONE] += gone


@compiled
def arrive(play: Play, word: Any, t: int) -> None:
    """Step 1: tours and recruits."""
    z, x, _ = play
    for i in range(N_PLEDGES):
        at = PLEDGES + i * ENDS
        begins, ends = z[at + 2], z[at + 3]
        if t == ends:
            z[TOUR + i] = 0
        elif begins <= t < ends and (t - begins) % tm8.TOUR_WEEKS == 0:
            people = z[at + 1]
            people -= draw(play, 1.0 - uniform(word, tm8.SLOT_PLEDGE + i, tm8.SHOW), people, STAYS_OUT)
            comes = uniform(word, tm8.SLOT_PLEDGE + i, tm8.HAPPENS) < x[HONOURED + i]
            z[TOUR + i] = people if comes else 0
    for c in range(2):
        u = uniform(word, tm8.SLOT_QUEUE + c, tm8.ARRIVES)
        recruits = looked_up(z, INTAKE_MARKS + c * MARKS, x, INTAKE + c * TABLE, u)
        z[QUEUE + c] += recruits
        z[CAME] += recruits


@compiled
def open_and_close(play: Play, word: Any) -> None:
    """Step 2: sites."""
    z = play.z
    for s in range(tm8.SITES):
        u = uniform(word, tm8.SLOT_SITE + s, tm8.HAPPENS)
        z[OPEN + s] = u >= tm8.CLOSES if z[OPEN + s] else u < tm8.REOPENS


@compiled
def leave(play: Play, word: Any, t: int) -> None:
    """Step 3: tenure and attrition."""
    z = play.z
    if t > 0 and t % tm8.SHIFT == 0:
        for k in range(tm8.TRADES):
            first = FORCE + k * tm8.BINS
            z[first + 4] += z[first + 3]
            z[first + 3], z[first + 2], z[first + 1] = z[first + 2], z[first + 1], z[first]
            z[first] = 0
    for c in range(tm8.QUEUES):
        lose(play, QUEUE + c, uniform(word, tm8.SLOT_QUEUE + c, tm8.HAPPENS), WAITING)
    for k in range(tm8.TRADES):
        for b in range(tm8.BINS):
            j = k * tm8.BINS + b
            lose(play, FORCE + j, uniform(word, tm8.SLOT_FORCE + j, tm8.HAPPENS), FORCE_LOSS + b)
    lose(play, NCO, uniform(word, tm8.SLOT_NCO, tm8.HAPPENS), NCO_LOSS)
    for k in range(tm8.SKILLS):
        lose(play, HOST + k, uniform(word, tm8.SLOT_HOST + k, tm8.HAPPENS), HOST_LOSS)


@compiled
def count_staff(z: Any) -> None:
    """Say who is present of each skill."""
    for k in range(tm8.SKILLS):
        z[PRESENT + k] = z[HOST + k]
    for i in range(N_PLEDGES):
        z[PRESENT + z[PLEDGES + i * ENDS]] += z[TOUR + i]


@compiled
def teach(play: Play, word: Any) -> None:
    """Step 4: classes lose people, go on if site and skill let them, and end."""
    z = play.z
    count_staff(z)
    for k in range(tm8.SKILLS):
        z[STAFFED + k] = z[PRESENT + k] >= tm8.STAFF_SHARE * z[BUSY + k]
    kept = 0
    for i in range(z[CLASSES]):
        one = CLASS + i * CLASS_FIELDS
        c = z[one + COURSE]
        lose(play, one + PEOPLE, uniform(word, z[one + SLOT], tm8.DROPS), DROP + c)
        z[one + LEFT] -= z[OPEN + z[c * FIELDS + SITE]] & z[STAFFED + z[c * FIELDS + SKILL]]
        if z[one + LEFT] == 0:
            finish(play, word, one)
        else:
            if kept < i:
                for field in range(CLASS_FIELDS):
                    z[CLASS + kept * CLASS_FIELDS + field] = z[one + field]
            kept += 1
    z[CLASSES] = kept


@compiled
def finish(play: Play, word: Any, one: int) -> None:
    """Let the trainees of a class pass, repeat or leave."""
    z = play.z
    c, people, slot = z[one + COURSE], z[one + PEOPLE], z[one + SLOT]
    z[BUSY + z[c * FIELDS + SKILL]] -= z[c * FIELDS + NEED]
    z[USED + z[c * FIELDS + SITE]] -= 1
    failed = draw(play, uniform(word, slot, tm8.FAILS), people, FAIL + c)
    again = failed - draw(play, 1.0 - uniform(word, slot, tm8.REPEAT), failed, LEAVES)
    z[GONE] += failed - again
    passed = people - failed
    if c == tm8.NCO_COURSE:
        z[FORCE + tm8.BINS - 1] += again
        z[NCO] += passed
    elif c == tm8.TRAINERS_COURSE:
        z[NCO] += again
        z[HOST + z[one + TEACHES]] += passed
        z[PRESENT + z[one + TEACHES]] += passed
    else:
        z[QUEUE + c] += again
        send_on(play, word, one, passed)


@compiled
def send_on(play: Play, word: Any, one: int, passed: int) -> None:
    """Send those who passed to the next course, or to the force."""
    z = play.z
    c, slot = z[one + COURSE], z[one + SLOT]
    if c >= 2:
        z[FORCE + (c - 2) * tm8.BINS] += passed
        z[GRADUATES] += passed
        return
    goes = passed - draw(play, 1.0 - uniform(word, slot, tm8.ROUTE_2), passed, NOT_2)
    z[QUEUE + 2] += goes
    passed -= goes
    for i in range(2):
        goes = draw(play, uniform(word, slot, tm8.ROUTE_3 + i), passed, TO_3 + i)
        z[QUEUE + 3 + i] += goes
        passed -= goes
    z[QUEUE + 5] += passed


@compiled
def cap(z: Any, c: int) -> int:
    """Give how many classes of a course site, skill, rooms and the week's most allow."""
    s, k = z[c * FIELDS + SITE], z[c * FIELDS + SKILL]
    if not (z[OPEN + s] and z[STAFFED + k]):
        return 0
    free, rooms = (z[PRESENT + k] - z[BUSY + k]) // z[c * FIELDS + NEED], z[ROOMS + s] - z[USED + s]
    return max(0, min(free, rooms, z[c * FIELDS + MOST]))


@compiled
def begin(z: Any, t: int, c: int, people: int, which: int, skill: int) -> None:
    """Begin a class."""
    one = CLASS + z[CLASSES] * CLASS_FIELDS
    z[one + COURSE], z[one + PEOPLE], z[one + LEFT], z[one + TEACHES] = (
        c,
        people,
        z[c * FIELDS + LENGTH],
        skill,
    )
    z[one + SLOT] = tm8.SLOT_CLASS + t * tm8.SLOT_WEEK + c * 8 + which
    z[CLASSES] += 1
    z[BUSY + z[c * FIELDS + SKILL]] += z[c * FIELDS + NEED]
    z[USED + z[c * FIELDS + SITE]] += 1


@compiled
def start(z: Any, t: int) -> None:
    """Step 5: classes begin, trainers first."""
    start_trainers(z, t)
    senior, c = FORCE + t % tm8.TRADES * tm8.BINS + tm8.BINS - 1, tm8.NCO_COURSE
    if z[NCO] < tm8.NCO_MOST and z[senior] >= z[c * FIELDS + LEAST] and cap(z, c) > 0:
        people = min(z[c * FIELDS + SEATS], z[senior])
        z[senior] -= people
        begin(z, t, c, people, 0, 0)
    for c in range(tm8.QUEUES):
        seats = z[c * FIELDS + SEATS]
        classes = min(cap(z, c), (z[QUEUE + c] + seats - z[c * FIELDS + LEAST]) // seats)
        people = min(z[QUEUE + c], classes * seats)
        z[QUEUE + c] -= people
        for which in range(classes):
            size = min(people, seats)
            begin(z, t, c, size, which, 0)
            people -= size


@compiled
def start_trainers(z: Any, t: int) -> None:
    """Begin a class of trainers for the skill that lacks most."""
    c, most, gap, people = tm8.TRAINERS_COURSE, 0, 0.0, 0
    count_learners(z)
    for k in range(tm8.SKILLS):
        lacks = z[TARGETS + k] - z[HOST + k] - z[LEARNING + k]
        if lacks / z[TARGETS + k] > gap:
            most, gap, people = k, lacks / z[TARGETS + k], lacks
    people = min(people, z[c * FIELDS + SEATS], z[NCO])
    if people >= z[c * FIELDS + LEAST] and cap(z, c) > 0:
        z[NCO] -= people
        begin(z, t, c, people, 0, most)


@compiled
def count_learners(z: Any) -> None:
    """Count those who learn to teach each skill."""
    for k in range(tm8.SKILLS):
        z[LEARNING + k] = 0
    for i in range(z[CLASSES]):
        one = CLASS + i * CLASS_FIELDS
        if z[one + COURSE] == tm8.TRAINERS_COURSE:
            z[LEARNING + z[one + TEACHES]] += z[one + PEOPLE]


@compiled
def replicate(play: Play, replication_word: Any, out: Any) -> None:
    """Play one replication and write its outputs."""
    z = play.z
    for i in range(QUEUE, CLASS):
        z[i] = 0
    for k in range(tm8.SKILLS):
        z[HOST + k] = z[HOSTS_AT_START + k]
        z[CAME] += z[HOST + k]
    for s in range(tm8.SITES):
        z[OPEN + s] = 1
    for t in range(tm8.WEEKS):
        word = mixed(replication_word + np.uint64(t + 1) * GOLDEN)
        arrive(play, word, t)
        open_and_close(play, word)
        leave(play, word, t)
        teach(play, word)
        start(z, t)
    count_up(z, out)


@compiled
def count_up(z: Any, out: Any) -> None:
    """Write what `OUTPUTS` names."""
    out[0], out[2], out[4], out[6] = z[GRADUATES], z[NCO], z[CAME], z[GONE]
    for j in range(tm8.TRADES * tm8.BINS):
        out[1] += z[FORCE + j]
    for k in range(tm8.SKILLS):
        out[3] += z[HOST + k]
    out[5] = out[1] + out[2] + out[3]
    for c in range(tm8.QUEUES):
        out[5] += z[QUEUE + c]
    for i in range(z[CLASSES]):
        out[5] += z[CLASS + i * CLASS_FIELDS + PEOPLE]


@compiled
def play_some(arrays: Any, word: Any, first: int, last: int, out: Any) -> None:
    """Play replications from `first` to `last` (exclusive) into the rows of `out`."""
    play = Play(address(arrays[0]), address(arrays[1]), address(arrays[2]))
    for c in range(2):
        tabulate(play.x, INTAKE + c * TABLE, play.x[MEANS + c], play.x[MEANS + 2 + c], 0)
        mark(play.z, INTAKE_MARKS + c * MARKS, play.x, INTAKE + c * TABLE)
    for n in range(first, last):
        replicate(play, mixed(word + np.uint64(n + 1) * GOLDEN), address(out[n - first]))


def laid_out(case: Case) -> tuple[NDArray[np.int64], Floats]:
    """Give whole numbers and chances of a case."""
    z, x = np.zeros(Z_LENGTH, np.int64), np.zeros(X_LENGTH)
    z[:ROOMS] = [number for course in case.courses for number in course[:FIELDS]]
    ends = [number for pledge in case.pledges for number in pledge[:ENDS]]
    z[ROOMS:INTAKE_MARKS] = [*case.rooms, *case.hosts, *case.targets, *ends]
    x[:INTAKE] = [
        *(pledge.honoured for pledge in case.pledges),
        *(course.drop for course in case.courses),
        *(course.fail for course in case.courses),
        *(tm8.WAITING_LOSS, *tm8.FORCE_LOSS, tm8.NCO_LOSS, tm8.HOST_LOSS),
        *(1.0 - tm8.REPEATS, 1.0 - tm8.SHOWS_UP, 1.0 - tm8.ROUTES[0], *tm8.ROUTES[1:]),
    ]
    x[MEANS:] = [*tm8.INTAKE, *(np.exp(-mean) for mean in tm8.INTAKE)]
    return z, x


def simulate(case: Case, *, replications: int, seed: int, jobs: int = 1) -> Floats:
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
        steps = np.zeros(CHANCES * MOST_PEOPLE * STEPS, np.uint16)
        play_some((*laid_out(case), steps), word, first, last, out[first:last])

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(piece, range(0, replications, share)))
    return out
