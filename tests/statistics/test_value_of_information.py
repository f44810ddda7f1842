"""Value of information against closed forms: normal and uniform details, categories, groups."""

import math

import numpy as np
import pytest

from cadre.decision.weights import possible_weights
from cadre.errors import BadInput
from cadre.mission.preferences import Preferences
from cadre.statistics.arrays import Floats
from cadre.statistics.smoothing import smoother, spline
from cadre.statistics.value_of_information import (
    InformationGain,
    Stakes,
    gain_of,
    partial,
    partial_of,
    perfect,
    turned_by,
    turned_by_all,
    turned_by_weights,
)

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
    assert sum(InformationGain(gain, 0.0).is_real for gain in gains) > 6


def test_a_constant_detail_gains_exactly_nothing() -> None:
    at_stake = stakes(np.zeros(N), np.random.default_rng(3).normal(size=N))
    assert InformationGain(0.0, 0.0) == partial_of(at_stake, [np.full(N, 7.0)])


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
    assert gain_of(at_stake.fitted(straight, coefficients), np.ones(N), at_stake.weights) < 0.01


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
    with pytest.raises(BadInput, match="outcomes: found 1 value without a finite number, must all be finite"):
        stakes(np.zeros(3), np.array([0.0, np.nan, 1.0]))


def test_the_floor_is_the_gain_of_draws_set_against_other_futures() -> None:
    x, y = np.random.default_rng(14).normal(size=(2, 400))
    at_stake, smooth = stakes(np.zeros(400), y), smoother([x])
    shifted = []
    for k in range(1, 20):
        coefficients = np.roll(smooth.basis, 20 * k, axis=0).T @ at_stake.flat
        fitted = at_stake.fitted(smooth.points, coefficients)
        shifted.append(gain_of(fitted, smooth.counts, at_stake.weights))
    assert pytest.approx(max(shifted)) == partial(at_stake, smooth).floor


def test_functions_that_depend_on_each_other_are_left_out_however_few_the_futures() -> None:
    for n in (2, 3, 5, 30):
        x = np.random.default_rng(n).normal(size=n)
        smooth = smoother([x, 2 * x, x + 1])
        assert pytest.approx(np.eye(smooth.basis.shape[1]), abs=1e-9) == smooth.basis.T @ smooth.basis
        fitted = smooth.basis @ smooth.coefficients(x[:, None])
        assert pytest.approx(x, abs=1e-9) == fitted[:, 0]


# ---- in the decision's own terms


def linear_in_one_detail(luck: np.random.Generator, n: int) -> tuple[Stakes, Floats]:
    """B reaches x - .2 more than A and costs 10 more, x uniform on [-1, 1]; targets count alone.

    Unknown, A is chosen (the mean is -.2). Known, B is where x > .2, which has a chance of .4: the gain is
    the integral of (x - .2) / 2 from .2 to 1, .16, and the cost rises by .4 x 10.
    """
    x = luck.uniform(-1, 1, n)
    targets = np.stack([np.zeros(n), x - 0.2 + luck.normal(0, 0.3, n)], axis=1)
    amounts = np.stack([targets, np.tile([0.0, 10.0], (n, 1))], axis=2)
    return Stakes(targets[:, :, None], np.ones((1, 1)), amounts), x


def test_a_detail_is_told_in_how_often_the_choice_changes_and_what_that_brings() -> None:
    at_stake, x = linear_in_one_detail(np.random.default_rng(20), N)
    told = turned_by(at_stake, smoother([x]))
    assert pytest.approx(0.16, abs=4 * told.error + 0.002) == told.value.gain
    assert pytest.approx(0.4, abs=0.02) == told.changes.mean
    targets, cost = told.amounts
    assert pytest.approx(told.value.gain, abs=0.002) == targets.mean  # targets count alone
    assert pytest.approx(10 * told.changes.mean) == cost.mean
    assert targets.is_real
    assert cost.is_real


