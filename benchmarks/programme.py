"""Plan the programme of a random mission.

`python -m benchmarks.programme --courses 40 --sites 8 --weeks 260 --seed 1 --seconds 60`. A mission is drawn
(eight skills, rotations of 26 weeks, a tail, a ceiling that binds) and given to `plan_programme`, which
`cadre brief` calls too; one line of JSON. At least twelve clerks stand at every site that is used, or with
`--clerks headquarters` at one. The objective is the shortfall against targets in percent.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from typing import Any

import numpy as np

from cadre.mission import Mission
from cadre.programme.optimise import plan_programme
from cadre.programme.prices import objective
from cadre.programme.violations import violations
from cadre.solving import Limits, Result
from cadre.words import Catalogue, Formats
from cadre.words.reasons import by_ids

SKILLS, TOUR = 8, 26
"""Skills, each with a role of its own; weeks of a rotation."""
POSTS_PER_COURSE = 8
"""Foreign posts under the ceiling for each course: about two thirds of what all targets need."""
SERIALS_A_YEAR = 9
"""Serials of a course a year that its targets ask for, about."""
ENDLESS = 1e6
"""Work that only seconds cut short."""
STARTS = dt.date(2018, 10, 1)


def drawn(*, courses: int, sites: int, weeks: int, seed: int) -> Mission:
    """Draw a mission: chains of courses at several sites, people for every role, a tail and a ceiling."""
    rng = np.random.default_rng(seed)
    skills, places = [f"skill-{k}" for k in range(SKILLS)], [f"site-{s}" for s in range(sites)]
    held = {f"course-{c}": _course(rng, c, skills, places) for c in range(courses)}
    roles = {
        f"trainer-{k}": {"skills": [k], "costs_a_year": int(rng.integers(80, 200)) * 1000} for k in skills
    }
    tail = {
        "protection": {"role": "guard", "ratio": 0.4, "at": "each site"},
        "medical": {"role": "medic", "one_per": 60, "of": ["trainees"], "at": "each site"},
        "headquarters": {"role": "clerk", "step": {"up_to_100": 12, "up_to_500": 35, "above": 60}},
    }
    return Mission.model_validate(
        {
            "mission": {"title": "Drawn", "host": "h", "starts": STARTS, "horizon": weeks},
            "mandate": {"asks": "train"},
            "headquarters": places[0],
            "skills": {k: {"title": k} for k in skills},
            "recruits": {"men": {"title": "men", "a_year": 400 * courses, "at_start": 100 * courses}},
            "competences": {f"able-{c}": {"title": c, "leaves": 0.01} for c in held},
            "sites": {s: {"facilities": {"room": int(rng.integers(6, 16))}} for s in places},
            "roles": roles | {r: {"costs_a_year": 90_000} for r in ("guard", "medic", "clerk")},
            "tours": {"weeks": TOUR, "handover": 1, "leave": 3},
            "courses": held,
            "capabilities": _capabilities(rng, held, weeks),
            "support": tail,
            "ceiling": POSTS_PER_COURSE * courses,
        }
    )


def _course(rng: np.random.Generator, number: int, skills: list[str], places: list[str]) -> dict[str, Any]:
    """Draw a course; two in five follow an earlier one."""
    most = int(rng.integers(12, 31))
    needs = rng.choice(skills, size=int(rng.integers(1, 3)), replace=False)
    before = int(rng.integers(number)) if number and rng.random() < 0.4 else None
    return {
        "weeks": int(rng.integers(3, 17)),
        "seats": {"least": most // 2, "most": most},
        "instructors": {str(k): {"one_per": int(rng.integers(6, 13))} for k in needs},
        "uses": {"room": 1},
        "passes": float(rng.uniform(0.7, 0.95)),
        "sites": sorted(map(str, rng.choice(places, size=min(len(places), 3), replace=False))),
        "grants": f"able-course-{number}",
        **({"recruits": "men"} if before is None else {"after": [f"course-{before}"]}),
    }


def _capabilities(rng: np.random.Generator, held: dict[str, Any], weeks: int) -> dict[str, Any]:
    """Draw a capability for each course, its holders wanted halfway and at the end."""
    wanted = {}
    for key, course in held.items():
        people = SERIALS_A_YEAR * course["seats"]["most"] * weeks / 52 * rng.uniform(0.5, 1.5) / 10
        dates = {STARTS + dt.timedelta(weeks=int(weeks * part)): int(people * part) for part in (0.5, 0.95)}
        wanted[f"unit-{key}"] = {
            "made_of": {f"able-{key}": 10},
            "wanted": dates,
            "priority": int(rng.integers(1, 4)),
        }
    return wanted


def run(mission: Mission, case: str, seconds: float) -> dict[str, object]:
    """Plan a mission, judge the plan and tell the figures."""
    begun = time.perf_counter()
    first: list[float] = []

    def told(_: Result) -> None:
        first.append(time.perf_counter() - begun)

    plan = plan_programme(mission, Limits(gap=0.01, work=ENDLESS, seconds=seconds), report=told)
    spent, result = time.perf_counter() - begun, plan.result
    if result is None:
        raise RuntimeError("a programme without a result")
    wrong = [by_ids(rule, Formats(Catalogue())) for rule in violations(plan, mission)]
    if abs(objective(plan, mission)[0] - result.objective) > 1e-4 * max(1.0, result.objective):
        wrong.append("the objective told is not that of the plan")
    return {
        "case": case,
        "objective": round(result.objective, 4),
        "bound": round(result.bound, 4),
        "gap": round(result.gap, 6),
        "seconds": round(spent, 2),
        "first_plan_seconds": round(first[0], 2) if first else None,
        "status": result.status.value,
        "violations": wrong,
    }


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.programme", description=__doc__)
    for name, usual in (("courses", 40), ("sites", 8), ("weeks", 260), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--posts-per-course", type=int, default=POSTS_PER_COURSE, help="under the ceiling")
    parser.add_argument(
        "--clerks", choices=("each site", "headquarters"), default="each site", help="where they stand"
    )
    parser.add_argument("--seconds", type=float, default=60.0)
    given = parser.parse_args()
    size = {name: getattr(given, name) for name in ("courses", "sites", "weeks", "seed")}
    case = "-".join(f"{name}{value}" for name, value in size.items())
    changes = {
        "ceiling": given.posts_per_course * given.courses,
        "support.headquarters.at": given.clerks,
    }
    print(json.dumps(run(drawn(**size).changed(changes), case, given.seconds)))


if __name__ == "__main__":
    main()
