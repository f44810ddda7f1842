"""From a recorded state a simulation goes on as one that was stopped there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from cadre.mission import Mission, Quantity
from cadre.mission.quantity import quantity_in
from cadre.simulation.inputs import Plans
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan, SimulationCase, simulate_many
from cadre.simulation.standing import Standing, StockCount
from tests.simulation import small
from tests.simulation.held import held_plans
from tests.simulation.made import FULL, full, plans_for
from tests.simulation.stopped import Stopped
from tests.simulation.test_kernel import conserved


def certain(**changes: Any) -> Mission:
    """The mission by hand, which does not react and in which everybody comes on time."""
    offers = {key: offer | {"honoured": 1, "late": 0} for key, offer in FULL["offers"].items()}
    return full(**{"offers": offers, "policy": {"reacts": "never"}} | changes)


def go_on(of: Mission, plans: Plans, standing: Standing, runs: ReplicationPlan) -> Outcome:
    return next(simulate_many([SimulationCase("x", of, plans, standing)], runs))


LEARNS = {"instructors": "80%", "fails": "60%"}
EVENTS = {
    "cut": {"per_year": 1.5, "effect": "shrinks", "stays": "70%"},
    "review": {
        "on": "2020-11-02",
        "graduates_of": ["basic"],
        "fewer_than": 60,
        "effect": "ends",
        "notice": 20,
    },
}
WITH = [{}, {"learns": LEARNS}, {"events": EVENTS}]


@pytest.mark.parametrize("changes", WITH)
@pytest.mark.parametrize(("seed", "week"), [(0, 13), (1, 30), (2, 47), (3, 65), (4, 39), (5, 52), (6, 26)])
@pytest.mark.parametrize("planned", [held_plans, plans_for])
def test_with_the_same_luck_it_goes_on_as_if_it_had_not_been_stopped(
    seed: int, week: int, changes: dict[str, Any], planned: Callable[[Mission, int], Plans]
) -> None:
    of = certain(**changes)
    plans, replications = planned(of, seed), 3
    whole = next(simulate_many([SimulationCase("x", of, plans)], ReplicationPlan(replications, seed)))
    ahead = whole.points >= week
    for n in range(replications):
        state = Stopped(of, plans, (seed, n, 1), week).standing()
        again = go_on(of, plans, state, ReplicationPlan(n + 1, seed))
        for name, people in whole.series.items():
            assert people[n][ahead].tolist() == again.series[name][n][ahead].tolist(), (name, n)
        for name in whole.scalars:
            kind, _, rest = name.partition(".")
            later = kind == "reached" and int(rest.rpartition(".")[2]) >= week
            if later or kind in ("graduates", "left", "holds", "finished", "exit_week", "happens"):
                assert whole.scalars[name][n] == again.scalars[name][n], (name, n)
        assert conserved(again)


@pytest.mark.parametrize("changes", WITH)
@pytest.mark.parametrize(("seed", "week"), [(0, 13), (1, 30), (2, 47), (3, 65), (4, 39), (5, 52), (6, 26)])
@pytest.mark.parametrize("planned", [held_plans, plans_for])
@pytest.mark.parametrize("beyond", [False, True])
def test_a_mission_that_reacts_goes_on_with_the_same_luck_as_one_that_was_stopped(
    seed: int, week: int, changes: dict[str, Any], planned: Callable[[Mission, int], Plans], beyond: bool
) -> None:
    """Each replication: what one has called leaves nothing behind for the next."""
    of = certain(policy={"beyond_targets": beyond}, **changes)
    plans = planned(of, seed)
    for n in range(3):
        future = Stopped(of, plans, (seed, n, 1), week)
        again = go_on(of, plans, future.standing(), ReplicationPlan(n + 1, seed)).scalars
        gone_on = future.gone_on_with(seed).scalars
        for name, values in again.items():
            kind, _, rest = name.partition(".")
            later = kind == "reached" and int(rest.rpartition(".")[2]) >= week
            if later or kind in ("graduates", "left", "holds", "finished"):
                assert gone_on.get(name, 0) == values[n], (name, n)


def test_the_comparison_fails_on_a_state_that_is_wrong() -> None:
    of, week = certain(), 45
    plans = held_plans(of, 1)
    whole = next(simulate_many([SimulationCase("x", of, plans)], ReplicationPlan(1, 1)))
    right = Stopped(of, plans, (1, 0, 1), week).standing()
    assert right.running
    assert right.ended["basic"] > 1
    assert right.activities
    fewer = {key: replace(one, people=(one.people or 0) // 2) for key, one in right.stocks.items()}
    later = tuple(replace(one, taught=one.taught - 1) for one in right.running)
    for wrong in (
        replace(right, stocks=fewer),
        replace(right, running=()),
        replace(right, running=later),
        replace(right, over=frozenset()),
        replace(right, graduates={}),
        replace(right, present={}),
    ):
        again = go_on(of, plans, wrong, ReplicationPlan(1, 1))
        same = [
            people[0][whole.points >= week].tolist() == again.series[name][0][whole.points >= week].tolist()
            for name, people in whole.series.items()
        ]
        assert not all(same) or whole.scalars["graduates"][0] != again.scalars["graduates"][0]


@pytest.mark.parametrize("policy", [{"reacts": "never"}, {}])
@pytest.mark.parametrize(("seed", "n", "week"), [(0, 0, 26), (3, 2, 26), (5, 1, 52)])
def test_with_other_luck_it_goes_on_like_one_that_was_stopped(
    seed: int, n: int, week: int, policy: dict[str, str]
) -> None:
    """What was unknown stays as it was drawn; what people expect of it stays too."""
    whole = certain(policy=policy)
    plans, runs, many = held_plans(whole, seed), 120, 2000
    future = Stopped(whole, plans, (seed, n, 1), week)
    paths = {p: future.v[p] for p, quantity in whole.quantities.items() if not quantity.is_known}
    known = {path: _as_known(whole.quantities[path].unit, value) for path, value in paths.items()}
    stopped = [future.gone_on_with(1000 + k).scalars for k in range(runs)]
    case = SimulationCase("x", whole, plans, future.standing(), known)
    again = next(simulate_many([case], ReplicationPlan(many, 7)))
    compared = 0
    for name, values in again.scalars.items():
        kind, _, rest = name.partition(".")
        later = kind == "reached" and int(rest.rpartition(".")[2]) >= week
        if later or kind in ("graduates", "left"):
            there = np.array([one.get(name, 0.0) for one in stopped])
            error = np.sqrt(there.var() / runs + values.var() / many)
            assert abs(there.mean() - values.mean()) <= 4 * error + 1e-9, name
            compared += there.var() > 0
    assert compared >= 3


def _as_known(unit: str, value: float) -> Quantity:
    return quantity_in(dt.date.fromordinal(int(value)) if unit == "date" else value, unit)


@pytest.mark.parametrize("came", [0, 3, 9])
def test_who_came_tells_who_comes_next(came: int) -> None:
    """Of places filled as before with chance f, else anew with chance p."""
    p, f, places = 0.6, 0.5, 9
    sent = small.offer(people=places, honoured=p)
    of = small.mission(offers=sent, reliability={"parties_differ": 0, "followed": f})
    of = of.changed({"mission.horizon": 52})
    plans = small.plans(of, [], doctors=places)
    stock = {key: StockCount(0, 20, (), 20) for key in ("recruits/army", "competence/aid", "hosts/medic")}
    state = Standing(20, stock, sites={"home": "open"}, present={("doctors", "home", 0): came})
    posts = go_on(of, plans, state, ReplicationPlan(4000, 1)).series["posts"]
    expected = came * (f + (1 - f) * p) + (places - came) * (1 - f) * p
    assert posts[:, 3].mean() == pytest.approx(expected, abs=4 * posts[:, 3].std() / np.sqrt(4000))
