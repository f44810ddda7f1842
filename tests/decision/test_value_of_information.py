"""Value of information against closed forms: normal and uniform details, categories, groups."""

import math

import numpy as np
import pytest

from cadre.decision.samples import Floats
from cadre.decision.smoothing import smoother, spline
from cadre.decision.value_of_information import Gain, Stakes, gain_at, partial, partial_of, perfect
from cadre.errors import BadInput

N = 10_000


def phi(z: float) -> float:
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)


def unit_loss(z: float) -> float:
    """Unit normal loss integral, phi(z) - z (1 - Phi(z)) (Raiffa and Schlaifer 1961, section 5.4)."""
    return phi(z) - z * math.erfc(z / math.sqrt(2)) / 2


def stakes(*options: Floats) -> Stakes:
    return Stakes(np.stack(options, axis=1)[:, :, None], np.ones((1, 1)))


@pytest.fixture(scope="module")
def linear() -> tuple[Stakes, Floats, Floats]:
    """Nothing against m + a X + b Y with X, Y standard normal: m = -1/2, a = 2, b = 1."""
    x, y = np.random.default_rng(11).normal(size=(2, N))
    return stakes(np.zeros(N), -0.5 + 2 * x + y), x, y


# Two options, linear and normal: EVPPI(X) = s unit_loss(|m| / s), s the standard deviation of
# E(difference | X) (Raiffa and Schlaifer 1961, chapter 5).


def test_the_gain_of_a_normal_detail_is_the_unit_normal_loss(
    linear: tuple[Stakes, Floats, Floats],
) -> None:
    at_stake, x, y = linear
    # se of max(0, a X + m) is sd / sqrt(n) = 1.2 / 100; four of them, rounded up.
    assert pytest.approx(2 * unit_loss(0.25), abs=0.05) == partial_of(at_stake, [x]).gain
    assert pytest.approx(1 * unit_loss(0.5), abs=0.03) == partial_of(at_stake, [y]).gain


def test_perfect_information_and_the_group_of_all_details_gain_the_same(
    linear: tuple[Stakes, Floats, Floats],
) -> None:
    at_stake, x, y = linear
    every = math.sqrt(5) * unit_loss(0.5 / math.sqrt(5))
    assert pytest.approx(every, abs=0.06) == perfect(at_stake)
    assert pytest.approx(every, abs=0.10) == partial_of(at_stake, [x, y]).gain


def test_the_gain_of_one_detail_is_not_the_loss_without_its_noise(
    linear: tuple[Stakes, Floats, Floats],
) -> None:
    """A wrong variant, which takes v itself for E(v | phi), gives EVPI for every detail."""
    at_stake, x, _ = linear
    wrong = perfect(at_stake)
    assert abs(wrong - 2 * unit_loss(0.25)) > 0.05
    assert partial_of(at_stake, [x]).gain < wrong - 0.05


def test_a_detail_of_no_effect_stays_below_its_floor_and_any_gain_is_told_with_it() -> None:
    luck = np.random.default_rng(3)
    at_stake = stakes(np.zeros(N), luck.normal(0.1, 1, N))
    gains = [partial_of(at_stake, [luck.normal(size=N)]) for _ in range(20)]
    # 1 in 20 lies above by chance; six or more of twenty have a chance of 3 in 10,000.
    assert sum(gain.is_real for gain in gains) < 6
    assert all(gain.floor > 0 for gain in gains)
    assert max(gain.gain for gain in gains) < 0.05


def test_without_permuting_noise_would_pass_for_a_gain() -> None:
    """The floor of a wrong variant, 0, lets a detail of no effect matter as often as not."""
    luck = np.random.default_rng(3)
    at_stake = stakes(np.zeros(N), luck.normal(0.0, 1, N))
    gains = [partial_of(at_stake, [luck.normal(size=N)]).gain for _ in range(20)]
    assert sum(Gain(gain, 0.0).is_real for gain in gains) > 6


def test_a_constant_detail_gains_exactly_nothing() -> None:
    at_stake = stakes(np.zeros(N), np.random.default_rng(3).normal(size=N))
    assert Gain(0.0, 0.0) == partial_of(at_stake, [np.full(N, 7.0)])


def test_categories_gain_the_mean_of_the_best_by_level() -> None:
    # Levels 0, 1, 2 with chances .5, .3, .2; A yields 0, B -1, 1, 2: now B (mean .2), then
    # .3 x 1 + .2 x 2 = .7, a gain of .5. The level is a name, not a number: a straight line would lose part.
    luck = np.random.default_rng(8)
    level = luck.choice(3, N, p=(0.5, 0.3, 0.2))
    names = np.array([4.0, 1.0, 9.0])[level]
    b = np.array([-1.0, 1.0, 2.0])[level] + luck.normal(0, 1, N)
    told = partial_of(stakes(np.zeros(N), b), [names])
    assert pytest.approx(0.5, abs=0.05) == told.gain
    assert told.is_real


