"""From a large mission to a decision: `python -m benchmarks.scale [--courses 50 --years 10 --jobs 2]`.

Draws a mission of so many courses and years with 100 options, offers, parties and open details, and makes the
whole study that `cadre brief` makes, without writing it. Prints one line of JSON with seconds on the wall and
of the processor for each stage.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import sys
import time
from typing import Any

import numpy as np

from benchmarks.programme import STARTS, drawn
from cadre.mission import Mission
from cadre.pipeline import Settings
from cadre.pipeline.studying import run_study
from cadre.study import Study

SITES, WEEKS_A_YEAR = 8, 52
POSTS = 8
"""Foreign posts for each course in the middle option."""
NATIONS = 12
LAST = "replay_and_judge"
"""Nothing is told between playing again and the end."""


def mission_of(*, courses: int, years: int, seed: int) -> Mission:
    """Draw a mission with 100 options: five sizes, five lengths, four commands."""
    rng, weeks = np.random.default_rng(seed), years * WEEKS_A_YEAR
    document = drawn(courses=courses, sites=SITES, weeks=weeks, seed=seed).document()
    document["mission"] |= {"looks_beyond_exit": 104}
    for held in document["courses"].values():
        likely = float(held["passes"])
        held["passes"] = {"min": likely - 0.15, "likely": likely, "max": min(0.99, likely + 0.1)}
        held |= {"drops_out": {"low": 0.0, "high": 0.01}, "teaches_on": 0.05}
        held |= {"costs": 20_000, "costs_a_trainee": {"low": 500, "high": 1500}}
    for competence in document["competences"].values():
        competence["leaves"] = {"min": 0.005, "likely": 0.01, "max": 0.025}
    for capability in document["capabilities"].values():
        capability["floor_after_exit"] = max(1, min(capability["wanted"].values()) // 2)
    for site in document["sites"].values():
        site["closures"] = {"per_year": {"low": 0, "high": 1}, "weeks": {"low": 1, "high": 4}}
        site["costs_a_year"] = 50_000
    document["recruits"]["men"]["a_year"] = {"low": 300 * courses, "high": 500 * courses}
    document |= _people(rng, document, years) | _levers(courses, weeks)
    document["mandate"] |= {
        "decisions": [{"by": "ministers", "on": str(STARTS - dt.timedelta(weeks=30)), "about": "options"}],
        "open": {"size": {"question": "How many people?", "lever": "people"}},
    }
    return Mission.model_validate(document)


def _people(rng: np.random.Generator, document: dict[str, Any], years: int) -> dict[str, Any]:
    """Draw offers that together come near the middle option's posts, and what types of party state."""
    roles = list(document["roles"])
    posts = POSTS * len(document["courses"])
    offers = {}
    for nation in range(NATIONS):
        for role in roles:
            begins = STARTS + dt.timedelta(weeks=int(rng.integers(0, 26)))
            offers[f"nation-{nation}-{role}"] = {
                "party": "willing" if nation % 3 else "wary",
                "role": role,
                "people": max(1, int(rng.uniform(0.4, 1.6) * posts / len(roles) / NATIONS)),
                "begins": str(begins),
                "ends": str(begins + dt.timedelta(weeks=int(years * WEEKS_A_YEAR * rng.uniform(0.5, 1)))),
                "state": "pledged",
                "honoured": {"min": 0.6, "likely": 0.85, "max": 1.0},
                "late": {"min": 0, "likely": 2, "max": 10},
            }
    positions = [
        {"party": "wary", "stance": "will not accept", "condition": f"years >= {years}", "strength": 0.5},
        {"party": "willing", "stance": "wants", "condition": "posts >= 50", "strength": 0.6},
    ]
    return {"parties": {"willing": {}, "wary": {}}, "offers": offers, "positions": positions}


def _levers(courses: int, weeks: int) -> dict[str, Any]:
    sizes = {f"{n}-a-course": {"set": {"ceiling": n * courses}} for n in (2, 4, 6, 8, 12)}
    lengths = {f"{n}-tenths": {"set": {"mission.horizon": weeks * n // 10}} for n in (4, 5, 6, 8, 10)}
    commands = {name: {"set": {"command": name}} for name in ("rotating", "lead", "standing")}
    told = {name: {"posts": {"clerk": n}} for name, n in (("rotating", 10), ("lead", 20), ("standing", 40))}
    levers = {
        "people": {"choices": sizes},
        "length": {"choices": lengths},
        "command": {"choices": {"none": {"set": {"command": None}}} | commands},
    }
    return {"levers": levers, "commands": told}


class Clock:
    """Progress that notes when stages begin, on the wall and on the processor, children included."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, float, float]] = []

    def stage(self, name: str, total: int) -> None:
        """Note a stage."""
        print(f"{name} ({total})", file=sys.stderr, flush=True)
        self.begun.append((LAST if name == "replay" else name, time.perf_counter(), _cpu_seconds()))

    def advance(self) -> None:
        """Steps do not matter here."""

    def spent(self) -> dict[str, tuple[float, float]]:
        """Give seconds on the wall and of the processor by stage; the last one runs till now."""
        ends = [*self.begun[1:], ("", time.perf_counter(), _cpu_seconds())]
        pairs = zip(self.begun, ends, strict=True)
        return {name: (until - since, used - cpu) for (name, since, cpu), (_, until, used) in pairs}


def _cpu_seconds() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, who))


def run(mission: Mission, case: str, jobs: int) -> dict[str, object]:
    """Make the study and tell what each stage took."""
    clock = Clock()
    clock.stage("start", 0)
    study = run_study(mission, Settings(jobs=jobs), progress=clock)
    stages = clock.spent()
    peak = sum(resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "case": case,
        "options": len(study.screened) - 1,
        "shown": len(study.shown),
        "uncertain": sum(not q.is_known for q in mission.quantities.values()),
        "seconds": round(sum(wall for wall, _ in stages.values()), 1),
        **{f"{name}_seconds": round(wall, 1) for name, (wall, _) in stages.items()},
        **{f"{name}_cpu_seconds": round(cpu, 1) for name, (_, cpu) in stages.items()},
        "cpu_seconds": round(sum(cpu for _, cpu in stages.values()), 1),
        "peak_mib": round(peak / 1024),
        "limits_hit": len(study.limits_hit),
        "best": _best(study),
    }


def _best(study: Study) -> str:
    """Name the option that reaches most, so that the study was for something."""
    reached = {option: of["outcome"].mean for option, of in study.comparison.spreads.items()}
    return max(reached, key=lambda option: reached[option])


def main() -> None:
    """Read the arguments and print the line."""
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__)
    for name, usual in (("courses", 50), ("years", 10), ("jobs", 2), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args()
    mission = mission_of(courses=asked.courses, years=asked.years, seed=asked.seed)
    print(json.dumps(run(mission, f"{asked.courses} courses, {asked.years} years", asked.jobs)))


if __name__ == "__main__":
    main()
