"""Cases in which plans once went wrong give the right value, and so does every case of their kinds.

Plans are those within offers. What is right is counted by hand: a serial follows another in the one room.
"""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.plan import Programme
from cadre.programme.violations import violations
from cadre.solving import Status
from tests.programme import planning_cases as cases
from tests.programme.made import school
from tests.programme.planning_cases import CASES, case, folder, offer

SOME = settings(max_examples=10, suppress_health_check=list(HealthCheck))


def planned(mission: Mission, choices: dict[str, str] | None = None, *, within: bool = True) -> Programme:
    """Plan a mission as a study does, within its offers or without regard to them, to the proved optimum."""
    offered = supply(mission, choices or {}, {}) if within else None
    programme = plan_programme(mission, DEFAULT_LIMITS, offered=offered)
    assert programme.result is not None
    assert Status.OPTIMAL is programme.result.status
    assert 0 == pytest.approx(programme.result.gap, abs=1e-4)
    assert violations(programme, mission, offered=offered) == ()
    return programme


def reached(changes: dict[str, Any], *, within: bool = True) -> float:
    return planned(school(changes), within=within).targets[0].reached


def serials(programme: Programme) -> int:
    return sum(batch.serials for batch in programme.serials)


# ---- the cases as they were found


@pytest.mark.parametrize("name", CASES)
def test_a_case_that_was_found_reaches_what_is_right(name: str) -> None:
    assert CASES[name][1] == pytest.approx(planned(case(name)).targets[0].reached, abs=1e-4)


@pytest.mark.parametrize("option", ["few", "more"])
@pytest.mark.parametrize("within", [True, False])
def test_two_teachers_hold_a_class_for_two_under_a_ceiling_of_two_as_of_three(
    option: str, *, within: bool
) -> None:
    programme = planned(*folder("two-teachers", option), within=within)
    assert 12 == pytest.approx(programme.targets[0].reached, abs=1e-4)
    assert 6 == serials(programme)


@pytest.mark.parametrize("name", ["highs-kerror", "highs-kerror-19"])
def test_a_start_that_the_solver_refuses_ends_in_a_plan(name: str) -> None:
    assert 0 < serials(planned(*folder(name, "few")))


# ---- their kinds


@SOME
@given(st.integers(1, 9), st.integers(4, 40))
def test_serials_of_any_length_follow_each_other_through_a_horizon_of_any_length(
    weeks: int, horizon: int
) -> None:
    assert horizon // weeks == pytest.approx(reached(cases.length(weeks, horizon)), abs=1e-4)


@SOME
@given(st.integers(1, 9), st.integers(12, 40), st.integers(4, 26))
def test_serials_go_on_over_the_change_of_rotations(weeks: int, horizon: int, tour: int) -> None:
    changes = cases.length(weeks, horizon) | {"tours.weeks": tour}
    assert horizon // weeks == pytest.approx(reached(changes), abs=1e-4)


@SOME
@given(leave=st.integers(0, 6), tour=st.integers(12, 30), within=st.booleans())
def test_leave_of_one_trainer_costs_the_weeks_of_leave_and_no_more(
    *, leave: int, tour: int, within: bool
) -> None:
    changes = cases.leave(leave, tour)
    assert (tour - leave) // 4 == pytest.approx(reached(changes, within=within), abs=1e-4)


@SOME
@given(st.integers(0, 4), st.integers(12, 24))
def test_leave_in_two_tours_is_put_where_a_serial_can_go_on_over_the_change(leave: int, tour: int) -> None:
    changes = cases.leave(leave, tour, rotations=2)
    assert 2 * (tour - leave) // 4 == pytest.approx(reached(changes), abs=1e-4)


