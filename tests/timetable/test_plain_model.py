"""The core against the plain CP-SAT model of the benchmarks, on small cases of the same form.

A few courses with prerequisites, people of one or two skills on short tours, one or two facilities: few
enough that the plain model proves its optimum, tight enough that seats stay short.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.checks.timetable import judged
from benchmarks.peers import timetable_naive
from benchmarks.timetable import read, written
from cadre.solving import Limits
from cadre.timetable.instance import Instance
from cadre.timetable.optimise.core import Reached, plan_jobs

WEEKS = 52
LIMITS = Limits(gap=0.0, work=1000.0, seconds=600.0)

Record = dict[str, Any]


@st.composite
def small_cases(draw: st.DrawFn) -> Record:
    """Two to four courses of one to three serials each."""
    courses = [_course(draw, n) for n in range(draw(st.integers(2, 4)))]
    serials = [
        {"course": c, "number": n, "earliest": 3 * n, "due": 3 * n + course["weeks"], "weight": 1 + c % 3}
        for c, course in enumerate(courses)
        for n in range(draw(st.just(3)))
    ]
    people = [person for n in range(draw(st.integers(2, 5))) for person in _tours(draw, n)]
    capacity = [draw(st.integers(1, 2)) for _ in range(2)]
    closed = draw(st.sampled_from(([], [4], [7, 8])))
    return {
        "weeks": WEEKS,
        "skills": 2,
        "closed_weeks": closed,
        "facility_capacity": capacity,
        "courses": courses,
        "serials": serials,
        "people": people,
    }


def _course(draw: st.DrawFn, n: int) -> Record:
    need = {str(k): draw(st.integers(0, 2)) for k in range(2)}
    return {
        "weeks": draw(st.integers(1, 4)),
        "need": {k: people for k, people in need.items() if people},
        "facility": draw(st.integers(0, 1)),
        "prerequisites": [draw(st.integers(0, n - 1))] if n and draw(st.booleans()) else [],
    }


def _tours(draw: st.DrawFn, post: int) -> list[Record]:
    """One post, whose people follow each other."""
    skills, turn = draw(st.sampled_from(([0], [1], [0, 1]))), draw(st.integers(4, WEEKS))
    ends = sorted({turn, WEEKS})
    begins = [0, *ends[:-1]]
    return [
        {"post": post, "skills": skills, "arrives": a, "leaves": b} for a, b in zip(begins, ends, strict=True)
    ]


def plan(case: Record) -> Reached:
    return plan_jobs(Instance(read(case)), LIMITS)


def plain(case: Record) -> Record:
    """The plain model's plan, proved best by its own count."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        answer = timetable_naive.ask(path, 600.0)
    assert answer.status == "optimal"
    assert answer.plan is not None
    return answer.plan


@given(small_cases())
@settings(max_examples=25, deadline=None)
def test_no_plan_is_behind_the_plain_model_and_no_bound_above_it(case: Record) -> None:
    ours, theirs = plan(case), judged(case, plain(case))
    mine = judged(case, written(ours.schedule))
    assert [] == mine.violations
    assert (mine.objective, mine.counts["seats short"]) <= (theirs.objective, theirs.counts["seats short"])
    assert ours.bound <= theirs.objective  # a plan with more seats short may lie below it


def test_a_serial_runs_short_rather_than_not_at_all() -> None:
    """One person with both skills cannot hold two seats at once; a week alone would drop every serial."""
    course = {"weeks": 2, "need": {"0": 1, "1": 1}, "facility": 0, "prerequisites": []}
    serial = {"course": 0, "number": 0, "earliest": 0, "due": 2, "weight": 1}
    person = {"post": 0, "skills": [0, 1], "arrives": 0, "leaves": WEEKS}
    case = {
        "weeks": WEEKS,
        "skills": 2,
        "closed_weeks": [],
        "facility_capacity": [1],
        "courses": [course],
        "serials": [serial],
        "people": [person],
    }
    mine = judged(case, written(plan(case).schedule))
    assert (0, 1) == (mine.objective, mine.counts["seats short"])
