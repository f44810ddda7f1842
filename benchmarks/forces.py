"""Fill the posts of a file: `python -m benchmarks.forces FILE --seconds S [--plan OUT.json]`.

A thin reader: the file as a `FillingProblem`, the search of `cadre.forces.filling`, one line of JSON. Worth
is Σ priority × weeks filled, to be as great as can be; weeks at the wrong rank come second.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict
from pathlib import Path

from cadre.forces.filling.optimise import Filling, fill
from cadre.forces.filling.problem import FillingProblem, OfferedPerson, Post
from cadre.forces.filling.violations import violations, worth_of
from cadre.solving import Limits

ENDLESS = 1e6
"""Work that only seconds cut short."""


def read(path: Path) -> FillingProblem:
    """Read a case of the form described with the reference cases."""
    case = json.loads(path.read_text(encoding="utf-8"))
    stay = {"least": case["least_stint_weeks"], "longest": case["longest_tour_weeks"]}
    posts = tuple(
        Post(p["opens"], p["closes"], str(p["skill"]), p["priority"], p["rank"]) for p in case["posts"]
    )
    offers = tuple(
        OfferedPerson(
            o["people"],
            o["arrives"],
            o["leaves"],
            frozenset(map(str, o["skills"])),
            rank=o["rank"],
            refuses_posts=frozenset(o["refuses_posts"]),
            **stay,
        )
        for o in case["offers"]
    )
    return FillingProblem(posts, offers)


def run(path: Path, seconds: float, plan: Path | None = None) -> dict[str, object]:
    """Fill the posts of a file, judge the plan, write it where asked, and tell the figures."""
    begun = time.perf_counter()
    problem = read(path)
    first: list[float] = []

    def told(_: Filling) -> None:
        first.append(time.perf_counter() - begun)

    filling = fill(problem, Limits(gap=0.0, work=ENDLESS, seconds=seconds), report=told)
    if plan:
        named = [
            {"start" if k == "begins" else "end" if k == "ends" else k: v for k, v in asdict(stay).items()}
            for stay in filling.stays
        ]
        plan.write_text(json.dumps({"stints": named}), encoding="utf-8")
    wrong = list(map(str, violations(problem, filling.stays)))
    if worth_of(problem, filling.stays) != (filling.worth, filling.wrong):
        wrong.append("the objective told is not that of the plan")
    return {
        "case": path.stem,
        "objective": filling.worth,
        "bound": filling.bound,
        "gap": round(filling.gap, 6),
        "seconds": round(time.perf_counter() - begun, 2),
        "first_plan_seconds": round(first[0], 2),
        "status": filling.result.status.value,
        "violations": wrong,
        "weeks_at_wrong_rank": filling.wrong,
    }


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.forces", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--plan", type=Path)
    chosen = parser.parse_args()
    print(json.dumps(run(chosen.file, chosen.seconds, chosen.plan)))


if __name__ == "__main__":
    main()