@SOME
@given(st.integers(0, 23), st.integers(1, 3), st.integers(24, 32))
def test_closed_weeks_cost_their_weeks_where_a_course_may_pause(first: int, weeks: int, horizon: int) -> None:
    open_weeks = horizon - len(range(first, min(first + weeks, horizon)))
    assert open_weeks // 4 == pytest.approx(reached(cases.closed(first, weeks, horizon)), abs=1e-4)


@SOME
@given(st.integers(0, 21), st.integers(1, 3), st.integers(24, 32))
def test_closed_weeks_cut_the_horizon_where_a_course_may_not_pause(
    first: int, weeks: int, horizon: int
) -> None:
    right = first // 4 + (horizon - first - weeks) // 4
    changes = cases.closed(first, weeks, horizon, may_pause=False)
    assert right == pytest.approx(reached(changes), abs=1e-4)


@SOME
@given(st.integers(1, 4), st.integers(1, 6), st.integers(-2, 1))
def test_a_chain_is_over_with_the_last_week_of_its_last_course(courses: int, weeks: int, more: int) -> None:
    target = courses * weeks - 1 + more
    if target >= 0:
        units = reached(cases.chain(courses, weeks, target))
        assert (1 if more >= 0 else 0) == pytest.approx(min(1.0, units), abs=1e-4)


@SOME
@given(st.integers(0, 34), st.integers(6, 25))
def test_a_trainer_who_comes_on_any_day_teaches_from_the_next_monday_on(come: int, gone: int) -> None:
    changes = offer(1, cases.after(0, days=come), cases.after(gone, days=-1))
    changes |= {"capabilities.unit.wanted": {cases.after(39): 99}}
    right = max(0, gone - math.ceil(come / 7)) // 4
    assert right == pytest.approx(reached(changes), abs=1e-4)


@SOME
@given(st.dates(dt.date(2019, 1, 1), dt.date(2026, 12, 31)), st.integers(0, 181))
def test_a_target_on_any_day_of_any_year_is_judged_at_the_end_of_its_week(starts: dt.date, days: int) -> None:
    changes = cases.target_on(starts, starts + dt.timedelta(days=days), 99)
    assert (days // 7 + 1) // 4 == pytest.approx(reached(changes), abs=1e-4)


@SOME
@given(st.integers(1, 4), st.integers(0, 3), st.integers(0, 4), st.integers(0, 4))
def test_a_crew_of_any_size_teaches_under_a_ceiling_that_holds_it_and_no_lower_one(
    crew: int, handover: int, leave: int, more: int
) -> None:
    """In the one room; with two crews or more leave costs nothing, since they stand in for each other.

    The one rotation is the first: nobody hands over.
    """
    changes = (
        cases.length(4, 26)
        | offer(20)
        | {
            "courses.basic.instructors": {"drill": crew},
            "tours": {"weeks": 26, "handover": handover, "leave": leave},
        }
    )
    spare = (crew + more) * (26 - leave) // crew
    assert min(26, spare) // 4 == pytest.approx(reached(changes | {"ceiling": crew + more}), abs=1e-4)
    assert 0 == pytest.approx(reached(changes | {"ceiling": crew - 1}), abs=1e-4)


@SOME
@given(st.integers(1, 7), st.integers(1, 8), st.integers(1, 4), st.integers(1, 6))
def test_more_seats_never_lead_to_less(most: int, trainers: int, one_per: int, least: int) -> None:
    """Classes of every size may be held with the crew that they need; up to eight crews all are planned."""
    rooms = {
        "sites.school.facilities": {"room": 2},
        "courses.basic.instructors": {"drill": {"one_per": one_per}},
    }
    changes = (
        rooms
        | cases.length(4, 12)
        | offer(trainers)
        | {
            "ceiling": trainers,
            "capabilities.unit.made_of": {"soldier": 1},
        }
    )
    seats = {"least": min(least, most), "most": most}
    fewer, more = (reached(changes | {"courses.basic.seats": seats | {"most": n}}) for n in (most, most + 1))
    assert fewer <= more + 1e-4
