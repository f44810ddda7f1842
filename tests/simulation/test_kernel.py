"""The kernel gives what the plain program gives, bit for bit, and keeps its people."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.mission import Mission
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import CAUSES, Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from tests.simulation.made import crowded, full, plans_for, programme_for
from tests.simulation.reference import Future
from tests.strategies import missions

SUMMED = ("cost", "outcome", "lasting", "posts_filled")
"""Sums of products, whose last bit depends on the order in which they are added."""


def play(mission: Mission, plans: Plans, runs: ReplicationPlan) -> Outcome:
    return next(simulate_many([SimulationCase("x", mission, plans)], runs))


def agree(mission: Mission, plans: Plans, runs: ReplicationPlan) -> None:
    """Every scalar and every series of every replication, and nothing more on either side."""
    outcome = play(mission, plans, runs)
    for n in range(runs.replications):
        streams = (runs.seed, n, runs.inner)
        expected = Future(mission, plans, streams, runs.weeks).play()
        assert set(expected.scalars) == set(outcome.scalars)
        for name, value in expected.scalars.items():
            if name.split(".")[0].startswith(SUMMED):
                assert value == pytest.approx(outcome.scalars[name][n], rel=1e-12, abs=1e-9), name
            else:
                assert value == outcome.scalars[name][n], name
        assert {k: list(v) for k, v in expected.series.items()} == {
            k: v[n].tolist() for k, v in outcome.series.items()
        }
    assert conserved(outcome)


def conserved(outcome: Outcome) -> bool:
    s = outcome.scalars
    return bool(np.all(s["people.came"] == s["people.there"] + s["people.gone"]))


@pytest.mark.parametrize("seed", range(8))
def test_the_mission_by_hand_gives_the_same_numbers_as_the_plain_program(seed: int) -> None:
    agree(full(), plans_for(full(), seed), ReplicationPlan(4, seed))


@pytest.mark.parametrize("seed", range(4))
def test_a_programme_alone_gives_the_same_numbers_as_the_plain_program(seed: int) -> None:
    agree(full(), programme_for(full(), seed), ReplicationPlan(4, seed))


@pytest.mark.parametrize("begins", ["2020-01-06", "2020-03-02"])
def test_a_site_closed_by_plan_gives_the_same_numbers_as_the_plain_program(begins: str) -> None:
    """Before the site opens, and while serials run there."""
    period = {"begins": begins, "ends": "2020-05-10"}
    shut = full().changed({"sites.home.closed": [period], "sites.camp.closed": [period]})
    agree(shut, plans_for(shut, 2), ReplicationPlan(4, 2))
    waited = play(shut, plans_for(shut, 2), ReplicationPlan(50, 2)).scalars["waited.site closed"]
    assert (
        waited.sum()
        > play(full(), plans_for(shut, 2), ReplicationPlan(50, 2)).scalars["waited.site closed"].sum()
    )


def test_fewer_weeks_and_nested_luck_give_the_same_numbers_as_the_plain_program() -> None:
    agree(full(), plans_for(full(), 3), ReplicationPlan(6, 3, inner=2, weeks=60))


@pytest.mark.parametrize("seed", range(4))
def test_offers_that_say_the_same_give_the_same_numbers_as_the_plain_program(seed: int) -> None:
    agree(crowded(), plans_for(crowded(), seed), ReplicationPlan(6, seed, inner=2))
    agree(crowded(), programme_for(crowded(), seed), ReplicationPlan(3, seed))


def test_of_two_dates_in_one_week_the_greater_number_is_the_target() -> None:
    whole = full()
    key, capability = next(iter(whole.capabilities.items()))
    day = min(capability.wanted)
    close = {
        day: 1,
        next(d for d in (day + dt.timedelta(1), day - dt.timedelta(1)) if same(whole, d, day)): 5,
    }
    twice = whole.changed({f"capabilities.{key}.wanted": {str(d): n for d, n in close.items()}})
    agree(twice, plans_for(twice, 1), ReplicationPlan(4, 1))


def same(mission: Mission, one: dt.date, other: dt.date) -> bool:
    return mission.week_of(one) == mission.week_of(other)


@settings(max_examples=30)
@given(missions(), st.integers(0, 1000))
def test_random_missions_give_the_same_numbers_as_the_plain_program(mission: Mission, seed: int) -> None:
    plans = plans_for(mission, seed) if seed % 4 else programme_for(mission, seed)
    agree(mission, plans, ReplicationPlan(2, seed))


@pytest.mark.parametrize("seed", range(3))
def test_people_are_conserved_in_every_replication(seed: int) -> None:
    assert conserved(play(full(), plans_for(full(), seed), ReplicationPlan(500, seed)))


def test_every_serial_played_is_held_or_lost() -> None:
    plans = plans_for(full(), 1)
    assert plans.timetable is not None
    played = sum(s.start is not None for s in plans.timetable.serials)
    outcome = play(full(), plans, ReplicationPlan(200, 1))
    held, lost, called = (outcome.scalars[f"serials_{name}"] for name in ("held", "lost", "called"))
    assert np.array_equal(played + called, held + lost)


def many_hosts(after: int) -> Mission:
    """The mission by hand with many host instructors, who teach alone only what they have shown."""
    hosts = {"skills.medic.hosts_at_start": 12, "skills.drill.hosts_at_start": 6}
    return full().changed(
        hosts | {"hosts_teach_alone.after": after, "projects.school.effects.hosts_teach_alone": []}
    )


@pytest.mark.parametrize("seed", [3, 4])
def test_what_hosts_teach_alone_after_exit_is_the_same_in_the_plain_program(seed: int) -> None:
    mission = many_hosts(1)
    plans = plans_for(mission, 0)
    assert play(mission, plans, ReplicationPlan(12, seed)).scalars["cost_beyond"].any()
    agree(mission, plans, ReplicationPlan(12, seed))


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_asks_for_foreigners_begins_after_exit_unless_it_was_shown(seed: int) -> None:
    """Here only what asks for them costs anything; serials held together come to far fewer than asked."""
    mission = many_hosts(1000)
    assert (
        not play(mission, plans_for(mission, seed), ReplicationPlan(100, seed)).scalars["cost_beyond"].any()
    )


def test_every_cause_keeps_some_serial_waiting_in_some_plan() -> None:
    """Otherwise the agreement above would say nothing about it."""
    found: set[str] = set()
    for seed in range(12):
        outcome = play(full(), plans_for(full(), seed), ReplicationPlan(50, seed))
        found |= {k for k, v in outcome.scalars.items() if k.startswith("waited.") and v.any()}
    assert {f"waited.{cause}" for cause in CAUSES} == found
