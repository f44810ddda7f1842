"""The kernel's samplers invert the distributions exactly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from cadre.simulation.kernel.sampling import binomial, poisson

CENTRE = np.linspace(0.00123, 0.99871, 211)
TAILS = np.array([1.1e-9, 1.1e-6, 1 - 1.1e-6, 1 - 1.1e-9])
"""None of them a step of a distribution tried, where rounding decides."""


def poisson_at(u: float, mean: float) -> int:
    chunks = int(mean // 64)
    return int(poisson(u, mean, np.exp(-(mean - 64 * chunks)), chunks))


@pytest.mark.parametrize("n", [1, 2, 7, 24, 100, 1000, 3000])
@pytest.mark.parametrize("p", [1e-6, 0.004, 0.1, 0.37, 0.5, 0.63, 0.9, 0.999])
def test_the_binomial_is_the_exact_inverse(n: int, p: float) -> None:
    u = np.concatenate([CENTRE, TAILS])
    expected = stats.binom.ppf(u, n, p)
    assert expected.tolist() == [binomial(float(v), n, p) for v in u]


@pytest.mark.parametrize(("n", "p"), [(100_000, 0.5), (100_000, 0.03), (100_000, 0.97), (20_000, 0.2)])
def test_a_binomial_too_large_for_a_float_is_the_exact_inverse(n: int, p: float) -> None:
    expected = stats.binom.ppf(CENTRE, n, p)
    assert expected.tolist() == [binomial(float(u), n, p) for u in CENTRE]


@pytest.mark.parametrize("mean", [0.001, 0.7, 5.75, 63.9, 64.0, 200.0, 958.0, 5000.0])
def test_the_poisson_is_the_exact_inverse(mean: float) -> None:
    u = np.concatenate([CENTRE, TAILS])
    expected = stats.poisson.ppf(u, mean)
    assert expected.tolist() == [poisson_at(float(v), mean) for v in u]


@settings(max_examples=300)
@given(st.floats(1e-6, 1 - 1e-6), st.integers(0, 400), st.floats(0, 1, allow_subnormal=False))
def test_any_binomial_is_the_exact_inverse_up_to_the_last_bits_of_u(u: float, n: int, p: float) -> None:
    k = binomial(u, n, p)
    assert stats.binom.cdf(k, n, p) >= u - 1e-12
    assert k == 0 or stats.binom.cdf(k - 1, n, p) < u + 1e-12


@settings(max_examples=200)
@given(st.floats(1e-6, 1 - 1e-6), st.integers(0, 300), st.floats(0.01, 0.99))
def test_more_people_never_draw_fewer(u: float, n: int, p: float) -> None:
    assert binomial(u, n, p) <= binomial(u, n + 1, p)


def test_nobody_none_and_all_need_no_luck() -> None:
    assert (0, 0, 9) == (binomial(0.9, 0, 0.5), binomial(0.9, 9, 0.0), binomial(0.1, 9, 1.0))


def test_the_ends_of_the_uniforms_end_the_walk() -> None:
    """Where the sum of all terms rounds to less than u."""
    last = 1 - 2.0**-53
    assert 0 < binomial(last, 1000, 0.3) <= 1000
    assert 100 < poisson_at(last, 100.0) < 300
    assert 0 == binomial(2.0**-53, 50, 0.3)
