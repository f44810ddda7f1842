"""Which week a target and a floor belong to: one rule in the objective, in what is told and played."""

import datetime as dt

import pytest

from cadre.programme.following import following
from cadre.programme.optimise import plan_programme
from cadre.programme.prices import shortfall
from cadre.programme.violations import violations
from cadre.simulation.run import simulate
from tests.programme.made import EXACT, STARTS, basic, made, posts, school

WEEK = dt.timedelta(weeks=1)
DAY = dt.timedelta(days=1)


def test_of_dates_in_one_week_the_greatest_alone_counts() -> None:
    first = STARTS + 8 * WEEK
    one, two = (
        school({"capabilities.unit.wanted": wanted})
        for wanted in ({first + 6 * DAY: 3}, {first: 2, first + 3 * DAY: 3, first + 6 * DAY: 1})
    )
    plan = [basic(0), basic(1)]
    assert shortfall(made(one, plan), one) == shortfall(made(two, plan), two)
    assert [(8, 3.0, 2.0)] == [(t.week, t.wanted, t.reached) for t in following(made(two, plan), two).targets]
    found = plan_programme(two, EXACT, period_weeks=4)
    assert found.result is not None
    assert shortfall(found, two) == pytest.approx(found.result.objective, abs=1e-4)
    assert found.result.objective == pytest.approx(
        shortfall(plan_programme(one, EXACT, period_weeks=4), one), abs=1e-4
    )


def test_floors_are_judged_at_the_end_of_the_look_however_late_a_target_is() -> None:
    late = school(
        {
            "capabilities.unit.wanted": {STARTS + 50 * WEEK: 2},
            "capabilities.unit.floor_after_exit": 2,
            "competences.soldier.leaves": 0.1,
        }
    )
    assert (51, 39) == (late.weeks, late.floor_judged)
    plan = following(made(late, [basic(0), basic(1)], [posts("trainer", 1, "instructors")]), late)
    target, floor = plan.targets
    assert (plan.units["unit"][50], plan.units["unit"][39]) == (target.reached, floor.reached)
    assert floor.reached > target.reached
    assert () == violations(plan, late)
    missing = [1 - reached / 2 for reached in (target.reached, floor.reached)]
    assert shortfall(plan, late) == pytest.approx(100 * sum(missing) / 2)
    found = plan_programme(late, EXACT, period_weeks=4)
    assert found.result is not None
    assert shortfall(found, late) == pytest.approx(found.result.objective, abs=1e-4)


@pytest.mark.parametrize("days", range(7))
def test_a_target_is_judged_at_the_end_of_the_week_that_holds_its_day(days: int) -> None:
    """Serials of weeks 0-3 and 4-7: two units by any day of week 7, one by any day of week 6."""
    for week, units in ((6, 1), (7, 2)):
        day = STARTS + week * WEEK + days * DAY
        mission = school({"capabilities.unit.wanted": {day: 3}})
        plan = following(made(mission, [basic(0), basic(1)], [posts("trainer", 1, "instructors")]), mission)
        assert [(week, units)] == [(t.week, t.reached) for t in plan.targets]
        outcome = simulate(mission, plan, None, None, replications=2, seed=1)
        assert {float(units)} == set(outcome.scalars[f"reached.unit.{week}"].tolist())
