"""How planning grows with the number of serials: `python -m benchmarks.timetable_growth [--serials N ...]`.

Makes cases of the form of the reference cases at random, and tells the processor seconds to a plan within the
gap asked, by serials. Each course is held 15 times in three years; people and rooms grow with the courses.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from typing import Any

from benchmarks.checks.timetable import judged
from benchmarks.timetable import ENDLESS, read, written
from cadre.solving import Limits
from cadre.timetable.ground import Ground
from cadre.timetable.optimise.core import Reached, plan_jobs

WEEKS, RUNS, SKILLS, TOUR = 156, 15, 12, 26
"""Weeks; serials of each course; skills; weeks of a tour."""
POSTS_A_COURSE = 6.25
"""Posts for each course, as in the reference cases: 250 for 40."""
KINDS = 20
"""Kinds of people by the skills they hold together."""


def made(serials: int, seed: int) -> dict[str, Any]:
    """Make a case of about as many serials."""
    chance = random.Random(seed)
    number = max(1, serials // RUNS)
    courses = [_course(c, chance) for c in range(number)]
    return {
        "weeks": WEEKS,
        "closed_weeks": sorted(w for w in range(WEEKS) if w % 52 in (0, 30, 31, 51)),
        "facility_capacity": [max(1, math.ceil(number * 25 / 40 / 8))] * 8,
        "skills": SKILLS,
        "courses": courses,
        "serials": [
            {
                "course": c,
                "number": k,
                "earliest": max(0, 10 * k - 2),
                "due": 10 * k + 10,
                "weight": chance.randint(1, 3),
            }
            for c in range(number)
            for k in range(RUNS)
        ],
        "people": _people(round(POSTS_A_COURSE * number), chance),
    }


def _course(number: int, chance: random.Random) -> dict[str, Any]:
    skills = chance.sample(range(SKILLS), chance.randint(1, 3))
    before = [chance.randrange(number)] if number and chance.random() < 0.4 else []
    return {
        "weeks": chance.choice([1, 2, 2, 2, 3, 3, 4, 4, 6, 8]),
        "need": {str(k): chance.randint(1, 3) for k in skills},
        "facility": chance.randrange(8),
        "prerequisites": before,
    }


def _people(posts: int, chance: random.Random) -> list[dict[str, Any]]:
    kinds = [sorted(chance.sample(range(SKILLS), chance.randint(1, 3))) for _ in range(KINDS)]
    kinds += [[k] for k in range(SKILLS)]
    found = []
    for post in range(posts):
        skills, arrives = kinds[post % len(kinds)], -chance.randrange(TOUR)
        while arrives < WEEKS:
            leaves = min(WEEKS, arrives + TOUR)
            if leaves > 0:
                found.append({"post": post, "skills": skills, "arrives": max(0, arrives), "leaves": leaves})
            arrives = leaves + chance.choice([0, 0, 0, 1, 2])
    return found


def run(serials: int, seconds: float, *, gap: float = 0.05, seed: int = 1) -> dict[str, object]:
    """Plan a case made at random until the gap is reached; tells processor seconds."""
    case = made(serials, seed)
    begun, wall = time.process_time(), time.perf_counter()
    first: list[float] = []

    def told(_: Reached) -> None:
        first.append(time.process_time() - begun)

    limits = Limits(gap=gap, work=ENDLESS, seconds=seconds)
    reached = plan_jobs(Ground(read(case)), limits, until=wall + seconds, told=told)
    spent, verdict = time.process_time() - begun, judged(case, written(reached.board))
    result = reached.result(limits)
    return {
        "case": f"growth-{len(case['serials'])}",
        "objective": result.objective,
        "bound": round(result.bound, 3),
        "gap": round(result.gap, 6),
        "processor_seconds": round(spent, 2),
        "first_plan_processor_seconds": round(first[0], 2),
        "status": result.status.value,
        "violations": verdict.violations,
        "seats": verdict.counts["seats"],
        "seats_short": verdict.counts["seats short"],
    }


def main() -> None:
    """Read the arguments and print a line for each size."""
    parser = argparse.ArgumentParser(prog="benchmarks.timetable_growth", description=__doc__)
    parser.add_argument("--serials", type=int, nargs="*", default=[150, 600, 2400])
    parser.add_argument("--seconds", type=float, default=600.0)
    given = parser.parse_args()
    for serials in given.serials:
        print(json.dumps(run(serials, given.seconds)), flush=True)


if __name__ == "__main__":
    main()
