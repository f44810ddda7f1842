from __future__ import annotations

from hypothesis import given

from cadre.timetable.projects.bounds import first_bound, hall_sets
from cadre.timetable.projects.generate import serial
from cadre.timetable.projects.naming import named
from cadre.timetable.projects.problem import ActivityGoal, ActivityJob, ActivityProblem, topological
from cadre.timetable.projects.tables import classes_of, heads_and_tails, tables_of
from cadre.timetable.projects.violations import violations
from tests.timetable.projects.cases import BAKE, COOK, person, problems

ANN, BOB, CID = person("ann", COOK), person("bob", COOK), person("cid", COOK, BAKE)


def test_equal_people_form_a_class() -> None:
    problem = ActivityProblem((ActivityJob("x", 1, ((COOK, 1),)),), (ANN, CID, BOB))
    assert [group.people for group in classes_of(problem)] == [(0, 2), (1,)]


def test_who_holds_a_scarce_skill_is_taken_last() -> None:
    problem = ActivityProblem(
        (ActivityJob("soup", 2, ((COOK, 1),)), ActivityJob("bread", 2, ((BAKE, 1),))), (CID, ANN)
    )
    draft = serial(tables_of(problem), [0, 1])
    assert draft is not None
    assert draft.makespan == 2


def test_one_person_does_not_fill_two_seats() -> None:
    problem = ActivityProblem((ActivityJob("feast", 1, ((COOK, 1), (BAKE, 1))),), (CID,))
    assert [staffing.possible for staffing in tables_of(problem).staffing] == [False]


def test_skills_without_a_common_holder_are_counted_together() -> None:
    """Each two of these skills alone allow two of the first class to be taken; all three together do not."""
    people = tuple(person(f"{k}{i}", k) for k in range(3) for i in range(2))
    problem = ActivityProblem((ActivityJob("x", 1, ((0, 1), (1, 1), (2, 1))),), people)
    tables = tables_of(problem)
    draft = serial(tables, [0])
    assert draft is not None
    assert [people for _, people in draft.takes[0]] == [1, 1, 1]
    assert violations(problem, named(problem, tables, draft)) == []


def test_absence_delays() -> None:
    problem = ActivityProblem((ActivityJob("soup", 2, ((COOK, 1),)),), (person("ann", COOK, away=((1, 4),)),))
    draft = serial(tables_of(problem), [0])
    assert draft is not None
    assert draft.starts == (4,)


def test_what_fits_nowhere_gives_no_draft() -> None:
    away = person("ann", COOK, away=((0, 5),))
    problem = ActivityProblem((ActivityJob("soup", 2, ((COOK, 1),)),), (away,), over_by=5)
    assert serial(tables_of(problem), [0]) is None


@given(problems())
def test_any_order_gives_a_sound_plan(problem: ActivityProblem) -> None:
    tables = tables_of(problem)
    draft = serial(tables, topological(problem))
    assert draft is not None
    assert violations(problem, named(problem, tables, draft)) == []


def test_heads_and_tails_are_longest_paths() -> None:
    acts = (ActivityJob("a", 2), ActivityJob("b", 3, after=(0,), release=4), ActivityJob("c", 1, after=(1,)))
    assert heads_and_tails(ActivityProblem(acts, ())) == ([0, 4, 7], [4, 1, 0])


def test_the_first_bound_counts_work_of_shared_people() -> None:
    acts = tuple(ActivityJob(f"x{i}", 2, ((k, 1),)) for i, k in enumerate((COOK, BAKE, COOK)))
    assert first_bound(ActivityProblem(acts, (CID, CID))) == 3
    assert [one.people for one in hall_sets(ActivityProblem(acts, (CID, CID)))] == [2]


def test_the_first_bound_of_lateness_adds_what_paths_force() -> None:
    acts = (ActivityJob("a", 2, due=1, weight=3), ActivityJob("b", 3, after=(0,), due=4, weight=2))
    assert first_bound(ActivityProblem(acts, (), ActivityGoal.LATENESS)) == 3 * 1 + 2 * 1
