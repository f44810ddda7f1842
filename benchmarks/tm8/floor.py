"""The least that TM8 could cost: its uniforms alone, by the same index, with nothing done with them."""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.tm8 import case as tm8
from cadre.simulation.kernel.compiling import compiled
from cadre.simulation.kernel.sampling import GOLDEN, mixed
from cadre.simulation.streams import seed_word


@compiled
def draw_only(word: Any, replications: int, weeks: int, a_week: int) -> Any:
    """Draw so many words a week in each replication, and give what all of them make together."""
    total = np.uint64(0)
    for n in range(replications):
        replication_word = mixed(word + np.uint64(n + 1) * GOLDEN)
        for t in range(weeks):
            week_word = mixed(replication_word + np.uint64(t + 1) * GOLDEN)
            for slot in range(a_week):
                total ^= mixed(week_word ^ np.uint64(slot))
    return total


def draw_uniforms(*, replications: int, a_week: int, seed: int) -> int:
    """Draw as many uniforms as replications of TM8 do that draw `a_week` in the mean."""
    return int(draw_only(np.uint64(seed_word(seed)), replications, tm8.WEEKS, a_week))