def test_levels_are_chosen_at_one_by_one() -> None:
    luck = np.random.default_rng(21)
    level = luck.choice(3, N, p=(0.5, 0.3, 0.2))
    b = np.array([-1.0, 1.0, 2.0])[level]  # mean .2: B unknowing, A at the first level
    values = np.stack([np.zeros(N), b], axis=1)[:, :, None]
    told = turned_by(Stakes(values, np.ones((1, 1)), values), smoother([level.astype(np.float64)]))
    share = float((level == 0).mean())
    assert pytest.approx((share,) * 3) == (told.changes.mean, told.value.gain, told.amounts[0].mean)


def test_the_standard_error_is_that_of_repeated_futures() -> None:
    found = []
    for seed in range(60):
        at_stake, x = linear_in_one_detail(np.random.default_rng([22, seed]), 1000)
        told = turned_by(at_stake, smoother([x]))
        found.append((told.value.gain, told.error))
    gains, errors = np.array(found).T
    # The standard deviation of 60 gains is known to 9 %; four of them, and the knots move, too.
    assert pytest.approx(errors.mean(), rel=0.4) == gains.std(ddof=1)
    assert pytest.approx(0.16, abs=4 * errors.mean() / np.sqrt(60) + 0.003) == gains.mean()


def test_knowing_every_future_turns_the_choice_wherever_another_option_is_better() -> None:
    at_stake, _ = linear_in_one_detail(np.random.default_rng(23), N)
    told = turned_by_all(at_stake)
    assert pytest.approx((perfect(at_stake),) * 2) == (told.value.gain, told.amounts[0].mean)
    assert float((at_stake.values[:, 1, 0] > 0).mean()) == told.changes.mean


def test_knowing_the_priorities_gains_what_the_integral_over_the_weights_says() -> None:
    # A = (1, 0), B = (0, .5). By the mean weights A; known, B where w < 1/3: the gain is the integral of
    # (1 - w)/2 - w from 0 to 1/3, 1/12.
    values = np.tile(np.array([[1.0, 0.0], [0.0, 0.5]]), (50, 1, 1))
    even = (np.arange(3000) + 0.5) / 3000
    told = turned_by_weights(Stakes(values, np.column_stack([even, 1 - even]), values))
    assert pytest.approx(1 / 12, abs=1e-4) == told.value.gain
    assert pytest.approx(1 / 3, abs=1e-3) == told.changes.mean
    assert pytest.approx((-1 / 3, 1 / 6), abs=1e-3) == tuple(a.mean for a in told.amounts)
    assert told.error < 1e-15  # nothing differs between these futures


def test_thousands_of_even_weights_give_three_digits_where_32_drawn_ones_give_one() -> None:
    # Three options, each best on one of three criteria: E max w = 11/18 of a flat simplex, 1/3 unknowing.
    values = np.tile(np.eye(3), (10, 1, 1))
    gains = [
        turned_by_weights(Stakes(values, possible_weights(Preferences(), 2048, seed)[1], values)).value.gain
        for seed in range(10)
    ]
    # The mean of the drawn weights differs a little from a third, too, so each is exact to .001.
    assert pytest.approx(11 / 18 - 1 / 3, abs=0.001) == np.array(gains)
    few = []
    for seed in range(10):
        drawn = np.random.default_rng(seed).exponential(size=(32, 3))
        weights = drawn / drawn.sum(axis=1, keepdims=True)
        few.append(turned_by_weights(Stakes(values, weights, values)).value.gain)
    assert np.abs(np.array(few) - (11 / 18 - 1 / 3)).max() > 0.02


def test_weights_are_met_in_blocks_as_well_as_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    luck = np.random.default_rng(24)
    x, values = luck.random(400), luck.normal(size=(400, 3, 3))
    at_stake = Stakes(values, possible_weights(Preferences(), 64, 1)[1], values)
    whole = turned_by(at_stake, smoother([x]))
    monkeypatch.setattr("cadre.statistics.value_of_information.BLOCK", 5000)
    parts = turned_by(at_stake, smoother([x]))
    assert pytest.approx(whole.value.gain) == parts.value.gain
    assert pytest.approx(whole.changes.mean) == parts.changes.mean
    assert pytest.approx(np.array([a.mean for a in whole.amounts])) == [a.mean for a in parts.amounts]
