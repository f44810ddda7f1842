"""The checkers of plan files: a plan that keeps all rules, and for each rule a plan that breaks only it."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from benchmarks.checks import forces, mspsp, timetable

MSPSP = """
nActs = 3; dur = [2, 3, 0]; % a comment
nSkills = 2;
sreq = [| 1,1, | 1,0, | 0,1, |];
nResources = 2;
mastery = [| true,false, | true,true, |];
nPrecs = 1;
pred = [1];
succ = [3];
"""
"""Activity 0 takes both people, 1 either, 2 takes no time and comes after 0."""
GOOD_MSPSP: dict[str, Any] = {"start": [0, 2, 2], "people": [[[0, 0], [1, 1]], [[1, 0]], []]}

FORCES: dict[str, Any] = {
    "weeks": 40,
    "least_stint_weeks": 8,
    "longest_tour_weeks": 26,
    "posts": [
        {"skill": 1, "rank": 1, "opens": 0, "closes": 40, "priority": 3},
        {"skill": 2, "rank": 3, "opens": 0, "closes": 40, "priority": 1},
    ],
    "offers": [
        {"skills": [1, 2], "rank": 2, "arrives": 2, "leaves": 40, "people": 2, "refuses_posts": []},
        {"skills": [1], "rank": 1, "arrives": 0, "leaves": 20, "people": 1, "refuses_posts": [1]},
    ],
}
GOOD_FORCES = {
    "stints": [
        {"offer": 1, "post": 0, "start": 0, "end": 8},
        {"offer": 0, "post": 0, "start": 8, "end": 34},
    ]
}

TIMETABLE: dict[str, Any] = {
    "weeks": 60,
    "closed_weeks": [20],
    "facility_capacity": [1, 1],
    "skills": 2,
    "courses": [
        {"weeks": 4, "need": {"0": 1}, "facility": 0, "prerequisites": []},
        {"weeks": 2, "need": {"0": 1, "1": 1}, "facility": 1, "prerequisites": [0]},
    ],
    "serials": [
        {"course": 0, "number": 0, "earliest": 0, "due": 4, "weight": 2},
        {"course": 0, "number": 1, "earliest": 0, "due": 6, "weight": 3},
        {"course": 1, "number": 0, "earliest": 2, "due": 8, "weight": 1},
    ],
    "people": [
        {"skills": [0], "arrives": 0, "leaves": 58},
        {"skills": [0, 1], "arrives": 0, "leaves": 12},
    ],
}
GOOD_TIMETABLE: dict[str, Any] = {
    "serials": [
        {"start": 0, "people": [[0, 0]]},
        {"start": 4, "people": [[0, 0]]},
        {"start": 8, "people": [[1, 1]]},
    ]
}


@pytest.fixture
def cases(tmp_path: Path) -> dict[str, Path]:
    paths = {name: tmp_path / name for name in ("mspsp", "forces", "timetable")}
    paths["mspsp"].write_text(MSPSP, encoding="utf-8")
    paths["forces"].write_text(json.dumps(FORCES), encoding="utf-8")
    paths["timetable"].write_text(json.dumps(TIMETABLE), encoding="utf-8")
    return paths


def test_an_activity_plan_that_keeps_the_rules_is_worth_its_last_end(cases: dict[str, Path]) -> None:
    judged = mspsp.judge(cases["mspsp"], GOOD_MSPSP)
    assert judged.violations == []
    assert judged.objective == 5


@pytest.mark.parametrize(
    ("part", "value", "fault"),
    [
        ("start", [0, 2, 1], "activity 2 starts before activity 0 is over"),
        ("start", [-1, 2, 2], "activity 0 starts before period 0"),
        ("start", [0, 1, 2], "person 1 is in activities 0 and 1 at once"),
        ("people", [[[0, 0], [1, 1]], [], []], "activity 1 does not have the people it needs"),
        ("people", [[[1, 0], [1, 1]], [[1, 0]], []], "somebody fills two seats of activity 0"),
        ("people", [[[1, 0], [0, 1]], [[1, 0]], []], "person 0 does not hold skill 1 used in activity 0"),
        ("people", [[[0, 0], [1, 1]], [[7, 0]], []], "person 7 of activity 1 does not exist"),
        ("start", [0, 2], "the plan does not speak of every activity"),
    ],
)
def test_each_rule_of_activities_is_seen(
    cases: dict[str, Path], part: str, value: list[Any], fault: str
) -> None:
    assert [fault] == mspsp.judge(cases["mspsp"], GOOD_MSPSP | {part: value}).violations


def test_a_force_plan_that_keeps_the_rules_is_worth_priority_times_weeks(cases: dict[str, Path]) -> None:
    judged = forces.judge(cases["forces"], GOOD_FORCES)
    assert judged.violations == []
    assert judged.objective == 3 * 34
    assert judged.counts == {"weeks at the wrong rank": 26}


@pytest.mark.parametrize(
    ("stints", "fault"),
    [
        ([(0, 0, 20, 41)], "outside the post's window"),
        ([(1, 0, 10, 21)], "outside the offer's window"),
        ([(0, 0, 2, 9)], "too short or too long"),
        ([(0, 0, 2, 29)], "too short or too long"),
        ([(1, 1, 0, 8)], "without the skill"),
        ([(0, 1, 2, 10), (0, 0, 2, 10), (0, 0, 10, 20)], "offer 0 has 2 people and sends 3"),
        ([(0, 0, 2, 12), (1, 0, 11, 19)], "two people in one post"),
        ([(0, 2, 2, 12)], "no such post or offer"),
    ],
)
def test_each_rule_of_stints_is_seen(
    cases: dict[str, Path], stints: list[tuple[int, ...]], fault: str
) -> None:
    named = [dict(zip(("offer", "post", "start", "end"), stint, strict=True)) for stint in stints]
    assert any(told.startswith(fault) for told in forces.judge(cases["forces"], {"stints": named}).violations)


@pytest.mark.parametrize(
    ("change", "fault"), [({"rank": 3}, "two rank bands away"), ({"refuses_posts": [0]}, "refused by")]
)
def test_rank_and_refusal_are_seen(tmp_path: Path, change: dict[str, Any], fault: str) -> None:
    case = deepcopy(FORCES)
    case["offers"][0] |= change
    (tmp_path / "case").write_text(json.dumps(case), encoding="utf-8")
    told = forces.judge(tmp_path / "case", GOOD_FORCES).violations
    assert len(told) == 1
    assert told[0].startswith(fault)


def test_a_timetable_that_keeps_the_rules_costs_weeks_late_and_counts_seats(cases: dict[str, Path]) -> None:
    judged = timetable.judge(cases["timetable"], GOOD_TIMETABLE)
    assert judged.violations == []
    assert judged.objective == 3 * 2 + 1 * 2  # ends in 8, due 6; ends in 10, due 8
    assert judged.counts == {"seats": 4, "seats short": 1, "dropped": 0}


def test_a_dropped_serial_costs_forty_weeks(cases: dict[str, Path]) -> None:
    plan = deepcopy(GOOD_TIMETABLE)
    plan["serials"][2] = {"start": None, "people": []}
    judged = timetable.judge(cases["timetable"], plan)
    assert judged.objective == 3 * 2 + 40
    assert judged.counts == {"seats": 2, "seats short": 0, "dropped": 1}


@pytest.mark.parametrize(
    ("serial", "placed", "fault"),
    [
        (1, (33, [[0, 0]]), "serial 1 starts in week 33, out of its window"),
        (1, (18, [[0, 0]]), "serial 1 touches a closed week"),
        (1, (0, []), "serial 1 starts before the one before it of its course"),
        (1, (3, []), "facility 0 holds 2 serials in week 3"),
        (2, (3, [[1, 1]]), "serial 2 does not wait for course 0"),
        (2, (8, [[0, 1]]), "person 0 does not hold skill 1 used in serial 2"),
        (2, (8, [[1, 1], [1, 0]]), "somebody fills two seats of serial 2"),
        (1, (4, [[0, 0], [1, 0]]), "serial 1 has too many people of skill 0"),
        (2, (11, [[1, 1]]), "person 1 is not there for the whole of serial 2"),
        (2, (7, [[0, 0]]), "person 0 is in serials 1 and 2 in week 7"),
        (2, (None, [[1, 1]]), "serial 2 is dropped and has people"),
    ],
)
def test_each_rule_of_timetables_is_seen(
    cases: dict[str, Path], serial: int, placed: tuple[int | None, list[Any]], fault: str
) -> None:
    plan = deepcopy(GOOD_TIMETABLE)
    plan["serials"][serial] = {"start": placed[0], "people": placed[1]}
    assert fault in timetable.judge(cases["timetable"], plan).violations


def test_a_serial_whose_prerequisite_is_dropped_must_be_dropped(cases: dict[str, Path]) -> None:
    plan = deepcopy(GOOD_TIMETABLE)
    plan["serials"][0] = {"start": None, "people": []}
    assert timetable.judge(cases["timetable"], plan).violations == ["serial 2 does not wait for course 0"]
