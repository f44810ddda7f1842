"""The plain CP-SAT models: valid plans, and the least objective, on cases small enough to know it.

The peers of other libraries are looked at by the same checkers in `make bench`; they are not installed here.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.checks import forces, mspsp, timetable
from benchmarks.peers import forces_naive, mspsp_naive, timetable_naive
from tests.benchmarks.test_checks import FORCES, MSPSP, TIMETABLE

ENDLESS = 60.0
"""Seconds that these cases never need: they are proved at once."""


def test_the_plain_model_of_activities_finds_the_least_makespan(tmp_path: Path) -> None:
    case = tmp_path / "case.dzn"
    case.write_text(MSPSP, encoding="utf-8")
    answer = mspsp_naive.ask(case, ENDLESS)
    judged = mspsp.judge(case, answer.plan or {})
    assert judged.violations == []
    assert judged.objective == answer.objective == answer.bound == 5


def test_the_plain_model_of_posts_fills_all_that_can_be_filled(tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    case.write_text(json.dumps(FORCES), encoding="utf-8")
    answer = forces_naive.ask(case, ENDLESS)
    judged = forces.judge(case, answer.plan or {})
    assert judged.violations == []
    assert judged.objective == answer.objective == answer.bound == 3 * 40 + 26


def test_the_plain_model_of_serials_is_late_as_little_as_can_be(tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    case.write_text(json.dumps(TIMETABLE), encoding="utf-8")
    answer = timetable_naive.ask(case, ENDLESS)
    judged = timetable.judge(case, answer.plan or {})
    assert judged.violations == []
    assert judged.objective == answer.objective == answer.bound == 3 * 2
