"""What a programme costs and how its objective adds up, against sums done by hand."""

import datetime as dt

import pytest

from cadre.programme.plan import ActivityStart
from cadre.programme.prices import changes, cost_beyond, expected_cost, lateness, objective, shortfall
from cadre.programme.tail import tail
from tests.programme.made import STARTS, basic, made, posts, school

HALF_YEAR = 26 / (365.25 / 7)


def test_posts_cost_what_they_stand_and_payers_are_told_apart() -> None:
    mission = school({"roles.interpreter.costs_a_year": 20_000})
    programme = made(mission, [], [posts("trainer", 2), posts("interpreter", 3)])
    assert expected_cost(programme, mission) == pytest.approx(
        {"common fund": 3 * 20_000 * HALF_YEAR, "nations": 2 * 100_000 * HALF_YEAR}
    )


def test_serials_and_seats_cost_by_where_they_begin() -> None:
    mission = school({"courses.basic.costs": 1000, "courses.basic.costs_a_trainee": 10})
    programme = made(mission, [basic(0, 2, 15), basic(7, 1, 10)])
    assert expected_cost(programme, mission) == {"trust fund": 2 * 1000 + 15 * 10}
    assert cost_beyond(programme, mission) == 1000 + 10 * 10


def test_a_site_costs_its_opening_and_runs_from_its_first_rotation() -> None:
    mission = school(
        {"mission.horizon": 52, "sites.school.costs_to_open": 500, "sites.school.costs_a_year": 100}
    )
    early, late = made(mission, [basic(0)]), made(mission, [basic(8)])
    assert expected_cost(early, mission) == pytest.approx({"common fund": 500 + 100 * 2 * HALF_YEAR})
    assert expected_cost(late, mission) == pytest.approx({"common fund": 500 + 100 * HALF_YEAR})


def test_activities_and_the_command_cost() -> None:
    mission = school(
        {
            "projects": {"works": {"activities": {"build": {"weeks": 8, "costs": 70}}}},
            "commands": {"standing": {"posts": {"clerk": 1}, "costs_a_year": 1000}},
            "command": "standing",
        }
    )
    programme = made(mission, [], [posts("clerk", 1, "command")], [ActivityStart("works", "build", 0)])
    assert expected_cost(programme, mission) == pytest.approx(
        {"common fund": 1000 * HALF_YEAR, "trust fund": 70}
    )


def test_shortfall_counts_the_date_the_time_after_it_and_the_floor() -> None:
    wanted = {STARTS + dt.timedelta(weeks=8): 2}
    mission = school({"capabilities.unit.wanted": wanted, "capabilities.unit.floor_after_exit": 4})
    programme = made(mission, [basic(0), basic(3)])
    # One of two units at the end of week 8 and of week 11, two at the ends of weeks 15, 19 and 23.
    target = 0.75 * 0.5 + 0.25 * (0.5 + 0 + 0 + 0) / 4
    assert shortfall(programme, mission) == pytest.approx(100 * (target + 0.5) / 2)


def test_lateness_is_a_tenth_of_the_time_without_the_project() -> None:
    works = {"projects": {"works": {"activities": {"build": {"weeks": 8}}}}}
    mission = school(works)
    done = made(mission, [], [], [ActivityStart("works", "build", 1)])
    assert lateness(done, mission) == pytest.approx(10 * 3 / 6)
    assert lateness(made(mission), mission) == pytest.approx(10)
    assert lateness(made(school()), school()) == 0


def test_changes_are_counted_between_rotations_for_foreign_posts() -> None:
    mission = school({"mission.horizon": 52})
    programme = made(mission, [], [posts("trainer", 3), posts("interpreter", 9)])
    assert changes(programme, mission) == 3
    assert objective(programme, mission)[2] == 3


def test_the_tail_is_told_by_reason_at_the_peak() -> None:
    mission = school({"support": {"guards": {"role": "guard", "ratio": 1}}})
    stand = [posts("trainer", 2), posts("guard", 3, "support:guards"), posts("interpreter", 7)]
    found = tail(made(mission, [], stand), mission)
    assert found.posts == {"instructors": 2, "support:guards": 3}
    assert found.per_trainer == 2.5
    assert tail(made(mission), mission).per_trainer == 0
