"""The kernel: plays replications week by week, compiled. The only file that knows numba.

Takes an option laid out in an arena, the drawn values and a range of replications; writes counts and series
into arrays given to it. Each function is one step of docs/model/simulation.md, which a plain program in the
tests follows too, bit for bit. `g` says where things begin, `z` holds whole numbers, `y` other numbers, `x`
what was drawn, `out` the counts of the replication. It is one file, since a compiled function is kept by the
date of its own file alone.
"""

import math
from typing import Any, NamedTuple

import numpy as np
from numba import njit, types
from numba.extending import intrinsic
from numba.np.arrayobj import make_array
from numpy.typing import NDArray

from cadre.simulation import luck
from cadre.simulation.arena import Arena
from cadre.simulation.records import FULL_WEEKS, LISTED, MARKS, NEVER, NOBODY, STAFF_SHARE, TABLE, WAIT_WEEKS

GOLDEN, MIX_1, MIX_2 = np.uint64(luck.GOLDEN), np.uint64(luck.MIX_1), np.uint64(luck.MIX_2)
MISSION = np.uint64(luck.slot("mission"))
S12, S27, S30, S31 = (np.uint64(bits) for bits in (12, 27, 30, 31))
COME, ARE_READY, GO, CHANGES = range(4)
CLOSES, LEAVES, ARRIVES, DROPS, PASSES, REPEATS, TEACHES, POSTED, KEPT = range(1, 10)
SITE_CLOSED, NOT_OPEN, PAUSED, AFTER_EXIT, INSTRUCTORS, TRAINEES, ROOMS = range(7)
NOTHING = -1
NO_COURSE, NO_ONE = np.int64(NOBODY), np.int64(0)
"""Handed on as written in the code, each would have its function compiled once more."""
NOT_YET, OPEN, CLOSED = range(3)
HELD, LATE, THINNED, PERSON_WEEKS, EXPOSURE, PEAK, CAME, THERE, GONE = range(9)
EPS, HALF = 1e-9, 0.5
TINY, SMALL, LEAST_FACTOR, DUST = 1e-290, 1e-200, 1e-80, 1e-18
CHUNK = math.exp(-64.0)
"""Bounds of the samplers: docs/model/simulation.md, Samplers."""

# Without numba's reference counts (`_nrt`), which nothing here needs: the arrays outlive the call, nothing is
# allocated, and counting eats half the time.
OPTIONS: dict[str, Any] = {"cache": True, "nogil": True, "error_model": "numpy", "_nrt": False}
LEAN: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
compiled: Any = njit(**OPTIONS)
called: Any = njit(**OPTIONS, **LEAN)
put_in: Any = njit(inline="always", **OPTIONS)
"""What Python may call; what only compiled functions may (Python would crash); what is put into those."""


Word = np.uint64
Floats = NDArray[np.float64]
Series = NDArray[np.float32]
Luck = tuple[Word, int, int, int]
Option = tuple[Any, Any, Any]


class Game(NamedTuple):
    """One replication: guide, whole numbers, other numbers, drawn values, counts."""

    g: Any
    z: Any
    y: Any
    x: Any
    out: Any


