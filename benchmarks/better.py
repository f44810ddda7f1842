"""Does a better mission get a worse plan? `python -m benchmarks.better [--first 0] [--missions 200]`.

Plans small random missions within their offers, and each again after eight changes for the better: an offer
more, more seats, a smaller class, a higher ceiling, a room more, an earlier opening, a longer mission at the
same dates, a later end of an offer. Prints one line of JSON: how many plans are worse than the plan before by
more than the gap that they tell, how many are worse at all, and where the plan before breaks a rule of the
changed mission. `--first 40 --missions 20` does a part; after `--seconds`
no further mission is begun.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import replace

from cadre.mission import Mission
from cadre.programme.optimise import DEFAULT_LIMITS
from tests.programme.better import Compared, compared, mission_before

SHORT, LONG, EVERY = (8, 40), (161, 208), 10
"""Horizons at least and at most; each tenth is long, so planned in periods of four weeks, not by the week."""
LIMITS = replace(DEFAULT_LIMITS, seconds=120.0)
"""Of each plan, the seconds a safety net."""


def drawn(seed: int) -> Mission:
    """Give the mission of a seed."""
    least, most = LONG if seed % EVERY == EVERY - 1 else SHORT
    return mission_before(seed, least_weeks=least, most_weeks=most)


def run(first: int, missions: int, seconds: float) -> dict[str, object]:
    """Compare the plans of all missions; what is wrong is told on standard error as soon as it is found."""
    begun, used, found = time.perf_counter(), time.process_time(), list[tuple[int, Compared]]()
    for seed in range(first, first + missions):
        if time.perf_counter() - begun > seconds:
            break
        mission = drawn(seed)
        of_seed = [(seed, one) for one in compared(mission, seed, LIMITS)]
        found += of_seed
        for _, one in of_seed:
            if one.worse_at_all or one.broken:
                print(seed, one, file=sys.stderr, flush=True)
    changed = [(seed, one) for seed, one in found if one.change != "nothing"]
    return {
        "missions": len(found) - len(changed),
        "changes": len(changed),
        "worse": sum(one.worse for _, one in changed),
        "worse_at_all": sum(one.worse_at_all for _, one in changed),
        "where": [f"seed {seed}: {one.change}" for seed, one in changed if one.worse_at_all],
        "violations": [f"seed {seed}: {one.change}: {text}" for seed, one in found for text in one.broken],
        "cpu_seconds": round(time.process_time() - used, 1),
    }


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.better", description=__doc__)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--missions", type=int, default=200, help="how many")
    parser.add_argument("--seconds", type=float, default=7200.0, help="for all of them together")
    given = parser.parse_args()
    print(json.dumps(run(given.first, given.missions, given.seconds)))


if __name__ == "__main__":
    main()
