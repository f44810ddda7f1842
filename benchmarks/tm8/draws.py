"""Draws of TM8, compiled: distributions written down when first met, and read without a branch.

Takes `Play` and a word of luck, gives the numbers of the simulation's `binomial` and `poisson`: every chance
of TM8 is fixed, so that the binomial of (chance, people) is the same whenever it is met again.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from benchmarks.tm8 import layout as at
from cadre.simulation.kernel.compiling import called, put_in
from cadre.simulation.kernel.sampling import S12, TINY, few, power


class Play(NamedTuple):
    """What a replication works on: the arrays of `layout`."""

    z: Any
    x: Any
    steps: Any


def _below(_: Any, steps: Any, row: Any, word: Any) -> Any:
    def count(_context: Any, builder: Any, _signature: Any, given: Any) -> Any:
        lanes, mask, whole = ir.VectorType(ir.IntType(16), at.STEPS), ir.IntType(at.STEPS), ir.IntType(64)
        undefined = ir.Constant(lanes, ir.Undefined)
        held = builder.bitcast(builder.gep(given[0], [given[1]]), lanes.as_pointer())
        held = builder.load(held, align=2)
        bits = builder.trunc(builder.lshr(given[2], ir.Constant(whole, 48)), ir.IntType(16))
        one = builder.insert_element(undefined, bits, ir.Constant(ir.IntType(32), 0))
        first = ir.Constant(ir.VectorType(ir.IntType(32), at.STEPS), [0] * at.STEPS)
        asked = builder.shuffle_vector(one, undefined, first)
        lower = builder.bitcast(builder.icmp_unsigned("<", held, asked), mask)
        same = builder.bitcast(builder.icmp_unsigned("==", held, asked), mask)
        number = builder.zext(builder.ctpop(lower), whole)
        unsure = builder.icmp_unsigned("!=", same, ir.Constant(mask, 0))
        return builder.select(unsure, ir.Constant(whole, -1), number)

    return types.int64(steps, types.int64, types.uint64), count


below: Any = intrinsic(_below)
"""How many of the steps from `row` on lie below the first 16 bits of a word; -1 if one equals them."""


@put_in
def uniform_of(word: Any) -> float:
    """Uniform of a mixed word, as the simulation's; that of the inverted word is one less it."""
    return np.int64(word >> S12) * 2.0**-52 + 2.0**-53


@put_in
def draw(play: Play, word: Any, people: int, chance: int) -> int:
    """Smallest k with P(Binomial(people, chance) <= k) >= u, for a chance up to one half.

    The steps hold the first 16 bits of P(X <= k). How many of them lie below those of u is counted without a
    branch; only where one equals them, or all lie below, the exact sampler is asked.
    """
    if people < at.MOST_PEOPLE:
        k = below(play.steps, (chance * at.MOST_PEOPLE + people) * at.STEPS, word)
        if 0 <= k < at.STEPS:
            return k
    return exactly(play, word, people, chance)


@called
def drawn(play: Play, word: Any, people: int, chance: int) -> int:
    """Give what `draw` gives, by a call."""
    return draw(play, word, people, chance)


@called
def exactly(play: Play, word: Any, people: int, chance: int) -> int:
    """Give the draw of the simulation's sampler; write the steps if they are not there yet."""
    p = play.x[at.CHANCE + chance]
    if people < at.MOST_PEOPLE:
        write_steps(play.steps, (chance * at.MOST_PEOPLE + people) * at.STEPS, people, p)
    return few(uniform_of(word), people, p)


@put_in
def write_steps(steps: Any, row: int, people: int, p: float) -> None:
    """Write 16 bits of what the walk of `few` compares with u; all of them set from where nobody is left."""
    term = total = power(1.0 - p, people)
    if steps[row + at.STEPS - 1] == 0 and term >= TINY:
        # Bernoulli's inequality gives 0 without a look at the sum, which may be rounded below it.
        odds, left, least = p / (1.0 - p), float(people), 1.0 - people * p
        for k in range(at.STEPS):
            if k > 0:
                term *= odds * (left if left > 0.0 else 0.0) / k
                left -= 1.0
                total += term
            bits = np.int64((total if total > least else least) * at.BITS)
            steps[row + k] = np.uint16(bits if bits < at.FULL else at.FULL)


@put_in
def recruits(play: Play, word: Any, c: int) -> int:
    """Smallest k with P(Poisson <= k) >= u, read as `draw` does from two rows in the middle."""
    row = at.ARRIVALS + c * 2 * at.STEPS
    low, high = below(play.steps, row, word), below(play.steps, row + at.STEPS, word)
    if low > 0 and 0 <= high < at.STEPS:
        return play.z[at.WINDOW + c] + low + high
    u, k = uniform_of(word), 0
    while k < at.MOST_RECRUITS and play.x[at.INTAKE + c * at.MOST_RECRUITS + k] < u:
        k += 1
    return k
