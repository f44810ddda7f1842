"""Recruits come by season: from later days on, growing, in good and bad years that last."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cadre.mission import Mission
from cadre.programme.optimise import plan_programme
from cadre.programme.projection import project_stocks
from cadre.simulation.draws import draw
from cadre.simulation.run import ReplicationPlan
from cadre.simulation.seasons import intake_of
from tests.simulation import small
from tests.simulation.made import full, plans_for
from tests.simulation.test_kernel import agree

YEAR = 365.25 / 7


def army(**pool: Any) -> Mission:
    recruits = {"army": {"title": "Army", "a_year": 520, "at_start": 0} | pool}
    return small.mission(recruits=recruits, mission=small.SMALL["mission"] | {"horizon": 200})


def waiting(mission: Mission) -> list[float]:
    """Recruits expected to wait at the end of each week, with nothing taught."""
    return list(project_stocks(mission, ()).recruits["army"])


def test_a_later_number_holds_from_the_first_whole_week_on() -> None:
    """520 a year are 9.966 a week; from Wednesday of week 10 on none come, so none from week 11 on."""
    people = waiting(army(later=[{"begins": "2020-03-18", "a_year": 0}]))
    assert people[10] == pytest.approx(11 * 520 / YEAR)
    assert people[11] == pytest.approx(people[10])
    assert people[-1] == pytest.approx(people[10])


def test_growth_is_that_of_the_middle_of_each_year() -> None:
    mission = army(grows="21%")
    assert mission.seasons == (0, 53, 105, 157)
    assert mission.intake["army"][0] == pytest.approx(520 * 1.21 ** (26.5 / YEAR))
    assert mission.intake["army"][3] == pytest.approx(520 * 1.21 ** ((157 + 200) / 2 / YEAR))


def test_an_even_intake_has_one_season() -> None:
    assert army().seasons == (0,)
    assert waiting(army())[-1] == pytest.approx(200 * 520 / YEAR)


def test_good_and_bad_years_have_mean_one_and_last_as_long_as_they_are_told_to() -> None:
    mission = army(years_differ="40%", years_last="70%")
    years = [np.log(rate) for rate in intake_of(mission, draw(mission, seed=3, outer=20_000), "army")]
    assert np.mean([np.exp(y).mean() * YEAR for y in years]) == pytest.approx(520, rel=0.02)
    assert [y.std() for y in years] == pytest.approx([0.4] * 4, rel=0.03)
    assert np.corrcoef(years[0], years[1])[0, 1] == pytest.approx(0.7, abs=0.02)
    assert np.corrcoef(years[0], years[2])[0, 1] == pytest.approx(0.49, abs=0.03)


def test_a_mission_with_more_recruits_later_is_planned_to_teach_them() -> None:
    few = {"army": {"title": "Army", "a_year": 60, "at_start": 0}}
    more = {"army": few["army"] | {"later": [{"begins": "2020-03-02", "a_year": 240}]}}
    wants = {"post": {"made_of": {"aid": 1}, "wanted": {"2020-06-20": 60}}}
    reached = [
        plan_programme(small.mission(recruits=pool, capabilities=wants)).targets[0].reached
        for pool in (few, more)
    ]
    assert reached[0] < 30 < reached[1]


@pytest.mark.parametrize("seed", range(4))
def test_seasons_are_those_of_the_plain_program(seed: int) -> None:
    pool = {"title": "Army", "a_year": {"low": 150, "high": 400}, "at_start": 30, "leaves": "3%"}
    pool |= {
        "grows": {"low": "-20%", "high": "60%"},
        "years_differ": "50%",
        "years_last": {"low": 0.2, "high": 0.9},
    }
    pool["later"] = [
        {"begins": "2020-07-08", "a_year": {"low": 0, "high": 900}},
        {"begins": "2021-07-05", "a_year": 5},
    ]
    mission = full(recruits={"army": pool})
    agree(mission, plans_for(mission, seed), ReplicationPlan(4, seed, inner=1 + seed % 2))
