"""Distance: from 0 for the same to 1 for unlike in everything."""

import pytest

from cadre.screening.distance import (
    Evaluated,
    are_twins,
    differing_levers,
    distance,
    lever_distance,
    measure_distance,
    ranges_of,
)
from tests.screening.made import evaluated, measures, mission_with

MISSION = mission_with(size=("small", "large"), command=("rotating", "permanent"), hidden=("a", "b"))


def two(**given: dict[str, float]) -> list[Evaluated]:
    return evaluated(MISSION, **given)[1:]


def test_levers_count_alike_and_hidden_ones_half() -> None:
    one, other, third = two(
        small__rotating__a=measures(0, 0),
        small__rotating__b=measures(0, 0),
        small__permanent__a=measures(0, 0),
    )
    by = {e.option.id: e.option for e in (one, other, third)}
    assert ("command", "hidden") == differing_levers(MISSION, by["small.rotating.b"], by["small.permanent.a"])
    assert 0.5 / 2.5 == lever_distance(MISSION, by["small.rotating.a"], by["small.rotating.b"])
    assert 1 / 2.5 == lever_distance(MISSION, by["small.rotating.a"], by["small.permanent.a"])
    assert 1.5 / 2.5 == lever_distance(MISSION, by["small.rotating.b"], by["small.permanent.a"])


def test_measures_count_by_their_range() -> None:
    low, high = two(small__rotating__a=measures(0.2, 10e6), large__permanent__b=measures(0.6, 30e6))
    ranges = ranges_of(MISSION, [low, high])
    assert pytest.approx(0.4) == ranges["outcome"]
    # Years are the same for both and are left out: the other five lie a whole range apart.
    assert 1.0 == measure_distance(low, high, ranges)
    assert pytest.approx(1.0) == distance(MISSION, low, high, ranges)


def test_the_same_option_is_at_distance_nothing() -> None:
    low, high = two(small__rotating__a=measures(0.2, 10e6), large__permanent__b=measures(0.6, 30e6))
    assert 0.0 == distance(MISSION, low, low, ranges_of(MISSION, [low, high]))


def test_without_levers_and_without_ranges_there_is_no_distance() -> None:
    bare = mission_with()
    nothing, only = evaluated(bare, mission=measures(0.5, 1e6))
    assert 0.0 == lever_distance(bare, nothing.option, only.option)
    assert 0.0 == distance(bare, only, only, ranges_of(bare, [only]))


def test_twins_are_near_in_all_or_differ_in_one_lever_that_changes_little() -> None:
    base = {"small__rotating__a": measures(0.5, 10e6), "large__permanent__b": measures(0.9, 90e6)}

    def twin(option: str, outcome: float, cost: float) -> bool:
        made = {e.option.id: e for e in two(**base, **{option: measures(outcome, cost)})}
        ranges = ranges_of(MISSION, list(made.values()))
        return are_twins(MISSION, made["small.rotating.a"], made[option.replace("__", ".")], ranges)

    # One lever, the five measures that have a range a tenth of it apart, then a fifth.
    assert twin("large__rotating__a", 0.54, 18e6)
    assert not twin("large__rotating__a", 0.58, 26e6)
    # Two levers, as near in the measures.
    assert not twin("large__permanent__a", 0.54, 18e6)
