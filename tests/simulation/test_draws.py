"""What nobody knows yet: outer draws and their rank correlations."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from cadre.errors import BadInput
from cadre.mission.quantity import quantity_in
from cadre.simulation.draws import Draws, draw, quantile
from tests.simulation.made import FULL, full


def test_a_known_quantity_is_not_among_the_draws() -> None:
    draws = draw(full(), seed=1, outer=4)
    assert "recruits.army.a_year" in draws.sampled
    assert "recruits.army.at_start" not in draws.sampled
    assert [30, 30, 30, 30] == draws.of("recruits.army.at_start").tolist()


def test_what_it_costs_to_find_out_is_no_part_of_the_future() -> None:
    question = {"question": "?", "learning_costs": {"low": 1, "high": 2}}
    mission = full(mandate={"asks": "x", "open": {"q": question}})
    assert not [path for path in draw(mission, seed=1, outer=2).sampled if path.startswith("mandate")]


def test_draws_follow_the_quantity() -> None:
    values = draw(full(), seed=1, outer=20_000).of("courses.basic.passes")
    quantity = full().courses["basic"].passes
    low, high = quantity.numbers[0], quantity.numbers[2]
    a = 1 + 4 * (quantity.numbers[1] - low) / (high - low)
    assert 1e-6 < stats.kstest(values, stats.beta(a, 6 - a, low, high - low).cdf).pvalue


@pytest.mark.parametrize("likely", [0.0, 0.02, 0.3, 0.5, 0.77, 1.0])
def test_the_spline_of_a_pert_keeps_to_its_exact_quantiles(likely: float) -> None:
    u = np.concatenate([np.linspace(0.0007, 0.9993, 999), [1e-12, 1e-6, 1 - 1e-6, 2.0**-53, 1 - 2.0**-53]])
    quantity = quantity_in({"min": 0, "likely": likely, "max": 1}, "share")
    assert np.abs(quantile(quantity, u) - quantity.at(u)).max() < 1e-7


def rank_correlation(draws: Draws, pair: tuple[str, str]) -> float:
    """Pearson's correlation of the ranks."""
    ranks = [stats.rankdata(draws.of(path)) for path in pair]
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def test_rank_correlations_are_met() -> None:
    """Standard error of a rank correlation is at most 1 / sqrt(n - 1)."""
    n = 20_000
    draws = draw(full(), seed=1, outer=n)
    for correlation in full().correlations:
        assert abs(rank_correlation(draws, correlation.between) - correlation.rank) < 4 / np.sqrt(n - 1)


def test_without_correlations_the_same_pair_is_independent() -> None:
    """So that the test above can fail."""
    n = 20_000
    draws = draw(full(correlations=[]), seed=1, outer=n)
    pair = full().correlations[0].between
    assert abs(rank_correlation(draws, pair)) < 4 / np.sqrt(n - 1)


def test_correlations_that_contradict_each_other_are_refused() -> None:
    three = ("recruits.army.a_year", "courses.basic.passes", "competences.aid.leaves")
    pairs = [(three[0], three[1], 0.9), (three[1], three[2], 0.9), (three[0], three[2], -0.9)]
    mission = full(correlations=[{"between": [a, b], "rank": rank} for a, b, rank in pairs])
    with pytest.raises(BadInput, match="rank correlations that contradict each other"):
        draw(mission, seed=1, outer=2)


def test_an_option_that_settles_one_quantity_leaves_the_others_as_they_were() -> None:
    settled = full(recruits={"army": FULL["recruits"]["army"] | {"a_year": 200}})
    before, after = draw(full(), seed=1, outer=50), draw(settled, seed=1, outer=50)
    for path in after.sampled:
        assert before.of(path).tolist() == after.of(path).tolist()


def test_more_draws_leave_the_first_as_they_were() -> None:
    few, many = draw(full(), seed=1, outer=7), draw(full(), seed=1, outer=900)
    for path in few.sampled:
        assert few.of(path).tolist() == many.of(path)[:7].tolist()


@pytest.mark.parametrize("rank", [1, -1])
def test_two_quantities_may_move_as_one(rank: int) -> None:
    first, second = full().correlations[0].between
    draws = draw(full(correlations=[{"between": [first, second], "rank": rank}]), seed=1, outer=400)
    assert np.isclose(rank_correlation(draws, (first, second)), rank)


def test_three_quantities_of_which_two_settle_the_third_are_drawn() -> None:
    """The normals add up to 0, and the matrix is singular."""
    uncertain = [path for path, q in full().quantities.items() if not q.is_known and q.shape != "choices"]
    a, b, c = [path for path in uncertain if not path.startswith(("mandate.", "offers."))][:3]
    rank = float(np.arcsin(-0.5 / 2) * 6 / np.pi)
    pairs = [{"between": pair, "rank": rank} for pair in ([a, b], [b, c], [a, c])]
    n = 20_000
    draws = draw(full(correlations=pairs), seed=1, outer=n)
    for pair in ((a, b), (b, c), (a, c)):
        assert abs(rank_correlation(draws, pair) - rank) < 4 / np.sqrt(n - 1)
