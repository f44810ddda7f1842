"""The planner against enumeration, where everybody stays throughout, so that heads by week are enough."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre.mission import Mission, end_of_run
from cadre.programme.plan import Programme
from cadre.timetable.plan import DROPPED_WEEKS, MOST_WEEKS_LATE

from .made import closed, forces_of, mission_with, planned, programme_of, serials

WINDOW = 14
"""Weeks in which enumeration tries starts; enough for three short serials one after the other."""


class Case(NamedTuple):
    mission: Mission
    programme: Programme
    trainers: int


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A few serials of two courses, one trainer or two, half or whole ranges, a closed week perhaps."""
    courses = {
        key: {
            "weeks": draw(st.integers(1, 4)),
            "priority": draw(st.integers(1, 4)),
            "instructors": {"drill": draw(st.integers(1, 2))},
            "uses": draw(st.sampled_from(({}, {"range": 0.5}, {"range": 1}))),
            "may_pause": draw(st.booleans()),
        }
        for key in ("basic", "other")
    }
    weeks = draw(st.sampled_from(((), (2,), (5, 6))))
    mission = mission_with(courses, calendar=closed(*weeks))
    batches = [(key, draw(st.integers(0, 1)), draw(st.integers(0, 2))) for key in courses]
    wanted = serials(*[batch for batch in batches if batch[2]])
    return Case(mission, programme_of(wanted), draw(st.integers(1, 2)))


def enumerated(case: Case) -> float:
    """Least lateness over all starts of all serials, each also dropped, by heads and rooms week by week."""
    jobs = [batch for batch in case.programme.serials for _ in range(batch.serials)]
    choices = [list(_choices(case.mission, job.course, job.week)) for job in jobs]
    return min(
        (sum(cost for _, cost, _ in plan) for plan in product(*choices) if _holds(case, plan)), default=0.0
    )


Choice = tuple[range, float, str]


def _choices(mission: Mission, course_id: str, first: int) -> Iterator[Choice]:
    course = mission.courses[course_id]
    yield range(0), course.priority * DROPPED_WEEKS, course_id
    for start in range(first, min(first + WINDOW, first + 3 + MOST_WEEKS_LATE)):
        ends = end_of_run(start, course.length, mission.closed_weeks, may_pause=course.may_pause)
        if ends is not None:
            yield range(start, ends), course.priority * max(0, start - first - 3), course_id


def _holds(case: Case, plan: tuple[Choice, ...]) -> bool:
    for week in range(60):
        running = [case.mission.courses[key] for weeks, _, key in plan if week in weeks]
        if sum(course.instructors["drill"].people_for(10) for course in running) > case.trainers:
            return False
        if sum(course.uses.get("range", 0.0) for course in running) > 1:
            return False
    return True


def lateness_of(case: Case, trainers: int) -> float:
    forces = forces_of(("trainer", 0, 26, trainers), ("trainer", 26, 52, trainers))
    result = planned(case.programme, forces, case.mission).result
    assert result is not None
    assert result.bound <= result.objective + 1e-6
    return result.objective


@given(cases())
@settings(max_examples=25)
def test_planner_and_enumeration_agree(case: Case) -> None:
    assert enumerated(case) == lateness_of(case, case.trainers)


@given(cases())
@settings(max_examples=10)
def test_one_more_trainer_never_makes_it_later(case: Case) -> None:
    assert lateness_of(case, case.trainers + 1) <= lateness_of(case, case.trainers)
