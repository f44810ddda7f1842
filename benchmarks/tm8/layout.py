"""TM8 laid out for the compiled program: where each number stands, and the numbers of a case.

Takes a `Case`, gives flat arrays: `z` of whole numbers (case, then state), `x` of chances, `steps` of
distributions. What is the same in every replication (keys of the weekly luck, weeks in which tours turn) is
worked out here. Plays nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.tm8 import case as tm8
from benchmarks.tm8.case import Case
from cadre.simulation.streams import GOLDEN, WORD

Floats = NDArray[np.float64]
Arrays = tuple[NDArray[np.int64], Floats, NDArray[np.uint16]]

N_COURSES, N_PLEDGES, N_INTAKES = len(tm8.COURSES), len(tm8.PLEDGES), len(tm8.INTAKE)
SITE, LENGTH, SEATS, LEAST, NEED, SKILL, MOST, FIELDS = range(8)
PLEDGE_SKILL, PROMISED, BEGINS, ENDS, PLEDGE_FIELDS = range(5)
CELLS = tm8.QUEUES + tm8.TRADES * tm8.BINS + 1 + tm8.SKILLS
"""Counts of people who may leave in any week: queues, force, NCOs, hosts, one after the other in `z`."""
SITE_WORDS, INTAKE_WORDS, WORDS_A_WEEK = CELLS, CELLS + tm8.SITES, CELLS + tm8.SITES + N_INTAKES
"""Luck that is drawn in every week: of the cells, of the sites, of the intakes."""
MOST_CLASSES = 64
"""Classes of a course at a time, so that a site has no more rooms."""
MOST_TURNS = 256
"""Tours that begin or end, at most."""


def places(first: int, *lengths: int) -> list[int]:
    """Give where arrays of these lengths begin that stand one after the other, then where the last ends."""
    return [first, *(first + int(end) for end in np.cumsum(lengths))]


COURSES, ROOMS, HOSTS_AT_START, TARGETS, PLEDGES, CHANCE_OF, KEYS, TURNS_FROM, TURNS, WINDOW, STATE = places(
    *(0, N_COURSES * FIELDS, tm8.SITES, tm8.SKILLS, tm8.SKILLS, N_PLEDGES * PLEDGE_FIELDS),
    *(CELLS, WORDS_A_WEEK, tm8.WEEKS + 1, MOST_TURNS, N_INTAKES),
)
QUEUE, FORCE, NCO, HOST, TOUR, ABROAD, OPEN, PRESENT, BUSY, STAFFED, USED, LEARNING, CLASSES = places(
    *(STATE, tm8.QUEUES, tm8.TRADES * tm8.BINS, 1, tm8.SKILLS, N_PLEDGES, tm8.SKILLS, tm8.SITES),
    *(tm8.SKILLS, tm8.SKILLS, tm8.SKILLS, tm8.SITES, tm8.SKILLS),
)
GOES_ON, CLOCK, HEAD, TAIL, GRADUATES, CAME, GONE, DRAWN, WORDS = places(
    CLASSES, N_COURSES, N_COURSES, N_COURSES, N_COURSES, 1, 1, 1, 1
)
SLOT, PEOPLE, END, TEACHES, Z_LENGTH = places(
    WORDS + WORDS_A_WEEK, *(3 * [N_COURSES * MOST_CLASSES]), MOST_CLASSES
)
"""Where things stand in `z`. From `QUEUE` to `WORDS` all is 0 at the start of a replication."""

# Chances by row.
DROP, FAIL, WAITING, FORCE_LOSS, NCO_LOSS, HOST_LOSS, LEAVES, STAYS_OUT, NOT_2, TO_3, TO_4, CHANCES = places(
    0, N_COURSES, N_COURSES, 1, tm8.BINS, 1, 1, 1, 1, 1, 1, 1
)
MOST_RECRUITS = 192
HONOURED, CHANCE, INTAKE, X_LENGTH = places(0, N_PLEDGES, CHANCES, N_INTAKES * MOST_RECRUITS)
"""Where things stand in `x`."""

STEPS, MOST_PEOPLE = 32, 8192
"""A distribution of (chance, people) is kept in 32 steps of 16 bits, a line of the cache; those of more
people are walked. Measured: docs/design/simulation.md."""
ARRIVALS = CHANCES * MOST_PEOPLE * STEPS
"""Where the intakes stand in `steps`, two rows each."""
BITS, FULL = 2**16, 2**16 - 1
BEFORE = 4.2
"""Standard deviations below its mean at which the rows of an intake begin."""
STOPS, NEVER = 1e-18, 2.0
"""A walk stops at a chance this small, whatever the uniform."""


def key(event: int, slot: int = 0) -> np.uint64:
    """Give what the word of a week is mixed with for an event of a slot."""
    return np.uint64((slot + event * GOLDEN) % WORD)


KEY_DROPS, KEY_FAILS, KEY_REPEAT = key(tm8.DROPS), key(tm8.FAILS), key(tm8.REPEAT)
KEY_ROUTE_2, KEY_ROUTE_3, KEY_ROUTE_4 = key(tm8.ROUTE_2), key(tm8.ROUTE_3), key(tm8.ROUTE_4)
KEY_HAPPENS, KEY_SHOW = key(tm8.HAPPENS), key(tm8.SHOW)


def laid_out(case: Case) -> Arrays:
    """Give whole numbers, chances and distributions of a case; those of binomials are written when met.

    Raises
    ------
    ValueError
        When a site has more rooms than there is room for.
    """
    if max(case.rooms) > MOST_CLASSES:
        raise ValueError(f"a site has at most {MOST_CLASSES} rooms, not {max(case.rooms)}")
    z, x, steps = np.zeros(Z_LENGTH, np.int64), np.zeros(X_LENGTH), np.zeros(_STEPS_LENGTH, np.uint16)
    z[:ROOMS] = [number for course in case.courses for number in course[:FIELDS]]
    z[ROOMS:PLEDGES] = [*case.rooms, *case.hosts, *case.targets]
    z[PLEDGES:CHANCE_OF] = [number for pledge in case.pledges for number in pledge[:PLEDGE_FIELDS]]
    z[CHANCE_OF:KEYS] = _chances_of_cells()
    z[KEYS:TURNS_FROM] = _weekly_keys().view(np.int64)
    _put_turns(z, case)
    x[:INTAKE] = [
        *(pledge.honoured for pledge in case.pledges),
        *(course.drop for course in case.courses),
        *(course.fail for course in case.courses),
        *(tm8.WAITING_LOSS, *tm8.FORCE_LOSS, tm8.NCO_LOSS, tm8.HOST_LOSS),
        *(1.0 - tm8.REPEATS, 1.0 - tm8.SHOWS_UP, 1.0 - tm8.ROUTES[0], *tm8.ROUTES[1:]),
    ]
    for c, mean in enumerate(case.intake):
        reached, first = _reached(mean), max(0, int(mean - BEFORE * mean**0.5))
        x[INTAKE + c * MOST_RECRUITS :][:MOST_RECRUITS] = reached
        z[WINDOW + c] = first
        row = np.minimum(reached[first : first + 2 * STEPS] * BITS, FULL)
        steps[ARRIVALS + c * 2 * STEPS :][: 2 * STEPS] = row.astype(np.uint16)
    return z, x, steps


_STEPS_LENGTH = ARRIVALS + N_INTAKES * 2 * STEPS


def _chances_of_cells() -> list[int]:
    force = [FORCE_LOSS + b for _ in range(tm8.TRADES) for b in range(tm8.BINS)]
    return [*[WAITING] * tm8.QUEUES, *force, NCO_LOSS, *[HOST_LOSS] * tm8.SKILLS]


def _weekly_keys() -> NDArray[np.uint64]:
    """Give the keys of what is drawn in every week, in the order of the words."""
    groups = (
        *((tm8.SLOT_QUEUE, tm8.QUEUES, tm8.HAPPENS), (tm8.SLOT_FORCE, tm8.TRADES * tm8.BINS, tm8.HAPPENS)),
        *((tm8.SLOT_NCO, 1, tm8.HAPPENS), (tm8.SLOT_HOST, tm8.SKILLS, tm8.HAPPENS)),
        *((tm8.SLOT_SITE, tm8.SITES, tm8.HAPPENS), (tm8.SLOT_QUEUE, N_INTAKES, tm8.ARRIVES)),
    )
    return np.array([key(event, slot + i) for slot, number, event in groups for i in range(number)])


def _put_turns(z: NDArray[np.int64], case: Case) -> None:
    """List by week the pledges of which a tour begins, or the last one ends."""
    turns = [
        (t, i)
        for t in range(tm8.WEEKS)
        for i, pledge in enumerate(case.pledges)
        if t == pledge.ends
        or (pledge.begins <= t < pledge.ends and (t - pledge.begins) % tm8.TOUR_WEEKS == 0)
    ]
    weeks = [t for t, _ in turns]
    z[TURNS_FROM:TURNS] = np.searchsorted(weeks, np.arange(tm8.WEEKS + 1))
    z[TURNS : TURNS + len(turns)] = [i for _, i in turns]


def _reached(mean: float) -> Floats:
    """Give P(Poisson(mean) <= k) as the simulation's sampler sums it; 2 where it stops and after it."""
    term = total = float(np.exp(-mean))
    sums = [total]
    for k in range(1, MOST_RECRUITS):
        term *= mean / k
        total += term
        sums.append(NEVER if term < STOPS and k > mean else total)
    return np.array(sums)
