import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from cadre.forces.filling import neighbourhood, optimise
from cadre.forces.filling.construct import constructed
from cadre.forces.filling.optimise import Filling, fill, fillings
from cadre.forces.filling.pairs import pairs_of
from cadre.forces.filling.prices import first_prices
from cadre.forces.filling.problem import FillingProblem, OfferedPerson
from cadre.forces.filling.stay_dp import Grid
from cadre.forces.filling.violations import violations, worth_of
from cadre.solving import Limits, Status
from tests.forces.filling.made import best_by_trying, offered, post, problems

PROOF = Limits(gap=0.0, work=1.0, seconds=600.0)
"""Work decides; the seconds are never reached."""


def crowd(posts: int = 30, offers: int = 60, *, weeks: int = 40, seed: int = 1) -> FillingProblem:
    """A problem too wide to be tried, with fewer people than posts want."""
    rng = np.random.default_rng(seed)
    asked = tuple(
        replace(post(int(rng.integers(0, 9)), weeks - int(rng.integers(0, 9)), int(rng.integers(1, 5))))
        for _ in range(posts)
    )
    given_ = tuple(
        offered(int(rng.integers(1, 3)), weeks=(begins, begins + int(rng.integers(6, 20))), stay=(5, 13))
        for begins in rng.integers(0, weeks - 10, offers).tolist()
    )
    return FillingProblem(asked, given_)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_small_problems_are_filled_as_well_as_by_trying_everything(problem: FillingProblem) -> None:
    best = best_by_trying(problem)
    found = fill(problem, PROOF)
    assert () == violations(problem, found.stays)
    assert (found.worth, found.wrong) == worth_of(problem, found.stays)
    assert best.filled == found.worth == found.bound
    assert Status.OPTIMAL is found.result.status


@settings(max_examples=40, deadline=None)
@given(problems())
def test_every_bound_and_every_plan_on_the_way_enclose_the_best(problem: FillingProblem) -> None:
    best = best_by_trying(problem).filled
    for step in fillings(problem, PROOF):
        assert step.worth <= best <= step.bound
        assert () == violations(problem, step.stays)


@settings(max_examples=40, deadline=None)
@given(problems(), problems())
def test_a_further_offer_never_lowers_the_fill(problem: FillingProblem, other: FillingProblem) -> None:
    more = FillingProblem(problem.posts, problem.offers + other.offers)
    assert fill(problem, PROOF).worth <= fill(more, PROOF).worth


@settings(max_examples=30, deadline=None)
@given(problems())
def test_relaxing_the_least_stay_never_lowers_the_fill(problem: FillingProblem) -> None:
    relaxed = FillingProblem(problem.posts, tuple(replace(offer, least=1) for offer in problem.offers))
    assert fill(problem, PROOF).worth <= fill(relaxed, PROOF).worth


def test_of_plans_that_fill_alike_the_one_at_the_right_rank_is_kept() -> None:
    posts = (post(rank=1, closes=4), post(rank=2, closes=4))
    right = OfferedPerson(1, 0, 4, frozenset({"drill"}), 4, 4, rank=2)
    found = fill(FillingProblem(posts, (right, offered(weeks=(0, 4), stay=(4, 4)))), PROOF)
    assert (8, 0) == (found.worth, found.wrong)


def test_the_search_betters_its_plan_step_by_step_and_ends_near_the_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(optimise, "PROVABLE", 0)  # no proof at once: neighbourhoods have to do it
    monkeypatch.setattr(neighbourhood, "STAYS_AT_ONCE", 3000)
    problem = crowd()
    steps = list(fillings(problem, replace(PROOF, work=0.6)))
    for earlier, later in itertools.pairwise(steps):
        assert (earlier.worth, -earlier.wrong) <= (later.worth, -later.wrong)
        assert later.bound <= earlier.bound
    assert () == violations(problem, steps[-1].stays)
    assert steps[0].worth < steps[-1].worth
    assert steps[-1].gap <= 0.02


def test_the_proof_of_a_large_problem_agrees_with_the_search() -> None:
    problem = crowd(12, 24)
    found = fill(problem, PROOF)
    assert found.worth == found.bound
    assert Status.OPTIMAL is found.result.status


def test_the_same_problem_gives_the_same_plan_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(optimise, "PROVABLE", 0)
    few = replace(PROOF, work=0.2)
    once, again = (fill(crowd(10, 20, seed=3), few) for _ in range(2))
    assert once.stays == again.stays


def test_an_interrupt_keeps_the_best_plan() -> None:
    problem = crowd(12, 24)
    seen: list[Filling] = []

    def told(filling: Filling) -> None:
        seen.append(filling)
        if len(seen) == 2:
            raise KeyboardInterrupt

    kept = fill(problem, PROOF, report=told)
    assert seen[-1].stays == kept.stays
    assert Status.STOPPED is kept.result.status


def test_nobody_and_nothing_are_filled() -> None:
    assert 0 == fill(FillingProblem((), ())).worth
    assert 0 == fill(FillingProblem((post(),), ())).worth
    assert 0 == fill(FillingProblem((), (offered(),))).worth
    assert 10 == fill(FillingProblem((post(),), ())).result.objective


def test_the_result_tells_the_worth_left_open() -> None:
    result = fill(FillingProblem((post(priority=3),), (offered(),)), PROOF).result
    assert (3 * 4, 3 * 4) == (result.objective, result.bound)


def test_a_first_plan_uses_no_more_people_than_there_are() -> None:
    problem = crowd()
    people = np.array([offer.people for offer in problem.offers])
    grid = Grid(pairs_of(problem), len(problem.posts), problem.weeks)
    for share in (0.0, 0.5, 4.0):
        stays = constructed(grid, np.full(people.size, share), people)
        assert (np.bincount(grid.pairs.offer[stays[:, 0]], minlength=people.size) <= people).all()


def test_more_steps_never_raise_the_bound() -> None:
    problem = crowd()
    people = np.array([float(offer.people) for offer in problem.offers])
    prices = first_prices(Grid(pairs_of(problem), len(problem.posts), problem.weeks), people)
    bounds = []
    for _ in range(60):
        prices.improve(0.8 * problem.worth)
        bounds.append(prices.bound)
    assert bounds == sorted(bounds, reverse=True)
    assert bounds[-1] < bounds[0]
