"""How often events end an option, and when, as counted; and what it is worth to know whether one happens."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cadre.decision.endings import endings_of
from cadre.simulation.run import ReplicationPlan
from cadre.statistics.value_of_information import Stakes, partial_of
from tests.simulation import small
from tests.simulation.test_kernel import play

SITES = {"home": {"costs_to_open": 1000}}
LAW: dict[str, Any] = {"on": "2020-03-02", "chance": 0.3, "effect": "ends"}


def test_endings_are_those_counted() -> None:
    both = {
        "law": LAW,
        "unrest": {"per_year": 0.5, "effect": "ends"},
        "less": LAW | {"effect": "shrinks", "stays": 0},
    }
    mission = small.mission(events=both)
    outcome = play(mission, small.plans(mission, [0]), ReplicationPlan(500, 1))
    found = {one.event: one for one in endings_of("x", mission, outcome)}
    assert list(found) == ["", "law", "unrest"]
    exits = outcome.scalars["exit_week"]
    assert found[""].share == np.mean(exits < 26)
    assert found[""].share == pytest.approx(found["law"].share + found["unrest"].share)
    assert found["law"].week == 8
    assert found["unrest"].week == np.median(exits[outcome.scalars["ended_by.unrest"] > 0])


def test_without_an_event_that_ends_it_nothing_is_told() -> None:
    mission = small.mission(events={"less": LAW | {"effect": "shrinks", "stays": 0}})
    assert endings_of("x", mission, play(mission, small.plans(mission, [0]), ReplicationPlan(5, 1))) == ()


def test_what_is_not_there_is_ended_by_nothing() -> None:
    """Doing nothing: a ceiling of 0."""
    mission = small.mission(events={"law": LAW})
    outcome = play(mission, small.plans(mission, [0]), ReplicationPlan(50, 1))
    assert endings_of("x", mission, outcome)
    assert endings_of("nothing", mission.changed({"ceiling": 0}), outcome) == ()


def test_knowing_an_end_is_worth_its_chance_times_what_is_then_lost() -> None:
    """A mission opens a site for 1,000 and is worth 10,000, unless it ends soon: then nothing is better.

    Known before, 1,000 are saved in the futures in which it ends: chance x loss.
    """
    mission = small.mission(events={"law": LAW | {"on": "2020-01-13"}}, sites=SITES)
    outcome = play(mission, small.plans(mission, [0, 4]), ReplicationPlan(2000, 1))
    ends = outcome.draws["events.law"]
    worth = 10_000 * outcome.scalars["outcome"] - outcome.scalars["cost"]
    assert np.all(worth[ends > 0] == -1000)
    stakes = Stakes(np.stack([np.zeros(2000), worth], axis=1)[:, :, None], np.ones((1, 1)))
    gain = partial_of(stakes, [ends])
    assert gain.is_real
    assert gain.gain == pytest.approx(ends.mean() * 1000)
