"""Samples: what is read, what is refused, and spreads against Student's closed form."""

import numpy as np
import pytest

from cadre.decision.samples import attributes, criteria, half_width, samples_of, spread
from cadre.errors import BadInput
from cadre.mission import Mission
from tests.decision.made import Planned, make_outcome


def test_criteria_name_the_look_beyond_exit_and_the_currency(mission: Mission) -> None:
    by_id = {k.id: k for k in criteria(mission)}
    assert "Minimum levels held 2 years after exit" == by_id["lasting"].title
    assert "EUR" == by_id["cost"].unit
    assert ["outcome", "lasting", "cost", "exposure", "posts", "years", "filled"] == list(by_id)


def test_attributes_are_those_of_the_posts_needed_at_the_peak(planned: Planned) -> None:
    told = attributes(planned[1])
    assert (13.0, 10.0) == (told["posts"], told["posts_in_country"])
    assert pytest.approx(104 * 7 / 365.25) == told["years"]


def test_doing_nothing_lasts_no_time(mission: Mission, planned: Planned) -> None:
    outcomes = {c.option.id: make_outcome(c.option.id) for c in planned}
    samples = samples_of(criteria(mission), planned, outcomes)
    assert [0.0] * 4 == samples["nothing"]["years"].tolist()
    assert pytest.approx(104 * 7 / 365.25) == samples["small"]["years"][0]


def test_a_number_that_is_not_finite_is_refused_with_its_place(mission: Mission, planned: Planned) -> None:
    outcomes = {c.option.id: make_outcome(c.option.id) for c in planned}
    outcomes["small"] = make_outcome("small", cost=[1, np.nan, 3, np.inf], left__team=[0, 0, 0, np.nan])
    with pytest.raises(BadInput) as refused:
        samples_of(criteria(mission), planned, outcomes)
    assert [
        "outcomes.small.cost: found 2 of 4 replications without a finite number, "
        "must be finite in every replication; correct the simulation",
        "outcomes.small.left.team: found 1 of 4 replications without a finite number, "
        "must be finite in every replication; correct the simulation",
    ] == [str(fault) for fault in refused.value.faults]


def test_what_is_not_compared_may_have_no_number(mission: Mission, planned: Planned) -> None:
    outcomes = {c.option.id: make_outcome(c.option.id, finished__school=np.nan) for c in planned}
    assert "small" in samples_of(criteria(mission), planned, outcomes)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"seed": 2}, "seed 1 with 4 replications; seed 2 with 4 replications"),
        ({"n": 5}, "seed 1 with 4 replications; seed 1 with 5 replications"),
    ],
)
def test_options_that_met_different_luck_are_not_compared(
    mission: Mission, planned: Planned, change: dict[str, int], found: str
) -> None:
    outcomes = {c.option.id: make_outcome(c.option.id) for c in planned}
    outcomes["large"] = make_outcome("large", **change)
    with pytest.raises(BadInput, match=found):
        samples_of(criteria(mission), planned, outcomes)


def test_an_option_without_outcome_is_refused(mission: Mission, planned: Planned) -> None:
    outcomes = {c.option.id: make_outcome(c.option.id) for c in planned[:2]}
    with pytest.raises(BadInput, match=r"outcomes\.large: found no outcome"):
        samples_of(criteria(mission), planned, outcomes)


def test_a_scalar_that_was_not_simulated_is_refused(mission: Mission, planned: Planned) -> None:
    outcomes = {c.option.id: make_outcome(c.option.id) for c in planned}
    del outcomes["small"].scalars["exposure"]
    with pytest.raises(BadInput, match=r"outcomes\.small\.exposure: found nothing"):
        samples_of(criteria(mission), planned, outcomes)


def test_one_replication_is_too_few(mission: Mission, planned: Planned) -> None:
    outcomes = {c.option.id: make_outcome(c.option.id, n=1) for c in planned}
    with pytest.raises(BadInput, match="found 1 replication, must be 2 or more"):
        samples_of(criteria(mission), planned, outcomes)


def test_a_spread_is_median_eighty_percent_range_mean_and_student_half_width() -> None:
    # t(0.975, 4) = 2.776445, s of 1..5 = sqrt(2.5); the 10 % point lies 0.4 steps above the least.
    told = spread(np.array([5.0, 1.0, 4.0, 2.0, 3.0]))
    assert pytest.approx((3.0, 1.4, 4.6, 3.0)) == (told.median, told.low, told.high, told.mean)
    assert pytest.approx(2.776445 * 2.5**0.5 / 5**0.5, rel=1e-6) == told.half_width


def test_the_half_width_covers_the_mean_nineteen_times_in_twenty() -> None:
    streams = np.random.default_rng(20180208).normal(7.0, 2.0, size=(4000, 8))
    covered = np.array([abs(row.mean() - 7.0) <= half_width(row) for row in streams])
    error = (0.95 * 0.05 / 4000) ** 0.5
    assert abs(covered.mean() - 0.95) <= 4 * error
    # The normal point 1.96 in place of Student's covers too seldom, and the same check sees it.
    normal = np.array([abs(row.mean() - 7.0) <= 1.96 * row.std(ddof=1) / 8**0.5 for row in streams])
    assert abs(normal.mean() - 0.95) > 4 * error
