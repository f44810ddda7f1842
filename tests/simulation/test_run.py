"""Runs: threads, first replications, nested luck, many options."""

from __future__ import annotations

import numpy as np
import pytest

from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate, simulate_fast, simulate_many
from tests.simulation.made import full, plans_for, programme_for


def run(runs: ReplicationPlan, seed: int = 1) -> Outcome:
    return next(simulate_many([SimulationCase("x", full(), plans_for(full(), seed))], runs))


def same(left: Outcome, right: Outcome, first: int | None = None) -> bool:
    """Whether two outcomes agree in every bit, or in their first replications."""
    parts = ("scalars", "series", "draws")
    return all(
        getattr(left, part).keys() == getattr(right, part).keys()
        and all(
            np.array_equal(getattr(left, part)[k][:first], v[:first]) for k, v in getattr(right, part).items()
        )
        for part in parts
    )


def test_one_thread_gives_what_two_give() -> None:
    assert same(run(ReplicationPlan(700, 1, jobs=1)), run(ReplicationPlan(700, 1, jobs=2)))


def test_the_same_seed_gives_the_same_and_another_one_other_numbers() -> None:
    assert same(run(ReplicationPlan(50, 1)), run(ReplicationPlan(50, 1)))
    assert not same(run(ReplicationPlan(50, 1)), run(ReplicationPlan(50, 2)))


def test_more_replications_leave_the_first_as_they_were() -> None:
    assert same(run(ReplicationPlan(40, 1)), run(ReplicationPlan(600, 1)), first=40)


def test_nested_replications_share_what_nobody_knows() -> None:
    outcome = run(ReplicationPlan(30, 1, inner=10))
    passes = outcome.draws["courses.basic.passes"]
    assert 3 == len(np.unique(passes))
    assert np.array_equal(passes, np.repeat(passes[::10], 10))
    assert len(np.unique(outcome.scalars["people.came"][:10])) > 3


def test_nested_draws_are_the_first_draws_of_the_plain_run() -> None:
    nested, plain = run(ReplicationPlan(30, 1, inner=10)), run(ReplicationPlan(3, 1))
    assert plain.draws["courses.basic.passes"].tolist() == nested.draws["courses.basic.passes"][::10].tolist()


def test_one_option_alone_gives_what_it_gives_among_many() -> None:
    cases = [SimulationCase(str(seed), full(), plans_for(full(), seed)) for seed in (1, 2)]
    alone, both = run(ReplicationPlan(20, 4), seed=2), list(simulate_many(cases, ReplicationPlan(20, 4)))
    assert ["1", "2"] == [outcome.option for outcome in both]
    assert same(alone, both[1])


def test_the_stage_s_call_gives_what_the_records_give() -> None:
    plans = plans_for(full(), 1)
    outcome = simulate(
        full(), plans.programme, plans.forces, plans.timetable, replications=20, seed=1, jobs=2, option="x"
    )
    assert ("x", 20, 1) == (outcome.option, outcome.replications, outcome.seed)
    assert same(run(ReplicationPlan(20, 1)), outcome)


def test_screening_plays_a_programme_alone() -> None:
    plans = programme_for(full(), 2)
    expected = next(simulate_many([SimulationCase("", full(), plans)], ReplicationPlan(20, 1)))
    assert same(expected, simulate_fast(full(), plans.programme, replications=20, seed=1))


def test_samples_have_the_promised_shapes() -> None:
    outcome = run(ReplicationPlan(20, 1))
    assert [0, 13, 26, 39, 52, 65, 78, 91, 104] == outcome.points.tolist()
    assert {(20,)} == {v.shape for v in outcome.scalars.values()}
    assert {(20, 9)} == {v.shape for v in outcome.series.values()}
    assert {(20,)} == {v.shape for v in outcome.draws.values()}


@pytest.mark.parametrize("weeks", [1, 40, 78])
def test_fewer_weeks_are_the_first_weeks(weeks: int) -> None:
    short, long = run(ReplicationPlan(20, 1, weeks=weeks)), run(ReplicationPlan(20, 1))
    shared = (weeks - 1) // 13 + 1
    for name, series in short.series.items():
        assert np.array_equal(series[:, :shared], long.series[name][:, :shared])


def test_on_fresh_luck_the_details_stay_and_chance_does_not() -> None:
    plain, again = run(ReplicationPlan(30, 1)), run(ReplicationPlan(10, 1, streams=2))
    for path, x in again.draws.items():
        assert np.array_equal(plain.draws[path][:10], x)
    assert not np.array_equal(plain.scalars["people.came"][:10], again.scalars["people.came"])
