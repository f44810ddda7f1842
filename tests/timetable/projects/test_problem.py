from __future__ import annotations

import pytest

from cadre.timetable.projects.problem import (
    ActivityGoal,
    ActivityJob,
    ActivityProblem,
    objective_of,
    topological,
)

CHAIN = (ActivityJob("late", 2, after=(1,), due=3, weight=5), ActivityJob("early", 3, due=1, weight=2))


def test_the_makespan_is_the_last_end() -> None:
    assert objective_of(ActivityProblem(CHAIN, ()), (3, 0)) == 5


def test_lateness_weighs_each_period_after_due() -> None:
    assert objective_of(ActivityProblem(CHAIN, (), ActivityGoal.LATENESS), (3, 0)) == 5 * 2 + 2 * 2


def test_predecessors_come_first() -> None:
    assert topological(ActivityProblem(CHAIN, ())) == [1, 0]


def test_a_circle_is_refused() -> None:
    with pytest.raises(ValueError, match="comes after itself"):
        ActivityProblem((ActivityJob("hen", 1, after=(1,)), ActivityJob("egg", 1, after=(0,))), ())


@pytest.mark.parametrize(("duration", "release", "weight"), [(-1, 0, 0), (1, -1, 0), (1, 0, -1)])
def test_negative_numbers_are_refused(duration: int, release: int, weight: int) -> None:
    with pytest.raises(ValueError, match="must be 0 or more"):
        ActivityProblem((ActivityJob("x", duration, release=release, weight=weight),), ())


def test_a_need_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more people"):
        ActivityProblem((ActivityJob("x", 1, ((0, 0),)),), ())