def _address(_: Any, array: Any) -> Any:
    def begin(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        kind = make_array(signature.args[0])  # type: ignore[no-untyped-call]
        return kind(context, builder, given[0]).data

    return types.CPointer(array.dtype)(array), begin  # type: ignore[no-untyped-call]


address: Any = intrinsic(_address)
"""Where an array begins: one register to hand on, where an array takes seven words of the stack."""


# ---- luck and samplers


@put_in
def mixed(z: Word) -> Word:
    """Finaliser of SplitMix64."""
    z = (z ^ (z >> S30)) * MIX_1
    z = (z ^ (z >> S27)) * MIX_2
    return z ^ (z >> S31)


@put_in
def uniform(word: Word, slot: Any, event: int) -> float:
    """Uniform of one thing that can happen, inside (0, 1)."""
    z = mixed(word ^ (np.uint64(slot) + np.uint64(event) * GOLDEN))
    return np.int64(z >> S12) * 2.0**-52 + 2.0**-53


@called
def squared(base: float, exponent: int) -> float:
    """Give base^exponent by squaring: the same bits on every machine."""
    result = 1.0
    while exponent > 0:
        if exponent & 1:
            result *= base
        base *= base
        exponent >>= 1
    return result


@called
def list_powers(y: Any, where: int, base: float) -> None:
    """Write base^0 to base^31, one by one, then the powers 0 to 31 of base^32."""
    for block in range(2):
        power = 1.0
        for k in range(LISTED):
            y[where + block * LISTED + k] = power
            power *= base
        base = power


@called
def listed_power(y: Any, where: int, n: int) -> float:
    """Give base^n from the list: of n mod 32, times of 32 m, times what is above 1024 by squaring."""
    low, high = y[where + n % LISTED], y[where + LISTED + n // LISTED % LISTED]
    if n < LISTED * LISTED:
        return low * high
    whole = y[where + 2 * LISTED - 1] * y[where + LISTED + 1]
    return low * high * squared(whole, n // (LISTED * LISTED))


@called
def power(base: float, n: int) -> float:
    """Give what `listed_power` gives, without a list."""
    low = high = block = 1.0
    for _ in range(n % LISTED):
        low *= base
    if n < LISTED:
        return low
    for _ in range(LISTED):
        block *= base
    for _ in range(n // LISTED % LISTED):
        high *= block
    if n < LISTED * LISTED:
        return low * high
    whole = 1.0
    for _ in range(LISTED):
        whole *= block
    return low * high * squared(whole, n // (LISTED * LISTED))


@compiled
def binomial(u: float, n: int, p: float) -> int:
    """Smallest k with P(Binomial(n, p) <= k) >= u."""
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return n
    return n - few(1.0 - u, n, 1.0 - p) if p > HALF else few(u, n, p)


@called
def few(u: float, n: int, p: float) -> int:
    """Inversion from 0 for p <= 1/2."""
    if u <= 1.0 - n * p:  # Bernoulli's inequality: (1 - p)^n >= 1 - n p
        return 0
    return walk(u, n, p, power(1.0 - p, n))


@called
def walk(u: float, n: int, p: float, none: float) -> int:
    """Inversion from 0, where `none` is (1 - p)^n, the chance of 0."""
    if none < TINY:
        return long_walk(u, n, p)
    left, k, term, total = float(n), 0.0, none, none
    odds, mean = p / (1.0 - p), n * p
    while total < u and left > 0.0:
        k += 1.0
        term *= odds * left / k
        left -= 1.0
        total += term
        if term < DUST and k > mean:
            break
    return int(k)


@called
def long_walk(u: float, n: int, p: float) -> int:
    """Inversion from 0 where (1 - p)^n is too small for a float: its factors wait in `pending`."""
    q, mean = 1.0 - p, n * p
    odds = p / q
    term, total, pending, k = 1.0, 1.0, n, 0
    while pending > 0:
        while pending > 0 and term > SMALL:
            step, factor = 1, q
            while step * 2 <= pending and factor * factor > LEAST_FACTOR:
                step, factor = step * 2, factor * factor
            term, total, pending = term * factor, total * factor, pending - step
        if pending > 0:
            k += 1
            term *= odds * (n - k + 1) / k
            total += term
    while total < u and k < n:
        k += 1
        term *= odds * (n - k + 1) / k
        total += term
        if term < DUST and k > mean:
            return k
    return k


@compiled
def poisson(u: float, mean: float, rest: float, chunks: int) -> int:
    """Smallest k with P(Poisson(mean) <= k) >= u, where mean = 64 chunks - ln(rest)."""
    term = total = rest
    k = 0
    while True:
        while chunks > 0 and term > SMALL:
            term, total, chunks = term * CHUNK, total * CHUNK, chunks - 1
        if chunks == 0 and total >= u:
            return k
        k += 1
        term *= mean / k
        total += term
        if chunks == 0 and term < DUST and k > mean:
            return k


@called
def tabulate(y: Any, where: int, mean: float, rest: float, chunks: int) -> None:
    """Write what `poisson` compares with u for k < TABLE; 2 where it stops whatever u is, and after it."""
    term = total = rest
    for k in range(TABLE):
        if k > 0:
            term *= mean / k
            total += term
        if chunks == 0 and term < DUST and k > mean:
            total = 2.0
        while chunks > 0 and term > SMALL:
            term, total, chunks = term * CHUNK, total * CHUNK, chunks - 1
        y[where + k] = total if chunks == 0 else 0.0


@called
def mark(z: Any, marks: int, y: Any, where: int) -> None:
    """Note for each step of u where its search in a table begins: the first k that reaches its lower end."""
    k = 0
    for step in range(MARKS):
        while k < TABLE and y[where + k] < step * (1.0 / MARKS):
            k += 1
        z[marks + step] = k


@called
def looked_up(z: Any, marks: int, y: Any, where: int, u: float) -> int:
    """First k with a tabulated value of u at least; TABLE if there is none."""
    k = z[marks + int(u * MARKS)]
    while k < TABLE and y[where + k] < u:
        k += 1
    return k


# ---- before the first week


@called
def prepare(game: Game) -> None:
    """Set the state of the first day."""
    g, z, y, x, out = game
    for i in range(g.state_from, g.state_to):
        z[i] = 0
    for j in range(g.projects):
        z[g.finished + j] = NEVER
    for a in range(g.activities):
        z[g.done + a] = NEVER
        y[g.progress + a] = 0.0
    for r in range(g.sites * g.facilities):
        y[g.rooms_now + r] = y[g.rooms + r]
    for c in range(g.courses):
        list_powers(y, g.endures + c * 2 * LISTED, 1.0 - x[z[g.courses_drops_out + c]])
    for k in range(g.stocks):
        z[g.people + k] = int(x[z[g.stocks_at_start + k]])
        out[CAME] += z[g.people + k]
        list_powers(y, g.stays + k * 2 * LISTED, 1.0 - x[z[g.stocks_leaves + k]])
        mean = z[g.stocks_mean + k]
        if mean != NOBODY:
            rest, chunks = x[z[g.stocks_rest + k]], int(x[z[g.stocks_chunks + k]])
            tabulate(y, g.intake + k * TABLE, x[mean], rest, chunks)
            mark(z, g.marks + k * MARKS, y, g.intake + k * TABLE)


@called
def bring_people(game: Game, replication_word: Word) -> None:
    """Note when the people of the stints that come about come, may begin serials, and go."""
    g, z, _, x, _ = game
    for i in range(g.stints):
        people, begins = z[g.stints_people + i], z[g.stints_begins + i]
        if not z[g.stints_sure + i]:
            word = mixed(replication_word + np.uint64(z[g.stints_turn + i] + 1) * GOLDEN)
            u, kept = uniform(word, z[g.stints_slot + i], KEPT), x[z[g.stints_honoured + i]]
            if z[g.stints_each + i]:
                people = binomial(u, people, kept)
            elif u >= kept:
                people = 0
            before = z[g.stints_before + i]
            if z[g.stints_fresh + i] and (before == NOBODY or not z[g.kept + before]):
                begins += int(x[z[g.stints_late + i]])
        if people > 0:
            z[g.kept + i] = people
            stand(game, i, begins)


@called
def stand(game: Game, i: int, begins: int) -> None:
    """Note when the people of a stint stand on their posts; new ones begin serials only after the overlap."""
    g, z, _, x, out = game
    q, ends, people = z[g.stints_pool + i], min(z[g.stints_ends + i], g.weeks), z[g.kept + i]
    ready = begins + int(x[g.overlap]) if z[g.stints_fresh + i] else begins
    if begins < ends:
        note(game, begins, i * CHANGES + COME)
        note(game, ends, i * CHANGES + GO)
    if ready < ends:
        z[g.got_ready + i] = 1
        note(game, ready, i * CHANGES + ARE_READY)
    person_weeks = people * max(0, ends - begins)
    out[g.role_weeks + z[g.pools_role + q]] += person_weeks
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
        i, kind = change // CHANGES, change % CHANGES
        q, people = z[g.stints_pool + i], z[g.kept + i]
        if kind == ARE_READY:
            z[g.ready + q] += people
        else:
            moved = people if kind == COME else -people
            z[g.present + q] += moved
            if not z[g.pools_local + q]:
                z[g.at_site + z[g.pools_site + q]] += moved
                z[g.foreign] += moved
            if kind == GO and z[g.got_ready + i]:
                z[g.ready + q] -= people
        # Leave takes its share of each pool, to the nearest whole person.
        share = 1.0 if z[g.pools_local + q] else x[g.here]
        z[g.there + q] = math.floor(z[g.present + q] * share + HALF)
        z[g.able + q] = math.floor(z[g.ready + q] * share + HALF)
        change = z[g.next_change + change] - 1
    out[PEAK] = max(out[PEAK], z[g.foreign])


# ---- step 1: places


@called
def places(game: Game, word: Word, w: int) -> None:
    """Pause the mission or let it go on, let projects take effect, open, close and reopen sites."""
    g, z, y, x, _ = game
    u = uniform(word, MISSION, CLOSES)
    if w >= g.exit:
        z[g.paused] = 0
    elif z[g.paused]:
        z[g.paused] = u >= x[g.resumes]
    else:
        z[g.paused] = u < x[g.pauses]
    for i in range(g.adds):
        if z[g.finished + z[g.adds_project + i]] == w:
            site, facility = z[g.adds_site + i], z[g.adds_facility + i]
            if facility == NOBODY:
                z[g.beds_added + site] += z[g.adds_amount + i]
            else:
                y[g.rooms_now + site * g.facilities + facility] += z[g.adds_amount + i]
    if some_end(game, w) or w in (0, g.exit):
        for c in range(g.courses):
            y[g.foreign_least + c] = foreign_share(game, c, w)
    for s in range(g.sites):
        open_or_close(game, word, s, w)


@called
def some_end(game: Game, w: int) -> bool:
    """Say whether a project takes effect this week."""
    g, z, _, _, _ = game
    for j in range(g.projects):  # noqa: SIM110  (a generator is not compiled)
        if z[g.finished + j] == w:
            return True
    return False


@called
def foreign_share(game: Game, c: int, w: int) -> float:
    """Share of each skill's people who must be foreign from this week on."""
    g, z, _, x, _ = game
    if w >= g.exit:
        return 0.0
    for j in range(g.projects):
        if z[g.alone + c * g.projects + j] and z[g.finished + j] <= w:
            return 0.0
    return x[z[g.courses_foreign + c]]


@called
def open_or_close(game: Game, word: Word, s: int, w: int) -> None:
    """Open a site when its day has come and its gates are open; then let it close and reopen.

    In weeks shut by plan it is closed, and open in the first after them.
    """
    g, z, _, x, _ = game
    state = z[g.state + s]
    shut = g.shut + s * g.weeks + w
    if z[shut] or (w > 0 and z[shut - 1] and state != NOT_YET):
        if state != NOT_YET:
            z[g.state + s] = CLOSED if z[shut] else OPEN
        return
    if state == NOT_YET:
        if w >= x[z[g.sites_opens + s]] and all_over(
            game, z[g.sites_gate_from + s], z[g.sites_gate_to + s], g.finished, w
        ):
            z[g.state + s] = OPEN
        return
    u = uniform(word, z[g.sites_slot + s], CLOSES)
    if state == OPEN and u < x[z[g.sites_closes + s]]:
        z[g.state + s] = CLOSED
    elif state == CLOSED and u < x[z[g.sites_reopens + s]]:
        z[g.state + s] = OPEN


@called
def all_over(game: Game, first: int, last: int, ends: int, w: int) -> bool:
    """Say whether everything listed in the links from `first` to `last` is over in week w."""
    g, z, _, _, _ = game
    for i in range(first, last):  # noqa: SIM110  (a generator is not compiled)
        if z[ends + z[g.links + i]] > w:
            return False
    return True


# ---- step 2: people come and go


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
        if z[g.stocks_mean + k] != NOBODY and x[z[g.stocks_mean + k]] > 0.0:
            came = arrivals(game, k, uniform(word, z[g.stocks_slot + k], ARRIVES))
            z[g.people + k] += came
            out[CAME] += came


@called
def lost_of(y: Any, listed: int, u: float, people: int, share: float) -> int:
    """Give the `binomial` of people and share, where powers of 1 - share up to one half are listed."""
    if share > HALF:
        return binomial(u, people, share)
    return walk(u, people, share, listed_power(y, listed, people))


@called
def arrivals(game: Game, k: int, u: float) -> int:
    """Recruits who come to a pool in a week: looked up, or walked to where the table ends too soon."""
    g, z, y, x, _ = game
    came = looked_up(z, g.marks + k * MARKS, y, g.intake + k * TABLE, u)
    if came < TABLE:
        return came
    return poisson(u, x[z[g.stocks_mean + k]], x[z[g.stocks_rest + k]], int(x[z[g.stocks_chunks + k]]))


# ---- step 3: who and what is free


@called
def free_everybody(game: Game) -> None:
    """Say who can teach this week."""
    g, z, y, _, _ = game
    for q in range(g.pools):
        z[g.free + q] = z[g.there + q]
    for k in range(g.stocks):
        z[g.hosts_free + k] = z[g.people + k]
    for r in range(g.sites * g.facilities):
        y[g.rooms_free + r] = y[g.rooms_now + r]


@called
def claim_pools(game: Game, c: int, first: int, last: int, most: int) -> int:
    """Take up to `most` free people from the pools listed, caveats heeded, and give how many."""
    g, z, _, _, _ = game
    got = 0
    for i in range(first, last):
        if got >= most:
            break
        q = z[g.links + i]
        if c == NOBODY or not z[g.barred + q * g.courses + c]:
            got += claim(game, g.free + q, most - got)
    return got


@called
def claim(game: Game, where: int, most: int) -> int:
    """Take up to `most` of the free people who stand in a cell, note it, and give how many."""
    g, z, _, _, _ = game
    took = min(z[where], most)
    if took > 0:
        z[where] -= took
        z[g.log_cell + z[g.logged]] = where
        z[g.log_took + z[g.logged]] = took
        z[g.logged] += 1
    return took


@called
def unclaim(game: Game) -> None:
    """Free the people that were taken since the log was begun."""
    g, z, _, _, _ = game
    for i in range(z[g.logged]):
        z[z[g.log_cell + i]] += z[g.log_took + i]
    z[g.logged] = 0


@called
def claim_hosts(game: Game, skill: int, most: int) -> int:
    """Take up to `most` free host instructors with a skill and give how many."""
    g, z, _, _, _ = game
    got = 0
    for i in range(z[g.host_links + skill], z[g.host_links + skill + 1]):
        if got >= most:
            break
        got += claim(game, g.hosts_free + z[g.links + i], most - got)
    return got


@called
def claim_skill(game: Game, place: tuple[int, int, int], hosts: int, people: int, foreign: int) -> int:
    """Take people of a skill: the foreign ones that must be, local ones, hosts, then more foreign ones.

    `place`: course, site, skill.
    """
    g, z, _, _, _ = game
    c, s, skill = place
    at = s * g.skills + skill
    begin, middle, end = (
        z[g.choices_foreign_from + at],
        z[g.choices_local_from + at],
        z[g.choices_local_to + at],
    )
    sent = claim_pools(game, c, begin, middle, foreign)
    rest = people - foreign
    local = claim_pools(game, c, middle, end, rest)
    taught = claim_hosts(game, skill, rest - local) if hosts else 0
    sent += claim_pools(game, c, begin, middle, rest - local - taught)
    z[g.mission_staff] += sent + local
    return sent + local + taught


# ---- step 4: projects


@called
def projects(game: Game, w: int) -> None:
    """Let activities go on as far as their advisers are there; finish projects."""
    g, z, _, _, _ = game
    if w >= g.exit or z[g.paused]:
        return
    for j in range(g.projects):
        after, until = z[g.projects_after_from + j], z[g.projects_after_to + j]
        if z[g.finished + j] == NEVER and all_over(game, after, until, g.finished, w):
            last = w + 1
            for a in range(z[g.projects_activity_from + j], z[g.projects_activity_to + j]):
                work(game, a, w)
                last = max(last, z[g.done + a])
            z[g.finished + j] = last


@called
def work(game: Game, a: int, w: int) -> None:
    """Let one activity go on by the share of its advisers that is there, the scarcest skill counting."""
    g, z, y, x, out = game
    after, until = z[g.activities_after_from + a], z[g.activities_after_to + a]
    if z[g.done + a] != NEVER or w < z[g.activities_planned + a]:
        return
    if not all_over(game, after, until, g.done, w):
        return
    share = 1.0
    for j in range(z[g.activities_need_from + a], z[g.activities_need_to + a]):
        z[g.logged] = 0
        place = (NO_COURSE, z[g.activities_site + a], z[g.needs_skill + j])
        got = claim_skill(game, place, NO_ONE, z[g.needs_people + j], NO_ONE)
        share = min(share, got / z[g.needs_people + j])
    y[g.progress + a] += share
    if share > 0.0:
        out[g.begun + a] = 1.0
    if y[g.progress + a] >= x[z[g.activities_weeks + a]] - EPS:
        z[g.done + a] = w + 1


# ---- steps 5 and 6: serials


@called
def place_obstacle(game: Game, s: int, w: int) -> int:
    """Cause that lies in the site or the mission, the first in order, or NOTHING."""
    g, z, _, _, _ = game
    if z[g.state + s] == CLOSED:
        return SITE_CLOSED
    if z[g.state + s] == NOT_YET:
        return NOT_OPEN
    if z[g.paused]:
        return PAUSED
    return AFTER_EXIT if w >= g.exit and not z[g.sites_in_country + s] else NOTHING


@called
def phase_of(game: Game, i: int) -> int:
    """Row of the phase that a serial stands in."""
    g, z, _, _, _ = game
    return z[g.courses_phase_from + z[g.serials_course + i]] + z[g.phase + i]


@called
def has_rooms(game: Game, i: int) -> bool:
    """Say whether the facilities of a serial's phase are free."""
    g, z, y, _, _ = game
    p, s = phase_of(game, i), z[g.serials_site + i]
    for j in range(z[g.phases_use_from + p], z[g.phases_use_to + p]):
        room = g.rooms_free + s * g.facilities + z[g.uses_facility + j]
        if y[room] < y[g.uses_amount + j] - EPS:
            return False
    return True


@called
def claim_rooms(game: Game, i: int) -> None:
    """Take the facilities of a serial's phase."""
    g, z, y, _, _ = game
    p, s = phase_of(game, i), z[g.serials_site + i]
    for j in range(z[g.phases_use_from + p], z[g.phases_use_to + p]):
        y[g.rooms_free + s * g.facilities + z[g.uses_facility + j]] -= y[g.uses_amount + j]


@called
def claim_staff(game: Game, i: int, trainees: int, share: float) -> bool:
    """Take the instructors of a serial's phase if `share` of each skill is there, else none; say which."""
    g, z, y, _, _ = game
    z[g.mission_staff] = z[g.logged] = 0
    c, s, p = z[g.serials_course + i], z[g.serials_site + i], phase_of(game, i)
    hosts, least = z[g.sites_in_country + s], y[g.foreign_least + c]
    for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
        aside = z[g.needs_aside + j]
        if aside and z[g.mission_staff] == 0:
            continue
        people = people_for(game, j, trainees)
        foreign = 0 if aside else math.ceil(least * people - EPS)
        if claim_skill(game, (c, s, z[g.needs_skill + j]), hosts, people, foreign) < share * people - EPS:
            unclaim(game)
            return False
    return True


@called
def enough_free(game: Game, i: int, trainees: int) -> bool:
    """Say whether each need alone could be met: most of those who wait fail here, at little cost."""
    g, z, _, _, _ = game
    c, s, p = z[g.serials_course + i], z[g.serials_site + i], phase_of(game, i)
    for j in range(z[g.phases_need_from + p], z[g.phases_need_to + p]):
        if not z[g.needs_aside + j]:
            skill, there = z[g.needs_skill + j], 0
            at = s * g.skills + skill
            for r in range(z[g.choices_foreign_from + at], z[g.choices_local_to + at]):
                q = z[g.links + r]
                there += 0 if z[g.barred + q * g.courses + c] else z[g.free + q]
            if z[g.sites_in_country + s]:
                for r in range(z[g.host_links + skill], z[g.host_links + skill + 1]):
                    there += z[g.hosts_free + z[g.links + r]]
            if there < people_for(game, j, trainees) - EPS:
                return False
    return True


@called
def people_for(game: Game, j: int, trainees: int) -> int:
    """People of a need's skill for so many trainees, rounded up."""
    g, z, y, _, _ = game
    if trainees <= 0:
        return 0
    fixed = z[g.needs_people + j]
    return fixed if fixed > 0 else math.ceil(trainees / y[g.needs_one_per + j] - EPS)


@called
def teach(game: Game, w: int) -> None:
    """Step 5: running serials, the oldest first, take rooms and people, or stand still, or break off."""
    g, z, _, _, out = game
    kept = 0
    for r in range(z[g.runs]):
        i = z[g.running + r]
        cause = place_obstacle(game, z[g.serials_site + i], w)
        if cause == NOTHING and not has_rooms(game, i):
            cause = ROOMS
        if cause == NOTHING:
            claim_rooms(game, i)
            if not claim_staff(game, i, z[g.began_with + i], STAFF_SHARE):
                cause = INSTRUCTORS
        z[g.teaches + i] = cause == NOTHING
        if cause != NOTHING:
            z[g.frozen + i] += 1
            out[g.waited + cause] += 1
        if z[g.frozen + i] > WAIT_WEEKS or cause == AFTER_EXIT:
            break_off(game, i, cause)
        else:
            z[g.running + kept] = i
            kept += 1
    z[g.runs] = kept


@called
def break_off(game: Game, i: int, cause: int) -> None:
    """Give a serial up; its trainees go back to where they came from."""
    g, z, _, _, out = game
    go_back(game, z[g.serials_course + i], z[g.in_class + i])
    z[g.trainees_at + z[g.serials_site + i]] -= z[g.in_class + i]
    z[g.in_class + i] = 0
    out[HELD] -= 1
    out[g.lost + cause] += 1


@called
def go_back(game: Game, c: int, people: int) -> None:
    """Send people back to where a course takes its trainees from."""
    g, z, _, _, out = game
    if z[g.courses_source + c] == NOBODY:
        out[GONE] += people
    else:
        z[g.people + z[g.courses_source + c]] += people


@called
def starts(game: Game, w: int) -> None:
    """Step 6: planned serials start, the longest planned first, or wait; what waited too long is lost."""
    g, z, _, _, out = game
    while z[g.next_serial] < g.serials and z[g.serials_planned + z[g.next_serial]] <= w:
        z[g.waiting + z[g.waits]] = z[g.next_serial]
        z[g.waits] += 1
        z[g.next_serial] += 1
    kept = z[g.begun_now] = 0
    if z[g.waits] == 0:
        return
    for q in range(g.pools):
        z[g.free + q] = min(z[g.free + q], z[g.able + q])
    for r in range(z[g.waits]):
        i = z[g.waiting + r]
        if not try_to_start(game, i, w):
            if w - z[g.serials_planned + i] >= WAIT_WEEKS:
                out[g.lost + z[g.cause + i]] += 1
            else:
                z[g.waiting + kept] = i
                kept += 1
    z[g.waits] = kept


@called
def try_to_start(game: Game, i: int, w: int) -> bool:
    """Start a serial if the calendar lets it and nothing stands against it; say whether it did."""
    g, z, _, _, out = game
    if not z[g.may_start + z[g.serials_course + i] * g.weeks + w]:
        return False
    people = 0 if is_hopeless(game, i, w) else class_size(game, i, w)
    if people == 0:
        remember(game, i, w)
        out[g.waited + z[g.cause + i]] += 1
        return False
    start(game, i, w, people)
    return True


@called
def is_hopeless(game: Game, i: int, w: int) -> bool:
    """Say whether a serial like it was refused this week and nothing began since: then so is this one.

    Many wait for the same people at the same site, so that most need not be looked at.
    """
    g, z, _, _, _ = game
    cell = z[g.serials_course + i] * g.sites + z[g.serials_site + i]
    like = z[g.refused + cell] - 1
    if like < 0 or z[g.refused_at + cell] != w * (g.serials + 1) + z[g.begun_now]:
        return False
    same = z[g.serials_trainees + like] == z[g.serials_trainees + i]
    late, likes = w - z[g.serials_planned + i], w - z[g.serials_planned + like]
    if same and (late >= FULL_WEEKS) == (likes >= FULL_WEEKS):
        z[g.cause + i] = z[g.cause + like]
        return True
    return False


@called
def remember(game: Game, i: int, w: int) -> None:
    """Note that a serial was refused, in which week and after how many that began in it."""
    g, z, _, _, _ = game
    cell = z[g.serials_course + i] * g.sites + z[g.serials_site + i]
    z[g.refused + cell] = i + 1
    z[g.refused_at + cell] = w * (g.serials + 1) + z[g.begun_now]


@called
def class_size(game: Game, i: int, w: int) -> int:
    """Trainees with whom a serial can start this week; 0, and the cause noted, if it cannot."""
    g, z, _, _, _ = game
    full = z[g.serials_trainees + i]
    least = min(z[g.courses_least + z[g.serials_course + i]], full)
    cause = obstacle(game, i, w, full)
    if cause == NOTHING:
        return full
    if cause >= INSTRUCTORS and w - z[g.serials_planned + i] >= FULL_WEEKS:
        cause = obstacle(game, i, w, least)
        if cause == NOTHING:
            people = full - 1
            while people > least and obstacle(game, i, w, people) != NOTHING:
                people -= 1
            return people
    z[g.cause + i] = cause
    return 0


@called
def obstacle(game: Game, i: int, w: int, people: int) -> int:
    """First cause, in order, why a serial cannot start with so many trainees, or NOTHING."""
    g, z, _, _, _ = game
    s = z[g.serials_site + i]
    cause = place_obstacle(game, s, w)
    if cause != NOTHING:
        return cause
    if not (enough_free(game, i, people) and claim_staff(game, i, people, 1.0)):
        return INSTRUCTORS
    unclaim(game)
    source = z[g.courses_source + z[g.serials_course + i]]
    if source != NOBODY and z[g.people + source] < people:
        return TRAINEES
    there = z[g.at_site + s] + z[g.trainees_at + s] + people
    if z[g.sites_beds + s] != NOBODY and there > z[g.sites_beds + s] + z[g.beds_added + s]:
        return ROOMS
    return NOTHING if has_rooms(game, i) else ROOMS


@called
def start(game: Game, i: int, w: int, people: int) -> None:
    """Start a serial: people, rooms and instructors are taken."""
    g, z, _, _, out = game
    c = z[g.serials_course + i]
    if z[g.courses_source + c] == NOBODY:
        out[CAME] += people
    else:
        z[g.people + z[g.courses_source + c]] -= people
    claim_rooms(game, i)
    claim_staff(game, i, people, 1.0)
    z[g.trainees_at + z[g.serials_site + i]] += people
    z[g.in_class + i] = people
    z[g.began_with + i] = people
    z[g.teaches + i] = 1
    z[g.running + z[g.runs]] = i
    z[g.runs] += 1
    z[g.begun_now] += 1
    out[HELD] += 1
    out[LATE] += w > z[g.serials_planned + i]
    out[THINNED] += people < z[g.serials_trainees + i]
    out[(g.started_beyond if w >= g.exit else g.started) + c] += 1
    out[(g.trainees_beyond if w >= g.exit else g.trainees) + c] += people


# ---- steps 7 and 8: the end of the week


@called
def count_sites(game: Game, w: int) -> None:
    """Step 7: a site is in use until exit, from the first week in which it is open with somebody there."""
    g, z, _, _, out = game
    if w >= g.exit:
        return
    for s in range(g.sites):
        somebody = z[g.at_site + s] > 0 or z[g.trainees_at + s] > 0
        if out[g.site_weeks + s] > 0 or (somebody and z[g.state + s] == OPEN):
            out[g.site_weeks + s] += 1


@called
def end_of_week(game: Game, word: Word) -> None:
    """Step 8: trainees drop out; serials taught to the end pass their trainees on."""
    g, z, y, x, out = game
    kept = 0
    for r in range(z[g.runs]):
        i = z[g.running + r]
        c, s = z[g.serials_course + i], z[g.serials_site + i]
        u = uniform(word, z[g.serials_slot + i], DROPS)
        people, share = z[g.in_class + i], x[z[g.courses_drops_out + c]]
        if u > 1.0 - people * share:
            dropped = lost_of(y, g.endures + c * 2 * LISTED, u, people, share)
            z[g.in_class + i] -= dropped
            z[g.trainees_at + s] -= dropped
            out[GONE] += dropped
        z[g.taught + i] += z[g.teaches + i]
        z[g.phase + i] += z[g.taught + i] == z[g.phases_stops + phase_of(game, i)]
        if phase_of(game, i) == z[g.courses_phase_to + c]:
            z[g.trainees_at + s] -= z[g.in_class + i]
            graduate(game, word, i)
        else:
            z[g.running + kept] = i
            kept += 1
    z[g.runs] = kept


@called
def graduate(game: Game, word: Word, i: int) -> None:
    """Let the trainees of a serial pass, repeat or leave, teach on, be posted or be lost."""
    g, z, _, x, out = game
    c, slot, people = z[g.serials_course + i], z[g.serials_slot + i], z[g.in_class + i]
    z[g.in_class + i] = 0
    passed = binomial(uniform(word, slot, PASSES), people, x[z[g.courses_passes + c]])
    again = binomial(uniform(word, slot, REPEATS), people - passed, x[z[g.courses_repeats + c]])
    go_back(game, c, again)
    out[GONE] += people - passed - again
    out[g.graduates + c] += passed
    if z[g.courses_hosts + c] != NOBODY:
        teachers = binomial(uniform(word, slot, TEACHES), passed, x[z[g.courses_teaches_on + c]])
        z[g.people + z[g.courses_hosts + c]] += teachers
        passed -= teachers
    if z[g.courses_grants + c] == NOBODY:
        go_back(game, c, passed)
    else:
        posted = binomial(uniform(word, slot, POSTED), passed, x[z[g.courses_posted + c]])
        z[g.people + z[g.courses_grants + c]] += posted
        out[GONE] += passed - posted


# ---- what is read


@called
def read(game: Game, series: Any, n: int, b: int) -> None:
    """Read units at targets and at the floor's week, and the series, at the boundary before week b."""
    g, z, _, _, out = game
    point = b % g.point_weeks == 0
    due = z[g.next_target] < g.targets and z[g.targets_week + z[g.next_target]] == b
    if not (point or due or b == g.floor):
        return
    form_units(game)
    while z[g.next_target] < g.targets and z[g.targets_week + z[g.next_target]] == b:
        target = z[g.next_target]
        out[g.reached + target] = z[g.units + z[g.targets_capability + target]]
        z[g.next_target] += 1
    if b == g.floor:
        for k in range(g.capabilities):
            out[g.left + k] = z[g.units + k]
    if point:
        p = b // g.point_weeks
        for k in range(g.capabilities):
            series[k, n, p] = z[g.units + k]
        for k in range(g.stocks):
            series[g.capabilities + k, n, p] = z[g.people + k]
        series[g.capabilities + g.stocks, n, p] = z[g.foreign] if b < g.weeks else 0


@called
def form_units(game: Game) -> None:
    """Form whole units from holders, capabilities in the order of their priority."""
    g, z, _, _, _ = game
    for k in range(g.stocks):
        z[g.unformed + k] = z[g.people + k]
    for r in range(g.capabilities):
        k = z[g.ranked + r]
        first, last, units = z[g.capabilities_part_from + k], z[g.capabilities_part_to + k], NEVER
        for j in range(first, last):
            units = min(units, z[g.unformed + z[g.parts_stock + j]] // z[g.parts_people + j])
        for j in range(first, last):
            z[g.unformed + z[g.parts_stock + j]] -= units * z[g.parts_people + j]
        z[g.units + k] = units


# ---- replications


@put_in
def replicate(game: Game, series: Any, replication_word: Word, n: int) -> None:
    """Play one replication."""
    g, z, _, _, _ = game
    prepare(game)
    bring_people(game, replication_word)
    for w in range(g.weeks):
        word = mixed(replication_word + np.uint64(w + 1) * GOLDEN)
        come_and_go(game, w)
        read(game, series, n, w)
        places(game, word, w)
        flows(game, word)
        free_everybody(game)
        projects(game, w)
        if z[g.teaching + w]:
            teach(game, w)
            starts(game, w)
        count_sites(game, w)
        if z[g.teaching + w]:
            end_of_week(game, word)
    read(game, series, n, g.weeks)
    finish(game)


@called
def finish(game: Game) -> None:
    """Count serials that still wait as lost, when projects finished, and everybody who is somewhere."""
    g, z, _, _, out = game
    for r in range(z[g.waits]):
        out[g.lost + z[g.cause + z[g.waiting + r]]] += 1
    for j in range(g.projects):
        out[g.done_from + j] = z[g.finished + j]
    for k in range(g.stocks):
        out[THERE] += z[g.people + k]
    for i in range(g.serials):
        out[THERE] += z[g.in_class + i]


@compiled
def play_some(option: Option, values: Any, luck_of: Luck, counts: Any, series: Any) -> None:
    """Play replications from `first` to `last` (exclusive)."""
    g, z, y = option
    seed_word, inner, first, last = luck_of
    for n in range(first, last):
        replication_word = mixed(seed_word + np.uint64(n + 1) * GOLDEN)
        drawn, counted = address(values[n // inner]), address(counts[n])
        replicate(Game(g, address(z), address(y), drawn, counted), series, replication_word, n)


def play(arena: Arena, values: Floats, luck_of: Luck, counts: Floats, series: Series) -> None:
    """Play replications and write their rows of `counts` and `series`.

    Parameters
    ----------
    arena : Arena
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
