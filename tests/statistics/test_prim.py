"""PRIM against boxes that were planted, and quasi-p against its binomial by hand."""

import numpy as np
import pytest

from cadre.statistics.arrays import Bools, Floats
from cadre.statistics.prim import LEAST_MASS, Box, find_box, measures, peel, quasi_p


def planted(n: int = 8000, noise: float = 0.0) -> tuple[Floats, Bools]:
    """Failures in 0.7 < x0 and x2 < 0.4 of five uniform quantities: 12 % of the futures."""
    luck = np.random.default_rng(5)
    x = luck.random((n, 5))
    fails = (x[:, 0] > 0.7) & (x[:, 2] < 0.4)
    return x, fails ^ (luck.random(n) < noise)


def test_a_planted_box_is_found_with_its_edges_and_nothing_else() -> None:
    x, fails = planted()
    box = find_box(x, fails)
    assert (0, 2) == box.limited
    # One peel takes a twentieth of what is left, which is the grain of an edge.
    assert pytest.approx(0.7, abs=0.05 * 0.3) == box.low[0]
    assert pytest.approx(0.4, abs=0.05 * 0.4) == box.high[2]
    told = measures(box, x, fails)
    assert told.coverage > 0.95
    assert told.density > 0.95
    assert pytest.approx(0.12, abs=0.01) == told.mass


def test_in_noise_the_planted_box_keeps_its_density() -> None:
    # A twentieth of the labels turned: 95 % inside fail, 5 % outside. Coverage .12 x .95 / (.12 x .95 + .88 x
    # .05) = 0.72; a box a twentieth too large has a density of .95 / 1.05 + .05 x .05 = 0.91.
    x, fails = planted(noise=0.05)
    box = find_box(x, fails)
    assert {0, 2} == set(box.limited)
    told = measures(box, x, fails)
    assert 0.90 < told.density < 0.97
    assert pytest.approx(0.72, abs=0.04) == told.coverage


def test_a_box_is_told_by_both_halves_of_the_futures() -> None:
    x, fails = planted(noise=0.05)
    box = find_box(x[::2], fails[::2])
    assert 0.88 < measures(box, x[1::2], fails[1::2]).density < 0.98


def test_failures_that_depend_on_nothing_leave_no_box() -> None:
    luck = np.random.default_rng(6)
    x, fails = luck.random((4000, 5)), luck.random(4000) < 0.3
    box = find_box(x[::2], fails[::2])
    # Whatever was found in one half, no limit of it may be significant in the other.
    assert all(quasi_p(box, k, x[1::2], fails[1::2]) > 0.01 for k in box.limited)


def test_peeling_never_leaves_a_box_that_is_too_small() -> None:
    x, fails = planted()
    sizes = [box.holds(x).mean() for box in peel(x, fails)]
    assert sizes == sorted(sizes, reverse=True)
    assert LEAST_MASS <= sizes[-1] < 1.1 * LEAST_MASS


def test_quasi_p_is_the_tail_of_a_binomial() -> None:
    # Ten points, five fail. The box x <= 3 holds three, all fail: P(Binomial(3, 1/2) >= 3) = 1/8.
    x = np.arange(1.0, 11.0)[:, None]
    fails = np.array([True] * 3 + [False] * 5 + [True] * 2)
    box = Box(np.array([-np.inf]), np.array([3.0]))
    assert pytest.approx(1 / 8) == quasi_p(box, 0, x, fails)
    two = Box(np.array([-np.inf]), np.array([4.0]))  # three of four: (4 + 1) / 16
    assert pytest.approx(5 / 16) == quasi_p(two, 0, x, fails)


def test_a_chance_of_more_instead_of_as_many_would_be_told_apart() -> None:
    # The wrong tail P(Binomial(3, 1/2) > 3) = 0 would make every pure box certain.
    x = np.arange(1.0, 11.0)[:, None]
    fails = np.array([True] * 3 + [False] * 5 + [True] * 2)
    assert quasi_p(Box(np.array([-np.inf]), np.array([3.0])), 0, x, fails) > 0.1


def test_where_all_fail_or_none_there_is_no_box() -> None:
    x = np.random.default_rng(1).random((100, 2))
    assert () == find_box(x, np.ones(100, bool)).limited
    assert () == find_box(x, np.zeros(100, bool)).limited


def test_whole_numbers_are_peeled_level_by_level() -> None:
    x = np.repeat(np.arange(4.0), 100)[:, None]
    fails = x[:, 0] >= 2
    box = find_box(x, fails)
    assert 2.0 == box.low[0]
    assert (1.0, 1.0, 0.5) == (
        (told := measures(box, x, fails)).coverage,
        told.density,
        told.mass,
    )
