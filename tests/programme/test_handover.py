"""Weeks of handover: none in the first rotation, as many in every later one, never better when longer."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre.forces.supply import supply
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.violations import violations
from tests.programme.better import beside, mission_before
from tests.programme.made import SMALL, school
from tests.programme.planning_cases import Changes, after, length, offer, taking_over

SOME = settings(max_examples=12, suppress_health_check=list(HealthCheck))
WEEKS = 24
"""Horizon of random missions here at most."""


def reached(changes: Changes, *, within: bool = True) -> float:
    mission = school(changes)
    offered = supply(mission, {}, {}) if within else None
    programme = plan_programme(mission, DEFAULT_LIMITS, offered=offered)
    assert violations(programme, mission, offered=offered) == ()
    return programme.targets[0].reached


def one_after_the_other(weeks: int, horizon: int, tour: int, overlap: int) -> int:
    """Count serials in one room that begin as soon as they may; in the first rotation in any week."""
    held, week = 0, 0
    while True:
        if week >= tour and week % tour < overlap:
            week += overlap - week % tour
        if week + weeks > horizon:
            return held
        held, week = held + 1, week + weeks


@SOME
@given(
    weeks=st.integers(1, 8),
    horizon=st.integers(12, 36),
    tour=st.integers(8, 20),
    overlap=st.tuples(st.integers(0, 3), st.integers(0, 2)),
    within=st.booleans(),
)
def test_serials_begin_in_no_weeks_of_handover_but_those_of_the_first_rotation(
    *, weeks: int, horizon: int, tour: int, overlap: tuple[int, int], within: bool
) -> None:
    changes = length(weeks, horizon) | taking_over(tour, *overlap)
    right = one_after_the_other(weeks, horizon, tour, sum(overlap))
    assert right == pytest.approx(reached(changes, within=within), abs=1e-4)


@SOME
@given(st.integers(1, 8), st.integers(12, 26), st.integers(0, 9), st.integers(0, 3), st.integers(0, 2))
def test_in_a_mission_of_one_rotation_nobody_hands_over_whenever_they_come(
    weeks: int, horizon: int, come: int, handover: int, lost: int
) -> None:
    changes = length(weeks, horizon) | offer(1, after(come)) | taking_over(26, handover, lost)
    assert (horizon - come) // weeks == pytest.approx(reached(changes), abs=1e-4)


@pytest.mark.parametrize("seed", range(10))
def test_a_shorter_handover_never_makes_a_plan_worse(seed: int) -> None:
    mission = mission_before(seed, most_weeks=WEEKS).changed({"tours.handover": 2, "tours.weeks": 8})
    before = plan_programme(mission, DEFAULT_LIMITS, offered=supply(mission, {}, {}))
    for weeks in (1, 0):
        found = beside(
            before, "a shorter handover", mission.changed({"tours.handover": weeks}), DEFAULT_LIMITS
        )
        assert not found.worse
        assert found.broken == ()


@pytest.mark.parametrize("earlier", [1, 2, 5, 12])
def test_a_site_that_opens_before_a_change_of_rotation_is_no_worse_than_one_that_opens_with_it(
    earlier: int,
) -> None:
    """People come in week 12, with the second rotation: if only some sites had weeks of handover, those that
    opened before it would have them, and those that opened with it would not."""
    changes = length(4, 24) | offer(1, after(12)) | taking_over(12, 2)
    late, early = (reached(changes | {"sites.school.opens": after(week)}) for week in (12, 12 - earlier))
    assert 2 == pytest.approx(late, abs=1e-4)
    assert late <= early + 1e-4


def overlapping(crew: dict[str, int], **more: object) -> Changes:
    """Give course `early` in weeks 10 to 13 and `late` in weeks 12 to 15; tours of 12 weeks, 2 of handover.

    A unit asks for graduates of both; there is one trainer, and a room for each.
    """
    course = SMALL["courses"]["basic"] | {"weeks": 4}
    courses = {
        key: course | {"grants": key, "instructors": {"drill": people}, "held": [span(first, first + 4)]}
        for (key, people), first in zip(crew.items(), (10, 12), strict=True)
    }
    return (
        length(4, 24)
        | taking_over(12, 2)
        | {
            "courses": courses,
            "competences": {key: {"title": key} for key in crew},
            "sites.school.facilities": {"room": 2},
            "capabilities.unit": {"made_of": dict.fromkeys(crew, 10), "wanted": {after(23): 1}},
        }
        | more
    )


def span(first: int, end: int) -> str:
    return f"{after(first)} to {after(end, days=-1)}"


@pytest.mark.parametrize(("begins", "right"), [(12, 0), (14, 1)])
def test_no_foreigner_is_counted_in_an_overlap_for_what_begins_in_it_though_hosts_may_be_shown(
    begins: int, right: int
) -> None:
    """`late` asks for a foreigner beside a host; three hosts could do all else in weeks 12 and 13."""
    changes = overlapping({"early": 2, "late": 2}) | {
        "skills.drill.hosts_at_start": 3,
        "hosts_teach_alone.after": 9,
        "courses.late.foreign_at_least": 0.5,
        "courses.late.held": [span(begins, begins + 4)],
    }
    assert right == pytest.approx(reached(changes), abs=1e-4)


@pytest.mark.parametrize(("refused", "right"), [(["early"], 0), ([], 1)])
def test_who_refuses_what_goes_on_in_an_overlap_takes_over_nothing_that_begins_in_it(
    refused: list[str], right: int
) -> None:
    """One host and one trainer: who teaches `early` alone may go on with it while the host begins `late`."""
    changes = overlapping({"early": 1, "late": 1}) | {"skills.drill.hosts_at_start": 1}
    assert right == pytest.approx(reached(changes | {"offers.a.not_for": refused}), abs=1e-4)
