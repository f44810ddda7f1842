"""Bounds: known ones by hand, and never above what enumeration finds."""

import pytest
from hypothesis import given, settings

from cadre.solving import Limits
from cadre.timetable.build_problem import frame, serial_problem
from cadre.timetable.demand import serials_of
from cadre.timetable.instance import Instance
from cadre.timetable.loads import Loads
from cadre.timetable.optimise.relaxation import relaxed_bound
from cadre.timetable.people import people_of

from .made import closed, forces_of, mission_with, programme_of, serials
from .test_two_methods import Case, cases, enumerated

MUCH = 1e6
"""More than any plan costs, so that no start is left out."""


def ground_of(case: Case) -> Instance:
    forces = forces_of(("trainer", 0, 26, case.trainers), ("trainer", 26, 52, case.trainers))
    people = people_of(forces, case.programme, case.mission)
    base, made = frame(people, case.mission), serials_of(case.programme, case.mission)
    return Instance(serial_problem(made, base=base, done={}, programme=case.programme, mission=case.mission))


def relaxed(instance: Instance, reached: float) -> float:
    bound, by_seconds = relaxed_bound(instance, Limits(), reached=reached)
    assert not by_seconds
    return bound


def test_each_job_alone_is_as_late_as_closed_weeks_make_it() -> None:
    mission = mission_with({"basic": {"priority": 3, "may_pause": False}}, calendar=closed(3, 5))
    case = Case(mission, programme_of(serials(("basic", 0, 1))), 1)
    assert (6, 9.0) == (ground_of(case).starts[0][0], ground_of(case).bound)


def test_three_serials_of_one_trainer_are_six_weeks_late() -> None:
    case = Case(mission_with(), programme_of(serials(("basic", 0, 3))), 1)
    assert pytest.approx(6.0, rel=1e-5) == relaxed(ground_of(case), MUCH)
    assert 0.0 == ground_of(case).bound


def test_two_trainers_who_could_both_do_two_things_cannot_do_three() -> None:
    """Single skills see no shortage; their union does."""
    courses = {k: {"instructors": {s: 1}} for k, s in (("basic", "drill"), ("medic", "medicine"))}
    programme = programme_of(serials(("basic", 0, 2), ("medic", 0, 2)))
    people = people_of(forces_of(("allrounder", 0, 26, 2)), programme, mission_with(courses))
    made = serials_of(programme, mission_with(courses))
    base = frame(people, mission_with(courses))
    instance = Instance(
        serial_problem(made, base=base, done={}, programme=programme, mission=mission_with(courses))
    )
    assert [frozenset({0}), frozenset({1}), frozenset({2}), frozenset({0, 1})] == list(Loads(instance).sets)
    assert pytest.approx(2.0, rel=1e-5) == relaxed(instance, MUCH)


@given(cases())
@settings(max_examples=12)
def test_no_bound_exceeds_the_best_plan(case: Case) -> None:
    instance, best = ground_of(case), enumerated(case)
    assert instance.bound <= best
    assert relaxed(instance, MUCH) <= best + 1e-6
    assert relaxed(instance, best) <= best
    assert relaxed(instance, best + 3) <= best + 1e-6
