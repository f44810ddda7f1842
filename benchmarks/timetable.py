"""Time the serials of a file: `python -m benchmarks.timetable FILE --seconds S [--plan OUT.json]`.

A thin reader: the file as a `TimetableProblem`, the core of `cadre.timetable.optimise` that plans missions
too, one line of JSON. The bound is that of plans which in each week ask of no skill more people than hold it;
sets of skills and whole stays decide who is short. `benchmarks.checks.timetable` judges the plan from the
file, knowing nothing of the planner.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

from benchmarks.checks.timetable import judged
from cadre.solving import Limits
from cadre.timetable.construct import cost_of
from cadre.timetable.explain import missing_people
from cadre.timetable.instance import Instance
from cadre.timetable.optimise.assignment import least_short
from cadre.timetable.optimise.core import Reached, plan_jobs
from cadre.timetable.problem import Job, SeatNeed, Stage, TimetableProblem, Worker
from cadre.timetable.schedule import PartialSchedule
from cadre.words import Catalogue, Formats
from cadre.words.reasons import by_ids

ENDLESS = 1e6
"""Work that only seconds cut short."""


def read(case: dict[str, Any]) -> TimetableProblem:
    """Pose a case of the form described with the reference cases."""
    weeks, skills, rooms = case["weeks"], range(case["skills"]), case["facility_capacity"]
    return TimetableProblem(
        weeks=weeks,
        exits=weeks,
        closed=frozenset(case["closed_weeks"]),
        jobs=_jobs(case),
        workers=tuple(
            Worker(str(i), frozenset(p["skills"]), 0, p["arrives"], p["arrives"], p["leaves"])
            for i, p in enumerate(case["people"])
        ),
        capacity=tuple((float(number),) * weeks for number in rooms),
        resources=tuple(f"facility {r}@the site" for r in range(len(rooms))),
        skills=tuple(f"skill {k}" for k in skills),
        sites=("the site",),
        in_country=(True,),
        handovers=False,
        short_allowed=True,
    )


def _jobs(case: dict[str, Any]) -> tuple[Job, ...]:
    number = {(s["course"], s["number"]): j for j, s in enumerate(case["serials"])}
    found = []
    for s in case["serials"]:
        course = case["courses"][s["course"]]
        needs = tuple(SeatNeed(int(skill), people) for skill, people in course["need"].items())
        before = [number.get((other, s["number"])) for other in course["prerequisites"]]
        earlier = number.get((s["course"], s["number"] - 1))
        found.append(
            Job(
                id=f"{s['course']}/{s['number']}",
                kind=str(s["course"]),
                site=0,
                earliest=s["earliest"],
                due=s["due"] - course["weeks"],  # the file counts lateness from the week after the last one
                latest=min(case["weeks"] - course["weeks"], s["due"] + 26),
                deadline=case["weeks"],
                priority=float(s["weight"]),
                stages=(Stage(course["weeks"], needs, ((course["facility"], 1.0),)),),
                pauses=False,
                after=tuple(sorted(b for b in before if b is not None)),
                behind=() if earlier is None else (earlier,),
            )
        )
    return tuple(found)


def written(schedule: PartialSchedule) -> dict[str, Any]:
    """Write a plan in the form of the reference cases, with the cause of seats short beside it."""
    serials: list[dict[str, Any]] = []
    for j, placed in enumerate(schedule.placed):
        crew = placed.crew if placed is not None else ()
        people = [[s.worker, s.skill] for s in crew if s.worker is not None]
        told: dict[str, Any] = {"start": None if placed is None else placed.start, "people": people}
        causes = [by_ids(cause, Formats(Catalogue())) for cause in missing_people(schedule, j)]
        serials.append(told | {"short": "; ".join(causes)} if causes else told)
    return {"serials": serials}


def run(path: Path, seconds: float, plan: Path | None = None, *, gap: float = 0.0) -> dict[str, object]:
    """Time the serials of a file, judge the plan, write it where asked, and tell the figures."""
    begun = time.perf_counter()
    case = json.loads(path.read_text(encoding="utf-8"))
    first: list[float] = []

    def told(_: Reached) -> None:
        first.append(time.perf_counter() - begun)

    limits = Limits(gap=gap, work=ENDLESS, seconds=seconds)
    reached = plan_jobs(Instance(read(case)), limits, until=begun + seconds, report=told)
    plan_written, result = written(reached.schedule), reached.result(limits)
    spent = time.perf_counter() - begun
    if plan:
        plan.write_text(json.dumps(plan_written), encoding="utf-8")
    verdict = judged(case, plan_written)
    wrong = list(verdict.violations)
    if (verdict.objective, verdict.counts["seats short"]) != cost_of(
        reached.schedule.problem, reached.schedule.placed
    ):
        wrong.append("the objective told is not that of the plan")
    schedule = reached.schedule
    starts = {j: placed.start for j, placed in enumerate(schedule.placed) if placed is not None}
    least = least_short(schedule.instance, starts, Limits()) if verdict.counts["seats short"] else 0
    return {
        "case": path.stem,
        "objective": result.objective,
        "bound": round(result.bound, 3),
        "gap": round(result.gap, 6),
        "seconds": round(spent, 2),
        "first_plan_seconds": round(first[0], 2),
        "status": result.status.value,
        "violations": wrong,
        "seats": verdict.counts["seats"],
        "seats_short": verdict.counts["seats short"],
        "seats_short_at_least": least,
    }


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.timetable", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--plan", type=Path)
    given = parser.parse_args()
    print(json.dumps(run(given.file, given.seconds, given.plan)))


if __name__ == "__main__":
    main()
