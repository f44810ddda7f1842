from __future__ import annotations

import pytest

from cadre.solving.broken import Broken, broken
from cadre.timetable.projects.problem import ActivityJob, ActivityPlan, ActivityProblem, Adviser
from cadre.timetable.projects.violations import violations

COOK, BAKE = 0, 1
PROBLEM = ActivityProblem(
    (
        ActivityJob("dough", 2, ((BAKE, 1),)),
        ActivityJob("soup", 2, ((COOK, 1), (BAKE, 1)), release=1),
        ActivityJob("bread", 1, ((BAKE, 1),), after=(0,)),
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
    ("wrong", "report"),
    [
        (
            plan((0, 0, 2), soup=((1, BAKE), (2, COOK)), bread=((3, BAKE),)),
            broken("before-release", activity="soup", start=0, release=1),
        ),
        (
            plan((1, 3, 2), soup=((3, BAKE), (1, COOK)), bread=((1, BAKE),)),
            broken("before-end", activity="bread", start=2, before="dough", ends=3),
        ),
        (plan(bread=()), broken("crew-size", activity="bread", skill=1, needs=1, has=0)),
        (plan(bread=((0, BAKE), (1, BAKE))), broken("crew-size", activity="bread", skill=1, needs=1, has=2)),
        (plan(soup=((1, BAKE), (1, COOK))), broken("seats-of-one", person="bob", seats=2, activity="soup")),
        (plan(bread=((2, BAKE),)), broken("skill-missing", person="cid", skill=1, activity="bread")),
        (plan(bread=((9, BAKE),)), broken("no-such-person", activity="bread", person=9)),
        (plan((0, 3, 2)), broken("away", person="cid", begins=4, ends=6, activity="soup")),
        (plan((0, 1, 3)), broken("two-at-once", person="ann", one="dough", other="soup", period=1)),
        (ActivityPlan((0,), ((),)), broken("not-every-activity", activities=3)),
    ],
)
def test_each_rule_is_told_when_it_alone_is_broken(wrong: ActivityPlan, report: Broken) -> None:
    assert [report] == violations(PROBLEM, wrong)


def test_a_milestone_needs_nobody() -> None:
    problem = ActivityProblem(
        (ActivityJob("gate", 0, ((COOK, 1),)),), (person := Adviser("ann", frozenset()),)
    )
    assert violations(problem, ActivityPlan((0,), ((),))) == []
    assert person.skills == frozenset()
