"""Play TM8: `python -m benchmarks.simulation tm8 [--replications N]` prints one line of JSON.

Speeds are replications per second of processor time of one thread, all in the same run: the compiled
program, its person-level twin in SimPy, numpy over replications, and its uniforms alone (`floor`). Time to
compile is that of a new process with an empty cache; memory is the most of that process and of this one
before the peers.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace

import numpy as np

from benchmarks.tm8 import arrays, people
from benchmarks.tm8.case import OUTPUTS, WEEKS, Case
from benchmarks.tm8.figures import first_use, peak_mib, rate, summary
from benchmarks.tm8.floor import draw_uniforms
from benchmarks.tm8.kernel import simulate

ROUNDS, ROUND, PEOPLE_ROUND = 5, 1000, 2


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


def run(replications: int) -> dict[str, object]:
    """Play, measure and tell."""
    case = Case()
    compiling, peak = first_use()
    samples = simulate(case, replications=replications, seed=1)
    ours = rate(lambda: simulate(case, replications=ROUND, seed=1), replications=ROUND, rounds=ROUNDS)
    ratio, peak = difference_ratio(replications), max(peak, peak_mib())
    a_week = round(float(samples[:, OUTPUTS.index("drawn")].mean()) / WEEKS)
    draw_uniforms(replications=1, a_week=a_week, seed=1)
    floor = rate(
        lambda: draw_uniforms(replications=ROUND, a_week=a_week, seed=1), replications=ROUND, rounds=ROUNDS
    )
    numpy = rate(lambda: arrays.simulate(case, replications=ROUND, seed=1), replications=ROUND)
    simpy = rate(lambda: people.simulate(case, replications=PEOPLE_ROUND, seed=1), replications=PEOPLE_ROUND)
    return {
        "case": "tm8",
        "replications_per_core_second": round(ours, 1),
        "simpy_replications_per_core_second": round(simpy, 3),
        "numpy_replications_per_core_second": round(numpy, 1),
        "floor_replications_per_core_second": round(floor, 1),
        "outputs": summary(samples),
        "compile_seconds": round(compiling, 2),
        "peak_mib": round(peak, 1),
        "difference_variance_ratio": round(ratio, 1),
    }


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.simulation", description=__doc__)
    parser.add_argument("case", choices=["tm8"])
    parser.add_argument("--replications", type=int, default=8000)
    print(json.dumps(run(parser.parse_args().replications)))


if __name__ == "__main__":
    main()
