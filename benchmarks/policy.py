"""Is a mission that reacts ever worse? `python -m benchmarks.policy [--first 0] [--missions 100]`.

Plans small random missions with uncertain intake, passes, people and places, and plays each plan on the same
futures as it stands and with the mission reacting. Prints one line of JSON: on how many the mean of targets
reached is worse, and better, by more than four standard errors.
"""

from __future__ import annotations

import argparse
import json
import sys
import time

from tests.simulation.policies import Reaction, reaction, uncertain_mission


def run(first: int, missions: int, seconds: float) -> dict[str, object]:
    """Play all missions; what is worse is told on standard error as soon as it is found."""
    begun, used, found = time.perf_counter(), time.process_time(), list[Reaction]()
    for seed in range(first, first + missions):
        if time.perf_counter() - begun > seconds:
            break
        found.append(reaction(seed, uncertain_mission(seed)))
        print(found[-1], file=sys.stderr, flush=True)
    return {
        "missions": len(found),
        "worse": [one.seed for one in found if one.is_worse],
        "better": sum(one.is_better for one in found),
        "mean_gain": round(sum(one.outcome for one in found) / max(1, len(found)), 4),
        "cpu_seconds": round(time.process_time() - used, 1),
    }


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.policy", description=__doc__)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--missions", type=int, default=100, help="how many")
    parser.add_argument("--seconds", type=float, default=7200.0, help="for all of them together")
    given = parser.parse_args()
    print(json.dumps(run(given.first, given.missions, given.seconds)))


if __name__ == "__main__":
    main()
