"""Other ways lead to the same objective: another solver, trying everything, and rules that are relaxed."""

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.mission import Mission
from cadre.programme.construction import found, held
from cadre.programme.model import build
from cadre.programme.neighbourhood_search import improved
from cadre.programme.optimise import plan_programme
from cadre.programme.prices import objective
from cadre.programme.relaxation import ECONOMY, relaxation_of
from cadre.programme.violations import violations
from cadre.solving import Limits, Result
from cadre.solving.optimise import Solver, solve
from tests.programme.made import EXACT, basic, made, posts, school

FEATURES: dict[str, dict[str, Any]] = {
    "hosts, guards and a ceiling": {
        "skills.drill.hosts_at_start": 1,
        "courses.basic.foreign_at_least": 0.5,
        "courses.basic.instructors": {"drill": 2},
        "courses.basic.teaches": ["drill"],
        "courses.basic.teaches_on": 0.1,
        "sites.school.facilities": {"room": 2},
        "support": {"guards": {"role": "guard", "step": {"up_to_1": 1, "up_to_3": 2, "above": 3}}},
        "ceiling": 4,
    },
    "losses, beds and works": {
        "courses.basic.passes": 0.8,
        "courses.basic.repeats": 0.5,
        "courses.basic.drops_out": 0.02,
        "competences.soldier.leaves": 0.05,
        "sites.school.beds": 14,
        "recruits.men.at_start": 40,
        "recruits.men.a_year": 100,
        "capabilities.unit.floor_after_exit": 2,
        "projects": {
            "works": {
                "activities": {"build": {"weeks": 6, "advisers": {"advice": 1}}},
                "effects": {"adds": {"school": {"room": 1, "beds": 14}}},
            }
        },
    },
}


@pytest.mark.parametrize("features", FEATURES)
def test_two_solvers_agree(features: str) -> None:
    lp = build(school(FEATURES[features]), 4).lp
    exact = Limits(gap=1e-7, work=100.0, seconds=600.0)
    first = lp.objectives[0]
    solvers: tuple[Solver, ...] = ("highs", "scip")
    results = [solve(lp.only([first]), exact, solver)[0] for solver in solvers]
    assert results[0].objective == pytest.approx(results[1].objective, abs=1e-4)


def test_trying_every_plan_finds_none_better() -> None:
    mission = school(
        {
            "sites.school.facilities": {"room": 2},
            "ceiling": 2,
            "recruits.men.at_start": 25,
            "competences.soldier.leaves": 0.1,
        }
    )
    best = min(_all_objectives(mission))
    programme = plan_programme(mission, EXACT, period_weeks=4)
    assert objective(programme, mission)[0] == pytest.approx(best, abs=1e-4)


def _all_objectives(mission: Mission) -> list[float]:
    """Give the first objective of every sound plan of full or half-full serials in the first six periods."""
    reached = []
    for serials in product(((0, 0.0), (1, 10.0), (1, 5.0), (2, 20.0), (2, 15.0)), repeat=6):
        if sum(people for _, people in serials) > 25:
            continue
        batches = [basic(p, n, people) for p, (n, people) in enumerate(serials) if n]
        programme = made(mission, batches, [posts("trainer", 2)])
        if not violations(programme, mission):
            reached.append(objective(programme, mission)[0])
    return reached


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(
    st.integers(0, 3),
    st.integers(1, 2),
    st.integers(0, 60),
    st.sampled_from(("ceiling", "sites.school.facilities", "recruits.men.at_start")),
)
def test_relaxing_a_rule_never_worsens_the_programme(ceiling: int, rooms: int, men: int, rule: str) -> None:
    tight = {
        "ceiling": ceiling,
        "sites.school.facilities": {"room": rooms},
        "recruits.men.at_start": men,
        "support": {"guards": {"role": "guard", "ratio": 0.5}},
    }
    loose = {
        "ceiling": ceiling + 2,
        "sites.school.facilities": {"room": rooms + 1},
        "recruits.men.at_start": 99,
    }
    before, after = (
        plan_programme(school(changes), EXACT).result for changes in (tight, tight | {rule: loose[rule]})
    )
    assert before is not None
    assert after is not None
    assert after.objective <= before.objective + 1e-4


@pytest.mark.parametrize("features", FEATURES)
def test_the_relaxation_bounds_the_best_from_below(features: str) -> None:
    mission = school(FEATURES[features])
    told = relaxation_of(mission, 1, EXACT)
    programme = plan_programme(mission, EXACT)
    assert told is not None
    first, cost, _ = objective(programme, mission)
    assert told.value <= first + ECONOMY * cost + 1e-6


def test_what_is_found_along_a_relaxation_is_a_sound_plan_no_worse_than_nothing() -> None:
    mission = school(FEATURES["hosts, guards and a ceiling"])
    draft = build(mission, 4)
    told = relaxation_of(mission, 4, EXACT)
    assert told is not None
    point, by_seconds = found(draft, told, EXACT)
    assert not by_seconds
    assert point is not None
    nothing = objective(made(mission), mission)[0]
    assert float(draft.lp.objectives[0] @ point.values[: draft.lp.objectives[0].size]) < nothing


def test_the_same_mission_gives_the_same_programme() -> None:
    mission = school(FEATURES["losses, beds and works"])
    one, two = (plan_programme(mission) for _ in range(2))
    assert (one.serials, one.posts, one.targets) == (two.serials, two.posts, two.targets)


def test_improving_never_worsens_a_plan_and_more_work_never_helps_less() -> None:
    mission = school(FEATURES["losses, beds and works"])
    told = relaxation_of(mission, 4, EXACT)
    assert told is not None
    lower, upper = held(told.draft, [np.zeros(y.size, np.int64) for y in told.draft.serials], {})
    _, nothing = solve(told.draft.lp.only(told.draft.lp.objectives, lower, upper), EXACT)
    assert nothing is not None
    goal = told.draft.lp.objectives[0]
    reached = [
        float(goal @ improved(told, nothing.values, Limits(gap=1e-6, work=work)).values)
        for work in (0.0, 1e-6, 1.0)
    ]
    assert float(goal @ nothing.values) > reached[-1]
    assert reached == sorted(reached, reverse=True)


def test_whoever_asks_is_told_of_each_better_plan_with_its_bound() -> None:
    told: list[Result] = []
    plan_programme(school(FEATURES["losses, beds and works"]), EXACT, report=told.append)
    values = [result.objective for result in told]
    assert values
    assert values == sorted(values, reverse=True)
    assert all(result.bound <= result.objective + 1e-6 for result in told)


def test_a_mission_of_projects_alone_is_improved_without_groups_of_courses() -> None:
    works = {"activities": {"build": {"weeks": 8, "advisers": {"advice": 1}}}}
    mission = school({"projects": {"works": works}, "courses.basic.held": False, "mission.horizon": 104})
    told = relaxation_of(mission, 4, EXACT)
    assert told is not None
    lower, upper = held(told.draft, [np.zeros(y.size, np.int64) for y in told.draft.serials], {})
    _, nothing = solve(told.draft.lp.only(told.draft.lp.objectives, lower, upper), EXACT)
    assert nothing is not None
    goal = told.draft.lp.objectives[0]
    unmet = replace(told, value=told.value - 1.0)  # so that it goes on to the end of a round
    better = improved(unmet, nothing.values, Limits(gap=1e-9, work=1.0)).values
    assert float(goal @ better) < float(goal @ nothing.values)
