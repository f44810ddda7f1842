"""What is assumed and what records say make what is now known: exactly, and honestly wide."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.stats import beta, gamma

from cadre.mission import Mission
from cadre.tracking.evidence import Kind, RateEvidence, Tally, evidence
from cadre.tracking.records import Records
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


def learning(ratio: Any, **given: Any) -> Mission:
    half = {"min": 0, "likely": 0.5, "max": 1}
    return small.mission(courses=small.course(passes=half, learns={"fails": ratio, **given}))


def held(passed: list[int], of: Mission) -> RateEvidence:
    """Classes of ten, one after the other, each with what it passed."""
    rows: dict[str, Any] = {}
    for n, people in enumerate(passed):
        on = str(of.date_of(n))
        about = {"on": on, "reported_on": on, "reported_by": "home", "serial": f"basic@home/{n}"}
        rows[f"s{n}"] = about | {"what": "started", "course": "basic", "site": "home", "people": 10}
        rows[f"e{n}"] = about | {"what": "ended", "people": 10, "passed": people}
    told = evidence(Records.model_validate({"serials": rows}), of, of.date_of(len(passed)))
    return next(one for one in told if one.path == "courses.basic.passes")


def test_passes_of_a_course_that_has_learnt_are_not_taken_for_those_before() -> None:
    """With half as many failing at each doubling, 6 and then 8, 8, 9, ... of ten is the same course."""
    of = learning("50%", at_least="1%")
    found = held([6, 8, 8, 9, 9, 9, 9], of)
    assert [0, 1, 1, 2, 2, 2, 2] == [piece.doublings for piece in found.pieces]
    assert posterior(of, found, ALONE).mean == pytest.approx(0.6, abs=0.06)
    never = learning("100%")
    assert posterior(never, held([6, 8, 8, 9, 9, 9, 9], never), ALONE).mean > 0.75


def test_serials_held_before_the_first_day_make_the_next_doubling_later() -> None:
    of = learning("50%", held_before=2)
    assert [0, 0, 0, 1, 1] == [piece.doublings for piece in held([5] * 5, of).pieces]


def test_what_is_left_in_the_end_is_kept_to() -> None:
    """Half of those who failed always fail: 8 of 10 late in the mission come of 6 of 10 at first."""
    of = learning("50%", at_least="50%")
    found = RateEvidence("courses.basic.passes", "share", (Tally(800, 1000, 0, (), doublings=9),))
    assert posterior(of, found, ALONE).mean == pytest.approx(0.6, abs=0.01)


def test_a_doubtful_ratio_leaves_more_doubt() -> None:
    piece = (Tally(800, 1000, 0, (), doublings=2),)
    found = RateEvidence("courses.basic.passes", "share", piece)
    known, doubtful = (
        posterior(learning(ratio, at_least="1%"), found, ALONE)
        for ratio in ("80%", {"min": "60%", "likely": "80%", "max": "100%"})
    )
    assert width(doubtful) > 2 * width(known)


def test_what_hosts_pass_alone_is_a_part_of_the_rate() -> None:
    found = RateEvidence("courses.basic.passes", "share", (Tally(450, 1000, 0, (), part=0.9),))
    assert posterior(WIDE, found, ALONE).mean == pytest.approx(0.5, abs=0.01)
