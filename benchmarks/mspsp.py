"""Schedule multi-skill activities of a file: `python -m benchmarks.mspsp FILE --seconds S [--plan OUT.json]`.

A thin reader: the file (MiniZinc data of Young, Feydy and Schutt 2017) as an `ActivityProblem`, the planner
of `cadre.timetable.projects`, one line of JSON. The plan written holds for each activity, in the order of
the file, its start and [person, skill] pairs; persons and skills count from 0, in the order of the file.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path

from cadre.solving import Limits
from cadre.timetable.projects.optimise.rounds import plan_activities
from cadre.timetable.projects.problem import ActivityJob, ActivityPlan, ActivityProblem, Adviser, objective_of
from cadre.timetable.projects.violations import violations

ENDLESS = 1e9
"""Work that only seconds cut short."""


def read(path: Path) -> ActivityProblem:
    """Read an instance; only durations, skills needed and mastered, and precedences are looked at."""
    text = re.sub(r"%.*", "", path.read_text(encoding="utf-8"))
    after: dict[int, list[int]] = {}
    for before, then in zip(_numbers(text, "pred"), _numbers(text, "succ"), strict=True):
        after.setdefault(then - 1, []).append(before - 1)
    activities = [
        ActivityJob(
            id=str(a + 1),
            duration=duration,
            needs=tuple((k, int(people)) for k, people in enumerate(needs) if int(people)),
            after=tuple(sorted(set(after.get(a, ())))),
        )
        for a, (duration, needs) in enumerate(zip(_numbers(text, "dur"), _rows(text, "sreq"), strict=True))
    ]
    people = [
        Adviser(str(p + 1), frozenset(k for k, held in enumerate(row) if held == "true"))
        for p, row in enumerate(_rows(text, "mastery"))
    ]
    return ActivityProblem(tuple(activities), tuple(people))


def _body(text: str, name: str) -> str:
    found = re.search(rf"\b{name}\s*=\s*\[(.*?)\]", text, re.DOTALL)
    if found is None:
        raise ValueError(f"the file has no {name}")
    return found.group(1)


def _numbers(text: str, name: str) -> list[int]:
    return [int(number) for number in _body(text, name).split(",") if number.strip()]


def _rows(text: str, name: str) -> list[list[str]]:
    rows = [row.split(",") for row in _body(text, name).split("|")]
    return [cells for row in rows if (cells := [cell.strip() for cell in row if cell.strip()])]


def run(path: Path, seconds: float, plan: Path | None = None) -> dict[str, object]:
    """Plan the activities of a file, judge the plan, write it where asked, and tell the figures."""
    begun = time.perf_counter()
    problem = read(path)
    reading = time.perf_counter() - begun
    limits = Limits(gap=0.0, work=ENDLESS, seconds=seconds - reading, workers=2)
    outcome = plan_activities(problem, limits=limits)
    first = None if outcome.first_plan_seconds is None else round(reading + outcome.first_plan_seconds, 3)
    wrong = ["no plan"] if outcome.plan is None else _wrong(problem, outcome.plan, outcome.result.objective)
    if plan and outcome.plan:
        plan.write_text(
            json.dumps({"start": outcome.plan.starts, "people": outcome.plan.people}), encoding="utf-8"
        )
    return {
        "case": path.stem,
        "objective": outcome.result.objective if outcome.plan else None,
        "bound": outcome.result.bound,
        "gap": round(outcome.result.gap, 6) if outcome.plan else None,
        "seconds": round(time.perf_counter() - begun, 2),
        "first_plan_seconds": first,
        "status": outcome.result.status.value,
        "violations": wrong,
    }


def _wrong(problem: ActivityProblem, plan: ActivityPlan, objective: float) -> list[str]:
    told = [] if objective_of(problem, plan.starts) == objective else ["the objective told is not the plan's"]
    return [*map(str, violations(problem, plan)), *told]


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.mspsp", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--plan", type=Path)
    given = parser.parse_args()
    if not given.file.is_file():
        sys.exit(f"{given.file} is not there; the instances are not part of the project")
    print(json.dumps(run(given.file, given.seconds, given.plan)))


if __name__ == "__main__":
    main()
