"""What is assumed and what records say make what is now known: exactly, and honestly wide."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.stats import beta, gamma

from cadre.mission import Mission
from cadre.tracking.evidence import Kind, RateEvidence, Tally
from cadre.tracking.updating import NothingLeft, Ways, posterior
from tests.simulation import small

ALONE = Ways(half_life_weeks=1e12, doubt=0.0, alike=(0.0,))
"""Everybody passes alone, no range errs, no record ages: then closed forms are known."""
LIKELY = 0.75
A, B = 1 + 4 * LIKELY, 5 - 4 * LIKELY
"""PERT on [0, 1] is this beta distribution."""


def assumed(passes: Any) -> Mission:
    return small.mission(courses=small.course(passes=passes))


def counted(
    *pieces: tuple[float, float], kind: Kind = "share", age: float = 0, weeks: float = 1
) -> RateEvidence:
    path = "courses.basic.passes" if kind == "share" else "recruits.army.a_year"
    return RateEvidence(path, kind, tuple(Tally(k, n, age, (), weeks) for k, n in pieces))


WIDE = assumed({"min": 0, "likely": LIKELY, "max": 1})


@pytest.mark.parametrize("pieces", [[(212, 301)], [(0, 4)], [(9, 12), (3, 12), (11, 11)]])
def test_it_is_the_beta_distribution_where_that_is_exact(pieces: list[tuple[float, float]]) -> None:
    now = posterior(WIDE, counted(*pieces), ALONE)
    k, n = sum(k for k, _ in pieces), sum(n for _, n in pieces)
    exact = beta(A + k, B + n - k)
    assert now.mean == pytest.approx(exact.mean(), abs=1e-5)
    assert [float(now.at(q)) for q in (0.1, 0.5, 0.9)] == pytest.approx(exact.ppf([0.1, 0.5, 0.9]), abs=0.006)


def test_a_rate_is_the_gamma_distribution_cut_to_its_range() -> None:
    of = small.mission(recruits={"army": {"title": "Army", "a_year": {"low": 50, "high": 450}}})
    now = posterior(of, counted((180, 1.5), kind="rate"), ALONE)
    exact = gamma(181, scale=1 / 1.5)
    assert now.mean == pytest.approx(exact.mean(), rel=0.001)
    assert float(now.at(0.9)) == pytest.approx(exact.ppf(0.9), rel=0.01)


def test_a_record_of_half_weight_is_as_good_as_half_a_record() -> None:
    ways = Ways(half_life_weeks=52, doubt=0.0, alike=(0.0,))
    old = posterior(WIDE, counted((40, 80), age=52), ways)
    assert old.mean == pytest.approx(posterior(WIDE, counted((20, 40)), ways).mean)


def test_a_share_a_week_acts_over_the_weeks_of_a_course() -> None:
    of = small.mission(courses=small.course(drops_out={"low": 0, "high": "20%"}))
    found = RateEvidence("courses.basic.drops_out", "share", (Tally(271, 1000, 0, (), 3),))
    assert posterior(of, found, ALONE).mean == pytest.approx(0.1, abs=0.005)


def test_classes_that_differ_leave_a_wider_range_than_people_who_pass_alone() -> None:
    classes = counted(*[(10, 10), (2, 10)] * 8)
    alone, together = posterior(WIDE, classes, ALONE), posterior(WIDE, classes, Ways(1e12, 0.0))
    assert width(together) > 1.5 * width(alone)
    even = counted(*[(6, 10)] * 16)
    assert width(posterior(WIDE, even, Ways(1e12, 0.0))) < 1.2 * width(posterior(WIDE, even, ALONE))


def width(quantity: Any) -> float:
    return float(quantity.at(0.9) - quantity.at(0.1))


def test_records_beyond_the_range_are_believed_in_the_end() -> None:
    of = assumed({"min": "80%", "likely": "90%", "max": "95%"})
    some = [float(posterior(of, counted(*[(5, 10)] * n)).at(0.5)) for n in (1, 3, 9, 27)]
    assert some == sorted(some, reverse=True)
    assert some[-1] < 0.6
    assert float(posterior(of, counted(*[(5, 10)] * 27), ALONE).at(0.5)) > 0.79


def test_a_site_that_has_not_opened_opens_later() -> None:
    of = small.mission(sites={"home": {"opens": {"low": "2020-02-01", "high": "2020-06-01"}}})
    day = of.mission.starts.toordinal() + 70
    late = RateEvidence("sites.home.opens", "beyond", (Tally(day, 1, 0, ()),))
    assert posterior(of, late).low > day
    over = RateEvidence("sites.home.opens", "beyond", (Tally(day + 200, 1, 0, ()),))
    with pytest.raises(NothingLeft):
        posterior(of, over)


@pytest.mark.parametrize(("off", "covers"), [(0.0, True), (0.12, False)])
def test_eighty_percent_ranges_hold_eighty_percent(off: float, covers: bool) -> None:
    """Truths drawn from what was assumed; with truths that lie off it, the check fails."""
    chance, held, runs = np.random.default_rng(15), 0, 300
    for _ in range(runs):
        truth = min(1.0, beta(A, B).ppf(chance.random()) + off)
        size = np.full(4, 15)
        passed = chance.binomial(size, np.clip(truth - 2 * off, 0, 1))
        now = posterior(WIDE, counted(*zip(passed, size, strict=True)), ALONE)
        held += float(now.at(0.1)) <= truth <= float(now.at(0.9))
    error = 4 * np.sqrt(0.8 * 0.2 / runs)
    assert (abs(held / runs - 0.8) <= error) == covers