def test_a_curved_effect_is_followed_where_a_straight_line_sees_nothing() -> None:
    # B yields X^2 - 1/3 with X uniform on [-1, 1], nothing on average.
    x = np.random.default_rng(9).uniform(-1, 1, N)
    at_stake = stakes(np.zeros(N), x**2 - 1 / 3)
    r = 1 / math.sqrt(3)
    closed = (1 - r**3) / 3 - (1 - r) / 3  # integral from r to 1 of x^2 - 1/3
    assert pytest.approx(closed, abs=0.01) == partial_of(at_stake, [x]).gain
    straight = np.column_stack([np.ones(N), x])
    coefficients: Floats = np.asarray(np.linalg.lstsq(straight, at_stake.flat, rcond=None)[0], np.float64)
    assert gain_at(at_stake, straight, coefficients) < 0.01


def test_an_interaction_is_seen_by_the_group_alone() -> None:
    # B yields X Y with X, Y = -1 or 1: each alone tells nothing, both together gain 1/2.
    luck = np.random.default_rng(10)
    x, y = luck.normal(size=(2, N))
    at_stake = stakes(np.zeros(N), x * y)
    assert not partial_of(at_stake, [x]).gain > 0.03
    assert pytest.approx(1 / math.pi, abs=0.03) == partial_of(at_stake, [x, y]).gain  # E|X| E|Y| / 2


def test_over_several_weights_the_gain_is_the_mean() -> None:
    luck = np.random.default_rng(12)
    x = luck.normal(size=N)
    values = np.zeros((N, 2, 2))
    values[:, 1, 0], values[:, 1, 1] = x, -0.5
    both = Stakes(values, np.array([[1.0, 0.0], [0.5, 0.5]]))
    apart = [partial_of(Stakes(values, np.array([w])), [x]).gain for w in ([1.0, 0.0], [0.5, 0.5])]
    assert pytest.approx(np.mean(apart)) == partial_of(both, [x]).gain
    assert pytest.approx(phi(0), abs=0.02) == apart[0]
    assert pytest.approx(0.5 * unit_loss(0.5), abs=0.02) == apart[1]


def test_a_gain_is_never_negative_and_never_above_perfect_information() -> None:
    luck = np.random.default_rng(13)
    x = luck.normal(size=(3, N))
    at_stake = stakes(*(x + luck.normal(size=(3, N))))
    for draws in ([x[0]], [x[1]], list(x)):
        assert 0 <= partial_of(at_stake, draws).gain <= perfect(at_stake)


def test_a_spline_holds_straight_lines_and_is_straight_beyond_its_knots() -> None:
    x = np.linspace(-3, 3, 1001)
    columns = np.column_stack([np.ones_like(x), *spline(x, (0.2, 0.4, 0.6, 0.8))])
    assert 4 == columns.shape[1]
    bent = np.diff(columns, 2, axis=0)
    assert pytest.approx(0, abs=1e-9) == np.abs(bent[:195]).max()
    assert pytest.approx(0, abs=1e-9) == np.abs(bent[-195:]).max()
    assert np.abs(bent[400:600]).max() > 1e-6


def test_points_of_one_quantity_stand_in_order_and_keep_the_mean() -> None:
    x, y = np.random.default_rng(14).normal(size=(2, 2000))
    smooth = smoother([x])
    assert list(smooth.at) == sorted(smooth.at)
    fitted = smooth.points @ smooth.coefficients(y[:, None])
    assert pytest.approx(y.mean()) == fitted.mean()


def test_no_options_and_no_numbers_are_refused() -> None:
    with pytest.raises(BadInput, match="options: found none, there must be at least one option and one repl"):
        Stakes(np.zeros((10, 0, 1)), np.ones((1, 1)))
    with pytest.raises(
        BadInput, match="outcomes: found 1 values without a finite number, must all be finite"
    ):
        stakes(np.zeros(3), np.array([0.0, np.nan, 1.0]))


def test_the_floor_is_the_gain_of_draws_set_against_other_futures() -> None:
    x, y = np.random.default_rng(14).normal(size=(2, 400))
    at_stake, smooth = stakes(np.zeros(400), y), smoother([x])
    shifted = [
        gain_at(at_stake, smooth.points, np.roll(smooth.basis, 20 * k, axis=0).T @ at_stake.flat)
        for k in range(1, 20)
    ]
    assert pytest.approx(max(shifted)) == partial(at_stake, smooth).floor


def test_functions_that_depend_on_each_other_are_left_out_however_few_the_futures() -> None:
    for n in (2, 3, 5, 30):
        x = np.random.default_rng(n).normal(size=n)
        smooth = smoother([x, 2 * x, x + 1])
        assert pytest.approx(np.eye(smooth.basis.shape[1]), abs=1e-9) == smooth.basis.T @ smooth.basis
        fitted = smooth.basis @ smooth.coefficients(x[:, None])
        assert pytest.approx(x, abs=1e-9) == fitted[:, 0]
