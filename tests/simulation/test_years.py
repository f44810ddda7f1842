"""What is paid in each calendar year, and that it adds up to the cost, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest

from cadre.mission import Mission
from cadre.simulation.outcome import Outcome
from cadre.simulation.run import ReplicationPlan
from cadre.simulation.years import by_year
from tests.simulation import small
from tests.simulation.made import full, plans_for
from tests.simulation.test_events import with_events
from tests.simulation.test_kernel import agree, play


def yearly(outcome: Outcome) -> dict[int, np.ndarray]:
    paid = {name: found for name, found in outcome.scalars.items() if name.startswith("cost_in.")}
    return {int(name.partition(".")[2]): found for name, found in paid.items()}


def whole(outcome: Outcome) -> bool:
    """Whether the years, added up in order, are the cost."""
    years, total = yearly(outcome), np.zeros(outcome.replications)
    assert list(years) == sorted(years)
    for paid in years.values():
        total = total + paid
    return bool(np.array_equal(total, outcome.scalars["cost"]))


def priced(**changes: object) -> Mission:
    """Half a year from 7 October: twelve weeks begin in 2019, fourteen in 2020."""
    frame = small.SMALL["mission"] | {"starts": "2019-10-07"}
    course = small.course(costs=700, costs_a_trainee=11)
    roles = {"doctor": {"skills": ["medic"], "costs_a_year": 36525}}  # 700 a week
    sites = {"home": {"costs_to_open": 5000, "costs_a_year": 3652.5}}  # 70 a week
    wants = {"post": {"made_of": {"aid": 3}, "wanted": {"2020-01-20": 6}}}
    offers = small.offer(begins="2019-10-07")
    of = {"mission": frame, "courses": course, "roles": roles, "sites": sites, "capabilities": wants}
    return small.mission(**of, offers=offers, **changes)


def test_weeks_count_in_the_year_of_their_first_day_and_serials_in_that_of_their_first_week() -> None:
    of = priced()
    assert [of.date_of(w).year for w in (12, 13)] == [2019, 2020]
    found = play(of, small.plans(of, [0, 12, 13]), ReplicationPlan(1, 1))
    years = {year: paid[0] for year, paid in yearly(found).items()}
    two, of_2019 = 2 * (700 + 10 * 11), 13 * (2 * 700 + 70)
    assert years[2019] == pytest.approx(5000 + of_2019 + two)
    assert years[2020] == pytest.approx(13 * (2 * 700 + 70) + two / 2)
    assert whole(found)


@pytest.mark.parametrize("seed", range(4))
def test_years_add_up_to_the_cost_and_are_those_of_the_plain_program(seed: int) -> None:
    of = full(money={"overrun": {"p10": 0.8, "p50": 1.1, "p90": 1.9}})
    found = play(of, plans_for(of, seed), ReplicationPlan(2000, seed))
    assert list(yearly(found)) == [2020, 2021]
    assert whole(found)
    assert all((paid >= 0).all() for paid in yearly(found).values())
    agree(of, plans_for(of, seed), ReplicationPlan(3, seed))


def test_fewer_weeks_played_end_in_the_year_that_they_reach() -> None:
    of = full()
    for weeks in (1, 51, 52, 60):
        found = play(of, plans_for(of, 1), ReplicationPlan(20, 1, weeks=weeks))
        assert list(yearly(found)) == [2020, 2021][: 1 + (weeks > 52)]
        assert whole(found)
    agree(of, plans_for(of, 1), ReplicationPlan(2, 1, weeks=60))


def test_years_of_a_mission_that_ends_early_add_up_to_what_it_cost_and_later_ones_are_nothing() -> None:
    of = with_events()
    found = play(of, plans_for(of, 1), ReplicationPlan(500, 1))
    assert whole(found)
    ended = found.scalars["exit_week"] <= 40  # week 52 begins in 2020
    assert ended.any()
    assert not yearly(found)[2021][ended].any()
    assert yearly(found)[2021][~ended].any()


def test_years_added_up_in_any_order_give_the_whole_to_the_last_bit() -> None:
    streams = np.random.default_rng(1)
    sums = np.cumsum(streams.lognormal(10, 6, (12, 100_000)), axis=0)
    years = by_year(list(sums))
    for order in (range(12), reversed(range(12)), streams.permutation(12)):
        total = np.zeros(100_000)
        for year in order:
            total = total + years[year]
        assert np.array_equal(total, sums[-1])
    assert np.allclose(np.cumsum(years, axis=0), sums, rtol=0, atol=np.spacing(sums[-1]))
    assert not any(paid.any() for paid in by_year([np.zeros(3), np.zeros(3)]))
