"""Break-even intake against its closed form by hand and against a stock that is followed week by week."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from cadre.decision.break_even import break_evens, wanted_stocks, weekly_loss
from cadre.decision.types import BreakEven
from cadre.mission import Mission
from cadre.mission.units import WEEKS_PER_YEAR
from cadre.programme.plan import SerialBatch
from tests.decision.made import Planned, make_outcome

Needed = Callable[..., dict[str, BreakEven]]

A_YEAR = 52 + 5 / 28  # 365.25 days


@pytest.fixture
def needed(mission: Mission, planned: Planned) -> Needed:
    def of(change: dict[str, object] | None = None, **draws: list[float]) -> dict[str, BreakEven]:
        changed = mission.changed(change or {})
        outcome = replace(make_outcome("small"), draws={p: np.asarray(v) for p, v in draws.items()})
        return {b.competence: b for b in break_evens(changed, planned[1], outcome)}

    return of


def test_stock_wanted_is_that_of_the_most_units(mission: Mission) -> None:
    assert {"aider": 100.0, "leader": 25.0} == wanted_stocks(mission)


def test_a_weekly_loss_over_a_year_is_twelve_monthly_ones() -> None:
    lost = weekly_loss(np.array([0.02]))[0]
    assert pytest.approx((1 - 0.02) ** 12) == (1 - lost) ** A_YEAR
    assert pytest.approx(A_YEAR) == WEEKS_PER_YEAR


def test_leaders_by_hand(needed: Needed) -> None:
    # 25 leaders lose 1 - 0.99^(12 / 52.18) a week; of those who start half pass and four fifths of them lead.
    lost = 25 * (1 - 0.99 ** (12 / A_YEAR)) * A_YEAR
    assert pytest.approx(lost / (0.5 * 0.8)) == needed()["leader"].needed_a_year.mean


def test_aiders_feed_the_leaders_course_too(needed: Needed) -> None:
    leaders = needed()["leader"].needed_a_year.mean
    # Half of those who start the leaders' course fail, half of these come back: a quarter returns.
    lost = 100 * (1 - 0.98 ** (12 / A_YEAR)) * A_YEAR + leaders * 0.75
    assert pytest.approx(lost / (0.99**10 * 0.9 * 0.8)) == needed()["aider"].needed_a_year.mean
    # Without the drain or with those who come back counted twice it would be another number.
    assert (
        pytest.approx((lost - leaders * 0.75) / (0.99**10 * 0.9 * 0.8))
        != needed()["aider"].needed_a_year.mean
    )


def test_the_intake_holds_the_stock_week_by_week(needed: Needed) -> None:
    intake = needed()
    aiders, leaders = 100.0, 25.0
    starts = {c: intake[c].needed_a_year.mean / A_YEAR for c in intake}
    for _ in range(520):
        lead_passed = starts["leader"] * 0.5
        aiders += starts["aider"] * 0.99**10 * 0.9 * 0.8 - starts["leader"] + starts["leader"] * 0.5 * 0.5
        leaders += lead_passed * 0.8
        aiders -= 100.0 * (1 - 0.98 ** (12 / A_YEAR))
        leaders -= 25.0 * (1 - 0.99 ** (12 / A_YEAR))
    assert pytest.approx((100.0, 25.0)) == (aiders, leaders)


def test_draws_spread_the_intake(needed: Needed) -> None:
    drawn = needed(**{"competences.leader.leaves": [0.01, 0.01, 0.02, 0.02]})["leader"].needed_a_year
    plain = needed()["leader"].needed_a_year
    twice = (1 - 0.98 ** (12 / A_YEAR)) / (1 - 0.99 ** (12 / A_YEAR))
    assert pytest.approx(plain.mean * (1 + twice) / 2) == drawn.mean
    assert drawn.low < drawn.high
    assert plain.low == plain.high


def test_without_attrition_and_further_courses_nothing_is_needed(needed: Needed) -> None:
    assert 0.0 == needed({"competences.leader.leaves": 0})["leader"].needed_a_year.mean


def test_a_competence_nobody_can_pass_for_has_no_break_even(needed: Needed) -> None:
    assert ["aider"] == list(needed({"courses.lead.passes": 0, "competences.leader.leaves": 0}))[:1]
    assert "leader" not in needed({"courses.lead.passes": 0})


def test_a_course_that_is_not_held_grants_nothing(needed: Needed) -> None:
    assert ["aider"] == list(needed({"courses.lead.held": False}))


def test_planned_intake_is_a_year_and_before_exit(mission: Mission, planned: Planned, needed: Needed) -> None:
    # 40 and 20 trainees in the 104 weeks of presence.
    assert pytest.approx(60 / 104 * A_YEAR) == needed()["aider"].planned_a_year
    later = (*planned[1].programme.serials, SerialBatch("basic", "school", 104, 1, 20.0, 20))
    after_exit = replace(planned[1], programme=replace(planned[1].programme, serials=later))
    told = {b.competence: b for b in break_evens(mission, after_exit, make_outcome("small"))}
    assert needed()["aider"].planned_a_year == told["aider"].planned_a_year


def test_the_course_planned_most_is_the_one_reckoned_with(mission: Mission, planned: Planned) -> None:
    twin = mission.changed({"courses.quick": mission.document()["courses"]["basic"] | {"passes": 0.45}})
    batch = SerialBatch("quick", "school", 0, 5, 100.0, 20)
    quick = replace(planned[1], programme=replace(planned[1].programme, serials=(batch,)))
    slow, fast = (
        {b.competence: b for b in break_evens(twin, plans, make_outcome("small"))}["aider"]
        for plans in (planned[1], quick)
    )
    assert pytest.approx(2 * slow.needed_a_year.mean) == fast.needed_a_year.mean
