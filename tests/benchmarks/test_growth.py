"""Cases of growth: shorter and longer ones of the same density, whose plans the checker accepts."""

from __future__ import annotations

from typing import Any

from benchmarks.checks.timetable import judged
from benchmarks.timetable import ENDLESS, read, written
from benchmarks.timetable_growth import of_size
from cadre.solving import Limits
from cadre.timetable.instance import Instance
from cadre.timetable.optimise.core import plan_jobs

COURSES = 3
CASE: dict[str, Any] = {
    "weeks": 30,
    "closed_weeks": [0, 29],
    "facility_capacity": [2],
    "skills": 1,
    "courses": [
        {"weeks": 2, "need": {"0": 1}, "facility": 0, "prerequisites": [0] if c else []}
        for c in range(COURSES)
    ],
    "serials": [
        {"course": c, "number": k, "earliest": 8 * k, "due": 8 * k + 8, "weight": 1 + c}
        for c in range(COURSES)
        for k in range(3)
    ],
    "people": [{"post": 0, "skills": [0], "arrives": 0, "leaves": 30} for _ in range(3)],
}


def test_a_longer_case_is_the_same_years_again_with_runs_counted_on() -> None:
    case = of_size(CASE, 18)
    assert (60, 18, 6) == (case["weeks"], len(case["serials"]), len(case["people"]))
    assert [0, 29, 30, 59] == case["closed_weeks"]
    keys = {(s["course"], s["number"]) for s in case["serials"]}
    assert {(c, k) for c in range(COURSES) for k in range(6)} == keys
    again = next(s for s in case["serials"] if (s["course"], s["number"]) == (1, 4))
    assert (38, 46) == (again["earliest"], again["due"])


def test_a_shorter_case_is_the_first_runs() -> None:
    case = of_size(CASE, 3)
    assert {0} == {s["number"] for s in case["serials"]}
    assert all(p["leaves"] <= case["weeks"] for p in case["people"])


def test_plans_of_made_cases_break_no_rule() -> None:
    for serials in (3, 9, 18):
        case = of_size(CASE, serials)
        reached = plan_jobs(Instance(read(case)), Limits(work=ENDLESS, seconds=20.0))
        verdict = judged(case, written(reached.schedule))
        assert ([], 0) == (verdict.violations, verdict.counts["seats short"])
