from __future__ import annotations

from hypothesis import given, settings

from cadre.solving import Status
from cadre.timetable.projects.generate import serial
from cadre.timetable.projects.naming import named
from cadre.timetable.projects.optimise.model import Answer, Call, Effort, SolverQuestion, formulate
from cadre.timetable.projects.optimise.questions import Asker, Question
from cadre.timetable.projects.problem import ActivityProblem, objective_of, topological
from cadre.timetable.projects.search import OrderSearch
from cadre.timetable.projects.tables import tables_of
from cadre.timetable.projects.violations import violations
from tests.timetable.projects.cases import least, problems


def asked(problem: ActivityProblem, ask: SolverQuestion) -> Answer:
    return Call(formulate(problem, tables_of(problem), ask), Effort(2.0, 60.0)).run()


@settings(max_examples=40, deadline=None)
@given(problems())
def test_the_model_reaches_the_least_objective_with_a_sound_plan(problem: ActivityProblem) -> None:
    answer = asked(problem, SolverQuestion(least(problem)))
    assert Status.OPTIMAL is answer.status
    assert answer.draft is not None
    plan = named(problem, tables_of(problem), answer.draft)
    assert violations(problem, plan) == []
    assert least(problem) == objective_of(problem, plan.starts) == answer.bound


@settings(max_examples=40, deadline=None)
@given(problems())
def test_nothing_below_the_least_objective_is_found(problem: ActivityProblem) -> None:
    assert Status.INFEASIBLE is asked(problem, SolverQuestion(least(problem) - 1)).status


@settings(max_examples=40, deadline=None)
@given(problems())
def test_the_relaxation_never_refuses_what_can_be_reached(problem: ActivityProblem) -> None:
    assert Status.OPTIMAL is asked(problem, SolverQuestion(least(problem), staffed=False)).status


@settings(max_examples=40, deadline=None)
@given(problems())
def test_a_part_freed_gives_a_sound_plan_no_worse(problem: ActivityProblem) -> None:
    draft = serial(tables_of(problem), topological(problem))
    assert draft is not None
    value = objective_of(problem, draft.starts)
    answer = asked(problem, SolverQuestion(value, near=draft, free=frozenset({0, 1})))
    assert answer.draft is not None
    assert violations(problem, named(problem, tables_of(problem), answer.draft)) == []
    assert least(problem) <= objective_of(problem, answer.draft.starts) <= value


@given(problems())
def test_a_refusal_raises_the_bound_by_no_more_than_is_proved(problem: ActivityProblem) -> None:
    search = OrderSearch(problem, tables_of(problem))
    search.start()
    for kind, free, bound in (("bound", None, 8), ("whole", None, 8), ("part", frozenset({0}), 0)):
        asker = Asker(problem, search, 0, 0)
        asker.learn(Question(kind, SolverQuestion(7, free=free), 0.1), Answer(Status.INFEASIBLE))
        assert bound == asker.bound
        asker.learn(Question(kind, SolverQuestion(9, free=free), 0.1), Answer(Status.NOT_FOUND))
        assert bound == asker.bound
