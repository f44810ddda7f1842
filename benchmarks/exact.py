"""Does an exact model find the same optimum? `python -m benchmarks.exact [--first 0] [--missions 50]`.

Plans small random missions within their offers, each by the planner and by the exact model of the tests,
which is a formulation of its own. Prints one line of JSON: how many agree, the seeds that differ and those
that one of the two did not prove. After `--seconds` no further mission is begun.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import replace

from cadre.forces.supply import supply
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.violations import violations
from tests.programme.exact_model import least_shortfall
from tests.programme.small_missions import small_mission

SAME, PROVED = 1e-4, 1e-3
"""Percent points of the shortfall within which two optima are the same, and within which one is proved."""
NODES = 200_000
"""Of the exact model's search at most."""
LIMITS = replace(DEFAULT_LIMITS, seconds=120.0)
"""Of each plan, the seconds a safety net."""


def beside(seed: int) -> dict[str, object]:
    """Plan one mission both ways."""
    mission = small_mission(seed)
    offered, begun = supply(mission, {}, {}), time.process_time()
    programme = plan_programme(mission, LIMITS, offered=offered)
    spent = time.process_time() - begun
    exact, result = least_shortfall(mission, offered, nodes=NODES), programme.result
    assert result is not None
    return {
        "seed": seed,
        "planned": result.objective,
        "exact": exact.value,
        "same": abs(result.objective - exact.value) <= SAME,
        "proved": exact.proved and result.objective - result.bound <= PROVED,
        "violations": [f"seed {seed}: {one}" for one in violations(programme, mission, offered=offered)],
        "seconds": spent,
    }


def run(first: int, missions: int, seconds: float) -> dict[str, object]:
    """Plan all missions; each is told on standard error as soon as it is done."""
    found, begun = list[dict[str, object]](), time.perf_counter()
    for seed in range(first, first + missions):
        if time.perf_counter() - begun > seconds:
            break
        found.append(beside(seed))
        print(json.dumps(found[-1]), file=sys.stderr, flush=True)
    longest = max(float(str(one["seconds"])) for one in found)
    return {
        "missions": len(found),
        "same": sum(bool(one["same"]) for one in found),
        "differ": [one["seed"] for one in found if not one["same"]],
        "not_proved": [one["seed"] for one in found if not one["proved"]],
        "longest_cpu_seconds": round(longest, 1),
        "violations": [one for each in found for one in each["violations"]],  # type: ignore[attr-defined]
    }


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.exact", description=__doc__)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--missions", type=int, default=50, help="how many")
    parser.add_argument("--seconds", type=float, default=3600.0, help="for all of them together")
    given = parser.parse_args()
    print(json.dumps(run(given.first, given.missions, given.seconds)))


if __name__ == "__main__":
    main()
