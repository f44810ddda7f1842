"""Whatever check accepts is screened without an error: odd days, numbers and lists included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cadre.errors import BadInput
from cadre.mission import Mission
from cadre.mission.faults import faults_between
from cadre.mission.warnings import warnings_between
from cadre.pipeline import Settings, Silent
from cadre.pipeline.planning import plan_option
from cadre.pipeline.playing import simulate_options
from cadre.screening import screen
from cadre.sweep.design import Design, cases_of
from cadre.workers import Workers
from tests.strategies import missions
from tests.test_planning_cases_three_stages import SMALL

FAR = ("0001-01-01", "1899-12-31", "1900-01-01", "2199-12-31", "9999-12-25", "9999-12-31")
DAYS: dict[str, Any] = {
    "mission.starts": None,
    "mandate.as_of": None,
    "sites.school.opens": None,
    "offers.a.begins": None,
    "offers.a.ends": None,
    "calendar.holidays": lambda day: [{"begins": "2018-12-24", "ends": day}],
    "calendar.closed": lambda day: [{"begins": day}],
    "sites.school.closed": lambda day: [{"begins": day}],
    "recruits.men.later": lambda day: [{"begins": day, "a_year": 5}],
    "capabilities.unit.wanted": lambda day: {day: 3},
    "events.end": lambda day: {"on": day, "chance": 0.5, "effect": "ends"},
    "mandate.open.why": lambda day: {"question": "Why?", "can_learn_by": day},
    "mandate.decisions": lambda day: [{"by": "us", "on": day, "about": "size"}],
}
"""Paths of days, and how a day is written there."""
ROUGH = Settings(replications=10, jobs=1)


def goes_through(mission: Mission) -> None:
    """Screen a mission, plan its last option shown and play it."""
    with Workers(1) as workers:
        shown = screen(mission, seed=1, workers=workers, progress=Silent()).shown
    planned = plan_option(shown[-1], ROUGH)
    assert simulate_options([planned], ROUGH, progress=Silent())


def accepted(changes: Mapping[str, Any]) -> Mission | None:
    """Give a small mission with changes, None where check refuses it."""
    try:
        mission = Mission.model_validate(SMALL).changed(changes)
    except ValidationError:
        return None
    return None if faults_between(mission) else mission


def odd_days() -> list[tuple[str, str]]:
    return [(path, day) for path in DAYS for day in FAR]


@pytest.mark.parametrize(("path", "day"), odd_days())
def test_a_mission_with_a_day_far_out_is_refused_or_goes_through(path: str, day: str) -> None:
    written = DAYS[path]
    mission = accepted({path: day if written is None else written(day)})
    if mission is not None:
        warnings_between(mission)
        goes_through(mission)


def test_the_last_day_of_the_calendar_is_as_good_as_any_beyond_exit() -> None:
    mission = Mission.model_validate(SMALL)
    for ends in (dt.date.max, dt.date(2030, 1, 1)):
        first, last = mission.whole_weeks(dt.date.min, ends)
        assert first < 0
        assert last > mission.weeks


@pytest.mark.parametrize("kind", ["lhs", "sobol", "grid"])
def test_a_sample_over_nothing_uncertain_has_its_cases(kind: Any) -> None:
    mission = Mission.model_validate(SMALL)
    found = cases_of(mission, Design(kind, cases=4), seed=1)
    assert all(not case.at for case in found)
    assert found


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(missions(), st.sampled_from([-1.0, 0.0, 1.0]))
def test_any_mission_accepted_is_screened_whatever_its_correlations(mission: Mission, rank: float) -> None:
    pair = ("courses.course-0.passes", "recruits.pool-0.a_year")
    if not set(pair) <= mission.quantities.keys():
        pair = tuple(list(mission.quantities)[:2])  # type: ignore[assignment]
    try:
        mission = mission.changed({"correlations": [{"between": pair, "rank": rank}]})
    except (ValidationError, BadInput):
        return
    if not faults_between(mission):
        with Workers(1) as workers:
            assert screen(mission, seed=1, workers=workers, progress=Silent()).shown
