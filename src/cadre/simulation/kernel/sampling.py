"""Luck and samplers of the kernel: uniforms by (word, slot, event), draws by inversion of one uniform each.

Takes numbers, gives numbers; the same bits on every machine. Formulas: docs/model/simulation.md, Luck and
Samplers.
"""

import math
from typing import Any

import numpy as np

from cadre.simulation import streams
from cadre.simulation.kernel.codes import HALF
from cadre.simulation.kernel.compiling import Word, called, compiled, put_in
from cadre.simulation.records import LISTED, MARKS, TABLE

GOLDEN, MIX_1, MIX_2 = np.uint64(streams.GOLDEN), np.uint64(streams.MIX_1), np.uint64(streams.MIX_2)
S12, S27, S30, S31 = (np.uint64(bits) for bits in (12, 27, 30, 31))
TINY, SMALL, LEAST_FACTOR, DUST = 1e-290, 1e-200, 1e-80, 1e-18
CHUNK = math.exp(-64.0)
"""Bounds of the samplers: docs/model/simulation.md, Samplers."""


@put_in
def mixed(ints: Word) -> Word:
    """Finaliser of SplitMix64."""
    ints = (ints ^ (ints >> S30)) * MIX_1
    ints = (ints ^ (ints >> S27)) * MIX_2
    return ints ^ (ints >> S31)


@put_in
def uniform(word: Word, slot: Any, event: int) -> float:
    """Uniform of one thing that can happen, inside (0, 1)."""
    ints = mixed(word ^ (np.uint64(slot) + np.uint64(event) * GOLDEN))
    return np.int64(ints >> S12) * 2.0**-52 + 2.0**-53


@called
def squared(base: float, exponent: int) -> float:
    """Return base^exponent by squaring: the same bits on every machine."""
    result = 1.0
    while exponent > 0:
        if exponent & 1:
            result *= base
        base *= base
        exponent >>= 1
    return result


@called
def list_powers(floats: Any, where: int, base: float) -> None:
    """Write base^0 to base^31, one by one, then the powers 0 to 31 of base^32."""
    for block in range(2):
        power = 1.0
        for k in range(LISTED):
            floats[where + block * LISTED + k] = power
            power *= base
        base = power


@called
def listed_power(floats: Any, where: int, n: int) -> float:
    """Return base^n from the list: of n mod 32, times of 32 m, times what is above 1024 by squaring."""
    low, high = floats[where + n % LISTED], floats[where + LISTED + n // LISTED % LISTED]
    if n < LISTED * LISTED:
        return low * high
    whole = floats[where + 2 * LISTED - 1] * floats[where + LISTED + 1]
    return low * high * squared(whole, n // (LISTED * LISTED))


@called
def power(base: float, n: int) -> float:
    """Return what `listed_power` gives, without a list."""
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
def lost_of(floats: Any, listed: int, u: float, people: int, share: float) -> int:
    """Return the `binomial` of people and share, where powers of 1 - share up to one half are listed."""
    if share > HALF:
        return binomial(u, people, share)
    return walk(u, people, share, listed_power(floats, listed, people))


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
def tabulate(floats: Any, where: int, mean: float, rest: float, chunks: int) -> None:
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
        floats[where + k] = total if chunks == 0 else 0.0


@called
def mark(ints: Any, marks: int, floats: Any, where: int) -> None:
    """Note for each step of u where its search in a table begins: the first k that reaches its lower end."""
    k = 0
    for step in range(MARKS):
        while k < TABLE and floats[where + k] < step * (1.0 / MARKS):
            k += 1
        ints[marks + step] = k


@called
def looked_up(ints: Any, marks: int, floats: Any, where: int, u: float) -> int:
    """First k with a tabulated value of u at least; TABLE if there is none."""
    k = ints[marks + int(u * MARKS)]
    while k < TABLE and floats[where + k] < u:
        k += 1
    return k
