from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings

from cadre.solving import Limits, Result, Status
from cadre.timetable.projects.optimise.rounds import RoundResult, plan_activities
from cadre.timetable.projects.problem import ActivityGoal, ActivityJob, ActivityProblem, objective_of
from cadre.timetable.projects.violations import violations
from tests.timetable.projects.cases import BAKE, COOK, least, person, problems

LIMITS = Limits(gap=0.0, work=2.0, seconds=60.0)
ANN, CID = person("ann", COOK), person("cid", COOK, BAKE)

KITCHEN = ActivityProblem(
    (
        ActivityJob("soup", 3, ((COOK, 1),)),
        ActivityJob("bread", 2, ((BAKE, 1),)),
        ActivityJob("feast", 2, ((COOK, 1), (BAKE, 1)), after=(1,)),
        ActivityJob("cake", 2, ((BAKE, 1),)),
    ),
    (ANN, CID),
)
"""Cid bakes 6 periods, and the feast needs both: 6 is the least."""


def shop(activities: int = 30) -> ActivityProblem:
    """Draw a case that stays open for a while: ten people, four skills, two predecessors each."""
    chance = Random(7)
    acts = []
    for a in range(activities):
        needs = tuple((k, chance.randint(1, 2)) for k in sorted(chance.sample(range(4), 2)))
        after = tuple(sorted(chance.sample(range(a), min(a, 2)))) if a % 3 == 0 else ()
        acts.append(ActivityJob(str(a), chance.randint(1, 9), needs, after))
    people = tuple(person(str(p), p % 4, chance.randrange(4)) for p in range(10))
    return ActivityProblem(tuple(acts), people)


def planned(problem: ActivityProblem, *, work: float = 2.0, workers: int = 1, seed: int = 0) -> RoundResult:
    return plan_activities(problem, limits=replace(LIMITS, work=work, workers=workers, seed=seed))


def test_a_small_case_reaches_its_known_optimum() -> None:
    outcome = planned(KITCHEN)
    assert (6.0, 6.0, Status.OPTIMAL) == (
        outcome.result.objective,
        outcome.result.bound,
        outcome.result.status,
    )


def test_a_need_that_nobody_can_fill_is_infeasible() -> None:
    problem = ActivityProblem((ActivityJob("feast", 1, ((COOK, 1), (BAKE, 1))),), (CID,))
    outcome = planned(problem)
    assert (None, Status.INFEASIBLE) == (outcome.plan, outcome.result.status)


def test_too_little_time_is_proved_infeasible() -> None:
    outcome = planned(replace(KITCHEN, over_by=5))
    assert (None, Status.INFEASIBLE) == (outcome.plan, outcome.result.status)


def test_just_enough_time_is_enough() -> None:
    problem = replace(KITCHEN, over_by=6)
    outcome = planned(problem)
    assert outcome.plan is not None
    assert violations(problem, outcome.plan) == []


@settings(max_examples=40, deadline=None)
@given(problems())
def test_trying_everything_agrees(problem: ActivityProblem) -> None:
    outcome = planned(problem)
    assert outcome.plan is not None
    assert violations(problem, outcome.plan) == []
    assert outcome.result.objective == objective_of(problem, outcome.plan.starts)
    assert outcome.result.bound <= least(problem) <= outcome.result.objective
    if outcome.result.status is Status.OPTIMAL:
        assert least(problem) == outcome.result.objective


@settings(max_examples=15, deadline=None)
@given(problems(aims=(ActivityGoal.MAKESPAN,)))
def test_one_more_person_never_lengthens_the_optimum(problem: ActivityProblem) -> None:
    more = replace(problem, people=(*problem.people, CID))
    fewer, after = planned(problem).result, planned(more).result
    assert after.bound <= fewer.objective
    if fewer.status is after.status is Status.OPTIMAL:
        assert after.objective <= fewer.objective


def test_the_same_seed_gives_the_same_plan_on_one_worker_and_two() -> None:
    one, again, two = (planned(shop(), work=0.3, workers=w) for w in (1, 1, 2))
    assert Status.FEASIBLE is one.result.status
    assert one.plan == again.plan == two.plan
    assert (one.result.objective, one.result.bound) == (two.result.objective, two.result.bound)


def test_another_seed_gives_another_plan() -> None:
    assert planned(shop(), work=0.1).plan != planned(shop(), work=0.1, seed=1).plan


def test_more_work_never_makes_it_worse() -> None:
    values = [planned(shop(), work=work).result for work in (0.01, 0.1, 0.4)]
    assert sorted(values, key=lambda r: (-r.objective, r.bound)) == values


def test_every_result_told_is_at_least_as_good_as_the_one_before() -> None:
    heard: list[Result] = []
    plan_activities(shop(), limits=replace(LIMITS, work=0.3), report=heard.append)
    assert len(heard) > 2
    assert sorted(heard, key=lambda r: (-r.objective, r.bound)) == heard


def test_ctrl_c_keeps_the_best_plan() -> None:
    heard: list[Result] = []

    def press(result: Result) -> None:
        heard.append(result)
        if len(heard) == 2:
            raise KeyboardInterrupt

    outcome = plan_activities(shop(), limits=LIMITS, report=press)
    assert Status.STOPPED is outcome.result.status
    assert outcome.plan is not None
    assert violations(shop(), outcome.plan) == []
    assert outcome.result.objective <= heard[0].objective


def test_nothing_to_do_is_done_at_once() -> None:
    assert planned(ActivityProblem((), ())).result.objective == 0.0
