"""Part-time people: their part of each rotation, one after the other, however rows are cut."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.forces.part_time_rules import PeopleThere
from cadre.mission import Mission
from cadre.mission.presence import Strength, most_in, number_in
from tests.timetable.made import SMALL, STARTS, mission_with

PARTS = st.sampled_from((0.1, 0.25, 0.3, 1 / 3, 0.5, 0.6, 0.75, 1, 1.5, 2, 2.25))


def offers(*people: float, **more: Any) -> dict[str, Any]:
    one = SMALL["offers"]["north-trainer"] | more
    return {f"o{n}": one | {"people": number} for n, number in enumerate(people)}


def made(*people: float, **more: Any) -> Mission:
    return mission_with(offers=offers(*people, **more))


def there(mission: Mission) -> Counter[int]:
    """Count the people of all offers by week."""
    found = Counter[int]()
    for runs in mission.strengths.values():
        for run in runs:
            found.update({week: run.people for week in range(run.begins, run.ends)})
    return found


def test_half_a_person_is_there_in_the_first_half_of_each_rotation() -> None:
    assert ((Strength(0, 13, 1), Strength(26, 39, 1))) == made(0.5).strengths["o0"]


def test_the_second_half_follows_the_first() -> None:
    mission = made(0.5, 0.5)
    assert (Strength(13, 26, 1), Strength(39, 52, 1)) == mission.strengths["o1"]
    assert there(made(1)) == there(mission)


def test_one_and_a_half_are_two_and_then_one() -> None:
    assert (Strength(0, 13, 2), Strength(13, 26, 1), Strength(26, 39, 2), Strength(39, 52, 1)) == made(
        1.5
    ).strengths["o0"]


def test_of_a_window_within_a_rotation_its_own_weeks_count() -> None:
    begins = STARTS + dt.timedelta(weeks=10)
    ends = begins + dt.timedelta(weeks=6)
    assert (Strength(10, 13, 1),) == made(0.5, begins=begins, ends=ends).strengths["o0"]


def test_halves_of_different_offers_do_not_follow_each_other() -> None:
    table = offers(0.5, 0.5)
    table["o1"]["rank"] = ""
    table["o1"]["state"] = "pledged"
    mission = mission_with(offers=table)
    assert mission.strengths["o0"] == mission.strengths["o1"]


@pytest.mark.parametrize(("begins", "ends", "number"), [(0, 13, 2), (0, 26, 1), (13, 14, 1), (0, 60, 0)])
def test_who_is_there_in_all_of_some_weeks(begins: int, ends: int, number: int) -> None:
    assert number == most_in(made(1.5).strengths["o0"], begins, ends)


def test_a_number_is_of_weeks_in_which_nothing_changes() -> None:
    runs = made(1.5).strengths["o0"]
    assert [2, 0, 1] == [number_in(runs, *weeks) for weeks in ((0, 13), (12, 14), (20, 26))]


@given(st.lists(PARTS, min_size=1, max_size=5))
def test_the_oracle_counts_the_same_people_week_by_week(people: list[float]) -> None:
    mission = made(*people)
    counted = PeopleThere(mission)
    for key, runs in mission.strengths.items():
        weeks = Counter({w: run.people for run in runs for w in range(run.begins, run.ends)})
        assert [weeks[w] for w in range(52)] == [counted.number(key, w) for w in range(52)]


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=5), st.lists(st.integers(1, 40), min_size=1, max_size=5)
)
def test_however_rows_are_cut_as_many_people_are_there(one: list[int], other: list[int]) -> None:
    """Twentieths of people, in rows cut in two ways that add up to the same."""
    total = max(sum(one), sum(other))
    cuts = [[n / 20 for n in (*rows, total - sum(rows)) if n] for rows in (one, other)]
    assert there(made(*cuts[0])) == there(made(*cuts[1]))


@given(st.integers(1, 100), st.integers(1, 100))
def test_more_of_a_person_is_there_in_every_week_of_less(less: int, more: int) -> None:
    few, many = there(made(min(less, more) / 20)), there(made(max(less, more) / 20))
    assert few <= many


@given(PARTS, st.integers(4, 52))
def test_a_part_is_that_part_of_a_rotation_to_the_nearest_week(people: float, tour: int) -> None:
    mission = mission_with(offers=offers(people), tours=SMALL["tours"] | {"weeks": tour})
    for opens, closes in mission.turns:
        weeks = sum(n for week, n in there(mission).items() if opens <= week < closes)
        assert abs(weeks - float(Fraction(people)) * (closes - opens)) <= 0.5 + 1e-3
