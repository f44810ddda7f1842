from __future__ import annotations

import pytest

from cadre.timetable.projects.problem import Activity, ActivityPlan, ActivityProblem, Adviser
from cadre.timetable.projects.violations import violations

COOK, BAKE = 0, 1
PROBLEM = ActivityProblem(
    (
        Activity("dough", 2, ((BAKE, 1),)),
        Activity("soup", 2, ((COOK, 1), (BAKE, 1)), release=1),
        Activity("bread", 1, ((BAKE, 1),), after=(0,)),
    ),
    (
        Adviser("ann", frozenset({BAKE})),
        Adviser("bob", frozenset({COOK, BAKE})),
        Adviser("cid", frozenset({COOK}), ((4, 6),)),
        Adviser("dan", frozenset({BAKE})),
    ),
)
GOOD = ActivityPlan((0, 2, 4), (((0, BAKE),), ((0, BAKE), (2, COOK)), ((1, BAKE),)))


def plan(starts: tuple[int, ...] = GOOD.starts, **crews: tuple[tuple[int, int], ...]) -> ActivityPlan:
    names = [activity.id for activity in PROBLEM.activities]
    people = tuple(crews.get(name, crew) for name, crew in zip(names, GOOD.people, strict=True))
    return ActivityPlan(starts, people)


def test_a_sound_plan_breaks_nothing() -> None:
    assert violations(PROBLEM, GOOD) == []


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (plan((0, 0, 2), soup=((1, BAKE), (2, COOK)), bread=((3, BAKE),)), "before its release"),
        (plan((1, 3, 2), soup=((3, BAKE), (1, COOK)), bread=((1, BAKE),)), "before dough ends"),
        (plan(bread=()), "needs 1 of skill 1 and has 0"),
        (plan(bread=((0, BAKE), (1, BAKE))), "needs 1 of skill 1 and has 2"),
        (plan(soup=((1, BAKE), (1, COOK))), "bob fills 2 seats of soup"),
        (plan(bread=((2, BAKE),)), "cid does not hold skill 1"),
        (plan(bread=((9, BAKE),)), "who does not exist"),
        (plan((0, 3, 2)), "cid is away"),
        (plan((0, 1, 3)), "ann is on dough and soup in period 1"),
        (ActivityPlan((0,), ((),)), "every activity"),
    ],
)
def test_each_rule_is_told_when_it_alone_is_broken(broken: ActivityPlan, told: str) -> None:
    found = violations(PROBLEM, broken)
    assert found
    assert all(told in sentence for sentence in found)


def test_a_milestone_needs_nobody() -> None:
    problem = ActivityProblem((Activity("gate", 0, ((COOK, 1),)),), (person := Adviser("ann", frozenset()),))
    assert violations(problem, ActivityPlan((0,), ((),))) == []
    assert person.skills == frozenset()
