"""People in training on the first day count in the plan at the week in which their serial ends."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

import pytest

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.mission.faults import faults_between
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from tests.programme.better import beside, mission_before
from tests.programme.small_missions import small_document
from tests.programme.test_exact import same_optimum
from tests.simulation import small
from tests.three_stages import three_stages


def begun(courses: dict[str, Any], seed: int) -> dict[str, Any]:
    """One or two serials that run on the first day."""
    draw = Random(-1000 - seed)
    return {
        f"begun-{n}": {
            "course": course,
            "site": "s0",
            "trainees": draw.randint(3, 12),
            "weeks_left": draw.randint(1, courses[course]["weeks"]),
        }
        for n, course in enumerate(draw.choices(sorted(courses), k=draw.randint(1, 2)))
    }


def with_some(seed: int, *, most_weeks: int) -> Mission:
    document = small_document(seed, most_weeks=most_weeks)
    return Mission.model_validate(document | {"under_way": begun(document["courses"], seed)})


@pytest.mark.parametrize("seed", range(100, 108))
def test_the_optimum_is_that_of_the_exact_model(seed: int) -> None:
    mission = with_some(seed, most_weeks=20)
    assert not faults_between(mission)
    same_optimum(mission, supply(mission, {}, {}))


@pytest.mark.parametrize("seed", range(6))
def test_more_people_in_training_never_make_a_plan_worse(seed: int) -> None:
    mission = mission_before(seed, most_weeks=16)
    courses = mission.model_dump(mode="json", include={"courses"})["courses"]
    mission = mission.changed({"under_way": begun(courses, seed)})
    more = {f"under_way.{key}.trainees": 2 * one.trainees.mean for key, one in mission.under_way.items()}
    before = plan_programme(mission, DEFAULT_LIMITS, offered=supply(mission, {}, {}))
    found = beside(before, "more in training", mission.changed(more), DEFAULT_LIMITS)
    assert not found.worse
    assert found.broken == ()


def test_who_takes_those_under_way_begins_when_they_are_there() -> None:
    """Leaders are chosen from ten who are in training for six more weeks; nobody else could be."""
    leader = small.COURSE | {"after": ["basic"], "grants": "lead", "seats": {"least": 4, "most": 10}}
    del leader["recruits"]
    mission = small.mission(
        recruits={"army": {"title": "Army", "a_year": 0, "at_start": 0}},
        competences={"aid": {"title": "First aid"}, "lead": {"title": "Leader"}},
        courses=small.course() | {"leader": leader},
        capabilities={"team": {"made_of": {"lead": 1}, "wanted": {"2020-03-15": 10}}},
        under_way={"begun": {"course": "basic", "site": "home", "trainees": 10, "weeks_left": 6}},
    )
    stages = three_stages(mission)
    assert stages.faults == ()
    assert [serial.start for serial in stages.timetable.serials] == [6]
    date = ("team", mission.week_of(dt.date(2020, 3, 15)))
    assert [found[date] for found in (*stages.units(mission)[:2], *stages.units(mission)[2])] == [10] * 7
