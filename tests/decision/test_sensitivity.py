"""Sensitivity against the Ishigami function's known indices, switching values against crossings by hand."""

import numpy as np
import pytest

from cadre.decision.analysis import Weighing
from cadre.decision.samples import Drawn, drawn
from cadre.decision.sensitivity import (
    RankingFunction,
    detail_switches,
    effects,
    envelope,
    leads,
    sobol,
    weight_switches,
)
from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.statistics.arrays import Floats
from tests.words.plainly import said_of

A, B = 7.0, 0.1


def ishigami(x: Floats) -> Floats:
    return np.asarray(np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0]))


# Ishigami and Homma 1990: V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2, V_1 = (1 + b pi^4/5)^2 / 2, V_2 = a^2/8,
# V_13 = 8 b^2 pi^8 / 225.
V = A**2 / 8 + B * np.pi**4 / 5 + B**2 * np.pi**8 / 18 + 0.5
FIRST = [0.5 * (1 + B * np.pi**4 / 5) ** 2 / V, A**2 / 8 / V, 0.0]
TOTAL = [FIRST[0] + 8 * B**2 * np.pi**8 / 225 / V, FIRST[1], 8 * B**2 * np.pi**8 / 225 / V]


def test_the_closed_forms_are_the_published_figures() -> None:
    assert pytest.approx([0.3139, 0.4424, 0.0], abs=5e-5) == FIRST
    assert pytest.approx([0.5576, 0.4424, 0.2437], abs=5e-5) == TOTAL


@pytest.fixture(scope="module")
def futures() -> tuple[dict[str, Drawn], Floats]:
    x = np.random.default_rng(4).uniform(-np.pi, np.pi, (20_000, 3))
    return {f"x{k}": drawn(x[:, k]) for k in range(3)}, ishigami(x)[:, None]


def test_first_order_indices_come_from_the_same_futures(futures: tuple[dict[str, Drawn], Floats]) -> None:
    (found,) = effects(*futures)
    # Twenty classes blunt x2, whose effect turns four times in its range, by some 3 %.
    assert pytest.approx(FIRST, abs=0.02) == [e.index for e in found]


def test_uncorrected_shares_of_variance_would_see_what_is_not_there(
    futures: tuple[dict[str, Drawn], Floats],
) -> None:
    """The wrong variant SSB / SST of noise over 20 classes is 19 / n: with 200 futures a tenth."""
    few = {k: drawn(x.values[:200]) for k, x in futures[0].items()}
    noise = np.random.default_rng(1).normal(size=(200, 40))
    corrected = [e.index for of in effects(few, noise) for e in of]
    assert np.mean(corrected) < 0.045  # half of the noise is cut off at 0, the rest is small
    ordered = noise[few["x0"].order].reshape(20, 10, 40).mean(axis=1)
    assert pytest.approx(19 / 199, abs=0.02) == (ordered.var(axis=0) / noise.var(axis=0)).mean()


def test_sobol_indices_by_salib_are_the_published_ones() -> None:
    found = sobol(ishigami, {f"x{k}": (-np.pi, np.pi) for k in range(3)}, base=1024, seed=3)
    for index, (of, first, total) in enumerate(zip(found.values(), FIRST, TOTAL, strict=True)):
        assert pytest.approx(first, abs=2 * of.first_half_width + 0.01) == of.first, index
        assert pytest.approx(total, abs=2 * of.total_half_width + 0.01) == of.total, index


def test_a_tornado_shows_the_means_at_both_ends() -> None:
    # y = 2x, x uniform: the lowest tenth has a mean of .05, the highest of .95.
    x = np.random.default_rng(5).random(10_000)
    ((e,),) = effects({"x": drawn(x)}, 2 * x[:, None])
    assert pytest.approx((0.1, 1.9), abs=0.01) == (e.at_low, e.at_high)
    assert pytest.approx(1.0, abs=0.005) == e.index


def test_a_quantity_that_never_differs_has_no_effect() -> None:
    ((e,),) = effects({"x": drawn(np.full(100, 3.0))}, np.arange(100.0)[:, None])
    assert 0.0 == e.index


def test_outcomes_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(BadInput) as refused:
        effects({"x": drawn(np.arange(3.0))}, np.array([[1.0], [np.nan], [2.0]]))
    told = "outcomes: found 1 value without a finite number, must all be finite; correct the simulation"
    assert told == str(refused.value)


# ---- switching values


def test_the_ranking_flips_where_lines_cross(mission: Mission) -> None:
    # A yields .3, B yields x: B leads from .3 on.
    x = np.random.default_rng(6).random(10_000)
    ranking = RankingFunction(("a", "b"), np.column_stack([np.full_like(x, 0.3), x]))
    changed = mission.changed({"competences.aider.posted": {"low": 0, "high": 1}})
    (told,) = detail_switches(changed, ranking, {"competences.aider.posted": x})
    assert pytest.approx(0.3, abs=0.005) == told.at
    assert ("a", "b", "detail", "share") == (told.below, told.above, told.kind, told.unit)
    assert "share posted of aider: from 30 % on, “B” leads; below that, “A”." == said_of(
        mission, told.reason, {"a": "A", "b": "B"}
    )


def test_a_lead_that_is_short_is_passed_over() -> None:
    leader = np.array([0] * 50 + [1] * 4 + [0] * 6 + [1] * 40)
    assert [(60, 0, 1)] == list(leads(leader))
    assert [] == list(leads(np.zeros(100, np.int64)))


def test_an_upper_envelope_changes_where_its_lines_cross() -> None:
    # On t: 1 - t, .6, t: the middle leads from .4 to .6.
    found = list(envelope([1.0, 0.6, 0.0], [0.0, 0.6, 1.0]))
    assert [(0, 1), (1, 2)] == [(below, above) for _, below, above in found]
    assert pytest.approx([0.4, 0.6]) == [at for at, _, _ in found]
    assert [] == list(envelope([1.0, 0.0], [1.0, 0.5]))


def test_a_weight_is_told_where_another_option_takes_the_lead(mission: Mission) -> None:
    weighing = Weighing(
        "stated", {"outcome": 0.3, "cost": 0.7}, {"outcome": 0, "cost": 9}, {"outcome": 1, "cost": 0}
    )
    ranking = RankingFunction(("nothing", "big"), np.zeros((1, 2)))
    means = np.array([[0.0, 1.0], [0.8, 0.2]])
    first, second = weight_switches(weighing, ranking, means)
    # t .8 + (1 - t) .2 >= (1 - t): t = .5, and the same seen from the cost.
    assert pytest.approx((0.5, 0.5)) == (first.at, second.at)
    assert ("nothing", "big", 0.3) == (first.below, first.above, first.now)
    assert ("big", "nothing", 0.7) == (second.below, second.above, second.now)
    expected = "Weight of weighted share of targets met: from 50 % on, “Big” leads; below that, “Nothing”."
    assert expected == said_of(mission, first.reason, {"nothing": "Nothing", "big": "Big"})
