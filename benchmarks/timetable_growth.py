"""How planning grows with the number of serials: `python -m benchmarks.timetable_growth --serials N`.

Makes a case of about N serials of a reference case of 600: fewer are its first weeks, more are the same three
years over and over, each with its own weights. Courses, posts, tours and rooms a week stay what they are, so
that size alone differs. Tells the seconds until the gap asked, one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.suite import CASES
from benchmarks.timetable import run

GAP = 0.05
"""Asked."""
LAST_START = 26
"""Weeks after its due week in which a serial may still start, by the form of the cases."""


def of_size(case: dict[str, Any], serials: int, seed: int = 1) -> dict[str, Any]:
    """Make a case of about so many serials of another one: its first runs, or all of it over and over."""
    held = len(case["serials"]) // len(case["courses"])
    runs = max(1, round(serials / len(case["courses"])))
    return _first(case, runs) if runs <= held else _again(case, math.ceil(runs / held), held, seed)


def _first(case: dict[str, Any], runs: int) -> dict[str, Any]:
    """Give the first runs of each course, in a horizon that leaves the last ones as long as the first."""
    kept = [s for s in case["serials"] if s["number"] < runs]
    weeks = min(case["weeks"], max(s["due"] for s in kept) + LAST_START)
    people = [p | {"leaves": min(weeks, p["leaves"])} for p in case["people"] if p["arrives"] < weeks]
    closed = [week for week in case["closed_weeks"] if week < weeks]
    return case | {"weeks": weeks, "serials": kept, "people": people, "closed_weeks": closed}


def _again(case: dict[str, Any], times: int, held: int, seed: int) -> dict[str, Any]:
    """Give the case so many times in a row; runs of a course are counted on."""
    weeks, chance = case["weeks"], random.Random(seed)
    weights = sorted({s["weight"] for s in case["serials"]})
    return case | {
        "weeks": weeks * times,
        "closed_weeks": [week + weeks * n for n in range(times) for week in case["closed_weeks"]],
        "serials": [
            s
            | {
                "number": s["number"] + held * n,
                "earliest": s["earliest"] + weeks * n,
                "due": s["due"] + weeks * n,
                "weight": chance.choice(weights) if n else s["weight"],
            }
            for n in range(times)
            for s in case["serials"]
        ],
        "people": [
            p | {"arrives": p["arrives"] + weeks * n, "leaves": p["leaves"] + weeks * n}
            for n in range(times)
            for p in case["people"]
        ],
    }


def main() -> None:
    """Read the arguments, make the case, and print its line."""
    parser = argparse.ArgumentParser(prog="benchmarks.timetable_growth", description=__doc__)
    parser.add_argument("--serials", type=int, default=600)
    parser.add_argument("--of", default="tt600-moderate", help="reference case that is shortened or repeated")
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--plan", type=Path)
    given = parser.parse_args()
    case = json.loads((CASES / "timetable" / f"{given.of}.json").read_text(encoding="utf-8"))
    made = of_size(case, given.serials)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{given.of}-{len(made['serials'])}.json"
        path.write_text(json.dumps(made), encoding="utf-8")
        print(json.dumps(run(path, given.seconds, given.plan, gap=GAP)))


if __name__ == "__main__":
    main()
