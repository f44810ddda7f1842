"""Streams: each uniform follows from (seed, replication, week, slot); options meet the same ones.

Takes names of things that can happen, gives their slots; takes seed, replication and slot, gives uniforms as
arrays for what is drawn once per replication. The weekly draws use the same formula inside the kernel.
Formula: docs/model/simulation.md, Luck.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

GOLDEN = 0x9E3779B97F4A7C15
MIX_1 = 0xBF58476D1CE4E5B9
MIX_2 = 0x94D049BB133111EB
"""Constants of SplitMix64 (Steele, Lea and Flood 2014, https://doi.org/10.1145/2660193.2660195)."""
WORD = 2**64
OUTER_WEEK = -1
"""The week in which what nobody knows yet is drawn, once per replication."""


def slot(name: str) -> int:
    """Return the slot of a thing that can happen, such as `serial/medic@taji/3`: 64 bits of its hash.

    A slot follows from the name alone, so it is the same in every option that has the thing.
    """
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def mixed(z: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the finaliser of SplitMix64 of each word."""
    z = (z ^ (z >> np.uint64(30))) * np.uint64(MIX_1)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(MIX_2)
    return z ^ (z >> np.uint64(31))


def seed_word(seed: int) -> int:
    """Return the word that all uniforms of a seed start from."""
    return int(mixed(np.array([(seed + GOLDEN) % WORD], np.uint64))[0])


def uniforms(seed: int, replications: int, name: str, week: int = OUTER_WEEK) -> NDArray[np.float64]:
    """Return one uniform per replication for one slot in one week.

    Parameters
    ----------
    seed : int
        Any whole number.
    replications : int
        How many; the first k do not depend on it.
    name : str
        What can happen.
    week : int
        When; by default before the first week.

    Returns
    -------
    ndarray of float64, shape (replications,)
        Inside (0, 1), on the midpoints of 2^52 equal steps.
    """
    n = np.arange(1, replications + 1, dtype=np.uint64)
    words = mixed(np.uint64(seed_word(seed)) + n * np.uint64(GOLDEN))
    words = mixed(words + np.uint64((week + 1) * GOLDEN % WORD))
    words = mixed(words ^ np.uint64(slot(name)))
    return np.asarray((words >> np.uint64(12)) * 2.0**-52 + 2.0**-53, np.float64)
