"""How many replications choosing the best of 20 options takes: `python -m benchmarks.selection [MISSION]`.

Takes every so-manieth option of a mission, plans each roughly, and lets `select_best` play only what it asks
for. Prints one line of JSON: replications used, those of a full run, and their ratio.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from cadre.decision.samples import Floats
from cadre.decision.selection import Aim, select_best
from cadre.mission_files import read_mission
from cadre.options import options
from cadre.screening.evaluation import roughly_planned
from cadre.simulation.run import simulate_fast

OPTIONS = 20
FULL = 10_000
"""Replications of each option in a full run."""
AIM = Aim(indifference=0.02, probability=0.95, first=20, step=10)
"""Two points of the targets: what the screening calls nothing gained."""


def run(folder: Path) -> dict[str, object]:
    """Choose the best of 20 options of a mission."""
    begun = time.process_time()
    every = options(read_mission(folder))[1:]
    plans = {o.id: roughly_planned(o) for o in every[:: max(1, len(every) // OPTIONS)][:OPTIONS]}
    played: dict[str, Floats] = {}

    def sampled(option: str, count: int) -> Floats:
        if option not in played or played[option].size < count:
            most = max(count, 2 * (played[option].size if option in played else 0))
            played[option] = simulate_fast(*plans[option], replications=most, seed=1).scalars["outcome"]
        return played[option][:count]

    found = select_best(tuple(plans), sampled, AIM)
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
