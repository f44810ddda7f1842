from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.forces.filling.pairs import pairs_of
from cadre.forces.filling.problem import FillingProblem
from cadre.forces.filling.stay_dp import Grid, best_sequences, stays_in, stays_near
from tests.forces.filling.made import best_by_trying, offered, post, problems


def grid_of(problem: FillingProblem, wrong_costs: float = 0.0) -> Grid:
    return Grid(pairs_of(problem), len(problem.posts), problem.weeks, wrong_costs)


def test_one_post_takes_the_stays_whose_worth_is_above_their_price() -> None:
    problem = FillingProblem((post(priority=2),), (offered(), offered(weeks=(5, 10))))
    found = best_sequences(grid_of(problem), np.array([3.0, 11.0]))
    assert 2 * 10 - 2 * 3 == found.best[-1, 0]  # two of the first, none of the dear second
    cheap = best_sequences(grid_of(problem), np.array([3.0, 1.0]))
    assert 2 * 10 - 3 - 1 == cheap.best[-1, 0]
    dear = best_sequences(grid_of(problem), np.array([9.0, 11.0]))
    assert 2 * 6 - 9 == dear.best[-1, 0]
    assert 10 == (stays_in(cheap)[:, 2] - stays_in(cheap)[:, 1]).sum()


def test_stays_that_stand_are_left_alone() -> None:
    grid = grid_of(FillingProblem((post(),), (offered(9),)))
    found = best_sequences(grid, np.zeros(1), np.array([[0, 3, 6]]))
    assert [[0, 0, 3], [0, 6, 10]] == sorted(stays_in(found).tolist())
    assert [] == stays_in(best_sequences(grid, np.zeros(1), np.array([[0, 1, 5], [0, 5, 9]]))).tolist()


@settings(max_examples=60, deadline=None)
@given(problems(), st.integers(0, 5), st.sampled_from((0.0, 0.25)))
def test_sequences_are_worth_what_is_told_and_best_for_each_post_alone(
    problem: FillingProblem, price: int, wrong_costs: float
) -> None:
    grid = grid_of(problem, wrong_costs)
    found = best_sequences(grid, np.full(len(problem.offers), float(price)))
    stays = stays_in(found)
    worth = grid.rate[stays[:, 0]] * (stays[:, 2] - stays[:, 1]) - price
    posts = grid.pairs.post[stays[:, 0]]
    np.testing.assert_allclose(found.best[-1], np.bincount(posts, worth, minlength=grid.posts))
    back = best_sequences(grid.mirror, np.full(len(problem.offers), float(price)))
    np.testing.assert_allclose(found.best[-1], back.best[-1])


@settings(max_examples=40, deadline=None)
@given(problems())
def test_free_people_without_number_fill_each_post_as_well_as_it_can_be(problem: FillingProblem) -> None:
    best = best_sequences(grid_of(problem), np.zeros(len(problem.offers))).best[-1]
    for number, one in enumerate(problem.posts):
        willing = [offer for offer in problem.offers if number not in offer.refuses_posts]
        many = tuple(replace(offer, people=8, refuses_posts=frozenset()) for offer in willing)
        assert best_by_trying(FillingProblem((one,), many)).filled == best[number]


@settings(max_examples=40, deadline=None)
@given(problems(), st.integers(0, 4))
def test_stays_near_the_best_are_those_whose_sequences_lose_no_more(
    problem: FillingProblem, loss: int
) -> None:
    grid, prices = grid_of(problem), np.full(len(problem.offers), 1.0)
    found = {tuple(stay) for stay in stays_near(grid, prices, float(loss)).tolist()}
    assert set(map(tuple, stays_in(best_sequences(grid, prices)).tolist())) <= found
    best = best_sequences(grid, prices).best[-1]
    for pair, begins, ends in map(tuple, stays_near(grid, prices, 99.0).tolist()):
        stands = np.array([[pair, begins, ends]])
        post, rate = grid.pairs.post[pair], grid.rate[pair]
        kept = best_sequences(grid, prices, stands).best[-1, post] + rate * (ends - begins) - 1.0
        assert ((pair, begins, ends) in found) == (best[post] - kept <= loss)


def test_no_more_stays_are_looked_for_than_asked() -> None:
    grid = grid_of(FillingProblem((post(),), (offered(9),)))
    assert 9 == len(stays_near(grid, np.zeros(1), 99.0, most=1))
    assert 9 + 8 + 7 + 6 + 5 == len(stays_near(grid, np.zeros(1), 99.0))
