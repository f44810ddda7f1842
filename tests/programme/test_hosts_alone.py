"""Hosts go on alone with what they have been shown to teach: by hand, by the exact model, on any mission."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cadre.forces.supply import supply
from cadre.mission import Mission
from cadre.programme.optimise import DEFAULT_LIMITS, plan_programme
from cadre.programme.plan import Programme
from cadre.programme.projection import host_skills, project_stocks, shown_from
from cadre.programme.violations import violations
from tests.programme.better import beside
from tests.programme.exact_model import least_shortfall
from tests.programme.made import EXACT, basic, made, posts, school
from tests.programme.planning_cases import after
from tests.programme.small_missions import lasting_mission
from tests.words.english import english

SEEDS = range(10)


def planned(mission: Mission) -> Programme:
    programme = plan_programme(mission, DEFAULT_LIMITS, offered=supply(mission, {}, {}))
    assert violations(programme, mission, offered=supply(mission, {}, {})) == ()
    return programme


def asking(mission: Mission) -> set[str]:
    return {k for k, c in mission.courses.items() if c.foreign_at_least.mean and host_skills(mission, k)}


# ---- by hand: ten soldiers a serial of four weeks, one host from the first day, 26 weeks and 26 more


def handed_over(times: int, share: float = 1.0, **changes: object) -> Mission:
    return school(
        {
            "mission.looks_beyond_exit": 26,
            "skills.drill.hosts_at_start": 1,
            "courses.basic.foreign_at_least": share,
            "hosts_teach_alone.after": times,
            "capabilities.unit.wanted": {after(52): 20},
        }
        | changes
    )


@pytest.mark.parametrize(
    ("mission", "units"),
    [
        (handed_over(1), 7 + 6 * 0.9),
        (handed_over(6), 7 + 6 * 0.9),
        (handed_over(7), 6),
        (handed_over(7, share=0.0), 13),
        (handed_over(1, **{"hosts_teach_alone.passes": 0.5}), 7 + 6 * 0.5),
        (handed_over(1, **{"sites.school.in_country": False}), 6),
    ],
)
def test_serials_after_exit_follow_from_what_was_held_together(mission: Mission, units: float) -> None:
    """Six are over by exit; one under way then began before it, so that six begin after it."""
    programme = plan_programme(mission, EXACT)
    assert violations(programme, mission) == ()
    assert programme.units["unit"][-1] == pytest.approx(units, abs=1e-4)


def test_after_enough_serials_together_no_foreigner_is_needed_before_exit_either() -> None:
    mission = handed_over(2)
    together = [basic(0), basic(1)]
    alone = [basic(2), basic(3), basic(7)]
    plan = replace(made(mission, [*together, *alone], [posts("trainer", 1)]), period_weeks=4)
    assert violations(plan, mission) == ()
    assert {"basic": 8} == shown_from(mission, project_stocks(mission, plan.serials), 4)
    early = made(mission, [basic(0), basic(7)], [posts("trainer", 1)])
    assert any("after exit" in english(rule) for rule in violations(early, mission))


def test_a_serial_without_hosts_shows_nothing() -> None:
    mission = handed_over(1, **{"skills.drill.hosts_at_start": 0})
    plan = made(mission, [basic(0)], [posts("trainer", 1)])
    assert {} == shown_from(mission, project_stocks(mission, plan.serials), 4)


# ---- any mission


@pytest.mark.parametrize("seed", SEEDS)
def test_the_optimum_is_that_of_the_exact_model(seed: int) -> None:
    mission = lasting_mission(seed)
    result, exact = planned(mission).result, least_shortfall(mission, supply(mission, {}, {}))
    assert result is not None
    assert exact.proved
    assert exact.value == pytest.approx(result.objective, abs=1e-4)
    assert exact.value == pytest.approx(result.bound, abs=1e-3)


@pytest.mark.parametrize("seed", SEEDS)
def test_after_exit_only_that_is_taught_which_was_shown(seed: int) -> None:
    mission = lasting_mission(seed)
    programme = planned(mission)
    followed = project_stocks(mission, programme.serials)
    shown = shown_from(mission, followed, programme.period_weeks)
    beyond = [b.plan for b in followed.batches if b.end > mission.exit_week]
    assert [] == [
        b for b in beyond if b.course in asking(mission) and shown.get(b.course, b.week + 1) > b.week
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_never_shown_stops_at_exit(seed: int) -> None:
    mission = lasting_mission(seed).changed({"hosts_teach_alone.after": 1000})
    followed = project_stocks(mission, planned(mission).serials)
    assert {b.plan.course for b in followed.batches if b.end > mission.exit_week} <= set(
        mission.courses
    ) - asking(mission)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_later_exit_is_never_worse_at_the_same_dates(seed: int) -> None:
    mission = lasting_mission(seed)
    longer = 1 + seed % mission.mission.looks_beyond_exit
    changed = mission.changed(
        {
            "mission.horizon": mission.exit_week + longer,
            "mission.looks_beyond_exit": mission.mission.looks_beyond_exit - longer,
        }
    )
    found = beside(planned(mission), "a later exit", changed, DEFAULT_LIMITS)
    assert not found.worse
    assert not found.broken
