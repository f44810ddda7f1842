"""How many replications choosing the best of 20 options takes: `python -m benchmarks.selection [MISSION]`.

Takes every so-manieth option of a mission, plans each roughly, and lets `select_best` play only what it asks
for. Prints one line of JSON: replications used, those of a full run, and their ratio.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from cadre.mission import Mission
from cadre.mission_files import read_mission
from cadre.options import Option, options
from cadre.programme.plan import Programme
from cadre.screening.evaluation import roughly_planned
from cadre.simulation.run import simulate_fast
from cadre.statistics.arrays import Floats
from cadre.statistics.ranking_and_selection import SelectionGoal, select_best

OPTIONS = 20
FULL = 10_000
"""Replications of each option in a full run."""
AIM = SelectionGoal(indifference=0.02, probability=0.95, first=20, step=10)
"""Two points of the targets: what the screening calls nothing gained."""


Rough = dict[str, tuple[Mission, Programme]]
"""Mission and programme by option."""


def twenty(mission: Mission) -> tuple[Option, ...]:
    """Give every so-manieth option of a mission."""
    every = options(mission)[1:]
    return every[:: max(1, len(every) // OPTIONS)][:OPTIONS]


def roughly(chosen: Sequence[Option]) -> Rough:
    """Plan options as the screening does."""
    return {option.id: roughly_planned(option) for option in chosen}


def play_with(plans: Rough, *, seed: int) -> Callable[[str, int], Floats]:
    """Give a player of first replications that keeps what it played."""
    played: dict[str, Floats] = {}

    def sampled(option: str, count: int) -> Floats:
        if option not in played or played[option].size < count:
            most = max(count, 2 * (played[option].size if option in played else 0))
            played[option] = simulate_fast(*plans[option], replications=most, seed=seed).scalars["outcome"]
        return played[option][:count]

    return sampled


def run(folder: Path) -> dict[str, object]:
    """Choose the best of 20 options of a mission."""
    begun = time.process_time()
    plans = roughly(twenty(read_mission(folder)))
    found = select_best(tuple(plans), play_with(plans, seed=1), AIM)
    return {
        "case": folder.name,
        "options": len(plans),
        "best": found.best,
        "replications": found.replications,
        "share_of_full": round(found.replications / (FULL * len(plans)), 5),
        "left_longest": max(found.used.values()),
        "cpu_seconds": round(time.process_time() - begun, 1),
    }


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1] if len(sys.argv) > 1 else "missions/iraq-2018"))))
