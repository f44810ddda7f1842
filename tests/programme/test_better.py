"""A change for the better never makes a plan worse by more than the gap told, and the old plan still holds.

All 200 missions with eight changes each stand in the benchmarks: `python -m benchmarks.better`.
"""

from __future__ import annotations

import pytest

from cadre.programme.optimise import DEFAULT_LIMITS
from tests.programme.better import Compared, changes_of, compared, mission_before

WEEKS = 16
"""Horizon of missions here at most; 40 in the benchmark."""


@pytest.mark.parametrize("seed", range(12))
def test_a_change_for_the_better_never_makes_a_plan_worse(seed: int) -> None:
    mission = mission_before(seed, most_weeks=WEEKS)
    names = tuple(changes_of(mission, seed))
    found = compared(mission, seed, DEFAULT_LIMITS, names[seed % 4 :: 4])
    assert [] == [one for one in found if one.worse or one.broken]


def test_a_plan_that_is_worse_than_its_own_bound_allows_is_told() -> None:
    assert Compared("more seats", before=10.0, after=12.0, bound=11.0, broken=()).worse
    assert not Compared("more seats", before=10.0, after=12.0, bound=9.0, broken=()).worse
    assert Compared("more seats", before=10.0, after=12.0, bound=9.0, broken=()).worse_at_all
