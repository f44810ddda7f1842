"""The search over orders: populations follow each other, and the best is never lost."""

from __future__ import annotations

import pytest

from cadre.timetable.projects import search
from cadre.timetable.projects.problem import ActivityGoal, ActivityJob, ActivityProblem
from cadre.timetable.projects.search import Individual, OrderSearch
from cadre.timetable.projects.tables import tables_of
from tests.timetable.projects.cases import COOK, person

ROW = ActivityProblem(
    tuple(ActivityJob(str(a), a % 4 + 1, ((COOK, 1),)) for a in range(9)), (person("p", COOK),)
)
"""One cook does nine things: every order is as long, so that a population settles at once."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "STALE", 10)
    monkeypatch.setattr(search, "POPULATION", 6)


def begun(problem: ActivityProblem = ROW) -> OrderSearch:
    made = OrderSearch(problem, tables_of(problem))
    made.start()
    return made


@pytest.mark.usefixtures("quick")
def test_a_population_that_has_settled_gives_way_to_another_and_the_best_stays() -> None:
    made = begun()
    heard: list[Individual] = []
    while len(made.champions) < 5:
        made.step()
        if made.best is not None:
            heard.append(made.best)
    assert heard == sorted(heard, key=lambda one: one.fitness, reverse=True)
    assert made.best is not None
    assert made.best.fitness <= min(one.fitness for one in made.champions)


@pytest.mark.usefixtures("quick")
def test_the_fourth_population_begins_with_the_best_of_those_before_it() -> None:
    made = begun()
    while len(made.champions) < 2:
        made.step()
    assert not set(made.champions).intersection(made.population)
    while len(made.champions) < 3:
        made.step()
    assert set(made.champions) <= set(made.population)


@pytest.mark.usefixtures("quick")
def test_where_no_order_gives_a_plan_any_more_the_best_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    made = begun()
    while not made.champions:
        made.step()
    monkeypatch.setattr(search, "serial", lambda *given: None)
    made.population, made.leader, made.stale = [], None, 9
    made.step()
    assert made.population == made.champions


def test_lateness_is_searched_as_well() -> None:
    late = ActivityProblem(ROW.activities, ROW.people, ActivityGoal.LATENESS)
    made = begun(late)
    for _ in range(2000):
        made.step()
    assert made.best is not None
    ends = added = 0
    for length in sorted(activity.duration for activity in ROW.activities):
        ends += length
        added += ends
    assert added == made.best.fitness[0]  # one person, all due at 0: the shortest first is best
