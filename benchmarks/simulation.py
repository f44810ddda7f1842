"""Play TM8: `python -m benchmarks.simulation tm8 [--replications N]` prints one line of JSON.

Speeds are replications per second of processor time of one thread. What was not measured is null.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from dataclasses import replace

import numpy as np

from benchmarks.tm8.case import OUTPUTS, Case
from benchmarks.tm8.kernel import simulate
from benchmarks.tm8.layout import Floats

ROUNDS, ROUND = 5, 1000
"""The fastest of so many rounds counts: others may use the machine."""


def more_seats(case: Case) -> Case:
    """Give the option compared with the case: six more seats in courses 2 to 5."""
    courses = [c._replace(seats=c.seats + 6) if 2 <= row <= 5 else c for row, c in enumerate(case.courses)]
    return replace(case, courses=tuple(courses))


def difference_ratio(replications: int) -> float:
    """Give how much smaller the variance of the difference in graduates is on common numbers."""
    base = simulate(Case(), replications=replications, seed=1)[:, 0]
    common = simulate(more_seats(Case()), replications=replications, seed=1)[:, 0]
    apart = simulate(more_seats(Case()), replications=replications, seed=2)[:, 0]
    return float(np.var(apart - base) / np.var(common - base))


def summary(samples: Floats) -> dict[str, list[float]]:
    """Give mean, half-width of its 95 % interval, and the 5 and 95 % points of the first four outputs."""
    found = {}
    for row, name in enumerate(OUTPUTS[:4]):
        x = samples[:, row]
        half = 1.96 * x.std(ddof=1) / np.sqrt(len(x))
        found[name] = [round(float(v), 2) for v in (x.mean(), half, *np.percentile(x, [5, 95]))]
    return found


def run(replications: int) -> dict[str, object]:
    """Play, measure and tell."""
    begun = time.process_time()
    simulate(Case(), replications=1, seed=1)
    compiling = time.process_time() - begun
    seconds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        simulate(Case(), replications=ROUND, seed=1)
        seconds.append(time.process_time() - begun)
    return {
        "case": "tm8",
        "replications_per_core_second": round(ROUND / min(seconds), 1),
        "simpy_replications_per_core_second": None,
        "floor_replications_per_core_second": None,
        "outputs": summary(simulate(Case(), replications=replications, seed=1)),
        "compile_seconds": round(compiling, 2),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "difference_variance_ratio": round(difference_ratio(replications), 1),
    }


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.simulation", description=__doc__)
    parser.add_argument("case", choices=["tm8"])
    parser.add_argument("--replications", type=int, default=8000)
    print(json.dumps(run(parser.parse_args().replications)))


if __name__ == "__main__":
    main()
